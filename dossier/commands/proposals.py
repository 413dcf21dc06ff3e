"""What a claim about some words probably says in its fields: an id, a kind, a date, a figure, entities, topics.

It is proposed from the words and from what claims of these notes have said so far. How it is printed is left to `stub`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from dossier.commands.proposed_dates import as_edtf, first_date
from dossier.commands.proposed_figures import ProposedFigure, figures_in
from dossier.commands.proposed_kinds import Kinds
from dossier.leaves.fold import folded_name, folded_text
from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.languages import language_of
from dossier.leaves.names import NameIndex, is_named
from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor
from dossier.model.ids import EntityId, TopicId, nearest_id

T = TypeVar("T", bound=str)

_WORDS_IN_ID = 3
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """The fields of a claim to be, but for statement and quote.

    `dated` are the words that the `date` was read from, `figures` all that the words count; `kinds` and `topics` are
    all that there are, the proposed one first; `perhaps` are entities by an adjective, an abbreviation or a part.
    """

    id: str
    kinds: tuple[str, ...]
    about: tuple[EntityId, ...]
    topics: tuple[TopicId, ...]
    date: str = ""
    dated: str = ""
    figures: tuple[ProposedFigure, ...] = ()
    perhaps: tuple[EntityId, ...] = ()


@dataclass(slots=True)
class Proposer:
    """Proposes claims for a corpus, with an id that none has and that it has not proposed."""

    corpus: Corpus
    _names: NameIndex = field(init=False)
    _kinds: Kinds = field(init=False)
    _units: frozenset[str] = field(init=False)
    _taken: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self._names = NameIndex.of(self.corpus.entities.values())
        claims = self.corpus.claims.values()
        self._kinds = Kinds(tuple(kind.id for kind in self.corpus.vocabulary.claims))
        self._kinds.learn(claims)
        self._units = frozenset(claim.figure.unit for claim in claims if claim.figure)
        self._taken = {*self.corpus.claims, *self.corpus.works}

    def propose(self, anchor: Anchor) -> Proposal:
        """What the words of an anchor propose."""
        language = language_of(self.corpus.sources[anchor.source].language)
        text = folded_text(anchor.exact)
        name_text = folded_name(anchor.exact)
        about = self._names.found_in(name_text)
        named = (
            entity.id for entity in self.corpus.entities.values() if is_named(entity, name_text, language)
        )
        datings = [dating for dating in find_datings(text, language) if as_edtf(dating)]
        date, dated = first_date(text, datings, language)
        figures = tuple(dict.fromkeys(figures_in(text, datings, language, self._units)))
        return Proposal(
            self._id(anchor, about),
            self._kinds.of(anchor.exact, dated=bool(date), counted=bool(figures)),
            about,
            self._topics(about),
            date,
            dated,
            figures,
            tuple(id_ for id_ in named if id_ not in about),
        )

    def _id(self, anchor: Anchor, about: tuple[EntityId, ...]) -> str:
        """The source's key, and what the claim is chiefly about or the first long words."""
        words = [nearest_id(word) for word in anchor.exact.split()]
        long = [word for word in words if len(word) > _SHORT][:_WORDS_IN_ID]
        subject = about[0] if about else "-".join(long) or "claim"
        wanted = f"{anchor.source}-{subject}"
        found = next(id_ for id_ in _numbered(wanted) if id_ not in self._taken)
        self._taken.add(found)
        return found

    def _topics(self, about: tuple[EntityId, ...]) -> tuple[TopicId, ...]:
        """Those of claims that are about the same come first, then those of most claims."""
        claims = self.corpus.claims.values()
        alike = [topic for claim in claims if set(about) & set(claim.about) for topic in claim.topics]
        every = [topic for claim in claims for topic in claim.topics]
        return _usual_first(alike or every, self.corpus.topics)


def _usual_first(used: Iterable[T], known: Iterable[T]) -> tuple[T, ...]:
    usual = [word for word, _ in Counter(used).most_common()]
    return tuple(dict.fromkeys([*usual, *known]))


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1
