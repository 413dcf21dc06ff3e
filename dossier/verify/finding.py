"""Where words appear in the texts, for an author about to write a claim; how they are shown is left to `commands`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.leaves.fold import fold, folded_text
from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor, Span
from dossier.model.ids import SourceKey
from dossier.model.reading import ReadingText
from dossier.verify.anchoring import anchor_of
from dossier.verify.matching import Match, Searchable, find_matches
from dossier.verify.passage import split_passage, without_lost_words


@dataclass(frozen=True, slots=True)
class Hit:
    """Words in a text: the anchor of their whole sentences, and how alike they are, in percent (100: the same).

    `quote` is what a claim can quote of them: `[…]` stands for words with lost letters. `unique` where those sentences
    appear once in their source, so that they need neither prefix nor suffix.
    """

    anchor: Anchor
    quote: str
    similarity: int
    unique: bool


def find_words(corpus: Corpus, readings: Mapping[SourceKey, ReadingText], words: str) -> tuple[Hit, ...]:
    """Every place where the words appear, white space, marks and case apart, in order of sources and reading.

    Where they appear nowhere: the sentences with all of them as the search of the site compares words, else the
    nearest passage of each block that is near, the most alike first.
    """
    sources = [Searchable.of(corpus, reading) for key, reading in readings.items() if key in corpus.texts]
    exact = [hit for source in sources for hit in _exact(source, words)]
    if found := exact or [hit for source in sources for hit in _searched(source, words)]:
        return tuple(found)
    near = [hit for source in sources for hit in _near(source, words)]
    return tuple(sorted(near, key=lambda hit: -hit.similarity))


def hits_at(corpus: Corpus, reading: ReadingText, spans: Iterable[Span]) -> Iterator[Hit]:
    """The sentences at these places of a source whose text is there."""
    source = Searchable.of(corpus, reading)
    for span in spans:
        yield _hit(source, span, 100)


def _exact(source: Searchable, words: str) -> Iterator[Hit]:
    wanted = _caseless(folded_text(words).strip())
    for block in source.reading.blocks:
        folded = fold(block.text)
        text, sentences = _caseless(folded.text), dict[Span, None]()
        start = text.find(wanted) if wanted else -1
        while start >= 0:
            whole = block.whole_sentences(*folded.origin(start, start + len(wanted)))
            sentences[Span(block.index, *whole)] = None
            start = text.find(wanted, start + len(wanted))
        for span in sentences:
            yield _hit(source, span, 100)


def _searched(source: Searchable, words: str) -> Iterator[Hit]:
    from dossier.leaves import search_words  # noqa: PLC0415 - only who finds nothing else needs it

    wanted = set(search_words.words(words))
    for block in source.reading.blocks:
        for start, end in block.sentences if wanted <= set(search_words.words(block.text)) else ():
            if wanted and wanted <= set(search_words.words(block.text[start:end])):
                yield _hit(source, Span(block.index, start, end), 100)


def _near(source: Searchable, words: str) -> Iterator[Hit]:
    from dossier.verify.nearest import find_nearest  # noqa: PLC0415 - its library takes its time

    for block in source.reading.blocks:
        if (near := find_nearest(words, [block])) is not None:
            whole = block.whole_sentences(near.span.start, near.span.end)
            yield _hit(source, Span(block.index, *whole), near.similarity)


def _hit(source: Searchable, span: Span, similarity: int) -> Hit:
    text = source.reading.blocks[span.block].text[span.start : span.end]
    match = Match(((span,),), (), whole_words=True)
    quote = without_lost_words(text.strip())
    unique = len(find_matches(source, split_passage(quote))) == 1
    return Hit(anchor_of(source, match), quote, similarity, unique)


def _caseless(text: str) -> str:
    """In lower case, letter for letter."""
    return "".join(lower if len(lower := char.lower()) == 1 else char for char in text)
