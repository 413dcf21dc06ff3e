"""Keeps rendered pages from build to build, in one file each: what was rendered from the same need not be again.

What a key has to hold is left to `fingerprint` and `pages`.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dossier.leaves.kept import Kept, digest_of
from dossier.site.page_links import PageLinks
from dossier.site.renderer import RenderedPage


@dataclass(frozen=True, slots=True)
class PageCache:
    """Rendered pages in `folder`, all with the same `fingerprint` of what they share."""

    folder: Path
    fingerprint: str

    def key(self, path: str, markdown: bytes) -> str:
        """The name of the entry for the page that these bytes at this path of `docs_dir` become."""
        return digest_of(self.fingerprint.encode(), path.encode(), markdown)

    def find(self, key: str) -> RenderedPage | None:
        """The page that was kept under this name; that it is used keeps it longer."""
        entry = Kept(self.folder).find(key, key)
        if entry is None:
            return None
        with suppress(OSError):
            os.utime(self.folder / key)
        facts, html = entry.split(b"\n", 1)
        links, ids, asked = json.loads(facts)
        return RenderedPage(
            html,
            PageLinks(tuple(links), tuple(ids)),
            tuple((path, there) for path, there in asked),
        )

    def keep(self, key: str, page: RenderedPage) -> None:
        """Keep a page."""
        facts = json.dumps([page.links.links, page.links.ids, page.asked]).encode()
        Kept(self.folder).keep(key, key, facts + b"\n" + page.html)

    def trim(self, most: int) -> None:
        """Remove the entries that were longest not used, until all together have at most `most` bytes."""
        entries = sorted((stat.st_mtime_ns, path, stat.st_size) for path, stat in _entries(self.folder))
        size = sum(bytes_ for _, _, bytes_ in entries)
        for _, path, bytes_ in entries:
            if size <= most:
                break
            path.unlink(missing_ok=True)
            size -= bytes_


def _entries(folder: Path) -> list[tuple[Path, os.stat_result]]:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        return [(Path(entry.path), entry.stat()) for entry in entries if entry.is_file()]
    return []
