"""What a guard sees, and what it says when it doubts that the words found support the claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor
from dossier.model.place import Place, Places
from dossier.model.problem import Problems, Related
from dossier.model.reading import ReadingText
from dossier.model.record import Allowance
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


def fixes(code: Code, *, field: str = "the rest") -> str:
    """What answers a guard, in words."""
    return (
        f"take a longer quote, add {field} as `context`, or, if the claim is right as it is, "
        f"add `allow: [{{code: {code}, why: …}}]`"
    )


def report_doubts(
    doubts: Sequence[Doubt],
    allow: Sequence[Allowance],
    codes: Sequence[Code],
    places: Places,
    problems: Problems,
    *,
    all_known: bool = True,
) -> None:
    """Report every doubt that no `allow` of the record answers, and every `allow` that answers none; `codes` can be.

    Where not `all_known`, an `allow` may answer what is not known.
    """
    allowed = {allowance.code for allowance in allow}
    for doubt in doubts:
        if doubt.code not in allowed:
            problems.add(doubt.place, doubt.code, doubt.message, doubt.help, doubt.related)
    raised = {doubt.code for doubt in doubts}
    for number, allowance in enumerate(allow):
        place = places.of("allow", number, "code")
        if allowance.code not in codes:
            message = f"`{allowance.code}` is not a code that `allow` can answer here"
            problems.add(place, Code.ALLOW_UNUSED, message, f"it can answer {', '.join(codes)}")
        elif all_known and allowance.code not in raised:
            message = f"{allowance.code} has nothing to report here"
            problems.add(place, Code.ALLOW_UNUSED, message, "delete this `allow`")
