"""Keeps the Markdown of pages from build to build, by all that each of them read; `watched` sees what that is.

There are two files for each kind of page: after an edit only the second is written, with what was made since the
first. Each begins with a line that says what its pages read, with digests, and to which files each page came by which
of these; then come the contents of these files.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept
from dossier.leaves.kept_values import FEW, KeptValues
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.watched import Read, Watch, digest


@dataclass(frozen=True, slots=True)
class _Page:
    """What was read for a page, and its files: that of the page, and of what its lists go on on."""

    reads: tuple[Read, ...]
    files: tuple[OutputFile, ...]


@dataclass(slots=True)
class _Kind:
    """The pages of one kind by a digest of what they are about: those that are as the two files have them, those of
    `this` build, and how many of these were `made` for it.
    """

    first: Mapping[str, _Page]
    later: Mapping[str, _Page]
    this: dict[str, _Page] = field(default_factory=dict)
    made: int = 0


@dataclass(slots=True)
class KeptPages:
    """The pages that are kept in `folder`; `save` when all of a kind are made."""

    folder: Path
    _watch: Watch | None = field(default=None, init=False)
    _kinds: dict[str, _Kind] = field(default_factory=dict)
    _values: dict[str, KeptValues] = field(default_factory=dict)

    def pages(
        self, catalog: Catalog, make: Callable[..., Iterable[OutputFile]], *about: object
    ) -> tuple[OutputFile, ...]:
        """What `make` makes of a catalog, always the same, `about` something; it may read nothing but these."""
        watch = self._watch = self._watch or Watch(catalog)
        name = make.__module__.rpartition(".")[2]
        if name not in self._kinds:
            self._kinds[name] = _Kind(self._found(name, watch), self._found(f"{name}.later", watch))
        kind, key = self._kinds[name], digest(about)
        page = kind.later.get(key) or kind.first.get(key)
        if page is None:
            watch.begin()
            files = tuple(make(watch.catalog, *about))
            page = _Page(watch.seen(), files)
            kind.made += 1
        kind.this[key] = page
        return page.files

    def read_ahead(self, catalog: Catalog) -> None:
        """Have ready what pages of most kinds are compared by, before processes part, which would each work it out."""
        self._watch = Watch(catalog)
        self._watch.read_ahead()

    def value(self, name: str, make: Callable[[], Any], *about: object) -> Any:  # noqa: ANN401 - JSON
        """What `make` makes of what it is `about` and of nothing else; values of one `name` are in one file."""
        if name not in self._values:
            self._values[name] = KeptValues(Kept(self.folder), f"{name}.json")
        return self._values[name].of(digest(about), make)

    def save(self) -> None:
        """Keep the pages and values that were made since this was called last."""
        while self._values:
            self._values.popitem()[1].save()
        while self._kinds and self._watch:
            name, kind = self._kinds.popitem()
            if kind.made:
                later = {key: page for key, page in kind.this.items() if key not in kind.first}
                if len(later) * FEW > len(kind.this):
                    self._keep(name, kind.this, self._watch)
                else:
                    self._keep(f"{name}.later", later, self._watch)

    def _keep(self, name: str, pages: Mapping[str, _Page], watch: Watch) -> None:
        with suppress(OSError):  # a folder that can't be written costs only time
            Kept(self.folder).keep(name, _key(name, watch), _written(pages, watch))

    def _found(self, name: str, watch: Watch) -> Mapping[str, _Page]:
        """The pages of a file for which all that they read says the same now."""
        content = Kept(self.folder).find(name, _key(name, watch))
        if content is None:
            return {}
        head, contents = content.split(b"\n", 1)
        kept = json.loads(head)
        reads: list[Read] = [(part, key) for part, key, _ in kept["reads"]]
        same = {number for number, read in enumerate(reads) if watch.says(read) == kept["reads"][number][2]}
        pages, start = {}, 0
        for key, (numbers, sizes) in kept["pages"].items():
            files = []
            for path, size in sizes:
                files.append(OutputFile(path, contents[start : start + size]))
                start += size
            if same.issuperset(numbers):
                pages[key] = _Page(tuple(reads[number] for number in numbers), tuple(files))
        return pages


def _key(name: str, watch: Watch) -> str:
    """Which pages, and what none is seen to read: the programs, and the words that records have by their types."""
    return f"{name} {programs_at_work()} {digest(watch.real.dossier.corpus.vocabulary)}"


def _written(pages: Mapping[str, _Page], watch: Watch) -> bytes:
    numbers = defaultdict[Read, int](count().__next__)
    kept = {
        key: (
            [numbers[read] for read in page.reads],
            [(file.path, len(file.content)) for file in page.files],
        )
        for key, page in pages.items()
    }
    reads = [(*read, watch.says(read)) for read in numbers]
    contents = (file.content for page in pages.values() for file in page.files)
    return b"\n".join((json.dumps({"reads": reads, "pages": kept}).encode(), b"".join(contents)))
