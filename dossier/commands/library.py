"""An export of a reference program as entries of `works/`: what of it is laid in, and what is left out.

Formats are left to `interchange`, what entries mean to `bibtex`, how two libraries differ to `library_changes`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.leaves.bibtex_text import entry as as_text
from dossier.load.bibtex import read_works
from dossier.load.bibtex.blocks import parse_entries
from dossier.load.bibtex.terms import NAMES, PRIVATE
from dossier.load.bibtex.typed_entry import TypedEntry, TypedField
from dossier.load.files import File
from dossier.load.interchange import Converted
from dossier.model.codes import Code
from dossier.model.from_text import UnreadableValueError
from dossier.model.ids import WorkKey, parse_work_key
from dossier.model.place import Place
from dossier.model.problem import Problem, Problems
from dossier.model.work import Work

HEAD = "% The export of a reference manager: the next one replaces it. What is to stay belongs in citations.bib.\n"
_SPACE = re.compile(r"[ \t\r\n\f\v]+")  # what LaTeX takes for a blank


@dataclass(frozen=True, slots=True)
class Library:
    """The entries of an export that can be laid in, by key, and the works that they are; `xdata` entries are no works.

    `left_out` counts fields; `unread` are the faults by the keys of their entries; `uncitable` are keys that no page
    can cite, `made` those that the export did not give.
    """

    entries: Mapping[str, TypedEntry]
    works: Mapping[WorkKey, Work]
    left_out: Mapping[str, int]
    unread: tuple[tuple[str, Problem], ...] = ()
    uncitable: tuple[str, ...] = ()
    made: frozenset[str] = frozenset()


def read_library(name: str, export: Converted) -> Library:
    """Read an export, as the file `name` of `works/` would be read.

    What never is published is left out, and so is a value that could not be read from that file either.
    """
    problems = Problems()
    typed, _ = _read(name, export.bibtex, problems)
    unread = [problem for problem in problems if problem.code is not Code.SAME_ADDRESS]
    left_out = Counter(export.lost)
    entries: dict[str, TypedEntry] = {}
    for key, entry in typed.items():
        if _citable(key):
            private = [field for field, value in entry.fields.items() if _is_left_out(field, value)]
            left_out.update(private)
            entries[key] = _without(entry, private)
    again = Problems()
    written, works = _read(name, text_of(entries), again)
    faults = {problem.place for problem in again if problem.code is Code.EXPORT_NOT_READ}
    return Library(
        {key: _readable(entry, faults) for key, entry in written.items()},
        works,
        left_out,
        tuple(_by_entry(typed, unread)),
        tuple(key for key in typed if key not in entries),
        export.made,
    )


def _read(
    name: str, bibtex: str, problems: Problems
) -> tuple[Mapping[str, TypedEntry], Mapping[WorkKey, Work]]:
    file = File(name, bibtex)
    return parse_entries(file, problems).entries, read_works([file], problems).works


def _is_left_out(field: str, value: TypedField) -> bool:
    return field in PRIVATE or not value.value.strip("{} ")


def _readable(entry: TypedEntry, faults: Collection[Place]) -> TypedEntry:
    """The entry without values in which something could not be read; names are kept as what is called so."""
    bad = {name: typed for name, typed in entry.fields.items() if typed.place in faults}
    named = {
        name: replace(typed, value=f"{{{typed.value}}}")
        for name, typed in bad.items()
        if name in NAMES and typed.value.count("{") == typed.value.count("}")
    }
    kept = _without(entry, bad.keys() - named.keys())
    return replace(kept, fields={**kept.fields, **named})


def _without(entry: TypedEntry, fields: Collection[str]) -> TypedEntry:
    """The entry without some fields, each value in one line."""
    kept = {
        name: replace(value, value=_SPACE.sub(" ", value.value).strip(" "))
        for name, value in entry.fields.items()
        if name not in fields
    }
    return replace(entry, fields=kept)


def _citable(key: str) -> bool:
    try:
        parse_work_key(key)
    except UnreadableValueError:
        return False
    return True


def _by_entry(typed: Mapping[str, TypedEntry], unread: list[Problem]) -> Iterator[tuple[str, Problem]]:
    """Each fault with the key of the entry that it is in, or before which nothing is."""
    begins = sorted((entry.place, key) for key, entry in typed.items())
    places: list[Place] = [place for place, _ in begins]
    for problem in unread:
        at = bisect_right(places, problem.place)
        yield begins[at - 1][1] if at else "", problem


def text_of(entries: Mapping[str, TypedEntry]) -> str:
    """The file with these entries, in their order, a line for each field."""
    written = (
        as_text(entry.type, key, {name: field.value for name, field in entry.fields.items()})
        for key, entry in entries.items()
    )
    return "\n".join([HEAD, *written])
