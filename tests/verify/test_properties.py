"""For any text and any whole words of it: their quote is found, and its anchor leads back to them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dossier.leaves.fold import fold
from dossier.model.evidence import EvidenceState
from dossier.model.ids import SourceKey
from dossier.model.reading import Block
from dossier.verify import find_words
from tests.verify.build import Bit, Text, joined, mark, restored
from tests.verify.claims import claim, corpus, raw_of, verified

WORDS = st.sampled_from(
    [
        "the",
        "Bureau",
        "of",
        "2013",
        "1,122",
        "Salé",
        "cafe\N{COMBINING ACUTE ACCENT}",
        "‘many’",
        "well‑known",
        "—",
        "al-Qa`ida",
        "Strait",
        "المغرب",
        "end.",
        "no",
        "ﬁve",
        "𝔸x",
    ]
)
SPACES = st.sampled_from([" ", "\n", " \n", "  ", "\N{NO-BREAK SPACE}"])


@st.composite
def blocks_of_bits(draw: st.DrawFn) -> list[list[Bit | str]]:
    blocks: list[list[Bit | str]] = []
    for _ in range(draw(st.integers(1, 4))):
        bits: list[Bit | str] = []
        for number in range(draw(st.integers(1, 9))):
            if number:
                bits.append(draw(SPACES))
            bits += draw(
                st.one_of(
                    WORDS.map(lambda word: [word]),
                    WORDS.map(lambda word: [word, mark("7")]),
                    st.just(["ter", joined("-\n"), "rorism"]),
                    st.just(["Darija", joined("-\n", "-"), "speaking"]),
                    st.just([restored("africa", "Africa")]),
                    st.just([restored("unE-\nSCo", "UNESCO"), ","]),
                )
            )
        blocks.append(bits)
    return blocks


@given(data=st.data(), blocks=blocks_of_bits())
def test_a_quote_of_whole_words_is_found_and_its_pieces_are_the_quote(
    data: st.DataObject, blocks: list[list[Bit | str]]
) -> None:
    text = Text()
    for bits in blocks:
        text.paragraph(*bits)
    block: Block = data.draw(st.sampled_from(text.reading().blocks))
    words = list(re.finditer(r"\S+", block.text))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = block.text[words[first].start() : words[last].end()]

    evidence, problems = verified(text, claim(quote))

    assert evidence.state in {EvidenceState.FOUND, EvidenceState.AMBIGUOUS}, problems
    if evidence.anchor is None:
        assert sum(len(re.findall(f"(?={re.escape(quote)})", one.text)) for one in text.reading().blocks) > 1
        return
    anchor = evidence.anchor
    assert anchor.exact == quote
    assert (
        "".join(text.reading().blocks[span.block].text[span.start : span.end] for span in anchor.spans)
        == quote
    )
    assert as_letters(raw_of(text, anchor)) == as_letters(quote)
    assert all(start < end for start, end in anchor.pieces)
    assert all(one[1] < other[0] for one, other in zip(anchor.pieces, anchor.pieces[1:], strict=False))
    around = (anchor.prefix or "") + anchor.exact + (anchor.suffix or "")
    assert around in " ".join(one.text for one in text.reading().blocks)


def as_letters(words: str) -> str:
    """Without white space and line-end hyphens, and in lower case, as letters are restored."""
    return re.sub(r"[\s-]", "", words).lower()


@given(data=st.data(), blocks=blocks_of_bits())
def test_what_typing_changes_is_folded_back(data: st.DataObject, blocks: list[list[Bit | str]]) -> None:
    text = Text()
    for bits in blocks:
        text.paragraph(*bits)
    block: Block = data.draw(st.sampled_from(text.reading().blocks))
    typed = fold(block.text).text
    evidence, problems = verified(text, claim(typed))
    assert evidence.state is not EvidenceState.NOT_FOUND, problems
    if evidence.anchor is not None:
        assert fold(evidence.anchor.exact).text == typed
        assert (evidence.state is EvidenceState.FOUND) == (evidence.anchor.exact == typed)


TYPED = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("the […] 12/3,.5%– may not ١٥½²ſİ")),
    min_size=1,
).filter(str.strip)


@given(statement=TYPED, words=TYPED, quote=TYPED)
def test_nothing_that_is_typed_is_our_bug(statement: str, words: str, quote: str) -> None:
    text = Text()
    text.heading(words)
    text.paragraph(statement)
    for one in (quote, words, statement, words[: len(words) // 2 + 1] + quote):
        if one.strip():
            verified(text, claim(one, statement=statement, prefix=words, suffix=quote, context=[words]))
            find_words(corpus(text, []), {SourceKey("demo"): text.reading()}, one)
