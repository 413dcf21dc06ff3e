"""Pages to a site in its place: write what changed, run MkDocs, check every link, exchange the folders in one step.

What the pages say is left to `render` and `export`. `reservation` keeps two builds apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from dossier.model.output import OutputFile
from dossier.model.problem import Problems
from dossier.site.archive import write_archive
from dossier.site.exchange import put_in_place
from dossier.site.headers import headers_file
from dossier.site.links import LinkCounts, check_links
from dossier.site.mkdocs import build_html
from dossier.site.pages_folder import PagesFolder, WrittenFiles
from dossier.site.places import check_places
from dossier.site.reservation import Reservation, reserve, restore
from dossier.site.spare import spare_site
from dossier.site.staging import NEW
from dossier.site.theme import write_theme

__all__ = [
    "PagesFolder",
    "PublishedSite",
    "Reservation",
    "WrittenFiles",
    "build_site",
    "check_places",
    "reserve",
    "restore",
]


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """What was published; `plain`: whether the same files and settings make the same site again."""

    links: LinkCounts
    plain: bool


def build_site(
    reserved: Reservation,
    beside: Sequence[OutputFile],
    stamp: str,
    problems: Problems,
    cache: Path | None,
    readme: OutputFile | None = None,
) -> PublishedSite | None:
    """Replace the site that is reserved by one of the pages that are written, and of the files `beside` them.

    Not where a link is broken.
    `stamp` is the day that stands for "now" (`SOURCE_DATE_EPOCH`, unless that is set); `cache` is the folder of what is
    kept from build to build. With a `readme` the whole site is also packed into one file of it. Raises `UsageError`
    where MkDocs refuses the pages, or the site's folder has become one that we did not make.
    """
    templates = write_theme(reserved.root)
    new = reserved.staging / NEW
    with spare_site(reserved.root, new) if cache else nullcontext():
        html = build_html(reserved.root, new, [*beside, headers_file(templates)], stamp, cache)
        if readme:
            write_archive(new, html.base, readme)
        broken_links = Problems()
        counts = check_links(new, html.base, broken_links, html.links, cache)
        problems.update(broken_links)
        if broken_links.errors:
            return None
        put_in_place(reserved.staging, reserved.site)
        return PublishedSite(counts, html.plain)
