"""How much of a source its claims quote: paragraphs and items of its body, and each sentence that looks checkable.

Notes, asides and captions have no part in the count of paragraphs; withdrawn claims have none in anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from dossier.analyze.kept_signals import signals_of
from dossier.analyze.open_sentences import check_complete
from dossier.analyze.waivers import check_waivers
from dossier.analyze.worklist import list_sentences
from dossier.leaves.memory import Memory, Same
from dossier.leaves.names import NameIndex
from dossier.model.analysis import Coverage
from dossier.model.corpus import Corpus
from dossier.model.evidence import Evidence
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import ClaimStatus
from dossier.model.links import Links
from dossier.model.problem import Problems
from dossier.model.reading import BlockKind, ReadingText, Where


def measure_coverage(
    corpus: Corpus,
    readings: Mapping[SourceKey, ReadingText],
    evidence: Mapping[ClaimId, Evidence],
    links: Links,
    problems: Problems,
    memory: Memory,
    cache: Path | None,
) -> Mapping[SourceKey, Coverage]:
    """The coverage of every source that can be read; needless waivers and what is left open are reported."""
    typed = tuple((entity.id, entity.name, entity.aliases) for entity in corpus.entities.values())
    names = memory.recall(partial(NameIndex.of, corpus.entities.values()), problems, "names", typed)
    coverage = {}
    for source, reading in readings.items():
        quoting = [
            evidence[claim]
            for claim in links.by_source.get(source, ())
            if corpus.claims[claim].status is not ClaimStatus.WITHDRAWN and claim in evidence
        ]
        quoted = {span.block for evidence in quoting if evidence.anchor for span in evidence.anchor.spans}
        counted = [
            block.index
            for block in reading.in_part(Where.BODY)
            if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
        ]
        known = corpus.sources[source]
        signals = memory.recall(
            partial(signals_of, known, reading, cache), problems, "signals", known.language, Same(reading)
        )
        sentences = memory.recall(
            partial(list_sentences, known, reading, signals, quoting, names),
            problems,
            "sentences",
            repr(known),
            Same(reading),
            tuple(quoting),
            Same(names),
        )
        check_waivers(corpus, source, reading, sentences, problems)
        check_complete(corpus, reading, sentences, quoting, problems)
        coverage[source] = Coverage(
            covered=tuple(index for index in counted if index in quoted),
            uncovered=tuple(index for index in counted if index not in quoted),
            sentences=sentences,
        )
    return coverage
