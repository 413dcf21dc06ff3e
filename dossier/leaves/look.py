"""The look that comes with the package: templates of the theme, a style sheet, scripts, a sign, pages on the method.

It is made of the files of `dossier/look/`. What a site puts in their place is left to `load` and `site`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dossier.leaves.search_words import tables
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
    styles, search, explore = (_read(f"assets/{folder}") for folder in ("css", "search", "explore"))
    folding = f"Dossier.folding = {json.dumps(tables(), ensure_ascii=False, separators=(',', ':'))};\n"
    texts = {
        "assets/dossier.css": b"\n".join(styles[name] for name in sorted(styles, key=_STYLES.index)),
        "assets/dossier.js": b"\n".join(_read("assets/js").values()),
        "assets/explore.js": b"\n".join(explore[name] for name in _EXPLORE),
        "assets/search.js": b"\n".join((folding.encode(), *(search[name] for name in _SEARCH))),
        "assets/search-text.js": search["text.js"],
    }
    pictures = {
        f"assets/{name}": (_LOOK / "assets" / name).read_bytes() for name in ("dossier.svg", "card.png")
    }
    return {path: uncommented(text) for path, text in texts.items()} | pictures


def uncommented(text: bytes) -> bytes:
    """A script or style sheet without the comments that have lines for themselves, and without indents."""
    return _COMMENT.sub(b"", text)


@cache
def pages() -> Mapping[str, str]:
    """The Markdown of the pages that explain the method, by the path in `docs/` of those that replace them."""
    return {path: content.decode() for path, content in _read("pages").items()}


def _read(folder: str) -> Mapping[str, bytes]:
    return {path: file.read_bytes() for path, file in files_below(_LOOK / folder).items()}
