"""Values that all pages share, watched: which parts of them a page reads, each with a digest of what it says.

A page that reads the same from all of them is the same page. Keeping pages by that is left to `kept_pages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from inspect import isfunction
from types import MethodType
from typing import Any, cast

from dossier.cite import Citations, PageEntries
from dossier.cite.linked import LinkedRecords
from dossier.model.analysis import Analysis
from dossier.model.configuration import Configuration
from dossier.model.corpus import Corpus
from dossier.model.links import Links
from dossier.model.public import Public
from dossier.model.record import Record
from dossier.render.catalog import Catalog

_SHARED = (
    Analysis, Catalog, Citations, Configuration, Corpus, LinkedRecords, Links, PageEntries, Public,
)  # fmt: skip
"""What is watched part by part; all else in them is read whole, mappings key by key."""
_WHOLE = ""
_ABSENT = ""

Read = tuple[str, str]
"""A part of a shared value (`Corpus.claims`) and the key at which it was read; none where it was read whole."""


@dataclass(slots=True)
class Watch:
    """A catalog for pages to read, what of it they have read since `begin`, and what any part of it says now."""

    real: Catalog
    catalog: Catalog = field(init=False)
    _seen: dict[Read, None] = field(default_factory=dict)
    _shared: dict[str, object] = field(init=False)
    _keys: dict[str, dict[str, Any]] = field(default_factory=dict)
    _digests: dict[Read, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.catalog = cast("Catalog", _Watched(self.real, self._seen))
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
        self._seen.clear()

    def seen(self) -> tuple[Read, ...]:
        """What was read, in order."""
        return tuple(self._seen)

    def says(self, read: Read) -> str:
        """A digest of what is read there now; empty where there is nothing."""
        if read not in self._digests:
            self._digests[read] = self._digest(*read)
        return self._digests[read]

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


class _Watched:
    """Stands for one of the shared values; its methods and properties read through it, too."""

    def __init__(self, value: object, seen: dict[Read, None]) -> None:
        self._value = value
        self._seen = seen

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        declared = getattr(type(self._value), name, None)
        if isinstance(declared, property) and declared.fget:
            return declared.fget(self)
        if isfunction(declared):
            return MethodType(declared, self)
        value, part = getattr(self._value, name), f"{type(self._value).__name__}.{name}"
        if isinstance(value, _SHARED):
            return vars(self).setdefault(name, _Watched(value, self._seen))
        if isinstance(value, Mapping):
            return vars(self).setdefault(name, _WatchedMapping(value, part, self._seen))
        self._seen[part, _WHOLE] = None
        return value


class _WatchedMapping(Mapping[Any, Any]):
    """Stands for a mapping; whoever looks at more than one key of it reads it whole."""

    def __init__(self, value: Mapping[Any, Any], part: str, seen: dict[Read, None]) -> None:
        self._value = value
        self._part = part
        self._seen = seen

    def __getitem__(self, key: object) -> Any:  # noqa: ANN401
        self._seen[self._part, _written(key)] = None
        return self._value[key]

    def __contains__(self, key: object) -> bool:
        self._seen[self._part, _written(key)] = None
        return key in self._value

    def __iter__(self) -> Iterator[Any]:
        self._seen[self._part, _WHOLE] = None
        return iter(self._value)

    def __len__(self) -> int:
        self._seen[self._part, _WHOLE] = None
        return len(self._value)


def digest(value: object) -> str:
    """A digest of a value, the same in every run."""
    return sha256(repr(_plain(value)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _written(key: object) -> str:
    """A key of a mapping as a text, which is never empty."""
    return f"'{key}" if type(key) is str else _written_out(key)


@cache
def _written_out(key: object) -> str:
    return repr(_plain(key))


def _plain(value: Any) -> object:  # noqa: ANN401
    """A value as plain ones of which `repr` shows all; raises `TypeError` at one that may hide something."""
    sort: Any = type(value)
    if value is None or sort in {str, int, float, bool, bytes, Decimal}:
        return value
    if sort in {tuple, list}:
        return [_plain(item) for item in value]
    if isinstance(value, Enum | str):
        return sort.__name__, str(value)
    if isinstance(value, Record):
        return sort.__name__, [_plain(item) for item in vars(value).values()]
    if is_dataclass(value):
        return sort.__name__, [_plain(getattr(value, name)) for name in sort.__dataclass_fields__]
    if isinstance(value, Mapping):
        return sort.__name__, [(_plain(key), _plain(item)) for key, item in value.items()]
    if isinstance(value, frozenset | set):
        return sort.__name__, sorted(repr(_plain(item)) for item in value)
    raise TypeError(f"{sort} has no digest")
