"""Parsed LaTeX to plain text, by pylatexenc, but that nothing is dropped: arguments of unknown macros, `&`, scripts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    SpecialsTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexNode,
    LatexToken,
    LatexWalker,
)
from pylatexenc.latexwalker import get_default_latex_context_db as get_default_parsing_db
from pylatexenc.macrospec import LatexContextDb, std_macro

from dossier.load.bibtex.latex_macros import DOCUMENT, SILENT, SYMBOLS, WITH_ARGUMENTS
from dossier.load.bibtex.scripts import script, scripts
from dossier.load.bibtex.web_addresses import clean_address

LITERAL = str.maketrans("{}\\$~", "\ue000\ue001\ue002\ue003\ue004")
"""Braces and the like that readers shall see, where they still mean something: a tilde would be a blank."""
_AS_SEEN = str.maketrans("\ue000\ue001\ue002\ue003\ue004", "{}\\$~", "{}")
_PER_CENT = re.compile(r"(?<!\\)%")
_MOST_TOKENS = 5
"""How often a character may be read: once or twice in what people mean."""
_SHORT = 200
_VERBATIM = frozenset({"nolinkurl", "path", "url"})


class UnreadableLatexError(ValueError):
    """LaTeX that no text can be made of; the message is the end of a sentence for authors."""


def seen(grouped: str) -> str:
    """What readers see of text whose groups were kept."""
    return grouped.translate(_AS_SEEN)


@lru_cache(maxsize=10_000)
def parse_latex(text: str) -> tuple[str, tuple[str, ...]]:
    """Text whose groups are kept, with stand-ins (`LITERAL`), and the macros in it that are not known.

    Whatever the library raises on what people type, here it is an `UnreadableLatexError`.
    """
    decoder = _Decoder(_printing())
    walker = _Walker(_PER_CENT.sub(r"\\%", text), latex_context=_parsing())
    try:
        read = decoder.nodelist_to_text(walker.get_latex_nodes()[0])
    except UnreadableLatexError:
        raise
    except RecursionError:
        raise UnreadableLatexError("its braces are nested too deeply") from None
    except Exception as error:
        raise UnreadableLatexError("a macro or an environment is incomplete") from error
    return str(read), tuple(decoder.unknown)


@cache
def printed_symbols() -> dict[str, str]:
    """What macros without arguments print."""
    printed = {
        str(spec.macroname): str(spec.simplify_repl)
        for spec in _printing().iter_macro_specs()
        if isinstance(spec.simplify_repl, str) and "%" not in spec.simplify_repl
    }
    return {name: text for name, text in printed.items() if not _arguments(name)} | SYMBOLS


class _Walker(LatexWalker):  # type: ignore[misc] # it has no types
    """The parser, which reads what follows an open bracket once more for each bracket, but only so many times."""

    _tokens = 0

    def get_token(self, *where: object, **how: object) -> LatexToken:
        self._tokens += 1
        if self._tokens > _MOST_TOKENS * (len(self.s) + _SHORT):
            raise UnreadableLatexError("too many of its braces and brackets are not closed")
        return super().get_token(*where, **how)


class _Decoder(LatexNodes2Text):  # type: ignore[misc] # it has no types
    def __init__(self, printing: LatexContextDb) -> None:
        super().__init__(printing, math_mode="text")
        self.unknown: list[str] = []
        self._keeps_groups = True

    def nodelist_to_text(self, nodes: Sequence[LatexNode]) -> str:
        parts, sign = [], ""
        for node in nodes:
            text = self.node_to_text(node)
            if sign:
                text, sign = script(sign, seen(text)).translate(LITERAL), ""
            if node.parsing_state.in_math_mode and isinstance(node, LatexCharsNode):
                text, sign = scripts(text)
            elif node.parsing_state.in_math_mode and isinstance(node, LatexMacroNode):
                text += node.macro_post_space  # TeX has rules of its own for space in formulas
            parts.append(text)
        return "".join(parts) + sign

    def chars_node_to_text(self, node: LatexCharsNode, textcol: int = 0) -> str:  # noqa: ARG002 - the library's call
        return str(node.chars).translate(LITERAL)

    def group_node_to_text(self, node: LatexGroupNode) -> str:
        inner = self.nodelist_to_text(node.nodelist)
        if node.delimiters != ("{", "}"):
            return f"{node.delimiters[0]}{inner}{node.delimiters[1]}"
        letter = node.nodelist and isinstance(node.nodelist[0], LatexMacroNode) and len(inner) <= len("Ch")
        return f"{{{inner}}}" if self._keeps_groups and not letter else inner

    def math_node_to_text(self, node: LatexMathNode) -> str:
        return self.nodelist_to_text(node.nodelist).strip()

    def macro_node_to_text(self, node: LatexMacroNode) -> str:
        name, arguments = str(node.macroname), _given(node)
        if name in _VERBATIM:
            return _verbatim(arguments[0])
        if name == "verb":
            return str(arguments[0].chars).translate(LITERAL)
        words = [self._inner(argument) for argument in arguments]
        if name == "href":
            address = _verbatim(arguments[0])
            return words[1] if address in {words[1], f"mailto:{words[1]}"} else f"{words[1]} ({address})"
        if name in WITH_ARGUMENTS:
            return WITH_ARGUMENTS[name](*words)
        if name not in SILENT and self.latex_context.get_macro_spec(name) is not None:
            return self._as_known(node)
        if name not in SILENT:
            self.unknown.append(name)
        return " ".join(words)

    def _as_known(self, node: LatexMacroNode) -> str:
        """What the library makes of a macro; it sets accents on each character of its argument, braces and all."""
        keeps, self._keeps_groups = self._keeps_groups, False
        try:
            return str(super().macro_node_to_text(node))
        finally:
            self._keeps_groups = keeps

    def _inner(self, node: LatexNode) -> str:
        return str(self._groupnodecontents_to_text(node))


def _given(node: LatexMacroNode) -> list[LatexNode]:
    """The arguments that a macro has."""
    name = str(node.macroname)
    if name in DOCUMENT:
        raise UnreadableLatexError(f"`\\{name}` has no place in a bibliography")
    given = [part for part in (node.nodeargd.argnlist if node.nodeargd else ()) or () if part is not None]
    if len(given) < _arguments(name).count("{"):
        raise UnreadableLatexError(f"`\\{name}` has no argument")
    return given


def _verbatim(node: LatexNode) -> str:
    typed = str(node.latex_verbatim())
    return clean_address(typed[1:-1] if isinstance(node, LatexGroupNode) else typed).translate(LITERAL)


def _arguments(name: str) -> str:
    """The arguments that a macro takes, in the library's signs: `{` one that it needs, `[` one that it may have."""
    spec = _parsing().get_macro_spec(name)
    return str(spec.args_parser.argspec or "") if spec else ""


@cache
def _parsing() -> LatexContextDb:
    """Which macros take arguments."""
    macros = get_default_parsing_db()
    taking = {
        name: 1 for name in (*WITH_ARGUMENTS, "nolinkurl", "path") if macros.get_macro_spec(name) is None
    } | {"foreignlanguage": 2, "href": 2, "textfrac": 2}
    macros.add_context_category(
        "bibliographies",
        prepend=True,
        macros=[std_macro(name, "{" * number) for name, number in taking.items()],
    )
    return macros


@cache
def _printing() -> LatexContextDb:
    """What macros print; those of documents and of single courses are left out."""
    macros = get_default_latex_context_db().filter_context(
        keep_categories=["latex-base", "latex-approximations", "nonascii-specials", "advanced-symbols"]
    )
    macros.add_context_category(
        "bibliographies",
        prepend=True,
        macros=[MacroTextSpec(name, text.translate(LITERAL)) for name, text in SYMBOLS.items()]
        + [MacroTextSpec(brace, brace.translate(LITERAL)) for brace in "{}$"],
        specials=[SpecialsTextSpec("&", "&"), SpecialsTextSpec("~", " ")],
    )
    return macros
