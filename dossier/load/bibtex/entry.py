"""One entry to a work, or what is wrong with it. Finding entries and what they inherit is left to siblings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from dossier.leaves.nearest import suggest
from dossier.load.bibtex.entry_dates import read_date
from dossier.load.bibtex.languages import language_names, language_tag
from dossier.load.bibtex.latex import UnreadableLatexError, decode
from dossier.load.bibtex.names import parse_names
from dossier.load.bibtex.terms import ADDRESSES, DATES, FIELDS, NAMES, PRIVATE, TYPES
from dossier.load.bibtex.typed_entry import TypedEntry, TypedField, is_export, tell
from dossier.load.bibtex.web_addresses import clean_address, clean_doi, is_address, is_doi
from dossier.load.files import STAND_IN
from dossier.model.codes import Code
from dossier.model.from_text import UnreadableValueError
from dossier.model.ids import WorkKey, parse_work_key
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.work import Name, Work

_ONE_ADDRESS = re.compile(r"\{*\s*(?:\\(?:url|nolinkurl|path)\s*\{[^{}]*\}|https?://[^\s{}]+)\s*\}*")


def read_entry(entry: TypedEntry, problems: Problems) -> Work | None:
    """The work that an entry describes, or `None` where it has a problem that is an error."""
    if any(STAND_IN in typed.value for typed in entry.fields.values()):
        return None  # the file's problem, reported already
    own = Problems()
    work = _EntryReader(entry, own).read()
    problems.update(own)
    return None if own.errors else work


@cache
def _instead(field: str) -> str:
    return suggest(field, FIELDS) or "it is kept; delete it, or use `note`"


@dataclass(slots=True)
class _EntryReader:
    entry: TypedEntry
    problems: Problems
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def read(self) -> Work:
        entry = self.entry
        self._check_words()
        for name, typed in entry.fields.items():
            self._read_field(name, typed)
        self._find_address()
        title, label = self.texts.pop("title", None), self.texts.pop("label", "")
        if not {"title", "author"} & entry.fields.keys():
            message = f"the entry `{entry.key}` has neither `title` nor `author`"
            self._tell(entry.place, Code.MISSING_FIELD, message, "give what the sources state of the two")
        return Work(
            key=WorkKey(entry.key),
            type=entry.type,
            label=label,
            title=title,
            authors=self.names.pop("author", ()),
            names=self.names,
            date=read_date(entry.fields, self.problems),
            language=self._language(),
            fields=self.texts,
            bibtex=entry.bibtex,
        )

    def _tell(self, place: Place, code: Code, message: str, help_: str) -> None:
        tell(self.problems, place, code, message, help_)

    def _check_words(self) -> None:
        key, kind, place = self.entry.key, self.entry.type, self.entry.place
        try:
            parse_work_key(key)
        except UnreadableValueError as error:
            self._tell(place, error.code, str(error), error.help)
        if kind not in TYPES and not is_export(place):
            help_ = suggest(kind, TYPES) or "`@misc` fits anything"
            self._tell(place, Code.UNKNOWN_ENTRY_TYPE, f"`@{kind}` is not a type of entry", help_)

    def _read_field(self, name: str, typed: TypedField) -> None:
        if name in PRIVATE:
            return
        if name not in FIELDS and not is_export(typed.place):
            message = f"unknown field `{name}`"
            self.problems.add(typed.place, Code.UNKNOWN_BIBTEX_FIELD, message, _instead(name))
        if not typed.value.strip("{} "):
            if not is_export(typed.place):
                help_ = "delete the field: what no text states is absent"
                self._tell(typed.place, Code.EMPTY_VALUE, f"`{name}` is empty", help_)
        elif typed.value.startswith("xdata="):
            help_ = "name it in a field `xdata` of the entry, or write the value itself"
            self._tell(typed.place, Code.BAD_VALUE, f"`{name}` inherits by itself, which is not read", help_)
        elif name in NAMES:
            self._read_names(name, typed)
        elif name in ADDRESSES:
            self.texts[name] = self._address(name, typed)
        elif name not in DATES:
            self.texts[name] = self._decoded(name, typed)

    def _decoded(self, name: str, typed: TypedField) -> str:
        try:
            decoded = decode(typed.value)
        except UnreadableLatexError as error:
            help_ = "write the characters themselves, or LaTeX with all of its arguments"
            self._tell(typed.place, Code.BAD_LATEX, f"`{name}` can't be read: {error}", help_)
            return typed.value
        self._check_macros(name, typed, decoded.unknown)
        return decoded.text

    def _check_macros(self, name: str, typed: TypedField, unknown: tuple[str, ...]) -> None:
        for macro in unknown:
            message = f"`{name}` has the macro `\\{macro}`, which is not known here: what it prints is lost"
            help_ = "write the characters that it prints"
            self.problems.add(typed.place, Code.UNKNOWN_MACRO, message, help_)

    def _read_names(self, name: str, typed: TypedField) -> None:
        try:
            self.names[name], unknown = parse_names(typed.value)
        except UnreadableLatexError as error:
            help_ = "write the characters themselves, or LaTeX with all of its arguments"
            self._tell(typed.place, Code.BAD_LATEX, f"`{name}` can't be read: {error}", help_)
        except ValueError as error:
            help_ = "write `{Last, First and Last, First}`, or `{{Corporate Name}}`"
            message = f"the names of `{name}` can't be read: {error}"
            self._tell(typed.place, Code.BAD_NAMES, message, help_)
        else:
            self._check_macros(name, typed, unknown)
            return
        self.names[name] = (Name(typed.value, corporate=True),)

    def _address(self, name: str, typed: TypedField) -> str:
        address = clean_doi(typed.value) if name == "doi" else clean_address(typed.value)
        if not is_address(address):
            help_ = "write one address, without blanks (`%20`) and backslashes"
            self._tell(typed.place, Code.BAD_VALUE, f"`{name}` can't be `{address}`", help_)
        elif name == "doi" and not is_doi(address):
            help_ = "a DOI is written `10.1016/j.tej.2020.106883`; another address belongs in `url`"
            self._tell(typed.place, Code.BAD_VALUE, f"`{address}` is not a DOI", help_)
        return address

    def _find_address(self) -> None:
        """What was published at nothing but an address (`howpublished = {\\url{…}}`) is found there."""
        typed = self.entry.fields.get("howpublished")
        if typed and "url" not in self.texts and _ONE_ADDRESS.fullmatch(typed.value):
            self.texts["url"] = self.texts.pop("howpublished")

    def _language(self) -> str | None:
        """The tag of `langid`, else of `language`, which may also hold words for readers."""
        for name in ("langid", "language"):
            if (typed := self.texts.get(name)) is None:
                continue
            if (tag := language_tag(typed)) is not None:
                del self.texts[name]
                return tag
            if name == "langid":
                help_ = (
                    suggest(typed, language_names()) or "write its English name, or its tag: `french`, `fr`"
                )
                message = f"`langid` can't be `{typed}`"
                self._tell(self.entry.fields[name].place, Code.BAD_VALUE, message, help_)
        return None
