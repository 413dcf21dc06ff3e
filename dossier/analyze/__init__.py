"""Works out what the records show together: the timeline, the positions on questions, the coverage of sources.

How any of it looks is left to `render` and `draw`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dossier.analyze.chronology import order_timeline
from dossier.analyze.coverage import measure_coverage
from dossier.analyze.disagreement import count_disagreement
from dossier.analyze.entity_doubts import check_entities
from dossier.analyze.figures import group_figures
from dossier.analyze.labels import check_labels
from dossier.analyze.questions import compare_answers
from dossier.analyze.verdicts import check_questions
from dossier.leaves.memory import Memory
from dossier.model.analysis import Analysis
from dossier.model.corpus import Corpus
from dossier.model.evidence import Evidence
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.links import Links
from dossier.model.problem import Problems
from dossier.model.reading import ReadingText

__all__ = ["analyze"]


def analyze(
    corpus: Corpus,
    readings: Mapping[SourceKey, ReadingText],
    evidence: Mapping[ClaimId, Evidence],
    links: Links,
    problems: Problems,
    memory: Memory | None = None,
    cache: Path | None = None,
) -> Analysis:
    """Compare the linked records; report questions left open, and waivers that fit nothing.

    `memory` has what this process worked out before, `cache` is a folder of what is kept from run to run; with or
    without them the result is the same.
    """
    compared = compare_answers(corpus, links)
    check_questions(corpus, compared, links, problems)
    check_entities(corpus, links, evidence, problems)
    results = {question: found.answered for question, found in compared.items()}
    timeline = order_timeline(corpus, evidence)
    check_labels(corpus, timeline, problems)
    return Analysis(
        timeline=timeline,
        questions=results,
        disagreement=count_disagreement(corpus, results),
        coverage=measure_coverage(corpus, readings, evidence, links, problems, memory or Memory(), cache),
        figures=group_figures(corpus),
    )
