"""The stage itself: every claim's quote and context sought in its source, and what came of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from dossier.leaves.memory import Memory, Same
from dossier.leaves.names import NameIndex
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.evidence import Evidence, NotFound
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import RecordKind
from dossier.model.place import Places
from dossier.model.problem import Problems, Related
from dossier.model.reading import ReadingText
from dossier.model.source import Source
from dossier.verify.anchoring import anchor_of
from dossier.verify.beside import comes_after, comes_before
from dossier.verify.guards import check_guards, check_source
from dossier.verify.guards.doubt import VerifiedClaim
from dossier.verify.hedges import hedges_in
from dossier.verify.kept_evidence import (
    KeptClaims,
    KeptEvidence,
    as_kept,
    key_of,
    still_holds,
)
from dossier.verify.matching import Match, Searchable, find_matches
from dossier.verify.passage import split_passage
from dossier.verify.quote_report import QuoteReport


def verify(
    corpus: Corpus,
    readings: Mapping[SourceKey, ReadingText],
    problems: Problems,
    cache: Path | None = None,
    memory: Memory | None = None,
) -> Mapping[ClaimId, Evidence]:
    """Evidence for every claim, in the order of the claims; a claim whose text is absent is `withheld`.

    `cache` is a folder for what came of claims, `memory` has it of this process;
    with or without them the result is the same.
    """
    remembered = _Remembered.of(corpus, memory) if memory else None
    memory = memory or Memory()
    sources = {
        key: memory.recall(
            partial(Searchable.of, corpus, reading), problems, "searchable", key, Same(reading)
        )
        for key, reading in readings.items()
        if key in corpus.texts
    }
    for key, known in corpus.sources.items():
        if key in sources:
            memory.recall(
                partial(_checked, known, sources[key], corpus.places[RecordKind.SOURCE, key], problems),
                problems,
                "source",
                repr(known),
                Same(sources[key]),
            )
    names = NameIndex.of(corpus.entities.values())
    kept = KeptEvidence.of(cache, corpus) if cache else None
    to_keep: dict[SourceKey, KeptClaims] = {key: {} for key in sources}
    evidence: dict[ClaimId, Evidence] = {}
    for id_, claim in corpus.claims.items():
        source = sources.get(claim.source)
        if source is None:
            evidence[id_] = Evidence(id_, NotFound.WITHHELD)
            continue
        name = key_of(claim) if kept else ""
        found = remembered.find(claim, source) if remembered else None
        before = kept.find(claim.source, name) if kept else None
        if found is None and before is not None and still_holds(before, claim, corpus):
            found = before.evidence, Problems(set(before.problems))
        if found is None:
            told = Problems()
            found = _Verifying(claim, source, corpus, names, told).evidence(), told
        evidence[id_], told = found
        problems.update(told)
        if kept and (keeps := as_kept(claim, corpus, evidence[id_], told)):
            to_keep[claim.source][name] = keeps
        if remembered:
            remembered.keep(found, claim, source)
    if kept:
        kept.keep(to_keep)
    return evidence


_Found = tuple[Evidence, Problems]
"""What came of a claim, and what was told of it."""


@dataclass(frozen=True, slots=True)
class _Remembered:
    """What came of claims in earlier runs of this process.

    `around` is what they are compared with: one object for as long as nothing in it is another.
    """

    memory: Memory
    corpus: Corpus
    around: object

    @classmethod
    def of(cls, corpus: Corpus, memory: Memory) -> Self:
        around = memory.recall(partial(_around, corpus), Problems(), "around", _around(corpus))
        return cls(memory, corpus, around)

    def find(self, claim: Claim, source: Searchable) -> _Found | None:
        key = self._key(claim, source)
        found: _Found | None = self.memory.find(*key) or self.memory.find(*key, self._typed_at(claim))
        return found

    def keep(self, found: _Found, claim: Claim, source: Searchable) -> None:
        """Keep it for as long as the claim is where it was, if anything was told of it; not where that names the lines
        of another file, which move unseen.
        """
        told = found[1]
        if all(related.place.file == f"sources/{claim.source}/text.txt" for related in _related(told)):
            self.memory.keep(found, *self._key(claim, source), *([self._typed_at(claim)] if told else []))

    def _key(self, claim: Claim, source: Searchable) -> tuple[Hashable, ...]:
        language = self.corpus.sources[claim.source].language
        return "evidence", claim, language, Same(source), Same(self.around)

    def _typed_at(self, claim: Claim) -> Hashable:
        return tuple(self.corpus.places[RecordKind.CLAIM, claim.id].spots.items())


def _related(told: Problems) -> Iterator[Related]:
    return (related for problem in told for related in problem.related)


def _around(corpus: Corpus) -> tuple[object, ...]:
    """What claims are compared with: all records but sources, without the Markdown written on them."""
    return (
        corpus.vocabulary,
        *(
            entity.model_copy(update={"description": None, "remark": None})
            for entity in corpus.entities.values()
        ),
        *(question.model_copy(update={"note": None}) for question in corpus.questions.values()),
        *map(repr, corpus.works.values()),
    )


def _checked(source: Source, text: Searchable, places: Places, problems: Problems) -> bool:
    check_source(source, text, places, problems)
    return True


@dataclass(frozen=True, slots=True)
class _Verifying:
    """One claim on its way."""

    claim: Claim
    source: Searchable
    corpus: Corpus
    names: NameIndex
    problems: Problems

    @property
    def places(self) -> Places:
        return self.corpus.places[RecordKind.CLAIM, self.claim.id]

    def evidence(self) -> Evidence:
        match = self._quote()
        if isinstance(match, NotFound):
            return Evidence(self.claim.id, match)
        anchor = anchor_of(self.source, match)
        passages = [self._context(number, passage) for number, passage in enumerate(self.claim.context)]
        context = tuple(anchor_of(self.source, found) for found in passages if found is not None)
        found = VerifiedClaim(
            self.claim, self.places, self.corpus, self.source, match, anchor, context, self.names
        )
        if None not in passages:  # else a guard would ask for what the missing passage has
            check_guards(found, self.problems)
        return Evidence(self.claim.id, anchor, match.folding, context, hedges_in(anchor, found.language))

    def _complaint(self, typed: str, *path: str | int) -> QuoteReport:
        return QuoteReport(self.source, typed, path, self.places, self.problems)

    def _quote(self) -> Match | NotFound:
        complaint = self._complaint(self.claim.quote, "quote")
        parts = split_passage(self.claim.quote)
        matches = find_matches(self.source, parts)
        if not matches:
            complaint.not_found(parts)
            return NotFound.NOT_FOUND
        chosen = self._chosen(matches, complaint)
        if len(chosen) > 1:
            complaint.found_twice(chosen)
            return NotFound.AMBIGUOUS
        return chosen[0]

    def _chosen(self, matches: Sequence[Match], complaint: QuoteReport) -> Sequence[Match]:
        """The matches beside `prefix` and `suffix`; words that are beside none are a problem and decide nothing."""
        beside = (("prefix", self.claim.prefix, comes_before), ("suffix", self.claim.suffix, comes_after))
        for side, words, is_beside in beside:
            if words is None:
                continue
            chosen = [match for match in matches if is_beside(self.source.reading, match, words)]
            if chosen:
                matches = chosen
            else:
                complaint.not_beside(side, words, matches)
        return matches

    def _context(self, number: int, passage: str) -> Match | None:
        complaint = self._complaint(passage, "context", number)
        parts = split_passage(passage)
        matches = find_matches(self.source, parts)
        if not matches:
            complaint.not_found(parts)
        elif len(matches) > 1:
            complaint.found_twice(matches)
        else:
            return matches[0]
        return None
