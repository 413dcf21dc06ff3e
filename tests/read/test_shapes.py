"""Texts of many shapes read well without any hint: `texts/*.yml`, all invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.read.corpus import check_complete, check_sentences, prepare, read_with, shown

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['says']}")
    for path in sorted((Path(__file__).parent / "texts").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_a_text_reads_well_without_hints(case: dict[str, Any]) -> None:
    text = prepare(case)
    reading, reported = read_with(text, language=case.get("language", "en"))
    assert reported == []
    assert shown(reading) == case["blocks"]
    check_complete(text, reading)
    for block in reading.blocks:
        check_sentences(block)
    if "sentences" in case:
        found = [block.text[start:end] for block in reading.blocks for start, end in block.sentences]
        assert [sentence for sentence in case["sentences"] if sentence not in found] == []
