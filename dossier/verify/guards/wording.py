"""The guard `short-quote`: under four words, or cut inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.leaves.doubt import Doubt
from dossier.model.codes import Code
from dossier.verify.anchoring import LEFT_OUT
from dossier.verify.guards.doubt import VerifiedClaim, fixes

SHORT = Code.SHORT_QUOTE
FEWEST_WORDS = 4
_WORD = re.compile(r"\w+(?:[-‐‑’'`.,]\w+)*")


def doubt_short_quote(found: VerifiedClaim) -> Iterator[Doubt]:
    """A quote of fewer than four words says little; one that is cut inside a word says something else."""
    words = len(_WORD.findall(found.anchor.exact.replace(LEFT_OUT, " ")))
    if not found.match.whole_words:
        message = "this quote begins or ends inside a word"
    elif words < FEWEST_WORDS:
        message = f"this quote has {words} {'word' if words == 1 else 'words'}; take at least {FEWEST_WORDS}"
    else:
        return
    yield Doubt(SHORT, found.places.of("quote"), message, fixes(SHORT, field="the words around it"))
