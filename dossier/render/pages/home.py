"""The home page: the hand-written introduction, and what is inside at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.analysis import QuestionStatus
from dossier.model.dossier import OutputFile
from dossier.model.kinds import EntityKind, Verdict
from dossier.render.catalog import Catalog
from dossier.render.pages.kinds import Card, cards
from dossier.render.pages.note import HOME
from dossier.render.pages.question import Asked, answered
from dossier.render.pages.timeline import years
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_SHOWN_CARDS = 6
_SHOWN_QUESTIONS = 4
_SHOWN_NOTES = 4


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    view = View(catalog, "")
    hand = catalog.dossier.corpus.pages.get(HOME)
    asked = answered(catalog)
    differing = [pair for pair in asked if pair[1].status is QuestionStatus.DIFFER]
    front = Front(hand.title if hand else "Home", "home", (hand and hand.summary) or "")
    yield write_page(
        view,
        front,
        "home.md",
        hand=hand,
        programs=_fullest(cards(view, EntityKind.PROGRAM)),
        partners=_fullest(cards(view, EntityKind.PARTNER)),
        differing=_starkest(differing)[:_SHOWN_QUESTIONS],
        differ=len(differing),
        asked=len(asked),
        latest=catalog.notes[:_SHOWN_NOTES],
        years=list(years(catalog)),
        figures=sum(len(group.claims) for group in catalog.dossier.analysis.figures),
    )


def _starkest(differing: list[Asked]) -> list[Asked]:
    """Contradictions first, and among them those between most sources."""
    verdicts = list(Verdict)

    def rank(pair: Asked) -> tuple[int, int]:
        question, found = pair
        sources = {source for position in found.positions for source in position.sources}
        return verdicts.index(question.verdict) if question.verdict else len(verdicts), -len(sources)

    return sorted(differing, key=rank)


def _fullest(found: tuple[Card, ...]) -> list[Card]:
    ranked = sorted(found, key=lambda card: (-card.claims, card.entity.name.casefold(), card.entity.id))
    return ranked[:_SHOWN_CARDS]
