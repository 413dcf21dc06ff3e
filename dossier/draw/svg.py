"""Writes a picture from its template, and fits words into it without measuring them.

No ids, no styles, no scripts: colors and fonts are classes of `pictures.css`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from dossier.leaves.arabic import plain
from dossier.leaves.templates import environment, finalized

CHARACTER = 6
"""The width that one character of a label is given, in units of the picture: small text of any sans-serif font."""
_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" class="drawing drawing--{}" viewBox="0 0 {} {}" '
    'width="{}" height="{}" role="group" aria-label="{}">\n{}\n</svg>'
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """One layout of a picture: its size in units, the values of its template, and what is to know of it alone."""

    width: int
    height: int
    values: Mapping[str, object]
    note: str = ""


def picture(sort: str, template: str, name: str, *drawings: Drawing) -> Markup:
    """The picture with the accessible name `name`; of two drawings the first is for wide screens, the other for narrow.

    `sort` is its class.
    """
    screens = (" drawing--wide", " drawing--narrow") if len(drawings) > 1 else ("",)
    return Markup("").join(
        _drawn(sort + screen, template, name, drawing)
        for screen, drawing in zip(screens, drawings, strict=True)
    )


def _drawn(classes: str, template: str, name: str, drawing: Drawing) -> Markup:
    """An `<svg>` without empty lines, so that Markdown sees one raw block."""
    size = (drawing.width, drawing.height)
    name = f"{name}. {drawing.note}" if drawing.note else name
    text = (
        _environment()
        .get_template(template)
        .render(width=size[0], height=size[1], note=drawing.note, **drawing.values)
    )
    marks = Markup("\n".join(line for line in map(str.strip, text.split("\n")) if line))
    return _SVG.format(Markup(classes), *size, *size, _printed(name), marks)


def fitted(words: str, width: int) -> str:
    """`words` if they have room in `width` units, else as many of their characters as do, with a mark of omission."""
    room = width // CHARACTER
    if len(words) <= room:
        return words
    cut = words[: max(room - 1, 0)]
    whole, space, _ = cut.rpartition(" ")
    return (whole if space and len(whole) * 4 >= len(cut) * 3 else cut).rstrip(" ,;:–-(") + "…"


def fitted_apart(words: Iterable[str], width: int) -> Mapping[str, str]:
    """Each of some words as `fitted`, with more room where two would be cut to the same."""
    rooms = dict.fromkeys(words, width)
    while True:
        found = {each: fitted(each, room) for each, room in rooms.items()}
        times = Counter(found.values())
        alike = [each for each, cut in found.items() if cut != each and times[cut] > 1]
        if not alike:
            return found
        for each in alike:
            rooms[each] += CHARACTER


@cache
def _environment() -> Environment:
    return environment("dossier.draw", finalize=_printed)


def _printed(value: object) -> Markup:
    """A value as pictures say it: SVG has no `<bdi>`."""
    return finalized(plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value)
