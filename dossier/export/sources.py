"""`sources.json`: every source, by key, with what its work says of it.

`author` names all authors in natural order, joined by semicolons. `characters` counts the code points of the supplied
text, and is null where it is not held.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.export.layout import Json
from dossier.leaves.address import page_of
from dossier.model.ids import WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.public import Public
from dossier.model.work import Work


def source_records(dossier: Public) -> Iterator[Json]:
    """One record a source."""
    for key, source in sorted(dossier.corpus.sources.items()):
        work = dossier.corpus.works.get(WorkKey(key))
        reading = dossier.readings.get(key)
        yield {
            "id": key,
            "title": work.title if work else None,
            "author": _authors(work) if work else None,
            "date": work.date if work else None,
            "kind": source.kind,
            "language": source.language,
            "rights": {
                "license": source.rights.license,
                "holder": source.rights.holder,
                "publish": source.rights.publish,
                "note": source.rights.note,
            },
            "sha256": source.sha256,
            "supplied": source.supplied,
            "characters": reading.length if reading else None,
            "claims": len(dossier.links.by_source.get(key, ())),
            "url": page_of(RecordKind.SOURCE, key),
        }


def _authors(work: Work) -> str | None:
    names = [" ".join(part for part in (name.given, name.family) if part) for name in work.authors]
    return "; ".join(names) or None
