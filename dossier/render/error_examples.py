"""An example of each problem, as `check` prints it for the first case of its code in `tests/cases/`.

A test compares `error_examples.txt` with the cases, and writes it with `--update-golden`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FIX = "\nhelp: "


@dataclass(frozen=True, slots=True)
class ErrorExample:
    """A problem as `check` prints it (`shown`, some lines), and the help it gives, without its indent (`fix`)."""

    shown: str
    fix: str


@cache
def error_examples() -> Mapping[str, ErrorExample]:
    """The example of each code; the first line of what is shown ends with the code in brackets."""
    text = files("dossier.render").joinpath("error_examples.txt").read_text(encoding="utf-8")
    return dict(map(_example, text.strip().split("\n\n")))


def _example(printed: str) -> tuple[str, ErrorExample]:
    shown, _, help_ = printed.partition(_FIX)
    code = shown.split("\n")[0].rpartition("[")[2].rstrip("]")
    return code, ErrorExample(shown, "\n".join(line.strip() for line in help_.split("\n")))
