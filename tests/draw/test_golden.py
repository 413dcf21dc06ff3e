"""The pictures of the invented corpus, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.draw import draw
from dossier.model.picture import Pictures
from dossier.model.public import Public


def test_the_invented_corpus_becomes_the_expected_pictures(
    drawn: Pictures, root: Path, pytestconfig: pytest.Config
) -> None:
    golden = root / "tests/golden/pictures"
    found = {
        f"{page}{picture.name}.svg": picture.svg.encode() + b"\n"
        for page, pictures in drawn.items()
        for picture in pictures
    }
    if pytestconfig.getoption("--update-golden"):
        for old in sorted(golden.rglob("*.svg")):
            old.unlink()
        for path, svg in found.items():
            (golden / path).parent.mkdir(parents=True, exist_ok=True)
            (golden / path).write_bytes(svg)
    expected = {file.relative_to(golden).as_posix(): file.read_bytes() for file in golden.rglob("*.svg")}
    assert sorted(found) == sorted(expected)
    different = [path for path, svg in found.items() if svg != expected[path]]
    assert different == [], "run pytest tests/draw --update-golden, and look at the difference"


def test_the_same_dossier_gives_the_same_pictures(dossier: Public, drawn: Pictures) -> None:
    assert draw(dossier) == drawn


def test_no_two_pictures_of_a_page_have_one_name(drawn: Pictures) -> None:
    for page, pictures in drawn.items():
        names = [picture.name for picture in pictures]
        assert len(set(names)) == len(names), page


def test_every_sort_of_picture_occurs(drawn: Pictures) -> None:
    names = {(page.split("/")[0], picture.name) for page, pictures in drawn.items() for picture in pictures}
    for sort in (
        ("", "years"),
        ("timeline", "timeline"),
        ("programs", "strip"),
        ("partners", "strip"),
        ("partners", "neighbors"),
        ("questions", "overview"),
        ("questions", "scale"),
        ("figures", "scale-lights"),
        ("map", "map"),
        ("network", "network"),
        ("coverage", "topics"),
        ("coverage", "programs"),
    ):
        assert sort in names
