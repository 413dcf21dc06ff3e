"""That the golden pages, which `tests/render` compares byte for byte, have pictures of every sort."""

from __future__ import annotations

import re

import pytest

SORTS = [
    ("", "years"),
    ("timeline", "timeline"),
    ("programs", "strip"),
    ("partners", "strip"),
    ("partners", "network"),
    ("questions", "questions"),
    ("questions", "scale"),
    ("figures", "scale"),
    ("map", "map"),
    ("network", "network"),
    ("coverage", "matrix"),
]


@pytest.mark.parametrize(("section", "sort"), SORTS)
def test_every_sort_of_picture_occurs(drawn: dict[str, list[str]], section: str, sort: str) -> None:
    sorts = {
        name
        for page, pictures in drawn.items()
        for svg in pictures
        if page.split("/")[0] == section
        for name in re.findall(r"drawing--(\w+)", svg)
    }
    assert sort in sorts


def test_what_can_be_narrowed_is_drawn_twice_the_wide_one_first(drawn: dict[str, list[str]]) -> None:
    for page, pictures in drawn.items():
        screens = [name for svg in pictures for name in re.findall(r"drawing--(wide|narrow)", svg)]
        assert screens == ["wide", "narrow"] * (len(screens) // 2), page
