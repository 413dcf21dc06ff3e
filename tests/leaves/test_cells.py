"""Cells of CSV begin no formula, and are read back as they were, in Python and in the browser."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from dossier.leaves import look
from dossier.leaves.cells import cell, items_in, joined, text_of

LISTS = [
    ([], ""),
    (["a"], "a"),
    (["a", "b"], "a; b"),
    (["a; b", "c\\"], "a\\; b; c\\\\"),
    (["a\n", " b"], "a\n;  b"),
]
CASES: list[list[str]] = yaml.safe_load((Path(__file__).parent / "cells.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_cell_begins_no_formula(text: str, expected: str) -> None:
    assert cell(text) == expected
    assert text_of(expected) == text


@given(st.text(alphabet="'=+-@\t\r5.a", max_size=6))
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    assert text_of(cell(text)) == text


@pytest.mark.parametrize(("items", "expected"), LISTS)
def test_a_list_is_one_cell_and_read_back(items: list[str], expected: str) -> None:
    assert joined(items) == expected
    assert items_in(expected) == items


@given(st.lists(st.text(alphabet="\\; a\n", min_size=1, max_size=4), max_size=4))
def test_every_list_is_read_back_as_it_was(items: list[str]) -> None:
    assert items_in(joined(items)) == items


@pytest.mark.browser
def test_the_browser_writes_the_same_cells_in_rows_that_programs_read(launch: Browser) -> None:
    page = launch.new_page()
    page.evaluate("window.Dossier = {}")
    page.add_script_tag(content=look.assets()["assets/explore.js"].decode())
    texts = [text for text, _ in CASES]
    assert page.evaluate("texts => texts.map(Dossier.table.cell)", texts) == [cell for _, cell in CASES]
    lists = [list(items) for items, _ in LISTS]
    assert page.evaluate("lists => lists.map(Dossier.table.joined)", lists) == [text for _, text in LISTS]
    written = page.evaluate("rows => Dossier.table.csv(rows)", [texts, texts[::-1]])
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert [[text_of(cell) for cell in row] for row in read] == [texts, texts[::-1]]
    page.close()
