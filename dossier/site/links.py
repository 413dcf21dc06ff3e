"""Follows every link of the built HTML to its file and its anchor; MkDocs does not see links in raw HTML.

Links to other sites are counted, never fetched: a build needs no network.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems

_LINKING = {"href", "src", "poster", "data"}
_ANCHORS = {"id", "name"}


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """What was checked: HTML pages, links within the site, links to a place within a page, links to other sites."""

    pages: int
    links: int
    anchors: int
    outside: int


class _Page(HTMLParser):
    """The links and anchors of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if name in _LINKING and not (tag == "link" and ("rel", "canonical") in attrs) and tag != "base":
                self.links.add(value)
            elif name == "id" or (name in _ANCHORS and tag == "a"):
                self.ids.add(value)


def check_links(site: Path, problems: Problems) -> LinkCounts:
    """Check the site in the folder `site`; a broken link is a problem at the page that has it."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: _parse(site / name) for name in sorted(files) if name.endswith(".html")}
    links = anchors = outside = 0
    for name, page in pages.items():
        for link in sorted(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                outside += 1
                continue
            links += 1
            anchors += bool(parts.fragment)
            if fault := _fault(name, parts.path, parts.fragment, files, pages):
                problems.add(
                    Place(_markdown_of(name)), Code.DEAD_LINK, f"the link “{link}” leads nowhere: {fault}"
                )
    return LinkCounts(len(pages), links, anchors, outside)


def _parse(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def _fault(name: str, path: str, fragment: str, files: set[str], pages: Mapping[str, _Page]) -> str:
    """What is wrong with a link of the page `name`; empty where nothing is."""
    target = name
    if path:
        base = "" if path.startswith("/") else posixpath.dirname(name)
        target = posixpath.normpath(posixpath.join(base, unquote(path).lstrip("/")))
        if (
            path.endswith("/")
            or target == "."
            or (target not in files and "." not in posixpath.basename(target))
        ):
            target = posixpath.normpath(posixpath.join(target, "index.html"))
    if target not in files:
        return f"there is no {target}"
    if fragment and target in pages and unquote(fragment) not in pages[target].ids:
        return f"{target} has no place #{unquote(fragment)}"
    return ""


def _markdown_of(name: str) -> str:
    """The Markdown file that an HTML page was built from."""
    return (
        f"build/pages/{name.removesuffix('index.html')}index.md"
        if name.endswith("index.html")
        else f"site/{name}"
    )
