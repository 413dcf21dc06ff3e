"""What to say of text that is not YAML: the slip that was found in it, else the scanner's words in an author's."""

from __future__ import annotations

from dossier.load.files import STAND_IN
from dossier.load.nodes import TOO_DEEP, NotYaml
from dossier.load.yaml_slips import MARGINS, find_slip
from dossier.load.yaml_values import QUOTED, begins_oddly

_BACKSLASH = "write `\\\\` for a backslash, or use `>-` instead of quotation marks"
_SAYINGS = (
    # words of the scanner, whether the mistake is where it began to read, our words, the help
    (
        "mapping values are not allowed",
        False,
        "there is a colon and a space inside text, or a field in the wrong column",
        QUOTED,
    ),
    (
        "expected ':'",
        True,
        "expected a field, but this line has no colon",
        f"write `field: value`; {MARGINS}",
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
    ("block", False, "this line is not in the same column as the lines above it", MARGINS),
    ("document start", False, "there is text after the end of the records", MARGINS),
)


def explain(broken: NotYaml, text: str, start: int, end: int) -> tuple[int, str, str]:
    """The offset to show, the message and the help, for `text[start:end]`, of a file whose text is `text`."""
    begun = broken.at if broken.begun is None else broken.begun
    if broken.message == TOO_DEEP:
        return broken.at, "this is nested too deeply", "write each record with its fields one below the other"
    if "escape" in broken.message:
        return broken.at, "YAML does not know this backslash", _BACKSLASH
    if "special characters" in broken.message:
        return broken.at, _not_allowed(text[broken.at : broken.at + 1]), "delete it, or type it again"
    if slip := find_slip(text, start, end):
        return slip.at, slip.message, slip.help
    if "cannot start any token" in broken.message:
        return broken.at, *begins_oddly(text[broken.at])
    for words, where_begun, message, help_ in _SAYINGS:
        if words in broken.message or words in broken.doing:
            return begun if where_begun else broken.at, message, help_
    return broken.at, f"this is not YAML: {broken.message or broken.doing}", QUOTED


def _not_allowed(char: str) -> str:
    return f"a record may not contain this character (U+{ord(char or STAND_IN):04X})"
