"""What is said of the exported files is true of them: their JSON Schemas, and the Data page, which says the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from dossier.cite import cite
from dossier.export import export
from dossier.export.csl import csl_field
from dossier.export.fields import ANY
from dossier.model.configuration import Site
from dossier.model.exported import FORMAT, ExportedFile, FieldDescription
from dossier.model.output import OutputFile
from dossier.model.problem import Problems
from dossier.pipeline import check, make_files
from dossier.redact import redact
from tests.export.invented import invented

NAMES = [exported.description.name for exported in export(*invented()) if exported.schema]


@pytest.fixture(scope="module")
def exports(root: Path) -> Mapping[str, Sequence[ExportedFile]]:
    """Each file, once of the invented corpus and once of the small dossier that has every state of evidence."""
    made: dict[str, list[ExportedFile]] = {}
    public = redact(check(root / "tests/golden_corpus", Problems()))
    for dossier in ((public, cite(public.corpus, None)), invented()):
        for exported in export(*dossier):
            made.setdefault(exported.description.name, []).append(exported)
    return made


def schema_of(exported: ExportedFile) -> dict[str, Any]:
    assert exported.schema
    schema: dict[str, Any] = json.loads(exported.schema.content)
    return schema


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes an object."""
    if isinstance(schema, list):
        for part in schema:
            yield from objects(part)
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)


def described(fields: Sequence[FieldDescription]) -> dict[str, Any]:
    return {field.name: described(field.parts) for field in fields}


def occurring(value: object) -> dict[str, Any]:
    """The names of fields that occur in exported JSON, whatever is in them."""
    names: dict[str, Any] = {}
    for part in value if isinstance(value, list) else [value]:
        for name, inner in part.items() if isinstance(part, dict) else ():
            names[name] = names.get(name, {}) | occurring(inner)
    return names


def has(said: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether all that is found is said, records in records, too."""
    return all(field in said and has(said[field], parts) for field, parts in found.items())


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_valid_by_its_schema(name: str, exports: Mapping[str, Sequence[ExportedFile]]) -> None:
    for exported in exports[name]:
        schema = schema_of(exported)
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        records = json.loads(exported.file.content)
        assert exported.count == len(records) > 0
        assert [error.message for error in Draft202012Validator(schema).iter_errors(records)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_takes_no_field_that_it_does_not_describe(
    name: str, exports: Mapping[str, Sequence[ExportedFile]]
) -> None:
    for part in objects(schema_of(exports[name][0])):
        assert part["additionalProperties"] is False
        assert all(field["description"].endswith(".") for field in part["properties"].values())


@pytest.mark.parametrize("name", NAMES)
def test_no_field_may_be_missing_but_variables_of_csl(
    name: str, exports: Mapping[str, Sequence[ExportedFile]]
) -> None:
    optional = {
        field
        for part in objects(schema_of(exports[name][0]))
        for field in part["properties"]
        if field not in part["required"]
    }
    assert not optional or name == "works.json"
    assert not optional & {"id", "custom", "label", "cited_by"}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_described_is_what_occurs(name: str, exports: Mapping[str, Sequence[ExportedFile]]) -> None:
    for exported in exports[name]:
        found = occurring(json.loads(exported.file.content))
        assert described(exported.fields).keys() == found.keys()
        assert has(described(exported.fields), found)


def test_each_variable_of_csl_that_occurs_is_said_what_it_means(
    exports: Mapping[str, Sequence[ExportedFile]],
) -> None:
    for exported in exports["works.json"]:
        names = {name for item in json.loads(exported.file.content) for name in item} - {"id", "custom"}
        assert {name for name in names if csl_field(name).type is ANY} == set()


def test_a_variable_that_nobody_foresaw_is_written_as_it_is() -> None:
    assert csl_field("reviewed-genre").value({"reviewed-genre": ["x", 1]}) == ["x", 1]


@pytest.fixture(scope="module")
def files(root: Path) -> Mapping[str, OutputFile]:
    """What the pipeline makes of the invented corpus, by path."""
    made = make_files(check(root / "tests/golden_corpus", Problems()), None)
    assert len({file.path for file in made}) == len(made)
    return {file.path: file for file in made}


def fields_on_page(page: str, name: str) -> dict[str, Any]:
    """The fields that the Data page says a file has, and those of the records in them."""
    _, _, part = page.partition(f"{{#{name.replace('.', '--')}}}")
    listed, closed, _ = part.partition("\n\n## ")[0].rpartition("</dl>")
    return _names(ElementTree.fromstring(listed[listed.index("<dl") :] + closed))  # noqa: S314 - our own page


def _names(listed: ElementTree.Element) -> dict[str, Any]:
    return {
        str(field.findtext("dt/code")): _names(parts) if (parts := field.find("dd/dl")) is not None else {}
        for field in listed.findall("div")
    }


def test_the_page_names_every_exported_file(files: Mapping[str, OutputFile]) -> None:
    page = files["data/index.md"].content.decode().replace("&#46;", ".")
    exported = {path for path in files if path.startswith("data/") and not path.endswith("/index.md")}
    assert {f"data/{name}" for name in NAMES} < exported
    assert {path for path in exported if f'<a href="{path.removeprefix("data/")}">' not in page} == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_page_says_the_fields_that_a_file_has_and_no_others(
    name: str, files: Mapping[str, OutputFile]
) -> None:
    said = fields_on_page(files["data/index.md"].content.decode(), name)
    records = json.loads(files[f"data/{name}"].content)
    assert said.keys() == occurring(records).keys()
    assert has(said, occurring(records))


@pytest.mark.parametrize(
    ("site", "begins"),
    [(Site("Lights"), "urn:uuid:"), (Site("Lights", "https://example.org/"), "https://example.org/data/")],
)
def test_a_schema_has_a_lasting_id_with_the_version_of_what_is_exported(site: Site, begins: str) -> None:
    public, citations = invented()
    configuration = replace(public.corpus.configuration, site=site)
    there = replace(public, corpus=replace(public.corpus, configuration=configuration))
    ids = [schema_of(made)["$id"] for made in export(there, citations) if made.schema]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith(begins) and id_.endswith(f"version={FORMAT}") for id_ in ids)
