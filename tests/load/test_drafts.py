"""Where the values of a record stand, down to the single word."""

import pytest

from dossier.model.place import Place
from tests.load.typed import NAME, draft, typed


def where(text: str, word: str, *path: str | int) -> tuple[int, int]:
    """Line and column at which a word of the value at `path` was typed."""
    found = draft(text)
    value = found.text(*path)
    assert value is not None
    place = found.places.within(path, value, value.index(word))
    return place.line, place.column


BLOCK = """
    - id: a
      quote: >-
        The first line of it,
        the second line, and
        in the third one word.
    """


def test_a_word_in_the_third_line_of_a_block_is_found_where_it_was_typed() -> None:
    assert where(BLOCK, "word", "quote") == (5, 22)
    assert where(BLOCK, "The", "quote") == (3, 5)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        pytest.param("quote: one two", (2, 14), id="plain"),
        pytest.param("quote: one\n    two", (3, 5), id="plain in two lines"),
        pytest.param("quote:\n    one two", (3, 9), id="plain on the next line"),
        pytest.param('quote: "one two"', (2, 15), id="in quotation marks"),
        pytest.param("quote: 'one two'", (2, 15), id="in single quotation marks"),
        pytest.param("quote: |  # as printed\n\n    one\n\n     two", (6, 6), id="literal block"),
        pytest.param("quote: >2\n     one\n     two", (4, 6), id="block with a margin"),
        pytest.param("quote: 💡 two", (2, 12), id="behind a character beyond the first plane"),
    ],
)
def test_a_word_is_found_in_every_style(written: str, place: tuple[int, int]) -> None:
    assert where(f"- id: a\n  {written}\n", "two", "quote") == place


def test_where_characters_are_escaped_the_value_itself_is_shown() -> None:
    assert where('- id: a\n  quote: "on\\u0065 two"\n', "two", "quote") == (2, 10)
    assert where("- id: a\n  quote: 'on''e two'\n", "two", "quote") == (2, 10)


def test_a_missing_value_is_shown_at_its_nearest_ancestor() -> None:
    found = draft("- id: a\n  figure: {value: 1}\n")
    assert found.places.of("figure", "unit") == Place(NAME, 2, 11)
    assert found.places.of("remark") == Place(NAME, 1, 3)


def test_text_is_folded_as_yaml_folds_it_and_stripped() -> None:
    found = draft(
        '- id: " a "\n  quote: >\n\n    one\n    two\n\n    three\n  remark: |+\n    x\n      y\n\n'
    )
    assert found.values == {"id": "a", "quote": "one two\nthree", "remark": "x\n  y"}


def test_a_place_counts_lines_as_hints_do() -> None:
    file = typed("a\r\nb\u2028c\x85d\n\re")
    assert [file.place(at).line for at in range(len(file.text))] == [1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 4]
    assert file.place(3) == Place(NAME, 2, 1)
    assert file.place(len(file.text)) == Place(NAME, 4, 2)
