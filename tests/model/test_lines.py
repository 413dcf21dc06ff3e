"""A line ends at LF, CR LF or a lone CR, and at nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.model.lines import Lines, with_line_feeds

ANY_TEXT = st.text(alphabet="ab\n\r\v\f\x1c\x85\u2028\u2029\ufeff")


def test_a_line_ends_at_lf_cr_lf_or_a_lone_cr() -> None:
    assert Lines("a\nb\r\nc\rd\n\re").texts() == ("a", "b", "c", "d", "", "e")


def test_a_line_ends_at_nothing_else() -> None:
    text = "a\vb\fc\x1cd\x85e\u2028f\u2029g"
    assert Lines(text).texts() == (text,)


def test_an_empty_text_is_one_empty_line() -> None:
    assert Lines("").ranges == ((0, 0),)
    assert Lines("").position(0) == (1, 1)


def test_a_line_end_belongs_to_the_line_it_ends() -> None:
    lines = Lines("ab\r\nc")
    assert [lines.position(offset) for offset in range(6)] == [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2)]


@given(ANY_TEXT)
def test_line_and_column_lead_back_to_the_character(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        assert lines.ranges[line - 1][0] + column - 1 == offset


@given(ANY_TEXT)
def test_line_feeds_alone_change_no_line(text: str) -> None:
    assert Lines(with_line_feeds(text)).texts() == Lines(text).texts()
    assert "\r" not in with_line_feeds(text)
