"""Values that all pages share, watched: which parts of them a page reads, each with a digest of what it says.

A page that reads the same from all of them is the same page. Keeping pages by that is left to `kept_pages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from inspect import isfunction
from types import MethodType
from typing import Any, cast

from dossier.cite import Citations, PageEntries
from dossier.cite.linked import LinkedRecords
from dossier.leaves.digests import all_plain, digest
from dossier.model.analysis import Analysis
from dossier.model.configuration import Configuration
from dossier.model.corpus import Corpus
from dossier.model.links import Links
from dossier.model.public import Public
from dossier.render.catalog import Catalog

_SHARED = (
    Analysis, Catalog, Citations, Configuration, Corpus, LinkedRecords, Links, PageEntries, Public,
)  # fmt: skip
"""What is watched part by part; all else in them is read whole, mappings key by key."""
_KEEPS = "kept"
"""Part of a catalog that says nothing: it gives back what was made of that which a page has read already."""
_MOST_READ = ("Corpus.claims", "Corpus.entities", "Public.evidence")
"""What pages of most kinds read."""
_WHOLE = ""
_ABSENT = ""
_EVERYTHING = object()
"""In place of a key, where all of a value is read."""

Read = tuple[str, str]
"""A part of a shared value (`Corpus.claims`) and the key at which it was read; none where it was read whole."""


@dataclass(slots=True)
class Watch:
    """A catalog for pages to read, what of it they have read since `begin`, and what any part of it says now."""

    real: Catalog
    catalog: Catalog = field(init=False)
    _parts: dict[str, _Part] = field(default_factory=dict)
    _shared: dict[str, object] = field(init=False)
    _keys: dict[str, dict[str, Any]] = field(default_factory=dict)
    _digests: dict[Read, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.catalog = cast("Catalog", _Watched(self.real, self._parts))
        dossier, citations = self.real.dossier, self.real.citations
        values: tuple[object, ...] = (
            self.real,
            self.real.linked,
            citations,
            citations.pages,
            dossier,
            dossier.corpus,
            dossier.corpus.configuration,
            dossier.links,
            dossier.analysis,
        )
        self._shared = {type(value).__name__: value for value in values}

    def begin(self) -> None:
        """Forget what was read."""
        for part in self._parts.values():
            part.seen.clear()

    def seen(self) -> tuple[Read, ...]:
        """What was read."""
        return tuple(part[key] for part in self._parts.values() for key in part.seen)

    def says(self, read: Read) -> str:
        """A digest of what is read there now; empty where there is nothing."""
        said = self._digests.get(read)
        if said is None:
            said = self._digests[read] = self._digest(*read)
        return said

    def read_ahead(self) -> None:
        """Have the digests of what pages of most kinds read."""
        for part in _MOST_READ:
            for key in self._part(part):
                self.says((part, _written(key)))

    def _digest(self, part: str, key: str) -> str:
        value = self._part(part)
        if key == _WHOLE:
            return digest(value)
        if part not in self._keys:
            self._keys[part] = {_written(key): key for key in value}
        keys = self._keys[part]
        return digest(value[keys[key]]) if key in keys else _ABSENT

    def _part(self, part: str) -> Any:  # noqa: ANN401 - of any of the shared values
        owner, name = part.split(".")
        return getattr(self._shared[owner], name)


class _Part(dict[object, Read]):
    """A part of a shared value: the keys at which it was `seen` to be read, and each as a `Read`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seen: dict[object, None] = {}

    def __missing__(self, key: object) -> Read:
        self[key] = read = (self.name, _written(key))
        return read


class _Watched:
    """Stands for one of the shared values; its methods and properties read through it, too."""

    def __init__(self, value: object, parts: dict[str, _Part]) -> None:
        self._value = value
        self._parts = parts

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        declared = getattr(type(self._value), name, None)
        if isinstance(declared, property) and declared.fget:
            return declared.fget(self)
        if isfunction(declared):
            return vars(self).setdefault(name, MethodType(declared, self))
        value = getattr(self._value, name)
        if name == _KEEPS:
            return value
        if isinstance(value, _SHARED):
            return vars(self).setdefault(name, _Watched(value, self._parts))
        whole = f"{type(self._value).__name__}.{name}"
        part = self._parts.setdefault(whole, _Part(whole))
        if isinstance(value, Mapping):
            return vars(self).setdefault(name, _WatchedMapping(value, part.seen))
        part.seen[_EVERYTHING] = None
        return value


class _WatchedMapping(Mapping[Any, Any]):
    """Stands for a mapping, notes the keys at which it is `seen`; whoever looks at more than one reads it whole."""

    __slots__ = ("_seen", "_value")

    def __init__(self, value: Mapping[Any, Any], seen: dict[object, None]) -> None:
        self._value = value
        self._seen = seen

    def __getitem__(self, key: object) -> Any:  # noqa: ANN401
        self._seen[key] = None
        return self._value[key]

    def get(self, key: object, default: Any = None) -> Any:  # noqa: ANN401
        self._seen[key] = None
        return self._value.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._seen[key] = None
        return key in self._value

    def __iter__(self) -> Iterator[Any]:
        self._seen[_EVERYTHING] = None
        return iter(self._value)

    def __len__(self) -> int:
        self._seen[_EVERYTHING] = None
        return len(self._value)


def _written(key: object) -> str:
    """A key of a mapping as a text, which is never empty; empty where all of it is meant.

    Texts of all types find the same in a mapping.
    """
    if isinstance(key, str):
        return f"'{key}"
    return _WHOLE if key is _EVERYTHING else _written_out(key)


@cache
def _written_out(key: object) -> str:
    return repr(all_plain((key,)))
