"""Finds the sentences of inline Markdown that cite no claim.

A citation belongs to the sentence that it stands in, or that it follows before the next one begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dossier.link.syntax import Token, TokenKind, blank

_CLAIM = "\ue000"
_WORK = "\ue001"
_END = re.compile(
    rf"""(?P<stop>[.!?…]+)["'”’»)*_]*(?:\s*[{_CLAIM}{_WORK}]+[.,;]?)*(?=\s+[^\sa-z]|\s*$)""",
)
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|[Ee]\.g|i\.e|Mr|Mrs|Ms|Dr|St|Gen|Col|No|vs|cf|al|pp?|ed|eds|vol|ca|approx)$"
)


def uncited(markdown: str, found: list[Token], cites_claim: Callable[[Token], bool]) -> Iterator[int]:
    """The offset at which each sentence without a claim begins; `found` are the tokens of the text."""
    flat = markdown
    for kind, filler in ((TokenKind.LITERAL, "x"), (TokenKind.MENTION, "x")):
        flat = blank(flat, [(token.start, token.end) for token in found if token.kind is kind], filler)
    citations = [token for token in found if token.kind is TokenKind.CITATION]
    for filler, wanted in ((_CLAIM, True), (_WORK, False)):
        spans = [(token.start, token.end) for token in citations if cites_claim(token) is wanted]
        flat = blank(flat, spans, filler)
    for start, end in _sentences(flat):
        sentence = flat[start:end]
        if _CLAIM not in sentence and re.search(r"\w", sentence):
            yield start + len(sentence) - len(sentence.lstrip())


def _sentences(flat: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(flat):
        if match["stop"] == "." and _ABBREVIATED.search(flat, start, match.start()):
            continue
        yield start, match.end()
        start = match.end()
    if flat[start:].strip():
        yield start, len(flat)
