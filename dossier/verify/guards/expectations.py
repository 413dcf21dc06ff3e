"""What the words of a claim must have: the numbers and dates of its texts and fields, and where each was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from dossier.leaves.fold import folded_name
from dossier.leaves.language.dating import Dating
from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.facts import Language
from dossier.leaves.language.numerals import Numeral, find_numerals
from dossier.leaves.language.words import in_any_case
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.date import Date
from dossier.model.edtf import SingleDate
from dossier.model.ids import EntityId
from dossier.model.place import Path
from dossier.model.quantity import Quantity
from dossier.model.record import values_in

_LETTER = re.compile(r"\w")
_CENTURY = 2
"""How many digits of its year a century leaves open."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """A number or a date typed at `path` (at `offset` of a folded text); `about` where the date is approximate."""

    path: Path
    value: Numeral | Dating
    offset: int = 0
    about: bool = False
    as_typed: str = ""


def wanted_of(claim: Claim, corpus: Corpus, words: Language) -> Iterator[Expectation]:
    """Everything that quote and context must have: the statement's first, then the fields'."""
    names = _names(claim, corpus)
    yield from _of_text(("statement",), claim.statement, names, words)
    yield from _of_text(("label",), claim.label or "", names, words)
    unit = claim.figure.unit if claim.figure else ""
    for path, value in values_in(claim):
        if isinstance(value, Date):
            yield from _of_date(path, value)
        elif isinstance(value, Quantity):
            yield _of_number(path, value, percent=unit.lower() in words.numbers.percent)


def _of_number(path: Path, quantity: Quantity, *, percent: bool) -> Expectation:
    numeral = Numeral(0, 0, Fraction(quantity.value), percent=percent)
    return Expectation(path, numeral, as_typed=quantity.typed)


def _of_date(path: Path, date: Date) -> Iterator[Expectation]:
    """The ends of a date; an open one asks for nothing, whole decades as an interval ask for the decade."""
    for end in dict.fromkeys((date.start, date.end)):
        if end is not None:
            yield Expectation(path, _dating(end), about=end.uncertain, as_typed=end.edtf)


def _dating(date: SingleDate) -> Dating:
    year = date.first.year
    if date.unspecified:
        return Dating(0, 0, century=year) if date.unspecified == _CENTURY else Dating(0, 0, decade=year)
    return Dating(0, 0, year, date.month, date.day, date.season)


def _of_text(path: Path, text: str, names: list[str], words: Language) -> Iterator[Expectation]:
    text = _without_names(folded_name(text), names)
    datings = [
        dating for dating in find_datings(text, words) if dating.season is None or dating.year is not None
    ]
    in_dates = {offset for dating in datings for offset in range(dating.start, dating.end)}
    numerals = [
        numeral
        for numeral in find_numerals(text, words)
        if numeral.start not in in_dates and _counts(text, numeral, words)
    ]
    values: list[Numeral | Dating] = [*datings, *numerals]
    for value in sorted(values, key=lambda value: (value.start, value.end)):
        typed = text[value.start : value.end].strip()
        yield Expectation(path, value, value.start, as_typed=typed)


def _counts(text: str, numeral: Numeral, words: Language) -> bool:
    """Words like “one” and “first” seldom count."""
    return text[numeral.start : numeral.end].lower() not in words.numbers.uncounted


def _names(claim: Claim, corpus: Corpus) -> list[str]:
    """The names of the claim's entities, which may have a number or a date in them, in small letters, longest first."""
    ids: set[str] = {*claim.concerns}
    for answer in claim.answers:
        values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        ids.update(value for value in values if isinstance(value, str))
    entities = [corpus.entities[EntityId(id_)] for id_ in ids if id_ in corpus.entities]
    names = {in_any_case(folded_name(name)) for entity in entities for name in (entity.name, *entity.aliases)}
    return sorted(names, key=lambda name: (-len(name), name))


def _without_names(text: str, names: list[str]) -> str:
    """The statement with every name blanked, so that its numbers do not count; all else keeps its place."""
    compared = in_any_case(text)
    for name in filter(None, names):
        for start, end in _whole_words(name, compared):
            blank = "_" * len(name)
            text, compared = (whole[:start] + blank + whole[end:] for whole in (text, compared))
    return text


def _whole_words(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words are in a text, and no letter or digit beside them."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        whole = not _LETTER.match(text[start - 1 : start]) and not _LETTER.match(text, end)
        if whole:
            yield start, end
        start = text.find(words, end if whole else start + 1)
