"""The labels of works whose entries fix none: author and year, with letters where two would be alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count, product
from string import ascii_lowercase

from dossier.model.date import Date
from dossier.model.day import year_label, years_label
from dossier.model.work import Name, Work

_OTHERS = "others"
_PUBLISHERS = ("institution", "organization", "publisher", "journaltitle")


def with_labels(works: Iterable[Work]) -> list[Work]:
    """The works, each with a label of its own; letters are given in the order of the works.

    A label that an entry fixes is kept as it is, and taken by none of the others.
    """
    works = list(works)
    plain = [work.label or _author_year(work) for work in works]
    fixed = {work.label for work in works if work.label}
    alike = Counter(label for work, label in zip(works, plain, strict=True) if not work.label)
    letters = {label: _free(label, fixed) for label in alike}
    return [
        work
        if work.label
        else replace(work, label=next(letters[label]) if alike[label] > 1 or label in fixed else label)
        for work, label in zip(works, plain, strict=True)
    ]


def _free(label: str, fixed: set[str]) -> Iterator[str]:
    """The label with `a`, `b` … `z`, `aa`, `ab` and so on, without those that are fixed elsewhere."""
    joint = "-" if label.endswith("n.d.") else ""
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            if (found := f"{label}{joint}{''.join(letters)}") not in fixed:
                yield found


def _author_year(work: Work) -> str:
    return f"{_author(work)} {_year(work.date) if work.date else 'n.d.'}"


def _year(date: Date) -> str:
    """The year of a date, the years of an interval; a decade or a century as readers read it."""
    if not date.interval:
        return (
            date.label.removesuffix(" (uncertain)").removeprefix("about ") if date.spans else str(date.year)
        )
    known = [day.year for day in (date.earliest, date.latest) if day]
    return years_label(known[0], known[-1]) if known[0] != known[-1] else year_label(known[0])


def _author(work: Work) -> str:
    for names in (work.authors, *(work.names.get(field, ()) for field in ("editor", "translator"))):
        if names:
            return _short(names)
    return next((work.fields[name] for name in _PUBLISHERS if name in work.fields), work.title or work.key)


def _short(names: tuple[Name, ...]) -> str:
    """The families of names: `Lund`, `Lund and Berg`, `Lund et al.`."""
    known = [name.family for name in names if name.family != _OTHERS]
    if not known or len(known) > 2 or len(known) < len(names):  # noqa: PLR2004 - two are named
        return f"{known[0]} et al." if known else _OTHERS
    return " and ".join(known)
