"""Folding takes away what typing and extraction differ in, and always knows the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.leaves.fold import ALL, Folding, fold


@pytest.mark.parametrize(
    ("typed", "printed", "folding"),
    [
        ("concerned by the threats", "concerned\u00a0by \n the threats", Folding.WHITE_SPACE),
        ("pre-emptive", "pre\u2011emptive", Folding.HYPHENS),
        ("preemptive", "pre\u00ademptive", Folding.HYPHENS),
        ('"remote-control"', "“remote-control”", Folding.QUOTATION_MARKS),
        ("il dit «non», puis", "il dit «\u00a0non\u202f», puis", Folding.QUOTATION_MARKS),
        ('il dit "non", puis', "il dit « non », puis", Folding.QUOTATION_MARKS),
        ('sie sagt "nein" zu', "sie sagt »nein« zu", Folding.QUOTATION_MARKS),
        ('sie sagt "nein" zu', "sie sagt „nein“ zu", Folding.QUOTATION_MARKS),
        ('a lens of 6"', "a lens of 6″", Folding.QUOTATION_MARKS),
        ('a "lamp"', "a ``lamp''", Folding.QUOTATION_MARKS),
        ("al-'Ubaydi", "al-`Ubaydi", Folding.QUOTATION_MARKS),
        ("2015—16", "2015–16", Folding.DASHES),
        ("a lamp--or none", "a lamp—or none", Folding.DASHES),
        ("a lamp --- or none", "a lamp – or none", Folding.DASHES),
        ("wait... and see", "wait… and see", Folding.ELLIPSES),
        ("wait . . . and see", "wait … and see", Folding.ELLIPSES),
        ("he stopped. . . .", "he stopped… .", Folding.ELLIPSES),
        ("المكتب أحدث", "المـكتب أُحدِثَ", Folding.VOWELS),
        ("in 2013 (المكتب)", "in 2013 (\u200fالمكتب\u200e)", Folding.DIRECTION_MARKS),
        ("café", "cafe\u0301", Folding.COMPOSITION),
    ],
)
def test_each_folding_removes_its_own_difference_and_no_other(
    typed: str, printed: str, folding: Folding
) -> None:
    assert fold(typed, (folding,)).text == fold(printed, (folding,)).text
    others = tuple(other for other in ALL if other is not folding)
    assert fold(typed, others).text != fold(printed, others).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("March", "march"),
        ("word", "word."),
        ("‘a’", "“a”"),
        ("ab", "a b"),
        ("naïve", "naive"),
        ("a - b", "a – b"),
        ("2015-16", "2015–16"),
        ("a ---- b", "a – b"),
        ("wait..", "wait..."),
        ("wait...", "wait"),
        ("في 2015", "في ٢٠١٥"),
        ("على", "علي"),
        ("آمن", "امن"),
    ],
)
def test_case_letters_and_punctuation_count(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@given(st.text(), st.sets(st.sampled_from(Folding)).map(tuple))
def test_every_folded_character_knows_what_it_stood_for(text: str, foldings: tuple[Folding, ...]) -> None:
    folded = fold(text, foldings)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(start < end for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
    for index, char in enumerate(folded.text):
        start, end = folded.origin(index, index + 1)
        assert char in fold(text[start:end], foldings).text


@given(st.text())
def test_without_foldings_nothing_changes(text: str) -> None:
    assert fold(text, ()).text == text


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    only = (Folding.COMPOSITION,)
    composed = fold(unicodedata.normalize("NFC", text), only).text
    assert unicodedata.normalize("NFC", composed) == unicodedata.normalize("NFC", fold(text, only).text)
