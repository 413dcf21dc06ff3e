"""What a guard of a claim sees, and what answers it."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.leaves.names import NameIndex
from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor
from dossier.model.place import Places
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
    names: NameIndex

    @property
    def reading(self) -> ReadingText:
        """The reading text of the source."""
        return self.source.reading

    @property
    def language(self) -> str:
        """The language of the source."""
        source = self.corpus.sources.get(self.claim.source)
        return source.language if source else "und"


def fixes(code: Code, *, field: str = "the rest") -> str:
    """What answers a guard, in words."""
    return (
        f"take a longer quote, add {field} as `context`, or, if the claim is right as it is, "
        f"add `allow: [{{code: {code}, why: …}}]`"
    )
