"""`entities.json`: every entity, by id. `claims` are those about it; what it said itself stands with the claims.

`type`, `country`, `lat` and `lon` are null for kinds that have none. `description` is inline Markdown as written.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.export.layout import Json
from dossier.leaves.address import page_of
from dossier.model.public import Public


def entity_records(dossier: Public) -> Iterator[Json]:
    """One record an entity."""
    for _, entity in sorted(dossier.corpus.entities.items()):
        yield {
            "id": entity.id,
            "kind": entity.kind,
            "also": entity.also,
            "name": entity.name,
            "aliases": entity.aliases,
            "description": entity.description,
            "see": entity.see,
            "disputed": entity.disputed,
            "type": entity.type,
            "country": entity.country,
            "lat": entity.lat,
            "lon": entity.lon,
            "relations": [
                {"relation": relation, "id": borne.id, "claims": sorted(borne.claims)}
                for relation, borne in entity.relations
            ],
            "claims": sorted(dossier.links.about.get(entity.id, ())),
            "url": page_of(entity.kind, entity.id),
        }
