"""Pages to a site in its place: write what changed, run MkDocs, check every link, exchange the folders in one step.

What the pages say is left to `render` and `export`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dossier.model.output import OutputFile
from dossier.model.problem import Problems
from dossier.site.links import LinkCounts, check_links
from dossier.site.mkdocs import build_html
from dossier.site.pages import write_pages
from dossier.site.swap import check_replaceable, staging_for, swap_in

__all__ = ["LinkCounts", "build_site"]

PAGES = Path("build/pages")


def build_site(
    root: Path,
    files: Sequence[OutputFile],
    site: Path,
    stamp: str,
    problems: Problems,
) -> LinkCounts | None:
    """Put the site made from `files` at `site`, and count its links; nothing is replaced when one is broken.

    `stamp` is the day that stands for "now" (`SOURCE_DATE_EPOCH`, unless that is set). Raises `UsageError` where `site`
    is a folder that we did not make, or MkDocs refuses the pages.
    """
    check_replaceable(site)
    write_pages(root / PAGES, files)
    staging = staging_for(site)
    base = build_html(root, staging, stamp)
    broken_links = Problems()
    counts = check_links(staging, base, broken_links)
    problems.update(broken_links)
    if broken_links.errors:
        return None
    swap_in(staging, site)
    return counts
