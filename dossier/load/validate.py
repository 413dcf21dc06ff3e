"""Drafts to records: what pydantic finds, said in an author's words at the author's place.

Rules that join several fields are left to the modules of each kind of record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from dossier.leaves.nearest import suggest
from dossier.load.drafts import Draft
from dossier.model.codes import Code
from dossier.model.from_text import UnreadableValueError
from dossier.model.ids import ID_PATTERN
from dossier.model.place import Path, Place
from dossier.model.problem import Problems
from dossier.model.record import Record

R = TypeVar("R", bound=Record)
Rule = Callable[[Draft, Problems], None]
"""Reports what a draft's fields say together, or what pydantic does not know."""

_WRONG_SHAPES = {
    "string_type": "text",
    "tuple_type": "a list",
    "model_type": "a set of `field: value`",
    "model_attributes_type": "a set of `field: value`",
    "dict_type": "a set of `words: words`",
}
_NUMBERS = {
    "float_parsing": "a number",
    "finite_number": "a number",
    "int_parsing": "a whole number",
    "greater_than_equal": "{ge:g} or more",
    "less_than_equal": "{le:g} or less",
}
_PATTERNS = {
    "sha256": "64 digits and letters a to f; `python build_site.py pin KEY` writes them",
    "language": "a language tag such as `en` or `fr`",
    "country": "two capital letters of ISO 3166-1, such as `ES`",
    "lines": "one line or a range, such as `40` or `40-41`",
    "marks": "one line or a range, such as `40` or `40-41`",
    "texts": "one line or a range, such as `40` or `40-41`",
}


@dataclass(frozen=True, slots=True)
class _Finding:
    """One of pydantic's errors: `path` is where in the draft, `branch` which reading of a union it belongs to.

    `types` are pydantic's names for it: several where a value looks like none of the things that it may be.
    """

    path: Path
    types: tuple[str, ...]
    branch: str
    context: Mapping[str, Any]
    typed: Any


def validate(
    model: type[R],
    draft: Draft,
    problems: Problems,
    rule: Rule | None = None,
    fixed: Mapping[str, object] | None = None,
) -> R | None:
    """The record of a draft that keeps the `rule`, or `None` with problems.

    `fixed` fields follow from the file and are not typed.
    """
    own = Problems()
    if rule:
        rule(draft, own)
    record = _validated(model, draft, own, fixed or {})
    problems.update(own)
    return None if own.errors or draft.settled else record


def _validated(model: type[R], draft: Draft, problems: Problems, fixed: Mapping[str, object]) -> R | None:
    record, findings = None, list[_Finding]()
    try:
        record = model.model_validate({**draft.values, **fixed})
    except ValidationError as error:
        findings = [_finding(draft, found) for found in error.errors(include_url=False)]
    for name in sorted(fixed.keys() & draft.values):
        problems.add(
            _key(draft, (name,)), Code.UNKNOWN_FIELD, f"`{name}` is known from the file's place", "delete it"
        )
    for finding in _one_reading(findings):
        if draft.settles(finding.path):
            continue
        wrong = finding.context.get("error")
        if isinstance(wrong, UnreadableValueError):
            problems.add(draft.places.of(*finding.path), wrong.code, str(wrong), wrong.help)
        else:
            _report(model, draft, finding, problems, hidden=frozenset(fixed))
    return record


def _finding(draft: Draft, error: Mapping[str, Any]) -> _Finding:
    """Split pydantic's location into steps that the draft has and the name of a union's branch, which it has not."""
    path: Path = ()
    branch = ""
    value: Any = draft.values
    for step in error["loc"]:
        if _has(value, step):
            path, value = (*path, step), value[step]
        elif error["type"] == "missing" and step == error["loc"][-1]:
            path = (*path, step)
        else:
            branch = branch or str(step)
    return _Finding(path, (error["type"],), branch, error.get("ctx", {}), error["input"])


def _has(value: Any, step: str | int) -> bool:  # noqa: ANN401 - whatever was typed
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def _one_reading(findings: list[_Finding]) -> list[_Finding]:
    """Of a value that may be one of several things, keep what is said of the thing that it looks like.

    Where it looks like none of them, one finding names all.
    """
    kept: dict[tuple[Path, str], _Finding] = {}
    for finding in findings:
        rivals = [
            other for other in findings if other.branch and other.path[: len(finding.path)] == finding.path
        ]
        if not finding.branch or finding.types[0] not in _WRONG_SHAPES:
            kept[finding.path, finding.types[0]] = finding
        elif all(other.path == finding.path and other.types[0] in _WRONG_SHAPES for other in rivals):
            first = kept.get((finding.path, ""))
            kept[finding.path, ""] = replace(finding, types=(*(first.types if first else ()), *finding.types))
    return list(kept.values())


def _report(
    model: type[Record], draft: Draft, finding: _Finding, problems: Problems, hidden: frozenset[str]
) -> None:
    place, name = draft.places.of(*finding.path), _name(finding.path)
    match finding.types[0]:
        case "missing":
            place = draft.places.of(*finding.path[:-1])
            problems.add(place, Code.MISSING_FIELD, f"`{name}` is missing", f"add a line `{name}: …`")
        case "extra_forbidden":
            known = [field for field in _fields(model, finding.path[:-1]) if field not in hidden]
            help_ = suggest(name, known) or f"known fields: {', '.join(known)}"
            problems.add(_key(draft, finding.path), Code.UNKNOWN_FIELD, f"unknown field `{name}`", help_)
        case "enum":
            words = re.findall(r"'([^']*)'", finding.context["expected"])
            add_wrong_kind(place, name, finding.typed, words, problems)
        case "string_pattern_mismatch" if finding.context["pattern"] == ID_PATTERN:
            check_id(str(finding.typed), place, problems)
        case "string_pattern_mismatch":
            wanted = _PATTERNS.get(name, f"like {finding.context['pattern']}")
            problems.add(place, Code.BAD_VALUE, f"`{name}` can't be `{finding.typed}`", f"write {wanted}")
        case "bool_parsing" | "bool_type":
            problems.add(
                place,
                Code.BAD_VALUE,
                f"`{name}` can't be `{finding.typed}`",
                "write `true`, or delete the field",
            )
        case "string_too_short":
            problems.add(
                place,
                Code.EMPTY_VALUE,
                f"`{name}` has no value",
                "write one, or delete the field where it is optional",
            )
        case kind if kind in _NUMBERS:
            wanted = _NUMBERS[kind].format(**finding.context)
            problems.add(place, Code.BAD_NUMBER, f"`{name}` can't be `{finding.typed}`", f"write {wanted}")
        case kind if kind in _WRONG_SHAPES:
            wanted = " or ".join(_WRONG_SHAPES[one] for one in finding.types)
            help_ = (
                "write `[one, two]`, or each on a line of its own after `- `" if kind == "tuple_type" else ""
            )
            problems.add(place, Code.WRONG_SHAPE, f"`{name}` must be {wanted}", help_)
        case kind:
            raise AssertionError(f"pydantic found {kind!r}, for which there are no words")


def add_wrong_kind(place: Place, name: str, typed: object, words: Iterable[str], problems: Problems) -> None:
    """Report a word that is none of those that a field takes."""
    words = list(words)
    allowed = f"it is one of {', '.join(words)}"
    nearest = suggest(str(typed), words)
    message = f"`{name}` can't be `{typed}`"
    problems.add(place, Code.WRONG_KIND, message, f"{nearest}\n{allowed}" if nearest else allowed)


def check_id(typed: str, place: Place, problems: Problems) -> bool:
    """Whether `typed` is a well-formed id; reported where it is not."""
    if re.fullmatch(ID_PATTERN, typed):
        return True
    better = re.sub(r"[^a-z0-9]+", "-", typed.lower()).strip("-")
    help_ = "ids are small letters and digits, with single hyphens between words"
    problems.add(place, Code.BAD_ID, f"`{typed}` is not an id", f"{help_}: `{better}`" if better else help_)
    return False


def _name(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "record")


def _key(draft: Draft, path: Path) -> Place:
    return draft.keys.get(path) or draft.places.of(*path)


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """The names of the fields of the record that `path` leads to, as they are typed."""
    for step in path:
        for name, field in model.model_fields.items():
            if step in {name, field.alias}:
                model = next(_records(field.annotation), model)
    return [field.alias or name for name, field in model.model_fields.items()]


def _records(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - typing's own objects
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)
