"""Reads the inside of citations as pandoc does: `[see @id, p. 4; -@other]`, `@id [p. 4]`, `@{odd/key}`.

Where citations are is left to `citations`, whether their ids exist to `inline`. Slips are the forms that pandoc takes
for text, or for something that hardly anyone means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.link.tokens import CitationToken, Cited, Slip
from dossier.model.links import CiteForm

KEY = re.compile(r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*|\{([^{}\s]+)\}")
"""What follows an `@`: a key of pandoc, or any in braces."""

_SEVERAL = "cite several as `[@one; @other]`"
_BREAK = re.compile(r"\s*\n[ \t]*(?:>[ \t]*)*|\s+")


def read_bracketed(markdown: str, inner: str, opened: int, signs: Sequence[int]) -> CitationToken | Slip:
    """The citation in the brackets that open at `opened`; `signs` are the offsets of each `@` directly in them.

    `inner` is what they hold, with blanks for code, escapes and what brackets within these hold.
    """
    start, closed = opened + 1, opened + 1 + len(inner)
    if inner.startswith("^"):
        return Slip(opened, "a footnote is no citation", "write `[@id]`, or `[^1]` and its text at `[^1]: …`")
    if blanks := re.match(r"\s+(?=-?@)", inner):
        fixed = _in_one_line(markdown[start + blanks.end() : closed])
        return Slip(opened, "a citation has a blank behind its bracket", f"write `[{fixed}]`")
    if markdown[closed + 1 : closed + 2] == "{":
        return Slip(closed + 1, "a citation takes no attributes", "delete what is in braces")
    items = _items(markdown, inner, start, signs)
    return items if isinstance(items, Slip) else CitationToken(opened, closed + 1, items)


def read_in_text(markdown: str, at: int, key: re.Match[str]) -> CitationToken:
    """The citation that begins with the `@` at `at` in running text."""
    start, form = _form(markdown, at, CiteForm.IN_TEXT)
    return CitationToken(start, key.end(), (Cited(key[1] or key[0], at, form),))


def read_locator(
    markdown: str, cited: CitationToken, inner: str, opened: int, signs: Sequence[int]
) -> CitationToken | Slip:
    """A citation in running text with what the brackets right behind it add: `@id [p. 4; @other]`."""
    first, mark, others = inner.partition(";")
    start = opened + 1 + len(first)
    (item,) = cited.items
    suffix = f", {_in_one_line(markdown[opened + 1 : start])}"
    more = _items(markdown, others, start + 1, signs) if mark else ()
    if isinstance(more, Slip):
        return more
    item = Cited(item.key, item.at, item.form, suffix=suffix)
    return CitationToken(cited.start, opened + len(inner) + 2, (item, *more))


def _items(markdown: str, inner: str, start: int, signs: Sequence[int]) -> tuple[Cited, ...] | Slip:
    items: list[Cited] = []
    for part in inner.split(";"):
        end = start + len(part)
        item = _item(markdown, start, end, [at for at in signs if start <= at < end])
        if isinstance(item, Slip):
            return item
        items.append(item)
        start = end + 1
    return tuple(items)


def _item(markdown: str, start: int, end: int, signs: Sequence[int]) -> Cited | Slip:
    typed = markdown[start:end]
    if not signs:
        if not typed.strip():
            return Slip(min(start, end), "nothing is cited on one side of this `;`", _SEVERAL)
        where = start + len(typed) - len(typed.lstrip())
        help_ = f"{_SEVERAL}; a `;` inside a locator is written `\\;`"
        return Slip(where, f"`{_in_one_line(typed)}` cites nothing: it has no `@`", help_)
    at = signs[0]
    if not (key := KEY.match(markdown, at + 1)):
        return Slip(at, "no id follows this `@`", "the id is written right behind it: `[@id]`")
    if len(signs) > 1:
        return Slip(signs[1], "a second citation begins here without a `;` before it", _SEVERAL)
    begin, form = _form(markdown, at, CiteForm.GROUPED)
    suffix = _in_one_line(markdown[key.end() : end])
    if suffix == ",":
        return Slip(key.end(), "nothing follows the comma of this citation", "delete it, or write a locator")
    gap = " " if markdown[key.end() : key.end() + 1].isspace() and suffix else ""
    return Cited(key[1] or key[0], at, form, _in_one_line(markdown[start:begin]), gap + suffix)


def _form(markdown: str, at: int, usual: CiteForm) -> tuple[int, CiteForm]:
    """Where the `@` or `-@` of an item begins, and what it says of the author."""
    if markdown[at - 1 : at] == "-" and not re.search(r"[\w-]$", markdown[max(0, at - 2) : at - 1]):
        return at - 1, CiteForm.WITHOUT_AUTHOR
    return at, usual


def _in_one_line(typed: str) -> str:
    """What is typed in one line, without the marks of a quotation that it continues in."""
    return _BREAK.sub(" ", typed).strip().replace("\\;", ";")
