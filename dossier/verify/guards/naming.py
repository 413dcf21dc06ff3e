"""The guards `name-not-in-quote` and `not-understood-alone`: a statement names what its words name, and itself.

Finding names in a text is left to `dossier.leaves.names`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves.doubt import Doubt
from dossier.leaves.fold import fold, folded_name
from dossier.leaves.language.languages import OURS, language_of
from dossier.leaves.language.words import phrases_in
from dossier.leaves.names import is_hinted_at, is_named
from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.ids import WorkKey
from dossier.verify.guards.doubt import VerifiedClaim, fixes

NAME = Code.NAME_NOT_IN_QUOTE
ALONE = Code.NOT_UNDERSTOOD_ALONE


def doubt_names(found: VerifiedClaim) -> Iterator[Doubt]:
    """Each entity that the statement names, and neither quote nor context; the voice of the text needs no naming."""
    if any(key not in found.corpus.works for key in _works(found.claim)):
        return  # a work that is not known may be the voice that is named
    passages = folded_name("\n".join(anchor.exact for anchor in (found.anchor, *found.context)))
    theirs = language_of(found.language)
    voices = folded_name("\n".join(_voices(found)))
    typed = found.claim.statement
    for start, named in found.names.occurrences(folded_name(typed)):
        entities = [found.corpus.entities[id_] for id_ in named.entities]
        if any(entity.id in found.claim.speaker or is_named(entity, passages, theirs) for entity in entities):
            continue
        if any(is_named(entity, voices, theirs) for entity in entities):
            continue
        yield Doubt(
            NAME,
            found.places.within(("statement",), typed, fold(typed).starts[start]),
            f"the statement names {entities[0].name} (`{entities[0].id}`), which neither quote nor context does",
            fixes(NAME, field="the passage that names it")
            + f"; where the source has another name for it, add that to the `aliases` of `{entities[0].id}`",
        )


def _works(claim: Claim) -> tuple[WorkKey, ...]:
    """The source as a work, and the works that the claim goes back to."""
    return WorkKey(claim.source), *(via.work for via in claim.via)


def _voices(found: VerifiedClaim) -> Iterator[str]:
    """The authors, titles and labels of the works that speak."""
    for work in map(found.corpus.works.__getitem__, _works(found.claim)):
        yield work.label
        yield work.title or ""
        yield from work.fields.values()
        for name in work.authors:
            yield f"{name.given} {name.family}"


def doubt_alone(found: VerifiedClaim) -> Iterator[Doubt]:
    """“The article says”: which one? And what is the claim about, if nothing of it is named?"""
    statement, ours = folded_name(found.claim.statement), language_of(OURS)
    for phrase in dict.fromkeys(phrases_in(statement, ours.unnamed, ours)):
        yield _alone(found, f"the statement says “{phrase}” and not which", "name the author or the text")
    about = [found.corpus.entities.get(id_) for id_ in found.claim.about]
    if about and not any(entity is None or is_hinted_at(entity, statement, ours) for entity in about):
        named = ", ".join(f"`{id_}`" for id_ in found.claim.about)
        yield _alone(found, f"the statement names nothing that it is about ({named})", "name it")


def _alone(found: VerifiedClaim, message: str, fix: str) -> Doubt:
    help_ = (
        f"readers meet a statement in search and in lists, without what is around it: {fix}, or, if the statement "
        f"is clear as it is, add `allow: [{{code: {ALONE}, why: …}}]`"
    )
    return Doubt(ALONE, found.places.of("statement"), message, help_)
