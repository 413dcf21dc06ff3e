"""Finds the sentences of inline Markdown that cite no claim.

A citation belongs to the sentence that it is in, or that it follows before the next one begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from dossier.leaves.language.languages import OURS, language_of
from dossier.leaves.language.sentences import split_sentences
from dossier.link.plain import blank, without_literals
from dossier.link.tokens import CitationToken, Cited, MentionToken, Token
from dossier.model.links import CiteForm

_EMPHASIS = re.compile(r"[*_]")


def uncited(markdown: str, tokens: Sequence[Token], cites_claim: Callable[[Cited], bool]) -> Iterator[int]:
    """The offset at which each sentence without a claim begins; `tokens` are those of the text."""
    citations = [token for token in tokens if isinstance(token, CitationToken)]
    words = without_literals(markdown, "X")
    words = blank(words, [_span(token) for token in tokens if isinstance(token, MentionToken)], "X")
    words = blank(words, [_span(token) for token in citations if _is_word(token)], "X")
    words = _EMPHASIS.sub(" ", blank(words, [_span(token) for token in citations if not _is_word(token)]))
    starts = [start for start, _ in split_sentences(words, language_of(OURS).sentences)]
    claims = [token.start for token in citations if any(map(cites_claim, token.items))]
    for start, (begin, end) in zip(starts, pairwise([0, *starts[1:], len(markdown)]), strict=False):
        if re.search(r"\w", words[start:end]) and not any(begin <= claim < end for claim in claims):
            yield start


def _span(token: Token) -> tuple[int, int]:
    return token.start, token.end


def _is_word(citation: CitationToken) -> bool:
    """Whether it is a word of its sentence: `@id says`."""
    return citation.items[0].form is CiteForm.IN_TEXT
