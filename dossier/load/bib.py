"""BibTeX text to works, with the places of their fields.

What a field may hold is left to `bib_entry`, references to works to `link`, formatting to `cite`.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
)

from dossier.load.bib_entry import read_entry
from dossier.load.files import File
from dossier.model.codes import Code
from dossier.model.corpus import RecordRef
from dossier.model.ids import WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.place import Path, Place, Places, Spot
from dossier.model.problem import Problems, Related
from dossier.model.work import Work

_KEY = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,={}()]+)")


@dataclass(slots=True)
class Bibliography:
    """What a BibTeX file holds, in its order; `broken` are the keys of entries that were not valid."""

    works: dict[WorkKey, Work] = field(default_factory=dict)
    places: dict[RecordRef, Places] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)


def parse_works(file: File, problems: Problems) -> Bibliography:
    """Read every entry of a BibTeX file; one with a problem is left out of `works`, and its key stands in `broken`."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it would tell on stderr what we report
    lines = _Lines(file.name, tuple(file.text.split("\n")))
    found = Bibliography()
    for block in parse_string(file.text).blocks:
        if isinstance(block, ImplicitComment):
            _check_comment(block, lines, problems)
        elif isinstance(block, ParsingFailedBlock):
            found.broken |= _report_failure(block, lines, problems)
        elif isinstance(block, Entry):
            places = _places(block, lines)
            if (work := read_entry(block, places, problems)) is None:
                found.broken.add(block.key)
            else:
                found.works[work.key] = work
                found.places[RecordKind.WORK, work.key] = places
    return found


@dataclass(frozen=True, slots=True)
class _Lines:
    file: str
    texts: tuple[str, ...]

    def find(self, line: int, word: str) -> Place:
        """Where a word begins in a line (both counted from 1), preferably as the name of a field."""
        text = self.texts[line - 1]
        match = re.search(rf"\b{re.escape(word)}\s*=", text)
        return Place(self.file, line, (match.start() if match else max(text.find(word), 0)) + 1)


def _check_comment(block: ImplicitComment, lines: _Lines, problems: Problems) -> None:
    """BibTeX drops text between entries without a word; only what is marked as a comment is meant to be dropped."""
    for number, line in enumerate(block.comment.split("\n"), _line(block)):
        if line.strip() and not line.lstrip().startswith("%"):
            message = "this line is outside every entry"
            help_ = "a comment begins with `%`, an entry with `@` and its type: `@article{key,`"
            problems.add(lines.find(number, line.strip()), Code.BROKEN_BIBTEX, message, help_)
            return


def _report_failure(block: ParsingFailedBlock, lines: _Lines, problems: Problems) -> set[str]:
    """Say why an entry could not be read; the keys that are broken by it."""
    place = lines.find(_line(block), "@")
    if isinstance(block, DuplicateBlockKeyBlock):
        first = Related(lines.find(_line(block.previous_block), "@"), "the first entry with this key")
        message = f"the key `{block.key}` is taken by another entry"
        help_ = "give one of them another key, or delete one"
        problems.add(place, Code.REPEATED_BIBTEX_KEY, message, help_, [first])
        return set()
    if isinstance(block, DuplicateFieldKeyBlock) and isinstance(entry := block.ignore_error_block, Entry):
        for name in sorted(block.duplicate_keys):
            before, second, *_ = [
                lines.find(each.start_line + 1, name) for each in entry.fields if each.key == name
            ]
            message = f"`{name}` appears twice in the entry `{entry.key}`"
            related = [Related(before, f"the first `{name}`")]
            problems.add(second, Code.REPEATED_KEY, message, "keep one", related)
        return {entry.key}
    reason = getattr(block.error, "abort_reason", str(block.error)).strip().rstrip(".")
    message = f"this entry can't be read: {reason[:1].lower()}{reason[1:]}"
    problems.add(place, Code.BROKEN_BIBTEX, message, "look for a missing brace, quotation mark or comma")
    return set(_KEY.findall(block.raw or "")[:1])


def _places(entry: Entry, lines: _Lines) -> Places:
    spots: dict[Path, Spot] = {
        (each.key.lower(),): Spot(lines.find(each.start_line + 1, each.key)) for each in entry.fields
    }
    return Places(lines.find(_line(entry), "@"), spots)


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1
