"""What is typed into the search and what was written are compared as the same words, in Python and in the browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from dossier.leaves import look, search_words
from dossier.leaves.language.languages import languages

CASES: list[Any] = yaml.safe_load((Path(__file__).parent / "search_words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "words", "compounds", "dates"), CASES)
def test_a_text_is_compared_by_these_words(
    text: str, words: list[str], compounds: list[str], dates: list[str]
) -> None:
    assert search_words.words(text) == words
    assert search_words.compounds(text) == compounds
    assert sorted(search_words.dates(text)) == sorted(dates)


def test_no_name_of_a_month_is_another_month_elsewhere() -> None:
    for language in languages():
        for name, number in language.calendar.month_numbers.items():
            assert search_words.months()[search_words.folded(name)] == number, name


def test_names_of_months_are_patterns_as_they_are() -> None:
    assert [name for name in search_words.months() if not re.fullmatch(r"[\w ]+", name)] == []


@pytest.mark.browser
def test_the_browser_compares_by_the_same_words(launch: Browser) -> None:
    page = launch.new_page()
    page.evaluate("window.Dossier = {}")
    page.add_script_tag(content=look.assets()["assets/search.js"].decode())
    found = page.evaluate(
        "texts => texts.map(text => ['words', 'compounds', 'dates'].map(list => Dossier.words[list](text)))",
        [text for text, *_ in CASES],
    )
    for (text, *expected), (words, compounds, dates) in zip(CASES, found, strict=True):
        assert [words, compounds, sorted(dates)] == [*expected[:2], sorted(expected[2])], text
    page.close()


@pytest.mark.browser
def test_a_question_asks_for_the_finest_word_of_its_date_and_for_the_rest(launch: Browser) -> None:
    page = launch.new_page()
    page.evaluate("window.Dossier = {}")
    page.add_script_tag(content=look.assets()["assets/search.js"].decode())
    asked = "question => Dossier.words.asked(question)"
    assert page.evaluate(asked, "16 May 2003 bombing") == ["d20030516", "bombing"]
    assert page.evaluate(asked, "November 2015 Paris") == ["d201511", "paris"]
    assert page.evaluate(asked, "16 May") == ["d0516"]
    assert page.evaluate(asked, "in 2003") == ["in", "2003"]
    distance = "([one, other, most]) => Dossier.words.distance(one, other, most)"
    assert page.evaluate(distance, ["musahala", "musalaha", 2]) == 1 + 1
    assert page.evaluate(distance, ["casblanca", "casablanca", 2]) == 1
    assert page.evaluate(distance, ["hamouchi", "hammouchi", 1]) == 1
    assert page.evaluate(f"arguments => ({distance})(arguments) === Infinity", ["abc", "abcdef", 2])
    page.close()
