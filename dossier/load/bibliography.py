"""What bibliographies say together, and its keeping from run to run. How they are read is left to `bibtex`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.load.files import File
from dossier.model.corpus import RecordRef
from dossier.model.ids import WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.place import Place, Places, Spot
from dossier.model.problem import Problems
from dossier.model.work import Work


@dataclass(slots=True)
class Bibliography:
    """The works of all files, in their order; `broken` are the keys of entries that were not valid.

    `ANY_ID` is among them where a file could not be opened.
    """

    works: dict[WorkKey, Work] = field(default_factory=dict)
    places: dict[RecordRef, Places] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)


def recall_works(files: tuple[File, ...], problems: Problems, cache: Path | None) -> Bibliography:
    """The works of files, which the folder `cache` keeps where nothing is wrong with them."""
    kept, key = Kept(cache) if cache else None, digest_of(programs_at_work().encode(), *_parts(files))
    content = kept.find(_NAME, key) if kept else None
    with suppress(ValidationError):
        if content:
            return _FILE.validate_json(content).bibliography()
    from dossier.load.bibtex import read_works  # noqa: PLC0415 - its libraries take their time

    before = len(problems)
    found = read_works(files, problems)
    if kept and len(problems) == before:
        with suppress(OSError):
            kept.keep(_NAME, key, _FILE.dump_json(_KeptWorks.of(found)))
    return found


@dataclass(frozen=True, slots=True)
class _KeptWorks:
    """A bibliography as JSON can say it: of each work where it begins, and where each of its fields does."""

    works: tuple[tuple[Work, Place, dict[str, Place]], ...]
    broken: tuple[str, ...]

    @classmethod
    def of(cls, found: Bibliography) -> _KeptWorks:
        works = []
        for key, work in found.works.items():
            places = found.places[RecordKind.WORK, key]
            works.append(
                (work, places.start, {str(name): spot.place for (name,), spot in places.spots.items()})
            )
        return cls(tuple(works), tuple(sorted(found.broken)))

    def bibliography(self) -> Bibliography:
        return Bibliography(
            {work.key: work for work, _, _ in self.works},
            {
                (RecordKind.WORK, work.key): Places(
                    start, {(name,): Spot(place) for name, place in fields.items()}
                )
                for work, start, fields in self.works
            },
            set(self.broken),
        )


_NAME = "works.json"
_FILE = TypeAdapter(_KeptWorks)


def _parts(files: tuple[File, ...]) -> Iterator[bytes]:
    """All that is read of files."""
    for file in files:
        yield repr((file.name, file.decoded, file.opened)).encode()
        yield file.text.encode()
