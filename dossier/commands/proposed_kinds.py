"""The kind that claims with words like these have had so far: a naive Bayes classifier over the claims there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log

from dossier.leaves.fold import folded_text
from dossier.model.claim import Claim

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6
"""Words that agree in so many letters count as one."""
_LIKE_ALL = 1
"""So many claims of each kind are taken to be like all claims: no word is impossible in any."""


@dataclass(slots=True)
class Kinds:
    """The kinds of a vocabulary, most likely first for some words, with a date or a figure or without."""

    kinds: tuple[str, ...]
    _claims: Counter[str] = field(default_factory=Counter)
    _signs: dict[str, Counter[str]] = field(default_factory=dict)
    _known: Counter[str] = field(default_factory=Counter)

    def learn(self, claims: Iterable[Claim]) -> None:
        """Know the kinds of some claims."""
        for claim in claims:
            signs = set(_signs(claim.quote, dated=claim.date is not None, counted=claim.figure is not None))
            self._claims[claim.kind.id] += 1
            self._signs.setdefault(claim.kind.id, Counter()).update(signs)
            self._known.update(signs)

    def of(self, words: str, *, dated: bool, counted: bool) -> tuple[str, ...]:
        """All kinds, the likeliest first; in the order of the vocabulary where nothing tells them apart."""
        signs = set(_signs(words, dated=dated, counted=counted)) & self._known.keys()
        return tuple(sorted(self.kinds, key=lambda kind: -self._likelihood(kind, signs)))

    def _likelihood(self, kind: str, signs: set[str]) -> float:
        """Its logarithm; besides its own claims, a kind has a few that are like all claims."""
        claims, of_kind, total = (
            self._claims[kind],
            self._signs.get(kind, Counter[str]()),
            self._claims.total(),
        )
        return log(claims + 1) + sum(
            log((of_kind[sign] + _LIKE_ALL * self._known[sign] / total) / (claims + _LIKE_ALL))
            for sign in sorted(signs)
        )


def _signs(words: str, *, dated: bool, counted: bool) -> Iterator[str]:
    yield from (word.lower()[:_STEM] for word in _WORD.findall(folded_text(words)))
    yield f"dated {dated}"
    yield f"counted {counted}"
