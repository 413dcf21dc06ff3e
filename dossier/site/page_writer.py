"""Writes pages into the folder of a site, one by one: as they were kept, or as MkDocs renders them.

Which of them to write, and in what process, is left to `pages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.files import File

from dossier.site.filled_folder import Digests, FilledFolder
from dossier.site.page_cache import KeptPage, PageCache
from dossier.site.renderer import PageRenderer
from dossier.site.sources import read_source


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """What is known of a page that was rendered and put in its place, and what MkDocs warned of on the way."""

    page: KeptPage
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Writes pages into `site`, each by its key: there it is kept, or MkDocs renders it, with `log` for its warnings.

    `sources`: a digest of what each page is made of, by its path in `docs_dir`.
    """

    renderer: PageRenderer
    site: FilledFolder
    cache: PageCache | None
    log: list[str]
    sources: Digests
    files: Mapping[str, File]

    def kept(self) -> Iterator[tuple[str, KeptPage]]:
        """The pages that were kept, where each file that they asked for is there or not as it was."""
        for key, page in self.cache.find(self.files) if self.cache else ():
            if all((path in self.renderer.files.src_uris) == is_there for path, is_there in page.asked):
                yield key, page

    def stands(self, key: str, page: KeptPage) -> bool:
        """Whether the page is in its place already."""
        return self.site.held.get(self.files[key].dest_uri, "") == page.digest

    def copy(self, digests: Mapping[str, str]) -> list[str]:
        """Put pages in their place that were kept with these digests; the keys of those that were whole."""
        html = dict(self.cache.html(digests)) if self.cache else {}
        for key in html:
            self._write(key, html[key])
        return list(html)

    def render(self, key: str) -> WrittenPage:
        """Render a page and put it in its place."""
        file, before = self.files[key], len(self.log)
        read_source(file, self.sources[file.src_uri])
        page = self.renderer.render(file)
        warnings = tuple(self.log[before:])
        del self.log[before:]
        return WrittenPage(KeptPage(self._write(key, page.html), page.links.packed, page.asked), warnings)

    def html(self, key: str) -> bytes:
        """A page that was just written, by whichever process."""
        path = self.site.path / self.files[key].dest_uri
        return path.read_bytes() if path.exists() else b""

    def _write(self, key: str, html: bytes) -> str:
        """Write a page, and give its digest; MkDocs, too, leaves an empty page out."""
        file = self.files[key]
        if html.strip():
            return self.site.write(file.dest_uri, html)
        Path(file.abs_dest_path).unlink(missing_ok=True)
        return ""
