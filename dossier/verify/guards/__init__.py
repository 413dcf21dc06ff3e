"""Guards: doubts whether the words that were found bear the claim. A guard warns; an editor mends, or answers it.

One module a guard or a pair: `wording`, `surroundings`, `values`. `vocabulary` reads the words of each language;
`numerals` and `datings` find values in a text, `wanted` those of a claim, `ground` those of its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dossier.model.problem import Problems
from dossier.verify.guards.doubt import Doubt, Found
from dossier.verify.guards.surroundings import doubt_hedge, doubt_negation
from dossier.verify.guards.values import doubt_dates, doubt_numbers
from dossier.verify.guards.wording import doubt_short_quote

GUARDS: Mapping[str, Callable[[Found], Iterator[Doubt]]] = {
    "date-not-in-quote": doubt_dates,
    "hedge-outside": doubt_hedge,
    "negation-outside": doubt_negation,
    "number-not-in-quote": doubt_numbers,
    "short-quote": doubt_short_quote,
}


def check_guards(found: Found, problems: Problems) -> None:
    """Report every doubt that no `allow` answers, and every `allow` that answers nothing."""
    allowed = {allowance.code for allowance in found.claim.allow}
    raised: set[str] = set()
    for code, guard in GUARDS.items():
        for doubt in guard(found):
            raised.add(code)
            if code not in allowed:
                problems.add(doubt.place, doubt.code, doubt.message, doubt.help)
    for number, allowance in enumerate(found.claim.allow):
        if allowance.code in raised:
            continue
        known = allowance.code in GUARDS
        problems.add(
            found.places.of("allow", number, "code"),
            "allow-unused",
            f"nothing here to allow: {allowance.code} does not object"
            if known
            else f"there is no guard “{allowance.code}” to answer",
            "remove this answer" if known else f"the guards are {', '.join(GUARDS)}",
        )
