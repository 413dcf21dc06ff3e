"""Each promise of SECURITY.md has tests that are there, and a fault that fits the program as it is."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.prove import faults


def promises(root: Path) -> dict[int, str]:
    text = (root / "SECURITY.md").read_text("utf-8")
    return {int(number): rest for number, rest in re.findall(r"(?m)^(\d+)\. (.+)$", text)}


def test_there_are_at_most_25_and_each_names_tests_that_are_there(root: Path) -> None:
    found = promises(root)
    assert list(found) == list(range(1, len(found) + 1))
    assert len(found) <= 25
    for number, promise in found.items():
        tests = re.findall(r"`(tests/[\w/]+\.py)`", promise.partition("*Tested:*")[2])
        assert tests, number
        assert [test for test in tests if not (root / test).is_file()] == [], number


def test_each_has_a_fault_that_one_of_its_tests_has_to_notice(root: Path) -> None:
    found = promises(root)
    assert {fault.promise for fault in faults()} == set(found)
    for fault in faults():
        file, _, name = fault.test.partition("::")
        assert f"`{file}`" in found[fault.promise], fault.says
        assert f"def {name.partition('[')[0]}" in (root / file).read_text("utf-8"), fault.says


def test_each_fault_fits_the_program_as_it_is(root: Path) -> None:
    for fault in faults():
        assert (root / fault.file).read_text("utf-8").count(fault.typed) == 1, fault.says
