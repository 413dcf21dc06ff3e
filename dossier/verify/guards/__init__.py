"""Guards: doubts whether the words that were found bear the claim. A guard warns; an editor mends, or answers it.

One module a guard or a pair: `wording`, `surroundings`, `values`. `wanted` are the values of a claim, `ground` those
of its words. Finding numbers and dates in a text is left to `dossier.leaves.language`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dossier.model.codes import Code
from dossier.model.problem import Problems
from dossier.verify.guards.doubt import Doubt, VerifiedClaim
from dossier.verify.guards.surroundings import HEDGE, NEGATION, doubt_surroundings
from dossier.verify.guards.values import DATE, NUMBER, doubt_values
from dossier.verify.guards.wording import SHORT, doubt_short_quote

GUARDS: tuple[Callable[[VerifiedClaim], Iterator[Doubt]], ...] = (
    doubt_short_quote,
    doubt_surroundings,
    doubt_values,
)
CODES = (DATE, HEDGE, NEGATION, NUMBER, SHORT)
"""What an `allow` can answer."""


def check_guards(found: VerifiedClaim, problems: Problems) -> None:
    """Report every doubt that no `allow` answers, and every `allow` that answers nothing."""
    allowed = {allowance.code for allowance in found.claim.allow}
    doubts = [doubt for guard in GUARDS for doubt in guard(found)]
    for doubt in doubts:
        if doubt.code not in allowed:
            problems.add(doubt.place, doubt.code, doubt.message, doubt.help, doubt.related)
    raised = {doubt.code for doubt in doubts}
    for number, allowance in enumerate(found.claim.allow):
        place = found.places.of("allow", number, "code")
        if allowance.code not in CODES:
            message = f"there is no guard “{allowance.code}” to answer"
            problems.add(place, Code.ALLOW_UNUSED, message, f"the guards are {', '.join(CODES)}")
        elif allowance.code not in raised:
            message = f"nothing here to allow: {allowance.code} does not object"
            problems.add(place, Code.ALLOW_UNUSED, message, "remove this answer")
