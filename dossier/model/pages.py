"""The pages of a text: where each begins, its number in the file, and the number that is printed on it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import WithJsonSchema

from dossier.model.from_text import form
from dossier.model.record import Record

PAGE_BREAK = "\f"
"""A form feed ends a page and begins the next one."""

PrintedNumber = Annotated[
    str, form(r"^[0-9]{1,6}$", "a page number", 'write the number in digits, such as "179"')
]


PageLabel = Annotated[str, WithJsonSchema({"type": ["string", "integer"]})]


class PageNumbers(Record):
    """What is printed on the pages: the number of the `first`, counted on from there, or the `labels` of all."""

    first: PrintedNumber | None = None
    """The number that is printed on the first page; the others count on."""
    labels: tuple[PageLabel, ...] = ()
    """What is printed on each page, `""` where it is nothing."""

    def label(self, number: int) -> str | None:
        """What is printed on the page `number`, from 1."""
        if self.first is not None:
            return str(int(self.first) + number - 1)
        return self.labels[number - 1] or None if number <= len(self.labels) else None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its `number` in the file, from 1, and its `label`, the number printed on it, where that is known.

    `file` says what sort of file it is the number in, such as `PDF`.
    """

    number: int
    label: str | None
    file: str = "PDF"

    @property
    def name(self) -> str:
        """As a citation names it: `p. 181`, or `PDF p. 3` where no printed number is known."""
        return f"{self.file} p. {self.number}" if self.label is None else f"p. {self.label}"

    @property
    def title(self) -> str:
        """Where to turn to in the file."""
        return f"page {self.number} of the {self.file}"


def span_name(pages: tuple[Page, ...]) -> str:
    """One page as a citation names it, or the first and the last of several: `pp. 181–182`; empty for none."""
    if len(pages) < 2:  # noqa: PLR2004 - a span has two ends
        return "".join(page.name for page in pages)
    first, last = pages[0], pages[-1]
    if first.label is None or last.label is None:
        return f"{first.name} to {last.name}"
    return f"pp. {first.label}–{last.label}"


@dataclass(frozen=True, slots=True)
class TextPages:
    """Where the pages of a text begin (offsets in code points), and what is printed on them; none in a text that
    has no form feeds and whose record names no pages.
    """

    starts: tuple[int, ...]
    numbers: PageNumbers
    file: str = "PDF"

    @classmethod
    def of(cls, text: str, numbers: PageNumbers | None, file: str = "PDF") -> Self:
        """The pages of a text; a form feed with nothing but white space behind it ends the last page."""
        starts = (0, *(match.end() for match in re.finditer(PAGE_BREAK, text)))
        if len(starts) == 1 and numbers is None:
            starts = ()
        return cls(starts, numbers or PageNumbers(), file)

    def at(self, offset: int) -> Page | None:
        """The page of the character at `offset`."""
        number = bisect_right(self.starts, offset)
        return self._page(number) if number else None

    def from_to(self, start: int, last: int) -> tuple[Page, ...]:
        """The page of the character at `start` and, where it is another, that of the character at `last`."""
        ends = {page for page in (self.at(start), self.at(last)) if page is not None}
        return tuple(sorted(ends, key=lambda page: page.number))

    def begun_in(self, start: int, end: int) -> tuple[tuple[int, Page], ...]:
        """The pages that begin in `[start, end)`, each with the offset at which it does."""
        return tuple(
            (begin, self._page(number)) for number, begin in enumerate(self.starts, 1) if start <= begin < end
        )

    def fit(self, text: str) -> bool:
        """Whether there are as many labels as pages; an empty page at the end may have one or none."""
        if not self.numbers.labels:
            return True
        filled = len(text.rstrip().split(PAGE_BREAK))
        return self.numbers.first is None and filled <= len(self.numbers.labels) <= len(self.starts)

    def _page(self, number: int) -> Page:
        return Page(number, self.numbers.label(number), self.file)


NO_PAGES = TextPages((), PageNumbers())
"""Those of a text that has none."""
