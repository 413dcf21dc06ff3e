"""The words in which a wrong field is told; places and codes are shown by `tests/cases/load`."""

import pytest

from dossier.load.drafts import Draft
from dossier.load.rules import check_repeats
from dossier.load.validate import validate
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.record import Record
from tests.load.typed import draft
from tests.words import CLAIM, ENTITY, SOURCE, kind

TYPED = "- {id: a-b, statement: s, quote: q, kind: event, about: [], topics: [t]}\n"


def said(model: type[Record], text: str, fixed: dict[str, object] | None = None) -> list[tuple[str, str]]:
    problems = Problems()
    validate(model, draft(text), problems, fixed=fixed)
    return [(each.message, each.help) for each in problems]


@pytest.mark.parametrize(
    ("typed", "message", "help_"),
    [
        ("statment: x", "unknown field `statment`", "did you mean `statement`?"),
        ("zzz: x", "unknown field `zzz`", "known fields: id, statement, quote, kind,"),
        ("figure: {value: 1, units: x}", "unknown field `units`", "did you mean `unit`?"),
        (
            "figure: {value: 1, unit: x, bound: at most}",
            "`bound` can't be `at most`",
            "did you mean `at-most`?",
        ),
        ("status: wrong", "`status` can't be `wrong`", "it is one of misprint, withdrawn"),
        ("speaker: Ivo Lund", "`speaker` must be a list", "write `[one, two]`"),
        ("context: {a: b}", "`context` must be a list", ""),
        ("answers: [{question: q, value: {a: b}}]", "`value` must be text or a list", ""),
        ("speaker: [Ivo Lund]", "`Ivo Lund` is not an id", "`ivo-lund`"),
        ("via: [', p. 7']", "`` is not a citation key", "no blank"),
    ],
)
def test_a_wrong_field_is_reported_with_how_to_fix_it(typed: str, message: str, help_: str) -> None:
    found = said(CLAIM, TYPED.replace("}\n", f", {typed}}}\n"), {"source": "a"})
    assert any(message == each and help_ in said_help for each, said_help in found), found


def test_what_follows_from_the_file_is_no_field_to_choose() -> None:
    found = said(ENTITY, "- {id: a, name: A, kin: x}\n", {"kind": kind("person")})
    assert found[0][0] == "unknown field `kin`"
    assert "kind" not in found[0][1]


def test_a_field_typed_under_its_name_in_the_program_is_unknown() -> None:
    """`from` is called `from_` in the model."""
    record = "- {reading: {restore: {at: [{line: 1, from_: a, to: b}]}}}"
    assert ("unknown field `from_`", "did you mean `from`?") in said(SOURCE, record)


def test_a_sound_draft_is_a_record() -> None:
    problems = Problems()
    claim = validate(CLAIM, draft(TYPED), problems, fixed={"source": "a"})
    assert len(problems) == 0
    assert claim is not None
    assert claim.source == "a"


def test_a_record_is_broken_by_its_own_problems_alone() -> None:
    """A problem that is in the collector already breaks it too, one of another record does not."""
    problems = Problems()
    problems.add(Place("elsewhere.yml"), Code.MISSING_FILE, "another file's problem")

    def rule(draft: Draft, problems: Problems) -> None:
        check_repeats(draft, ("topics",), problems)

    wrong = draft(TYPED.replace("[t]", "[t, t]"))
    assert [validate(CLAIM, wrong, problems, rule, {"source": "a"}) for _ in range(2)] == [None, None]
    assert validate(CLAIM, draft(TYPED), problems, rule, {"source": "a"}) is not None
    assert len(problems) == 2


def test_a_field_that_is_missing_is_the_one_that_is_unknown_beside_it() -> None:
    assert said(CLAIM, TYPED.replace("kind: event", "sort: event"), {"source": "a"}) == [
        ("unknown field `sort`", "did you mean `kind`, which is missing?")
    ]


def test_of_two_unknown_fields_neither_is_said_to_be_the_missing_one() -> None:
    found = said(CLAIM, TYPED.replace("kind: event", "sort: event, zzz: x"), {"source": "a"})
    assert [message for message, _ in found] == [
        "`kind` is missing",
        "unknown field `sort`",
        "unknown field `zzz`",
    ]
