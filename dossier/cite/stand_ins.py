"""Stand-ins for characters that mean something to pandoc's readers, so that text passes through it unchanged."""

from __future__ import annotations

import re

_PRIVATE = 0xF0000  # a plane of Unicode that no text uses
_LATEX_AND_HTML = "\\{}$&#_^~%`'\"<>"
_QUOTES = "“”‘’"

_COVER = {ord(char): _PRIVATE + ord(char) for char in _LATEX_AND_HTML + _QUOTES}
_UNCOVER = {_PRIVATE + ord(char): char for char in _LATEX_AND_HTML + _QUOTES + "-"}
_DASHES = re.compile("--+")  # LaTeX makes one dash of them; a single hyphen is left to its names and ranges
_UNCOVER_QUOTES = {_PRIVATE + ord(char): ord(char) for char in _QUOTES}

TITLE_BEGINS, TITLE_ENDS = "\U000fff01", "\U000fff02"
"""They are put around a title in another language, to be found again in the printed entry."""

PAGE_TITLE, PAGE_ADDRESS = "\U000fff03", "\U000fff04"
"""They stand for the title and the address of a page of the site: pages that differ in them alone are printed once."""


def cover(text: str) -> str:
    """`text` with stand-ins for all that LaTeX, HTML or typography would take for their own."""
    return _DASHES.sub(lambda dashes: chr(_PRIVATE + ord("-")) * len(dashes[0]), text.translate(_COVER))


def uncover(text: str) -> str:
    """The text that was covered."""
    return text.translate(_UNCOVER)


def uncover_quotes(text: str) -> str:
    """Only the quotation marks uncovered, so that those within a title take turns with those around it."""
    return text.translate(_UNCOVER_QUOTES)
