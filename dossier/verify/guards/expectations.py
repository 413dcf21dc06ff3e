"""What the words of a claim must have: the numbers and dates of its statement and fields, and where each was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from dossier.leaves.fold import folded_text
from dossier.leaves.language.datings import Dating, find_datings
from dossier.leaves.language.facts import Language
from dossier.leaves.language.numerals import Numeral, find_numerals
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.kinds import QuestionType
from dossier.model.place import Path

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<qualifier>[~?%]?)|(?P<decade>\d{3})X(?P<about>[~?%]?)"
)
_PERCENT_UNITS = {"percent", "per cent", "%", "percentage"}
_MONTHS = range(1, 13)
_SEASONS = range(21, 25)


@dataclass(frozen=True, slots=True)
class Expectation:
    """A number or a date typed at `path` (at `offset` of a folded statement); `about` where the date is approximate."""

    path: Path
    value: Numeral | Dating
    offset: int = 0
    about: bool = False
    as_typed: str = ""


def wanted_of(claim: Claim, corpus: Corpus, words: Language) -> Iterator[Expectation]:
    """Everything that quote and context must bear: the statement's first, then the fields'."""
    yield from _of_statement(claim, corpus, words)
    for name, date in (("date", claim.date), ("as_of", claim.as_of)):
        yield from _of_date((name,), date)
    if (figure := claim.figure) is not None:
        yield from _of_number(("figure", "value"), figure.value, figure.unit)
        yield from _of_date(("figure", "period"), figure.period)
    for number, answer in enumerate(claim.answers):
        path = ("answers", number)
        question = corpus.questions.get(answer.question)
        if question is None or not isinstance(answer.value, str):
            continue
        if question.type is QuestionType.DATE:
            yield from _of_date((*path, "value"), answer.value)
        elif question.type is QuestionType.NUMBER:
            yield from _of_number((*path, "value"), answer.value, claim.figure.unit if claim.figure else "")


def _of_number(path: Path, typed: str, unit: str) -> Iterator[Expectation]:
    try:
        value = Fraction(typed.replace(",", "").replace(" ", ""))
    except (ValueError, ZeroDivisionError):
        return
    yield Expectation(path, Numeral(0, 0, value, percent=unit.lower() in _PERCENT_UNITS), as_typed=typed)


def _of_date(path: Path, typed: str | None) -> Iterator[Expectation]:
    """The ends of an EDTF date; an open one asks for nothing, whole decades as an interval ask for the decade."""
    for end in dict.fromkeys((typed or "").split("/")):
        point = _POINT.fullmatch(end)
        if point is None:
            continue
        if point["decade"]:
            yield Expectation(
                path, Dating(0, 0, decade=10 * int(point["decade"])), about=bool(point["about"]), as_typed=end
            )
            continue
        month, day = (int(part) if part and part != "XX" else None for part in (point["month"], point["day"]))
        if month and month not in _MONTHS and month not in _SEASONS:
            continue  # no date: load says so
        season, month = (month, None) if month in _SEASONS else (None, month)
        dating = Dating(0, 0, int(point["year"]), month, day, season)
        yield Expectation(path, dating, about=bool(point["qualifier"]), as_typed=end)


def _of_statement(claim: Claim, corpus: Corpus, words: Language) -> Iterator[Expectation]:
    text = _without_names(folded_text(claim.statement), _names(claim, corpus))
    datings = [one for one in find_datings(text, words) if one.season is None or one.year is not None]
    in_dates = {offset for one in datings for offset in range(one.start, one.end)}
    numerals = [
        one for one in find_numerals(text, words) if one.start not in in_dates and _counts(text, one, words)
    ]
    values: list[Numeral | Dating] = [*datings, *numerals]
    for value in sorted(values, key=lambda one: (one.start, one.end)):
        typed = text[value.start : value.end].strip()
        yield Expectation(("statement",), value, value.start, as_typed=typed)


def _counts(text: str, numeral: Numeral, words: Language) -> bool:
    """Words like “one” and “first” seldom count."""
    return text[numeral.start : numeral.end].lower() not in words.numbers.uncounted


def _names(claim: Claim, corpus: Corpus) -> list[str]:
    """The names of the claim's entities that have a number or a date in them or may have, longest first."""
    answered = [value for answer in claim.answers for value in _as_tuple(answer.value)]
    ids = [*claim.concerns, *answered]
    entities = [corpus.entities[id_] for id_ in ids if id_ in corpus.entities]  # type: ignore[index]
    names = {folded_text(name) for entity in entities for name in (entity.name, *entity.aliases)}
    return sorted(names, key=lambda name: (-len(name), name))


def _as_tuple(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _without_names(text: str, names: list[str]) -> str:
    """The statement with every name blanked, so that its numbers do not count; all else keeps its place."""
    for name in names:
        if name.lower() not in text.lower():
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        text = pattern.sub(lambda found: "_" * len(found.group()), text)
    return text
