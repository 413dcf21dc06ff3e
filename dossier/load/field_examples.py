"""An example of every field, from `field_examples.yml`: for schemas, the page on fields, and messages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dossier.load.nodes import LOADER
from dossier.model.place import Path


class _Plain(yaml.SafeDumper):
    """Writes `60` and `true` without quotation marks, as records have them."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - as in its base


@cache
def examples() -> Mapping[str, Any]:
    """A record with all of its fields, by the name of its model; every scalar is text, but for numbers and `true`."""
    text = files("dossier.load").joinpath("field_examples.yml").read_text(encoding="utf-8")
    made: Mapping[str, Any] = yaml.load(text, LOADER)  # noqa: S506 - it makes nothing but text
    return made


def example_at(model: str, path: Path) -> Any:  # noqa: ANN401 - JSON
    """The example of the field that a path leads to; `None` where there is none, such as of a vocabulary's words."""
    value: Any = examples().get(model)
    for step in path:
        if isinstance(step, int):
            continue
        value = next((part[step] for part in _parts(value) if isinstance(part, dict) and step in part), None)
    return value


def one_line(value: Any) -> str:  # noqa: ANN401 - JSON
    """A value as YAML in one line: `[a, {b: c}]`."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int) else _in_one_line(json.dumps(value))


@cache
def _in_one_line(value: str) -> str:
    """A list or a set of fields, which comes as JSON."""
    made = yaml.dump(
        json.loads(value),
        Dumper=_Plain,
        default_flow_style=True,
        allow_unicode=True,
        width=10**6,
        sort_keys=False,
    )
    return made.strip()


def _parts(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    return value if isinstance(value, list) else [value]
