"""How many origins the answers to a question have, as far as the sources show.

An answer's origins are the works that its source cites for it and the speakers whose words it reports; where it has
neither, the source itself. Answers that share one belong together. That they are independent is not said.
"""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.claim import Claim


def count_origins(claims: Iterable[Claim]) -> int:
    """The number of groups of claims that share no work, speaker or source of their own."""
    groups: list[set[str]] = []
    for claim in claims:
        marks = {f"work {via.work}" for via in claim.via} | {f"speaker {key}" for key in claim.speaker}
        merged = marks or {f"work {claim.source}"}
        apart = [group for group in groups if not group & merged]
        for group in groups:
            if group & merged:
                merged |= group
        groups = [*apart, merged]
    return len(groups)
