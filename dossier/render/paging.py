"""Lists that outgrow a page: its first entries stay, and all of them are on further pages, each a few screens long.

A page is whole while its lists fit into `ROOM`. How entries look is left to `templates/parts/lists.html`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from dossier.leaves import address
from dossier.model.ids import SourceKey

ROOM = 200_000
"""About how many bytes of HTML the lists of one page may come to; the theme and what is said once add some 40,000."""
_HEADING = 500
_FIRST = 5
"""How many entries of a list stay on a page that does not hold all."""


class EntryKind(StrEnum):
    """What a list has entries of, by the macro that writes such a list."""

    CLAIM = "claims"
    STATEMENT = "statements"
    NUMBERED = "numbered"
    DATED = "dated"
    QUESTION = "questions"
    RELATED = "related"
    RELATION = "relations"
    WORK = "works"
    RECORD = "records"
    CARD = "cards"
    LINE = "lines"


@dataclass(frozen=True, slots=True)
class PageList:
    """A list with its heading.

    `by`: the source whose claims it holds, which has further pages of its own.
    `rest`: where all entries are, if some are left out.
    """

    anchor: str
    heading: str
    entry: EntryKind
    entries: tuple[Any, ...]
    by: SourceKey | None = None
    rest: str = ""
    left_out: int = 0

    @property
    def total(self) -> int:
        """How many entries there are."""
        return len(self.entries) + self.left_out

    @property
    def room(self) -> int:
        """About how many bytes of HTML it comes to."""
        return _HEADING + sum(_bytes(self.entry, entry) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class FurtherPage:
    """One of the pages that list what does not fit the page at `first`, with the addresses before and after it."""

    first: str
    address: str
    number: int
    sections: tuple[PageList, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Paged:
    """The lists of a page as it shows them, by anchor, and the further pages."""

    shown: dict[str, PageList]
    further: tuple[FurtherPage, ...] = ()

    def of(self, prefix: str) -> tuple[PageList, ...]:
        """The lists whose anchors begin so, as the page shows them."""
        return tuple(section for anchor, section in self.shown.items() if anchor.startswith(prefix))

    @property
    def sources(self) -> tuple[PageList, ...]:
        """The lists of single sources."""
        return tuple(section for section in self.shown.values() if section.by is not None)

    @property
    def whole(self) -> bool:
        """Whether the page shows everything."""
        return not self.further


def paged(first: str, sections: Sequence[PageList], room: int) -> Paged:
    """The lists of the page at `first`: all of them, or the first entries of each, and the rest on further pages."""
    sections = [section for section in sections if section.entries]
    if sum(section.room for section in sections) <= room:
        return Paged({section.anchor: section for section in sections})
    few = _few(sections, room)
    long = [section for section in sections if len(section.entries) > few]
    further = tuple(_further(first, long, room))
    rests = {
        section.anchor: f"{page.address}#{section.anchor}"
        for page in reversed(further)
        for section in page.sections
    }
    shown = {
        section.anchor: _shortened(section, few, rests[section.anchor])
        if section.anchor in rests
        else section
        for section in sections
    }
    return Paged(shown, further)


def _shortened(section: PageList, few: int, rest: str) -> PageList:
    return replace(section, entries=section.entries[:few], rest=rest, left_out=len(section.entries) - few)


def listed_at(first: str, base: str, sections: Iterable[PageList], room: int) -> Iterator[FurtherPage]:
    """Pages with all entries of some lists, the first of them at `base`."""
    pages = list(_cut(sections, room))
    addresses = [base, *(f"{base}{number}/" for number in range(2, len(pages) + 1))]
    yield from _linked(first, addresses, pages, 1)


def _further(first: str, sections: Sequence[PageList], room: int) -> Iterator[FurtherPage]:
    common = [section for section in sections if section.by is None]
    pages = list(_cut(common, room))
    addresses = [address.more(first, number) for number in range(2, len(pages) + 2)]
    yield from _linked(first, addresses, pages, 2)
    for section in sections:
        if section.by is not None:
            yield from listed_at(first, address.by(first, section.by), [section], room)


def _linked(
    first: str, addresses: Sequence[str], pages: Sequence[tuple[PageList, ...]], number: int
) -> Iterator[FurtherPage]:
    around = zip(("", *addresses), addresses, pages, (*addresses[1:], ""), strict=False)
    for place, (before, here, sections, after) in enumerate(around, number):
        yield FurtherPage(first, here, place, sections, before or first, after)


def _cut(sections: Iterable[PageList], room: int) -> Iterator[tuple[PageList, ...]]:
    """The lists on pages in their order; a list that does not end on one page goes on on the next."""
    page: list[PageList] = []
    left = room
    for section in sections:
        held: list[Any] = []
        left -= _HEADING
        for entry in section.entries:
            left -= _bytes(section.entry, entry)
            if left < 0 and (page or held):
                if held:
                    page.append(replace(section, entries=tuple(held)))
                yield tuple(page)
                page, held, left = [], [], room - _HEADING - _bytes(section.entry, entry)
            held.append(entry)
        page.append(replace(section, entries=tuple(held)))
    if page:
        yield tuple(page)


def _few(sections: Sequence[PageList], room: int) -> int:
    """How many entries of each list a page shows that does not hold all: fewer where there are many lists."""
    for few in range(_FIRST, 0, -1):
        first = (replace(section, entries=section.entries[:few]) for section in sections)
        if sum(section.room for section in first) <= room // 2:
            return few
    return 0


def _bytes(entry: EntryKind, of: Any) -> int:  # noqa: ANN401 - entries are what their macro takes
    """About how many bytes of HTML an entry comes to."""
    match entry:
        case EntryKind.CLAIM:
            return 600 + _length(of.statement) + _length(of.quote)
        case EntryKind.STATEMENT | EntryKind.NUMBERED | EntryKind.DATED:
            return 450 + _length(of.statement)
        case EntryKind.QUESTION:
            return 350 + _length(of[0].asks) + 150 * len(of[1].positions)
        case EntryKind.RELATION:
            return 200 + 200 * len(of.claims)
        case EntryKind.WORK:
            return 150 + sum(350 * len(claims) for claims in of[1].values())
        case EntryKind.CARD | EntryKind.LINE:
            return 300 + _length(of.summary)
        case EntryKind.RELATED | EntryKind.RECORD:
            return 170


def _length(text: str) -> int:
    return len(text.encode())
