"""Lists that outgrow a page: its first entries stay, and all of them are on further pages, each a few screens long.

A page is whole while its lists fit into `ROOM`. How entries look is left to `templates/parts/lists.html`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from dossier.leaves import address
from dossier.model.ids import SourceKey

ROOM = 200_000
"""About how many bytes of HTML the lists of one page may come to; the theme and what is said once add some 40,000."""
FURTHER = re.compile(r"(?:more|by|-?\d+s)/")
"""How what follows the address of a page begins, where a further page lies behind it."""
_HEADING = 500


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
    COLUMN = "columns"
    NAME = "named"
    CARD = "cards"
    LINE = "lines"
    FIGURE = "figures"
    SOURCE = "sources"
    TREATED = "treated"
    SHARE = "shares"
    MATRIX = "matrix"
    SILENT = "silent"
    WAIVED = "waived"
    BIBLIOGRAPHY = "bibliography"
    MOMENT = "moments"


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
        return _HEADING + sum(_BYTES[self.entry](entry) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class FurtherPage:
    """One of the pages that list what does not fit the page at `first`, with the addresses before and after it.

    `name` is what it lists alone, such as a source; empty where it goes on with all lists.
    """

    first: str
    address: str
    name: str
    number: int
    lists: tuple[PageList, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Paged:
    """The lists of a page as it shows them, by anchor, and the further pages."""

    shown: dict[str, PageList]
    further: tuple[FurtherPage, ...] = ()

    def of(self, prefix: str) -> tuple[PageList, ...]:
        """The lists whose anchors begin so, as the page shows them."""
        return tuple(shown for anchor, shown in self.shown.items() if anchor.startswith(prefix))

    @property
    def sources(self) -> tuple[PageList, ...]:
        """The lists of single sources."""
        return tuple(shown for shown in self.shown.values() if shown.by is not None)

    @property
    def whole(self) -> bool:
        """Whether the page shows everything."""
        return not self.further


def fits(lists: Iterable[PageList], room: int) -> bool:
    """Whether one page can hold some lists."""
    return sum(whole.room for whole in lists) <= room


def paged(first: str, lists: Iterable[PageList], room: int) -> Paged:
    """The lists of the page at `first`: all of them, or the first entries of each, and the rest on further pages."""
    filled = [whole for whole in lists if whole.entries]
    if fits(filled, room):
        return Paged({whole.anchor: whole for whole in filled})
    few = _few(filled, room)
    long = [whole for whole in filled if len(whole.entries) > few]
    further = list(further_of(first, [whole for whole in long if whole.by is None], room))
    for whole in long:
        if whole.by is not None:
            further += listed_at(first, address.by(first, whole.by), whole.heading, [whole], room)
    rests = {
        listed.anchor: f"{page.address}#{listed.anchor}"
        for page in reversed(further)
        for listed in page.lists
    }
    shown = {
        whole.anchor: shortened(whole, few, rests[whole.anchor]) if whole.anchor in rests else whole
        for whole in filled
    }
    return Paged(shown, tuple(further))


def shortened(whole: PageList, few: int, rest: str) -> PageList:
    """The first entries of a list of which all are at `rest`."""
    return replace(whole, entries=whole.entries[:few], rest=rest, left_out=len(whole.entries) - few)


def further_of(first: str, lists: Iterable[PageList], room: int) -> Iterator[FurtherPage]:
    """Pages behind the one at `first` with all entries of some of its lists."""
    pages = list(_cut(lists, room))
    numbers = range(2, len(pages) + 2)
    yield from _linked(first, "", [address.more(first, number) for number in numbers], numbers, pages)


def listed_at(
    first: str, base: str, name: str, lists: Iterable[PageList], room: int
) -> Iterator[FurtherPage]:
    """Pages with all entries of some lists, the first of them at `base`."""
    pages = list(_cut(lists, room))
    numbers = range(1, len(pages) + 1)
    yield from _linked(first, name, [base, *(f"{base}{number}/" for number in numbers[1:])], numbers, pages)


def _linked(
    first: str,
    name: str,
    addresses: Sequence[str],
    numbers: Iterable[int],
    pages: Iterable[tuple[PageList, ...]],
) -> Iterator[FurtherPage]:
    before, after = (first, *addresses[:-1]), (*addresses[1:], "")
    for here in zip(addresses, numbers, pages, before, after, strict=False):
        yield FurtherPage(first, here[0], name, *here[1:])


def _cut(lists: Iterable[PageList], room: int) -> Iterator[tuple[PageList, ...]]:
    """Some lists on pages in their order; one that does not end on a page goes on on the next."""
    page: list[PageList] = []
    left = room
    for whole in lists:
        held: list[Any] = []
        left -= _HEADING
        for entry in whole.entries:
            left -= _BYTES[whole.entry](entry)
            if left < 0 and (page or held):
                if held:
                    page.append(replace(whole, entries=tuple(held)))
                yield tuple(page)
                page, held, left = [], [], room - _HEADING - _BYTES[whole.entry](entry)
            held.append(entry)
        page.append(replace(whole, entries=tuple(held)))
    if page:
        yield tuple(page)


def _few(lists: Sequence[PageList], room: int) -> int:
    """How many entries of each list a page shows that does not hold all: as many as fill half the room."""

    def needs(few: int) -> int:
        return sum(replace(one, entries=one.entries[:few]).room for one in lists)

    most = max(len(one.entries) for one in lists)
    return max(0, bisect_right(range(most), room // 2, key=needs) - 1)


def _length(text: str) -> int:
    return len(text.encode())


_BYTES: Mapping[EntryKind, Callable[[Any], int]] = {
    EntryKind.CLAIM: lambda claim: 600 + _length(claim.statement) + _length(claim.quote),
    EntryKind.STATEMENT: lambda claim: 450 + _length(claim.statement),
    EntryKind.NUMBERED: lambda claim: 450 + _length(claim.statement),
    EntryKind.DATED: lambda claim: 450 + _length(claim.statement),
    EntryKind.QUESTION: lambda asked: 350 + _length(asked[0].asks) + 150 * len(asked[1].positions),
    EntryKind.RELATED: lambda _: 290,
    EntryKind.RELATION: lambda line: 200 + 200 * len(line.claims),
    EntryKind.WORK: lambda work: 150 + sum(350 * len(claims) for claims in work[1].values()),
    EntryKind.RECORD: lambda _: 170,
    EntryKind.COLUMN: lambda _: 170,
    EntryKind.NAME: lambda _: 170,
    EntryKind.CARD: lambda card: 300 + _length(card.summary),
    EntryKind.LINE: lambda card: 300 + _length(card.summary),
    EntryKind.FIGURE: lambda claim: 500 + _length(claim.statement),
    EntryKind.SOURCE: lambda _: 700,
    EntryKind.TREATED: lambda _: 700,
    EntryKind.SHARE: lambda _: 250,
    EntryKind.MATRIX: lambda share: 250 + 150 * len(share.counts),
    EntryKind.SILENT: lambda _: 170,
    EntryKind.WAIVED: lambda _: 400,
    EntryKind.MOMENT: lambda moment: 250 + 600 * len(moment.claims),
    EntryKind.BIBLIOGRAPHY: lambda work: 600 + work.claims.room + 150 * len(work.cited_on),
}
"""About how many bytes of HTML an entry of each sort comes to."""
