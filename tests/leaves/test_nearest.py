"""A suggestion names what was most likely meant, or nothing."""

import pytest

from dossier.leaves.nearest import suggest


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("statment", ["id", "statement", "quote"], "statement"),
        ("BCIJ", ["bcij", "dgst"], "bcij"),
        ("ab", ["ac", "aa"], ""),
        ("spain", ["spain-joint", "spain"], "spain"),
        ("zzz", ["id", "quote"], ""),
        ("x", [], ""),
    ],
)
def test_the_most_like_word_is_suggested_where_one_is_like_it(
    typed: str, known: list[str], meant: str
) -> None:
    assert suggest(typed, known) == (f"did you mean `{meant}`?" if meant else "")
