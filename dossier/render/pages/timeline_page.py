"""The timeline: what the claims date, year by year, and by what it can be narrowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from dossier.draw.lanes import draw_lanes
from dossier.draw.moment_rows import MomentLane, MomentRows
from dossier.draw.moments import Moment
from dossier.draw.time_axis import years_of
from dossier.leaves import address
from dossier.leaves.address import SitePage
from dossier.leaves.numbers import counted
from dossier.leaves.phrases import headed
from dossier.model.analysis import TimelineEntry
from dossier.model.claim import Claim
from dossier.model.kinds import Lane
from dossier.model.output import OutputFile
from dossier.model.vocabulary import Kind
from dossier.render import wording
from dossier.render.catalog import Catalog
from dossier.render.decades import Decade, Year, decade_pages, decades_of
from dossier.render.further_pages import further_pages
from dossier.render.paging import fits
from dossier.render.view import View
from dossier.render.writing import Front, write_page
from dossier.render.year_bars import year_bars


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to narrow the timeline by: `name` as in the address, and the choices that occur, with their words."""

    name: str
    words: str
    choices: tuple[tuple[str, str], ...]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The page; a page for each decade where it would outgrow one."""
    view = View(catalog, SitePage.TIMELINE)
    front = Front("Timeline", "timeline", "What the sources date, year by year.")
    found = list(years(catalog.dossier.analysis.timeline))
    beyond = [moment(view, entry) for entry in catalog.undrawable]
    if not fits((year.list for year in found), catalog.room):
        decades = decades_of(found)
        further = decade_pages(view.address, decades, catalog.room)
        at = {year.anchor: page.address for page in reversed(further) for year in page.lists}
        bars = year_bars(view, found, "moment", lambda year: view.to(f"{at[year.id]}#{year.id}"))
        yield write_page(
            view, front, "timeline-decades.md", decades=decades, at=at, beyond=beyond, picture=bars
        )
        pictures = {decade.address: _of_decade(catalog, decade, at) for decade in decades}
        yield from further_pages(catalog, further, front, [], pictures)
        return
    yield write_page(
        view,
        front,
        "timeline.md",
        years=found,
        facets=list(_facets(view)),
        main=catalog.dossier.corpus.vocabulary.main,
        concerned=concerned,
        picture=_picture(view, catalog.drawable, {}),
        lanes=[
            lane for lane in Lane if any(entry.lane is lane for entry in catalog.dossier.analysis.timeline)
        ],
        beyond=beyond,
    )


def _of_decade(catalog: Catalog, decade: Decade, at: Mapping[str, str]) -> Markup:
    """What begins in a decade."""
    begun = {entry for year in decade.years for entry in year.entries}
    return _picture(
        View(catalog, decade.address), [entry for entry in catalog.drawable if entry in begun], at
    )


def _picture(view: View, entries: Sequence[TimelineEntry], at: Mapping[str, str]) -> Markup:
    """Each moment in its lane, as long as they last; what happened in rows by the kind of its first claim.

    Years are listed on the pages `at` which their ids are, the others on this one.
    """
    span = years_of(entry.date for entry in entries)
    if span is None:
        return Markup("")
    lanes = [
        MomentLane(wording.LANE[lane], rows) for lane in Lane if (rows := list(_rows(view, entries, lane)))
    ]
    name = f"Timeline, {span[0]} to {span[1]}: {counted(len(entries), 'moment')}"

    def to_year(year: int) -> Markup:
        place = f"#{address.year_id(year)}"
        page = at.get(place[1:], view.address)
        return Markup(place) if page == view.address else view.to(page + place)

    drawn = (name, lanes, span)
    return Markup(
        view.catalog.value("timeline", lambda: draw_lanes(*drawn, to_year), drawn, dict(at), view.address)
    )


def _rows(view: View, entries: Sequence[TimelineEntry], lane: Lane) -> Iterator[MomentRows]:
    """The rows of a lane that have moments."""
    own = [(view.claim(entry.claims[0]).kind, moment(view, entry)) for entry in entries if entry.lane is lane]
    name = wording.LANE[lane]
    if lane is not Lane.HAPPENED:
        if own:
            yield MomentRows("", f"{name}: {counted(len(own), 'moment')}", [drawn for _, drawn in own])
        return
    for kind in view.dossier.corpus.vocabulary.claims:
        if found := [drawn for of, drawn in own if of == kind]:
            yield MomentRows(headed(kind.name), f"{name}: {counted(len(found), kind.name)}", found)


def moment(view: View, entry: TimelineEntry) -> Moment:
    """An entry as pictures show it."""
    claim = view.claim(entry.claims[0])
    if len(entry.claims) > 1:
        more = f" ({counted(len(entry.claims), 'claim')})"
    else:
        more = f". {claim.statement}" if claim.statement != entry.label else ""
    return Moment(
        view.to(address.page_of_moment(entry, view.dossier.corpus.entities)),
        f"{wording.when(entry.when, claim)}: {entry.label}{more}",
        entry.date,
        entry.label,
        entry.claims,
    )


def years(entries: Iterable[TimelineEntry]) -> Iterator[Year]:
    """The entries under the year in which they begin; those without a beginning under the one in which they end."""
    ordered = sorted(entries, key=lambda entry: entry.date.listing)
    for year, found in groupby(ordered, key=lambda entry: entry.date.year):
        yield Year(year, tuple(found))


def concerned(view: View, claim: Claim, kind: Kind) -> tuple[str, ...]:
    """The ids of the entities of a kind, or also of it, that a claim is about or whose words it reports."""
    return tuple(key for key in claim.concerns if kind in view.entity(key).kinds)


def _facets(view: View) -> Iterator[Facet]:
    claims = [
        claim for entry in view.dossier.analysis.timeline for claim in view.catalog.claims(entry.claims)
    ]
    sources = view.catalog.sources_of(claims)
    yield Facet("source", "Source", tuple((key, view.label(key)) for key in sources))
    for kind in view.dossier.corpus.vocabulary.main:
        found = {key for claim in claims for key in concerned(view, claim, kind)}
        members = [entity for entity in view.catalog.by_kind[kind] if entity.id in found]
        yield Facet(kind.id, headed(kind.name), tuple((entity.id, entity.name) for entity in members))
    words = [
        word for word in view.dossier.corpus.vocabulary.claims if any(claim.kind == word for claim in claims)
    ]
    yield Facet("kind", "Kind of claim", tuple((word.id, word.name) for word in words))
