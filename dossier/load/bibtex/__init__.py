"""Bibliographies to works: `citations.bib`, which people keep by hand, and the exports of `works/` beside it.

`blocks` splits a file into entries (`comments`, `string_values`), `inheritance` follows `crossref` and `xdata`, `entry`
makes a work of one (`latex`, `names`, `entry_dates`, `languages`, `web_addresses`), `labels` names those that fix no
label. References to works are left to `link`, their formatting to `cite`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.leaves import address
from dossier.load.bibliography import Bibliography
from dossier.load.bibtex.blocks import parse_entries
from dossier.load.bibtex.entry import read_entry
from dossier.load.bibtex.inheritance import inherit
from dossier.load.bibtex.labels import with_labels
from dossier.load.bibtex.typed_entry import TypedEntry, fill
from dossier.load.files import File
from dossier.model.codes import Code
from dossier.model.ids import ANY_ID, WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.place import Place
from dossier.model.problem import Problems, Related

__all__ = ["read_works"]


def read_works(files: Iterable[File], problems: Problems) -> Bibliography:
    """Read every entry; where two files have one, the fields of the earlier file win. A broken one is left out."""
    entries: dict[str, TypedEntry] = {}
    found = Bibliography()
    for file in files:
        if not file.opened:
            found.broken.add(ANY_ID)
        parsed = parse_entries(file, problems)
        found.broken |= parsed.broken
        for key, entry in parsed.entries.items():
            known = entries.get(key)
            entries[key] = replace(known, fields=fill(known.fields, entry.fields)) if known else entry
    whole, orphans = inherit(entries, found.broken, problems)
    found.broken |= orphans
    works = []
    for key, entry in whole.items():
        if entry.type == "xdata" or key in orphans:
            continue
        if (work := read_entry(entry, problems)) is None:
            found.broken.add(key)
        else:
            works.append(work)
    found.works = {work.key: work for work in with_labels(works)}
    found.places = {(RecordKind.WORK, key): whole[key].places for key in found.works}
    _check_addresses(found, problems)
    return found


def _check_addresses(found: Bibliography, problems: Problems) -> None:
    """Keys that differ in capitals or signs alone would lead to one place of the page."""
    taken: dict[str, tuple[WorkKey, Place]] = {}
    for key in found.works:
        place = found.places[RecordKind.WORK, key].start
        other, first = taken.setdefault(address.work_id(key), (key, place))
        if other != key:
            message = (
                f"`{key}` and `{other}` have one address: capitals and signs do not tell them apart in it"
            )
            related = [Related(first, f"the entry `{other}`")]
            problems.add(place, Code.SAME_ADDRESS, message, "give one of them another key", related)
