"""Pages of a text: numbered by its form feeds, called by what is printed on them."""

from __future__ import annotations

import pytest

from dossier.model.pages import Page, PageNumbers, TextPages, span_name

TEXT = "one\ntwo\f\nthree\ffour\n"


def pages(text: str = TEXT, **typed: object) -> TextPages:
    return TextPages.of(text, PageNumbers.model_validate(typed) if typed else None)


@pytest.mark.parametrize(("word", "number"), [("one", 1), ("two", 1), ("three", 2), ("four", 3)])
def test_a_form_feed_ends_a_page(word: str, number: int) -> None:
    assert pages().at(TEXT.index(word)) == Page(number, None)


def test_a_text_without_form_feeds_has_no_pages_unless_its_record_names_one() -> None:
    assert pages("one").at(0) is None
    assert pages("one", first="181").at(0) == Page(1, "181")


def test_printed_numbers_are_counted_on_or_given_for_each_page() -> None:
    assert [pages(first="179").at(TEXT.index(word)) for word in ("one", "four")] == [
        Page(1, "179"),
        Page(3, "181"),
    ]
    given = pages(labels=["ii", "", "1"])
    assert [page.label for _, page in given.begun_in(0, len(TEXT))] == ["ii", None, "1"]


def test_a_page_is_called_as_it_is_printed_else_by_its_number_in_the_file() -> None:
    assert (Page(3, "181").name, Page(3, "181").title) == ("p. 181", "page 3 of the PDF")
    assert Page(3, None).name == "PDF p. 3"
    assert Page(3, None, "file").name == "file p. 3"


def test_words_over_a_break_are_on_two_pages() -> None:
    found = pages(first="179").from_to(TEXT.index("two"), TEXT.index("three"))
    assert [page.number for page in found] == [1, 2]
    assert span_name(found) == "pp. 179–180"
    assert span_name(pages().from_to(0, TEXT.index("three"))) == "PDF p. 1 to PDF p. 2"
    assert span_name(pages().from_to(0, 1)) == "PDF p. 1"
    assert span_name(()) == ""


@pytest.mark.parametrize(
    ("text", "labels", "fit"),
    [
        ("a\fb", ["1", "2"], True),
        ("a\fb", ["1"], False),
        ("a\fb", ["1", "2", "3"], False),
        ("a\fb\f", ["1", "2"], True),
        ("a\fb\f\n", ["1", "2", ""], True),
    ],
)
def test_there_are_as_many_labels_as_pages_and_an_empty_last_page_may_have_one(
    text: str, labels: list[str], *, fit: bool
) -> None:
    assert pages(text, labels=labels).fit(text) is fit
