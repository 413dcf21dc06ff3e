"""What problems of each severity do to a build."""

import pytest

from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems


@pytest.mark.parametrize(
    ("codes", "stops", "stops_when_strict"),
    [
        ([], False, False),
        ([Code.SCHEMA_STALE], False, False),
        ([Code.SCHEMA_STALE, Code.SHORT_QUOTE], False, True),
        ([Code.BAD_ID], True, True),
    ],
    ids=["none", "a note", "a warning", "an error"],
)
def test_an_error_stops_a_build_a_warning_a_strict_one_and_a_note_none(
    codes: list[Code], stops: bool, stops_when_strict: bool
) -> None:
    problems = Problems()
    for code in codes:
        problems.add(Place("sources/a/claims.yml"), code, "so it is")
    assert (problems.stop(strict=False), problems.stop(strict=True)) == (stops, stops_when_strict)
