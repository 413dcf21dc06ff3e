"""NameIndex are found as whole words, in the case they were typed."""

from __future__ import annotations

import pytest

from dossier.leaves.fold import folded_text
from dossier.leaves.names import NameIndex
from tests.corpus_builder import build_corpus

ENTITIES: list[dict[str, object]] = [
    {"id": "board", "name": "the Harbor Board", "aliases": ["HB", "the Board", "Board-Keeper’s Guild"]},
    {"id": "harbor", "name": "Harbor"},
    {"id": "lamp", "name": "“Long Lamp” plan"},
    {"id": "also-harbor", "name": "Harbor of Skerry", "aliases": ["Harbor"]},
    {"id": "us", "name": "U.S."},
    {"id": "sale", "name": "Salé", "aliases": ["C.A.S.K."]},
]
NAMES = NameIndex.of(build_corpus(entities=ENTITIES).entities.values())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It was the Board and the Harbor Board.", ["board"]),
        ("The Board met.", ["board"]),
        ("THE BOARD met, and the board, and Boards.", []),
        ("the HB", []),
        ("U.S. and USA", []),
        ("Harbor", ["harbor", "also-harbor"]),
        ("Harbors of the Seaharbor", []),
        ("the Harbor’s wall, Harbor-like", ["harbor", "also-harbor"]),
        ("the Harbor of Skerry", ["also-harbor"]),
        ("the Harbor of Skerry and the Harbor", ["also-harbor", "harbor"]),
        ("a “Long Lamp” plan, a 'Long Lamp' plan, a Long Lamp plan", ["lamp"]),
        ("the Board‐Keeper's Guild", ["board"]),
        ("Sale\u0301", ["sale"]),
        ("Sale and Salée", []),
        ("C.A.S.K. did", ["sale"]),
        ("", []),
    ],
)
def test_a_text_names(text: str, named: list[str]) -> None:
    assert list(NAMES.found_in(folded_text(text))) == named


def test_without_entities_nothing_is_named() -> None:
    assert NameIndex.of([]).found_in("the Board") == ()
