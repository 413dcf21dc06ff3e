"""Keeps what files of records say from run to run: one that is the same is parsed only where a place is asked for.

Few runs ask for one: it is problems that have places.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.load.drafts import Draft
from dossier.load.files import File
from dossier.load.lists import Drafts, parse_list
from dossier.load.spots import WhenAsked
from dossier.model.place import Place, Places
from dossier.model.problem import Problems


@dataclass(frozen=True, slots=True)
class KeptLists:
    """What is kept in `folder`, if there is one: for each file the values of its records, and where each begins."""

    folder: Path | None

    def parse(self, file: File, problems: Problems) -> Drafts:
        """As `parse_list` does; what is told of a file is told in every run, so nothing of such a file is kept."""
        if self.folder is None or not (file.opened and file.decoded):
            return parse_list(file, problems)
        own = Problems()
        parse = cache(partial(parse_list, file, own))
        key = digest_of(programs_at_work().encode(), file.text.encode())
        name = f"{quote(file.name, safe='')}.json"
        values = json.loads(Kept(self.folder).recall(name, key, lambda: _values(parse(), own)))
        if values is None:
            found = parse()
            problems.update(own)
            return found
        return Drafts(tuple(_draft(file, parse, at, *kept) for at, kept in enumerate(values)), frozenset())


def _values(found: Drafts, told: Problems) -> bytes:
    """What is kept of a file, as JSON; `null` where that is nothing."""
    if told or found.broken:
        return b"null"
    return json.dumps(
        [
            (draft.places.start.line, draft.places.start.column, draft.values, [*draft.like_fields.items()])
            for draft in found.drafts
        ]
    ).encode()


def _draft(
    file: File,
    parse: Callable[[], Drafts],
    number: int,
    line: int,
    column: int,
    values: dict[str, Any],
    like_fields: list[tuple[list[Any], list[str]]],
) -> Draft:
    def typed() -> Draft:
        return parse().drafts[number]

    return Draft(
        values,
        Places(Place(file.name, line, column), WhenAsked(lambda: typed().places.spots, lambda spot: spot)),
        WhenAsked(lambda: typed().keys, lambda place: place),
        settled=frozenset(),
        like_fields={tuple(path): words for path, words in like_fields},
    )
