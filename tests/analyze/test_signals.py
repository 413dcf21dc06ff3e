"""What makes a sentence look checkable, but for names."""

from __future__ import annotations

import pytest

from dossier.analyze.signals import signals_in
from dossier.leaves.fold import folded_text
from dossier.leaves.language.languages import language_of


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("It was lit on 4 May 1901.", ["date"]),
        ("Since 2002 it has been dark.", ["date"]),
        ("In the 1990s it was dark.", ["date"]),
        ("In June it is dark.", ["date"]),
        ("In spring it is dark.", []),
        ("In spring 1901 it was dark.", ["date"]),
        ("It may be dark; we march.", ["judgment"]),
        ("Eleven keepers and 300 ships.", ["figure"]),
        ("Half of them, dozens of ships.", ["figure"]),
        ("One of the keepers, and the first of them, the second lamp.", []),
        ("The 27th session.", ["figure"]),
        ("The G5 group met.", []),
        ("In 1901, 11 keepers were said to be more than enough.", ["date", "figure", "judgment"]),
        ("According to the keepers it rained.", ["judgment"]),
        ("It was the darkest night and the largest lamp.", ["judgment"]),
        ("It was more or less dark.", []),
        ("For more information see www.example.org/2017/05.", []),
        ("See https://example.org/2017/05-most-of-12.", []),
        ("It rained.", []),
    ],
)
def test_english(text: str, signals: list[str]) -> None:
    assert list(signals_in(folded_text(text), language_of("en"))) == signals


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("كان ذلك في سنة ٢٠٠٣.", ["date"]),
        ("في ١٦ ماي هطل المطر.", ["date"]),
        ("فككت ٤٩ خلية.", ["figure"]),
        ("فككت خمسا وعشرين خلية.", ["figure"]),
        ("وقال الحارس إن المطر هطل.", ["judgment"]),
        ("هطل المطر.", []),
    ],
)
def test_arabic(text: str, signals: list[str]) -> None:
    assert list(signals_in(folded_text(text), language_of("ar"))) == signals


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("Le 16 mai 2003 il pleuvait.", ["date"]),
        ("Une quinzaine de navires.", ["figure"]),
        ("Selon le gardien il pleuvait.", ["judgment"]),
        ("C'était la menace principale.", ["judgment"]),
        ("Un gardien, le premier.", []),
    ],
)
def test_french(text: str, signals: list[str]) -> None:
    assert list(signals_in(folded_text(text), language_of("fr"))) == signals
