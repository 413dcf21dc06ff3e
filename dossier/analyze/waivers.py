"""Checks that every waiver of a source stands for a sentence, and for one that needs it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.leaves.fold import folded_text
from dossier.leaves.nearest import suggest
from dossier.model.analysis import Sentence, Treatment
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.ids import SourceKey
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problems
from dossier.model.reading import ReadingText

_HOW = "write words of one sentence, as the page of the source shows them"


def check_waivers(
    corpus: Corpus, key: SourceKey, reading: ReadingText, sentences: Sequence[Sentence], problems: Problems
) -> None:
    """Report waivers whose words stand nowhere, and those without which no sentence would be open."""
    waivers = corpus.sources[key].waive
    used = {one.waiver for one in sentences if one.treatment is Treatment.WAIVED}
    if len(used) == len(waivers):
        return
    texts = [folded_text(block.text[start:end]) for block in reading.blocks for start, end in block.sentences]
    looked_at = [
        (folded_text(reading.blocks[one.block].text[one.start : one.end]), one.treatment) for one in sentences
    ]
    for number, waiver in enumerate(waivers):
        words = folded_text(waiver.words)
        place = corpus.place(RecordKind.SOURCE, key, "waive", number, "words")
        if not any(words in text for text in texts):
            message = f"these words stand in no sentence of sources/{key}/text.txt"
            near = suggest(words, {text[: len(words)] for text in texts})
            problems.add(place, Code.WAIVER_NOT_FOUND, message, near or _HOW)
        elif number not in used:
            why = _why_needless(treatment for text, treatment in looked_at if words in text)
            problems.add(place, Code.WAIVER_NEEDLESS, f"this waiver is not needed: {why}", "remove it")


def _why_needless(treatments: Iterable[Treatment]) -> str:
    match set(treatments):
        case found if Treatment.WAIVED in found:
            return "an earlier one stands for the sentence"
        case found if found:
            return "a claim quotes from the sentence"
        case _:
            return "nothing in the sentence looks checkable"
