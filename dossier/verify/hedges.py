"""The source's own hedges: the words inside of a quotation by which its author holds back, such as “appears to”."""

from __future__ import annotations

from dossier.leaves.fold import folded_text
from dossier.leaves.language.languages import language_of
from dossier.leaves.language.words import phrases_in
from dossier.model.evidence import Anchor


def hedges_in(anchor: Anchor, language: str) -> tuple[str, ...]:
    """The words as printed, in their order, each once; none where the list of the language is not there yet."""
    known = language_of(language)
    found: dict[str, str] = {}
    for word in phrases_in(folded_text(anchor.exact), known.hedge, known):
        found.setdefault(word.lower(), word)
    return tuple(found.values())
