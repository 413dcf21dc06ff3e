"""Finds the slip in one value of a record that is not YAML: marks and brackets that are not closed, signs that mislead.

Which lines a value is on is left to `yaml_slips`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTED = "put the text into quotation marks, or below `>-` on lines of its own"
_RESERVED = "@`%&*!|>?:,]}"
_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"(?:[ \t]+#.*|[ \t]*)$")
_FIELD_BELOW = re.compile(r"\n *(?:- +)?[a-z_]+:(?=\s)")


@dataclass(frozen=True, slots=True)
class YamlSlip:
    """Where something is wrong that is not YAML, what it is, and how to fix it."""

    at: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value `[begin, stop)` on its first line, in a record that ends at `end`; `more` of a text that began above.

    `column` is that of its field: what belongs to the value is further to the right.
    """

    text: str
    begin: int
    stop: int
    end: int
    column: int
    more: bool = False


def slip_in_value(found: TypedValue) -> YamlSlip | int:
    """The slip in a value, or where it ends: at the end of its line, or of the line where its mark is closed."""
    opening = found.text[found.begin]
    if found.more:
        return _plain(found)
    if opening in "\"'":
        return _quoted(found)
    if opening in "[{":
        return _bracketed(found)
    if opening == "#":
        return found.stop
    if opening in _RESERVED and not (
        opening == ":" and found.text[found.begin + 1 : found.begin + 2].strip()
    ):
        return _reserved(found)
    if re.match(r"[-?](?:\s|$)", found.text[found.begin : found.stop]):
        return YamlSlip(found.begin, f"text without quotation marks can't begin with `{opening} `", QUOTED)
    return _plain(found)


def begins_oddly(char: str) -> tuple[str, str]:
    """What to say of text that begins with a sign that YAML keeps for itself, and of a tab; and how to fix it."""
    if char == "\t":
        return "YAML needs spaces here, not a tab", "indent with spaces"
    return f"text without quotation marks can't begin with `{char}`", QUOTED


def _reserved(found: TypedValue) -> YamlSlip | int:
    text = found.text[found.begin : found.stop]
    if text[0] in "|>":
        message = f"the text after `{text[0]}` must begin on the next line"
        return YamlSlip(
            found.begin, message, "begin the text below `>-`, indented two spaces more than the field"
        )
    if re.fullmatch(r"[&*!][\w/:.-]+(?:[ \t].*)?", text) and not re.search(r"[ \t]\S", text.lstrip("&!")):
        return found.stop  # an anchor, an alias or a tag, which is reported as such where the rest is YAML
    return YamlSlip(found.begin, *begins_oddly(text[0]))


def _plain(found: TypedValue) -> YamlSlip | int:
    text = found.text[found.begin : found.stop]
    comment = re.search(r"[ \t]#", text)
    if match := _COLON.search(text, 0, comment.start() if comment else len(text)):
        message = "there is a colon and a space inside text, or a field in the wrong column"
        return YamlSlip(found.begin + match.start(), message, QUOTED)
    return found.stop


def _quoted(found: TypedValue) -> YamlSlip | int:
    """Text in quotation marks: not closed, closed by the mark that opens the next one, or going on behind it."""
    mark = found.text[found.begin]
    closing = _closing(found.text, found.begin, found.end)
    below = _FIELD_BELOW.search(found.text, found.begin, closing if closing >= 0 else found.end)
    if closing < 0 or below:
        return YamlSlip(
            found.begin,
            "this quotation mark is never closed",
            "close it, or write the text below `>-` on lines of its own",
        )
    end = found.text.find("\n", closing, found.end)
    end = found.end if end < 0 else end
    behind = found.text[closing + 1 : end]
    if _COMMENT.fullmatch(behind):
        return end
    if mark == "'" and behind[:1].isalpha():
        return YamlSlip(
            closing,
            "this apostrophe ends the text, which began with one",
            "write `''` for it, or use `>-` instead of quotation marks",
        )
    message = f"the text goes on behind the `{mark}` that closes it"
    return YamlSlip(
        closing, message, "put all of it below `>-`, on lines of its own, without marks around it"
    )


def _closing(text: str, begin: int, end: int) -> int:
    """Where the mark that opens at `begin` is closed, or -1."""
    pattern = r'"(?:[^"\\]|\\.)*(")' if text[begin] == '"' else r"'(?:[^']|'')*(')(?!')"
    match = re.compile(pattern, re.DOTALL).match(text, begin, end)
    return match.start(1) if match else -1


_PART = re.compile(
    r"""
      (?P<open> [\[{] )
    | (?P<close> [\]}] )
    | (?P<mark> (?<=[\[{,:\s]) ["'] )
    | (?<=\s) \# [^\n]*
    | \n (?P<below> [ ]* ) (?: -[ ]+ )? [a-z_]+ : (?=\s)
    """,
    re.VERBOSE,
)


def _bracketed(found: TypedValue) -> YamlSlip | int:
    """A list or fields on one line: not closed, or text that only begins with a bracket."""
    depth, at = 0, found.begin
    while match := _PART.search(found.text, at, found.end):
        at = match.end()
        if match["mark"]:
            closing = _closing(found.text, match.start(), found.end)
            at = closing + 1 if closing >= 0 else at
        elif match["below"] is not None and len(match["below"]) <= found.column:
            break
        depth += bool(match["open"]) - bool(match["close"])
        if depth == 0 and match["close"]:
            end = found.text.find("\n", at, found.end)
            end = found.end if end < 0 else end
            if _COMMENT.fullmatch(found.text[at:end]):
                return end
            message = f"a value that begins with `{found.text[found.begin]}` is a list or a set of fields; text can't"
            return YamlSlip(found.begin, message, QUOTED)
    return YamlSlip(found.begin, "this bracket is not closed", "write `[one, two]` or `{field: value}`")
