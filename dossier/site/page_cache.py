"""Keeps rendered pages from build to build: what was rendered from the same need not be again.

What a key has to hold is left to `fingerprint` and `pages`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.leaves.kept import digest_of
from dossier.leaves.kept_rows import KeptRows
from dossier.site.page_links import PackedLinks

_ENCODING = ("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page by the digest of its HTML, and what it links to and asked for, as in `RenderedPage`.

    An empty page, which has no file, has an empty digest.
    """

    digest: str
    links: PackedLinks
    asked: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class PageCache:
    """Rendered pages in the file `path`, all with the same `fingerprint` of what they share."""

    path: Path
    fingerprint: str

    def key(self, path: str, digest: str) -> str:
        """The key of the page that the file with this digest at this path of `docs_dir` becomes."""
        return digest_of(self.fingerprint.encode(), path.encode(), digest.encode())

    def find(self, keys: Iterable[str]) -> Iterator[tuple[str, KeptPage]]:
        """Those of the keys under which a page was kept, each with it."""
        for key, facts in KeptRows(self.path).find(keys):
            start, links = facts.split(b"\n", 1)
            digest, asked = json.loads(start)
            asked_files = tuple((path, there) for path, there in asked)
            yield key, KeptPage(digest, PackedLinks(links.decode(*_ENCODING)), asked_files)

    def html(self, digests: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """The HTML of pages that `find` gave, by their keys and digests; where it is damaged there is none."""
        for key, html in KeptRows(self.path).bodies(digests):
            if digests[key] == (digest_of(html) if html else ""):
                yield key, html

    def keep(self, pages: Iterable[tuple[str, KeptPage, bytes]], used: Iterable[str]) -> None:
        """Keep pages by their keys with their HTML, and those `used` now; of others as much again, those used last."""
        KeptRows(self.path).keep(((key, _facts(page), html) for key, page, html in pages), used)


def _facts(page: KeptPage) -> bytes:
    return json.dumps([page.digest, page.asked]).encode() + b"\n" + page.links.encode(*_ENCODING)
