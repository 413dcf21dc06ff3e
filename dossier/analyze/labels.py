"""Checks that the timeline can call each of its claims by what it says."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.analysis import TimelineEntry
from dossier.model.claim import LABEL_LENGTH
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problems


def check_labels(corpus: Corpus, timeline: Iterable[TimelineEntry], problems: Problems) -> None:
    """Report claims of the timeline without a label whose statement is too long to be one."""
    for key in (claim for entry in timeline for claim in entry.claims):
        claim = corpus.claims[key]
        if claim.label is None and len(claim.statement) > LABEL_LENGTH:
            problems.add(
                corpus.place(RecordKind.CLAIM, key),
                Code.LABEL_MISSING,
                f"the timeline has no short name for this claim: its statement has {len(claim.statement)} characters",
                f"add `label:` with what it says in {LABEL_LENGTH} characters at most, such as `Lamp lit`",
            )
