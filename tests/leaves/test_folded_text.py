"""The quick way to a folded text gives the same text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.leaves.fold import fold, folded_text

TRICKY = st.text(
    st.sampled_from(
        "ab '’“”-‐–—\N{SOFT HYPHEN}\N{NO-BREAK SPACE}\n\té\N{COMBINING ACUTE ACCENT}`«»″….م\u0640\u064b\u200f"
    )
)


@given(st.one_of(TRICKY, st.text()))
def test_it_is_the_folded_text(text: str) -> None:
    assert folded_text(text) == fold(text).text
