"""Keeps the evidence of claims from run to run: a claim that had no problem needs no second search for its words.

Whatever a guard may look at has to be part of a key: the claim, its source and text, the words and things around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.evidence import Evidence
from dossier.model.ids import SourceKey

EvidenceOfClaims = dict[str, Evidence]
"""Evidence by the key of its claim."""

_FILE = TypeAdapter(EvidenceOfClaims)


def key_of(claim: Claim) -> str:
    """What a claim's evidence is kept under: all that its author wrote."""
    return digest_of(repr(claim).encode())


def find_evidence(cache: Path, corpus: Corpus) -> Mapping[SourceKey, EvidenceOfClaims]:
    """What was kept in the folder for the claims of each source, as far as all around them is the same."""
    kept, around = Kept(cache / "evidence"), _around(corpus)
    found: dict[SourceKey, EvidenceOfClaims] = {}
    for source in corpus.texts:
        content = kept.find(f"{source}.json", _key(corpus, source, around))
        with suppress(ValidationError):
            found[source] = _FILE.validate_json(content) if content else {}
    return found


def keep_evidence(cache: Path, corpus: Corpus, evidence: Mapping[SourceKey, EvidenceOfClaims]) -> None:
    """Keep the evidence of sources in the folder; one that can't be written costs only time."""
    kept, around = Kept(cache / "evidence"), _around(corpus)
    for source, of_claims in evidence.items():
        with suppress(OSError):
            kept.keep(f"{source}.json", _key(corpus, source, around), _FILE.dump_json(of_claims))


def _key(corpus: Corpus, source: SourceKey, around: bytes) -> str:
    return digest_of(around, repr(corpus.sources.get(source)).encode(), corpus.texts[source].encode())


def _around(corpus: Corpus) -> bytes:
    records = corpus.entities, corpus.questions, corpus.works
    shared = (corpus.vocabulary, *(tuple(of_kind.values()) for of_kind in records))
    return digest_of(programs_at_work().encode(), repr(shared).encode()).encode()
