"""What words that are set apart look like: cases as data."""

from __future__ import annotations

import pytest

from dossier.leaves.language.languages import language_of
from dossier.read.heading_words import WordsKind, kind_of

CASES = {
    WordsKind.HEADING: [
        "The lights of the Sound",
        "1.2 Findings",
        "II. On oil",
        "The years 2003–2007",
        "U.S. and U.K. lamps",
        "STATEMENT OF JOHN B. REED, U.S. BOARD OF LIGHTS",
        "A P P E N D I X",
        "A PPENDIX A",
        "IV",
        "UN",
        "Lamps | Board of Lights",
        "C++ and lamps",
        "第一章",
    ],
    WordsKind.SENTENCE: [
        "and so it goes on",
        "What did the lamp cost?",
        "It burns oil.",
        "By Ada Reed",
        "3 May 1950",
        "it is hard to under-",
    ],
    WordsKind.OTHER: [
        "[Laughter]",
        "[Reed50]",
        "(Strip Number)",
        "(2019), we took ages",
        "Fig. 3 The lamp of Long Skerry",
        "Table II",
        "See https://example.org/lamps",
        "Mail: ada@example.org",
        "P (x, y) = 1",
        "93.83 % of 7 in 2 or 1",
        "0.8 1.2 R [kpc]",
        "T1",
        "Rn",
        "A. Painter1, B. Miller2, and C. Rower",
        "P. O. Box 80203",
    ],
}


@pytest.mark.parametrize(("words", "kind"), [(words, kind) for kind in CASES for words in CASES[kind]])
def test_words_look_like(words: str, kind: WordsKind) -> None:
    assert kind_of(words, language_of("en")) is kind


@pytest.mark.parametrize(
    ("tag", "words"), [("fr", "Tableau 3"), ("ar", "الشكل 3"), ("de", "Abb. 3: Die Lampe")]
)
def test_the_caption_of_a_picture_is_no_heading(tag: str, words: str) -> None:
    assert kind_of(words, language_of(tag)) is WordsKind.OTHER
