"""What pages repeat at their edges is found where they repeat it at about the same height."""

from __future__ import annotations

import pytest

from dossier.documents.pdf.furniture import mark_furniture
from dossier.documents.pdf.lines import LineRole, PdfLine

HEIGHT = 842


def line(text: str, base: float) -> PdfLine:
    return PdfLine(text, (70, base, 300, base + 9), base, 9, bold=False)


@pytest.mark.parametrize(("higher", "role"), [(0, "furniture"), (4, "furniture"), (7, "flow")])
def test_a_head_may_be_a_little_higher_on_the_next_page(higher: int, role: LineRole) -> None:
    pages = [
        [line("Journal of Lights", 800 + raised), line(words, 400), line(f"{words} End.", 380)]
        for raised, words in ((0, "The lamp was lit."), (higher, "The boat came."))
    ]
    marked = mark_furniture(pages, [HEIGHT, HEIGHT])
    assert [[found.role for found in page] for page in marked] == [[role, "flow", "flow"]] * 2
