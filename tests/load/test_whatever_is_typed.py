"""Whatever is typed in a field becomes a value or a problem at its place, in our words: never an exception."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.load.lists import parse_list
from dossier.load.pages import NoteFront
from dossier.load.validate import validate
from dossier.load.vocabulary_file import VocabularyRecord
from dossier.model.problem import Problems
from dossier.model.question import Question, Topic
from dossier.model.record import Record
from tests.load.typed import typed
from tests.words import CLAIM, ENTITY, SOURCE, kind

Path = tuple[str | int, ...]

_HISTORY = {
    "added": "2026-11-21",
    "revised": [{"date": "2026-12-01", "why": "w", "was": {"name": "x", "choices": ["x", "y"]}}],
}
_SUPPORTED = [{"id": "x", "claims": ["a-b"]}]
FULL: dict[type[Record], dict[str, Any]] = {
    CLAIM: {
        "id": "a-b",
        "statement": "s",
        "quote": "q",
        "kind": "event",
        "about": ["x"],
        "topics": ["t"],
        "figure": {"value": "1", "unit": "people", "bound": "about", "period": "2002/.."},
        "speaker": ["x"],
        "via": ["w, p. 7"],
        "answers": [{"question": "q", "value": ["x", "…"], "bound": "about", "period": "2013"}],
        "context": ["c"],
        "cooperation": "absent",
        "status": "misprint",
        "allow": [{"code": "short-quote", "why": "w"}],
        "formerly": ["a-old"],
        **_HISTORY,
    },
    ENTITY: {
        "id": "x",
        "name": "X",
        "aliases": ["Y"],
        "also": ["group"],
        "type": "country",
        "country": "ES",
        "lat": "1.5",
        "lon": "-7",
        "description": "d",
        "run_by": _SUPPORTED,
        "part_of": _SUPPORTED,
        "partners": _SUPPORTED,
        "members": _SUPPORTED,
        "place": _SUPPORTED,
        "successor_of": _SUPPORTED,
        "allow": [{"code": "event-without-date", "why": "w"}],
        "see": ["y"],
        "disputed": "d",
        "named_by_us": "true",
        "remark": "r",
        "formerly": ["z"],
        **_HISTORY,
    },
    Topic: {"id": "t", "name": "T", "intro": "i", "formerly": ["s"]},
    Question: {
        "id": "q",
        "asks": "Q?",
        "type": "set",
        "about": ["x"],
        "choices": ["x"],
        "verdict": "misprint",
        "note": "n",
        "formerly": ["p"],
        **_HISTORY,
    },
    SOURCE: {
        "citation": "a",
        "kind": "press",
        "language": "en",
        "sha256": "0" * 64,
        "supplied": "2026-11-21",
        "rights": {"license": "unstated", "publish": "full", "holder": "h", "note": "n"},
        "reading": {
            "headings": ["H", {"lines": "4-5", "level": "2"}],
            "asides": ["A", {"lines": "6"}],
            "furniture": ["F", {"lines": "7"}],
            "notes": {
                "marks": "glued",
                "numerals": "roman",
                "texts": "end",
                "unnumbered": [{"marks": "1", "texts": "2"}],
            },
            "order": [{"lines": "8-9", "after": "3"}],
            "restore": {
                "sentences": "true",
                "words": {"a": "A"},
                "phrases": {"b": "B"},
                "at": [{"line": "4", "from": "a", "to": "A"}],
            },
            "remark": "r",
        },
        "waive": [{"words": "w", "why": "y"}],
        "allow": [{"code": "language-not-known", "why": "w"}],
        "coverage": "complete",
        "original": {
            "sha256": "0" * 64,
            "media_type": "application/pdf",
            "extractor": "e",
            "file": "original.pdf",
            "url": "https://example.org/a.pdf",
            "retrieved": "2026-11-21",
        },
        "pages": {"first": "179", "labels": ["i"]},
        "formerly": ["b"],
    },
    VocabularyRecord: {
        "kinds": [
            {
                "id": "lamp",
                "plural": "lamps",
                "name": "lamp",
                "names": "lamps",
                "about": "Lamps.",
                "traits": ["main", "point"],
                "types": [{"id": "oil", "name": "oil lamp", "names": "oil lamps", "traits": ["outline"]}],
            }
        ],
        "relations": [{"id": "lit_by", "name": "lit by", "back": "lit", "back_of": {"lamp": "lit"}}],
        "claims": [{"id": "figure", "name": "figure"}],
        "sources": [{"id": "press", "name": "press"}],
        "qualifiers": [
            {
                "id": "light",
                "name": "light",
                "phrase": "a light that is out",
                "of": ["lamp"],
                "told_by": ["figure"],
                "states": [{"id": "lit", "name": "lit", "sign": "full"}],
            }
        ],
        "views": {"network": ["lamp"], "coverage": ["lamp"]},
    },
    NoteFront: {
        "title": "T",
        "summary": "S",
        "date": "2026-11-21",
        "topics": ["t"],
        "withdrawn": "2026-12-02",
        **_HISTORY,
    },
}
"""A sound record of each model. Fields that are not here are text, a date or a number, which `2013` can be."""
FIXED: dict[type[Record], dict[str, object]] = {
    CLAIM: {"source": "a"},
    ENTITY: {"kind": kind("partner")},
}
for model, fields in FULL.items():
    names = (field.alias or name for name, field in model.model_fields.items())
    fields |= {name: "2013" for name in names if name not in {*fields, *FIXED.get(model, ())}}

TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            "x",
            "true",
            "yes",
            "0",
            "-1",
            "1e999",
            "nan",
            "1_0",
            "٣",
            "9" * 5000,
            "5-4",
            "2013-13",
            "a b",
            ", p. 7",
        ]
    ),
    st.text(max_size=6),
)
NAMES = st.one_of(
    st.sampled_from(
        ["id", "claims", "lines", "level", "value", "unit", "question", "code", "from", "from_", "(text)"]
    ),
    st.text(max_size=3),
)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=6
)


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from paths(inner, (*path, step))


PLACES = [(model, path) for model, full in FULL.items() for path in paths(full)]


def validated(model: type[Record], fields: dict[str, Any]) -> tuple[Record | None, list[str]]:
    """The record, and what is said of it; the fields are written as YAML, as authors do."""
    problems = Problems()
    drafts = parse_list(typed(f"- {json.dumps(fields)}\n"), problems).drafts
    record = validate(model, drafts[0], problems, fixed=FIXED.get(model)) if drafts else None
    return record, [problem.message for problem in problems]


@pytest.mark.parametrize("model", FULL)
def test_the_record_of_each_model_with_all_of_its_fields_is_sound(model: type[Record]) -> None:
    record, messages = validated(model, FULL[model])
    assert (record is not None, messages) == (True, [])


@given(st.sampled_from(PLACES), VALUES)
def test_whatever_is_typed_is_a_value_or_a_problem(where: tuple[type[Record], Path], value: object) -> None:
    model, path = where
    fields = copy.deepcopy(FULL[model])
    holder: Any = fields
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    record, messages = validated(model, fields)
    assert (record is None) == bool(messages), messages
