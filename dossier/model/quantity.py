"""The quantity: a number in digits as authors type it, as it compares and as readers read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from dossier.model.codes import Code
from dossier.model.from_text import UnreadableValueError, schema_from_text
from dossier.model.kinds import Bound

_NUMBER = re.compile(
    r"""
    -? (?: 0 | [1-9][0-9]*
         | [1-9][0-9]{0,2} (?P<separator> [, '’\u00a0\u2009\u202f] ) [0-9]{3} (?: (?P=separator) [0-9]{3} )* )
    (?: \.[0-9]+ )?
    """,
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"[\s,'’]")
_ENDLESS = Decimal("Infinity")

BOUND_WORDS: Mapping[Bound, str] = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as `typed`, its `value`, and how a source bounds it. Equal where value and bound are."""

    typed: str = field(compare=False)
    value: Decimal
    bound: Bound = Bound.EXACT

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Read digits, with or without separators of thousands; raises `UnreadableValueError`."""
        plain = _SEPARATOR.sub("", typed)
        if _NUMBER.fullmatch(typed):
            return cls(typed, Decimal(plain))
        help_ = (
            f"write `{plain}`" if _NUMBER.fullmatch(plain) else "write digits alone, such as `1122` or `0.5`"
        )
        raise UnreadableValueError(Code.BAD_NUMBER, f"`{typed}` is not a number", help_)

    def __str__(self) -> str:
        """As typed."""
        return self.typed

    @property
    def plain(self) -> str:
        """As typed, without separators."""
        return f"{self.value:f}"

    @property
    def canonical(self) -> str:
        """The one spelling of its value: plain, without zeros at the end of a fraction."""
        return self.plain.rstrip("0").rstrip(".") if "." in self.plain else self.plain

    @property
    def label(self) -> str:
        """For readers: `1,122`, `about 0.5`."""
        return f"{BOUND_WORDS[self.bound]}{self.value:,f}"

    def meets(self, other: Self) -> bool:
        """Whether both can be true of one number, by their bounds; about a number counts as that number."""
        return self._least <= other._most and other._least <= self._most

    @property
    def _least(self) -> Decimal:
        return -_ENDLESS if self.bound is Bound.AT_MOST else self.value

    @property
    def _most(self) -> Decimal:
        return _ENDLESS if self.bound is Bound.AT_LEAST else self.value

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Records read it from text."""
        return schema_from_text(cls, cls.parse, handler)
