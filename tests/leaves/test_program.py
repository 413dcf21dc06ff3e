"""Messages name the program as it was called."""

import sys

import pytest

from dossier.leaves.program import command


@pytest.mark.parametrize(
    ("called", "typed"),
    [
        ("build_site.py", "python build_site.py pin KEY"),
        ("../notes/build_site.py", "python build_site.py pin KEY"),
        ("/home/ada/.venv/bin/dossier", "dossier pin KEY"),
        ("dossier", "dossier pin KEY"),
        ("", "dossier pin KEY"),
    ],
)
def test_a_command_is_named_as_whoever_ran_the_program_types_it(
    monkeypatch: pytest.MonkeyPatch, called: str, typed: str
) -> None:
    monkeypatch.setattr(sys, "argv", [called])
    assert command("pin KEY") == typed
