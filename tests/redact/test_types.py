"""That nothing uncut is shown is a matter of types: each `ignore` below is an error of mypy as soon as it is not needed."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_type_hints

import pytest

from dossier.export import export
from dossier.model.checked import Checked
from dossier.model.public import Public
from dossier.redact import redact
from dossier.render import render
from tests.citations import made_up


def without_the_cut(checked: Checked) -> None:
    """Never called: it is here for mypy, which `make types` runs."""
    public: Public = checked  # type: ignore[assignment]
    render(checked, made_up())  # type: ignore[arg-type]
    export(checked, made_up())  # type: ignore[arg-type]
    redact(public)  # type: ignore[arg-type]


@pytest.mark.parametrize("stage", [render, export])
def test_what_shows_takes_only_what_was_cut(stage: object) -> None:
    assert next(iter(get_type_hints(stage).values())) is Public


def test_redact_alone_makes_what_may_be_shown(root: Path) -> None:
    makers = {
        str(path.relative_to(root))
        for folder in ("dossier", "tests", "benchmarks")
        for path in sorted((root / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Public"
    }
    assert makers == {"dossier/redact/__init__.py"}
