"""NameIndex are found as whole words, in the case they were typed."""

from __future__ import annotations

import pytest

from dossier.leaves.fold import folded_text
from dossier.leaves.names import NameIndex, are_one_name
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


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("office of lights", "office of the lights of skerry", True),  # two of two
        ("office of lights and boats", "lights office of skerry", True),  # two of three
        ("office of lights", "office of boats", False),  # one of two
        ("harbor lights board", "board of keepers and pilots", False),  # one of three
        ("Harbor Lights Board", "HLB", True),
        ("Sal\u00e9", "sale", True),
        ("skerry", "skerry sound", True),
        ("of the", "and the", False),
    ],
)
def test_names_are_one_when_they_share_more_than_half_of_their_longer_words(
    name: str, other: str, one: bool
) -> None:
    assert (are_one_name(name, other), are_one_name(other, name)) == (one, one)
