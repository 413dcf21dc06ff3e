"""Rules that records of several kinds share: dates, numbers, countries, lists without repeats, needs.

Each check works on the draft, so that a record that is broken in one field is still checked in the others.
"""

from __future__ import annotations

import re

from dossier.leaves.countries import country_codes
from dossier.leaves.dates import parse_date
from dossier.load.drafts import Draft
from dossier.model.codes import Code
from dossier.model.place import Path, Place
from dossier.model.problem import Problems, Related

_COUNTRY = re.compile(r"[A-Z]{2}")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def check_date(draft: Draft, path: Path, problems: Problems) -> None:
    """Report a date that is not EDTF level 1; no date is none of ours."""
    if (typed := draft.text(*path)) is None:
        return
    try:
        parse_date(typed)
    except ValueError as error:
        problems.add(draft.places.of(*path), Code.BAD_DATE, *_split(str(error)))


def _split(sentence: str) -> tuple[str, str]:
    """What is wrong, and after a semicolon the mend."""
    wrong, _, mend = sentence.partition("; ")
    return wrong, mend


def check_number(draft: Draft, path: Path, problems: Problems) -> None:
    """Report a number that is not written in plain digits."""
    if (typed := draft.text(*path)) is None or _NUMBER.fullmatch(typed):
        return
    plain = re.sub(r"[\s,’']", "", typed)
    help_ = f"write `{plain}`" if _NUMBER.fullmatch(plain) else "write digits alone, such as `1122` or `0.5`"
    problems.add(draft.places.of(*path), Code.BAD_NUMBER, f"`{typed}` is no number", help_)


def check_country(draft: Draft, problems: Problems) -> None:
    """Report a code of two capital letters that is no country's; other forms are not this check's."""
    code = draft.text("country")
    if code is not None and _COUNTRY.fullmatch(code) and code not in country_codes():
        problems.add(
            draft.places.of("country"),
            Code.UNKNOWN_COUNTRY,
            f"`{code}` is no country of ISO 3166-1",
            "write its alpha-2 code, such as `ES`; the United Kingdom is `GB`, Greece `GR`",
        )


def check_repeats(draft: Draft, path: Path, problems: Problems) -> None:
    """Report what appears twice in a list of texts."""
    places: dict[str, Place] = {}
    for here, text in draft.texts(*path):
        place = draft.places.of(*here)
        if (first := places.setdefault(text, place)) != place:
            related = [Related(first, f"the first `{text}`")]
            problems.add(
                place, Code.REPEATED_ITEM, f"`{text}` appears twice in this list", "delete one", related
            )


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
        problems.add(place, Code.MISPLACED_FIELD, f"`{field}` can't stand here: {because}", "delete it")
