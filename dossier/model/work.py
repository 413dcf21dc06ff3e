"""The work: an entry of `citations.bib` or of `works/*.bib`, ours or one that our sources cite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    """One entry. `label` is what the sources print for it, else author and year; `None` where no text states a value.

    `fields` are the decoded fields other than names, under biblatex's names (`journaltitle`, not `journal`); `names`
    are the names other than the authors', by field; `bibtex` is the entry as typed, without `file` and `abstract`.
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
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)

    @property
    def formerly(self) -> tuple[WorkKey, ...]:
        """The keys that it had before: what biblatex calls its `ids`."""
        typed = self.fields.get("ids", "")
        return tuple(WorkKey(key) for key in (part.strip() for part in typed.split(",")) if key)
