"""Runs every case of `tests/cases/_texts/`: how a text reads, and which quotations are found in it, by what foldings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.model.hints import ReadingHints
from dossier.verify.matching import Searchable, find_matches
from dossier.verify.passage import split_passage
from tests.read.corpus import check_complete, prepare, read_with, shown

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['says']}")
    for path in sorted((Path(__file__).parent / "cases/_texts").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_a_text_of_somebody_reads_right_and_its_words_are_found(case: dict[str, Any]) -> None:
    text = prepare(case)
    hints = ReadingHints.model_validate(case.get("reading", {}))
    reading, reported = read_with(text, hints, case.get("language", "en"))
    assert reported == []
    assert shown(reading) == case["blocks"]
    check_complete(text, reading)
    source = Searchable(text, reading)
    for quote, folding in case.get("quotes", {}).items():
        found = {match.folding for match in find_matches(source, split_passage(quote))}
        assert (quote, found) == (quote, set() if folding == "not found" else {tuple(folding)})
