"""A block knows the sentences that a range of its text touches."""

from __future__ import annotations

import pytest

from dossier.model.reading import Block, BlockKind, Run, RunKind, Where

TEXT = "It rained.  Then it snowed. It froze."
BLOCK = Block(
    index=0,
    kind=BlockKind.PARAGRAPH,
    where=Where.BODY,
    runs=(Run(RunKind.TEXT, 0, len(TEXT), TEXT),),
    sentences=((0, 10), (12, 27), (28, 37)),
)


@pytest.mark.parametrize(
    ("start", "end", "sentences", "whole"),
    [
        (3, 9, ["It rained."], "It rained."),
        (0, 10, ["It rained."], "It rained."),
        (9, 13, ["It rained.", "Then it snowed."], "It rained.  Then it snowed."),
        (11, 12, [], " "),
        (11, 13, ["Then it snowed."], " Then it snowed."),
        (20, 37, ["Then it snowed.", "It froze."], "Then it snowed. It froze."),
    ],
)
def test_a_range_touches_sentences(start: int, end: int, sentences: list[str], whole: str) -> None:
    assert [TEXT[first:last] for first, last in BLOCK.sentences_at(start, end)] == sentences
    first, last = BLOCK.whole_sentences(start, end)
    assert TEXT[first:last] == whole
