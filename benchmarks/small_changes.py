"""What a mutant is: one small change of a module; and which mutants are drawn.

A mutant turns one comparison round (`<` to `<=`, `==` to `!=`, `in` to `not in`), `and` into `or`, or adds 1 to a whole
number or takes 1 from it. Which ones are tried is drawn by a hash of each, so that a change elsewhere changes no lots.
What tests say of it is `mutants.py`'s.
"""

from __future__ import annotations

import ast
import hashlib
import io
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

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
    statement: range
    """The lines of the innermost statement that the change is in; of one that has a block, those before it."""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What stays when lines move."""
        return self.file, self.place, self.line, self.becomes

    def lot(self, seed: int) -> str:
        return hashlib.sha256("\n".join((str(seed), *self.key)).encode()).hexdigest()


def mutants_of(path: Path, file: str) -> Iterator[Mutant]:
    """Every mutant of a module."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines(keepends=True)
    operators = list(_operators(source))
    for place, statement, node in _nodes(ast.parse(source), "", range(0)):
        for edits in _edits(node, operators):
            changed = list(lines)
            for (row, start), (_, end), text in sorted(edits, reverse=True):
                line = changed[row - 1].encode()
                changed[row - 1] = (line[:start] + text.encode() + line[end:]).decode()
            row = min(edits)[0][0]
            yield Mutant(
                file,
                place,
                row,
                lines[row - 1].strip(),
                changed[row - 1].strip(),
                "".join(changed),
                statement,
            )


def _nodes(node: ast.AST, place: str, statement: range) -> Iterator[tuple[str, range, ast.AST]]:
    """Each node below another, with the names of the class and the function that it belongs to, and its statement."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr):  # before Python 3.12 what is in it has no place of its own
            continue
        named = isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        inside = f"{place}.{child.name}".strip(".") if named else place  # type: ignore[attr-defined]
        lines = _lines(child) or statement
        yield inside, lines, child
        yield from _nodes(child, inside, lines)


def _lines(node: ast.AST) -> range | None:
    """The lines of a statement, or of a case, from its decorators up to its block."""
    begin = node.pattern if isinstance(node, ast.match_case) else node
    if not isinstance(begin, ast.stmt | ast.pattern):
        return None
    first = min([begin.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", ()))])
    block = getattr(node, "body", None)
    last = block[0].lineno - 1 if block else begin.end_lineno or begin.lineno
    return range(first, max(begin.lineno, last) + 1)


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


def drawn(copy: Path, below: str, count: int, seed: int) -> list[Mutant]:
    """So many mutants of the modules below a folder, by lot, in the order of their places."""
    found = {
        mutant.key: mutant
        for path in sorted((copy / below).rglob("*.py"))
        for mutant in mutants_of(path, path.relative_to(copy).as_posix())
    }
    chosen = sorted(found.values(), key=lambda mutant: mutant.lot(seed))[:count]
    return sorted(chosen, key=lambda mutant: (mutant.file, mutant.number, mutant.becomes))
