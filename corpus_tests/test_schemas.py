"""The committed JSON Schemas are current, and each file of records names the one that it fits."""

import json
from pathlib import Path

import jsonschema
import pytest

from corpus_tests.texts import SOURCES
from dossier.commands.schema import schemas, stale_files
from tests.commands.test_schema import as_an_editor_reads

RECORDS = sorted(SOURCES.glob("*/*.yml"))


def test_the_committed_schemas_are_current(root: Path) -> None:
    assert stale_files(root) == [], "run `python build_site.py schema`"


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_a_file_names_its_schema_and_fits_it(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    name = f"{path.stem}.json"
    assert first == f"# yaml-language-server: $schema=../schema/{name}"
    schema = json.loads(schemas()[name])
    errors = jsonschema.Draft202012Validator(schema).iter_errors(as_an_editor_reads(path))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
