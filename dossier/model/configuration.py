"""What mkdocs.yml says that pages and records depend on; all else in it is for MkDocs to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model.place import Place
from dossier.model.work import Name


@dataclass(frozen=True, slots=True)
class Site:
    """What the site is called, and its `url` with a slash at the end; empty where it has no lasting address."""

    name: str = ""
    url: str = ""
    description: str = ""


class ReportWay(StrEnum):
    """How readers report what is wrong."""

    ISSUE = "issue"
    MAIL = "mail"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Report:
    """Where readers report what is wrong (`extra.report`): the address of a page that takes issues, of a mailbox, of a
    form in which `{id}` and `{page}` are filled in.
    """

    way: ReportWay
    to: str


@dataclass(frozen=True, slots=True)
class Citing:
    """How the site is cited (`extra.cite`): its authors, its publisher, and the style of citations.

    `style` is the name of one that comes with the package, none for the default one, or `csl` is the project's own.
    """

    style: str = ""
    csl: str = ""
    authors: tuple[Name, ...] = ()
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A page that the navigation leads to, by its path among the pages as they are built: `notes/index.md`."""

    path: str
    place: Place
    titled: bool = False
    """Whether a title is written beside it; else the page's own is printed."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What mkdocs.yml says; a project without one has the defaults.

    `named` are all texts in it: a file below `docs/` whose path is among them is published. Files that match a pattern
    of `unpublished` (`extra.unpublished`) stay out on purpose. `trusted_html` (`extra.trusted_html`) lets hand-written
    Markdown do whatever HTML can. `extensions` are the names of Markdown extensions.
    """

    site: Site = Site()
    citing: Citing = Citing()
    report: Report | None = None
    nav: tuple[NavEntry, ...] = ()
    named: frozenset[str] = field(default_factory=frozenset)
    unpublished: tuple[str, ...] = ()
    trusted_html: bool = False
    extensions: tuple[str, ...] = ("attr_list", "footnotes", "md_in_html")
