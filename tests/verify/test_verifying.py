"""Quotes are found exactly, or after named foldings, or not at all."""

from __future__ import annotations

import pytest

from dossier.model.evidence import EvidenceState
from dossier.model.problem import Problems
from dossier.model.reading import Where
from dossier.verify import verify
from dossier.verify.matching import cuts_word
from tests.verify.build import Text, joined, mark, restored
from tests.verify.claims import ID, anchored, claim, corpus, raw_of, verified


def founding() -> Text:
    text = Text()
    text.heading("The bureau")
    text.paragraph(
        "The bureau, founded to fight ter",
        joined(),
        "rorism,",
        mark("1"),
        " was set up in ",
        restored("s", "S"),
        "alé on 23 March\n2013.",
    )
    text.paragraph("It has “many” well‑known tasks — some of them new. It was set up to last.")
    text.note("1", "Law 35-11 of 2011 gives it powers.")
    text.aside('It has "many" well-known tasks')
    text.caption("The bureau’s seat in the town, seen in 2014")
    return text


def test_a_quote_is_found_as_the_text_reads() -> None:
    evidence, problems = verified(
        founding(), claim("founded to fight terrorism, was set up in Salé on 23 March 2013.")
    )
    assert (evidence.state, evidence.folding, problems) == (EvidenceState.FOUND, (), [])


def test_pieces_break_where_a_mark_was_lifted_out() -> None:
    text = founding()
    anchor = anchored(text, "founded to fight terrorism, was set up in Salé")
    assert [text.raw[start:end] for start, end in anchor.pieces] == [
        "founded to fight ter-\nrorism,",
        " was set up in salé",
    ]
    assert anchor.exact == "founded to fight terrorism, was set up in Salé"
    assert anchor.start == text.raw.index("founded")
    assert anchor.end == text.raw.index("salé") + 4


def test_what_was_lifted_out_just_before_a_quote_is_no_piece_of_it() -> None:
    text = founding()
    anchor = anchored(text, "rorism, was set up")
    assert [text.raw[start:end] for start, end in anchor.pieces] == ["rorism,", " was set up"]


@pytest.mark.parametrize(
    ("quote", "folding"),
    [
        ('It has "many" well‑known tasks', ("quotation-marks",)),
        ('It has "many" well-known tasks', ("hyphens", "quotation-marks")),
        ("well‑known tasks – some of them new", ("dashes",)),
        ("well-known tasks -- some of them new", ("dashes", "hyphens")),
        ("was set up in salé on", ("unrestored",)),
        ("was set up in  Salé on", ("white-space",)),
        ("was set up in Sale\N{COMBINING ACUTE ACCENT} on", ("composition",)),
    ],
)
def test_only_the_foldings_that_were_needed_are_named(quote: str, folding: tuple[str, ...]) -> None:
    evidence, _ = verified(founding(), claim(quote))
    assert (evidence.state, evidence.folding) == (EvidenceState.FOUND_FOLDED, folding)


@pytest.mark.parametrize(
    "quote",
    ["was set up in salÉ on", "Was set up in Salé on", "was set up in Salé, on", "was not set up in Salé"],
)
def test_case_punctuation_and_words_count(quote: str) -> None:
    evidence, problems = verified(founding(), claim(quote))
    assert evidence.state is EvidenceState.NOT_FOUND
    assert [problem.code for problem in problems] == ["quote-not-found"]


def test_body_and_notes_come_before_asides_and_captions() -> None:
    assert anchored(founding(), 'It has "many" well-known tasks').where is Where.BODY
    assert anchored(founding(), "The bureau’s seat in the town").where is Where.CAPTION
    note = anchored(founding(), "35-11 of 2011 gives it powers")
    assert (note.where, note.locator.note, note.locator.paragraph) == (Where.NOTE, "1", None)


def test_the_locator_names_heading_paragraph_and_lines() -> None:
    locator = anchored(founding(), "in Salé on 23 March 2013").locator
    assert (locator.heading, locator.paragraph, locator.lines) == ("The bureau", 1, (4, 5))


def test_prefix_and_suffix_are_forty_characters_across_blocks() -> None:
    anchor = anchored(founding(), "It has “many” well‑known tasks")
    assert anchor.prefix == "orism, was set up in Salé on 23 March 2013. "[-40:]
    assert anchor.suffix == " — some of them new. It was set up to la"
    assert anchored(founding(), "The bureau, founded to fight").prefix == "The bureau "


def test_a_quote_leaves_words_out() -> None:
    text = founding()
    anchor = anchored(text, "The bureau, [...] was set up in Salé […] 2013")
    assert anchor.exact == "The bureau, […] was set up in Salé […] 2013"
    assert [text.raw[start:end] for start, end in anchor.pieces] == [
        "The bureau,",
        "was set up in salé",
        "2013",
    ]


def test_parts_stand_in_order_in_one_block() -> None:
    _, problems = verified(founding(), claim("was set up in Salé […] The bureau, founded"))
    assert [problem.code for problem in problems] == ["quote-crosses-blocks"]


def test_a_quote_does_not_go_on_into_the_next_paragraph() -> None:
    evidence, problems = verified(founding(), claim("on 23 March 2013. It has “many” well‑known tasks"))
    assert evidence.state is EvidenceState.NOT_FOUND
    assert [(problem.code, problem.place.column) for problem in problems] == [
        ("quote-crosses-blocks", 10 + 18)
    ]


def listed() -> Text:
    text = Text()
    intro = text.paragraph("Morocco is active. It has joined forces with others:")
    text.item("It hosts a yearly exercise;", intro=intro)
    text.item("It sends trainers abroad.", intro=intro)
    return text


def test_an_item_is_quoted_with_the_sentence_that_introduces_its_list() -> None:
    assert (
        anchored(listed(), "joined forces with others: It hosts a yearly").exact
        == "joined forces with others: It hosts a yearly"
    )
    second = anchored(listed(), "It has joined forces with others: […] It sends trainers abroad")
    assert [span.block for span in second.spans] == [0, 2]
    assert second.locator.paragraph == 3


def test_what_is_beside_an_item_with_its_introduction_is_before_the_one_and_after_the_other() -> None:
    text = Text()
    intro = text.paragraph("It is old. It works in two ways:")
    text.item("by land. So they say.", intro=intro)
    anchor = anchored(text, "It works in two ways: by land.")
    assert (anchor.prefix, anchor.suffix) == ("It is old. ", " So they say.")


@pytest.mark.parametrize(
    ("text", "offset", "cut"),
    [
        ("a lamp", 0, False),
        ("a lamp", 3, True),
        ("a lamp", 6, False),
        ("a lamp", 2, False),
        ("well-known", 4, True),
        ("well-known", 5, True),
        ("well- known", 5, False),
    ],
)
def test_a_word_is_cut_inside_of_it_alone(text: str, offset: int, cut: bool) -> None:
    assert cuts_word(text, offset) is cut


@pytest.mark.parametrize(
    "quote", ["joined forces with others: It sends trainers", "Morocco is active. […] It sends trainers"]
)
def test_other_words_before_a_list_do_not_go_with_an_item(quote: str) -> None:
    _, problems = verified(listed(), claim(quote))
    assert [problem.code for problem in problems] in (["quote-crosses-blocks"], ["quote-not-found"])


def test_a_note_of_several_paragraphs_is_one_passage() -> None:
    text = Text()
    text.paragraph("Body.")
    text.note("1", "First words of it.", "Second words of it.")
    anchor = anchored(text, "words of it. Second words")
    assert anchor.exact == "words of it. Second words"
    assert raw_of(text, anchor) == "words of it.Second words"


def test_a_quote_that_stands_twice_needs_a_prefix_or_a_suffix() -> None:
    evidence, problems = verified(founding(), claim("was set up"))
    assert evidence.state is EvidenceState.AMBIGUOUS
    assert evidence.anchor is None
    (problem,) = problems
    assert problem.code == "quote-found-twice"
    assert [related.message for related in problem.related] == [
        'prefix: "The bureau, founded to fight terrorism,", suffix: "in Salé on 23 March 2013."',
        'prefix: "— some of them new. It", suffix: "to last."',
    ]
    assert anchored(founding(), "was set up", prefix="It").locator.paragraph == 2
    assert anchored(founding(), "was set up", suffix="in Salé").locator.paragraph == 1


def test_a_needless_prefix_is_fine_and_a_wrong_one_is_not() -> None:
    assert anchored(founding(), "some of them new", prefix="tasks -", suffix=".").where is Where.BODY
    evidence, problems = verified(founding(), claim("some of them new", prefix="nobody said"))
    assert [problem.code for problem in problems] == ["prefix-not-found"]
    assert evidence.state is EvidenceState.FOUND


def test_whole_words_are_preferred_to_parts_of_words() -> None:
    text = Text()
    text.paragraph("The estates of the nation and the states of the nation.")
    assert anchored(text, "states of the nation").spans[0].start == text.raw.index(" states") + 1


def test_the_first_word_that_differs_is_pointed_at() -> None:
    _, problems = verified(founding(), claim("was set up in Salé on 23 March 2014."))
    (problem,) = problems
    assert problem.place.column == 10 + len("was set up in Salé on 23 March ")
    assert problem.help == "the source has “2013.”, the quote “2014.”"
    (nearest,) = problem.related
    assert str(nearest.place) == "sources/demo/text.txt:4:10"
    assert nearest.message == "the nearest passage, 97 % alike: “was set up in Salé on 23 March 2013.”"


def test_a_word_left_out_is_named() -> None:
    text = Text()
    text.paragraph("Some say that the police has not dismantled the cell in the north.")
    _, (problem,) = verified(text, claim("the police has dismantled the cell in the north"))
    assert "the source has “not” before “dismantled”, the quote leaves it out" in problem.help


def test_differences_that_stand_side_by_side_are_reported_as_one() -> None:
    _, (problem,) = verified(founding(), claim("was set up in Rabat in May of 2014."))
    assert problem.help == "the source has “Salé on 23 March 2013.”, the quote “Rabat in May of 2014.”"


def test_what_a_folding_takes_away_is_no_difference() -> None:
    text = Text()
    text.paragraph(
        "Le ministre a dit : « Rien n’est fini. . . Il faut attendre » — puis il est parti en 2013."
    )
    _, (problem,) = verified(
        text, claim('"Rien n\'est fini... Il faut attendre" -- puis il est parti en 2014.')
    )
    assert problem.help == "the source has “2013.”, the quote “2014.”"


def test_context_is_verified_alike() -> None:
    evidence, problems = verified(
        founding(), claim("It was set up to last", context=["The bureau, founded to fight"])
    )
    assert [anchor.exact for anchor in evidence.context] == ["The bureau, founded to fight"]
    assert problems == []
    _, problems = verified(
        founding(), claim("It was set up to last", context=["The office, founded to fight"])
    )
    assert [(problem.code, problem.place.line, problem.place.column) for problem in problems] == [
        ("context-not-found", 100, 14)
    ]


def test_an_absent_text_is_withheld_without_a_problem() -> None:
    problems = Problems()
    records = corpus(founding(), [claim("whatever it says there")])
    evidence = verify(records, {}, problems)
    assert (evidence[ID].state, evidence[ID].anchor, list(problems)) == (EvidenceState.WITHHELD, None, [])


@pytest.mark.parametrize(
    ("words", "language", "hedges"),
    [
        ("The bureau appears to have a seat in Salé", "en", ("appears to",)),
        ("It may be new, may be old and could move; May 2013 is certain", "en", ("may", "could")),
        ("Arrested were nine suspected members in May 2013", "en", ("suspected",)),
        ("They alleged that the alleged leader was there", "en", ("alleged",)),
        ("It would be asked whether, if so, it should move", "en", ()),
        ("Le bureau semble nouveau ; il aurait un siège", "fr", ("semble", "aurait")),
        ("وقد يكون المكتب جديدا", "ar", ("قد يكون",)),
        ("It may be in no list yet", "it", ()),
    ],
)
def test_the_words_by_which_a_source_holds_back_are_found_in_its_quotation(
    words: str, language: str, hedges: tuple[str, ...]
) -> None:
    text = Text()
    text.paragraph(f"{words}. Perhaps.")
    evidence, _ = verified(text, claim(words), language=language)
    assert evidence.hedges == hedges
