"""Runs every case of `tests/cases/` through the whole chain; the format is described in `tests/cases/README.md`."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier import pipeline
from dossier.model.codes import Code
from dossier.model.problem import Problems
from dossier.render.error_examples import error_examples
from dossier.report.lines import lines_of
from dossier.report.text import to_text
from dossier.site.links import check_links

CASES = Path(__file__).parent / "cases"
BASE = CASES / "_base"

Expected = tuple[str, int, int, str, tuple[str, ...]]
"""File, line, column, code, and the further places as `file:line:column`."""


@dataclass(frozen=True)
class Case:
    """One case: what it says, how it differs from the base, and exactly what is found."""

    name: str
    says: str
    problems: tuple[Expected, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    bytes: Mapping[str, str] = field(default_factory=dict)
    change: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    site: Mapping[str, str] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The code that its file is called by."""
        return self.name.split("/")[1].rsplit("-", 1)[0]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(code for _, _, _, code, _ in self.problems)


def read_cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("[!_]*/*.yml")):
        entries: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
        for number, entry in enumerate(entries, 1):
            problems = tuple(
                (file, int(line), int(column), code, tuple(further))
                for file, line, column, code, *further in entry.pop("problems")
            )
            yield Case(f"{path.parent.name}/{path.stem}-{number}", problems=problems, **entry)


ALL = tuple(read_cases())


def lay_out(case: Case, root: Path, line_end: str = "\n") -> None:
    """Write the base corpus with what the case says otherwise; texts are pinned as they then stand."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name in case.remove:
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, text in case.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    for name, text in case.bytes.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("latin-1"))
    for name, target in case.links.items():
        (root.parent / "elsewhere.txt").write_text("not of this project")
        (root / name).symlink_to(root / target)
    for name, changes in case.change.items():
        text = (root / name).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
            text = text.replace(old, new)
        (root / name).write_bytes(text.encode())
    if line_end != "\n":
        for path in (path for path in root.rglob("*.*") if path.is_file() and not path.is_symlink()):
            path.write_bytes(path.read_bytes().replace(b"\n", line_end.encode()))
    for record in root.glob("sources/*/source.yml"):
        text_file = record.with_name("text.txt")
        digest = hashlib.sha256(text_file.read_bytes() if text_file.is_file() else b"").hexdigest()
        record.write_bytes(record.read_bytes().replace(b"sha256: pinned", b"sha256: " + digest.encode()))


def problems_of(case: Case, root: Path) -> Problems:
    problems = Problems()
    if case.site:
        for name, text in case.site.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        check_links(root, "/", problems)
    else:
        lay_out(case, root)
        pipeline.check(root, problems)
    return problems


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_case_has_exactly_its_problems(case: Case, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


FIRST = {case.file: case for case in reversed(ALL) if case.file in case.codes}
"""The first case of each code."""


def test_the_example_of_each_code_is_its_first_case(
    root: Path, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    path = root / "dossier/render/error_examples.txt"
    examples = []
    for code in Code:
        found = problems_of(FIRST[code], tmp_path / code)
        first = next(problem for problem in found if problem.code is code)
        examples.append(to_text([first], lines_of(tmp_path / code)).rstrip() + "\n")
    text = "\n".join(examples)
    if pytestconfig.getoption("--update-golden", default=False):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, (
        "run pytest tests --update-golden, and read the difference"
    )
    assert list(error_examples()) == list(Code)
    assert [code for code, example in error_examples().items() if not example.fix] == []


@pytest.mark.parametrize(
    "case",
    [case for case in FIRST.values() if not case.bytes and not case.site],
    ids=lambda case: case.name,
)
def test_the_same_is_found_in_files_whose_lines_end_in_cr(case: Case, tmp_path: Path) -> None:
    problems = Problems()
    lay_out(case, tmp_path, "\r")
    pipeline.check(tmp_path, problems)
    assert_found(case, problems)


def assert_found(case: Case, problems: Problems) -> None:
    found = [
        (
            problem.place.file,
            problem.place.line,
            problem.place.column,
            problem.code,
            tuple(str(related.place) for related in problem.related),
        )
        for problem in problems
    ]
    assert found == sorted(case.problems), "\n".join(
        f"{each.place} {each.message} [{each.code}]" for each in problems
    )


def test_every_code_has_a_case_that_triggers_it_and_a_clean_twin() -> None:
    """The file called by the code holds both."""
    triggered = {case.file for case in ALL if case.file in case.codes}
    twins = {case.file for case in ALL if not case.problems}
    assert sorted(set(Code) - triggered) == []
    assert sorted(set(Code) - twins) == []


def test_every_code_is_explained_in_a_sentence() -> None:
    for code in Code:
        assert code.explanation[0].isupper() or code.explanation[0] == "`", code
        assert code.explanation.endswith("."), code
    assert list(Code) == sorted(Code)


def test_every_code_is_found_by_its_text_and_by_its_member() -> None:
    """No code is put together from parts: its text is written out, and used by its member's name."""
    package = Path(__file__).parents[1] / "dossier"
    program = "".join(path.read_text(encoding="utf-8") for path in sorted(package.rglob("*.py")))
    for code in Code:
        assert code.name == code.value.upper().replace("-", "_")
        assert f'"{code}"' in program
        assert re.search(rf"\bCode\.{code.name}\b", program), code


def test_no_case_names_a_code_that_does_not_exist() -> None:
    assert sorted(frozenset().union(*(case.codes for case in ALL)) - set(Code)) == []


def test_every_case_says_a_sentence_of_its_own() -> None:
    sentences = [case.says for case in ALL]
    assert len(set(sentences)) == len(sentences)
    assert all(sentence.endswith(".") for sentence in sentences)
