"""Keeps rendered pages from build to build: what was rendered from the same need not be again.

What a key has to hold is left to `fingerprint` and `pages`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.leaves.kept import digest_of
from dossier.leaves.kept_rows import KeptRows
from dossier.site.page_links import PageLinks
from dossier.site.renderer import RenderedPage


@dataclass(frozen=True, slots=True)
class PageCache:
    """Rendered pages in the file `path`, all with the same `fingerprint` of what they share."""

    path: Path
    fingerprint: str

    def key(self, path: str, markdown: bytes) -> str:
        """The key of the page that these bytes at this path of `docs_dir` become."""
        return digest_of(self.fingerprint.encode(), path.encode(), markdown)

    def find(self, keys: Iterable[str]) -> Iterator[tuple[str, RenderedPage]]:
        """Those of the keys under which a page was kept, each with it."""
        for key, content in KeptRows(self.path).find(keys):
            facts, html = content.split(b"\n", 1)
            links, ids, asked = json.loads(facts)
            asked_files = tuple((path, there) for path, there in asked)
            yield key, RenderedPage(html, PageLinks(tuple(links), tuple(ids)), asked_files)

    def keep(self, pages: Iterable[tuple[str, RenderedPage]], used: Iterable[str]) -> None:
        """Keep pages by their keys, and those `used` now; of others as much again, those used last."""
        KeptRows(self.path).keep(((key, _written(page)) for key, page in pages), used)


def _written(page: RenderedPage) -> bytes:
    facts = json.dumps([page.links.links, page.links.ids, page.asked]).encode()
    return facts + b"\n" + page.html
