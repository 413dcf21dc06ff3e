"""An entry as its author typed it: values without their braces, not decoded yet. What they say is left to `entry`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dossier.load.bibtex.terms import DATES
from dossier.model.codes import Code
from dossier.model.place import Place, Places, Spot
from dossier.model.problem import Problems, Related

EXPORTS = "works/"
"""The folder of exports: nobody edits them, so a fault in one is only reported, and costs no more than its value."""


@dataclass(frozen=True, slots=True)
class TypedField:
    """The value of a field, still in LaTeX, with strings put in; `place` is that of its name."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class TypedEntry:
    """One entry. `fields` are by name, in small letters, aliases resolved; `bibtex` is what may be shown of it."""

    key: str
    type: str
    place: Place
    fields: Mapping[str, TypedField] = field(default_factory=dict)
    bibtex: str = ""

    @property
    def places(self) -> Places:
        """Where its fields are written, those that it inherits included."""
        return Places(self.place, {(name,): Spot(each.place) for name, each in self.fields.items()})


def is_export(place: Place) -> bool:
    """Whether a place is in a file that nobody edits."""
    return place.file.startswith(EXPORTS)


def tell(
    problems: Problems,
    place: Place,
    code: Code,
    message: str,
    help_: str = "",
    related: Iterable[Related] = (),
) -> None:
    """Tell a mistake; in an export it is a warning, whatever it would be elsewhere."""
    problems.add(place, Code.EXPORT_NOT_READ if is_export(place) else code, message, help_, related)


def fill(fields: Mapping[str, TypedField], others: Mapping[str, TypedField]) -> dict[str, TypedField]:
    """The fields, and of the others those that are not among them; a date is one thing, in whatever fields."""
    dated = bool({"date", "year"} & fields.keys())
    missing = {
        name: each for name, each in others.items() if name not in fields and not (dated and name in DATES)
    }
    return {**fields, **missing}
