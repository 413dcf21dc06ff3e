"""`schema` writes what is stale and nothing else."""

from pathlib import Path

from click.testing import CliRunner

from dossier.commands.schema import schema
from dossier.load.schemas import FOLDER, IDS_FILE, ids_schema, schema_names, schemas, stale_files
from dossier.load.vocabulary import neutral
from dossier.model.corpus import Corpus


def test_a_broken_vocabulary_is_reported_and_no_schema_written(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/vocabulary.yml").write_text("kinds: [{id: a}]\n", encoding="utf-8")
    ran = CliRunner().invoke(schema, obj=tmp_path)
    assert ran.exit_code == 1
    assert "sources/vocabulary.yml:1:9: error: `about` is missing" in ran.output
    assert not (tmp_path / FOLDER).exists()


def test_schema_writes_what_is_stale_and_removes_what_is_none(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "persons.json").write_text("{}", encoding="utf-8")
    checked = CliRunner().invoke(schema, ["--check"], obj=tmp_path)
    assert checked.exit_code == 1
    assert "sources/schema/persons.json is not current" in checked.output
    assert CliRunner().invoke(schema, obj=tmp_path).exit_code == 0
    assert stale_files(tmp_path, neutral()) == []
    assert {path.name: path.read_bytes().decode() for path in folder.iterdir()} == {
        **schemas(neutral()),
        IDS_FILE: ids_schema(Corpus.empty(neutral())),
    }
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    again = CliRunner().invoke(schema, obj=tmp_path)
    assert again.output == "All schemas are current.\n"
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_the_names_of_schemas_are_known_without_making_them() -> None:
    assert schema_names(neutral()) == schemas(neutral()).keys()
