"""The records of one file, valid by themselves, and the ids taken. The rules of a kind are left to its module."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, TypeVar

from dossier.leaves.memory import Memory
from dossier.load.drafts import Draft
from dossier.load.lists import Drafts
from dossier.load.validate import Rule, validate
from dossier.model.codes import Code
from dossier.model.corpus import RecordRef
from dossier.model.ids import ID_PATTERN, nearest_id
from dossier.model.kinds import RecordKind
from dossier.model.place import Place, Places
from dossier.model.problem import Problems, Related
from dossier.model.record import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Records(Generic[R]):
    """The sound records of a file by id, in file order; the places of all with an id; the ids of broken ones.

    Of a broken id that is the one that was meant; it is empty for a record without any, and `ANY_ID` where the file
    could not be opened.
    """

    sound: Mapping[str, R]
    places: Mapping[RecordRef, Places]
    broken: frozenset[str]


_RESERVED = ("by", "more")


@dataclass(slots=True)
class IdRegistry:
    """One namespace of ids: who has which, and in what place, which is asked for where another takes it."""

    problems: Problems
    taken: dict[str, tuple[RecordKind, Callable[[], Place]]] = field(default_factory=dict)

    def take(self, kind: RecordKind, id: str, place: Callable[[], Place]) -> bool:  # noqa: A002 - the records' own word
        """Give an id to a record; reported where another has it already."""
        if id not in self.taken:
            self.taken[id] = kind, place
            return True
        owner, there = self.taken[id]
        whose = f"another {kind}" if owner == kind else owner.with_article
        self.problems.add(
            place(),
            Code.REPEATED_ID,
            f"the id `{id}` is taken by {whose}",
            "choose another id",
            [Related(there(), "the first record with this id")],
        )
        return False


def records_of(
    found: Drafts,
    kind: RecordKind,
    model: type[R],
    rule: Rule | None,
    names: IdRegistry,
    problems: Problems,
    fixed: Mapping[str, object] | None = None,
) -> Records[R]:
    """The records of one kind that drafts of a file are; `fixed` are fields that follow from the file."""
    sound: dict[str, R] = {}
    places: dict[RecordRef, Places] = {}
    broken = set(found.broken)
    for draft in found.drafts:
        record = validate(model, draft, problems, rule, fixed)
        id_ = draft.text("id")
        if id_ is None:
            broken |= {"", *_misspelled(draft)}
            continue
        if id_ in _RESERVED:
            message = f"`{id_}` can't be an id: further pages of lists have it in their addresses"
            problems.add(draft.places.of("id"), Code.RESERVED_KEY, message, "choose another id")
        if re.fullmatch(ID_PATTERN, id_) and not names.take(kind, id_, partial(draft.places.of, "id")):
            continue
        for path, former in draft.texts("formerly"):
            names.take(kind, former, partial(draft.places.of, *path))
        places[kind, id_] = draft.places
        if record is None:
            broken |= {id_, nearest_id(id_)}
        else:
            sound[id_] = record
    return Records(sound, places, frozenset(broken))


def _misspelled(draft: Draft) -> Iterator[str]:
    """What the first field of a record without `id` says, where it could be an id: the name of the field is wrong."""
    first = next(iter(draft.values.values()), None)
    if isinstance(first, str) and re.fullmatch(ID_PATTERN, first):
        yield first


def recall_records(
    memory: Memory,
    names: IdRegistry,
    parse: Callable[[], Drafts],
    read: Callable[[Drafts], Records[R]],
    problems: Problems,
    *key: Hashable,
) -> Records[R]:
    """What `read` makes of a parsed file, with ids of `names`; from `memory` where it is there and its ids are free."""
    found: Records[R] | None = memory.find(*key)
    if found is not None and not any(id_ in names.taken for _, id_, _ in _ids(found)):
        for kind, id_, place in _ids(found):
            names.take(kind, id_, place)
        return found
    before = len(problems)
    found = read(parse())
    if len(problems) == before:
        memory.keep(found, *key)
    return found


def _ids(records: Records[R]) -> Iterator[tuple[RecordKind, str, Callable[[], Place]]]:
    """The ids that some records have, and those that they had before."""
    for (kind, id_), places in records.places.items():
        yield kind, id_, partial(places.of, "id")
        for number, former in enumerate(getattr(records.sound.get(id_), "formerly", ())):
            yield kind, former, partial(places.of, "formerly", number)
