"""Reads the metadata above a page as MkDocs does; values that are JSON, as ours are, without its reader of YAML.

JSON and YAML 1.1 differ in some texts and numbers: a page that has one is left to MkDocs.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from mkdocs.utils.meta import get_data

_FRONT = re.compile(r"---\n((?:[a-z]+: [^\n]+\n)+)---\n\n*")
_FLOAT = re.compile(r"-?[0-9]+\.[0-9]+", re.ASCII)


def read_front_matter(text: str) -> tuple[str, dict[str, Any]]:
    """The Markdown of a page, and its metadata."""
    front = _FRONT.match(text)
    if front:
        lines = (line.split(": ", 1) for line in front[1].splitlines())
        try:
            return text[front.end() :], {_plain(key): _value(written) for key, written in lines}
        except ValueError:
            pass
    return get_data(text)


def _value(written: str) -> object:
    if written[0] not in '"{':
        return _plain(written)
    if not written.isprintable() or "\\u" in written:
        raise ValueError(written)
    return json.loads(written, parse_float=_float, parse_constant=_float)


def _float(written: str) -> float:
    if not _FLOAT.fullmatch(written):
        raise ValueError(written)
    return float(written)


@cache
def _plain(written: str) -> Any:  # noqa: ANN401 - what YAML makes of it
    """The value of a text that stands alone; there are few of these."""
    data = get_data(f"---\nvalue: {written}\n---\n")[1]
    if "value" not in data:
        raise ValueError(written)
    return data["value"]
