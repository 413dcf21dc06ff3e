"""The bytes of a `text.txt`: a plain text in UTF-8, or what is there instead and how it becomes one."""

from __future__ import annotations

import re
from pathlib import Path

from dossier.leaves.encodings import likely_encoding
from dossier.leaves.program import command
from dossier.load.files import read_bytes, undecodable
from dossier.model.codes import Code
from dossier.model.ids import SourceKey
from dossier.model.place import Place
from dossier.model.problem import Problems

MOST_MEGABYTES = 20
"""A larger file is no text that anybody quotes from."""

_PDFTOTEXT, _PANDOC = "pdftotext FILE text.txt", "pandoc FILE -t plain --wrap=none -o text.txt"
_RECOGNIZED = "recognize its text first, with OCRmyPDF for example, and put that into text.txt"
_KINDS = (
    (b"%PDF-", "a PDF", f"take its text out, as `{_PDFTOTEXT}` does"),
    (b"PK\3\4", "a Word, OpenDocument or EPUB file, or another archive", f"convert it, as `{_PANDOC}` does"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "save it as plain text in a word processor, encoded as UTF-8"),
    (b"{\\rtf", "an RTF file", f"convert it, as `{_PANDOC}` does"),
    (b"\x1f\x8b", "a compressed file", "unpack it"),
    (b"\x89PNG", "a picture", _RECOGNIZED),
    (b"\xff\xd8\xff", "a picture", _RECOGNIZED),
    (b"II*\0", "a picture", _RECOGNIZED),
    (b"MM\0*", "a picture", _RECOGNIZED),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(rb"\s*<\?xml\s", re.IGNORECASE)
_HEAD = 2_000


def read_text(root: Path, key: SourceKey, language: str, problems: Problems) -> bytes | None:
    """The bytes of a source's `text.txt`, which are UTF-8; where they are no text, a problem says what to do."""
    name = f"sources/{key}/text.txt"
    size = (root / name).stat().st_size
    if size > MOST_MEGABYTES * 1_000_000:
        message = f"this text has {size // 1_000_000} MB; a text may have {MOST_MEGABYTES}"
        problems.add(
            Place(name), Code.NOT_A_TEXT, message, "make several sources of it, one for each document"
        )
        return None
    content = read_bytes(root, name, problems)
    if content is None:
        return None
    pin = f"then run `{command(f'pin {key}')}`"
    if other := _other_kind(content):
        kind, help_ = other
        problems.add(Place(name), Code.NOT_A_TEXT, f"this is {kind}, not a plain text", f"{help_}; {pin}")
        return None
    if flaw := undecodable(name, content, language):
        encoding = likely_encoding(content, language)
        convert = f"`iconv -f {encoding} -t UTF-8 {name} > utf8.txt && mv utf8.txt {name}`"
        help_ = f"convert it, as {convert} does, {pin}" if encoding else f"convert the text to UTF-8, {pin}"
        problems.add(flaw[0], Code.TEXT_NOT_UTF8, flaw[1], help_)
        return None
    return content


def _other_kind(content: bytes) -> tuple[str, str] | None:
    """What other kind of document bytes are, and how it becomes a text."""
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    for mark, kind, help_ in _KINDS:
        if head.lstrip().startswith(mark):
            return kind, help_
    if _HTML.match(head):
        return "a web page (HTML)", f"convert it, as `{_PANDOC}` does"
    return ("an XML document", f"convert it, as `{_PANDOC}` does") if _XML.match(head) else None
