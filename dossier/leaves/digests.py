"""Digests of values, field by field, the same in every run: what is made of values can be kept by them."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from operator import attrgetter
from types import NoneType
from typing import Any

from dossier.model.record import Record

_WITHOUT_REFERENCES = 2
"""The version of Python's own format in which equal values are written alike, shared or not."""


def digest(value: object) -> str:
    """A digest of a value, the same in every run; raises `TypeError` at one that may hide something."""
    plain = marshal.dumps(all_plain((value,)), _WITHOUT_REFERENCES)  # is never read back
    return sha256(plain).hexdigest()[:32]


def all_plain(values: Any) -> list[object]:  # noqa: ANN401
    """Values as plain ones, which hide nothing."""
    return [value if (plain := _PLAIN[type(value)]) is None else plain(value) for value in values]


class _PlainWays(dict[type, Callable[[Any], object] | None]):
    """How a value of each type becomes a plain one; none where it is plain."""

    def __missing__(self, sort: type) -> Callable[[Any], object] | None:
        self[sort] = way = _plain_way(sort)
        return way


def _plain_way(sort: Any) -> Callable[[Any], object]:  # noqa: ANN401
    name = sort.__name__
    if sort in {tuple, list}:
        return all_plain
    if issubclass(sort, Enum | str | Decimal):
        return lambda value: (name, str(value))
    if issubclass(sort, Record) or is_dataclass(sort):
        first, *others = sort.model_fields if issubclass(sort, Record) else sort.__dataclass_fields__
        get = attrgetter(first, *others)  # gives a tuple where there are several
        return lambda value: (name, all_plain(get(value) if others else (get(value),)))
    if issubclass(sort, Mapping):
        return lambda value: (name, all_plain(value), all_plain(value.values()))
    if issubclass(sort, frozenset | set):
        return lambda value: (name, sorted(map(repr, all_plain(value))))
    raise TypeError(f"{sort} has no digest")


_PLAIN = _PlainWays(dict.fromkeys((NoneType, str, int, float, bool, bytes)))
