"""Whatever bytes are given, a text comes of it or a sentence that says why not."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.documents import take_text
from dossier.documents.highlights import read_highlights
from dossier.model.usage_error import UsageError
from tests.documents.pdf_writer import article, pdf

WHOLE = pdf(article()[0], bookmarks=[("The station", 0)])


@settings(max_examples=25, deadline=None)
@given(st.binary(min_size=1, max_size=400), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\3\4", b"<html><p>"]))
def test_random_bytes_end_in_no_traceback(content: bytes, beginning: bytes) -> None:
    for read in (take_text, read_highlights):
        with suppress(UsageError):
            read(beginning + content, "file.txt")


@settings(max_examples=20, deadline=None)
@given(st.integers(1, len(WHOLE) - 1), st.binary(max_size=8))
def test_a_pdf_cut_anywhere_ends_in_no_traceback(at: int, instead: bytes) -> None:
    for content in (WHOLE[:at], WHOLE[:at] + instead + WHOLE[at + len(instead) :]):
        with suppress(UsageError):
            take_text(content, "file.pdf")


def test_a_pdf_whose_signs_have_no_letters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.documents.pdf.without_lost_characters", lambda text: (text, len(text) // 2))
    with pytest.raises(UsageError, match="does not say which letters its signs are"):
        take_text(WHOLE, "file.pdf")
