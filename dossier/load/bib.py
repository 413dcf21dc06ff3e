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
from dossier.model.corpus import RecordRef
from dossier.model.ids import WorkKey
from dossier.model.place import Path, Place, Places, Spot
from dossier.model.problem import Problems
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
    found = Bibliography()
    for block in parse_string(file.text).blocks:
        if isinstance(block, ImplicitComment):
            _check_comment(block, file, problems)
        elif isinstance(block, ParsingFailedBlock):
            found.broken |= _report_failure(block, file, problems)
        elif isinstance(block, Entry):
            places = _places(block, file)
            if (work := read_entry(block, places, problems)) is None:
                found.broken.add(block.key)
            else:
                found.works[work.key] = work
                found.places["work", work.key] = places
    return found


def _check_comment(block: ImplicitComment, file: File, problems: Problems) -> None:
    """Text between entries is lost without a word in BibTeX; only what is marked as a comment is meant to be."""
    for number, line in enumerate(block.comment.splitlines(), _line(block)):
        if line.strip() and not line.lstrip().startswith("%"):
            column = len(line) - len(line.lstrip()) + 1
            problems.add(
                Place(file.name, number, column),
                "broken-bibtex",
                "this line stands outside of every entry",
                "begin a comment with `%`; an entry begins with `@` and its kind, as in `@article{key,`",
            )
            return


def _report_failure(block: ParsingFailedBlock, file: File, problems: Problems) -> set[str]:
    place = Place(file.name, _line(block), _column(file, _line(block), "@"))
    if isinstance(block, DuplicateBlockKeyBlock):
        first = _line(block.previous_block)
        message = f"the key `{block.key}` is taken by the entry on line {first}"
        problems.add(place, "repeated-bibtex-key", message, "give one of them another key, or take one out")
        return set()
    if isinstance(block, DuplicateFieldKeyBlock):
        entry = block.ignore_error_block
        assert isinstance(entry, Entry)  # noqa: S101 - what the parser promises
        for name in sorted(block.duplicate_keys):
            line = [each.start_line for each in entry.fields if each.key == name][1] + 1
            at = Place(file.name, line, _column(file, line, name))
            problems.add(
                at, "repeated-key", f"`{name}` stands twice in the entry `{entry.key}`", "keep one of them"
            )
        return {entry.key}
    reason = getattr(block.error, "abort_reason", str(block.error))
    message = f"this entry can't be read: {reason[:1].lower()}{reason[1:].strip().rstrip('.')}"
    problems.add(place, "broken-bibtex", message, "look for a brace, quotation mark or comma that is missing")
    return set(_KEY.findall(block.raw or "")[:1])


def _places(entry: Entry, file: File) -> Places:
    spots: dict[Path, Spot] = {}
    for each in entry.fields:
        line = each.start_line + 1
        spots[each.key.lower(),] = Spot(Place(file.name, line, _column(file, line, each.key)))
    return Places(Place(file.name, _line(entry), _column(file, _line(entry), "@")), spots)


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _column(file: File, line: int, word: str) -> int:
    """Where a word stands in a line, as a whole word where it is one."""
    text = file.text.split("\n")[line - 1]
    match = re.search(rf"\b{re.escape(word)}\s*=", text, re.IGNORECASE)
    return (match.start() if match else max(text.find(word), 0)) + 1
