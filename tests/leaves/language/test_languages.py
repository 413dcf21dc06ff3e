"""Each language is one file in which nothing is unknown and nothing is left out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from pydantic import ValidationError

from dossier.leaves.fold import folded_text
from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.facts import Language, LanguagePart
from dossier.leaves.language.languages import language_of
from dossier.leaves.language.numerals import find_numerals
from dossier.leaves.language.words import phrases_in

FILES = {
    file.name.removesuffix(".toml"): file
    for file in files("dossier.leaves.language").iterdir()
    if file.name.endswith(".toml")
}
TAGS = sorted(FILES)


def typed(tag: str) -> dict[str, Any]:
    return tomllib.loads(FILES[tag].read_text(encoding="utf-8"))


def words(value: Any) -> Iterator[str]:  # noqa: ANN401 - a TOML value
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from words(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from words(item)


@pytest.mark.parametrize("tag", TAGS)
def test_words_are_written_as_they_are_compared(tag: str) -> None:
    parts = {part: value for part, value in typed(tag).items() if part in set(LanguagePart)}
    assert [word for word in words(parts) if word != folded_text(word)] == []
    listed = {
        part: parts.get(part, {})
        for part in (
            LanguagePart.NEGATION,
            LanguagePart.HEDGE,
            LanguagePart.ATTRIBUTION,
            LanguagePart.JUDGMENT,
        )
    }
    assert [word for word in words(listed) if word != word.lower()] == []
    assert [word for word in words(parts.get(LanguagePart.NUMBERS, {})) if word != word.lower()] == []


@pytest.mark.parametrize("tag", TAGS)
def test_no_list_has_a_word_twice(tag: str) -> None:
    for part in (LanguagePart.NEGATION, LanguagePart.HEDGE, LanguagePart.ATTRIBUTION, LanguagePart.JUDGMENT):
        for words_of_it in typed(tag).get(part, {}).values():
            assert sorted(set(words_of_it)) == sorted(words_of_it)


def test_arabic_english_and_french_are_complete() -> None:
    for tag in ("ar", "en", "fr"):
        assert language_of(tag).not_yet == ()


def test_a_language_is_known_by_its_primary_subtag() -> None:
    assert language_of("en-GB") is language_of("en")
    assert language_of("FR") is language_of("fr")


def test_of_an_unknown_language_nothing_is_taken_from_english() -> None:
    unknown = language_of("tlh")
    assert unknown.not_yet == tuple(LanguagePart)
    assert (unknown.name, unknown.direction) == ("tlh", "auto")
    assert phrases_in("It may not be so, he said.", unknown.negation, unknown) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"nmae": "English"}, "nmae"),
        ({"negation": {"words": ["not"], "harmless": [], "capital_counts": [], "wrods": []}}, "wrods"),
        ({"negation": {"words": ["not"], "harmless": []}}, "capital_counts missing"),
        ({"negation": {"words": [], "harmless": [], "capital_counts": []}}, "not there yet"),
        ({"not_yet": ["negation"]}, "negation: either there, or in `not_yet`"),
        ({"calendar": typed("en")["calendar"] | {"months": [["January"]]}}, "twelve months"),
        ({"direction": "up"}, "direction"),
    ],
)
def test_a_file_with_a_mistake_is_refused(change: dict[str, Any], complaint: str) -> None:
    Language.model_validate(typed("en"))
    with pytest.raises(ValidationError, match=complaint):
        Language.model_validate(typed("en") | change)


@pytest.mark.parametrize("lost", ["name", "prefixes", "judgment", "reading"])
def test_a_file_that_leaves_something_out_is_refused(lost: str) -> None:
    whole = typed("en")
    del whole[lost]
    with pytest.raises(ValidationError, match=lost):
        Language.model_validate(whole)


@pytest.mark.parametrize("tag", TAGS)
def test_words_with_values_are_whole(tag: str) -> None:
    """A `*` would be looked up as it stands."""
    tables = {**typed(tag).get(LanguagePart.NUMBERS, {}), **typed(tag).get(LanguagePart.CALENDAR, {})}
    assert [word for word in words(tables) if word.endswith("*")] == []


@pytest.mark.parametrize(
    ("text", "negations", "hedges", "attributions"),
    [
        ("وقال الخيام إن ذلك ممكن", [], [], ["قال"]),
        ("فلا تعاون بين البلدين", ["لا"], [], []),
        ("لَمْ يَثْبُت", ["لم"], [], []),
        ("وقد يكون العدد نحو ٤٩", [], ["قد يكون", "نحو"], []),
        ("لا يزال على نحو جيد فقط", [], [], []),
        ("على بعد 50 كلم من كلا البلدين", [], [], []),
        ("اعلنت الوزارة", [], [], ["اعلنت"]),
    ],
)
def test_arabic_words_are_found_with_their_particles_and_without_vowels(
    text: str, negations: list[str], hedges: list[str], attributions: list[str]
) -> None:
    arabic, folded = language_of("ar"), folded_text(text)
    assert phrases_in(folded, arabic.negation, arabic) == negations
    assert phrases_in(folded, arabic.hedge, arabic) == hedges
    assert phrases_in(folded, arabic.attribution, arabic) == attributions


def test_a_star_stands_for_any_ending() -> None:
    german = language_of("de")
    assert phrases_in("mutmaßliche Täter, die mutmaßlich", german.hedge, german) == [
        "mutmaßliche",
        "mutmaßlich",
    ]


@pytest.mark.parametrize("tag", TAGS)
def test_the_first_look_for_words_overlooks_none_however_it_is_written(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    language = language_of(tag)
    asked = [
        (f"x {written.replace('*', 'ing')}, y", phrases)
        for phrases in (language.negation, language.hedge, language.condition, language.attribution)
        for word in phrases.words
        for written in (word, word.upper(), word.title(), word.replace("s", "ſ").replace("i", "İ"))
    ]
    calendar, numbers = language.calendar, language.numbers
    dates = calendar.month_numbers, calendar.season_numbers, calendar.decades, calendar.years
    centuries = calendar.centuries, calendar.century_words
    figures = numbers.words, numbers.ordinals, numbers.fractions, numbers.scales
    dated = [
        f"x 3 {prefix}{written} 4, y"
        for words in (*dates, *centuries, *figures)
        for word in words
        for written in (word, word.upper(), word.title(), word.replace("s", "ſ").replace("i", "İ"))
        for prefix in ("", *language.prefixes)
    ]

    def found() -> list[object]:
        phrases = [phrases_in(text, phrases, language) for text, phrases in asked]
        return [*phrases, *((find_datings(text, language), find_numerals(text, language)) for text in dated)]

    looked = found()
    for module in ("words", "datings"):
        monkeypatch.setattr(f"dossier.leaves.language.{module}.may_have", lambda *_: True)
    assert looked == found()
