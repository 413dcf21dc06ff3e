from __future__ import annotations

import pytest

from dossier.leaves.text_fragment import text_fragment


@pytest.mark.parametrize(
    ("pieces", "before", "after", "fragment"),
    [
        ("the lamp was lit", "", "", "#:~:text=the%20lamp%20was%20lit"),
        ("self-made, oil & gas 50 %", "", "", "#:~:text=self%2Dmade%2C%20oil%20%26%20gas%2050%20%25"),
        ("the lamp", "In 1901 ", " was lit", "#:~:text=In%201901-,the%20lamp,-was%20lit"),
        ("the lamp", " ", "", "#:~:text=the%20lamp"),
        ("phare d’Orsay", "", "", "#:~:text=phare%20d%E2%80%99Orsay"),
        ("one two | nine ten", "", "", "#:~:text=one%20two,nine%20ten"),
        (
            " ".join(f"w{n}" for n in range(80)),
            "",
            "",
            "#:~:text=w0%20w1%20w2%20w3%20w4%20w5,w74%20w75%20w76%20w77%20w78%20w79",
        ),
    ],
)
def test_words_are_found_in_a_page_by_its_address(
    pieces: str, before: str, after: str, fragment: str
) -> None:
    assert text_fragment(pieces.split(" | "), before, after) == fragment
