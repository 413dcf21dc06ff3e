"""Rules that records of several kinds share: countries, lists without repeats, needs.

Each check works on the draft, so that a record that is broken in one field is still checked in the others.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from dossier.leaves.countries import country_codes
from dossier.leaves.nearest import suggest
from dossier.load.drafts import Draft
from dossier.model.codes import Code
from dossier.model.day import Day
from dossier.model.from_text import UnreadableValueError
from dossier.model.place import Path
from dossier.model.problem import Problems, Related

_NOT_REVISED = ("added", "revised", "formerly")
"""Fields that are the history of a record."""
_COUNTRY = re.compile(r"[A-Z]{2}")


def check_country(draft: Draft, problems: Problems) -> None:
    """Report a code of two capital letters that is no country's; other forms are not this check's."""
    code = draft.text("country")
    if code is not None and _COUNTRY.fullmatch(code) and code not in country_codes():
        problems.add(
            draft.places.of("country"),
            Code.UNKNOWN_COUNTRY,
            f"`{code}` is not a country code of ISO 3166-1",
            "write its alpha-2 code, such as `ES`; the United Kingdom is `GB`, Greece `GR`",
        )


def check_repeats(draft: Draft, path: Path, problems: Problems) -> None:
    """Report what appears twice in a list of texts."""
    paths: dict[str, Path] = {}
    for here, text in draft.texts(*path):
        if (first := paths.setdefault(text, here)) != here:
            related = [Related(draft.places.of(*first), f"the first `{text}`")]
            message = f"`{text}` appears twice in this list"
            problems.add(draft.places.of(*here), Code.REPEATED_ITEM, message, "delete one", related)


def check_history(draft: Draft, fields: Collection[str], problems: Problems) -> None:
    """Report what a record never said, and a revision before it was added; `fields` are the names of all it may say."""
    revised = draft.value("revised")
    if not isinstance(revised, list):
        return
    may_say = [field for field in fields if field not in _NOT_REVISED]
    for at in range(len(revised)):
        was = draft.value("revised", at, "was")
        for name in was if isinstance(was, dict) else ():
            if name not in may_say:
                help_ = suggest(name, may_say) or f"it is one of {', '.join(may_say)}"
                message = f"a record like this says nothing under `{name}`"
                problems.add(draft.keys["revised", at, "was", name], Code.UNKNOWN_FIELD, message, help_)
        _check_former_id(draft, at, problems)
        added, day = _day(draft, "added"), _day(draft, "revised", at, "date")
        if added and day and day < added:
            place = draft.places.of("revised", at, "date")
            message = f"the record was revised before it was added on {added.label}"
            problems.add(place, Code.BAD_DATE, message, "correct one of the two days")


def _check_former_id(draft: Draft, at: int, problems: Problems) -> None:
    """Report an id that a record is said to have had, and whose address would lead nowhere."""
    old = draft.text("revised", at, "was", "id")
    if old is not None and old not in [text for _, text in draft.texts("formerly")]:
        message = f"the record was called `{old}`, and its old address leads nowhere"
        place = draft.places.of("revised", at, "was", "id")
        problems.add(place, Code.MISSING_FIELD, message, f"write `formerly: [{old}]`, too")


def _day(draft: Draft, *path: str | int) -> Day | None:
    try:
        return Day.parse(draft.text(*path) or "")
    except UnreadableValueError:  # which is reported with the field
        return None


def check_needed(draft: Draft, field: str, because: str, problems: Problems) -> None:
    """Report a field that is absent though another one calls for it."""
    if field not in draft.values and not draft.settles((field,)):
        problems.add(
            draft.places.start,
            Code.MISSING_FIELD,
            f"`{field}` is missing: {because}",
            f"add a line `{field}: …`",
        )


def check_misplaced(draft: Draft, field: str, because: str, problems: Problems) -> None:
    """Report a field that this record can't have."""
    if field in draft.values:
        place = draft.keys.get((field,)) or draft.places.of(field)
        problems.add(place, Code.MISPLACED_FIELD, f"`{field}` is not allowed here: {because}", "delete it")
