"""What a guard sees, and what it says when it doubts that the words found bear the claim."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor
from dossier.model.place import Place, Places
from dossier.model.problem import Related
from dossier.model.reading import ReadingText
from dossier.verify.matching import Match, Searchable


@dataclass(frozen=True, slots=True)
class VerifiedClaim:
    """A claim whose quote was found: where, with what context, in which text."""

    claim: Claim
    places: Places
    corpus: Corpus
    source: Searchable
    match: Match
    anchor: Anchor
    context: tuple[Anchor, ...]

    @property
    def reading(self) -> ReadingText:
        """The reading text of the source."""
        return self.source.reading

    @property
    def language(self) -> str:
        """The language of the source."""
        source = self.corpus.sources.get(self.claim.source)
        return source.language if source else "und"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning that a guard would give: its code, its place, and what the author reads."""

    code: Code
    place: Place
    message: str
    help: str
    related: tuple[Related, ...] = ()


def mends(code: Code, *, field: str = "the rest") -> str:
    """What answers a guard, in words."""
    return (
        f"take a longer quote, add {field} as `context`, or, if it is right as it is, "
        f"answer with `allow: [{{code: {code}, why: …}}]`"
    )
