"""`schema`: JSON Schemas of the YAML files, by which editors complete fields and mark mistakes as they are typed.

They are made from the models, so that they cannot say anything else; `load` checks more than a schema can say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from dossier.load.drafts import MAY_BE_EMPTY
from dossier.load.index import KIND_FIELDS
from dossier.model.claim import Claim
from dossier.model.entity import Entity
from dossier.model.kinds import EntityKind
from dossier.model.question import Question, Topic
from dossier.model.record import Record
from dossier.model.source import Source

FOLDER = "sources/schema"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_STALE = 1


def schemas() -> Mapping[str, str]:
    """The JSON Schema (draft 2020-12) of each kind of YAML file, by file name."""
    made = {f"{kind.folder}.json": _list_of(Entity, _of_kind(kind)) for kind in EntityKind}
    made["claims.json"] = _list_of(Claim, _fields(Claim))
    made["topics.json"] = _list_of(Topic, _fields(Topic))
    made["questions.json"] = _list_of(Question, _fields(Question))
    made["source.json"] = {"$schema": _DIALECT, **_fields(Source)}
    return {name: json.dumps(made[name], ensure_ascii=False, indent=2) + "\n" for name in sorted(made)}


def _fields(model: type[Record]) -> dict[str, Any]:
    schema: dict[str, Any] = _tidy(model.model_json_schema())
    for made in (schema, *schema.get("$defs", {}).values()):
        for name, field in made.get("properties", {}).items():
            if field.get("type") == "array" and name not in MAY_BE_EMPTY:
                field["minItems"] = 1
    return schema


def _of_kind(kind: EntityKind) -> dict[str, Any]:
    """The schema of an entity without the fields that only other kinds have."""
    schema = _fields(Entity)
    for field, owners in KIND_FIELDS.items():
        if kind not in owners:
            del schema["properties"][field]
    if kind is EntityKind.PARTNER:
        schema["required"] += ["type"]
    schema["$defs"] = {name: made for name, made in schema["$defs"].items() if _uses(schema, name)}
    return schema


def _uses(schema: Mapping[str, Any], name: str) -> bool:
    return f'"#/$defs/{name}"' in json.dumps(schema)


def _list_of(model: type[Record], schema: dict[str, Any]) -> dict[str, Any]:
    definitions = schema.pop("$defs", {})
    definitions[model.__name__] = schema
    return {
        "$schema": _DIALECT,
        "type": ["array", "null"],  # a file of comments alone lists nothing
        "items": {"$ref": f"#/$defs/{model.__name__}"},
        "$defs": dict(sorted(definitions.items())),
    }


def _tidy(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """A schema without the titles that pydantic makes of names, and without `null`, which no file may hold."""
    if isinstance(schema, list):
        return [_tidy(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: part for name, part in schema.items() if not _is_noise(name, part)}
    options = [option for option in kept.get("anyOf", []) if option != {"type": "null"}]
    if len(options) == 1:
        kept = {**options[0], **{name: part for name, part in kept.items() if name != "anyOf"}}
    elif options:
        kept["anyOf"] = options
    return {name: _tidy(part) for name, part in kept.items()}


def _is_noise(name: str, part: object) -> bool:
    return (name == "title" and isinstance(part, str)) or (name == "default" and part in (None, [], {}))


def stale_files(root: Path) -> list[str]:
    """The schemas that differ from those committed, and committed ones that are none."""
    made = schemas()
    there = {path.name for path in (root / FOLDER).glob("*.json")}
    return sorted(
        name
        for name in there | made.keys()
        if name not in made or name not in there or _read(root, name) != made[name]
    )


def _read(root: Path, name: str) -> str:
    return (root / FOLDER / name).read_bytes().decode()


def _write(root: Path, names: Iterable[str]) -> None:
    made = schemas()
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name in names:
        path = root / FOLDER / name
        if name in made:
            path.write_bytes(made[name].encode())
        else:
            path.unlink()


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; fail where a schema is not current."
)
@click.pass_obj
def schema(root: Path, *, only_check: bool) -> None:
    """Write the JSON Schemas of the YAML files to sources/schema/, for editors.

    \b
    Example:
      python build_site.py schema --check
    """
    stale = stale_files(root)
    if not only_check:
        _write(root, stale)
    for name in stale:
        click.echo(f"{FOLDER}/{name} {'is not current' if only_check else 'written'}")
    if not stale:
        click.echo("All schemas are current.")
    elif only_check:
        click.echo("Run `python build_site.py schema` and commit what it writes.")
        raise SystemExit(_STALE)
