"""How much the tests notice: small changes made to the program one by one, each of which a test should fail for.

A mutant turns one comparison round (`<` to `<=`, `==` to `!=`, `in` to `not in`), `and` into `or`, or adds 1 to a whole
number or takes 1 from it. Which ones are tried is drawn by a hash of each, so that a change elsewhere changes no lots.
Each runs against the folder of tests that mirrors its module, and against all fast tests where it survives there.
It works on a copy of what is committed. `equivalent_mutants.toml` names survivors that change no behavior.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import tokenize
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
SEED, COUNT = 20261125, 80
PATIENCE = 1200  # seconds: a mutant that never ends is noticed, too

TURNED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
    "in": "not in", "not in": "in", "is": "is not", "is not": "is",
    "and": "or", "or": "and",
}  # fmt: skip

Position = tuple[int, int]
Edit = tuple[Position, Position, str]
"""From where to where (lines from 1, columns of bytes from 0) the source reads differently, and how."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of `file`, in the class and function `place`: its first line `number`, `line`, becomes another."""

    file: str
    place: str
    number: int
    line: str
    becomes: str
    source: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What stays when lines move."""
        return self.file, self.place, self.line, self.becomes

    @property
    def lot(self) -> str:
        return hashlib.sha256("\n".join((str(SEED), *self.key)).encode()).hexdigest()


def mutants_of(path: Path, file: str) -> Iterator[Mutant]:
    """Every mutant of a module."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines(keepends=True)
    operators = list(_operators(source))
    for place, node in _nodes(ast.parse(source), ""):
        for edits in _edits(node, operators):
            changed = list(lines)
            for (row, start), (_, end), text in sorted(edits, reverse=True):
                line = changed[row - 1].encode()
                changed[row - 1] = (line[:start] + text.encode() + line[end:]).decode()
            row = min(edits)[0][0]
            yield Mutant(file, place, row, lines[row - 1].strip(), changed[row - 1].strip(), "".join(changed))


def _nodes(node: ast.AST, place: str) -> Iterator[tuple[str, ast.AST]]:
    """Each node below another, with the names of the class and the function that it belongs to."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr):  # before Python 3.12 what is in it has no place of its own
            continue
        named = isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        inside = f"{place}.{child.name}".strip(".") if named else place  # type: ignore[attr-defined]
        yield inside, child
        yield from _nodes(child, inside)


def _operators(source: str) -> Iterator[tuple[Position, Position, str]]:
    """The words and signs of operators, in order; `not in` and `is not` are two tokens."""
    lines = source.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in {tokenize.NAME, tokenize.OP} and token.string in {*TURNED, "not"}:
            yield _in_bytes(lines, token.start), _in_bytes(lines, token.end), token.string


def _in_bytes(lines: Sequence[str], position: Position) -> Position:
    """The syntax tree counts bytes, the tokenizer characters."""
    row, column = position
    return row, len(lines[row - 1][:column].encode())


def _edits(node: ast.AST, operators: Sequence[tuple[Position, Position, str]]) -> Iterator[list[Edit]]:
    """The mutants of one node, each as what it changes in the source."""
    match node:
        case ast.Compare(left=left, comparators=comparators):
            for before, after in pairwise([left, *comparators]):
                tokens = _between(before, after, operators)
                operator = " ".join(text for _, _, text in tokens)
                yield [(tokens[0][0], tokens[-1][1], TURNED[operator])]
        case ast.BoolOp(values=values):
            gaps = [_between(before, after, operators)[0] for before, after in pairwise(values)]
            yield [(start, end, TURNED[text]) for start, end, text in gaps]
        case ast.Constant(value=int(value), end_col_offset=int(end)) if not isinstance(value, bool):
            start = (node.lineno, node.col_offset)
            for changed in (value + 1, value - 1):
                yield [(start, (node.lineno, end), str(changed))]


def _between(
    before: ast.expr, after: ast.expr, operators: Sequence[tuple[Position, Position, str]]
) -> list[tuple[Position, Position, str]]:
    start = (before.end_lineno or 0, before.end_col_offset or 0)
    end = (after.lineno, after.col_offset)
    return [operator for operator in operators if start <= operator[0] and operator[1] <= end]


def drawn(copy: Path, below: str, count: int) -> list[Mutant]:
    """So many mutants of the modules below a folder, by lot, in the order of their places."""
    found = {
        mutant.key: mutant
        for path in sorted((copy / below).rglob("*.py"))
        for mutant in mutants_of(path, path.relative_to(copy).as_posix())
    }
    chosen = sorted(found.values(), key=lambda mutant: mutant.lot)[:count]
    return sorted(chosen, key=lambda mutant: (mutant.file, mutant.number, mutant.becomes))


def mirrored(copy: Path, file: str) -> list[str]:
    """The folder of tests that mirrors a module's, if there is one."""
    for folder in Path(file).relative_to("dossier").parents:
        if folder != Path() and (copy / "tests" / folder).is_dir():
            return [f"tests/{folder.as_posix()}"]
    return []


def is_noticed(copy: Path, tests: Sequence[str]) -> bool:
    """Whether a fast test fails, or never ends."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # two mutants may be alike in size and second
    try:
        ran = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return True
    return ran.returncode != 0


def outcome(copy: Path, mutant: Mutant) -> str:
    """By which tests a mutant was killed, or that it survived."""
    path = copy / mutant.file
    original = path.read_bytes()
    path.write_text(mutant.source, encoding="utf-8")
    try:
        near = mirrored(copy, mutant.file)
        if near and is_noticed(copy, near):
            return "killed by its own tests"
        return "killed by others" if is_noticed(copy, []) else "survived"
    finally:
        path.write_bytes(original)


def main() -> int:
    """Print each survivor, and how many of those that change behavior were killed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("below", nargs="?", default="dossier", help="the modules to change: dossier/draw")
    parser.add_argument("--count", type=int, default=COUNT, help=f"how many mutants; {COUNT} unless given")
    arguments = parser.parse_args()
    known = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")).get("mutant", [])
    equivalent = {(one["file"], one["place"], one["line"], one["becomes"]): one["why"] for one in known}
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(folder) / "copy"
        subprocess.run(["git", "clone", "--quiet", ROOT, copy], check=True)
        if is_noticed(copy, []):
            print("The fast tests fail before anything is changed.")
            return 2
        counts: Counter[str] = Counter()
        for mutant in drawn(copy, arguments.below, arguments.count):
            if (why := equivalent.get(mutant.key)) is not None:
                counts["equivalent"] += 1
                print(
                    f"equivalent  {mutant.file}:{mutant.number} {mutant.becomes}\n            {why}",
                    flush=True,
                )
                continue
            counts[end := outcome(copy, mutant)] += 1
            if end == "survived":
                print(f"survived    {mutant.file}:{mutant.number} {mutant.place}", flush=True)
                print(f"          - {mutant.line}\n          + {mutant.becomes}", flush=True)
    changing = counts.total() - counts["equivalent"]
    killed = changing - counts["survived"]
    print(", ".join(f"{number} {end}" for end, number in sorted(counts.items())))
    print(f"{killed} of the {changing} that change behavior were killed: {100 * killed / changing:.0f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
