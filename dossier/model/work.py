"""The work: an entry of `citations.bib`, ours or one that our sources cite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model.date import Date
from dossier.model.ids import WorkKey


@dataclass(frozen=True, slots=True)
class Name:
    """A person (`family`, `given`) or a corporate author (`family` alone, `corporate`), LaTeX decoded."""

    family: str
    given: str = ""
    corporate: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """One entry. `label` is what the sources print for it; `None` or empty where no text states a value.

    `fields` are the decoded fields other than names (`url` and `doi` as typed); `bibtex` is the entry as typed.
    """

    key: WorkKey
    type: str
    label: str
    title: str | None
    authors: tuple[Name, ...]
    date: Date | None
    language: str | None
    fields: Mapping[str, str]
    bibtex: str
