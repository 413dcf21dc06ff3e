"""Counts in hand-written words: `{{sources}}` is printed as the number of sources. Callers say what there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dossier.leaves.nearest import suggest

COUNT = re.compile(r"\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}")
_IN_TEXT = re.compile(rf"\\{{{{|{COUNT.pattern}|{{{{")


def with_counts(plain: str, counts: Mapping[str, int], report: Callable[[int, str, str], None]) -> str:
    """Plain text with its counts; `report` is called with where something is wrong, what it is, and how to fix it."""

    def printed(match: re.Match[str]) -> str:
        if match[0] == r"\{{":
            return "{{"
        if match[1] is None:
            report(match.start(), *not_closed())
        elif match[1] not in counts:
            report(match.start(1), *not_counted(match[1], counts))
        else:
            return str(counts[match[1]])
        return match[0]

    return _IN_TEXT.sub(printed, plain)


def not_counted(name: str, counts: Mapping[str, int]) -> tuple[str, str]:
    """What to say of a name that counts nothing, and the help."""
    nearest = suggest(name, counts) or f"there are {', '.join(counts)}"
    return f"`{name}` counts nothing", f"{nearest}\n{_AS_IT_IS}"


def not_closed() -> tuple[str, str]:
    """What to say of braces that are not closed, and the help."""
    return "this `{{` is not closed by `}}`", _AS_IT_IS


_AS_IT_IS = r"`\{{` is printed as `{{`"
