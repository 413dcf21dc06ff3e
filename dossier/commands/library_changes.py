"""How a library differs from the export that was laid in before, and from all other works of the project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dossier.commands.library import Library
from dossier.leaves.address import work_id
from dossier.leaves.same_work import InCommon, KnownWorks
from dossier.load.bibtex.terms import REFERENCES
from dossier.load.bibtex.typed_entry import TypedEntry, TypedField
from dossier.model.ids import WorkKey
from dossier.model.work import Work

_FORMER_KEYS = "ids"


@dataclass(frozen=True, slots=True)
class Double:
    """An entry that is left out, the work that it is already, and by what sign; `None` where only addresses are one."""

    key: str
    other: str
    sign: InCommon | None


@dataclass(slots=True)
class LibraryChanges:
    """The entries that the file is to have, in their order, and what becomes of those that there are.

    `renamed` leads from keys that are gone to those under which the same works are now.
    """

    entries: dict[str, TypedEntry] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    doubles: list[Double] = field(default_factory=list)


def compare(before: Library, now: Library, others: Mapping[WorkKey, Work]) -> LibraryChanges:
    """What changes where an export takes the place of one; `others` are the works of all other files.

    Entries that were there stay in their order, so that letters of years do not move. A key that `others` have, too,
    is no double: the fields of both are joined. What an entry was called before, it keeps under `ids`.
    """
    now = _with_known_keys(before, now)
    changes = LibraryChanges()
    fresh = _without_doubles(before, now, others, changes)
    by_sign = KnownWorks()
    by_sign.add(now.works[WorkKey(key)] for key in fresh if key in now.works)
    former: dict[str, list[str]] = {}
    for key, entry in before.entries.items():
        work = before.works.get(WorkKey(key))
        if key in now.entries:
            after = _with_former(now.entries[key], _former(entry))
            alike = _alike(entry, after)
            (changes.same if alike else changes.changed).append(key)
            changes.entries[key] = entry if alike else after
        elif work and (found := by_sign.find(work)):
            changes.renamed[key] = found[0].key
            former.setdefault(found[0].key, []).extend([key, *_former(entry)])
        else:
            changes.gone.append(key)
    changes.new = [key for key in fresh if key not in former]
    changes.entries |= {key: _with_former(now.entries[key], former.get(key, [])) for key in fresh}
    return changes


def _with_known_keys(before: Library, now: Library) -> Library:
    """Where a key is not the export's own, that of the same work before."""
    known = KnownWorks()
    known.add(work for key, work in before.works.items() if key not in now.entries)
    called: dict[str, str] = {
        key: found[0].key
        for key, work in now.works.items()
        if key in now.made and (found := known.find(work)) is not None
    }
    if len(set(called.values())) < len(called):
        return now
    return replace(
        now,
        entries={
            name: replace(entry, key=name)
            for key, entry in now.entries.items()
            for name in [called.get(key, key)]
        },
        works={
            WorkKey(name): replace(work, key=WorkKey(name))
            for key, work in now.works.items()
            for name in [called.get(str(key), str(key))]
        },
    )


def _without_doubles(
    before: Library, now: Library, others: Mapping[WorkKey, Work], changes: LibraryChanges
) -> list[str]:
    """The keys of new entries that are no doubles of others; the doubles are noted."""
    stay = _parents(now) | (before.entries.keys() & now.entries.keys())
    known = KnownWorks()
    known.add(others.values())
    known.add(work for key, work in now.works.items() if key in stay)
    addresses = {work_id(key): key for key in (*others, *sorted(stay))}
    fresh = []
    for key in now.entries:
        if key in before.entries:
            continue
        work = now.works.get(WorkKey(key))
        found = known.find(work) if work and key not in {*others, *stay} else None
        taken = addresses.setdefault(work_id(key), key)
        if found is not None and found[0].key not in _named(now.entries[key]):
            changes.doubles.append(Double(key, found[0].key, found[1]))
        elif taken != key:
            changes.doubles.append(Double(key, taken, None))
        else:
            fresh.append(key)
            known.add([work] if work else [])
    return fresh


def _parents(library: Library) -> set[str]:
    """The entries that others take fields from."""
    named = {key for entry in library.entries.values() for key in _named(entry)}
    return named & library.entries.keys()


def _named(entry: TypedEntry) -> list[str]:
    """The entries that one takes fields from."""
    typed = [entry.fields[name].value for name in REFERENCES if name in entry.fields]
    return [key.strip() for keys in typed for key in keys.split(",")]


def _former(entry: TypedEntry) -> list[str]:
    typed = entry.fields.get(_FORMER_KEYS)
    return [key for part in typed.value.split(",") if (key := part.strip())] if typed else []


def _with_former(entry: TypedEntry, keys: list[str]) -> TypedEntry:
    """The entry with some former keys besides its own."""
    own = _former(entry)
    more = [key for key in dict.fromkeys(keys) if key not in {*own, entry.key}]
    if not more:
        return entry
    ids = TypedField(", ".join([*own, *more]), entry.place)
    return replace(entry, fields={**entry.fields, _FORMER_KEYS: ids})


def _alike(entry: TypedEntry, other: TypedEntry) -> bool:
    """Whether two entries say the same, in whatever order."""
    return entry.type == other.type and _values(entry) == _values(other)


def _values(entry: TypedEntry) -> dict[str, str]:
    return {name: typed.value for name, typed in entry.fields.items()}
