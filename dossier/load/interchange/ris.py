"""RIS as CSL items: lines of two letters, two spaces and a hyphen. The tags are those of its specification.

What an item has no place for is in it under the tag's own name, so that it is told to be lost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])[ \t]{1,2}-(?: ?(?P<value>.*))?")
_BEGINS = re.compile(r"^\ufeff?TY[ \t]{1,2}-", re.MULTILINE)
_DATE = re.compile(r"(-?\d{4})(?:[/-](\d{0,2}))?(?:[/-](\d{0,2}))?(?:/.*)?")

_TYPES = {
    "ABST": "article-journal",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "GOVDOC": "report",
    "HEAR": "hearing",
    "ICOMM": "post",
    "INPR": "article-journal",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "MAGZ": "article-magazine",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MUSIC": "musical_score",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
}
_SUFFIX = re.compile(r"[JS]r\.?|[IVX]+|M\.?D\.?|Ph\.?D\.?", re.IGNORECASE)
"""What may follow a family name without given names."""
_NAMES = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A4": "translator"}
_DATES = {"PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed"}
_TEXTS = {
    "AB": "abstract",
    "BT": "title",
    "CN": "call-number",
    "CY": "publisher-place",
    "DO": "DOI",
    "ET": "edition",
    "ID": "id",
    "IS": "issue",
    "J2": "container-title-short",
    "JA": "container-title-short",
    "JF": "container-title",
    "JO": "container-title",
    "KW": "keyword",
    "LA": "language",
    "M3": "genre",
    "N1": "note",
    "N2": "abstract",
    "NV": "number-of-volumes",
    "PB": "publisher",
    "PP": "publisher-place",
    "ST": "title-short",
    "T1": "title",
    "T2": "container-title",
    "T3": "collection-title",
    "TI": "title",
    "UR": "URL",
    "VL": "volume",
}
_LISTS = {"KW"}
_PAGES = ("SP", "EP")
_SERIAL = {"BOOK", "CHAP", "EBOOK", "ECHAP", "EDBOOK", "CONF", "CPAPER", "DICT", "ENCYC"}
"""Types whose serial number is an ISBN."""
_WHOLE = {"BOOK", "EBOOK", "EDBOOK", "RPRT", "THES"}
"""Types that are part of a series, and of no journal."""


def is_ris(text: str) -> bool:
    """Whether a text has an entry of RIS."""
    return _BEGINS.search(text) is not None


def read_ris(text: str) -> list[dict[str, object]]:
    """The entries of a text as CSL items, also one whose end is not marked. What precedes the first says nothing."""
    return [_item(tags) for tags in _entries(text)]


def _entries(text: str) -> Iterator[dict[str, list[str]]]:
    """Values by tag; a line without a tag goes on with the one before."""
    tags: dict[str, list[str]] | None = None
    last = ""
    for line in text.removeprefix("\ufeff").splitlines():
        match = _LINE.fullmatch(line.rstrip())
        if match is not None and match["tag"] in {"TY", "ER"}:
            if tags:
                yield tags
            tags = defaultdict(list) if match["tag"] == "TY" else None
        if tags is None:
            continue
        if match is not None:
            last = match["tag"]
            tags[last].append((match["value"] or "").strip())
        elif line.strip():
            tags[last][-1] = f"{tags[last][-1]} {line.strip()}"
    if tags:
        yield tags


def _item(tags: dict[str, list[str]]) -> dict[str, object]:
    typed = " ".join(tags.pop("TY"))
    item: dict[str, object] = {"type": _TYPES.get(typed, "document")}
    pages = [value for tag in _PAGES for value in tags.pop(tag, ()) if value]
    if pages:
        item["page"] = "-".join(dict.fromkeys(pages))
    for tag, values in tags.items():
        said = [value for value in values if value]
        if not said:
            continue
        for name, value in _variables(typed, tag, said):
            _add(item, name, tag, value)
    return item


def _add(item: dict[str, object], name: str, tag: str, value: object) -> None:
    """A further value: of two dates the longer, where it is the other one and more; else under the tag's own name."""
    known = item.get(name)
    if isinstance(known, list) and isinstance(value, list):
        item[name] = [*known, *value]
    elif known is None or _begins(value, known):
        item[name] = value
    elif not _begins(known, value):
        item[tag] = value


def _begins(whole: object, part: object) -> bool:
    """Whether a value is the same as another one, or a date of which the other one is the beginning."""
    if isinstance(whole, dict) and isinstance(part, dict) and "date-parts" in whole and "date-parts" in part:
        days: list[str] = whole["date-parts"][0]
        return bool(days[: len(part["date-parts"][0])] == part["date-parts"][0])
    return whole == part


def _variables(typed: str, tag: str, values: list[str]) -> Iterator[tuple[str, object]]:
    """What a tag says; of several values where there is room for one, each further one under the tag's own name."""
    if tag in _NAMES:
        yield _NAMES[tag], [_name(value) for value in values]
    elif tag in _LISTS:
        yield _TEXTS[tag], ", ".join(values)
    elif tag in _DATES:
        yield _DATES[tag], _date(values[0])
        yield from ((tag, value) for value in values[1:])
    else:
        special = {"SN": "ISBN" if typed in _SERIAL else "ISSN"}
        if typed in _WHOLE:
            special["T2"] = "collection-title"
        yield special.get(tag) or _TEXTS.get(tag, tag), values[0]
        yield from ((tag, value) for value in values[1:])


def _name(typed: str) -> dict[str, str]:
    family, comma, rest = typed.partition(",")
    given, _, suffix = rest.partition(",")
    if not comma or not rest.strip():
        return {"literal": family.strip()}
    if rest.startswith(",") and not _SUFFIX.fullmatch(
        suffix.strip()
    ):  # how EndNote writes a comma of a body's name
        return {"literal": f"{family},{suffix}".strip()}
    return {"family": family.strip(), "given": given.strip(), "suffix": suffix.strip()}


def _date(typed: str) -> dict[str, object]:
    match = _DATE.fullmatch(typed)
    if match is None:
        return {"raw": typed}
    return {"date-parts": [[part for part in match.groups() if part]]}
