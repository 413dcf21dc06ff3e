"""No table forgets a member of the closed set that it is keyed by; of `match`, mypy says so (`exhaustive-match`)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTIAL = {
    ("dossier.leaves.fold", "Folding"): "two foldings are more than a table of characters",
    ("dossier.leaves.language.needs", "Code"): "a test of guards holds it to those that judge words",
    ("dossier.link.references", "RecordKind"): "no field of a record names a source or a page",
    ("dossier.read.passages", "Code"): "the problems of hints alone",
}
"""Tables that rightly hold some members only, by module and closed set."""


def tables() -> Iterator[tuple[str, int, type[StrEnum], list[str]]]:
    """Module, line, closed set and members of every table in the program that is keyed by the members of one."""
    for path in sorted((ROOT / "dossier").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for table in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(table, ast.Dict):
                continue
            keys = [
                key
                for key in table.keys
                if isinstance(key, ast.Attribute) and isinstance(key.value, ast.Name)
            ]
            for owner in sorted({key.value.id for key in keys if isinstance(key.value, ast.Name)}):
                closed = getattr(import_module(name), owner, None)
                if isinstance(closed, type) and issubclass(closed, StrEnum):
                    yield name, table.lineno, closed, [key.attr for key in keys]


def test_a_table_has_every_member_of_its_closed_set() -> None:
    lacking = {
        f"{module}, line {line}": missing
        for module, line, closed, members in tables()
        if (missing := sorted(set(closed.__members__) - set(members)))
        and (module, closed.__name__) not in PARTIAL
    }
    assert lacking == {}


def test_every_table_that_is_called_partial_is_one() -> None:
    partial = {
        (module, closed.__name__)
        for module, _, closed, members in tables()
        if set(members) != set(closed.__members__)
    }
    assert PARTIAL.keys() <= partial
