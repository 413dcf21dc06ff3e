"""What the words before a date say of it: “after 2011” is not “since 2011”, and neither is “in 2011”.

Whether a source says the same is left to `verify`, how a date is printed to `render`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dossier.leaves.language.facts import Language
from dossier.leaves.language.tables import TimeWords
from dossier.leaves.language.words import alternatives, any_of, in_any_case, plain

_RELATIONS = tuple(name for name in TimeWords.model_fields if name != "joints")
_REACH = 80
"""How many characters before a date its time word may be."""
_WORDS_BETWEEN = 5
"""How many words may come between the two; in strict reading only those of the list `joints` may, and any number."""


def relations_before(text: str, start: int, language: Language, *, strict: bool) -> Iterator[tuple[str, str]]:
    """The relations that the words just before an offset of a folded text tell of, each with its word."""
    window = plain(text[max(0, start - _REACH) : start], language)
    compared = in_any_case(window)
    for relation, pattern in _patterns(language, strict=strict):
        if (match := pattern.search(compared)) is not None:
            yield relation, window[slice(*match.span("word"))]


@cache
def _patterns(language: Language, *, strict: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each relation the pattern of one of its words with what may follow up to the date."""
    between = rf"(?:{alternatives(map(in_any_case, language.time.joints))})" if strict else r"\w+"
    most = "*" if strict else f"{{0,{_WORDS_BETWEEN}}}"
    rest = rf"(?:[\W_]*{between}(?!\w)){most}[\W_]*\Z"
    return tuple(
        (relation, re.compile(any_of(words, language).pattern + rest))
        for relation in _RELATIONS
        if (words := getattr(language.time, relation))
    )
