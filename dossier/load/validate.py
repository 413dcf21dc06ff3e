"""Drafts to records: what pydantic finds, said in an author's words at the author's place.

Rules that join several fields are left to the modules of each kind of record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from dossier.leaves.nearest import suggest
from dossier.load.drafts import Draft
from dossier.load.field_examples import example_at, one_line
from dossier.load.field_schemas import field_schema
from dossier.load.findings import Finding, swallowed, without_echoes
from dossier.model.codes import Code
from dossier.model.from_text import WRONG_SHAPE, UnreadableValueError
from dossier.model.ids import parse_id
from dossier.model.place import Path, Place
from dossier.model.problem import Problems
from dossier.model.record import Record

R = TypeVar("R", bound=Record)
Rule = Callable[[Draft, Problems], None]
"""Reports what a draft's fields say together, or what pydantic does not know."""

_WANTED: Mapping[str, tuple[Code, str]] = {
    "string_type": (Code.WRONG_SHAPE, "text"),
    "enum": (Code.WRONG_SHAPE, "text"),
    "tuple_type": (Code.WRONG_SHAPE, "a list"),
    "model_type": (Code.WRONG_SHAPE, "a set of `field: value`"),
    "model_attributes_type": (Code.WRONG_SHAPE, "a set of `field: value`"),
    "dict_type": (Code.WRONG_SHAPE, "a set of `words: words`"),
    "float_type": (Code.WRONG_SHAPE, "a number"),
    "int_type": (Code.WRONG_SHAPE, "a number"),
    "bool_type": (Code.WRONG_SHAPE, "`true`"),
    "float_parsing": (Code.BAD_NUMBER, "a number"),
    "finite_number": (Code.BAD_NUMBER, "a number"),
    "int_parsing": (Code.BAD_NUMBER, "a whole number"),
    "int_parsing_size": (Code.BAD_NUMBER, "a smaller number"),
    "greater_than_equal": (Code.BAD_NUMBER, "{ge:g} or more"),
    "less_than_equal": (Code.BAD_NUMBER, "{le:g} or less"),
    "too_long": (Code.BAD_VALUE, "a list of {max_length} at most"),
    "too_short": (Code.BAD_VALUE, "a list of {min_length} or more"),
    "string_too_long": (Code.BAD_VALUE, "{max_length} characters at most"),
    "bool_parsing": (Code.BAD_VALUE, "`true`, or be left out"),
    WRONG_SHAPE: (Code.WRONG_SHAPE, "{message}"),
}
"""What a value must be, by pydantic's name for what it is not."""
_FIELDS_HELP = "write `{field: value}`, or each field on a line of its own, further to the right"
_LONGEST_EXAMPLE = 60
_HELP = {
    "tuple_type": "write `[one, two]`, or each on a line of its own after `- `",
    "model_type": _FIELDS_HELP,
    "model_attributes_type": _FIELDS_HELP,
    "dict_type": _FIELDS_HELP,
}


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
    for name in sorted(fixed.keys() & draft.values):
        message = f"`{name}` is known from the file's place"
        problems.add(_key(draft, (name,)), Code.UNKNOWN_FIELD, message, "delete it")
    absent = {*fields_of(model)} - {*fixed, *draft.values}
    in_texts = frozenset(_swallowed(draft, absent, problems))
    try:
        record = model.model_validate({**draft.values, **fixed})
    except ValidationError as error:
        findings = [_finding(draft, found) for found in error.errors(include_url=False)]
        left = [
            found
            for found in findings
            if not draft.settles(found.path) and in_texts.isdisjoint(found.path[:1])
        ]
        for finding, meant in without_echoes(left):
            _report(model, draft, finding, meant, problems, hidden=frozenset(fixed))
        return None
    return None if in_texts else record


def _swallowed(draft: Draft, absent: Collection[str], problems: Problems) -> Iterator[str]:
    """Fields that are no fields, since their line is indented as the text above it is; they are reported."""
    for name, owner, place in swallowed(draft.places, draft.like_fields, absent):
        message = f"this line belongs to the text of `{owner}`, since it is indented as that is"
        help_ = f"put `{name}` in the same column as `{owner}`; where it is text, begin another line there"
        problems.add(place, Code.MISPLACED_FIELD, message, help_)
        yield name


def _finding(draft: Draft, error: Mapping[str, Any]) -> Finding:
    """The path of an error has steps that the draft has not: members of unions, parts of what was typed as one text."""
    path: Path = ()
    value: Any = draft.values
    for step in error["loc"]:
        if _has(value, step):
            path, value = (*path, step), value[step]
        elif error["type"] == "missing" and step == error["loc"][-1]:
            path = (*path, step)
    context = {"message": error["msg"], **error.get("ctx", {})}
    return Finding(path, error["type"], context, error["input"])


def _has(value: Any, step: str | int) -> bool:  # noqa: ANN401 - whatever was typed
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def _report(
    model: type[Record],
    draft: Draft,
    finding: Finding,
    meant: str,
    problems: Problems,
    *,
    hidden: frozenset[str],
) -> None:
    place, name = draft.places.of(*finding.path), finding.name
    match finding.type:
        case "missing":
            place = draft.places.of(*finding.path[:-1])
            problems.add(place, Code.MISSING_FIELD, f"`{name}` is missing", _how_to_add(model, finding))
        case "extra_forbidden":
            known = [field for field in fields_of(model, finding.path[:-1]) if field not in hidden]
            help_ = meant or suggest(name, known) or f"known fields: {', '.join(known)}"
            problems.add(_key(draft, finding.path), Code.UNKNOWN_FIELD, f"unknown field `{name}`", help_)
        case "value_error":
            wrong = finding.context["error"]
            problems.add(place, wrong.code, str(wrong), wrong.help)
        case "enum" if isinstance(finding.typed, str):
            words = re.findall(r"'([^']*)'", finding.context["expected"])
            message = f"`{name}` can't be `{finding.typed}`"
            lines = [suggest(finding.typed, words), f"it is one of {', '.join(words)}"]
            if part := finding.context.get("part"):
                lines.append(f"another one is declared under `{part}` in `sources/vocabulary.yml`")
            problems.add(place, Code.WRONG_KIND, message, "\n".join(filter(None, lines)))
        case kind:
            code, wanted = _WANTED[kind]
            message = f"`{name}` must be {wanted.format(**finding.context)}"
            problems.add(place, code, message, _HELP.get(kind, ""))


def _how_to_add(model: type[Record], missing: Finding) -> str:
    """The line to add, with the words that it may have or an example, and what the field means."""
    name = missing.name
    field = field_schema(model, missing.path)
    example = example_at(model.__name__, missing.path) or ""
    if isinstance(example, dict):
        example = {key: value for key, value in example.items() if key in field.required}
    more = ""
    if field.words:
        more = f": it is one of {', '.join(field.words)}"
    elif len(shown := one_line(example)) in range(1, _LONGEST_EXAMPLE):
        more = f", for example `{name}: {shown}`"
    return "\n".join(filter(None, (f"add a line `{name}: …`{more}", field.description)))


def check_id(typed: str, place: Place, problems: Problems) -> bool:
    """Whether `typed` is a well-formed id; reported where it is not."""
    try:
        parse_id(typed)
    except UnreadableValueError as wrong:
        problems.add(place, wrong.code, str(wrong), wrong.help)
        return False
    return True


def _key(draft: Draft, path: Path) -> Place:
    return draft.keys.get(path) or draft.places.of(*path)


@cache
def fields_of(model: type[BaseModel], path: Path = ()) -> tuple[str, ...]:
    """The names of the fields of the record that `path` leads to, as they are typed."""
    for step in path:
        for name, field in model.model_fields.items():
            if step in {name, field.alias}:
                model = next(_records(field.annotation), model)
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _records(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - typing's own objects
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)
