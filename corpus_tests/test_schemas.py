"""The committed JSON Schemas are current, and each file of records fits the one that it names."""

import json
from pathlib import Path

import jsonschema
import pytest

from corpus_tests.texts import SOURCES
from dossier.load.schemas import schemas, stale_files
from dossier.load.vocabulary import read_vocabulary
from dossier.model.problem import Problems
from tests.load.test_schemas import REGISTRY, as_an_editor_reads

VOCABULARY = read_vocabulary(SOURCES.parent, Problems())
RECORDS = sorted([*SOURCES.glob("*.yml"), *SOURCES.glob("*/*.yml")])


def test_the_committed_schemas_are_current(root: Path) -> None:
    assert VOCABULARY is not None
    assert stale_files(root, VOCABULARY) == [], "run `python build_site.py schema`"


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_a_file_fits_its_schema(path: Path) -> None:
    assert VOCABULARY is not None
    schema = json.loads(schemas(VOCABULARY)[f"{path.stem}.json"])
    errors = jsonschema.Draft202012Validator(schema, registry=REGISTRY).iter_errors(as_an_editor_reads(path))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
