"""Pages to a site in its place: write what changed, run MkDocs, check every link, exchange the folders in one step.

What the pages say is left to `render` and `export`. `reservation` keeps two builds apart.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.leaves.address import ARCHIVE
from dossier.model.output import OutputFile
from dossier.model.problem import Problems
from dossier.site.archive import write_archive
from dossier.site.destination import MARK
from dossier.site.exchange import put_in_place
from dossier.site.filled_folder import Digests, FilledFolder
from dossier.site.headers import headers_file
from dossier.site.links import LinkCounts, check_links
from dossier.site.mkdocs import build_html
from dossier.site.pages_folder import Pages, PagesFolder, WrittenFiles
from dossier.site.places import check_places, files_with_places
from dossier.site.reservation import Reservation, reserve, restore
from dossier.site.spare import spare_site
from dossier.site.staging import NEW
from dossier.site.standing import look_around
from dossier.site.theme import write_theme

__all__ = [
    "Pages",
    "PagesFolder",
    "PublishedSite",
    "WrittenFiles",
    "build_site",
    "check_places",
    "files_with_places",
    "look_around",
    "reserve",
    "restore",
]


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """What was published, with a digest of each file; `plain`: whether the same files and settings make the same site
    again.
    """

    links: LinkCounts
    digests: Digests
    plain: bool


def build_site(
    reserved: Reservation,
    spare: FilledFolder | None,
    pages: Pages,
    stamp: str,
    problems: Problems,
    cache: Path | None,
    readme: OutputFile | None = None,
) -> PublishedSite | None:
    """Replace the site that is reserved by one of the pages that are written, and of the files beside them.

    Not where a link is broken. The new site begins as `spare`, where there is one, which is then the one replaced.
    `stamp` is the day that stands for "now" (`SOURCE_DATE_EPOCH`, unless that is set); `cache` is the folder of what is
    kept from build to build. With a `readme` the whole site is also packed into one file of it. Raises `UsageError`
    where MkDocs refuses the pages, or the site's folder has become one that we did not make.
    """
    headers = headers_file(write_theme(reserved.root))
    pages = replace(pages, beside=(*pages.beside, headers))
    new = reserved.staging / NEW
    with spare_site(spare, new) if spare else nullcontext(FilledFolder(new, {})) as folder:
        html = build_html(reserved.root, folder, pages, stamp, cache)
        digests = dict(html.digests)
        if readme:
            digests[ARCHIVE] = write_archive(folder, digests, html.base, readme)
        broken_links = Problems()
        counts = check_links(new, html.base, broken_links, digests.keys(), html.links, cache)
        problems.update(broken_links)
        if broken_links.errors:
            return None
        digests[MARK] = put_in_place(reserved.staging, reserved.site)
        return PublishedSite(counts, digests, html.plain)
