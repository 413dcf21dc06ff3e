"""`explain` says of a code what it means, how it looks and how it is fixed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.model.codes import Code


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


@pytest.fixture(autouse=True)
def outside_any_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("code", Code)
def test_a_code_is_explained_with_an_example_and_how_to_fix_it(code: Code) -> None:
    shown = explain(code).stdout
    assert shown.startswith(f"{code} is a")
    assert code.explanation.split()[0] in shown
    assert f"[{code}]\n" in shown
    assert shown.rpartition("To fix it:\n\n    ")[2].strip()


def test_a_code_is_taken_as_reports_show_it() -> None:
    assert explain("[unknown-work]").stdout == explain("unknown-work").stdout


def test_without_a_code_all_are_listed() -> None:
    lines = explain().stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(Code)


def test_a_misspelled_code_is_wrong_use_and_named_aright() -> None:
    result = explain("quote-not-fuond")
    assert result.exit_code == 2
    assert "did you mean `quote-not-found`?" in result.stderr
    assert "lists them" in explain("zzz").stderr
