"""Whatever a text holds and whatever hints say, nothing of it is lost."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.model.hints import ReadingHints
from dossier.model.reading import RunKind, Where
from tests.read.corpus import check_complete, check_sentences, read_with

PIECES = (
    *("word", "Harbour", "lights", "un", "uS", "keep-", "ing", "2015–", "16", "etc.", "U.S.", "Dr.", "e.g."),
    *(
        "1",
        "2",
        "3.",
        "[1]",
        "[2]",
        "[iv]",
        "end.1",
        "end.2",
        "¹",
        "(see",
        "2017).3",
        "oil2",
        "1.",
        "2.",
        "(a)",
        "(b)",
    ),
    *(
        "•",
        "-",
        "–",
        "o",
        "*",
        ">",
        ">>",
        "“quoted”",
        "‘so’.",
        "What?",
        ". . .",
        "…",
        ":",
        ";",
        "ﬁrst",
        "\xad",
    ),
    *(
        "قرر",
        "مجلس؟",
        "ﻗﺎﻧﻮن",
        "灯。",
        "\u200b",
        "\ufeff",
        "\u00a0",
        "a\u0301",
        "\U0001f6a2",
        "http://a.b/c-",
        "www.x.y/z.",
    ),
    *(
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\n",
        "\n\n",
        "\n \n",
        "\n ",
        "\r\n",
        "\r",
        "\t",
        "\f",
        "\n• ",
        "\n1 ",
        "\n[1] ",
        "\n12\n",
    ),
)
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
anything = st.text(max_size=80)
lines = st.integers(1, 12)
ranges = st.builds(lambda a, b: f"{min(a, b)}-{max(a, b)}", lines, lines)
passages = st.lists(
    st.sampled_from(["word", "Harbour lights", "end."]) | ranges.map(lambda r: {"lines": r}), max_size=2
)
hints = st.builds(
    ReadingHints.model_validate,
    st.fixed_dictionaries(
        {
            "headings": passages,
            "asides": passages,
            "furniture": passages,
            "order": st.lists(st.fixed_dictionaries({"lines": ranges, "after": lines}), max_size=2),
            "restore": st.fixed_dictionaries(
                {
                    "sentences": st.booleans(),
                    "words": st.just({"un": "UN", "uS": "US", "word": "sentence"}),
                    "phrases": st.just({"keeping word": "Keeping Word", "lights un": "LIGHT"}),
                    "at": st.lists(
                        st.fixed_dictionaries(
                            {"line": lines, "from": st.just("word"), "to": st.just("Word")}
                        ),
                        max_size=2,
                    ),
                }
            ),
        },
        optional={
            "notes": st.fixed_dictionaries(
                {
                    "marks": st.sampled_from(["glued", "brackets"]),
                    "numerals": st.sampled_from(["arabic", "roman"]),
                    "unnumbered": st.lists(
                        st.fixed_dictionaries({"marks": ranges, "texts": ranges}), max_size=1
                    ),
                }
            )
        },
    ),
)


@settings(max_examples=400)
@given(texts | anything)
@example("\ufeff")
@example("a\n\n \f\n")
def test_nothing_of_any_text_is_lost(text: str) -> None:
    reading, reported = read_with(text)
    assert reported == []
    check_complete(text, reading)
    assert all(block.text == block.text.strip() for block in reading.blocks if block.runs)
    for block in reading.blocks:
        check_sentences(block)


@settings(max_examples=400)
@given(texts, hints)
def test_nothing_is_lost_whatever_hints_say(text: str, given_hints: ReadingHints) -> None:
    reading, _ = read_with(text, given_hints)
    check_complete(text, reading)
    for block in reading.blocks:
        check_sentences(block)


@settings(max_examples=200)
@given(texts)
def test_every_letter_is_read(text: str) -> None:
    """What is lifted out of the reading is signs: marks, labels, hyphens, white space."""
    reading, _ = read_with(text)
    for block in reading.blocks:
        for run in block.runs:
            if run.kind in (RunKind.TEXT, RunKind.RESTORED):
                assert run.text
            elif run.kind is RunKind.MARK:
                assert run.note in reading.notes_by_label
    assert {block.note for block in reading.in_part(Where.NOTE)} == set(reading.notes_by_label)


@given(texts)
def test_the_same_text_reads_the_same(text: str) -> None:
    assert read_with(text) == read_with(text)
