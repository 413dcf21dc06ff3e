"""Numbers in digits and in words are found as values."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dossier.leaves.fold import fold
from dossier.leaves.language.languages import language_of
from dossier.leaves.language.numerals import find_numerals


def values(text: str, language: str = "en") -> list[float | str]:
    found = find_numerals(fold(text).text, language_of(language))
    return [one.code or float(one.value) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,122 nationals and 2963 others", [1122, 2963]),
        ("Eighty-seven people, twenty one of them hurt", [87, 21]),
        ("one hundred and twenty cells, two and three", [120, 2, 3]),
        ("more than one million; 9 million; 1.5 billion; $3.2m", [1_000_000, 9_000_000, 1.5e9, 3.2]),
        ("two hundred thousand and seven", [200_007]),
        ("the two thousand first and the one hundred first", [2001, 101]),
        ("Fifty per cent, 61%, half, two thirds, a third", [50, 61, 0.5, 2 / 3, 1 / 3]),
        ("the third cell, the twenty-first century, the 4th", [3, 21, 4]),
        ("two- to three-year-long prison terms, a 5-15 year term", [2, 3, 5, 15]),
        ("two dozen, dozens, hundreds of thousands", [24, 12, 100, 1000]),
        ("G5 Sahel, an F-16, 9/11, Report No178, resolution No. 690", ["g5", "f-16", "9/11", 178, 690]),
        ("20 000 men", [20_000]),
        ("in March 2007, 15 men", [2007, 15]),
        ("Mohammed VI", []),
        ("ten five-year plans", [10, 5]),
        ("lone, tone, stone, often", []),
    ],
)
def test_english(text: str, expected: list[float | str]) -> None:
    assert (
        values(text) == pytest.approx(expected)
        if all(isinstance(one, float) for one in expected)
        else values(text) == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quatre-vingt-dix-sept hommes", [97]),
        ("soixante et onze, vingt et un", [71, 21]),
        ("deux cent mille", [200_000]),
        ("une quinzaine de cellules", [15]),
        ("3,5 millions; 1 122 hommes; 50 pour cent", [3_500_000, 1122, 50]),
        ("un tiers des hommes, la moitié", [1 / 3, 0.5]),
    ],
)
def test_french(text: str, expected: list[float]) -> None:
    assert [one for one in values(text, "fr") if one != 1] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("١٬٦٦٠ خلية و1,660 و1.660", [1660, 1660, 1660]),
        ("٤٫٥", [4.5]),
        ("خمسة وعشرون شخصا, خمسا وعشرين", [25, 20]),
        ("ألف وتسعمائة وأربعة وتسعون", [1994]),
        ("خمسة وعشرين ألفا, مائة ألف, آلاف", [25_000, 100_000, 1000]),
        ("مائة وخمسة وعشرون; ثلاثمئة وستون; مائتين", [125, 360, 200]),
        ("نصف, ثلثي, ثلاثة أرباع", [0.5, 2 / 3, 0.75]),
        ("إحدى عشرة, الخامسة عشرة, الثاني", [11, 15, 2]),
        ("عشرات, مئات", [10, 100]),
    ],
)
def test_arabic(text: str, expected: list[float]) -> None:
    assert values(text, "ar") == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("siebenundachtzig Männer, zweihundert, 1.122 Personen", [87, 200, 1122]),
        ("3,5 Millionen, zwei Drittel, am 4. Mai", [3_500_000, 2 / 3, 4]),
    ],
)
def test_german(text: str, expected: list[float]) -> None:
    assert values(text, "de") == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ochenta y siete hombres, 1.122 personas, ciento veinte mil", [87, 1122, 120_000]),
        ("3,5 millones, dos tercios, el 3º", [3_500_000, 2 / 3, 3]),
    ],
)
def test_spanish(text: str, expected: list[float]) -> None:
    assert values(text, "es") == pytest.approx(expected)


def test_percent_is_known_as_such() -> None:
    (one,) = find_numerals("Fifty per cent of them", language_of("en"))
    assert (one.percent, one.value) == (True, Fraction(50))


@pytest.mark.parametrize("text", ["9" * 5000, f"1.{'9' * 5000}", f"1,122 of {'9' * 5000}"])
def test_endless_digits_are_no_number_and_no_crash(text: str) -> None:
    assert len(find_numerals(text, language_of("en"))) <= 1
