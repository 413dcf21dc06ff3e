"""Everything that a file says to whoever unpacks it: archives, databases, addresses and markup are opened."""

from __future__ import annotations

import html
import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

_ARCHIVES = (".zip", ".docx")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def texts_within(path: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Path and text of a file and of each file packed in it, plain and as it is read without tags and escapes."""
    if path.endswith(_ARCHIVES):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from texts_within(f"{path}/{name}", archive.read(name))
    elif path.endswith(".sqlite"):
        yield path, _rows(content)
    else:
        text = content.decode(errors="replace")
        yield path, text
        plain = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), re.sub(r"\\[nt]", " ", text))
        yield path, unquote(html.unescape(plain).replace("+", " "))
        yield path, html.unescape(_TAG.sub("", plain))


def _rows(content: bytes) -> str:
    """The values of all tables and of the full-text index."""
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = (row for table in tables for row in database.execute(f'SELECT * FROM "{table}"'))  # noqa: S608
    return "\n".join(
        value.decode(errors="replace") if isinstance(value, bytes) else str(value)
        for row in rows
        for value in row
    )
