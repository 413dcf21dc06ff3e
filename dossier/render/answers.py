"""What positions on a question say: dates as readers read them, entities by name and as links."""

from __future__ import annotations

from markupsafe import Markup

from dossier.model.analysis import Position
from dossier.model.ids import EntityId
from dossier.model.kinds import QuestionType, RecordKind
from dossier.model.question import OPEN_LIST, Question
from dossier.render import wording
from dossier.render.safe import safe
from dossier.render.view import View

_LINK = Markup('<a class="mention" href="{}">{}</a>')


def value(page: View, question: Question, position: Position) -> str:
    """What a position says in one line, without its bound."""
    return ", ".join(_words(page, question, one) for one in _each(position))


def many(position: Position) -> bool:
    """Whether a position is a list rather than one value."""
    return len(_each(position)) > 1


def values(page: View, question: Question, position: Position) -> tuple[Markup, ...]:
    """The values of a position, entities as links to their pages."""
    return tuple(_linked(page, question, one) for one in _each(position))


def _each(position: Position) -> tuple[str, ...]:
    return (position.value,) if isinstance(position.value, str) else position.value


def _linked(page: View, question: Question, one: str) -> Markup:
    words = safe(_words(page, question, one))
    known = EntityId(one) in page.dossier.corpus.entities
    return _LINK.format(page.url(RecordKind.ENTITY, one), words) if known else words


def _words(page: View, question: Question, one: str) -> str:
    if one == OPEN_LIST:
        return "and others"
    if question.type is QuestionType.DATE:
        return page.date(one)
    if question.type is QuestionType.NUMBER:
        return wording.number(one)
    entity = page.dossier.corpus.entities.get(EntityId(one))
    return entity.name if entity else one
