"""A value is made once for a key, and let go when a build does not ask for it."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dossier.leaves.kept import Kept
from dossier.leaves.kept_values import KeptValues


def asked(folder: Path, **values: object) -> dict[str, Any]:
    """What a build gets that asks for some values by their keys; values of another build come as they were there."""
    kept = KeptValues(Kept(folder), "words.json")
    found = {key: kept.of(key, partial(dict.get, values, key)) for key, value in values.items()}
    kept.save()
    return found


def test_a_value_is_that_of_the_build_before(tmp_path: Path) -> None:
    assert asked(tmp_path, boat=[1, 0.1, {"a": None}]) == {"boat": [1, 0.1, {"a": None}]}
    assert asked(tmp_path, boat="another", lamp="new") == {"boat": [1, 0.1, {"a": None}], "lamp": "new"}


def test_few_new_values_are_written_alone(tmp_path: Path) -> None:
    many = {f"boat {number}": number for number in range(9)}
    asked(tmp_path, **many)
    first = (tmp_path / "words.json").read_bytes()
    for lamp in range(2):
        assert asked(tmp_path, **many, **{f"lamp {lamp}": lamp})[f"lamp {lamp}"] == lamp
    assert (tmp_path / "words.json").read_bytes() == first
    assert asked(tmp_path, **dict.fromkeys(many), **{"lamp 1": None}) == many | {"lamp 1": 1}


def test_what_is_not_asked_for_is_let_go_when_much_is_new(tmp_path: Path) -> None:
    asked(tmp_path, boat=1, lamp=2)
    asked(tmp_path, boat=3, rope=4)
    assert asked(tmp_path, boat=5, lamp=6) == {"boat": 1, "lamp": 6}


def test_values_of_other_programs_or_of_another_name_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(tmp_path, boat=1)
    (tmp_path / "words.json").rename(tmp_path / "places.json")
    assert KeptValues(Kept(tmp_path), "places.json").of("boat", lambda: 2) == 2
    (tmp_path / "places.json").rename(tmp_path / "words.json")
    monkeypatch.setattr("dossier.leaves.kept_values.programs_at_work", lambda: "others")
    assert asked(tmp_path, boat=3) == {"boat": 3}


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert asked(tmp_path / "file", boat=1) == {"boat": 1}
