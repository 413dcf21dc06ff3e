"""A broken record is reported, and nothing else is on its account."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier import pipeline
from dossier.model.codes import Code
from dossier.model.problem import Problems

CORPUS = Path(__file__).parent / "golden_corpus"
_RECORD = re.compile(r"^- id: .*\n(?:(?!- id: ).*\n?)*", re.MULTILINE)


def unknown_field(record: str) -> str:
    return record.replace("\n", "\n  zzz: x\n", 1)


def unclosed_quote(record: str) -> str:
    return record.replace("\n", '\n  zzz: "x\n', 1)


def bad_id(record: str) -> str:
    return re.sub("(?<=^- id: ).*", lambda id_: id_[0].upper().replace("-", "_"), record)


def broken(damage: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Every list of records with one record broken: its name and its text."""
    for path in sorted(CORPUS.glob("sources/*/*.yml")):
        text = path.read_text(encoding="utf-8")
        for record in _RECORD.finditer(text):
            damaged = text[: record.start()] + damage(record[0]) + text[record.end() :]
            yield path.relative_to(CORPUS).as_posix(), damaged


@pytest.mark.parametrize(
    ("damage", "code"),
    [(unknown_field, Code.UNKNOWN_FIELD), (unclosed_quote, Code.YAML_SYNTAX), (bad_id, Code.BAD_ID)],
)
def test_a_broken_record_causes_no_other_problem(
    damage: Callable[[str], str], code: Code, tmp_path: Path
) -> None:
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    for name, text in broken(damage):
        (tmp_path / name).write_text(text, encoding="utf-8")
        problems = Problems()
        pipeline.check(tmp_path, problems)
        assert [(problem.place.file, problem.code) for problem in problems] == [(name, code)], text
        shutil.copy(CORPUS / name, tmp_path / name)


@pytest.mark.parametrize(
    "name",
    [
        "citations.bib",
        *sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("sources/*/*.yml")),
    ],
)
def test_a_file_of_records_that_cannot_be_opened_causes_no_other_problem(name: str, tmp_path: Path) -> None:
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    problems = Problems()
    pipeline.check(tmp_path, problems)
    assert [(problem.place.file, problem.code) for problem in problems] == [(name, Code.UNREADABLE_FILE)]
