"""A statement names what its words name, in words of time that they have, and can be understood alone."""

from __future__ import annotations

import pytest

from tests.verify.build import Text
from tests.verify.claims import claim, verified
from tests.words import ENTITY

ENTITIES = [
    ENTITY.model_validate({"id": id_, "kind": kind, "name": name, "aliases": list(aliases)})
    for id_, kind, name, *aliases in (
        ("syria", "place", "Syria"),
        ("spain", "place", "Spain"),
        ("middle-east", "place", "Middle East"),
        ("un", "partner", "United Nations"),
        ("is", "group", "Islamic State", "IS"),
        ("hammouchi", "person", "Abdellatif Hammouchi"),
        ("algeria", "place", "Algeria"),
        ("paris", "place", "Paris"),
    )
]


def codes(quote: str, statement: str, language: str = "en", **fields: object) -> list[str]:
    text = Text()
    text.paragraph(quote)
    text.paragraph("Spanish judges and Algeria were spoken of by others.")
    _, problems = verified(
        text, claim(quote, statement=statement, **fields), entities=ENTITIES, language=language
    )
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("the Syrian conflict grew worse in that year", "In Syria the conflict grew."),
        ("the Spanish police made arrests in the north", "Police of Spain made arrests."),
        ("they went to Middle Eastern countries by air", "They went to the Middle East."),
        ("the U.N. adopted a text on that very day", "The United Nations adopted a text."),
        ("the UN adopted a text on that very day", "The United Nations adopted a text."),
        ("fighters of IS came home in that year", "Fighters of the Islamic State came home."),
        ("it is what they said on that very day", "They said it."),
    ],
)
def test_adjectives_abbreviations_and_aliases_name_an_entity(quote: str, statement: str) -> None:
    assert codes(quote, statement) == []


@pytest.mark.parametrize(
    ("quote", "statement", "missing"),
    [
        ("what is said of fighters is not new here", "Fighters of the Islamic State came home.", 1),
        ("the nations are united in what they want", "The United Nations want it.", 1),
        (
            "the police made arrests in the north",
            "Abdellatif Hammouchi told the United Nations that Algeria trains Spanish judges in Paris.",
            4,
        ),
        ("the Parisian police made arrests there", "Police made arrests in Paris and Spain.", 1),
    ],
)
def test_a_name_that_the_words_do_not_have_is_doubted(quote: str, statement: str, missing: int) -> None:
    assert codes(quote, statement) == ["name-not-in-quote"] * missing


def test_context_and_a_speaker_supply_names() -> None:
    said = "they said that the police made arrests"
    statement = "Abdellatif Hammouchi said that police made arrests in Algeria."
    assert codes(said, statement, speaker=["hammouchi"]) == ["name-not-in-quote"]
    context = ["Spanish judges and Algeria were spoken of"]
    assert codes(said, statement, speaker=["hammouchi"], context=context) == []


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("the law was adopted after the year 2011", "The law came after 2011."),
        ("the law was adopted following 2011 or so", "The law came after 2011."),
        ("between 2002 and 2015 they made many arrests", "From 2002 to 2015 they made arrests."),
        ("arrests of the years 2002–2015 were many", "From 2002 until 2015 they made arrests."),
        ("arrests of June 2014 – June 2017 were many", "From June 2014 to June 2017 they made arrests."),
        ("since the end of June 2014 they made arrests", "They made arrests from late June 2014 on."),
        ("in 2014 they made a number of arrests", "They made arrests in 2014."),
        ("since then they made a number of arrests", "They made arrests before the attack."),
    ],
)
def test_words_of_time_are_compared_by_what_they_mean(quote: str, statement: str) -> None:
    assert "time-word-not-in-quote" not in codes(quote, statement)


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("since 2011 they have made many arrests", "After 2011 they made arrests."),
        ("in 2011 they made a number of arrests", "Since 2011 they have made arrests."),
        ("after 2011 they made a number of arrests", "Since 2011 they have made arrests."),
        ("by mid-2014 they had made many arrests", "Since mid-2014 they have made arrests."),
        ("until 2011 they made a number of arrests", "Before 2011 they made arrests."),
    ],
)
def test_a_changed_word_of_time_is_doubted(quote: str, statement: str) -> None:
    assert codes(quote, statement) == ["time-word-not-in-quote"]


def test_a_changed_word_of_time_is_reported_at_its_date_as_typed() -> None:
    text = Text()
    text.paragraph("since 2011 they have made many arrests")
    statement = "The sale\u0301s of  Sale\u0301 fell after 2011."
    _, (problem,) = verified(text, claim("since 2011 they have made many arrests", statement=statement))
    assert problem.place.column == 10 + statement.index("2011")


@pytest.mark.parametrize(
    ("language", "quote", "statement", "sound"),
    [
        ("fr", "depuis 2011, ils ont arrêté des hommes", "Since 2011 they have arrested men.", True),
        ("fr", "depuis 2011, ils ont arrêté des hommes", "After 2011 they arrested men.", False),
        ("ar", "اعتقلوا رجالا كثيرين منذ سنة 2011", "Since 2011 they have arrested men.", True),
        ("ar", "اعتقلوا رجالا كثيرين بعد سنة 2011", "Since 2011 they have arrested men.", False),
    ],
)
def test_words_of_time_are_compared_across_languages(
    language: str, quote: str, statement: str, sound: bool
) -> None:
    assert codes(quote, statement, language) == ([] if sound else ["time-word-not-in-quote"])


@pytest.mark.parametrize(
    ("statement", "alone"),
    [
        ("The article says that the Syrian conflict grew.", False),
        ("Authors say so of the conflict in Syria.", True),
        ("The report of the council speaks of Syria.", True),
        ("The conflict grew.", False),
        ("A conflict of Syrians grew.", True),
    ],
)
def test_a_statement_says_which_text_and_what_it_is_about(statement: str, alone: bool) -> None:
    found = codes("the Syrian conflict grew worse in that year", statement, about=["syria"])
    assert found == ([] if alone else ["not-understood-alone"])


def test_copied_words_are_seen_and_names_do_not_count() -> None:
    prose = "they had all been seen near the old harbor that night"
    assert codes(prose, "Men had all been seen near the old harbor that day.") == ["source-words-copied"]
    assert codes(prose, "Men had been seen near the old harbor that day.") == []
    quoted = "he said “they had all been seen near the old harbor that night” then"
    assert codes(quoted, "Men had all been seen near the old harbor that day.") == []
    listed = "the Royal Army, the Auxiliary Forces, the Police and the Guard of Spain"
    assert codes(listed, "The Royal Army, the Auxiliary Forces, the Police and the Guard of Spain.") == []
