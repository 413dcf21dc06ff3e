"""The stage itself: every claim's quote and context sought in its source, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor, Evidence, State
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import Publish
from dossier.model.place import Path, Places
from dossier.model.problem import Problems
from dossier.model.reading import ReadingText
from dossier.verify.anchoring import anchor_of
from dossier.verify.beside import stands_after, stands_before
from dossier.verify.complaints import Complaint
from dossier.verify.matching import Match, Searchable, find_matches
from dossier.verify.passage import split_passage


def verify(
    corpus: Corpus, readings: Mapping[SourceKey, ReadingText], problems: Problems
) -> Mapping[ClaimId, Evidence]:
    """Evidence for every claim, in the order of the claims; a claim whose text is absent is `withheld`."""
    sources = {
        key: Searchable(corpus.texts[key], reading)
        for key, reading in readings.items()
        if key in corpus.texts
    }
    evidence: dict[ClaimId, Evidence] = {}
    for id_, claim in corpus.claims.items():
        source = sources.get(claim.source)
        if source is None:
            evidence[id_] = Evidence(id_, State.WITHHELD)
            continue
        record = corpus.sources.get(claim.source)
        publish = record.rights.publish if record else Publish.WITHHELD
        evidence[id_] = _verified(claim, source, publish, corpus.places["claim", id_], problems)
    return evidence


def _verified(
    claim: Claim, source: Searchable, publish: Publish, places: Places, problems: Problems
) -> Evidence:
    state, match = _sought(claim, source, places, problems)
    if match is None:
        return Evidence(claim.id, state)
    context: list[Anchor] = []
    for number, passage in enumerate(claim.context):
        found = _sought_context(
            passage, source, Complaint(source, passage, ("context", number), places, problems)
        )
        if found is not None:
            context.append(anchor_of(source, found, publish))
    return Evidence(claim.id, state, match.folding, anchor_of(source, match, publish), tuple(context))


def _sought(
    claim: Claim, source: Searchable, places: Places, problems: Problems
) -> tuple[State, Match | None]:
    path: Path = ("quote",)
    complaint = Complaint(source, claim.quote, path, places, problems)
    parts = split_passage(claim.quote)
    matches = find_matches(source, parts)
    if not matches:
        complaint.not_found(parts)
        return State.NOT_FOUND, None
    chosen = _chosen(claim, source, matches, complaint)
    if len(chosen) > 1:
        complaint.found_twice(chosen)
        return State.AMBIGUOUS, None
    return State.FOUND_FOLDED if chosen[0].folding else State.FOUND, chosen[0]


def _chosen(
    claim: Claim, source: Searchable, matches: Sequence[Match], complaint: Complaint
) -> Sequence[Match]:
    """The matches that stand beside `prefix` and `suffix`; one that stands beside none decides nothing."""
    for side, words, stands in (
        ("prefix", claim.prefix, stands_before),
        ("suffix", claim.suffix, stands_after),
    ):
        if words is None:
            continue
        beside = [match for match in matches if stands(source.reading, match, words)]
        if beside:
            matches = beside
        else:
            complaint.not_beside(side, words, matches)
    return matches


def _sought_context(passage: str, source: Searchable, complaint: Complaint) -> Match | None:
    parts = split_passage(passage)
    matches = find_matches(source, parts)
    if not matches:
        complaint.not_found(parts)
    elif len(matches) > 1:
        complaint.found_twice(matches)
    else:
        return matches[0]
    return None
