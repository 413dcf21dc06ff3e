"""One BibTeX entry to a work, or what is wrong with it. Finding entries and places in a file is left to `bib`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bibtexparser.model import Entry
from rapidfuzz.process import extractOne

from dossier.leaves.dates import parse_date
from dossier.load.bib_vocabulary import FIELDS, LANGUAGES, NAMES, TYPES, VERBATIM
from dossier.load.latex import decode, parse_names
from dossier.model.ids import ID_PATTERN, WorkKey
from dossier.model.place import Places
from dossier.model.problem import Problems
from dossier.model.work import Name, Work

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OWN_PLACE = frozenset({"author", "date", "label", "langid", "month", "title", "year"})
_UNDECODED = "\0"


def read_entry(entry: Entry, places: Places, problems: Problems) -> Work | None:
    """The work that an entry describes, or `None` where it has a problem."""
    typed = {each.key.lower(): str(each.value).strip() for each in entry.fields}
    if _UNDECODED in "".join(typed.values()):
        return None  # the file's problem, reported already
    before = len(problems)
    _check_words(entry, typed, places, problems)
    authors = _names("author", typed, places, problems)
    fields = {
        name: _value(name, value, places, problems) for name, value in typed.items() if name not in _OWN_PLACE
    }
    label, title = decode(typed.get("label", "")), decode(typed.get("title", ""))
    if "label" not in typed:
        message = f"the entry “{entry.key}” has no label"
        problems.add(
            places.start,
            "missing-field",
            message,
            "say what the sources print for it: label = {Le Matin 2017d}",
        )
    if not title and not authors:
        message = f"the entry “{entry.key}” has neither title nor author"
        problems.add(places.start, "missing-field", message, "give what the sources state of the two")
    date, language = _date(typed, places, problems), _language(typed, places, problems)
    if len(problems) > before:
        return None
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


def _check_words(entry: Entry, typed: dict[str, str], places: Places, problems: Problems) -> None:
    if not re.match(ID_PATTERN, entry.key):
        message = f"“{entry.key}” can't be a key"
        problems.add(
            places.start, "bad-id", message, "use small letters, digits and single hyphens: lematin2017d"
        )
    if entry.entry_type not in TYPES:
        message = f"“@{entry.entry_type}” is no kind of entry"
        problems.add(
            places.start,
            "unknown-bibtex-type",
            message,
            _nearest(entry.entry_type, TYPES, "@misc fits anything"),
        )
    for name, value in typed.items():
        if name not in FIELDS:
            message = f"an entry has no field “{name}”"
            problems.add(
                places.of(name),
                "unknown-field",
                message,
                _nearest(name, FIELDS, "take it out, or use “note”"),
            )
        elif not decode(value):
            message = f"the field “{name}” is empty"
            problems.add(
                places.of(name), "empty-value", message, "take it out: what no text states is absent"
            )


def _nearest(typed: str, words: Iterable[str], otherwise: str) -> str:
    best = extractOne(typed, sorted(words), score_cutoff=70)
    return f"did you mean “{best[0]}”?" if best else otherwise


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
        message = f"these names can't be told apart: {error}"
        problems.add(
            places.of(field),
            "bad-names",
            message,
            "write {Last, First and Last, First}, and {{Corporate Name}}",
        )
        return ()


def _date(typed: dict[str, str], places: Places, problems: Problems) -> str | None:
    """`date` as typed, else `year` and `month`."""
    field = "date" if "date" in typed else "year"
    date = decode(typed.get(field, ""))
    month = typed.get("month", "").lower()
    if field == "year" and date and month:
        number = (
            month.zfill(2)
            if month.isdigit()
            else f"{_MONTHS.index(month[:3]) + 1:02}"
            if month[:3] in _MONTHS
            else month
        )
        date = f"{date}-{number}"
    if not date:
        return None
    try:
        parse_date(date)
    except ValueError as error:
        problems.add(
            places.of(field),
            "bad-date",
            str(error),
            "a date that cannot be right as printed belongs in “note”",
        )
        return None
    return date


def _language(typed: dict[str, str], places: Places, problems: Problems) -> str | None:
    language = typed.get("langid", "")
    if not language:
        return None
    if language.lower() in LANGUAGES:
        return LANGUAGES[language.lower()]
    if _LANGUAGE_TAG.fullmatch(language):
        return language
    help = _nearest(
        language, LANGUAGES, "write its name in English in small letters, or its tag: {french}, {fr}"
    )  # noqa: A001
    problems.add(places.of("langid"), "unknown-language", f"“{language}” is no language we know", help)
    return None
