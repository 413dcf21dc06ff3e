"""Hand-written pages, before their citations are resolved."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.day import Day
from dossier.model.history import Revision
from dossier.model.ids import TopicId
from dossier.model.place import Place


@dataclass(frozen=True, slots=True)
class HandPage:
    """A Markdown file of `docs/`. `path` is relative to `docs/` (`notes/figures.md`); notes have a summary, date and
    topics, and may say when they were added and revised. A `default` page comes with the look, since `docs/` has none
    at its address. What was at the address of a `withdrawn` page was withdrawn on that day; the page says why.

    `body` is the Markdown after the front matter, beginning at `body_place`.
    """

    path: str
    title: str
    body: str
    body_place: Place
    summary: str | None = None
    date: Day | None = None
    topics: tuple[TopicId, ...] = ()
    default: bool = False
    added: Day | None = None
    revised: tuple[Revision, ...] = ()
    withdrawn: Day | None = None

    @property
    def is_note(self) -> bool:
        """Whether the page is one of `docs/notes/`, and not withdrawn."""
        return self.path.startswith("notes/") and self.withdrawn is None
