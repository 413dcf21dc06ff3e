"""The reading editions against reviewed data: `editions/<key>.yml`. A text without such a file is not looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import pytest
import yaml

from corpus_tests.texts import EDITIONS, KEYS, edition, supplied
from dossier.model.reading import BlockKind, RunKind, Where
from tests.read.corpus import block_of_line, check_complete, check_sentences, line_of

EXPECTED: dict[str, dict[str, Any]] = {
    key: yaml.safe_load((EDITIONS / f"{key}.yml").read_text("utf-8")) for key in KEYS
}

each_text = pytest.mark.parametrize("key", KEYS)


@each_text
def test_nothing_of_a_text_is_lost(key: str) -> None:
    check_complete(supplied(key), edition(key))


@each_text
def test_the_outline_is_the_reviewed_one(key: str) -> None:
    outline = [
        " ".join(
            part
            for part in (
                "run-in" if block.run_in else "",
                "" if block.where is Where.BODY else block.where.value,
                str(block.level),
                block.label,
                block.text,
            )
            if part
        )
        for block in edition(key).blocks
        if block.kind is BlockKind.HEADING
    ]
    assert outline == EXPECTED[key]["outline"]


@each_text
def test_blocks_and_steps_are_as_many_as_reviewed(key: str) -> None:
    reading = edition(key)
    blocks = Counter(f"{block.where.value} {block.kind.value}" for block in reading.blocks)
    assert dict(blocks) == EXPECTED[key]["blocks"]
    assert dict(reading.steps) == EXPECTED[key]["steps"]


@each_text
def test_every_reference_has_its_note_and_every_note_its_reference(key: str) -> None:
    reading = edition(key)
    marks = [
        run.note for block in reading.in_part(Where.BODY) for run in block.runs if run.kind is RunKind.MARK
    ]
    assert marks == [note.label for note in reading.notes]
    assert [note.label for note in reading.notes if not note.referenced] == EXPECTED[key]["unreferenced"]
    assert [note.number for note in reading.notes] == list(range(1, len(reading.notes) + 1))
    assert all(note.blocks for note in reading.notes)
    assert {b for note in reading.notes for b in note.blocks} == {
        b.index for b in reading.in_part(Where.NOTE)
    }


@each_text
def test_references_stand_where_the_text_has_them(key: str) -> None:
    text, found = supplied(key), defaultdict(list)
    for block in edition(key).blocks:
        for run in block.runs:
            if run.kind is RunKind.MARK:
                found[line_of(text, run.start)].append(run.note)
    assert dict(found) == EXPECTED[key]["marks"]


@each_text
def test_line_ends_inside_words_read_as_reviewed(key: str) -> None:
    text, found = supplied(key), {}
    for block in edition(key).blocks:
        for offset, run in block.placed():
            raw = text[run.start : run.end]
            inside = 0 < offset < len(block.text) and not run.text.isspace()
            if "\n" in raw and inside:
                before, after = block.text[:offset].split()[-1], block.text[offset:].split()[0]
                found[line_of(text, run.start)] = before + after
    assert found == EXPECTED[key]["line_ends"]


@each_text
def test_paragraphs_run_across_lines_pages_and_notes(key: str) -> None:
    text, reading = supplied(key), edition(key)
    joined = [
        (first, last)
        for first, last in EXPECTED[key]["reads_on"]
        if block_of_line(text, reading, first) is not block_of_line(text, reading, last)
    ]
    parted = [
        (first, last)
        for first, last in EXPECTED[key]["apart"]
        if block_of_line(text, reading, first) is block_of_line(text, reading, last)
    ]
    assert (joined, parted) == ([], [])


@each_text
def test_lines_stand_in_their_part(key: str) -> None:
    text, reading = supplied(key), edition(key)
    found = {
        where: [line for line in lines if block_of_line(text, reading, line).where != where]
        for where, lines in EXPECTED[key]["parts"].items()
    }
    assert {where: lines for where, lines in found.items() if lines} == {}


@each_text
def test_furniture_is_still_listed(key: str) -> None:
    captions = [block.text for block in edition(key).in_part(Where.CAPTION)]
    assert len(captions) == len(EXPECTED[key]["captions"])
    for caption, opening in zip(captions, EXPECTED[key]["captions"], strict=True):
        assert caption.startswith(opening)


@each_text
def test_words_read_as_reviewed(key: str) -> None:
    text, reading = supplied(key), edition(key)
    missing = {
        line: words
        for line, passages in EXPECTED[key]["reads"].items()
        for words in passages
        if words not in block_of_line(text, reading, line).text
    }
    assert missing == {}


@each_text
def test_lists_know_what_introduces_them(key: str) -> None:
    text, reading = supplied(key), edition(key)
    for item, intro in EXPECTED[key].get("intro", {}).items():
        found = block_of_line(text, reading, item).intro
        assert found is not None
        assert reading.blocks[found] is block_of_line(text, reading, intro)


@each_text
def test_sentences_cover_every_block(key: str) -> None:
    for block in edition(key).blocks:
        check_sentences(block)
        assert all(block.text[start].isprintable() for start, _ in block.sentences)


@each_text
def test_blocks_know_their_place_and_their_heading(key: str) -> None:
    reading = edition(key)
    assert [block.index for block in reading.blocks] == list(range(len(reading.blocks)))
    numbers = [block.number for block in reading.blocks if block.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    for block in reading.blocks:
        assert (block.number is not None) == (
            block.where is Where.BODY and block.kind is not BlockKind.HEADING
        )
        if block.heading is not None:
            assert block.heading < block.index
            assert reading.blocks[block.heading].kind is BlockKind.HEADING


def test_the_last_page_of_a_report_reads_in_order() -> None:
    text, reading = supplied("ctc2017"), edition("ctc2017")
    order = {
        line: (block.index, offset)
        for block in reading.in_part(Where.BODY)
        for offset, run in block.placed()
        if run.kind is RunKind.TEXT
        for line in (line_of(text, run.start),)
    }
    wanted = EXPECTED["ctc2017"]["order"]
    assert sorted(wanted, key=order.__getitem__) == wanted


def test_torn_notes_find_their_texts() -> None:
    reading = edition("ctc2017")
    for label, opening in EXPECTED["ctc2017"]["note_texts"].items():
        note = reading.notes_by_label[label]
        assert reading.blocks[note.blocks[0]].text.startswith(opening)


def test_lost_capitals_are_restored_letter_by_letter() -> None:
    text = supplied("alaoui2017")
    for block in edition("alaoui2017").blocks:
        for run in block.runs:
            if run.kind is RunKind.RESTORED:
                assert run.text.casefold().replace("—", "-") == text[run.start : run.end].casefold()
