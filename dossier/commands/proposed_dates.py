"""When a text says that something was: its first date, or the first range of dates, as EDTF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.leaves.language.dating import Dating
from dossier.leaves.language.facts import Language
from dossier.leaves.language.words import alternatives, plain

_WINDOW = 40
"""How many characters before a date its word of time may begin."""


def first_date(text: str, datings: Sequence[Dating], language: Language) -> tuple[str, str]:
    """The date, and the words of a folded text that it was read from; `datings` have a year at least.

    “since 2003” and “after 2003” leave the end open, “by 2015” the beginning; “2015-16” is both.
    """
    if not datings:
        return "", ""
    first, *more = datings
    edtf, words = as_edtf(first), text[first.start : first.end]
    if more and _is_range(text, first, more[0], language):
        return f"{edtf}/{as_edtf(more[0])}", text[first.start : more[0].end]
    window = plain(text[max(0, first.start - _WINDOW) : first.start], language)
    for pattern, made in _patterns(language):
        if match := pattern.search(window):
            return made.format(edtf), f"{match['word']} {words}"
    return edtf, words


def as_edtf(dating: Dating) -> str:
    """A date as EDTF writes it; empty for one without its year."""
    if dating.decade is not None:
        return f"{dating.decade // 10:03}X"
    if dating.century is not None:
        return f"{dating.century // 100:02}XX"
    if dating.year is None:
        return ""
    parts = (dating.year, dating.month or dating.season, dating.day)
    return "-".join(f"{part:0{4 if at == 0 else 2}}" for at, part in enumerate(parts) if part is not None)


def _is_range(text: str, first: Dating, last: Dating, language: Language) -> bool:
    """Whether two dates are the ends of one range: 2015-16, from March to June 2013."""
    years = as_edtf(first), as_edtf(last)
    between = plain(text[first.end : last.start], language).strip().lower()
    joined = (
        first.start == last.start
        or between == "-"
        or (
            between in language.time.until
            or (between in language.calendar.connectors and _opened(text, first, language))
        )
    )
    return joined and years[0] < years[1]


def _opened(text: str, first: Dating, language: Language) -> bool:
    before = plain(text[max(0, first.start - _WINDOW) : first.start], language).split()
    return bool(before) and before[-1].lower() in {*language.calendar.openings, *language.time.between}


@cache
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What word of time before a date makes what of it."""
    time = language.time
    made = ((time.since + time.after, "{}/.."), (time.until + time.by + time.before, "../{}"))
    opening = {*time.between}
    return tuple(
        (
            re.compile(
                rf"(?<!\w)(?P<word>{alternatives(word for word in words if word not in opening)})\s+"
                rf"(?:(?:{alternatives(time.joints)})\s+)*$",
                re.IGNORECASE,
            ),
            shape,
        )
        for words, shape in made
    )
