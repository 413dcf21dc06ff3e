"""Segments and pieces, on blocks made for the purpose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.leaves import address
from dossier.leaves.markup import safe
from dossier.model.evidence import Anchor, Locator, Span
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.reading import Block, BlockKind, Run, RunKind, Where
from dossier.render.block_html import BlockWriter, References
from dossier.render.highlights import highlight
from dossier.render.other_languages import OtherLanguages
from tests.render.page_reader import by_id

WORDS = "abc def *ghi* jkl"


def block(index: int = 0, *, mark_at: int | None = None) -> Block:
    """A paragraph that reads WORDS, with a reference mark lifted out at an offset where asked."""
    runs = [Run(RunKind.TEXT, 0, len(WORDS), WORDS)]
    if mark_at is not None:
        runs = [
            Run(RunKind.TEXT, 0, mark_at, WORDS[:mark_at]),
            Run(RunKind.MARK, mark_at, mark_at + 1, "", "1"),
            Run(RunKind.TEXT, mark_at + 1, len(WORDS) + 1, WORDS[mark_at:]),
        ]
    return Block(index, BlockKind.PARAGRAPH, Where.BODY, tuple(runs), ((0, len(WORDS)),))


def anchor(*spans: Span) -> Anchor:
    pieces = tuple((span.start, span.end) for span in spans)
    return Anchor(SourceKey("s"), spans, pieces, "", "", "", Where.BODY, Locator(None, 1, None, (1, 1)))


def written(blocks: list[Block], anchors: dict[str, Anchor]) -> str:
    """The blocks as paragraphs of HTML."""
    named = [(ClaimId(claim), found) for claim, found in anchors.items()]
    writer = BlockWriter(
        highlight(blocks, named), References({"1": 1}), lambda claim: safe(""), OtherLanguages(()), WORDS
    )
    return "\n\n".join(f"<p>{writer.html(found)}</p>" for found in blocks)


def pieces(page: str, claim: str) -> list[str]:
    found = by_id(page)
    texts: list[str] = []
    while (piece := address.piece_id(claim, len(texts) + 1)) in found:
        texts.append(found[piece].text)
    return texts


def test_a_reference_mark_parts_two_pieces() -> None:
    page = written([block(mark_at=7)], {"a": anchor(Span(0, 4, 13))})
    assert pieces(page, "a") == ["def", " *ghi*"]


def test_an_overlap_makes_three_segments_and_two_pieces_each() -> None:
    page = written([block()], {"a": anchor(Span(0, 0, 7)), "b": anchor(Span(0, 4, 13))})
    assert pieces(page, "a") == ["abc ", "def"]
    assert pieces(page, "b") == ["def", " *ghi*"]


def test_a_quotation_over_two_blocks_joins_with_a_space() -> None:
    page = written(
        [block(0), block(1)], {"a": anchor(Span(0, 14, 17), Span(1, 0, 3)), "b": anchor(Span(0, 14, 17))}
    )
    assert "".join(pieces(page, "a")) == "jkl abc"
    assert pieces(page, "b") == ["jkl"]


def test_a_passage_that_is_not_shown_is_marked_nowhere() -> None:
    assert pieces(written([block(0)], {"a": anchor(Span(7, 0, 3))}), "a") == []


def marker_at(text: str, end: int, *others: tuple[int, int]) -> int:
    """Where the marker of words that end at `end` stands, beside other quotations."""
    told = Block(
        0, BlockKind.PARAGRAPH, Where.BODY, (Run(RunKind.TEXT, 0, len(text), text),), ((0, len(text)),)
    )
    named = [(ClaimId("a"), anchor(Span(0, 0, end)))]
    named += [(ClaimId(f"b{n}"), anchor(Span(0, *range_))) for n, range_ in enumerate(others)]
    ends = highlight([told], named).ends
    return next(at for (_, at), claims in ends.items() if "a" in claims)


@pytest.mark.parametrize(
    ("text", "end", "others", "at"),
    [
        pytest.param("It ended. Then", 8, (), 9, id="behind a full stop"),
        pytest.param("They ‘ended’, then", 11, (), 13, id="behind quotation mark and comma"),
        pytest.param("It cost 3.5 million", 9, (), 9, id="not inside a figure"),
        pytest.param("Morocco’s king", 7, (), 7, id="not inside a word"),
        pytest.param("It ended, then", 8, ((8, 14),), 8, id="not inside the words of another claim"),
        pytest.param("It ended. Then", 8, ((10, 14),), 9, id="before the words of the next"),
        pytest.param("It ended", 8, (), 8, id="at the end of a block"),
    ],
)
def test_a_marker_stands_behind_the_punctuation_that_closes_its_words(
    text: str, end: int, others: tuple[tuple[int, int], ...], at: int
) -> None:
    assert marker_at(text, end, *others) == at


stretches = (
    st.tuples(st.integers(0, len(WORDS)), st.integers(0, len(WORDS)))
    .map(sorted)
    .filter(lambda s: s[0] < s[1])
)


@given(st.lists(stretches, max_size=5), st.none() | st.integers(1, len(WORDS) - 1))
def test_however_quotations_overlap_each_claims_pieces_are_its_words(
    found: list[list[int]], mark_at: int | None
) -> None:
    anchors = {f"c{n}": anchor(Span(0, start, end)) for n, (start, end) in enumerate(found)}
    page = written([block(mark_at=mark_at)], anchors)
    for claim, (start, end) in zip(anchors, found, strict=True):
        assert "".join(pieces(page, claim)) == WORDS[start:end]
