"""Checks that every waiver of a source fits a sentence, and for one that needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dossier.leaves.fold import folded_text
from dossier.leaves.nearest import suggest
from dossier.model.analysis import Sentence, Treatment
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.ids import SourceKey
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problems, Related
from dossier.model.reading import ReadingText

_HOW = "write words of one sentence, as the page of the source shows them"


def check_waivers(
    corpus: Corpus, key: SourceKey, reading: ReadingText, sentences: Sequence[Sentence], problems: Problems
) -> None:
    """Report waivers whose words were found nowhere, and those without which no sentence would be open."""
    waivers = corpus.sources[key].waive
    used = {sentence.waiver for sentence in sentences if sentence.treatment is Treatment.WAIVED}
    if len(used) == len(waivers):
        return
    texts = [folded_text(block.text[start:end]) for block in reading.blocks for start, end in block.sentences]
    for number, waiver in enumerate(waivers):
        words = folded_text(waiver.words)
        place = corpus.place(RecordKind.SOURCE, key, "waive", number, "words")
        if not any(words in text for text in texts):
            message = f"these words were not found in any sentence of {key}"
            near = suggest(words, {text[: len(words)] for text in texts})
            problems.add(place, Code.WAIVER_NOT_FOUND, message, near or _HOW)
        elif number not in used:
            treated = [
                sentence
                for sentence in sentences
                if words in folded_text(reading.blocks[sentence.block].text[sentence.start : sentence.end])
            ]
            related = list(_instead(corpus, key, treated))
            why = (
                "the sentence has a claim or an earlier waiver"
                if related
                else "nothing in the sentence looks checkable"
            )
            if related or not corpus.broken:  # a broken record may be what makes the sentence checkable
                message = f"this waiver is not needed: {why}"
                problems.add(place, Code.WAIVER_NEEDLESS, message, "delete it", related)


def _instead(corpus: Corpus, key: SourceKey, treated: Iterable[Sentence]) -> Iterator[Related]:
    """What makes a waiver needless: earlier waivers of its sentences, and claims that quote from them."""
    for sentence in treated:
        if sentence.claims:
            place = corpus.place(RecordKind.CLAIM, sentence.claims[0], "quote")
            yield Related(place, "a claim that quotes from the sentence")
        elif sentence.waiver is not None:
            place = corpus.place(RecordKind.SOURCE, key, "waive", sentence.waiver, "words")
            yield Related(place, "the earlier waiver of the sentence")
