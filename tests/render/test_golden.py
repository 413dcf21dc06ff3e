"""The invented corpus's pages, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest


def test_the_invented_corpus_becomes_the_expected_pages(
    pages: dict[str, str], root: Path, pytestconfig: pytest.Config
) -> None:
    golden = root / "tests/golden/pages"
    if pytestconfig.getoption("--update-golden", default=False):
        for old in sorted(golden.rglob("*.md")):
            old.unlink()
        for path, page in pages.items():
            (golden / path).parent.mkdir(parents=True, exist_ok=True)
            (golden / path).write_bytes(page.encode())
    expected = {file.relative_to(golden).as_posix(): file.read_bytes() for file in golden.rglob("*.md")}
    assert sorted(pages) == sorted(expected)
    different = [path for path, page in pages.items() if page.encode() != expected[path]]
    assert different == [], "run pytest tests/render --update-golden, and read the difference"
