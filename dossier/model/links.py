"""How records hang together, both ways, and the citations inside inline Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossier.model.corpus import RecordRef
from dossier.model.ids import ClaimId, EntityId, QuestionId, SourceKey, TopicId, WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.place import Place
from dossier.model.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Words:
    """Markdown that is passed on as it is."""

    markdown: str


class CiteForm(StrEnum):
    """How a citation names the author, as pandoc has it."""

    GROUPED = "grouped"
    """`[@id]`: in parentheses, together with its neighbors."""
    IN_TEXT = "in-text"
    """`@id`: the author is a word of the sentence, the year follows in parentheses."""
    WITHOUT_AUTHOR = "without-author"
    """`[-@id]`: in parentheses, the year alone."""


@dataclass(frozen=True, slots=True)
class Cite:
    """`[@claim-id]` or `[see @work-key, p. 4]`; `target` is CLAIM or WORK.

    `prefix` and `suffix` are inline Markdown, the suffix with the comma or blank that it begins with.
    """

    target: RecordKind
    id: str
    prefix: str = ""
    suffix: str = ""
    form: CiteForm = CiteForm.GROUPED


@dataclass(frozen=True, slots=True)
class Mention:
    """`[[id]]` or `[[id|words]]`; without words the thing's own name is shown."""

    target: RecordKind
    id: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Href:
    """What a link of hand-written Markdown leads to, or its picture shows: an address relative to the site's root.

    It is written where the author typed a path (`[words](` Href `)`): `notes/x/`, `timeline/#y2014`, `scans/map.png`.
    """

    address: str


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A typed link to `#fragment` of the page or file at an address; `place` is where its `#` was typed."""

    address: str
    fragment: str
    place: Place


Fragment = Words | Cite | Mention | Href
Inline = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Ids resolved both ways. Every tuple is in corpus order; ids without any are absent.

    Claims are listed by the entities that they are `about`, by those whose words they report (`spoken`) and by either
    (`concerning`), by the question they answer, by the work that they rest on (`via`), by source and by topic.
    `touching` lists the questions that an entity's claims answer or that are about it.
    `supported_by` lists, for a claim, the entities whose relations it supports. `inline` holds parsed inline Markdown
    by record and field: `((ENTITY, id), "description")`, `((TOPIC, id), "intro")`, `((QUESTION, id), "note")`,
    `((PAGE, path), "body")`. `cited_on` lists, for each claim, work and so on, the records whose inline Markdown
    cites or mentions it. `related` are, for an entity, the others its claims concern too, with the claims they
    share, most shared first. `incoming` are relations that point at an entity: (relation, entity, claims). `published`
    are the files below `docs/` that the site has: those that hand-written Markdown or mkdocs.yml names, and `assets/`.
    `to_places` are the links of hand-written Markdown to a place in a page.
    """

    by_source: Mapping[SourceKey, tuple[ClaimId, ...]]
    by_topic: Mapping[TopicId, tuple[ClaimId, ...]]
    about: Mapping[EntityId, tuple[ClaimId, ...]]
    spoken: Mapping[EntityId, tuple[ClaimId, ...]]
    concerning: Mapping[EntityId, tuple[ClaimId, ...]]
    answering: Mapping[QuestionId, tuple[ClaimId, ...]]
    via: Mapping[WorkKey, tuple[ClaimId, ...]]
    supported_by: Mapping[ClaimId, tuple[EntityId, ...]]
    touching: Mapping[EntityId, tuple[QuestionId, ...]]
    related: Mapping[EntityId, tuple[tuple[EntityId, tuple[ClaimId, ...]], ...]]
    incoming: Mapping[EntityId, tuple[tuple[Relation, EntityId, tuple[ClaimId, ...]], ...]]
    inline: Mapping[tuple[RecordRef, str], Inline]
    cited_on: Mapping[RecordRef, tuple[RecordRef, ...]]
    published: tuple[str, ...]
    to_places: tuple[PlaceLink, ...]
