"""Where sentences end: cases as data, `|` where one ends."""

from __future__ import annotations

import pytest

from dossier.leaves.language.languages import language_of
from dossier.leaves.language.sentences import split_sentences

CASES = {
    "a stop and a capital": "It rained.|The boats came in.",
    "question and exclamation marks": "Who asked?|Nobody!|They went.",
    "titles": "Dr. Hill and Mr. Reed spoke.|They agreed.",
    "initials": "J. R. Reed spoke.|He agreed.",
    "U.S. inside a sentence": "U.S. Secretary of State John Kerry spoke.",
    "U.S. at the end": "He lives in the U.S.|He likes it.",
    "e.g. and i.e.": "Lamps, e.g. Argand lamps, burn oil (i.e. train oil).|They smoke.",
    "No. before a number": "See No. 5 of the list.|It is long.",
    "no at the end": "He said no.|The board agreed.",
    "months": "As amended to Oct. 27, 2011, it holds.",
    "et al.": "Reed et al. found nothing.|Hill did.",
    "etc. before a small letter": "Lamps, bells, etc. were sold (art fairs etc.) at once.",
    "etc. before a capital": "They sold lamps, bells, etc.|The rest stayed.",
    "pages": "See Hill, p. 7, and pp. 3.|They differ.",
    "decimals": "It is 3.7 km wide.|Version 2.0 is wider.",
    "spaced ellipsis": "The plan . . . is the example we look for.|They said so.",
    "spaced ellipsis before a bracket": "It helps to ‘deepen . . . [and] achieve’ it.",
    "ellipsis behind a stop": "It is wide. . . .|The plan holds.",
    "ellipsis of one character": "He waits… and waits.|Then he goes.",
    "two dots": "The title.. The words go on here.",
    "closing quotes": "He called it “a gamble.”|They went on.|‘So’.|Then they left.",
    "opening quotes": "They left.|“Nobody came,” he said.|‘Nobody.’|He sat.",
    "citation behind the stop": "It is the example we look for.’ (Le Matin 2015) (author’s translation).|They agreed.",
    "citation before the stop": "It stands (Le Matin 2017d).|Even so it moved.",
    "citation with a stop inside": "It costs much. (The report 2005–2016. Rmiche 2017; Le Matin 2017d).|The aims are two.",
    "sentences in brackets": "He left (nobody saw him. It was dark).|They stayed.",
    "a bracket that is never closed": "a) It rained.|They left.|( The end came.|It did.",
    "a year in brackets alone": "See the board’s minutes. (2015).|They are long.",
    "Arabic": "قرر المجلس إطفاء المنارة.|وقال إن ذلك يوفر المال؟|لا أحد يعرف.",
    "ideographs": "灯を消す。|誰も知らない。",
    "French": "M. Reed se tait.|« Qui paiera ? » demande Mme Hill.|Personne.",
    "German": "Am 24. Februar 2006 kam Dr. Hill, z. B. mit Bd. 3, usw. nach Ort.|Es war 2006.|Danach ging er.",
    "Spanish": "El Sr. Hill vino a EE. UU. en 2006.|Según la pág. 3, no volvió.|Se fue.",
    "no stop at all": "Lights of the Sound",
    "small letter behind a stop": "Maroc.ma 2015 wrote it. then it went on.|They read it.",
}
UNSPACED = {"ideographs"}
LANGUAGES = {"French": "fr", "Arabic": "ar", "German": "de", "Spanish": "es"}


@pytest.mark.parametrize("name", CASES)
def test_sentences_end_where_readers_end_them(name: str) -> None:
    expected = CASES[name].split("|")
    text = ("" if name in UNSPACED else " ").join(expected)
    words = language_of(LANGUAGES.get(name, "en")).sentences
    assert [text[start:end] for start, end in split_sentences(text, words)] == expected


def test_sentences_may_open_with_small_letters_where_capitals_were_lost() -> None:
    text = (
        "it rained. in may 2017, art fairs etc.) were shut . . . and so on. rmiche 2017 (so. it was) told it."
    )
    assert [
        text[start:end] for start, end in split_sentences(text, language_of("en").sentences, small=True)
    ] == [
        "it rained.",
        "in may 2017, art fairs etc.) were shut . . . and so on.",
        "rmiche 2017 (so. it was) told it.",
    ]
