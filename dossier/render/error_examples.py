"""An example of each problem, as `check` prints it for the first case of its code in `tests/cases/`.

A test compares `error_examples.txt` with the cases, and writes it with `--update-golden`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def error_examples() -> Mapping[str, str]:
    """Some lines of text by code; the first ends with the code in brackets."""
    text = files("dossier.render").joinpath("error_examples.txt").read_text(encoding="utf-8")
    examples = text.strip().split("\n\n")
    return {example.split("\n")[0].rpartition("[")[2].rstrip("]"): example for example in examples}
