"""Dates keep the precision that was typed, compare as numbers, and are told in plain English."""

from __future__ import annotations

import datetime
import time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.date import Date
from dossier.model.day import Day
from dossier.model.from_text import UnreadableValueError


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "label"),
    [
        ("2013-03-23", "2013-03-23", "2013-03-23", "23 March 2013"),
        ("2014-07", "2014-07-01", "2014-07-31", "July 2014"),
        ("2016-02", "2016-02-01", "2016-02-29", "February 2016"),
        ("2013", "2013-01-01", "2013-12-31", "2013"),
        ("1985~", "1985-01-01", "1985-12-31", "about 1985"),
        ("2004?", "2004-01-01", "2004-12-31", "2004 (uncertain)"),
        ("2004%", "2004-01-01", "2004-12-31", "about 2004 (uncertain)"),
        ("2004-06-11~", "2004-06-11", "2004-06-11", "about 11 June 2004"),
        ("199X", "1990-01-01", "1999-12-31", "1990s"),
        ("201X~", "2010-01-01", "2019-12-31", "about the 2010s"),
        ("18XX", "1800-01-01", "1899-12-31", "1800–1899"),
        ("2014-22", "2014-06-01", "2014-08-31", "summer 2014"),
        ("2014-24", "2014-12-01", "2015-02-28", "winter 2014"),
        ("9999-24", "9999-12-01", "Y10000-02-29", "winter 9999"),
        ("0000-21", "0000-03-01", "0000-05-31", "spring 1 BCE"),
        ("2001-21?", "2001-03-01", "2001-05-31", "spring 2001 (uncertain)"),
        ("2004-XX", "2004-01-01", "2004-12-31", "2004 (month not known)"),
        ("2004-05-XX", "2004-05-01", "2004-05-31", "May 2004 (day not known)"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31", "1985 (month and day not known)"),
        ("0850", "0850-01-01", "0850-12-31", "850 CE"),
        ("085X", "0850-01-01", "0859-12-31", "850s CE"),
        ("0000", "0000-01-01", "0000-12-31", "1 BCE"),
        ("0000-02-29", "0000-02-29", "0000-02-29", "29 February 1 BCE"),
        ("-0999", "-0999-01-01", "-0999-12-31", "1000 BCE"),
        ("-0999-03-15", "-0999-03-15", "-0999-03-15", "15 March 1000 BCE"),
        ("-05XX", "-0599-01-01", "-0500-12-31", "600–501 BCE"),
        ("000X", "0000-01-01", "0009-12-31", "1 BCE – 9 CE"),
        ("Y170000002", "Y170000002-01-01", "Y170000002-12-31", "the year 170,000,002"),
        ("Y-170000002", "Y-170000002-01-01", "Y-170000002-12-31", "170,000,003 BCE"),
        ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC"),
        ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC−4"),
        ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC+4:30"),
        ("../2015", None, "2015-12-31", "by 2015"),
        ("../201X", None, "2019-12-31", "by the 2010s"),
        ("2011/..", "2011-01-01", None, "from 2011 on"),
        ("199X/..", "1990-01-01", None, "from the 1990s on"),
        ("2001/", "2001-01-01", None, "from 2001, end not known"),
        ("/2001", None, "2001-12-31", "to 2001, start not known"),
        ("2006/2007", "2006-01-01", "2007-12-31", "2006–2007"),
        ("-0999/-0899", "-0999-01-01", "-0899-12-31", "1000–900 BCE"),
        ("2014-06/2017-06", "2014-06-01", "2017-06-30", "June 2014 – June 2017"),
        ("199X/2003-22~", "1990-01-01", "2003-08-31", "1990s – about summer 2003"),
        ("Y-17000/2003", "Y-17000-01-01", "2003-12-31", "17,001 BCE – 2003"),
    ],
)
def test_bounds_are_strict_and_labels_say_no_more_than_was_typed(
    edtf: str, earliest: str | None, latest: str | None, label: str
) -> None:
    date = Date.parse(edtf)
    bounds = [str(day) if day else None for day in (date.earliest, date.latest)]
    assert [date.edtf, *bounds, date.label] == [edtf, earliest, latest, label]


@pytest.mark.parametrize(
    ("edtf", "wrong"),
    [
        ("", "is not an EDTF date"),
        ("soon", "is not an EDTF date"),
        ("20", "is not an EDTF date"),
        ("2013-3-23", "is not an EDTF date"),
        ("2013-13", "is not in the calendar"),
        ("2013-02-30", "is not in the calendar"),
        ("2001-22-01", "is not in the calendar"),
        ("2007/2006", "ends before it begins"),
        ("2013/03/23", "has two slashes"),
        ("2013/2014/2015", "has two slashes"),
        ("/", "is an interval without any date"),
        ("../..", "is an interval without any date"),
        ("../", "is an interval without any date"),
        ("/..", "is an interval without any date"),
        ("1863-03-29 ", "has a blank before or after it"),
        ("-0000", "has no year"),
        ("Y2013", "has a Y, which only years of more than four digits have"),
        ("1985-04-12T23:20", "has a time of day that EDTF does not allow"),
        ("1985-04-12T24:20:30", "has a time of day that EDTF does not allow"),
        ("1985-04-12T23:20:30/1986", "is an interval with a time of day"),
    ],
)
def test_what_is_no_date_is_refused_with_what_is_wrong_and_an_example(edtf: str, wrong: str) -> None:
    with pytest.raises(UnreadableValueError) as refused:
        Date.parse(edtf)
    assert str(refused.value) == f"“{edtf}” {wrong}"
    assert any(Date.parse(word.strip(",;:")) for word in refused.value.help.split() if word[:1].isdigit())


LEVEL_2 = (
    *("{2013,2014}", "[..1984]", "1560-XX-25", "156X-12-25", "15XX-12", "2XXX"),
    *("XXXX-12-XX", "2004-06~-11", "2004?-06", "?2004-06-11", "2004-06-~11", "2001-34", "Y-17E7", "1950S2"),
    *("Y171010000S3", "Y3388E2S3"),
)


@pytest.mark.parametrize("edtf", [*LEVEL_2, "[1667, 1760/1762]", "1984-1X", "2004-06-~01/2004-06-20"])
def test_level_2_is_refused_as_such(edtf: str) -> None:
    with pytest.raises(UnreadableValueError, match=r"is EDTF level 2; dates here are level 0 or 1"):
        Date.parse(edtf)


@pytest.mark.parametrize("edtf", LEVEL_2)
def test_the_package_edtf_reads_as_edtf_what_is_refused_as_level_2(edtf: str) -> None:
    assert parse_edtf(edtf)


@pytest.mark.parametrize(
    "edtf",
    [
        *("2013-03-23", "2014-07", "2013", "1985~", "2004?", "2004%", "199X", "19XX", "2014-22", "2004-XX"),
        *("2004-05-XX", "1985-XX-XX", "2006/2007", "2004-06-11/2005"),
    ],
)
def test_dates_have_the_bounds_that_the_package_edtf_gives(edtf: str) -> None:
    theirs, ours = parse_edtf(edtf), Date.parse(edtf)
    bounds = [time.strftime("%Y-%m-%d", bound) for bound in (theirs.lower_strict(), theirs.upper_strict())]
    assert [str(ours.earliest), str(ours.latest)] == bounds


@pytest.mark.parametrize(
    ("edtf", "year", "spans"),
    [
        ("2013-03-23", 2013, False),
        ("2013", 2013, False),
        ("2013-24", 2013, True),
        ("199X", 1990, True),
        ("2013-01/2013-02", 2013, True),
        ("../2015", 2015, True),
        ("2011/..", 2011, True),
        ("-0999", -999, False),
    ],
)
def test_a_date_is_listed_under_the_year_in_which_it_begins_else_ends(
    edtf: str, year: int, spans: bool
) -> None:
    assert (Date.parse(edtf).year, Date.parse(edtf).spans) == (year, spans)


@st.composite
def days(draw: st.DrawFn) -> Day:
    """A day of any year, far beyond those that Python's own dates have."""
    day = draw(st.dates(min_value=datetime.date(2000, 1, 1), max_value=datetime.date(2399, 12, 31)))
    return Day(day.year + 400 * draw(st.integers(-500, 500)), day.month, day.day)


def edtf_of(day: Day) -> str:
    return str(day) if abs(day.year) <= 9999 else f"Y{day.year}"


@given(days(), days())
def test_dates_order_as_numbers_do(one: Day, other: Day) -> None:
    first, second = Date.parse(edtf_of(one)), Date.parse(edtf_of(other))
    bounds = [(date.earliest, date.latest) for date in (first, second)]
    assert (first.order < second.order) == (bounds[0] < bounds[1])


@given(days())
def test_a_date_lies_within_its_wider_ones(day: Day) -> None:
    date = Date.parse(edtf_of(day))
    year = edtf_of(Day(day.year, 1, 1)).removesuffix("-01-01")
    wider = Date.parse(year)
    assert wider.overlaps(date)
    assert date.overlaps(wider)
    assert wider.earliest
    assert wider.latest
    assert wider.earliest <= day <= wider.latest


@given(days())
def test_open_intervals_order_before_and_after_everything(day: Day) -> None:
    edtf = edtf_of(day)
    by, date, since = (Date.parse(typed) for typed in (f"../{edtf}", edtf, f"{edtf}/.."))
    assert by.order < date.order < since.order
    assert by.overlaps(date)
    assert since.overlaps(date)


@given(st.text("0123456789-XYT:Z+~?%./[]{} ES", max_size=14))
def test_any_text_is_a_date_or_is_refused_as_an_authors_mistake(typed: str) -> None:
    try:
        date = Date.parse(typed)
    except UnreadableValueError:
        return
    assert date.earliest or date.latest
    assert date.label


@pytest.mark.parametrize("typed", ["2026", "21 November 2026", "2026-11-21~", "2026-02-30", "2026-13-01", ""])
def test_a_calendar_day_has_year_month_and_day(typed: str) -> None:
    with pytest.raises(
        UnreadableValueError, match=r"is not a calendar day$|is not in the calendar$"
    ) as refused:
        Day.parse(typed)
    assert refused.value.help == "write year, month and day: 2026-11-21"
