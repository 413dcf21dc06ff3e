"""Addresses of pages, and of places in them, from ids. They stay for ever, since readers link to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Literal
from urllib.parse import quote, urlencode
from uuid import NAMESPACE_URL, uuid5

from dossier.model.analysis import TimelineEntry
from dossier.model.configuration import Site
from dossier.model.entity import Entity
from dossier.model.ids import EntityId
from dossier.model.kinds import RecordKind
from dossier.model.vocabulary import Vocabulary

PageKind = Literal[
    RecordKind.CLAIM,
    RecordKind.TOPIC,
    RecordKind.QUESTION,
    RecordKind.SOURCE,
    RecordKind.WORK,
    RecordKind.PAGE,
]
"""The records whose page follows from what they are; entities know theirs themselves."""


class SitePage(StrEnum):
    """The pages that do not depend on records, by address: every site has them, a map if anything can lie on one."""

    BIBLIOGRAPHY = "bibliography/"
    CHANGES = "changes/"
    CITING = "data/citing/"
    CLAIMS = "claims/"
    COVERAGE = "coverage/"
    DATA = "data/"
    ERRORS = "errors/"
    EXPLORE = "explore/"
    FIGURES = "figures/"
    LICENSES = "licenses/"
    MAP = "map/"
    NETWORK = "network/"
    NOTES = "notes/"
    QUESTIONS = "questions/"
    SOURCES = "sources/"
    TIMELINE = "timeline/"
    TOPICS = "topics/"


FEED = f"{SitePage.CHANGES}feed.xml"
"""The address of the feed of changes."""


ARCHIVE = "dossier.zip"
"""The address of the whole site in one file, where a build was asked for it."""


def lasting(site: Site, path: str) -> str:
    """The lasting id of what is at a path of a site: its address, and where a site has none a UUID of name and path."""
    return f"{site.url}{path}" if site.url else _urn(f"{site.name}/{path}")


@lru_cache(maxsize=100_000)  # the same records are named in several files, and on many pages
def _urn(named: str) -> str:
    return uuid5(NAMESPACE_URL, named).urn


def fixed_pages(vocabulary: Vocabulary) -> Iterator[str]:
    """The addresses of the pages of a site that follow from its words alone: fixed ones, and the indexes of kinds."""
    yield from (page for page in SitePage if page is not SitePage.MAP or vocabulary.has_map)
    yield from (kind.address for kind in vocabulary.kinds)


@lru_cache(maxsize=100_000)
def page_of(kind: PageKind, id: str) -> str:  # noqa: A002 - the records' own word
    """The address of a thing's page relative to the site's root: `claims/<id>/`; a work is at
    `bibliography/#<its id>`.

    For hand-written pages `id` is the path in `docs/`.
    """
    match kind:
        case RecordKind.WORK:
            return f"{SitePage.BIBLIOGRAPHY}#{quote(work_id(id))}"
        case RecordKind.PAGE:
            path = f"/{id.removesuffix('.md')}/".removesuffix("/index/")
            return path.strip("/") + "/" if path.strip("/") else ""
        case RecordKind.CLAIM | RecordKind.TOPIC | RecordKind.QUESTION | RecordKind.SOURCE:
            return f"{kind.value}s/{id}/"


def page_of_moment(entry: TimelineEntry, entities: Mapping[EntityId, Entity]) -> str:
    """Where a moment leads: to the event that its claims are about, else to its claim."""
    return entities[entry.event].address if entry.event else page_of(RecordKind.CLAIM, entry.claims[0])


def work_id(key: str) -> str:
    """The id of a work in the bibliography: its key in small letters, with a hyphen for each other sign."""
    return re.sub(r"[\W_]", "-", unicodedata.normalize("NFC", key.lower()))


def more(page: str, number: int) -> str:
    """The address of the `number`th page (from 2) of what outgrows a page: `events/more/2/`."""
    return f"{page}more/{number}/"


def by(page: str, key: str) -> str:
    """The address of what a page lists of one source, or of one work: `claims/by/<source>/`."""
    return f"{page}by/{key}/"


def explored(chosen: Mapping[str, str]) -> str:
    """The address of the claims that fit all of some choices: `explore/?source=rain2020&topic=light`.

    What can be chosen: `source`, `kind`, the id of a kind of entity, `topic`, `decade` (its id, or `undated`),
    `speaker`, the id of a qualifier, `hedged` and `differs` (`yes`), words as `q`. Ids with a space between them are
    chosen together. `look/assets/explore` reads it, of each any number; `tests/leaves/explored.yml` holds for both.
    """
    return f"{SitePage.EXPLORE}?{urlencode(chosen)}" if chosen else SitePage.EXPLORE


def file_of(page: str) -> str:
    """The Markdown file of the page at an address: `claims/x/` is written to `claims/x/index.md`."""
    return f"{page}index.md"


def relative(page: str, to: str) -> str:
    """The link that leads from the page at one address to another address, fragment and all."""
    path, mark, fragment = to.partition("#")
    if path == page and mark:
        return mark + fragment
    return f"{_way(page, path)}{mark}{fragment}"


@lru_cache(maxsize=100_000)
def _way(page: str, path: str) -> str:
    """`posixpath.relpath`, which asks the system for the current folder each time, of addresses."""
    here, there = _folders(page), _folders(path)
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    way = "/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "."
    return f"{way}/" if path == "" or path.endswith("/") else way


@lru_cache(maxsize=100_000)
def _folders(at: str) -> tuple[str, ...]:
    return tuple(part for part in at.split("/") if part)


def piece_id(claim: str, number: int = 1) -> str:
    """The id of the `number`th piece (from 1) of a claim's words on its source's page."""
    return claim if number == 1 else f"{claim}--{number}"


def quote_url(source: str, claim: str) -> str:
    """The address of a claim's highlighted words."""
    return f"{page_of(RecordKind.SOURCE, source)}#{piece_id(claim)}"


def year_id(year: int) -> str:
    """The id of a year's place on the timeline."""
    return f"y{year:04}"


def decade_id(first: int) -> str:
    """The id of a decade that begins with the year `first`: `1990s`."""
    return f"{first:04}s"


def decade(first: int) -> str:
    """The address of a decade of a timeline that outgrows a page."""
    return f"{SitePage.TIMELINE}{decade_id(first)}/"


def note_id(number: int) -> str:
    """The id of a source's note on the source's page."""
    return f"note-{number}"


def reference_id(number: int, occurrence: int = 1) -> str:
    """The id of a reference to a note; a note referred to again has `ref-5--2`, `ref-5--3` and so on."""
    return f"ref-{number}" if occurrence == 1 else f"ref-{number}--{occurrence}"


def page_id(number: int) -> str:
    """The id of the place where a page of the source's document begins, on the source's page."""
    return f"page-{number}"
