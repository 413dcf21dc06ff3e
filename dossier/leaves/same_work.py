"""Which works are one and the same under two keys: by DOI, by address, or by title, year and author."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model.work import Work

_SCHEME = re.compile(r"https?://(?:www\.)?|/$|#.*$", re.IGNORECASE)
_CONTAINERS = ("journaltitle", "booktitle")


class InCommon(StrEnum):
    """What two entries have in common, in the words that authors read."""

    DOI = "DOI and title"
    ADDRESS = "address and title"
    TITLE = "author, title and year"


@dataclass(slots=True)
class KnownWorks:
    """Works by the signs that they are known by."""

    _by_sign: dict[tuple[InCommon, str], list[Work]] = field(default_factory=lambda: defaultdict(list))

    def add(self, works: Iterable[Work]) -> None:
        """Know some works."""
        for work in works:
            for sign in _signs(work):
                self._by_sign[sign].append(work)

    def find(self, work: Work) -> tuple[Work, InCommon] | None:
        """The first known work that is the same as one, and by which sign."""
        for sign in _signs(work):
            for other in self._by_sign.get(sign, ()):
                if _agree(sign[0], work, other):
                    return other, sign[0]
        return None


def _signs(work: Work) -> Iterator[tuple[InCommon, str]]:
    if doi := work.fields.get("doi"):
        yield InCommon.DOI, doi.casefold()
    if url := work.fields.get("url"):
        yield InCommon.ADDRESS, _SCHEME.sub("", url).rstrip("/")
    if work.title and work.date and work.date.year is not None:
        yield InCommon.TITLE, f"{_bare(work.title)} {work.date.year}"


def _agree(sign: InCommon, work: Work, other: Work) -> bool:
    """Whether the rest speaks for one work: a chapter has its book's DOI, a preprint its article's title."""
    if _differ(work.fields.get("doi", ""), other.fields.get("doi", "")):
        return False
    if sign is InCommon.TITLE:
        places = [_bare(_container(each)) for each in (work, other)]
        return not _differ(*places) and not _differ(_first_author(work), _first_author(other))
    first, second = sorted((_bare(work.title or ""), _bare(other.title or "")), key=len)
    return second.startswith(first)


def _differ(one: str, other: str) -> bool:
    """Whether two texts are there and are not the same."""
    return bool(one and other) and one.casefold() != other.casefold()


def _container(work: Work) -> str:
    return next((work.fields[name] for name in _CONTAINERS if name in work.fields), "")


def _first_author(work: Work) -> str:
    return _bare(work.authors[0].family) if work.authors else ""


def _bare(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if char.isalnum())
