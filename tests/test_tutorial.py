"""The tutorial of the guide, followed to the letter: its commands are run, its records are written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.leaves import look
from tests.documents.pdf_writer import Set, Sheet, pdf

_BLOCK = re.compile(
    r"^(?:\*\*`(?P<file>[^`]+)`\*\*\n\n)?```\w+\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
REPORT = [
    Sheet(
        [
            Set("Report of the committee", 72, 770, 16, bold=True),
            Set("The committee met for the first time on 4 May 2020, in the town hall. It had", 72, 730),
            Set("seven members. More than 40 people came to listen, and most of them stayed.", 72, 714),
        ]
    ),
    Sheet([Set("The minutes were printed in June 2020. They may be read in the library.", 72, 770)]),
]


def test_the_tutorial_leads_from_a_pdf_to_a_published_claim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.pdf").write_bytes(pdf(REPORT, title="Report of the committee"))
    monkeypatch.chdir(tmp_path)
    said: dict[str, str] = {}
    for block in _BLOCK.finditer(look.pages()["guide/tutorial.md"]):
        if block["file"]:
            write(Path(block["file"]), block["text"])
            continue
        for line in block["text"].splitlines():
            typed = shlex.split(line.removeprefix("$ "))
            if typed[0] == "cd":
                monkeypatch.chdir(typed[1])
                continue
            result = CliRunner().invoke(main, typed[1:])
            assert result.exit_code == 0, result.output
            said[typed[1]] = result.output
    assert "- id: report2020-" in said["find"]
    assert "no problems" in said["check"]
    page = Path("site/claims/report2020-first-meeting/index.html").read_text("utf-8")
    assert "The committee held its first meeting on 4 May 2020." in page


def write(file: Path, text: str) -> None:
    """The file with the text at its end; an entry or a record that is there already, or `[]`, gives way."""
    before = file.read_text("utf-8") if file.exists() else ""
    first = text.splitlines()[0]
    if first.startswith("@"):
        before = before[: before.index(first)] if first in before else before
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(filter(None, [re.sub(r"(?m)^\[\]$", "", before), text])), "utf-8")
