"""`changes/feed.xml`: what became of records lately, as Atom (RFC 4287). What that is is left to `changes`."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dossier.leaves.address import FEED, SitePage, lasting
from dossier.leaves.changes import HistoryEntry, changes
from dossier.model.day import Day
from dossier.model.exported import ExportedFile
from dossier.model.output import OutputFile
from dossier.model.public import Public

_ATOM = "http://www.w3.org/2005/Atom"
_LATEST = 100
"""How many entries a feed has; the page of changes has all."""
_BEFORE_ALL = Day(1980, 1, 1)


def feed(public: Public) -> ExportedFile:
    """The one file. Days are midnight UTC, since records name no hour."""
    site = public.corpus.configuration.site
    latest = changes(public.corpus)[:_LATEST]
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _text(root, "id", lasting(site, FEED))
    _text(root, "title", f"{site.name or 'Untitled'}: changes")
    _text(root, "updated", _moment(latest[0].day if latest else _BEFORE_ALL))
    for name in _authors(public):
        _text(SubElement(root, "author"), "name", name)
    SubElement(root, "link", {"rel": "self", "href": f"{site.url}{FEED}" if site.url else "feed.xml"})
    SubElement(root, "link", {"href": f"{site.url}{SitePage.CHANGES}" if site.url else "./"})
    for change in latest:
        entry = SubElement(root, "entry")
        _text(entry, "id", lasting(site, f"{SitePage.CHANGES}#{change.anchor}"))
        _text(entry, "title", f"{change.sort.label}: {change.name}")
        _text(entry, "updated", _moment(change.day))
        SubElement(entry, "link", {"href": f"{site.url or '../'}{change.address}"})
        content = SubElement(entry, "content", {"type": "html"})
        content.text = "".join(_html(change))
    indent(root, " ")
    written = tostring(root, encoding="unicode", xml_declaration=False)
    note = (
        f"An Atom feed (RFC 4287) for readers that follow sites: the latest {_LATEST} changes, with what was said "
        "before, what is said now, and why. Days are midnight UTC. Where the site has no lasting address, ids are "
        "`urn:uuid` and links relative."
    )
    file = OutputFile.of_text(FEED, f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n')
    return ExportedFile(file, "one change", len(latest), note=note)


def _authors(public: Public) -> Iterator[str]:
    configuration = public.corpus.configuration
    names = [
        f"{name.given} {name.family}".strip() if not name.corporate else name.family
        for name in configuration.citing.authors
    ]
    yield from names or [configuration.citing.publisher or configuration.site.name or "Untitled"]


def _html(change: HistoryEntry) -> Iterator[str]:
    if change.why:
        yield f"<p>{escape(change.why)}</p>"
    for revised in change.fields:
        field = escape(revised.field.replace("_", " ").capitalize())
        now = f" <ins>{escape(revised.after)}</ins>" if revised.after else ""
        yield f"<p>{field}: <del>{escape(revised.before)}</del>{now}</p>"
    if change.was:
        yield f"<p>The id was <code>{escape(change.was)}</code>, and is <code>{escape(change.id)}</code>.</p>"
    if change.claims:
        yield f"<p>With {change.claims} {'claim' if change.claims == 1 else 'claims'}.</p>"
    if not (change.why or change.fields or change.was or change.claims):
        yield f"<p>{escape(change.name)}</p>"


def _moment(day: Day) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
