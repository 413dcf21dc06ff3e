"""Writes BibTeX whose values mean their characters. Reading it back is left to `load`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "--": "-{}-",
    "``": "`{}`",
    "''": "'{}'",
} | {sign: f"\\{sign}" for sign in "{}$&#%_"}
_SIGN = re.compile(r"--(?=-)|--|``|''|[\\~{}$&#%_]")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_BRACES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """An entry with a line for each field; the values are BibTeX already."""
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{{key},\n{lines}}}\n"


def text(value: str) -> str:
    """A text of plain characters as a value, in one line."""
    return _SIGN.sub(lambda sign: _SIGNS[sign[0]], _SPACE.sub(" ", value).strip(" "))


def address(value: str) -> str:
    """An address or a DOI as a value: what LaTeX would take for its own is percent-encoded."""
    return value.strip().translate(_BRACES)


def names(people: Iterable[tuple[str, str, str]]) -> str:
    """Families, what follows them (`Jr`), and given names; who has only a family is called so as a whole."""
    return " and ".join(
        ", ".join(f"{{{text(part)}}}" for part in (family, suffix, given) if part)
        if given or suffix
        else f"{{{text(family)}}}"
        for family, suffix, given in people
    )
