"""The guards `number-not-in-quote` and `date-not-in-quote`: a claim gives no number and no date beyond its words."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves.doubt import Doubt
from dossier.leaves.fold import fold
from dossier.leaves.language.dating import Dating
from dossier.leaves.language.languages import OURS, language_of
from dossier.model.codes import Code
from dossier.verify.guards.doubt import VerifiedClaim, fixes
from dossier.verify.guards.expectations import Expectation, wanted_of
from dossier.verify.guards.support import support_of

NUMBER = Code.NUMBER_NOT_IN_QUOTE
DATE = Code.DATE_NOT_IN_QUOTE


def doubt_values(found: VerifiedClaim) -> Iterator[Doubt]:
    """Numbers compared as values, dates by year, month and day; each missing one is named once."""
    expected = list(wanted_of(found.claim, found.corpus, language_of(OURS)))
    if not expected:
        return
    passages = [anchor.exact for anchor in (found.anchor, *found.context)]
    ground = support_of(passages, language_of(found.language))
    said: set[str] = set()
    for wanted in expected:
        if isinstance(wanted.value, Dating):
            code, missing = DATE, ground.missing_of(wanted.value, about=wanted.about)
            key = missing
        else:
            code, missing = NUMBER, "" if ground.has_number(wanted.value) else wanted.as_typed
            key = wanted.value.code or str(wanted.value.value)
        if missing and f"{code} {key}" not in said:
            said.add(f"{code} {key}")
            yield _doubt(found, code, wanted, missing)


def _doubt(found: VerifiedClaim, code: Code, wanted: Expectation, missing: str) -> Doubt:
    """Point at the number, or at the field that has the date."""
    if wanted.path == ("statement",):
        offset = fold(found.claim.statement).starts[wanted.offset]
        place = found.places.within(wanted.path, found.claim.statement, offset)
        field = "the statement"
    else:
        place, field = found.places.of(*wanted.path), f"`{'.'.join(str(step) for step in wanted.path)}`"
    what = f"“{missing}”" + (f" of “{wanted.as_typed}”" if wanted.as_typed not in {missing, ""} else "")
    return Doubt(
        code,
        place,
        f"{field} has {what}, which is neither in the quote nor in its context",
        fixes(code, field="the passage that has it"),
    )
