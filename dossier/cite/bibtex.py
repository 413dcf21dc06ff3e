"""Works as BibTeX for pandoc, from decoded values; what its author typed is in `Work.bibtex`."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.cite.stand_ins import cover
from dossier.model.work import Work

_LEFT_OUT = frozenset(
    {
        "abstract",
        "annotation",
        "annote",
        "crossref",
        "file",
        "keywords",
        "label",
        "language",
        "note",
        "shorttitle",
    }
)
_NAMES = frozenset({"editor", "translator"})
_BARE = frozenset(
    """chapter doi edition eid entrysubtype eprint eprintclass eprinttype eventdate isbn issn issue number
    origdate pages pagetotal part pubstate type url urldate urn volume volumes""".split()  # noqa: SIM905
)
"""Fields that pandoc reads for itself, and takes braces in for their own."""


def to_bibtex(works: Iterable[Work]) -> str:
    """One entry a work, in order, without authors, label and note.

    Values stand in double braces: pandoc takes the capitals of English titles for those of a headline, and
    splits publishers at “and”.
    """
    return "\n".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    fields = [
        f"  {name} = {{{_value(name, value)}}},\n"
        for name, value in work.fields.items()
        if name not in _LEFT_OUT
    ]
    if work.title:
        fields.append(f"  title = {{{{{cover(work.title)}}}}},\n")
    if work.date:
        fields.append(f"  date = {{{work.date}}},\n")
    return f"@{work.type}{{{work.key},\n{''.join(fields)}}}\n"


def _value(name: str, value: str) -> str:
    covered = cover(value)
    if name in _BARE:
        return covered
    if name in _NAMES:
        return " and ".join(each if "," in each else f"{{{each}}}" for each in covered.split(" and "))
    return f"{{{covered}}}"
