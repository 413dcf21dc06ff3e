"""The site of these notes as files: sound as that of the invented corpus is, and light enough to read."""

import re
from pathlib import Path

import pytest

from dossier.model.checked import Checked
from dossier.pipeline import make_files
from dossier.site.pages_folder import is_beside
from tests.site.test_evidence import (  # noqa: F401 - asked of this site, too
    test_every_piece_is_wrapped_once_for_each_claim_and_its_mark_names_them,
    test_every_source_url_leads_to_the_first_piece_and_the_pieces_together_are_exact,
    test_references_and_notes_are_linked_both_ways,
    test_the_pieces_of_the_supplied_text_are_the_quotation,
)
from tests.sites import Built

pytestmark = pytest.mark.slow

A_PICTURE, A_MARK, OUTLINES = 5_000, 1_000, 80_000
"""Bytes that a picture may take by itself, for each link in it, and for the shapes of countries."""


def test_the_strict_build_is_clean(built: Built) -> None:
    assert built.code == 0, built.said


def test_the_same_input_gives_the_same_bytes(root: Path, built: Built, whole: Checked) -> None:
    """Here sets come in another order than in the process that built the site."""
    made = make_files(whole, None)
    for file in made:
        folder = built.folder if is_beside(file) else root / "build/pages"
        assert (folder / file.path).read_bytes() == file.content, file.path


def test_pictures_are_small_for_what_they_show(built: Built) -> None:
    for file in sorted(built.folder.rglob("index.html")):
        html = file.read_text(encoding="utf-8")
        for svg in re.findall(r'<svg [^>]*class="drawing.*?\n</svg>', html, re.DOTALL):
            most = A_PICTURE + A_MARK * svg.count("<a ") + (OUTLINES if "drawing--map" in svg else 0)
            assert len(svg.encode()) < most, file
