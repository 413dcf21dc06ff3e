"""The look that comes with the package: templates of the theme, a style sheet, scripts, a sign, pages on the method.

It is made of the files of `dossier/look/`. What a site puts in their place is left to `load` and `site`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from dossier.leaves.tree import files_below

_LOOK = Path(__file__).resolve().parents[1] / "look"
_COMMENT = re.compile(rb"^ *(?:/\*.*?\*/|//[^\n]*)\n|^ +", re.MULTILINE | re.DOTALL)
"""A comment that has its lines for itself, or an indent: for those who change a script, not for those who load it."""
_STYLES = (
    "tokens.css",
    "theme.css",
    "page.css",
    "outline.css",
    "records.css",
    "source.css",
    "sidenotes.css",
    "reading.css",
    "home.css",
    "pictures.css",
    "search.css",
    "explore.css",
    "previews.css",
    "forced-colors.css",
    "print.css",
)
"""The parts of the style sheet: a rule overrides those before it."""
_EXPLORE = ("address.js", "cells.js", "choice.js", "facets.js", "rows.js", "page.js")
"""The parts of the script of the page that explores claims."""
_SEARCH = ("words.js", "names.js", "box.js")
"""The parts of the script that the search begins with: each uses those before it."""


@cache
def theme() -> Mapping[str, bytes]:
    """The templates that change MkDocs' theme, by their path in its folder."""
    return _read("theme")


@cache
def assets() -> Mapping[str, bytes]:
    """What pages load, by path in the site: one style sheet, one script, the sign that stands for a
    site, and the picture that links to it show.

    Further scripts are loaded by those who search, and on the page that explores claims.
    """
    return {path: uncommented(make()) for path, make in _TEXTS.items()} | {
        path: (_LOOK / path).read_bytes() for path in _PICTURES
    }


def asset_paths() -> frozenset[str]:
    """The paths of `assets`, without making them."""
    return frozenset((*_TEXTS, *_PICTURES))


def _styles() -> bytes:
    styles = _read("assets/css")
    return b"\n".join(styles[name] for name in sorted(styles, key=_STYLES.index))


def _script() -> bytes:
    return b"\n".join(_read("assets/js").values())


def _explore() -> bytes:
    parts = _read("assets/explore")
    return b"\n".join(parts[name] for name in _EXPLORE)


def _search() -> bytes:
    from dossier.leaves.search_words import tables  # noqa: PLC0415 - few who ask for the look ask for its scripts

    parts = _read("assets/search")
    folding = f"Dossier.folding = {json.dumps(tables(), ensure_ascii=False, separators=(',', ':'))};\n"
    return b"\n".join((folding.encode(), *(parts[name] for name in _SEARCH)))


def _search_text() -> bytes:
    return _read("assets/search")["text.js"]


_TEXTS: Mapping[str, Callable[[], bytes]] = {
    "assets/dossier.css": _styles,
    "assets/dossier.js": _script,
    "assets/explore.js": _explore,
    "assets/search.js": _search,
    "assets/search-text.js": _search_text,
}
_PICTURES = ("assets/dossier.svg", "assets/card.png")


def uncommented(text: bytes) -> bytes:
    """A script or style sheet without the comments that have lines for themselves, and without indents."""
    return _COMMENT.sub(b"", text)


@cache
def pages() -> Mapping[str, str]:
    """The Markdown of the pages that explain the method, by the path in `docs/` of those that replace them."""
    return {path: content.decode() for path, content in _read("pages").items()}


def _read(folder: str) -> Mapping[str, bytes]:
    return {path: file.read_bytes() for path, file in files_below(_LOOK / folder).items()}
