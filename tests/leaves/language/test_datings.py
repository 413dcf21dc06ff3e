"""Dates in a text are found as far as they are given."""

from __future__ import annotations

import pytest

from dossier.leaves.fold import fold
from dossier.leaves.language.dating import Dating
from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.languages import language_of

Found = list[tuple[int | None, int | None, int | None]]


def datings(text: str, language: str = "en") -> Found:
    found = find_datings(fold(text).text, language_of(language))
    return [(one.year, one.month, one.day) for one in found if one.season is None and one.decade is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 23 March 2013", [(2013, 3, 23)]),
        ("on March 23, 2013.", [(2013, 3, 23)]),
        ("the 23rd of March, 2013", [(2013, 3, 23)]),
        ("April 29 , 2011", [(2011, 4, 29)]),
        ("May 2003 and March and April 2007", [(2003, 5, None), (2007, 3, None), (2007, 4, None)]),
        ("from June 2014 through June 2017", [(2014, 6, None), (2017, 6, None)]),
        ("JUNE 2014–JUNE 2017", [(2014, 6, None), (2017, 6, None)]),
        ("16 and 17 May 2003", [(2003, 5, 16), (2003, 5, 17)]),
        ("24 March to 3 April 2014", [(2014, 3, 24), (2014, 4, 3)]),
        ("May 16 and 17, 2003", [(2003, 5, 16), (2003, 5, 17)]),
        ("24/02/2006 and 10/04/2009", [(2006, 2, 24), (2009, 4, 10), (2009, 10, 4)]),
        ("2013-03-23", [(2013, 3, 23)]),
        (
            "2015–16 and 2006-2007 and 2015–2030",
            [
                (2015, None, None),
                (2016, None, None),
                (2006, None, None),
                (2007, None, None),
                (2015, None, None),
                (2030, None, None),
            ],
        ),
        ("it may be that they march in 2011", [(2011, None, None)]),
        ("In March 15 cells were found", [(None, 3, None)]),
        ("2,963 men and 2963 men and 20111", []),
        ("On 20 August", [(None, 8, 20)]),
        ("On 20 Auguſt 1813", [(1813, 8, 20)]),
        ("late in the year 1999", [(1999, None, None)]),
    ],
)
def test_english(text: str, expected: Found) -> None:
    assert datings(text) == expected


def test_french() -> None:
    assert datings("le 1er mars 2015, en août 2014", "fr") == [(2015, 3, 1), (2014, 8, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في ١٦ ماي ٢٠٠٣", [(2003, 5, 16)]),
        ("16 مايو 2003", [(2003, 5, 16)]),
        ("16 ماي، 2003", [(2003, 5, 16)]),
        ("16 و17 ماي 2003", [(2003, 5, 16), (2003, 5, 17)]),
        ("في 16 أيار/مايو 2003", [(2003, 5, 16), (2003, 5, None)]),
        ("مارس ٢٠١٥ وشتنبر من سنة ٢٠١٧", [(2015, 3, None), (2017, 9, None)]),
        ("كانون الثاني 2015", [(2015, 1, None)]),
        ("سنة ٢٠٠٣", [(2003, None, None)]),
    ],
)
def test_arabic(text: str, expected: Found) -> None:
    assert datings(text, "ar") == expected


def test_arabic_has_the_months_of_morocco_and_of_the_east() -> None:
    for names in (
        "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    ):
        found = [datings(f"3 {name.replace('_', ' ')} 2015", "ar") for name in names.split()]
        assert found == [[(2015, month, 3)] for month in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("am 24. Februar 2006, im März 2013", "de", [(2006, 2, 24), (2013, 3, None)]),
        ("16. und 17. Mai 2003", "de", [(2003, 5, 16), (2003, 5, 17)]),
        ("el 24 de febrero de 2006, en marzo del 2013", "es", [(2006, 2, 24), (2013, 3, None)]),
        ("16 y 17 de mayo de 2003", "es", [(2003, 5, 16), (2003, 5, 17)]),
    ],
)
def test_german_and_spanish(text: str, language: str, expected: Found) -> None:
    assert datings(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "decade", "century"),
    [
        ("in den 1990er Jahren", "de", 1990, None),
        ("im 19. Jahrhundert", "de", None, 1800),
        ("en la década de 1990", "es", 1990, None),
        ("en los años noventa", "es", 1990, None),
        ("en el siglo XIX", "es", None, 1800),
        ("في ثمانينيات القرن", "ar", 1980, None),
        ("في القرن التاسع عشر", "ar", None, 1800),
        ("les années 1990", "fr", 1990, None),
    ],
)
def test_decades_and_centuries_of_other_languages(
    text: str, language: str, decade: int | None, century: int | None
) -> None:
    found = find_datings(fold(text).text, language_of(language))
    assert [(one.decade, one.century) for one in found if one.decade or one.century] == [(decade, century)]


def test_decades_and_seasons() -> None:
    found = find_datings(
        fold("the mid-1980s, the ’90s, the nineties, in the summer of 2014").text, language_of("en")
    )
    assert [(one.decade, one.season, one.year) for one in found] == [
        (1980, None, None),
        (1990, None, None),
        (1990, None, None),
        (None, 22, 2014),
    ]


@pytest.mark.parametrize(
    ("text", "language", "centuries"),
    [
        ("in the 19th century", "en", [1800]),
        ("from the eighteenth to the nineteenth century", "en", [1700, 1800]),
        ("the 18th and 19th centuries, the third of its kind", "en", [1700, 1800]),
        ("of this century", "en", []),
        ("au XIXe siècle", "fr", [1800]),
        ("aux XVIIIe et XIXe siècles", "fr", [1700, 1800]),
        ("le Ier siècle", "fr", [0]),
    ],
)
def test_centuries(text: str, language: str, centuries: list[int]) -> None:
    found = find_datings(fold(text).text, language_of(language))
    assert [one.century for one in found if one.century is not None] == centuries


def test_dates_in_a_row_are_each_read() -> None:
    found = find_datings("12 May 2014 " * 3_000, language_of("en"))
    assert found[0] == Dating(0, 11, 2014, 5, 12)
    assert len(found) == 3_000
    assert {(dating.year, dating.month, dating.day) for dating in found} == {(2014, 5, 12)}


def test_a_whole_month_of_days_is_read_before_its_name() -> None:
    days = ", ".join(map(str, range(1, 31)))
    found = find_datings(f"{days} and 31 May 2014", language_of("en"))
    assert [dating.day for dating in found] == list(range(1, 32))
