"""The timeline: what the claims date, year by year, and by what it can be narrowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dossier.leaves import address
from dossier.model.analysis import TimelineEntry
from dossier.model.claim import Claim
from dossier.model.day import year_label
from dossier.model.kinds import ClaimKind, EntityKind
from dossier.model.output import OutputFile
from dossier.render import wording
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year, under its heading."""

    id: str
    label: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to narrow the timeline by: `name` as in the address, and the choices that occur, with their words."""

    name: str
    words: str
    choices: tuple[tuple[str, str], ...]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    view = View(catalog, "timeline/")
    front = Front("Timeline", "timeline", "What the sources date, year by year.", searchable=False)
    yield write_page(
        view,
        front,
        "timeline.md",
        years=list(years(catalog)),
        facets=list(_facets(view)),
        concerned=concerned,
    )


def years(catalog: Catalog) -> Iterator[Year]:
    """The entries under the year in which they begin; those without a beginning under the one in which they end."""
    entries = sorted(catalog.dossier.analysis.timeline, key=lambda entry: entry.date.listing)
    for year, found in groupby(entries, key=lambda entry: entry.date.year):
        yield Year(address.year_id(year), year_label(year), tuple(found))


def concerned(view: View, claim: Claim, kind: str) -> tuple[str, ...]:
    """The ids of the entities of a kind, or also of it, that a claim is about or whose words it reports."""
    return tuple(key for key in claim.concerns if EntityKind(kind) in view.entity(key).kinds)


def _facets(view: View) -> Iterator[Facet]:
    claims = [
        claim for entry in view.dossier.analysis.timeline for claim in view.catalog.claims(entry.claims)
    ]
    sources = view.catalog.sources_of(claims)
    yield Facet("source", "Source", tuple((key, view.label(key)) for key in sources))
    for kind in (EntityKind.PROGRAM, EntityKind.PARTNER):
        found = {key for claim in claims for key in concerned(view, claim, kind)}
        members = [entity for entity in view.catalog.by_kind[kind] if entity.id in found]
        yield Facet(kind.value, wording.KIND[kind], tuple((entity.id, entity.name) for entity in members))
    kinds = [kind for kind in ClaimKind if any(claim.kind is kind for claim in claims)]
    yield Facet("kind", "Kind of claim", tuple((kind.value, wording.CLAIM_KIND[kind]) for kind in kinds))
