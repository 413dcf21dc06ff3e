"""Keeps which pages stand as they are to be, by all that each of them read; `watched` sees what that is.

There is a file for each kind of page: it says what its pages read, with digests, and which files each page came to by
which of these, with digests as well. What the files hold is not kept: they stand in `build/pages`, or are made again.
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
from dossier.leaves.digests import digest
from dossier.leaves.kept import Kept, digest_of
from dossier.leaves.kept_values import KeptValues
from dossier.model.output import MadeFile, OutputFile, StandingFile
from dossier.render.catalog import Catalog
from dossier.render.watched import Read, Watch


@dataclass(frozen=True, slots=True)
class _Page:
    """What was read for a page, and its files: that of the page, and of what its lists go on on."""

    reads: tuple[Read, ...]
    files: tuple[StandingFile, ...]


@dataclass(slots=True)
class _Kind:
    """The pages of one kind, by a digest of what they are about: those that stand as they are to be, those of `this`
    build, and how many of these were `made` for it.
    """

    standing: Mapping[str, _Page]
    this: dict[str, _Page] = field(default_factory=dict)
    made: int = 0


@dataclass(slots=True)
class KeptPages:
    """What is kept in `folder`; `save` when all of a kind are made. `standing`: a digest of each file in `build/pages`,
    by its path there.
    """

    folder: Path
    standing: Mapping[str, str]
    _watch: Watch | None = field(default=None, init=False)
    _kinds: dict[str, _Kind] = field(default_factory=dict)
    _values: dict[str, KeptValues] = field(default_factory=dict)

    def pages(
        self, catalog: Catalog, make: Callable[..., Iterable[OutputFile]], *about: object
    ) -> tuple[MadeFile, ...]:
        """What `make` makes of a catalog, always the same, `about` something; it may read nothing but these."""
        watch = self._watch = self._watch or Watch(catalog)
        name = make.__module__.rpartition(".")[2]
        if name not in self._kinds:
            self._kinds[name] = _Kind(self._found(name, watch))
        kind, key = self._kinds[name], digest(about)
        if key in kind.standing:
            kind.this[key] = kind.standing[key]
            return kind.this[key].files
        watch.begin()
        files = tuple(make(watch.catalog, *about))
        kind.made += 1
        made = tuple(StandingFile(file.path, digest_of(file.content)) for file in files)
        kind.this[key] = _Page(watch.seen(), made)
        return files

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
                with suppress(OSError):  # a folder that can't be written costs only time
                    content = _written(kind.this, self._watch)
                    Kept(self.folder).keep(name, _key(name, self._watch), content)

    def _found(self, name: str, watch: Watch) -> Mapping[str, _Page]:
        """The pages of a kind for which all that they read says the same now, and whose files are there."""
        content = Kept(self.folder).find(name, _key(name, watch))
        if content is None:
            return {}
        kept = json.loads(content)
        reads: list[Read] = [(part, key) for part, key, _ in kept["reads"]]
        same = {number for number, read in enumerate(reads) if watch.says(read) == kept["reads"][number][2]}
        return {
            key: _Page(
                tuple(reads[number] for number in numbers),
                tuple(StandingFile(path, was) for path, was in files),
            )
            for key, (numbers, files) in kept["pages"].items()
            if same.issuperset(numbers) and all(self.standing.get(path) == was for path, was in files)
        }


def _key(name: str, watch: Watch) -> str:
    """Which pages, and what none is seen to read: the programs, and the words that records have by their types."""
    return f"{name} {programs_at_work()} {digest(watch.real.dossier.corpus.vocabulary)}"


def _written(pages: Mapping[str, _Page], watch: Watch) -> bytes:
    numbers = defaultdict[Read, int](count().__next__)
    kept = {
        key: ([numbers[read] for read in page.reads], [(file.path, file.digest) for file in page.files])
        for key, page in pages.items()
    }
    reads = [(*read, watch.says(read)) for read in numbers]
    return json.dumps({"reads": reads, "pages": kept}).encode()
