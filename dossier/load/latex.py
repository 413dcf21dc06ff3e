"""LaTeX inside BibTeX values: text and names decoded. Which values are text is left to `bib_entry`."""

from __future__ import annotations

import re
from functools import cache

from bibtexparser.middlewares.latex_encoding import LatexDecodingMiddleware
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexMacroNode

from dossier.model.work import Name

_LATEX = re.compile(r"[\\{}~]|\$.*\$|--|``|''")
_COMMENT = re.compile(r"(?<!\\)%")
_SPACE = re.compile(r"\s+")
_CLOCK = frozenset({"maketitle", "today"})


class UnreadableLatexError(ValueError):
    """LaTeX that no text can be made of; the message is a sentence for authors."""


def decode(typed: str) -> str:
    """A value as readers see it, in one line.

    A bare per cent sign is meant as one: LaTeX would drop all that follows it. Whatever the library raises on what
    people type, here it is an `UnreadableLatexError`.
    """
    text = _SPACE.sub(" ", typed).strip()
    if not _LATEX.search(text):
        return text
    try:
        return _SPACE.sub(" ", str(_decoder().latex_to_text(_COMMENT.sub(r"\\%", text)))).strip()
    except UnreadableLatexError:
        raise
    except RecursionError:
        raise UnreadableLatexError("its braces are nested too deeply") from None
    except Exception as error:
        raise UnreadableLatexError("a macro or an environment is incomplete") from error


class _Decoder(LatexNodes2Text):  # type: ignore[misc] # it has no types
    def macro_node_to_text(self, node: LatexMacroNode) -> str:
        if node.macroname in _CLOCK:
            raise UnreadableLatexError(f"`\\{node.macroname}` would print the day of the build")
        if node.nodeargd is None:
            raise UnreadableLatexError(f"`\\{node.macroname}` has no argument")
        return str(super().macro_node_to_text(node))


@cache
def _decoder() -> LatexNodes2Text:
    macros = LatexDecodingMiddleware()._decoder.latex_context  # noqa: SLF001 - not reachable otherwise
    return _Decoder(macros, math_mode="verbatim")


def parse_names(typed: str) -> tuple[Name, ...]:
    """The names of a field, split while still in LaTeX, then decoded; raises `ValueError` where they can't be split.

    A name wholly in braces is a corporate one and is kept whole. A particle (`van`) belongs to the family name.
    """
    return tuple(_parse_name(name) for name in split_multiple_persons_names(_SPACE.sub(" ", typed)))


def _parse_name(typed: str) -> Name:
    if is_group(typed) or typed == "others":
        return Name(decode(typed), corporate=True)
    parts = parse_single_name_into_parts(typed)
    family = decode(" ".join([*parts.von, *parts.last]))
    given = decode(" ".join(parts.first))
    generation = decode(" ".join(parts.jr))
    return Name(family, f"{given}, {generation}" if generation else given)


def is_group(typed: str) -> bool:
    """Whether one pair of braces holds everything: `{A and B}`, but not `{A} and {B}`."""
    if not (typed.startswith("{") and typed.endswith("}")):
        return False
    depth = 0
    for at, char in enumerate(typed):
        if char in "{}" and (at == 0 or typed[at - 1] != "\\"):
            depth += 1 if char == "{" else -1
            if depth == 0:
                return at == len(typed) - 1
    return False
