"""What to say of text that is not YAML: the scanner's words in an author's. Where it happened is left to `nodes`."""

from __future__ import annotations

import re

from dossier.load.files import STAND_IN
from dossier.load.nodes import NotYaml

_QUOTED = "put the text into quotation marks, or below `>-` on lines of its own"
_MARGINS = "fields of one record begin in the same column, two spaces in from its `-`"

_NEVER_CLOSED = (
    "a quotation mark that is never closed",
    "close it, or write the text below `>-` on lines of its own",
)
_SAYINGS = (
    # words of the scanner, whether the mistake is where it began to read, our words, the mend
    (
        "mapping values are not allowed",
        False,
        "a colon and a space inside text, or a field in a wrong column",
        _QUOTED,
    ),
    (
        "expected ':'",
        True,
        "a line without a colon where a field should stand",
        f"write `field: value`; {_MARGINS}",
    ),
    (
        "block scalar",
        False,
        "an odd line after `>` or `|`",
        "begin the text below `>-`, two spaces further in than the field",
    ),
    (
        "flow",
        True,
        "a bracket that is not closed, or no comma in it",
        "write `[one, two]` or `{field: value}`",
    ),
    ("block", False, "a line that does not line up with those above it", _MARGINS),
    ("document start", False, "text after the end of the records", _MARGINS),
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
    for words, where_begun, message, mend in _SAYINGS:
        if words in broken.message or words in broken.doing:
            return begun if where_begun else broken.at, message, mend
    return broken.at, f"this is not YAML: {broken.message or broken.doing}", _QUOTED


def _inside_quotes(broken: NotYaml, begun: int) -> tuple[int, str, str]:
    if "escape" in broken.message:
        return (
            broken.at,
            "a backslash that YAML does not know",
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
        return at, "a tab where YAML wants spaces", "indent with spaces"
    return at, f"text can't begin with `{char}`", _QUOTED


def _named(char: str) -> str:
    return f"a character that no record may hold (U+{ord(char or STAND_IN):04X})"
