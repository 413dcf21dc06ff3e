"""Each guard speaks where the words do not support the claim, and is silent where they do."""

from __future__ import annotations

import pytest

from dossier.leaves.language.needs import CHECKS
from dossier.model.codes import Code
from dossier.model.question import Question
from dossier.verify.guards import CODES
from tests.verify.build import Text
from tests.verify.claims import claim, verified
from tests.words import ENTITY

OF_STATEMENTS = {Code.NAME_NOT_IN_QUOTE, Code.NOT_UNDERSTOOD_ALONE}
"""What is asked of a statement's names; `test_names.py` asks it."""


def doubts(quote: str, words: str = "", language: str = "en", **fields: object) -> list[tuple[str, str]]:
    """The codes and messages for a claim whose text has `words` (the quote where none are given)."""
    text = Text()
    text.paragraph(words or quote)
    text.paragraph("In 2013, a bureau was founded by them.")
    entities = [
        ENTITY.model_validate(
            {"id": "king", "kind": "person", "name": "Mohammed VI", "aliases": ["King of 1999"]}
        ),
        ENTITY.model_validate(
            {"id": "law", "kind": "law", "name": "Resolution 690", "aliases": ["Law 43–05"]}
        ),
    ]
    questions = [
        Question.model_validate({"id": "when", "asks": "When?", "type": "date"}),
        Question.model_validate({"id": "how-many", "asks": "How many?", "type": "number"}),
        Question.model_validate({"id": "who", "asks": "Who?", "type": "choice", "choices": ["one", "2"]}),
    ]
    _, problems = verified(
        text, claim(quote, **fields), entities=entities, questions=questions, language=language
    )
    return [(problem.code, problem.message) for problem in problems if problem.code not in OF_STATEMENTS]


def codes(quote: str, words: str = "", language: str = "en", **fields: object) -> list[str]:
    return [code for code, _ in doubts(quote, words, language, **fields)]


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("the police arrested eighty-seven people there", "Police arrested 87 people."),
        ("the police arrested 1,122 people there", "Police arrested 1122 people."),
        ("half of the people were arrested", "50% of the people were arrested."),
        ("61 percent of the people were arrested", "61% were arrested."),
        ("the police arrested dozens of people", "Dozens were arrested."),
        ("it doubled the number of people", "Two times as many."),
        ("the G5 Sahel was joined by them", "They joined the G5 Sahel."),
        ("the police arrested a man there", "One man was arrested, the first."),
        ("the second of the raids was longer", "The 2nd raid was longer."),
        ("the police arrested a couple of people", "Two people were arrested."),
        ("over one million people took part in it", "More than 1,000,000 people took part."),
        ("it was adopted by the council", "Resolution 690 was adopted under Mohammed VI; law 43-05 too."),
        ("there were several hundred people in it", "Hundreds of people."),
    ],
)
def test_numbers_are_compared_as_values_and_names_set_apart(quote: str, statement: str) -> None:
    assert codes(quote, statement=statement, about=["law", "king"]) == []


@pytest.mark.parametrize(
    ("quote", "statement", "missing"),
    [
        ("the police arrested eighty-seven people there", "Police arrested 88 people.", "88"),
        ("the police arrested eighty people there", "Police arrested eighty-seven people.", "eighty-seven"),
        ("the police arrested many people there", "Police arrested 2 people.", "2"),
        ("on October 5, 2020 they arrested four", "They arrested 5 people.", "5"),
        ("the police arrested 1,122 people there", "Police arrested 122 people.", "122"),
        ("a third of the people were arrested", "50% of the people were arrested.", "50%"),
        ("the F-16 was bought by them", "They bought the G5.", "G5"),
        ("it was adopted by the council", "Resolution 691 was adopted.", "691"),
        ("the police arrested many people there", "Dozens were arrested.", "Dozens"),
        ("the police arrested the people there", "The second raid led to arrests.", "second"),
    ],
)
def test_a_number_that_the_words_do_not_have_is_named(quote: str, statement: str, missing: str) -> None:
    (doubt,) = doubts(quote, statement=statement, about=["law"])
    assert doubt == (
        "number-not-in-quote",
        f"the statement has “{missing}”, which is neither in the quote nor in its context",
    )


@pytest.mark.parametrize(
    ("quote", "date"),
    [
        ("it was founded on 23 March 2013 in the town", "2013-03-23"),
        ("it was founded on 24/02/2006 in the town", "2006-02-24"),
        ("the attacks of March and April 2007 were worse", "2007-03"),
        ("by 2015 it had been founded there", "../2015"),
        ("since 2011 it has been there", "2011/.."),
        ("in the mid-1980s it was founded there", "1985~"),
        ("in the 1990s it was founded there", "199X"),
        ("in the summer of 2014 it was founded", "2014-22"),
        ("from 2015–16 it has been there", "2015/2016"),
        ("at the turn of the century it was founded", "2000~"),
        ("at the end of 2014 it was founded", "2014-12~"),
        ("from June 2014 through June 2017 it worked", "2014-06/2017-06"),
        ("the plan for 2015–2030 was adopted then", "2015/2030"),
        ("it was founded in 2014 on the 23rd of March", "2014-03-23"),
        ("it was founded on 23 March 2014 at night", "2014-03-23T23:20:30Z"),
        ("in the nineteenth century it was founded", "18XX"),
        ("from the 18th to the 19th century it worked", "17XX/18XX"),
        ("it was founded in the 1800s by them", "18XX"),
        ("it was founded in the 2010s by them", "201X~"),
        ("it was founded in 1000 BC by them", "-0999"),
        ("it was founded 170,000,002 years ago there", "Y170000002"),
    ],
)
def test_a_date_is_borne_by_words_that_have_all_of_it(quote: str, date: str) -> None:
    assert codes(quote, date=date) == []
    assert codes(quote, as_of=date) == []
    assert codes(quote, answers=[{"question": "when", "value": date}]) == []


@pytest.mark.parametrize(
    ("quote", "date", "missing"),
    [
        ("it was founded on 23 March in the town", "2013-03-23", "2013"),
        ("it was founded in March 2013 in the town", "2013-03-23", "23 March"),
        ("it was founded in the year 2013 there", "2013-03-23", "March"),
        ("begun 23 March 2013, ended 5 May 2014", "2014-03-23", "March 2014"),
        ("begun 23 March 2013, ended 5 May 2013", "2013-05-23", "23 May"),
        ("since 2011 it has been there", "2011/2016", "2016"),
        ("in the 1980s it was founded there", "199X", "1990s"),
        ("in the eighteenth century it was founded", "18XX", "1800–1899"),
        ("it was founded in the year 1850 there", "18XX", "1800–1899"),
        ("it was founded in 900 BC by them", "-0999", "1000 BCE"),
        ("it was founded on 24 March 2014 at night", "2014-03-23T23:20:30Z", "23 March"),
        ("it was founded in the year 2014 there", "2014-22", "summer"),
        ("in the mid-1980s it was founded there", "1995~", "1995"),
        ("by then it had been founded there", "../2015", "2015"),
    ],
)
def test_what_is_missing_of_a_date_is_named(quote: str, date: str, missing: str) -> None:
    ((code, message),) = doubts(quote, date=date)
    assert code == "date-not-in-quote"
    assert f"“{missing}”" in message


def test_a_missing_date_is_named_once() -> None:
    found = doubts(
        "it was founded in the town", statement="It was founded in 2013.", date="2013", as_of="2013"
    )
    assert found == [
        ("date-not-in-quote", "the statement has “2013”, which is neither in the quote nor in its context")
    ]


def test_context_bears_too() -> None:
    context = ["In 2013, a bureau was founded"]
    assert (
        codes(
            "it was the work of many people",
            statement="It was founded in 2013.",
            date="2013",
            context=context,
        )
        == []
    )


def test_figures_and_answers_are_looked_at() -> None:
    figure = {"value": "40", "unit": "people", "period": "2002/.."}
    assert codes("more than forty people since 2002", figure=figure) == []
    assert codes("more than fifty people since 2003", figure=figure) == [
        "date-not-in-quote",
        "number-not-in-quote",
    ]
    assert codes("more than forty people were there", answers=[{"question": "how-many", "value": "41"}]) == [
        "number-not-in-quote"
    ]
    assert codes("more than forty people were there", answers=[{"question": "who", "value": "2"}]) == []
    period = {"question": "how-many", "value": "40", "period": "2003"}
    assert codes("more than forty people since 2002", answers=[period]) == ["date-not-in-quote"]
    assert codes("half of them were arrested then", figure={"value": "50", "unit": "percent"}) == []


@pytest.mark.parametrize("typed", ["9999", "9,999", "9’999", "9'999", "9 999", "9\u00a0999", "9\u202f999"])
def test_an_answer_is_compared_however_its_thousands_are_set_apart(typed: str) -> None:
    answers = [{"question": "how-many", "value": typed}]
    assert codes("as many as 9,999 people were there", answers=answers) == []
    assert codes("as many as 9,998 people were there", answers=answers) == ["number-not-in-quote"]


@pytest.mark.parametrize(
    ("words", "quote", "code"),
    [
        (
            "The police has not in fact dismantled the cell in the north.",
            "dismantled the cell in the north",
            "negation-outside",
        ),
        (
            "They could have dismantled the cell in the north.",
            "have dismantled the cell in the north",
            "hedge-outside",
        ),
        (
            "They allegedly dismantled the cell in the north.",
            "dismantled the cell in the north",
            "hedge-outside",
        ),
        (
            "The police dismantled, without any proof, the cell.",
            "The police dismantled, […] the cell.",
            "negation-outside",
        ),
    ],
)
def test_a_word_that_turns_the_sense_is_seen_outside_of_the_quote(words: str, quote: str, code: str) -> None:
    assert codes(quote, words) == [code]
    assert codes(quote, words, context=[words]) == []
    assert codes(quote, words, allow=[{"code": code, "why": "It is another cell."}]) == []


@pytest.mark.parametrize(
    "words",
    [
        "It was not there. They dismantled the cell in the north. It could be.",
        "In May 2015, not only there, they dismantled the cell in the north.",
        "They dismantled the cell in the north.",
    ],
)
def test_other_sentences_and_harmless_words_do_not_count(words: str) -> None:
    assert codes("dismantled the cell in the north", words) == []


def test_words_of_attribution_are_silent_where_a_voice_is_named() -> None:
    words = "According to the minister, they dismantled the cell in the north."
    assert codes("they dismantled the cell in the north", words) == ["hedge-outside"]
    assert codes("they dismantled the cell in the north", words, speaker=["king"]) == []
    assert codes("they dismantled the cell in the north", words, via=["press2015"]) == []


def test_french_has_its_own_words() -> None:
    words = "Selon la police, la cellule n’a pas été démantelée dans le nord."
    assert codes("été démantelée dans le nord", words, "fr", via=["press2015"]) == ["negation-outside"]
    assert (
        codes(
            "quatre-vingt-sept hommes le 23 mars 2013", language="fr", statement="87 men", date="2013-03-23"
        )
        == []
    )


@pytest.mark.parametrize(
    ("quote", "fields"),
    [
        (
            "وقعت التفجيرات في ١٦ ماي ٢٠٠٣ بالمدينة",
            {"date": "2003-05-16", "statement": "It was on 16 May 2003."},
        ),
        (
            "وقعت التفجيرات في 16 مايو 2003 بالمدينة",
            {"date": "2003-05-16", "statement": "It was on 16 May 2003."},
        ),
        (
            "أحدث المكتب في شهر مارس من سنة ٢٠١٥",
            {"date": "2015-03", "statement": "It was set up in March 2015."},
        ),
        ("سافر ١٬٦٦٠ شخصا إلى الخارج", {"statement": "1,660 people went abroad."}),
        ("اعتقلت المصالح خمسة وعشرين شخصا بالشمال", {"statement": "25 people were arrested."}),
        ("فككت المصالح ٤٩ خلية في غشت ٢٠١٤", {"statement": "In August 2014, 49 cells were broken up."}),
    ],
)
def test_dates_and_numbers_of_arabic_are_compared_as_values(quote: str, fields: dict[str, str]) -> None:
    assert codes(quote, language="ar", **fields) == []
    wrong = {
        name: typed.replace("20", "21").replace("1,6", "1,7").replace("25", "26")
        for name, typed in fields.items()
    }
    assert codes(quote, language="ar", **wrong) != []


def test_every_guard_that_looks_for_words_says_what_it_needs_of_a_language() -> None:
    without = {Code.SHORT_QUOTE, Code.NAME_NOT_IN_QUOTE, Code.NOT_UNDERSTOOD_ALONE, Code.SOURCE_WORDS_COPIED}
    assert set(CHECKS) == set(CODES) - without


def test_without_the_words_of_a_language_no_guard_judges_by_other_ones() -> None:
    found = codes("si dice", "It may not be so, e si dice.", "it", statement="87 men", date="2013")
    assert sorted(found) == ["language-not-known", "short-quote"]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("They dismantled the cell.", "dismantled the cell"),
        ("Morocco’s estates of the nation grew.", "states of the nation grew"),
        ("The counter-terrorism law of the land.", "terrorism law of the land"),
        ("They are the police and Morocco’s army.", "They are the police and Morocco"),
        ("They arrested 1,122 people in the north.", "122 people in the north"),
    ],
)
def test_a_short_or_cut_quote_is_seen(words: str, quote: str) -> None:
    assert codes(quote, words) == ["short-quote"]


def test_an_answer_to_nothing_is_seen() -> None:
    found = doubts(
        "the police arrested many people there",
        allow=[{"code": "short-quote", "why": "It is long."}, {"code": "never-heard", "why": "No."}],
    )
    assert [code for code, _ in found] == ["allow-unused", "allow-unused"]


def test_a_missing_passage_of_context_brings_no_doubts_with_it() -> None:
    assert codes("it was founded in the town", date="2013", context=["In 2014, a bureau"]) == [
        "context-not-found"
    ]
