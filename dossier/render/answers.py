"""What positions on a question say: dates as readers read them, entities by name and as links."""

from __future__ import annotations

from markupsafe import Markup

from dossier.leaves.markup import safe
from dossier.model.analysis import Position
from dossier.model.claim import AnswerValue
from dossier.model.date import Date
from dossier.model.ids import EntityId
from dossier.model.kinds import Lane, RecordKind
from dossier.model.quantity import BOUND_WORDS, Quantity
from dossier.model.question import OPEN_LIST
from dossier.render import wording
from dossier.render.view import View

_LINK = Markup('<a class="mention" href="{}">{}</a>')


def value(page: View, position: Position) -> str:
    """What a position says in one line, with its bound."""
    words = ", ".join(_words(page, item) for item in _items(position))
    return words if isinstance(position.value, Quantity) else f"{BOUND_WORDS[position.bound]}{words}"


def as_of(page: View, position: Position) -> str:
    """The moments for which the claims that answer so tell it; whose each is, where it is not all of theirs."""
    found: dict[str, list[str]] = {}
    for claim in map(page.claim, position.claims):
        for dated in claim.whens:
            if dated.lane is Lane.HELD:
                found.setdefault(wording.when(dated, claim), []).append(page.label(claim.source))
    all_told = sum(map(len, found.values())) == len(position.claims)
    if all_told and (len(found) == 1 or len(position.sources) == 1):
        return "; ".join(found)
    return "; ".join(f"{words} ({', '.join(dict.fromkeys(labels))})" for words, labels in found.items())


def hedges(page: View, position: Position) -> tuple[str, ...]:
    """The words by which sources hold back, each once, where they do in every claim that answers so."""
    found = [page.evidence(claim).hedges for claim in position.claims]
    return tuple(dict.fromkeys(word for words in found for word in words)) if all(found) else ()


def many(position: Position) -> bool:
    """Whether a position is a list rather than one value."""
    return len(_items(position)) > 1


def values(page: View, position: Position) -> tuple[Markup, ...]:
    """The values of a position, entities as links to their pages."""
    return tuple(_linked(page, item) for item in _items(position))


def _items(position: Position) -> tuple[AnswerValue, ...]:
    return position.value if isinstance(position.value, tuple) else (position.value,)


def _linked(page: View, item: AnswerValue) -> Markup:
    words = safe(_words(page, item))
    known = item in page.dossier.corpus.entities
    return _LINK.format(page.url(RecordKind.ENTITY, str(item)), words) if known else words


def _words(page: View, item: AnswerValue) -> str:
    if isinstance(item, Date | Quantity):
        return item.label
    if item == OPEN_LIST:
        return "and others"
    entity = page.dossier.corpus.entities.get(EntityId(str(item)))
    return entity.name if entity else str(item)
