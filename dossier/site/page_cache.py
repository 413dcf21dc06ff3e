"""Keeps rendered pages from build to build, in one file each: what was rendered from the same need not be again.

An entry is checked as a whole against its digest and its key: one that is damaged, half written or another's is none.
What a key has to hold is left to `fingerprint` and `pages`.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dossier.site.page_links import PageLinks
from dossier.site.renderer import RenderedPage


@dataclass(frozen=True, slots=True)
class PageCache:
    """Rendered pages in `folder`, all with the same `fingerprint` of what they share."""

    folder: Path
    fingerprint: str

    def key(self, path: str, markdown: bytes) -> str:
        """The name of the entry for the page that these bytes at this path of `docs_dir` become."""
        return _digest(self.fingerprint.encode(), path.encode(), markdown)

    def find(self, key: str) -> RenderedPage | None:
        """The page that was kept under this name; that it is used keeps it longer."""
        file = self.folder / key
        try:
            digest, facts, html = file.read_bytes().split(b"\n", 2)
            if digest.decode("ascii") != _digest(key.encode(), facts, html):
                return None
            os.utime(file)
        except (OSError, ValueError):
            return None
        links, ids, asked, search = json.loads(facts)
        return RenderedPage(
            html,
            PageLinks(tuple(links), tuple(ids)),
            tuple((path, there) for path, there in asked),
            tuple(search),
        )

    def keep(self, key: str, page: RenderedPage) -> None:
        """Keep a page; another process sees all of its entry or nothing."""
        facts = json.dumps([page.links.links, page.links.ids, page.asked, page.search]).encode()
        self.folder.mkdir(parents=True, exist_ok=True)
        digest = _digest(key.encode(), facts, page.html).encode()
        with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
            file.write(b"\n".join((digest, facts, page.html)))
        Path(file.name).replace(self.folder / key)

    def trim(self, most: int) -> None:
        """Remove the entries that were longest not used, until all together have at most `most` bytes."""
        entries = [(stat.st_mtime_ns, stat.st_size, path) for path, stat in _entries(self.folder)]
        size = sum(entry[1] for entry in entries)
        for _, bytes_, path in sorted(entries):
            if size <= most:
                break
            path.unlink(missing_ok=True)
            size -= bytes_


def _entries(folder: Path) -> list[tuple[Path, os.stat_result]]:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        return [(Path(entry.path), entry.stat()) for entry in entries if entry.is_file()]
    return []


def _digest(*parts: bytes) -> str:
    """One digest of several parts, each with its length: none can pass for a piece of another."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d\n" % len(part))
        digest.update(part)
    return digest.hexdigest()
