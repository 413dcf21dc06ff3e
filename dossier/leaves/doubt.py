"""A doubt about a record: a warning that its author answers by a better record, or by an `allow` with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model.codes import Code
from dossier.model.place import Place, Places
from dossier.model.problem import Problems, Related
from dossier.model.record import Allowance


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning that a guard would give: its code, its place, and what the author reads."""

    code: Code
    place: Place
    message: str
    help: str
    related: tuple[Related, ...] = ()


def report_doubts(
    doubts: Sequence[Doubt],
    allow: Sequence[Allowance],
    codes: Sequence[Code],
    places: Places,
    problems: Problems,
    *,
    all_known: bool = True,
) -> None:
    """Report every doubt that no `allow` of the record answers, and every `allow` that answers none; `codes` can be.

    Where not `all_known`, an `allow` may answer what is not known.
    """
    allowed = {allowance.code for allowance in allow}
    for doubt in doubts:
        if doubt.code not in allowed:
            problems.add(doubt.place, doubt.code, doubt.message, doubt.help, doubt.related)
    raised = {doubt.code for doubt in doubts}
    for number, allowance in enumerate(allow):
        if allowance.code not in codes:
            message = f"`{allowance.code}` is not a code that `allow` can answer here"
            help_ = f"it can answer {', '.join(codes)}"
        elif all_known and allowance.code not in raised:
            message, help_ = f"{allowance.code} has nothing to report here", "delete this `allow`"
        else:
            continue
        problems.add(places.of("allow", number, "code"), Code.ALLOW_UNUSED, message, help_)
