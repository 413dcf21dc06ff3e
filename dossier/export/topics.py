"""`topics.json`: every topic, by id. `intro` is inline Markdown as written."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.export.layout import Json
from dossier.leaves.address import page_of
from dossier.model.kinds import RecordKind
from dossier.model.public import Public


def topic_records(dossier: Public) -> Iterator[Json]:
    """One record a topic."""
    for _, topic in sorted(dossier.corpus.topics.items()):
        yield {
            "id": topic.id,
            "name": topic.name,
            "intro": topic.intro,
            "claims": sorted(dossier.links.by_topic.get(topic.id, ())),
            "url": page_of(RecordKind.TOPIC, topic.id),
        }
