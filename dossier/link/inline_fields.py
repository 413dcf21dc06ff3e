"""The inline Markdown that authors wrote, field by field, with the place of each of its characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dossier.model.corpus import Corpus, RecordRef
from dossier.model.kinds import RecordKind
from dossier.model.lines import Lines
from dossier.model.page import HandPage
from dossier.model.place import Place


@dataclass(frozen=True, slots=True)
class InlineField:
    """One field of inline Markdown, or the body of a hand-written `page`. In some fields every sentence `cites`."""

    corpus: Corpus
    record: RecordRef
    field: str
    markdown: str
    cites: bool = False
    page: HandPage | None = None

    def place(self, offset: int) -> Place:
        """Where the character at `offset` was typed."""
        if self.page is None:
            return self.corpus.places[self.record].within((self.field,), self.markdown, offset)
        start = self.page.body_place
        line, column = _lines(self.markdown).position(offset)
        return Place(start.file, start.line + line - 1, column if line > 1 else start.column + offset)


@lru_cache(maxsize=2)
def _lines(markdown: str) -> Lines:
    """The lines of a text of which many places may be asked for."""
    return Lines(markdown)


def written(corpus: Corpus) -> Iterator[InlineField]:
    """Every inline Markdown of a corpus, record by record."""
    for entity in corpus.entities.values():
        if entity.description is not None:
            yield InlineField(
                corpus, (RecordKind.ENTITY, entity.id), "description", entity.description, cites=True
            )
    for topic in corpus.topics.values():
        if topic.intro is not None:
            yield InlineField(corpus, (RecordKind.TOPIC, topic.id), "intro", topic.intro, cites=True)
    for question in corpus.questions.values():
        if question.note is not None:
            yield InlineField(corpus, (RecordKind.QUESTION, question.id), "note", question.note)
    for path, page in corpus.pages.items():
        yield InlineField(corpus, (RecordKind.PAGE, path), "body", page.body, page=page)
