"""Pages are valid HTML: the Nu Html Checker has no word against any kind of page but what the theme brings."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.sites import Built, kinds_of_page

pytestmark = pytest.mark.audit

OF_THE_THEME = {
    "Attribute “autocomplete” is only allowed when the input type is",
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control",
}
"""The theme's own faults, by how their messages begin. None may be added; one that is gone fails until it is struck."""


def faults(root: Path, pages: list[Path]) -> set[tuple[str, str]]:
    """What the checker says, and how what it speaks of begins."""
    jar = root / ".venv-audit/node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--errors-only", *map(str, pages)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return {
        (found["message"], found.get("extract", "").strip()) for found in json.loads(ran.stderr)["messages"]
    }


def test_no_kind_of_page_has_a_fault_of_its_own(root: Path, built: Built) -> None:
    pages = [built.folder / path / "index.html" for path in kinds_of_page(built)]
    found = faults(root, [*pages, built.folder / "404.html"])
    known = {start for start in OF_THE_THEME if any(message.startswith(start) for message, _ in found)}
    assert {fault for fault in found if not fault[0].startswith(tuple(OF_THE_THEME))} == set()
    assert known == OF_THE_THEME


def test_a_fault_would_be_seen(root: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A</title><ul><p>b</p></ul></html>', "utf-8")
    assert [message for message, _ in faults(root, [page]) if "not allowed as child" in message]
