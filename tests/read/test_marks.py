"""References to notes: the likeliest sequence, and what no number can be."""

from __future__ import annotations

import pytest

from dossier.leaves.language.languages import language_of
from dossier.model.hints import MarkStyle
from dossier.read.lines import split_lines
from dossier.read.marks import choose_marks, possible_marks
from dossier.read.numerals import parse_number, parse_roman


def found(text: str, notes: int, style: MarkStyle = MarkStyle.GLUED) -> list[str]:
    """The words before each reference and its label."""
    labels = {number: str(number) for number in range(1, notes + 1)}
    chosen = choose_marks(
        possible_marks(text, split_lines(text), style, language_of("en").reading), style, labels
    )
    return [f"{text[: mark.start].rsplit(maxsplit=1)[-1]}|{mark.label}" for mark in chosen]


def test_references_run_in_order() -> None:
    text = "It rained.1 In 2017.2 Boats came, so2 they say.”3 Then (all of 1950).4 Rest.2"
    assert found(text, 4) == ["rained.|1", "2017.|2", "say.”|3", "1950).|4"]


def test_a_missing_reference_does_not_hide_the_others() -> None:
    assert found("It rained.1 It poured.3 It stopped.4", 4) == ["rained.|1", "poured.|3", "stopped.|4"]


def test_of_two_places_for_one_number_the_surer_is_taken() -> None:
    assert found("lamps1 burn. It rained.1 Bells ring.2", 2) == ["rained.|1", "ring.|2"]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "2963 people",
            "14 miles",
            "resolution 1",
            "3.1 km",
            "version 2.1 of",
            "1,1",
            "12:1",
            "5:1 (2012)",
            "S/2005/1",
        ),
        *(
            "COVID-1",
            "No1",
            "H1",
            "Le1",
            "A1",
            "p.1",
            "pp.1–3",
            "vol.1",
            "(1)",
            "[1",
            "2005–1",
            "24/1",
            "#1",
            " .1",
        ),
    ],
)
def test_numbers_of_the_text_are_no_references(words: str) -> None:
    assert found(f"See {words} here", 1) == []


@pytest.mark.parametrize(
    "words",
    ["rained.1", "rained,1", "‘rain’.1", "rain.”1", "(2017d).1", "rain1—so", "rain!1", "May 2017.1 It"],
)
def test_numbers_glued_to_words_may_be_references(words: str) -> None:
    assert len(found(f"It {words} Then", 1)) == 1


def test_bracketed_references_need_a_note_and_may_come_again() -> None:
    text = "It rained [1], poured[2][1] and [3] stopped [sic]."
    assert found(text, 2, MarkStyle.BRACKETS) == ["rained|1", "poured|2", "poured[2]|1"]


def test_numerals_are_read_as_printed() -> None:
    assert [parse_number(n) for n in ("1", "12", "¹²", "iv", "0", "01", "99999", "x1")] == [
        1,
        12,
        12,
        4,
        None,
        None,
        None,
        None,
    ]
    assert [parse_roman(n) for n in ("i", "iv", "ix", "XIV", "xlii", "iiii", "Iv", "", "cm", "mm")] == [
        *(1, 4, 9, 14, 42, None, None, None, 900, None),
    ]
