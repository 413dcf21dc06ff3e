"""One BibTeX entry to a work, or what is wrong with it. Finding entries and places in a file is left to `bib`."""

from __future__ import annotations

import re

from bibtexparser.model import Entry

from dossier.leaves.nearest import suggest
from dossier.load.bib_vocabulary import FIELDS, LANGUAGES, NAMES, TYPES, VERBATIM
from dossier.load.latex import UnreadableLatexError, decode, parse_names
from dossier.model.codes import Code
from dossier.model.date import Date
from dossier.model.from_text import UnreadableValueError
from dossier.model.ids import ID_PATTERN, WorkKey
from dossier.model.place import Places
from dossier.model.problem import Problems
from dossier.model.work import Name, Work

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ELSEWHERE = frozenset({"author", "date", "label", "langid", "month", "title", "year"})
_UNDECODED = "\0"


def read_entry(entry: Entry, places: Places, problems: Problems) -> Work | None:
    """The work that an entry describes, or `None` where it has a problem."""
    own = Problems()
    work = _work(entry, places, own)
    problems.update(own)
    return None if own.errors else work


def _work(entry: Entry, places: Places, problems: Problems) -> Work | None:
    typed = {each.key.lower(): str(each.value).strip() for each in entry.fields}
    if _UNDECODED in "".join(typed.values()):
        return None  # the file's problem, reported already
    _check_braces(entry, places, problems)
    if problems.errors:
        return None  # what follows a lost comma is no value of ours to judge
    _check_latex(typed, places, problems)
    if problems.errors:
        return None
    _check_words(entry, typed, places, problems)
    authors = _names("author", typed, places, problems)
    label, title = decode(typed.get("label", "")), decode(typed.get("title", ""))
    if "label" not in typed:
        help_ = "say what the sources print for it: `label = {Le Matin 2017d}`"
        problems.add(places.start, Code.MISSING_FIELD, f"the entry `{entry.key}` has no `label`", help_)
    if "title" not in typed and "author" not in typed:
        message = f"the entry `{entry.key}` has neither `title` nor `author`"
        problems.add(places.start, Code.MISSING_FIELD, message, "give what the sources state of the two")
    date, language = _date(typed, places, problems), _language(typed, places, problems)
    fields = {
        name: _value(name, value, places, problems) for name, value in typed.items() if name not in _ELSEWHERE
    }
    return Work(
        key=WorkKey(entry.key),
        type=entry.entry_type,
        label=label,
        title=title or None,
        authors=authors,
        date=date,
        language=language,
        fields=fields,
        bibtex=entry.raw or "",
    )


def _check_braces(entry: Entry, places: Places, problems: Problems) -> None:
    """A value without braces takes in the next field where the comma is missing, and BibTeX says nothing."""
    for each in entry.fields:
        value, name = str(each.value), each.key.lower()
        if each.enclosing == "no-enclosing" and not (name == "month" and value[:3].lower() in _MONTHS):
            lost = "=" in value
            message = (
                f"no comma follows the value of `{name}`" if lost else f"the value of `{name}` has no braces"
            )
            help_ = "put a comma after the closing brace" if lost else f"write `{name} = {{…}}`"
            problems.add(places.of(name), Code.BROKEN_BIBTEX, message, help_)


def _check_latex(typed: dict[str, str], places: Places, problems: Problems) -> None:
    for name, value in typed.items():
        try:
            decode(value)
        except UnreadableLatexError as error:
            help_ = "write the characters themselves, or LaTeX with all of its arguments"
            problems.add(places.of(name), Code.BAD_LATEX, f"`{name}` can't be read: {error}", help_)


def _check_words(entry: Entry, typed: dict[str, str], places: Places, problems: Problems) -> None:
    if not re.match(ID_PATTERN, entry.key):
        help_ = "use small letters, digits and single hyphens: `lematin2017d`"
        problems.add(places.start, Code.BAD_ID, f"`{entry.key}` is not a key", help_)
    if entry.entry_type not in TYPES:
        help_ = suggest(entry.entry_type, TYPES) or "`@misc` fits anything"
        problems.add(
            places.start, Code.UNKNOWN_ENTRY_TYPE, f"`@{entry.entry_type}` is not a type of entry", help_
        )
    for name, value in typed.items():
        if name not in FIELDS:
            help_ = suggest(name, FIELDS) or "delete it, or use `note`"
            problems.add(places.of(name), Code.UNKNOWN_FIELD, f"unknown field `{name}`", help_)
        elif not decode(value):
            help_ = "delete the field: what no text states is absent"
            problems.add(places.of(name), Code.EMPTY_VALUE, f"`{name}` is empty", help_)


def _value(name: str, typed: str, places: Places, problems: Problems) -> str:
    if name in VERBATIM:
        return typed
    if name not in NAMES:
        return decode(typed)
    names = _names(name, {name: typed}, places, problems)
    return " and ".join(f"{each.family}, {each.given}" if each.given else each.family for each in names)


def _names(field: str, typed: dict[str, str], places: Places, problems: Problems) -> tuple[Name, ...]:
    try:
        return parse_names(typed.get(field, ""))
    except ValueError as error:
        message = f"these names can't be read: {error}"
        help_ = "write `{Last, First and Last, First}`, or `{{Corporate Name}}`"
        problems.add(places.of(field), Code.BAD_NAMES, message, help_)
        return ()


def _date(typed: dict[str, str], places: Places, problems: Problems) -> Date | None:
    """`date` as typed, else `year` and `month`."""
    field = "date" if "date" in typed else "year"
    date = typed.get(field, "")
    month = typed.get("month", "").lower()
    if field == "year" and date and month:
        number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else month
        date = f"{date}-{number:0>2}"
    if not date:
        return None
    try:
        return Date.parse(date)
    except UnreadableValueError as error:
        help_ = f"{error.help}; a date that can't be right as printed belongs in `note`"
        problems.add(places.of(field), error.code, str(error), help_)
        return None


def _language(typed: dict[str, str], places: Places, problems: Problems) -> str | None:
    """The BCP 47 tag of `langid`, which is a tag or the name of a language."""
    language = typed.get("langid", "")
    if not language or _LANGUAGE_TAG.fullmatch(language):
        return language or None
    if language.lower() not in LANGUAGES:
        help_ = suggest(language, LANGUAGES) or "write its English name, or its tag: `french`, `fr`"
        problems.add(places.of("langid"), Code.BAD_VALUE, f"`langid` can't be `{language}`", help_)
    return LANGUAGES.get(language.lower())
