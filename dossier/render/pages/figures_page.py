"""The page of figures: what the texts count, by unit."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from dossier.draw.scale import Value, draw_scale
from dossier.leaves.address import SitePage
from dossier.leaves.numbers import counted
from dossier.leaves.phrases import headed
from dossier.model.analysis import Figures
from dossier.model.claim import Claim, Figure
from dossier.model.ids import QuestionId
from dossier.model.kinds import Lane, RecordKind
from dossier.model.output import OutputFile
from dossier.render import wording
from dossier.render.catalog import Catalog
from dossier.render.further_pages import further_pages
from dossier.render.paging import EntryKind, PageList, paged
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_ONCE = "figures--once"


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The page: units that count several times, then all that count once."""
    view = View(catalog, SitePage.FIGURES)
    front = Front("Figures", "index", "The numbers in the texts, and what each counts.", outline=True)
    groups = [group for group in catalog.dossier.analysis.figures if len(group.claims) > 1]
    once = [
        claim
        for group in catalog.dossier.analysis.figures
        if len(group.claims) == 1
        for claim in group.claims
    ]
    units = [
        PageList(f"figures--{number}", headed(group.unit), EntryKind.FIGURE, catalog.claims(group.claims))
        for number, group in enumerate(groups, 1)
    ]
    units.append(PageList(_ONCE, "Counted once", EntryKind.FIGURE, catalog.claims(once)))
    lists = paged(view.address, units, catalog.room)
    scales = {f"figures--{number}": list(_scales(view, group)) for number, group in enumerate(groups, 1)}
    yield write_page(
        view,
        front,
        "figures.md",
        lists=lists.of(""),
        once=_ONCE,
        scales=scales if lists.whole else {},
        total=sum(len(group.claims) for group in groups) + len(once),
    )
    yield from further_pages(catalog, lists.further, front, [])


def _scales(view: View, group: Figures) -> Iterator[tuple[QuestionId, Markup]]:
    """The questions that several figures of a unit answer, each with these on a scale."""
    for question, claims in group.comparable:
        values = [_value(view, claim, claim.figure) for claim in view.catalog.claims(claims) if claim.figure]
        asks = view.name(RecordKind.QUESTION, question)
        name = f"{counted(len(values), 'figure')} in {group.unit}: {asks}"
        yield question, view.drawn("figures", draw_scale, name, values)


def _value(view: View, claim: Claim, figure: Figure) -> Value:
    told = (wording.when(when, claim) for when in claim.whens if when.lane is not Lane.HAPPENED)
    words = f"{', '.join((figure.quantity.label, *told))}: {view.label(claim.source)}"
    href = view.url(RecordKind.CLAIM, claim.id)
    return Value(href, words, f"{words}. {claim.statement}", figure.quantity, figure.period)
