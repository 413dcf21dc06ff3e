"""The guards `number-not-in-quote` and `date-not-in-quote`: a claim gives no number and no date beyond its words."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.verify.guards.datings import Dating
from dossier.verify.guards.doubt import Doubt, Found, mends
from dossier.verify.guards.ground import Ground, make_ground
from dossier.verify.guards.vocabulary import vocabulary_of
from dossier.verify.guards.wanted import Wanted, wanted_of

STATEMENTS = "en"
"""The language of statements."""


def doubt_numbers(found: Found) -> Iterator[Doubt]:
    """Numbers of statement, figure and values, compared as values; each missing one is named once."""
    ground, said = _ground(found), set()
    for wanted in wanted_of(found.claim, found.corpus, vocabulary_of(STATEMENTS)):
        if (
            isinstance(wanted.value, Dating)
            or ground.bears_number(wanted.value)
            or wanted.value.value in said
        ):
            continue
        said.add(wanted.value.value)
        yield _doubt(found, "number-not-in-quote", wanted, wanted.as_typed)


def doubt_dates(found: Found) -> Iterator[Doubt]:
    """Dates of statement, fields and values: year, month and day all; each missing part is named once."""
    ground, said = _ground(found), set()
    for wanted in wanted_of(found.claim, found.corpus, vocabulary_of(STATEMENTS)):
        if not isinstance(wanted.value, Dating):
            continue
        missing = ground.missing_of(wanted.value, about=wanted.about)
        if missing and missing not in said:
            said.add(missing)
            yield _doubt(found, "date-not-in-quote", wanted, missing)


def _ground(found: Found) -> Ground:
    passages = [anchor.exact for anchor in (found.anchor, *found.context)]
    return make_ground(passages, vocabulary_of(found.language))


def _doubt(found: Found, code: str, wanted: Wanted, missing: str) -> Doubt:
    """Point at the number, or at the field that has the date."""
    if wanted.path == ("statement",):
        place = found.places.within(wanted.path, found.claim.statement, wanted.offset)
        field = "statement"
    else:
        place, field = found.places.of(*wanted.path), f"`{'.'.join(str(step) for step in wanted.path)}`"
    what = f"“{missing}”" + (f" of “{wanted.as_typed}”" if wanted.as_typed not in {missing, ""} else "")
    return Doubt(
        code,
        place,
        f"{field} has {what}, which neither the quote nor its context has",
        mends(code, field="the passage that has it"),
    )
