"""What the README shows is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.test_site import copy_of

pytestmark = pytest.mark.slow


def test_the_claim_stands_in_the_records_and_the_error_is_the_one_that_a_wrong_word_gives(
    root: Path, tmp_path: Path
) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    claim = readme.split("```yaml\n")[1].split("```")[0].partition("\n")[2]
    error = readme.split("```text\n")[1].split("```")[0]
    copy = copy_of(root, tmp_path / "copy")
    records = copy / "sources/alaoui2017/claims.yml"
    typed = records.read_text(encoding="utf-8")
    assert claim in typed
    head, quote = claim.split("  quote:")
    wrong = head + "  quote:" + quote.replace("Judiciary", "Judicial", 1)
    records.write_text(typed.replace(claim, wrong), encoding="utf-8")
    command = [sys.executable, str(copy / "build_site.py"), "--root", str(copy), "check"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert without_line_number(error) in without_line_number(said)


def without_line_number(text: str) -> str:
    return re.sub(r"claims\.yml:\d+:", "claims.yml:", text)
