"""Which characters of a text in YAML are not what they seem: invisible ones, escapes, a `#` that begins a comment."""

from __future__ import annotations

import re

from dossier.leaves.characters import INVISIBLE, named
from dossier.load.files import File
from dossier.load.nodes import Scalar
from dossier.model.codes import Code
from dossier.model.place import Place

Flawed = tuple[Place, Code, str, str]
"""A place with what is wrong there and how to fix it."""

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"  # and halves of pairs
_ODD = re.compile(f"[{_CONTROLS}{INVISIBLE}]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_AS_TYPED = 'xuU"\\/\n'
"""What may follow a backslash in double marks: it says itself which character is meant."""
_ODD_BLANK = re.compile(r"[^\S \n]")
_COMMENT = re.compile(r"[^\S\n]+(?=#)")
_BELOW = "write the text below `>-` on a line of its own, or put it into quotation marks"


def odd_character(file: File, node: Scalar, what: str) -> Flawed | None:
    """A character that no text may hold, at its place or at that of the text that escapes it."""
    odd = _ODD.search(node.text)
    if odd is None:
        return None
    at = file.text.find(odd[0], node.start, node.end)
    place, help_ = (
        (file.place(at), "delete it") if at >= 0 else (file.place(node.start), "delete the escape sequence")
    )
    return place, Code.ODD_CHARACTER, f"{what} contains a {named(odd[0])}", help_


def odd_blank(file: File, node: Scalar, what: str) -> Flawed | None:
    """A blank that is no space, where only spaces can be."""
    odd = _ODD_BLANK.search(node.text)
    if odd is None:
        return None
    place = file.place(max(file.text.find(odd[0], node.start, node.end), node.start))
    return place, Code.ODD_CHARACTER, f"{what} contains a {named(odd[0])}", "delete it, or type a space"


def hidden_escape(file: File, node: Scalar) -> Flawed | None:
    """The first backslash in double marks that stands for something else than it seems to."""
    if node.style != '"':
        return None
    escapes = _ESCAPE.finditer(file.text, node.start, node.end)
    match = next((match for match in escapes if match[1] not in _AS_TYPED), None)
    if match is None:
        return None
    message = f"to YAML `{match[0]}` is no backslash here: between double marks it stands for something else"
    help_ = "write `\\\\` for a backslash, or use `>-` instead of quotation marks; lines break below `|`"
    return file.place(match.start()), Code.YAML_SYNTAX, message, help_


def comment_for_text(file: File, node: Scalar, what: str) -> Flawed | None:
    """A `#` right behind a field without a value."""
    if not (match := _COMMENT.match(file.text, node.end)):
        return None
    message = f"{what} has no value: to YAML a `#` begins a comment"
    return file.place(match.end()), Code.EMPTY_VALUE, message, _BELOW


def cut_by_comment(file: File, node: Scalar, what: str) -> Flawed | None:
    """A comment right behind a text without quotation marks."""
    if node.style or not (match := _COMMENT.match(file.text, node.end)):
        return None
    message = f"{what} is cut by a comment: YAML drops everything from `#` on"
    return file.place(match.end()), Code.CUT_BY_COMMENT, message, _BELOW
