"""CSL-JSON items: as pandoc makes them of BibTeX, as it shall print them, and as they are published."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dossier.cite.dates import VARIABLES, csl_date, read_csl_date
from dossier.cite.stand_ins import TITLE_BEGINS, TITLE_ENDS, cover, uncover, uncover_quotes
from dossier.model.work import Work

Item = dict[str, Any]

_TAG = re.compile(r"<[^<>]*>")
_ADDRESSES = frozenset({"DOI", "URL"})
_INVENTED = "title-short"  # pandoc cuts titles at the first colon
_UNPRINTED = {"": "document", "interview": "document", "personal_communication": "document"} | dict.fromkeys(
    ("entry", "entry-dictionary", "entry-encyclopedia"), "chapter"
)
"""Kinds of item that pandoc leaves without a type, or that the style leaves out of bibliographies."""


def as_final(item: Item, work: Work) -> Item:
    """The item as `works.json` has it: plain text, with the work's authors, language and note."""
    final: Item = {"id": work.key, "type": item["type"] or "document"} | _dates(work)
    final |= {
        name: _map(value, _plain) for name, value in item.items() if name not in {"id", "type", _INVENTED}
    }
    if work.authors:
        final["author"] = _names(work, str)
    if work.language:
        final["language"] = work.language
    if note := work.fields.get("note"):
        final["note"] = note
    return dict(sorted(final.items()))


def as_printable(item: Item, work: Work) -> Item:
    """The item as pandoc shall print it: stand-ins stay, a title in another language is marked."""
    printable = {
        name: _map(value, _plain if name in _ADDRESSES else uncover_quotes)
        for name, value in item.items()
        if name != _INVENTED
    }
    printable |= {"type": _UNPRINTED.get(item["type"], item["type"])}
    printable |= {name: date for name, date in _dates(work).items() if "date-parts" in date}
    if work.date and "issued" not in printable:
        printable["status"] = ", ".join([cover(work.date.label), *filter(None, [printable.get("status")])])
    if work.authors:
        printable["author"] = _names(work, cover)
    if work.language:
        printable["language"] = work.language
        if work.title and not work.language.startswith("en"):
            printable["title"] = f"{TITLE_BEGINS}{printable['title']}{TITLE_ENDS}"
    return printable


def _dates(work: Work) -> Item:
    dates = {
        name: read_csl_date(work.fields[field]) for name, field in VARIABLES.items() if field in work.fields
    }
    return dates | ({"issued": csl_date(work.date)} if work.date else {})


def _names(work: Work, as_text: Callable[[str], str]) -> list[dict[str, str]]:
    return [
        {"literal": as_text(name.family)}
        if name.corporate
        else {"family": as_text(name.family)} | ({"given": as_text(name.given)} if name.given else {})
        for name in work.authors
    ]


def _plain(text: str) -> str:
    return uncover(_TAG.sub("", text))


def _map(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_map(each, change) for each in value]
    if isinstance(value, dict):
        return {name: _map(each, change) for name, each in value.items()}
    return value
