"""Pages to a site in its place: write what changed, run MkDocs, check every link, exchange the folders in one step.

What the pages say is left to `render` and `export`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.model.dossier import OutputFile
from dossier.model.problem import Problems
from dossier.publish.links import Checked, check_links
from dossier.publish.mkdocs import build_html
from dossier.publish.pages import write_pages
from dossier.publish.swap import check_replaceable, staging_for, swap_in

__all__ = ["Checked", "Published", "publish"]

PAGES = Path("build/pages")


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: how many files were written anew, how many pages, and what the link check saw."""

    written: int
    pages: int
    checked: Checked


def publish(
    root: Path,
    files: Sequence[OutputFile],
    site: Path,
    stamp: str,
    problems: Problems,
    *,
    serve_url: str | None = None,
) -> Published | None:
    """Put the site made from `files` at `site`; nothing is replaced when a link is broken.

    `stamp` is the day that stands for "now" (`SOURCE_DATE_EPOCH`, unless that is set). Raises `Trouble` where `site`
    is a folder that we did not make, or MkDocs refuses the pages.
    """
    check_replaceable(site)
    written = write_pages(root / PAGES, files)
    staging = staging_for(site)
    build_html(root, staging, stamp, serve_url=serve_url)
    before = problems.errors
    checked = check_links(staging, problems)
    if problems.errors > before:
        return None
    swap_in(staging, site)
    return Published(written, checked.pages, checked)
