"""Dates keep the precision that was typed."""

import datetime
import time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dossier.leaves.dates import parse_date


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
        ("199X", "1990-01-01", "1999-12-31", "1990s"),
        ("2014-22", "2014-06-01", "2014-08-31", "summer 2014"),
        ("2014-24", "2014-12-01", "2015-02-28", "winter 2014"),
        ("2004-XX", "2004-01-01", "2004-12-31", "2004 (month not known)"),
        ("2004-05-XX", "2004-05-01", "2004-05-31", "May 2004 (day not known)"),
        ("../2015", None, "2015-12-31", "by 2015"),
        ("2011/..", "2011-01-01", None, "since 2011"),
        ("2001/", "2001-01-01", None, "from 2001, end not known"),
        ("2006/2007", "2006-01-01", "2007-12-31", "2006–2007"),
        ("2014-06/2017-06", "2014-06-01", "2017-06-30", "June 2014 – June 2017"),
    ],
)
def test_bounds_are_strict_and_labels_say_no_more_than_was_typed(
    edtf: str, earliest: str | None, latest: str | None, label: str
) -> None:
    date = parse_date(edtf)
    assert (date.earliest, date.latest, date.label) == (earliest, latest, label)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "soon",
        "2013-13",
        "2013-02-30",
        "2007/2006",
        "Y17000",
        "{2013,2014}",
        "2013/03/23",
        "0000",
        "20",
        "156X-12-25",
    ],
)
def test_what_is_no_level_1_date_is_refused_with_a_sentence(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"^“.*” .+"):
        parse_date(edtf)


@pytest.mark.parametrize(
    "edtf",
    [
        "2013-03-23",
        "2014-07",
        "2013",
        "1985~",
        "2004?",
        "2004%",
        "199X",
        "19XX",
        "2014-22",
        "2004-XX",
        "2004-05-XX",
    ],
)
def test_the_forms_of_a_single_date_have_the_bounds_that_the_package_edtf_gives(edtf: str) -> None:
    theirs, ours = parse_edtf(edtf), parse_date(edtf)
    assert (ours.earliest, ours.latest) == tuple(
        time.strftime("%Y-%m-%d", bound) for bound in (theirs.lower_strict(), theirs.upper_strict())
    )


@pytest.mark.parametrize(("edtf", "level"), [("{2013,2014}", "beyond EDTF level 1"), ("tomorrow", "no EDTF")])
def test_edtf_of_a_higher_level_is_told_from_what_is_no_edtf(edtf: str, level: str) -> None:
    with pytest.raises(ValueError, match=level):
        parse_date(edtf)


DAYS = st.dates(min_value=datetime.date(1, 1, 1)).map(datetime.date.isoformat)


@given(DAYS, DAYS)
def test_days_order_as_the_calendar_does(one: str, other: str) -> None:
    assert (parse_date(one).order < parse_date(other).order) == (one < other)


@given(DAYS)
def test_a_month_and_a_year_begin_no_later_and_end_no_earlier_than_their_days(day: str) -> None:
    for wider in (day[:7], day[:4]):
        date = parse_date(wider)
        assert date.earliest is not None
        assert date.latest is not None
        assert date.earliest <= day <= date.latest


@given(DAYS)
def test_open_intervals_order_before_and_after_everything(day: str) -> None:
    assert parse_date(f"../{day}").order < parse_date(day).order < parse_date(f"{day}/..").order
