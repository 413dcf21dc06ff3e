"""What hints do to a text; what they do wrong is told in `tests/cases/read/`."""

from __future__ import annotations

from dossier.model.hints import ReadingHints
from dossier.model.reading import RunKind
from tests.read.corpus import check_complete, read_with, shown


def read(text: str, **hints: object) -> list[str]:
    reading, reported = read_with(text, ReadingHints.model_validate(hints))
    assert reported == []
    check_complete(text, reading)
    return shown(reading)


def test_a_heading_glued_to_its_paragraph_is_cut_off() -> None:
    text = " Abstract The lamp burns.\nIt burns oil.\nof the Sound Conclusion"
    assert read(text, headings=["Abstract", "Conclusion"]) == [
        "heading 1: Abstract",
        "paragraph: The lamp burns. It burns oil. of the Sound",
        "heading 1: Conclusion",
    ]


def test_a_heading_of_several_lines_has_its_level() -> None:
    text = "The lamp\u00a0\nof the Sound\nIt burns.\n"
    assert read(text, headings=[{"lines": "1-2", "level": 2}]) == [
        "heading 2: The lamp of the Sound",
        "paragraph: It burns.",
    ]


def test_named_headings_replace_guessed_ones() -> None:
    text = "The lamp\n\nIt burns.\n\nThe bell\n\nIt rings."
    assert read(text)[2] == "heading 1: The bell"
    assert read(text, headings=["The lamp"])[2] == "paragraph: The bell"


def test_an_aside_stands_behind_the_paragraph_that_it_cuts() -> None:
    text = (
        "The lamp burns oil from\n\nKEY FACTS\n•\n\nEleven lamps.\n\nthe north. It smokes.\n\nThe bell rings."
    )
    assert read(text, asides=[{"lines": "3-6"}]) == [
        "paragraph: The lamp burns oil from the north. It smokes.",
        "aside heading 1: KEY FACTS",
        "aside item 1 (•): Eleven lamps.",
        "paragraph: The bell rings.",
    ]


def test_a_pull_quote_is_told_from_the_sentence_that_it_repeats() -> None:
    text = "The lamp burns oil. It smokes.\n\nThe lamp\nburns oil.\n\nThe bell rings."
    assert read(text, asides=["The lamp burns oil."]) == [
        "paragraph: The lamp burns oil. It smokes.",
        "aside: The lamp burns oil.".replace("aside:", "aside paragraph:"),
        "paragraph: The bell rings.",
    ]


def test_furniture_stays_where_it_stood() -> None:
    text = "Menu\n\nThe lamp burns.\n\nA lamp\n\nThe bell rings.\n\nMore on lamps"
    assert read(text, furniture=["Menu", "A lamp", "More on lamps"]) == [
        "caption paragraph: Menu",
        "paragraph: The lamp burns.",
        "caption paragraph: A lamp",
        "paragraph: The bell rings.",
        "caption paragraph: More on lamps",
    ]


def test_columns_are_put_in_order_one_move_after_the_other() -> None:
    text = "One is\n\nthree lamps. Four\n\ntwo or\n\nbells. End.\n\nfive are"
    hints = {"order": [{"lines": "3", "after": "5"}, {"lines": "7", "after": "9"}]}
    assert read(text, **hints) == ["paragraph: One is two or three lamps. Four five are bells. End."]


def test_torn_notes_find_their_texts_by_their_number() -> None:
    text = (
        "It rained.1 It poured.2 It stopped and\n\n1.\n2.\n3.\n\nso on.3\n\n"
        "Minutes of the board of the harbour. They are long and dull,\nand nobody reads them to the end.\nIbid.\nThe log of the keeper."
    )
    assert read(text, notes={"unnumbered": [{"marks": "3-5", "texts": "9-12"}]}) == [
        "paragraph: It rained.⟦1⟧ It poured.⟦2⟧ It stopped and so on.⟦3⟧",
        "note 1: Minutes of the board of the harbour. They are long and dull, and nobody reads them to the end.",
        "note 2: Ibid.",
        "note 3: The log of the keeper.",
    ]


def test_a_torn_note_goes_on_behind_a_line_that_ends_inside_a_sentence_however_short() -> None:
    text = "It rained.1 It poured.2\n\n1\n2\n\nThe log of\nthe keeper of the harbour, year for year.\nIbid."
    assert read(text, notes={"unnumbered": [{"marks": "3-4", "texts": "6-8"}]}) == [
        "paragraph: It rained.⟦1⟧ It poured.⟦2⟧",
        "note 1: The log of the keeper of the harbour, year for year.",
        "note 2: Ibid.",
    ]


def test_letters_are_restored_and_what_was_supplied_is_kept() -> None:
    text = "the uS and naTo’s un-\nESCo met in www.un.org (unESCo). rose 2015, a rose. it\nwas (n.d.). un of the north\nsea rose."
    restore = {
        "sentences": "true",
        "words": {"uS": "US", "naTo": "NATO", "un": "UN", "unESCo": "UNESCO"},
        "phrases": {"rose 2015": "Rose 2015", "north sea": "North Sea"},
        "at": [{"line": "4", "from": "rose", "to": "ROSE"}],
    }
    reading, reported = read_with(text, ReadingHints.model_validate({"restore": restore}))
    check_complete(text, reading)
    assert reported == []
    assert shown(reading) == [
        "paragraph: The US and NATO’s UNESCO met in www.un.org (UNESCO). Rose 2015, a rose. It was (n.d.). UN of the North Sea ROSE."
    ]
    restored = [text[r.start : r.end] + r.text for r in reading.blocks[0].runs if r.kind is RunKind.RESTORED]
    assert restored == [
        "tT",
        "uU",
        "naNA",
        "oO",
        "unUN",
        "oO",
        "unUN",
        "oO",
        "rR",
        "iI",
        "unUN",
        "nN",
        "sS",
        "roseROSE",
    ]


def test_a_restored_reading_may_be_of_another_length() -> None:
    text = "the Hadar-programme of the\nnorth began."
    assert read(text, restore={"phrases": {"Hadar-programme of the north": "‘Hadar’ program"}}) == [
        "paragraph: the ‘Hadar’ program began."
    ]


def test_a_text_may_be_said_to_have_no_notes() -> None:
    text = "It burns.1 It smokes.2\n\n1 Eleven lamps.\n2 Two bells.\n"
    assert read(text) == [
        "paragraph: It burns.⟦1⟧ It smokes.⟦2⟧",
        "note 1: Eleven lamps.",
        "note 2: Two bells.",
    ]
    assert read(text, notes="none")[0] == "paragraph: It burns.1 It smokes.2"
    assert not [block for block in read(text, notes="none") if block.startswith("note")]


def test_a_note_is_placed_that_comes_before_its_reference() -> None:
    text = (
        "1 The fleet list\ngives 312 boats.\n\nThe lights were built.2 They cost 1 pound.1\n\n* Ask the board.\n\n"
        "Eleven burn.* They smoke.\n\n2 Minutes.\n\n3 Ibid."
    )
    placed = [{"text": "1-2", "label": "1", "mark": "4"}, {"text": "6", "label": "*", "mark": "8"}]
    assert read(text, notes={"at": [*placed, {"text": "10", "label": "2", "mark": "4"}]}) == [
        "paragraph: The lights were built.⟦2⟧ They cost 1 pound.⟦1⟧",
        "paragraph: Eleven burn.⟦*⟧ They smoke.",
        "paragraph: 3 Ibid.",
        "note 1: The fleet list gives 312 boats.",
        "note 2: Minutes.",
        "note *: Ask the board.",
    ]


def test_a_placed_note_takes_its_number_from_the_others() -> None:
    text = "It burns.1 It smokes.2 It hums.[3]\n\n1 Eleven lamps.\n2 Two bells.\n\nThree boats."
    assert read(text, notes={"at": [{"text": "6", "label": "3", "mark": "1"}]}) == [
        "paragraph: It burns.⟦1⟧ It smokes.⟦2⟧ It hums.⟦3⟧",
        "note 1: Eleven lamps.",
        "note 2: Two bells.",
        "note 3: Three boats.",
    ]
