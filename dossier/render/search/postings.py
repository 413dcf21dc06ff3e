"""By which words documents are found, and how well each says what a document is about. Finding is left to scripts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from operator import sub

from dossier.leaves import search_words
from dossier.render.catalog import Catalog
from dossier.render.search.document import Document, Sort

_TITLE, _NAME, _BODY, _REMARK = 3, 6, 2, 0.5
_WEIGHTS = {
    Sort.CLAIM: 1.1,
    Sort.NAME: 1.2,
    Sort.QUESTION: 1.3,
    Sort.PASSAGE: 0.8,
    Sort.NOTE: 0.9,
    Sort.WORK: 0.5,
}
"""How much a word counts by where it is written, and in what; measured (decision 30)."""
_ENOUGH = 0.8
"""How soon more of the same word counts for less."""
_LONG, _SHORT = 0.25, 0.075
"""How much a word counts for less in a document longer than usual, and for more in a shorter one."""
_SCALE, _MOST = 6, 99


def postings(
    catalog: Catalog, documents: Sequence[Document], small: Collection[str]
) -> Mapping[str, list[int]]:
    """By word, in order: the documents that have it, each as the distance from the one before it, then its weight.

    Words that are `small`, and say little by themselves, are left out.
    """
    left_out = {word for phrase in small for word in search_words.words(phrase)}
    weighed = [_weights(catalog, document) for document in documents]
    usual = sum(length for _, length in weighed) / max(len(weighed), 1)
    found = defaultdict[str, list[int]](list)
    for number, (document, (by_weight, length)) in enumerate(zip(documents, weighed, strict=True)):
        longer = length / usual - 1
        of_document = _WEIGHTS[document.sort] / (1 + longer * (_LONG if longer > 0 else _SHORT))
        for weight, words in by_weight:
            whole = max(1, min(_MOST, round(weight * of_document * _SCALE)))
            for word in words.split():
                if word not in left_out:
                    places = found[word]
                    places.append(number)
                    places.append(whole)
    for places in found.values():
        places[::2] = map(sub, places[::2], (0, *places[:-2:2]))
    return dict(sorted(found.items()))


def _weights(catalog: Catalog, document: Document) -> tuple[list[tuple[float, str]], int]:
    """The words of a document by what they weigh in it, and how many it has."""
    parts = (
        (_TITLE, document.title),
        (_NAME, " · ".join((*document.names, *document.dates))),
        (_BODY, "".join(document.body)),
        (_REMARK, " · ".join(document.remarks)),
    )
    name = f"words_of_{document.sort.name.lower()}s"
    by_weight, length = catalog.value(name, partial(_weighed, parts), *(text for _, text in parts))
    return by_weight, length


def _weighed(parts: Iterable[tuple[float, str]]) -> tuple[list[tuple[float, str]], int]:
    weights = defaultdict[str, float](float)
    length = 0
    for weight, text in parts:
        for word, times in Counter(search_words.terms(text) if text else ()).items():
            weights[word] += weight * times / (times + _ENOUGH)
            length += times
    by_weight = defaultdict[float, list[str]](list)
    for word, weight in weights.items():
        by_weight[weight].append(word)
    return [(weight, " ".join(words)) for weight, words in by_weight.items()], length
