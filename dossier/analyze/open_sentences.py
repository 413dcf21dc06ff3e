"""Reports the sentences with neither claim nor waiver of a source that is to have none.

Which sentences look checkable is left to `worklist`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.leaves.program import command
from dossier.model.analysis import Sentence, Treatment
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.evidence import Evidence
from dossier.model.ids import SourceKey
from dossier.model.kinds import Completeness, RecordKind
from dossier.model.lines import Lines
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.reading import ReadingText

MOST = 10
"""So many sentences of a source are reported, each at its place; the others are counted."""


def check_complete(
    corpus: Corpus,
    reading: ReadingText,
    sentences: Iterable[Sentence],
    quoting: Sequence[Evidence],
    problems: Problems,
) -> None:
    """Report the open sentences of a source that is to have none, unless a claim of it is wrong and may quote them."""
    key = reading.source
    if corpus.sources[key].coverage is not Completeness.COMPLETE or _has_broken_claims(corpus, key, quoting):
        return
    open_ = [sentence for sentence in sentences if sentence.treatment is Treatment.OPEN]
    how = f"`{command(f'suggest {key}')}` prints a claim to fill in, or a waiver"
    lines = Lines(corpus.texts[key])
    for sentence in open_[:MOST]:
        start = reading.blocks[sentence.block].supplied_at(sentence.start)
        place = Place(f"sources/{key}/text.txt", *lines.position(start))
        problems.add(place, Code.SENTENCE_OPEN, "this sentence has neither a claim nor a waiver", how)
    if (left := len(open_) - MOST) > 0:
        place = corpus.place(RecordKind.SOURCE, key, "coverage")
        message = f"{left} more sentence{'s have' if left > 1 else ' has'} neither a claim nor a waiver"
        problems.add(place, Code.SENTENCE_OPEN, message, how)


def _has_broken_claims(corpus: Corpus, key: SourceKey, quoting: Iterable[Evidence]) -> bool:
    return any(id_.startswith(f"{key}-") for id_ in corpus.broken) or any(
        evidence.anchor is None for evidence in quoting
    )
