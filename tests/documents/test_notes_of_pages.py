"""A line of a PDF's page that begins with a raised number opens a note where no text can go on with that number."""

from __future__ import annotations

import pytest

from dossier.documents.pdf.lines import LineRole, PdfLine
from dossier.documents.pdf.notes import mark_notes

FIRST, TOP = 700, 709


def line(text: str, base: float) -> PdfLine:
    return PdfLine(text, (70, base - 2, 300, base + 9), base, 9, bold=False)


@pytest.mark.parametrize(("base", "role"), [(600, "note"), (TOP - 1, "note"), (TOP, "flow"), (720, "flow")])
def test_in_the_type_of_the_text_it_has_to_be_below_the_first_line(base: float, role: LineRole) -> None:
    (marked,) = mark_notes([[line("The lamp was lit.", FIRST), line("¹So says the keeper.", base)]], 9)
    assert [found.role for found in marked] == ["flow", role]
