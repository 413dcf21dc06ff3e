"""Comments of BibTeX files, where biblatex's program and pandoc see them: `%` outside of values, to the line's end."""

from __future__ import annotations

import re

_MARK = re.compile(r'\\.|[{}"%)]|^[ \t]*@\w+[ \t]*(?=[{(])', re.MULTILINE | re.DOTALL)


def blank_comments(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with spaces for comments, every other character in its place; where in entries a comment begins."""
    if "%" not in text:
        return text, ()
    parts: list[str] = []
    within: list[int] = []
    done = at = depth = begun = 0
    quoted = in_parentheses = False
    while mark := _MARK.search(text, at):
        sign, at = mark[0].lstrip(), mark.end()
        if sign.startswith("@"):  # a new entry, whatever the one before has left open
            begun = at + 1
            in_parentheses = text[at] == "("
            depth, quoted = int(in_parentheses), False
        elif sign == "%" and depth <= 1 and not quoted and not (depth and "," not in text[begun:at]):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            parts += [text[done : mark.start()], " " * (end - mark.start())]
            within += [mark.start()] if depth else []
            done = at = end
        elif sign == '"' and depth == 1:
            quoted = not quoted
        elif sign == ")" and in_parentheses and depth == 1 and not quoted:
            depth = 0
        elif sign in {"{", "}"}:
            depth = max(0, depth + (1 if sign == "{" else -1))
    return "".join([*parts, text[done:]]), tuple(within)
