"""Cells of CSV begin no formula, and are read back as they were, in Python and in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.leaves.cells import cell, text_of

CASES: list[list[str]] = yaml.safe_load((Path(__file__).parent / "cells.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_cell_begins_no_formula(text: str, expected: str) -> None:
    assert cell(text) == expected
    assert text_of(expected) == text


@given(st.text(alphabet="'=+-@\t\r5.a", max_size=6))
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    assert text_of(cell(text)) == text
