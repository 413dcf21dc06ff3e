"""BibTeX text to entries as they were typed, with the places of their fields. What fields say is left to `entry`."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    Field,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from dossier.load.bibtex.comments import blank_comments
from dossier.load.bibtex.string_values import BrokenValueError, join_value
from dossier.load.bibtex.terms import ALIASES, PRIVATE
from dossier.load.bibtex.typed_entry import TypedEntry, TypedField, is_export, tell
from dossier.load.files import File
from dossier.model.codes import Code
from dossier.model.lines import with_line_feeds
from dossier.model.place import Place
from dossier.model.problem import Problems, Related

_KEY = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,={}()]+)")
_COMMENT = re.compile(r"@comment\b", re.IGNORECASE)
_LOST_ENTRY = re.compile(r"\w+\s*\{[^{}]*,")


@dataclass(slots=True)
class TypedFile:
    """The entries of a file by key, in its order, and the keys of those that could not be read."""

    entries: dict[str, TypedEntry] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)


def parse_entries(file: File, problems: Problems) -> TypedFile:
    """Split a file into its entries. Whatever the parser raises on what people type, here it is a problem."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it would tell on stderr what we report
    text, comments = blank_comments(with_line_feeds(file.text))
    for offset in comments:
        message = "`%` begins no comment inside an entry"
        tell(problems, file.place(offset), Code.BROKEN_BIBTEX, message, "put the comment before the entry")
    try:
        blocks = _Splitter(text).split().blocks
    except Exception:  # noqa: BLE001 - a fault of the parser's own
        tell(problems, Place(file.name), Code.BROKEN_BIBTEX, "this file can't be read as BibTeX")
        return TypedFile()
    return _BlockReader(file.name, tuple(text.split("\n")), problems).read(blocks)


class _Splitter(Splitter):
    """The parser, but that `@commentary` is an entry, and that a comment ends where its braces close."""

    _in_comment = False

    def _handle_explicit_comment(self, m: re.Match[str]) -> Block:  # type: ignore[override] # it knows comments alone
        if m[0].strip().lower() != "@comment":
            return self._handle_entry(m, m[0].lower())
        self._in_comment = True
        try:
            return super()._handle_explicit_comment(m)
        finally:
            self._in_comment = False

    def _handle_string(self, m: re.Match[str]) -> Block:  # type: ignore[override]
        known = m[0].strip().lower() == "@string"
        return super()._handle_string(m) if known else self._handle_entry(m, m[0].lower())

    def _handle_preamble(self, m: re.Match[str]) -> Block:  # type: ignore[override]
        known = m[0].strip().lower() == "@preamble"
        return super()._handle_preamble(m) if known else self._handle_entry(m, m[0].lower())

    def _is_at_line_start(self, pos: int) -> bool:
        return not self._in_comment and super()._is_at_line_start(pos)


@dataclass(slots=True)
class _BlockReader:
    file: str
    lines: tuple[str, ...]
    problems: Problems
    found: TypedFile = field(default_factory=TypedFile)

    def read(self, blocks: list[Block]) -> TypedFile:
        strings = dict(self._strings(blocks))
        before: Block | None = None
        for block in blocks:
            entry = _entry(block)
            if entry is not None:
                self._add(entry, strings)
            elif isinstance(block, ImplicitComment) and not isinstance(before, ParsingFailedBlock):
                self._check_outside(block)
            elif isinstance(block, ParsingFailedBlock) and not isinstance(block, DuplicateBlockKeyBlock):
                self._report_failure(block)
            before = None if entry is not None else block
        return self.found

    def _strings(self, blocks: list[Block]) -> Iterator[tuple[str, str]]:
        """The strings of a file; one may be made of those before it, and may be given anew."""
        known: dict[str, str] = {}
        for block in blocks:
            inner = block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock) else block
            if isinstance(inner, String):
                try:
                    known[inner.key.lower()] = join_value(inner.value, known)
                except BrokenValueError as error:
                    self._tell_value(error, f"the string `{inner.key}`", self._find(_line(inner), inner.key))
                    continue
                yield inner.key.lower(), known[inner.key.lower()]

    def _add(self, entry: Entry, strings: Mapping[str, str]) -> None:
        place = self._find(_line(entry), "@")
        if (first := self.found.entries.get(entry.key)) is not None:
            message = f"the key `{entry.key}` is taken by another entry"
            related = [Related(first.place, "the first entry with this key")]
            help_ = "give one of them another key, or delete one"
            tell(self.problems, place, Code.REPEATED_BIBTEX_KEY, message, help_, related)
            return
        own = Problems()
        fields: dict[str, TypedField] = {}
        for typed in entry.fields:
            self._add_field(entry.key, typed, fields, strings, own)
        self.problems.update(own)
        if own.errors:
            self.found.broken.add(entry.key)
            return
        bibtex = _publishable(entry)
        self.found.entries[entry.key] = TypedEntry(entry.key, entry.entry_type, place, fields, bibtex)

    def _add_field(
        self, key: str, typed: Field, fields: dict[str, TypedField], strings: Mapping[str, str], own: Problems
    ) -> None:
        name = ALIASES.get(typed.key.lower(), typed.key.lower())
        place = self._find(typed.start_line + 1, typed.key)
        try:
            value = join_value(typed.value, strings).strip()
        except BrokenValueError as error:
            self._tell_value(error, f"`{typed.key}`", place, own)
            value = typed.value.strip('{}" ')
        if (first := fields.get(name)) is None:
            fields[name] = TypedField(value, place)
        elif first.value != value:
            message = f"`{typed.key}` appears twice in the entry `{key}`"
            if name != typed.key.lower():
                message = f"`{typed.key}` is another name of `{name}`, which the entry `{key}` has as well"
            tell(own, place, Code.REPEATED_KEY, message, "keep one", [Related(first.place, "the first one")])

    def _tell_value(
        self, error: BrokenValueError, whose: str, place: Place, problems: Problems | None = None
    ) -> None:
        """A value without braces takes in the next field where the comma is missing, and BibTeX says nothing."""
        if "=" in error.rest:
            message, help_ = f"no comma follows the value of {whose}", "put a comma after the closing brace"
        elif error.word and not error.rest:
            message = f"the value of {whose} is `{error.word}`, without braces, and no string has that name"
            help_ = f"put it in braces, or define it: `@string{{{error.word} = {{…}}}}`"
        else:
            message, help_ = f"the value of {whose} has no braces", "write it in braces: `{…}`"
        tell(problems if problems is not None else self.problems, place, Code.BROKEN_BIBTEX, message, help_)

    def _check_outside(self, block: ImplicitComment) -> None:
        """BibTeX drops text between entries without a word; only what is marked as a comment is meant to be dropped."""
        for number, line in enumerate(block.comment.split("\n"), _line(block)):
            place = self._find(number, line.strip())
            meant = is_export(place) and not _LOST_ENTRY.match(line.strip())
            if line.strip() and not _COMMENT.match(line.strip()) and not meant:
                message = "this line is outside every entry"
                help_ = "a comment begins with `%`, an entry with `@` and its type: `@article{key,`"
                tell(self.problems, place, Code.BROKEN_BIBTEX, message, help_)
                return

    def _report_failure(self, block: ParsingFailedBlock) -> None:
        """Say why an entry could not be read, and keep its key, so that references to it are no further problems."""
        reason = " ".join(str(getattr(block.error, "abort_reason", block.error)).split()).rstrip(".")
        message = f"this entry can't be read: {reason[:1].lower()}{reason[1:]}"
        help_ = "look for a missing brace, quotation mark or comma"
        tell(self.problems, self._find(_line(block), "@"), Code.BROKEN_BIBTEX, message, help_)
        self.found.broken |= set(_KEY.findall(block.raw or "")[:1])

    def _find(self, line: int, word: str) -> Place:
        """Where a word begins in a line (both counted from 1), preferably as the name of a field."""
        text = self.lines[line - 1]
        if (indented := text.lstrip()).startswith(word):
            return Place(self.file, line, len(text) - len(indented) + 1)
        match = re.search(rf"(?<![\w-]){re.escape(word)}\s*=", text)
        return Place(self.file, line, (match.start() if match else max(text.find(word), 0)) + 1)


def _entry(block: Block) -> Entry | None:
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        return _entry(block.ignore_error_block) if block.ignore_error_block else None
    return block if isinstance(block, Entry) else None


def _publishable(entry: Entry) -> str:
    """The entry as typed; one with a field that is never published, without that field."""
    shown = [each for each in entry.fields if ALIASES.get(each.key.lower(), each.key.lower()) not in PRIVATE]
    if len(shown) == len(entry.fields):
        return str(entry.raw or "")
    fields = "".join(f"  {each.key} = {each.value},\n" for each in shown)
    return f"@{entry.entry_type}{{{entry.key},\n{fields}}}"


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1
