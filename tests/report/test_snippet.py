"""The caret stands below its character, as wide as terminals show it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.report.snippet import snippet


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        pytest.param("abc", 2, "abc", " ^", id="plain"),
        pytest.param("abc", 4, "abc", "   ^", id="behind the last character"),
        pytest.param("abc", 99, "abc", "   ^", id="far behind it"),
        pytest.param("", 1, "", "^", id="an empty line"),
        pytest.param("\ta\tb", 4, "    a    b", " " * 9 + "^", id="tabs"),
        pytest.param("日本語", 3, "日本語", "    ^", id="wide characters"),
        pytest.param("💡x", 2, "💡x", "  ^", id="a picture"),
        pytest.param("e\u0301x", 3, "e\u0301x", " ^", id="a combining character"),
        pytest.param("a\x1bb", 3, "a\ufffdb", "  ^", id="a control character"),
    ],
)
def test_the_caret_stands_below_its_character(line: str, column: int, shown: str, caret: str) -> None:
    assert snippet(line, column) == (shown, caret)


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "".join(str(number % 10) for number in range(1, 501))
    assert snippet(line, 1) == (f"{line[:100]}…", "^")
    shown, caret = snippet(line, 250)
    assert shown == f"…{line[189:289]}…"
    assert shown[len(caret) - 1] == line[249]
    assert snippet(line, 500)[0] == f"…{line[439:]}"


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Mn", "Me", "Cf"]), max_size=300),
    st.integers(-1, 400),
)
def test_no_line_is_wider_than_a_screen_or_moves_the_caret_off_it(line: str, column: int) -> None:
    shown, caret = snippet(line, column)
    width = sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in shown)
    assert width <= 102
    assert len(caret) <= width + 1
    assert all(char.isprintable() or unicodedata.category(char) == "Zs" for char in shown)
