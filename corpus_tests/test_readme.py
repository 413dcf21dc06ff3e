"""What the README shows is what the program does with these notes."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main

pytestmark = pytest.mark.slow

INPUTS = ("sources", "docs", "citations.bib", "mkdocs.yml")


def test_the_claim_is_in_the_records_and_the_error_is_the_one_that_a_wrong_word_gives(
    root: Path, tmp_path: Path
) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    claim = readme.split("```yaml\n")[1].split("```")[0].partition("\n")[2]
    error = readme.split("```text\n")[1].split("```")[0]
    for name in INPUTS:
        path = root / name
        shutil.copytree(path, tmp_path / name) if path.is_dir() else shutil.copy(path, tmp_path)
    records = tmp_path / "sources/alaoui2017/claims.yml"
    typed = records.read_text(encoding="utf-8")
    assert claim in typed
    head, quote = claim.split("  quote:")
    wrong = head + "  quote:" + quote.replace("Judiciary", "Judicial", 1)
    records.write_text(typed.replace(claim, wrong), encoding="utf-8")
    said = CliRunner().invoke(main, ["--root", str(tmp_path), "check"]).output
    assert without_line_number(error) in without_line_number(said)


def without_line_number(text: str) -> str:
    return re.sub(r"claims\.yml:\d+:", "claims.yml:", text)
