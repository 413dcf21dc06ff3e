"""A date or a number in a field that nobody lists anywhere is read, reported, compared with the quote and exported."""

from __future__ import annotations

from operator import attrgetter

import pytest
from pydantic import create_model

from dossier.export.fields import TEXT, Field, record
from dossier.load.validate import validate
from dossier.model.date import Date
from dossier.model.day import Day
from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.model.quantity import Quantity
from dossier.model.record import Record
from tests.load.typed import draft
from tests.verify.build import Text
from tests.verify.claims import verified
from tests.words import CLAIM


class Part(Record):
    """A record inside a record."""

    opened: Date
    closed: tuple[Date, ...] = ()


NewClaim = create_model(
    "NewClaim",
    __base__=CLAIM,
    foretold=(Date | None, None),
    cost=(Quantity | None, None),
    parts=(tuple[Part, ...], ()),
    entered=(Day | None, None),
)
"""A claim with fields that the program has never heard of."""


REST = {"id": "demo-a", "statement": "It is so.", "kind": "event", "about": [], "topics": ["t"]}


@pytest.mark.parametrize(
    ("typed", "wrong", "code"),
    [
        ("foretold: not a date at all", "not a date", "bad-date"),
        ("foretold: [2013]", "[2013]", "wrong-shape"),
        ("cost: dear", "dear", "bad-number"),
        ("parts: [{opened: 2013-13}]", "2013-13", "bad-date"),
        ("parts: [{opened: 2013, closed: [2014, 2015, ../..]}]", "../..", "bad-date"),
        ("entered: 2013", "2013", "bad-date"),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(typed: str, wrong: str, code: str) -> None:
    problems = Problems()
    record = f"- {{id: demo-a, statement: s, quote: q, kind: event, about: [], topics: [t], {typed}}}\n"
    assert validate(NewClaim, draft(record), problems, fixed={"source": "demo"}) is None
    found = [(problem.place.column, problem.code) for problem in problems]
    assert found == [(record.index(wrong) + 1, code)]


@pytest.mark.parametrize(
    ("field", "value", "missing"),
    [
        ("foretold", "2013", "2013"),
        ("cost", "9’999", "9’999"),
        ("parts", [{"opened": "2011", "closed": ["2012", "2014"]}], "2014"),
    ],
)
def test_what_the_quote_does_not_have_is_told(field: str, value: object, missing: str) -> None:
    quote = "it was to be built in 2011 or 2012"
    text = Text()
    text.paragraph(quote)
    claim = NewClaim.of_source(SourceKey("demo"), REST | {"quote": quote, field: value})
    _, (problem,) = verified(text, claim)
    assert problem.message.startswith(f"`{field}")
    assert f"“{missing}”" in problem.message


def test_the_day_of_what_editors_did_is_not_looked_for_in_the_quote() -> None:
    quote = "it was to be built in 2011 or 2012"
    text = Text()
    text.paragraph(quote)
    claim = NewClaim.of_source(SourceKey("demo"), REST | {"quote": quote, "entered": "2026-11-21"})
    assert verified(text, claim)[1] == []


def test_values_are_exported_as_typed() -> None:
    fields = {"foretold": "1985~", "cost": "9’999", "entered": "2026-11-21"}
    claim = NewClaim.of_source(SourceKey("demo"), REST | {"quote": "q"} | fields)
    exported = record(*(Field(name, "New.", TEXT, attrgetter(name)) for name in fields))
    assert exported.encode(claim) == fields
