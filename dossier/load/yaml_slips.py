"""Finds the slip in text that is not YAML, line by line, as people make them: a lost colon, dash, blank or mark.

YAML's own scanner names the place where it gave up, which is often a line or a record too late. What it says is used
where nothing is found here (`yaml_syntax`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dossier.leaves.characters import INVISIBLE, named
from dossier.load.yaml_values import TypedValue, YamlSlip, begins_oddly, slip_in_value

_FIELD = re.compile(r"""(?:[A-Za-z_][\w-]*|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=[ \t\n]|$)""")
_NO_BLANK = re.compile(r"[a-z_]+:(?=[^ \t\n])")
_NO_COLON = re.compile(r"([a-z_]+)[ \t]+\S")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_DASH_LIKE = re.compile(r"[\u2010-\u2015\u2022\u2212*+](?=\s*[a-z_]+:(?:\s|$))")
_DASH_GLUED = re.compile(r"-(?=[a-z_]+:(?:\s|$))")

MARGINS = "all fields of a record begin in the same column, two spaces after its `-`"
_LOST_DASH = "put `- ` before it: each record begins with one"


def find_slip(text: str, start: int, end: int) -> YamlSlip | None:
    """The first slip in `text[start:end]`, one record or one file; none where every line looks right by itself."""
    walk = _LineWalk(text, end)
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        found = walk.line(at, stop)
        if isinstance(found, YamlSlip):
            return found
        at = max(stop + 1, found)
    return None


@dataclass(slots=True)
class _LineWalk:
    """Where the mappings that are open begin, and what the line before left open."""

    text: str
    end: int
    columns: list[int] = field(default_factory=list)
    opening: bool = True
    """Whether the last field has no value yet, so that a mapping or a text may begin below it."""
    block: int = -1
    """The column of the field whose block of text goes on, or -1."""
    margin: int = -1
    """The column of that block's text."""
    first: str = ""
    """The name of the first field of the first record."""

    def line(self, at: int, stop: int) -> YamlSlip | int:
        """Read one line; the slip in it, or where what it began ends."""
        begin = at + len(self.text[at:stop]) - len(self.text[at:stop].lstrip(_BLANKS))
        column = begin - at
        if begin == stop or (self.text[begin] == "#" and self.block < 0):
            return stop
        if self.block >= 0 and column > self.block:
            if self.margin < 0:
                self.margin = column
            if column >= self.margin:
                return stop
            return YamlSlip(begin, "this line is not in the same column as the text above it", MARGINS)
        self.block = self.margin = -1
        for offset in range(at, begin):
            if self.text[offset] != " ":
                return _odd_blank(offset, self.text[offset])
        return self._content(at, begin, stop)

    def _content(self, at: int, begin: int, stop: int) -> YamlSlip | int:
        dash = -1
        while match := _DASH.match(self.text, begin, stop):
            while self.columns and self.columns[-1] > begin - at:
                self.columns.pop()
            dash, begin, self.opening = begin - at, match.end(), True
        if begin == stop:
            return stop
        if match := _DASH_LIKE.match(self.text, begin, stop):
            return YamlSlip(begin, f"a record begins with `- `, not with a {named(match[0])}", "write `- `")
        if self.text[begin] == "-" and self.text[begin + 1 : begin + 2] in _NO_BLANKS:
            return _odd_blank(begin + 1, self.text[begin + 1])
        if _DASH_GLUED.match(self.text, begin, stop):
            return YamlSlip(begin, "a blank is missing behind this dash", "write `- ` with a blank")
        column = begin - at
        if match := _FIELD.match(self.text, begin, stop):
            if slip := self._open(begin, column, match[0].rstrip(": \t"), dashed=dash >= 0):
                return slip
            return self._value(match.end(), stop, column)
        if dash >= 0 and not _NO_BLANK.match(self.text, begin, stop):
            return self._value(begin, stop, dash)
        return self._no_field(begin, stop, column)

    def _open(self, begin: int, column: int, name: str, *, dashed: bool) -> YamlSlip | None:
        """Enter the mapping that a field belongs to; a slip where there is none in its column."""
        self.first = self.first or name
        top = self.columns[-1] if self.columns else -1
        if column == top and not (dashed and not self.opening):
            return None
        if column > top and self.opening:
            self.columns.append(column)
            return None
        if column in self.columns:
            while self.columns[-1] > column:
                self.columns.pop()
            return None
        if name == self.first:
            return YamlSlip(begin, f"a record begins here without its `- ` (`{name}`)", _LOST_DASH)
        return YamlSlip(begin, f"`{name}` is not in the same column as the fields above it", MARGINS)

    def _value(self, begin: int, stop: int, column: int) -> YamlSlip | int:
        value = begin + len(self.text[begin:stop]) - len(self.text[begin:stop].lstrip(" \t"))
        self.opening = value == stop or self.text[value] == "#"
        if self.opening:
            return stop
        if _BLOCK.match(self.text[value:stop]):
            self.block = column
            return stop
        return self._read(TypedValue(self.text, value, stop, self.end, column))

    def _no_field(self, begin: int, stop: int, column: int) -> YamlSlip | int:
        top = self.columns[-1] if self.columns else -1
        if column <= top or (self.opening and column > top and self._next_is_field(stop, column)):
            if match := _NO_BLANK.match(self.text, begin, stop):
                char = self.text[match.end()]
                if char in _NO_BLANKS:
                    return _odd_blank(match.end(), char)
                name = match[0].rstrip(":")
                return YamlSlip(
                    match.end(), f"a blank is missing behind the colon of `{name}`", f"write `{name}: …`"
                )
            match = _NO_COLON.match(self.text, begin, stop)
            name = f"{match[1]}: …" if match else "field: value"
            message = "expected a field, but this line has no colon"
            return YamlSlip(begin, message, f"write `{name}`; {MARGINS}")
        return self._read(TypedValue(self.text, begin, stop, self.end, top, more=not self.opening))

    def _next_is_field(self, stop: int, column: int) -> bool:
        """Whether the next line is a field in the same column, so that this one should have been one."""
        line = self.text[stop + 1 : self.text.find("\n", stop + 1) % (self.end + 1)]
        return len(line) - len(line.lstrip(" ")) == column and bool(_FIELD.match(line.lstrip(" ")))

    def _read(self, found: TypedValue) -> YamlSlip | int:
        self.opening = False
        return slip_in_value(found)


_NO_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))) + INVISIBLE
_BLANKS = " \t" + _NO_BLANKS


def _odd_blank(at: int, char: str) -> YamlSlip:
    if char == "\t":
        return YamlSlip(at, *begins_oddly(char))
    return YamlSlip(at, f"YAML needs a space here, not a {named(char)}", "type the space again")
