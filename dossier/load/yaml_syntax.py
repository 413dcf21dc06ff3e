"""What to say of text that is not YAML: the scanner's words in an author's. Where it happened is left to `nodes`."""

from __future__ import annotations

import re

from dossier.load.files import STAND_IN
from dossier.load.nodes import NotYaml

_QUOTED = "put the text into quotation marks, or below `>-` on lines of its own"
_MARGINS = "all fields of a record begin in the same column, two spaces after its `-`"

_NEVER_CLOSED = (
    "this quotation mark is never closed",
    "close it, or write the text below `>-` on lines of its own",
)
_SAYINGS = (
    # words of the scanner, whether the mistake is where it began to read, our words, the help
    (
        "mapping values are not allowed",
        False,
        "there is a colon and a space inside text, or a field in the wrong column",
        _QUOTED,
    ),
    (
        "expected ':'",
        True,
        "expected a field, but this line has no colon",
        f"write `field: value`; {_MARGINS}",
    ),
    (
        "block scalar",
        False,
        "the text after `>` or `|` must begin on the next line",
        "begin the text below `>-`, indented two spaces more than the field",
    ),
    (
        "flow",
        True,
        "this bracket is not closed, or a comma is missing in it",
        "write `[one, two]` or `{field: value}`",
    ),
    ("block", False, "this line is not in the same column as the lines above it", _MARGINS),
    ("document start", False, "there is text after the end of the records", _MARGINS),
)


def explain(broken: NotYaml, text: str) -> tuple[int, str, str]:
    """The offset to show, the message and the help; offsets count within the whole file, whose text is `text`."""
    begun = broken.at if broken.begun is None else broken.begun
    if "quoted scalar" in broken.doing:
        return _inside_quotes(broken, begun)
    if "special characters" in broken.message:
        return broken.at, _named(text[broken.at : broken.at + 1]), "delete it, or type it again"
    if match := re.search(r"found character '(.*)' that cannot start", broken.message):
        return _odd_start(broken.at, match.group(1))
    if (opened := _opened_above(text, broken.at)) is not None:
        return opened, *_NEVER_CLOSED
    for words, where_begun, message, help_ in _SAYINGS:
        if words in broken.message or words in broken.doing:
            return begun if where_begun else broken.at, message, help_
    return broken.at, f"this is not YAML: {broken.message or broken.doing}", _QUOTED


def _inside_quotes(broken: NotYaml, begun: int) -> tuple[int, str, str]:
    if "escape" in broken.message:
        return (
            broken.at,
            "YAML does not know this backslash",
            "write `\\\\` for a backslash, or use `>-` instead of quotation marks",
        )
    return begun, *_NEVER_CLOSED


def _opened_above(text: str, at: int) -> int | None:
    """Where quoted text began that ends just before `at` and not on the line where it began: a mark was forgotten."""
    if (mark := text[at - 1 : at]) not in {'"', "'"}:
        return None
    opened = text.rfind(mark, 0, at - 1)
    return opened if "\n" in text[opened + 1 : at] and opened >= 0 else None


def _odd_start(at: int, char: str) -> tuple[int, str, str]:
    if char == "\\t":
        return at, "YAML needs spaces here, not a tab", "indent with spaces"
    return at, f"text without quotation marks can't begin with `{char}`", _QUOTED


def _named(char: str) -> str:
    return f"a record may not contain this character (U+{ord(char or STAND_IN):04X})"
