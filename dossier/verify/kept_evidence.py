"""Keeps the evidence of claims, and what was told of them, from run to run: no words need be sought twice.

Whatever a guard may look at has to be part of a key: the claim, its source and text, the words and things around it.
Problems name places, so those of a claim are kept for as long as it is where it was, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter, ValidationError

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.evidence import Evidence
from dossier.model.ids import SourceKey
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problem, Problems


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """What came of verifying a claim; `placed` is a key of its places where problems were told of it, else empty."""

    evidence: Evidence
    problems: tuple[Problem, ...] = ()
    placed: str = ""


KeptClaims = dict[str, KeptClaim]
"""What came of claims, by the key of each."""

_FILE = TypeAdapter(KeptClaims)


def key_of(claim: Claim) -> str:
    """What a claim's evidence is kept under: all that its author wrote."""
    return digest_of(repr(vars(claim)).encode())


def as_kept(claim: Claim, corpus: Corpus, evidence: Evidence, told: Problems) -> KeptClaim | None:
    """What may be kept of a claim; nothing where it was told of another file's lines, which move unseen."""
    files = {corpus.places[RecordKind.CLAIM, claim.id].start.file, f"sources/{claim.source}/text.txt"}
    problems = tuple(told)
    named = {
        place.file for told_of in problems for place in (told_of.place, *(r.place for r in told_of.related))
    }
    if not named <= files:
        return None
    return KeptClaim(evidence, problems, _placed(claim, corpus) if problems else "")


def still_holds(kept: KeptClaim, claim: Claim, corpus: Corpus) -> bool:
    """Whether what was kept may be told again: its problems are where they were."""
    return not kept.problems or kept.placed == _placed(claim, corpus)


def _placed(claim: Claim, corpus: Corpus) -> str:
    return digest_of(repr(corpus.places[RecordKind.CLAIM, claim.id]).encode())


@dataclass(frozen=True, slots=True)
class KeptEvidence:
    """What was kept in a folder for the claims of each source, as far as all around them is the same."""

    kept: Kept
    keys: Mapping[SourceKey, str]
    before: Mapping[SourceKey, KeptClaims]

    @classmethod
    def of(cls, cache: Path, corpus: Corpus) -> Self:
        """What is kept in the folder `cache`."""
        kept, around = Kept(cache / "evidence"), _around(corpus)
        keys = {
            source: digest_of(around, repr(corpus.sources.get(source)).encode(), text.encode())
            for source, text in corpus.texts.items()
        }
        before: dict[SourceKey, KeptClaims] = {}
        for source, key in keys.items():
            content = kept.find(f"{source}.json", key)
            with suppress(ValidationError):
                before[source] = _FILE.validate_json(content) if content else {}
        return cls(kept, keys, before)

    def find(self, source: SourceKey, name: str) -> KeptClaim | None:
        """What came of a claim, by its key."""
        return self.before.get(source, {}).get(name)

    def keep(self, evidence: Mapping[SourceKey, KeptClaims]) -> None:
        """Keep that of each source of which anything is new; one that can't be written costs only time."""
        for source, of_claims in evidence.items():
            if of_claims != self.before.get(source):
                with suppress(OSError):
                    self.kept.keep(f"{source}.json", self.keys[source], _FILE.dump_json(of_claims))


def _around(corpus: Corpus) -> bytes:
    records = (vars(record) for of_kind in (corpus.entities, corpus.questions) for record in of_kind.values())
    shared = (corpus.vocabulary, tuple(records), tuple(corpus.works.values()))
    return digest_of(programs_at_work().encode(), repr(shared).encode()).encode()
