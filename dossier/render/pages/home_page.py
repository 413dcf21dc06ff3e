"""The home page: the hand-written introduction, and what is inside at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves import address
from dossier.leaves.address import SitePage
from dossier.leaves.phrases import listed
from dossier.model.analysis import QuestionStatus
from dossier.model.kinds import RecordKind, Verdict
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.layers import layers
from dossier.render.pages.kind_indexes import Card, cards
from dossier.render.pages.note_pages import HOME
from dossier.render.pages.question_pages import Asked, answered
from dossier.render.pages.timeline_page import moment, years
from dossier.render.view import View
from dossier.render.writing import Front, write_page
from dossier.render.year_bars import year_bars

_STARKNESS = (*Verdict, None)
_SHOWN_SOURCES = 24
_SHOWN_CARDS = 6
_SHOWN_NAMES = 200
_SHOWN_QUESTIONS = 5
_SHOWN_NOTES = 4


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    view = View(catalog, address.page_of(RecordKind.PAGE, HOME))
    hand = catalog.dossier.corpus.pages.get(HOME)
    asked = answered(catalog)
    differing = [pair for pair in asked if pair[1].status is QuestionStatus.DIFFER]
    front = Front(hand.title if hand else "Home", "home", (hand and hand.summary) or "")
    conflicts = catalog.dossier.analysis.disagreement.between_sources
    found = list(years(catalog.happenings))
    written = {address.page_of(RecordKind.PAGE, path) for path in catalog.dossier.corpus.pages}
    vocabulary = catalog.dossier.corpus.vocabulary
    yield write_page(
        view,
        front,
        "home.md",
        hand=hand,
        texts=tuple(catalog.dossier.corpus.sources.values())[:_SHOWN_SOURCES],
        most=_SHOWN_NAMES,
        main=[(kind, _fullest(cards(view, kind))) for kind in catalog.in_use(vocabulary.main)],
        on_map=listed([layer.names for layer in layers(catalog)]),
        tied=listed([kind.names for kind in catalog.in_use(vocabulary.network)]),
        named=listed([kind.name for kind in catalog.in_use(vocabulary.kinds)]),
        differing=_starkest(differing)[:_SHOWN_QUESTIONS],
        on_differing=f"; on {conflicts} sources contradict each other" if conflicts else "",
        asked=len(asked),
        latest=catalog.notes[:_SHOWN_NOTES],
        years=found,
        method="about/" if "about/" in written else "guide/",
        picture=year_bars(view, found, "happening", lambda year: view.to(f"{SitePage.TIMELINE}#{year.id}")),
        beyond=[moment(view, entry) for entry in catalog.undrawable if entry in catalog.happenings],
        figures=sum(len(group.claims) for group in catalog.dossier.analysis.figures),
    )


def _starkest(differing: list[Asked]) -> list[Asked]:
    """Questions by what it means that answers differ, contradictions first, those between most sources first."""

    def sources(pair: Asked) -> int:
        return len({source for position in pair[1].positions for source in position.sources})

    def rank(pair: Asked) -> tuple[int, int]:
        return _STARKNESS.index(pair[0].verdict), -sources(pair)

    return sorted(differing, key=rank)


def _fullest(found: tuple[Card, ...]) -> list[Card]:
    ranked = sorted(found, key=lambda card: (-card.claims, card.entity.name.casefold(), card.entity.id))
    return ranked[:_SHOWN_CARDS]
