"""Files as their authors saved them: bytes to text, and offsets to places. Meaning is left to the readers."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dossier.leaves.encodings import likely_encoding, likely_utf16
from dossier.leaves.outside import leads_outside
from dossier.model.codes import Code
from dossier.model.lines import Lines, with_line_feeds
from dossier.model.place import Place
from dossier.model.problem import Problems

_UNDECODED = re.compile("[\ud800-\udfff]")
STAND_IN = "\0"  # no YAML scanner accepts it, so a record with an undecodable byte counts as broken


@dataclass(frozen=True)
class File:
    """A text file: `name` relative to the project's root with `/`, and its text.

    Where bytes could not be decoded, which is reported already, `STAND_IN` stands for each. Where the file could not be
    opened, which is reported too, its text is empty.
    """

    name: str
    text: str
    decoded: bool = True
    opened: bool = True

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def place(self, offset: int) -> Place:
        """The line and column (code points, from 1) of the character at `offset`."""
        return Place(self.name, *self._lines.position(offset))


def read_bytes(root: Path, name: str, problems: Problems) -> bytes | None:
    """The bytes of a file, or `None` with a problem where it cannot be read.

    Nothing outside the project is read through a symbolic link: it might be published.
    """
    path = root / name
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            reason = "it is a pipe or a device"
        elif leads_outside(root, path):
            message = "this file is a link that leads out of the project"
            problems.add(Place(name), Code.OUTSIDE_PROJECT, message, "put a copy in its place")
            return None
        else:
            return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
    problems.add(
        Place(name),
        Code.UNREADABLE_FILE,
        f"this file can't be read: {reason}",
        "put a file in its place that you may read",
    )
    return None


def undecodable(name: str, content: bytes, language: str = "") -> tuple[Place, str] | None:
    """Where the first byte is that is not UTF-8, and what to say of it; `None` for good UTF-8.

    UTF-16 of plain letters is UTF-8, too, with a zero byte beside each letter: nobody meant that.
    """
    if name_of_it := likely_utf16(content):
        return Place(name), f"this is {name_of_it}, not UTF-8"
    try:
        content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        place = File(name, before).place(len(before))
        likely = likely_encoding(content, language)
        more = f"; the file is probably in {likely}" if likely else ""
        return place, f"the byte 0x{content[error.start]:02x} is not UTF-8{more}"
    return None


def read_file(root: Path, name: str, problems: Problems) -> File | None:
    """A UTF-8 file as text, without a byte-order mark and with every line end as LF.

    Where bytes are not UTF-8 that is one problem, and characters that no record may hold stand for them; a file in
    UTF-16 is read as such after the problem is noted.
    """
    content = read_bytes(root, name, problems)
    if content is None:
        return None
    if (flaw := undecodable(name, content)) is None:
        return File(name, with_line_feeds(content.decode().removeprefix("\ufeff")))
    place, message = flaw
    problems.add(
        place,
        Code.FILE_NOT_UTF8,
        message,
        "save the file as UTF-8; most editors ask for the encoding on “save as”",
    )
    if encoding := likely_utf16(content):
        return File(name, with_line_feeds(content.decode(encoding, errors="replace")))
    text = _UNDECODED.sub(STAND_IN, content.decode(errors="surrogateescape"))
    return File(name, with_line_feeds(text.removeprefix("\ufeff")), decoded=False)
