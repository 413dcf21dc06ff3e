"""CSL items as BibTeX, and what of them it has no place for. The terms are in `csl_terms`."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dossier.leaves import bibtex_text
from dossier.load.interchange import csl_terms

Item = Mapping[str, object]
"""One item of CSL-JSON: whatever JSON there is by the names of its variables."""

_MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)(?:\s[^<>]*)?>")
_SEASONS = ("spring", "summer", "autumn", "winter")
_FIRST_SEASON = 21
_WORD = re.compile(r"[^\W_]+")
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Converted:
    """An export as BibTeX. `made` are the keys of items that had none; `lost` counts what has no place in BibTeX."""

    bibtex: str
    made: frozenset[str] = frozenset()
    lost: Mapping[str, int] = field(default_factory=Counter)


def convert(items: Iterable[Item]) -> Converted:
    """Items in their order. One without a key of its own gets one of author, year and title."""
    lost: Counter[str] = Counter()
    entries: list[str] = []
    made: set[str] = set()
    items = list(items)
    typed = [_key(item) for item in items]
    used: set[str] = set()
    taken, numbers = set(typed), Counter[str]()
    for item, own in zip(items, typed, strict=True):
        key = own
        if not own or own in used:
            key = _free(_made_key(item), taken, numbers)
            made.add(key)
        used.add(key)
        taken.add(key)
        kind = csl_terms.TYPES.get(str(item.get("type", "")), "misc")
        entries.append(bibtex_text.entry(kind, key, _fields(item, lost)))
    return Converted("\n".join(entries), frozenset(made), lost)


def _key(item: Item) -> str:
    """The key that people cite it by, else its id."""
    found = next((item[name] for name in ("citation-key", "citekey", "id") if item.get(name)), "")
    return re.sub(r"[\s,{}()=]+", "-", str(found).strip())


def _made_key(item: Item) -> str:
    names = _names(item.get("author")) or _names(item.get("editor"))
    title = _WORD.findall(_plain(item.get("title")))
    long = next((word for word in title if len(word) > _SHORT), title[0] if title else "")
    year = (_date(item.get("issued")) or "")[:4]
    whole = unicodedata.normalize("NFC", f"{names[0][0] if names else ''}{year}{long}")
    return "".join(_WORD.findall(whole)).lower() or "work"


def _free(wanted: str, taken: set[str], numbers: Counter[str]) -> str:
    """The key, with a number behind it where it is taken; `numbers` counts those given: there may be thousands."""
    found = wanted
    while found in taken:
        numbers[wanted] += 1
        found = f"{wanted}-{numbers[wanted] + 1}"
    return found


def _fields(item: Item, lost: Counter[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for variable, value in item.items():
        if variable in csl_terms.ITSELF or value in (None, "", [], {}):
            continue
        made = _field(str(item.get("type", "")), variable, value)
        if made is not None and made[1] and fields.get(made[0], made[1]) == made[1]:
            fields[made[0]] = made[1]
        else:
            lost[variable] += 1
    return fields


def _field(kind: str, variable: str, value: object) -> tuple[str, str] | None:
    """A variable as a field; without text where it says nothing that can be read, `None` where none is known."""
    if variable in csl_terms.NAMES:
        return csl_terms.NAMES[variable], bibtex_text.names(_names(value))
    if variable in csl_terms.DATES:
        return csl_terms.DATES[variable], _date(value) or ""
    if variable in csl_terms.ADDRESSES:
        return csl_terms.ADDRESSES[variable], bibtex_text.address(_plain(value))
    if variable == "container-title" and kind in csl_terms.BOOKS:
        return "booktitle", bibtex_text.text(_plain(value))
    if variable == "publisher" and kind in csl_terms.HOUSES:
        return "institution", bibtex_text.text(_plain(value))
    if variable in csl_terms.TEXTS:
        return csl_terms.TEXTS[variable], bibtex_text.text(_plain(value))
    return None


def _plain(value: object) -> str:
    """A text or a number without markup; nothing for anything else."""
    if isinstance(value, list):
        return ", ".join(_plain(part) for part in value)
    return _MARKUP.sub("", str(value)).strip() if isinstance(value, str | int | float) else ""


def _names(value: object) -> list[tuple[str, str, str]]:
    people = value if isinstance(value, list) else []
    return [name for person in people if isinstance(person, dict) and (name := _name(person))[0]]


def _name(person: Mapping[str, object]) -> tuple[str, str, str]:
    literal = _plain(person.get("literal"))
    family = _joined(person, "non-dropping-particle", "family")
    given = _joined(person, "given", "dropping-particle")
    suffix = _plain(person.get("suffix"))
    return (family or literal or given, suffix if family else "", given if family else "")


def _joined(person: Mapping[str, object], *parts: str) -> str:
    return " ".join(filter(None, (_plain(person.get(part)) for part in parts)))


def _date(value: object) -> str | None:
    """A date as EDTF; words that are none as they are."""
    if not isinstance(value, dict):
        return _plain(value) or None
    parts = value.get("date-parts")
    typed = [_day(part) for part in parts if isinstance(part, list)] if isinstance(parts, list) else []
    days = [day for day in typed if day]
    if not days:
        return _plain(value.get("raw")) or _plain(value.get("literal")) or None
    season = _plain(value.get("season")).lower()
    if season and len(days) == 1 and len(days[0]) == len("2014"):
        number = _SEASONS.index(season) + 1 if season in _SEASONS else int(season) if season.isdigit() else 0
        days = [f"{days[0]}-{_FIRST_SEASON - 1 + number}"] if number in range(1, 5) else days
    doubt = "~" if value.get("circa") not in (None, "", 0, False, "0", "false") else ""
    return "/".join(f"{day}{doubt}" for day in dict.fromkeys(days))


def _day(parts: list[object]) -> str:
    numbers = list(_numbers(parts))
    return "-".join(f"{number:0{2 if at else 4}}" for at, number in enumerate(numbers))


def _numbers(parts: Iterable[object]) -> Iterator[int]:
    """Year, month and day, as far as they are numbers; a month 0 says nothing."""
    for at, part in enumerate(parts):
        typed = str(part).strip()
        if not re.fullmatch(r"-?[0-9]{1,4}", typed) or (at and not int(typed)):
            return
        yield int(typed)
