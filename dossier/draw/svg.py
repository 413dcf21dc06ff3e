"""Writes an SVG from its template, and fits words into it without measuring them.

Text enters safe, as in pages. No ids, no styles, no scripts: colors and fonts are classes of `pictures.css`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dossier.leaves import address, markup
from dossier.model.picture import Picture

_CLASSES = re.compile(r" ?[a-z0-9]+(?:--?[a-z0-9]+)*(?: [a-z0-9]+(?:--?[a-z0-9]+)*)*")
"""Names of classes, which mean nothing to Markdown."""
CHARACTER = 6
"""The width that one character of a label is given, in units of the picture: small text of any sans-serif font."""


def picture(name: str, template: str, /, **values: object) -> Picture:
    """The picture `name` from a template of `templates/`; lines are joined, so that Markdown sees one raw block."""
    text = _environment().get_template(template).render(**values)
    return Picture(name, "\n".join(line for line in map(str.strip, text.split("\n")) if line))


def link(page: str, to: str) -> Markup:
    """The link from the page at one address to another, as it stands in an attribute; ids are safe by their pattern."""
    return Markup(address.relative(page, to))


def fitted(words: str, width: int) -> str:
    """`words` if they have room in `width` units, else as many of their characters as do, with a mark of omission."""
    room = width // CHARACTER
    if len(words) <= room:
        return words
    cut = words[: max(room - 1, 0)]
    whole, space, _ = cut.rpartition(" ")
    return (whole if space and len(whole) * 4 >= len(cut) * 3 else cut).rstrip(" ,;:–-(") + "…"


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `3 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@cache
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("dossier.draw"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(counted=counted)
    return env


def _finalized(value: Any) -> Any:  # noqa: ANN401 - Jinja passes whatever is printed
    if isinstance(value, Markup | StrictUndefined | int):
        return value
    words = "" if value is None else str(value)
    return Markup(words if _CLASSES.fullmatch(words) else markup.text(words))
