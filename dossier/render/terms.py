"""Abbreviations and words of the glossary, explained where pages of ours use them. Showing it is left to the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from dossier.leaves.markup import safe
from dossier.model.entity import Entity
from dossier.model.kinds import RecordKind
from dossier.model.links import Words
from dossier.model.public import Public

_ABBREVIATION = re.compile(r"[A-Z](?<![\w&#;/-].)[A-Z0-9&.]*[A-Z](?![\w/-])")
_LINE = re.compile(r'<dt(?: id="([^"]*)")?>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>', re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ABBR = Markup('<abbr title="{}">{}</abbr>')
GLOSSARY = "glossary.md"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary, what it `says` of it, and the `id` of its line, if it has one."""

    name: str
    says: str
    id: str


def abbreviations(dossier: Public) -> Mapping[str, str]:
    """The full names of what has a name in capitals; a name that two things have is not explained."""
    found: dict[str, set[str]] = {}
    for entity in dossier.corpus.entities.values():
        names = (entity.name, *entity.aliases)
        for name in names:
            if _ABBREVIATION.fullmatch(name) and (full := _in_full(entity)):
                found.setdefault(name, set()).add(full)
    return {name: next(iter(full)) for name, full in found.items() if len(full) == 1}


def _in_full(entity: Entity) -> str:
    """The name, unless that is short itself; then the first other name that says more."""
    return next((name for name in (entity.name, *entity.aliases) if " " in name), "")


def definitions(markdown: str, known: Mapping[str, str]) -> str:
    """What the extension `abbr` of Markdown explains abbreviations by: those that are used."""
    used = sorted(set(_ABBREVIATION.findall(markdown)) & set(known))
    return "".join(f"\n*[{name}]: {known[name]}" for name in used)


def glossary(dossier: Public) -> tuple[Term, ...]:
    """The words of the glossary."""
    body = dossier.links.inline.get(((RecordKind.PAGE, GLOSSARY), "body"), ())
    text = "".join(part.markdown for part in body if isinstance(part, Words))
    return tuple(
        Term(name, _LINK.sub(r"\1", says), id_) for id_, name, says in _LINE.findall(text) if "<" not in name
    )


def explained(text: str, known: Mapping[str, str]) -> Markup:
    """Words of ours with those of the glossary explained."""
    out, at = Markup(""), 0
    for start, end, term in _terms(text, known):
        if start >= at:
            out += safe(text[at:start]) + _ABBR.format(Markup(safe(known[term])), safe(text[start:end]))
            at = end
    return out + safe(text[at:])


def _terms(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    if not known:
        return
    for match in _any_of(tuple(known)).finditer(text):
        yield match.start(), match.end(), match[1].lower()


@cache
def _any_of(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)
