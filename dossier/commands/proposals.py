"""What a claim about some words probably says in its fields: an id, a kind, a date, a figure, entities, topics.

It is proposed from the words and from what claims of these notes have said so far. How it is printed is left to `stub`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from dossier.leaves.fold import folded_name, folded_text
from dossier.leaves.language.datings import Dating, find_datings
from dossier.leaves.language.facts import Language
from dossier.leaves.language.languages import language_of
from dossier.leaves.language.numerals import Numeral, find_numerals
from dossier.leaves.names import NameIndex
from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor
from dossier.model.ids import EntityId, TopicId, nearest_id

T = TypeVar("T", bound=str)

_WORDS_IN_ID = 3
_NEXT_WORD = re.compile(r"\s+(?:[^\W\d_]|-)+")
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """The fields of a claim to be, but for statement and quote. `dated` are the words that the `date` was read from,
    `figure` is value and unit; `kinds` and `topics` are all that there are, the proposed one first.
    """

    id: str
    kinds: tuple[str, ...]
    about: tuple[EntityId, ...]
    topics: tuple[TopicId, ...]
    date: str = ""
    dated: str = ""
    figure: tuple[str, str] | None = None


@dataclass(slots=True)
class Proposer:
    """Proposes claims for a corpus, with an id that none has and that it has not proposed."""

    corpus: Corpus
    _names: NameIndex = field(init=False)
    _taken: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self._names = NameIndex.of(self.corpus.entities.values())
        self._taken = {*self.corpus.claims, *self.corpus.works}

    def propose(self, anchor: Anchor) -> Proposal:
        """What the words of an anchor propose."""
        language = language_of(self.corpus.sources[anchor.source].language)
        text = folded_text(anchor.exact)
        about = self._names.found_in(folded_name(anchor.exact))
        datings = [dating for dating in find_datings(text, language) if _edtf(dating)]
        figure = next(_figures(text, datings, language), None)
        return Proposal(
            self._id(anchor, about),
            self._kinds(dated=bool(datings), counted=figure is not None),
            about,
            self._topics(about),
            _edtf(datings[0]) if datings else "",
            text[datings[0].start : datings[0].end] if datings else "",
            figure,
        )

    def _id(self, anchor: Anchor, about: tuple[EntityId, ...]) -> str:
        """The source's key, and what the claim is chiefly about or the first long words."""
        words = [nearest_id(word) for word in anchor.exact.split()]
        long = [word for word in words if len(word) > _SHORT][:_WORDS_IN_ID]
        subject = about[0] if about else "-".join(long) or "claim"
        wanted = f"{anchor.source}-{subject}"
        found = next(id_ for id_ in _numbered(wanted) if id_ not in self._taken)
        self._taken.add(found)
        return found

    def _kinds(self, *, dated: bool, counted: bool) -> tuple[str, ...]:
        """Those that claims with and without a date and a figure mostly have come first."""
        shapes = [
            (claim.date is not None, claim.figure is not None, claim.kind.id)
            for claim in self.corpus.claims.values()
        ]
        alike = [kind for *shape, kind in shapes if shape == [dated, counted]]
        alike = alike or [kind for _, has_figure, kind in shapes if has_figure == counted]
        return _usual_first(alike, (kind.id for kind in self.corpus.vocabulary.claims))

    def _topics(self, about: tuple[EntityId, ...]) -> tuple[TopicId, ...]:
        """Those of claims that are about the same come first, then those of most claims."""
        claims = self.corpus.claims.values()
        alike = [topic for claim in claims if set(about) & set(claim.about) for topic in claim.topics]
        every = [topic for claim in claims for topic in claim.topics]
        return _usual_first(alike or every, self.corpus.topics)


def _usual_first(used: Iterable[T], known: Iterable[T]) -> tuple[T, ...]:
    usual = [word for word, _ in Counter(used).most_common()]
    return tuple(dict.fromkeys([*usual, *known]))


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1


def _edtf(dating: Dating) -> str:
    """As EDTF writes it; empty for a date without its year."""
    if dating.decade is not None:
        return f"{dating.decade // 10:03}X"
    if dating.century is not None:
        return f"{dating.century // 100:02}XX"
    parts = (dating.year, dating.month or dating.season, dating.day)
    if dating.year is None:
        return ""
    return "-".join(f"{part:0{4 if at == 0 else 2}}" for at, part in enumerate(parts) if part is not None)


def _figures(text: str, datings: Iterable[Dating], language: Language) -> Iterator[tuple[str, str]]:
    """Numbers outside of dates with what they count: percent, or the word behind them."""
    dated = {offset for dating in datings for offset in range(dating.start, dating.end)}
    for numeral in find_numerals(text, language):
        typed = text[numeral.start : numeral.end].lower()
        counts = not (numeral.code or numeral.ordinal or numeral.order or typed in language.numbers.uncounted)
        behind = _NEXT_WORD.match(text, numeral.end)
        unit = "percent" if numeral.percent else behind[0].strip() if behind else ""
        if numeral.start not in dated and counts and unit and (value := _digits(numeral)):
            yield value, unit


def _digits(numeral: Numeral) -> str:
    """Plain digits, as records have them; empty for a number that has no end."""
    value: Fraction = numeral.value
    if value.denominator == 1:
        return str(value.numerator)
    digits = f"{float(value):.6f}".rstrip("0")
    return digits if Fraction(digits) == value else ""
