"""What pydantic finds in a draft, without what only follows from another mistake: one mistake is one problem.

A misspelled field is unknown, and the one that was meant is missing; a field in the wrong column is unknown where it
is and missing where it belongs, or is no field at all, but a line of the text above it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.leaves.nearest import suggest
from dossier.model.place import Path, Place, Places


@dataclass(frozen=True, slots=True)
class Finding:
    """One of pydantic's errors: `path` is where in the draft, `type` pydantic's name for it."""

    path: Path
    type: str
    context: Mapping[str, Any]
    typed: Any

    @property
    def name(self) -> str:
        """The field that it is about."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "record")


def without_echoes(findings: Sequence[Finding]) -> Iterator[tuple[Finding, str]]:
    """The findings that are mistakes, each with what to say of how it came about, if that is known."""
    missing = [finding for finding in findings if finding.type == "missing"]
    unknown = [finding for finding in findings if finding.type == "extra_forbidden"]
    meant = dict(_pairs(missing, unknown))
    echoes = {finding.path for finding, _ in meant.values()}
    for finding in findings:
        if finding.path in meant and finding in unknown:
            yield finding, meant[finding.path][1]
        elif not (finding.path in echoes and finding in missing):
            yield finding, ""


def _pairs(
    missing: Sequence[Finding], unknown: Sequence[Finding]
) -> Iterator[tuple[Path, tuple[Finding, str]]]:
    """Unknown fields by path, each with the missing one that it is."""
    left = list(missing)
    for finding in unknown:
        beside = [other for other in left if other.path[:-1] == finding.path[:-1]]
        moved = [other for other in left if other.name == finding.name]
        alone = len(beside) == 1 == sum(other.path[:-1] == finding.path[:-1] for other in unknown)
        nearest = suggest(finding.name, [other.name for other in beside])
        if moved:
            found = moved[0]
            owner = next((step for step in reversed(found.path[:-1]) if isinstance(step, str)), "")
            help_ = (
                f"it belongs to `{owner}`: indent it below" if owner else "it belongs to the record itself"
            )
        elif nearest:
            found = next(other for other in beside if f"`{other.name}`" in nearest)
            help_ = nearest
        elif alone:
            found, help_ = beside[0], f"did you mean `{beside[0].name}`, which is missing?"
        else:
            continue
        left.remove(found)
        yield finding.path, (found, help_)


def swallowed(
    places: Places, like_fields: Mapping[Path, Collection[str]], names: Collection[str]
) -> Iterator[tuple[str, str, Place]]:
    """Names that begin a line of a text: the field, the one in whose text it is, and its place.

    `like_fields` are the words that may be such, by the paths of the texts.
    """
    for path, words in like_fields.items():
        if not any(word in names for word in words):
            continue
        spot = places.spots[path]
        if spot.body is None or "\n" not in spot.raw:
            continue
        for match in re.finditer(r"^([ \t]*)([a-z_]+):(?=\s)", spot.raw, re.MULTILINE):
            if match[2] in names:
                line = spot.body.line + spot.raw.count("\n", 0, match.start())
                yield match[2], str(path[0]), Place(spot.body.file, line, len(match[1]) + 1)
