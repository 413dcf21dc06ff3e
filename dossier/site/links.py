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

from dossier.leaves.numbers import counted
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems, Related

_LINKING = {"href", "src", "poster", "data"}
_ANCHORS = {"id", "name"}
_SHOWN = 3
"""How many more pages are named that have the same broken link."""


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


@dataclass(frozen=True, slots=True)
class _Site:
    """What links may lead to: all files, the pages among them, the path that the site is published below."""

    files: frozenset[str]
    pages: Mapping[str, _Page]
    base: str

    def fault(self, name: str, path: str, fragment: str) -> str:
        """What is wrong with a link of the page `name`; empty where nothing is."""
        folder = posixpath.dirname(name)
        if path.startswith("/"):
            if not f"{path}/".startswith(self.base):
                return f"the site is published below {self.base}"
            folder, path = "", path.removeprefix(self.base.rstrip("/")).lstrip("/") or "./"
        target = self._file(posixpath.join(folder, path)) if path else name
        if target not in self.files:
            return f"there is no {target}"
        if fragment and target in self.pages and fragment not in self.pages[target].ids:
            return f"{target} has no place #{fragment}"
        return ""

    def _file(self, path: str) -> str:
        """The file that a web server answers `path` with: a folder is answered with its index."""
        target = posixpath.normpath(path)
        index = posixpath.normpath(posixpath.join(target, "index.html"))
        named = target in self.files or "." in posixpath.basename(target)
        return target if named and target != "." and not path.endswith("/") else index


def check_links(folder: Path, base: str, problems: Problems) -> LinkCounts:
    """Check the site in `folder`; what links lead to and is not there is one problem, at the first page that has one.

    `base` is the path that the site is published below, with a slash at both ends: links that begin with `/` name it.
    """
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages = {name: _parse(folder / name) for name in sorted(files) if name.endswith(".html")}
    site = _Site(files, pages, base)
    links = anchors = outside = 0
    dead: dict[str, dict[str, str]] = {}  # what is wrong, and the links that have it by page
    for name, page in pages.items():
        for link in sorted(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                outside += 1
                continue
            links += 1
            anchors += bool(parts.fragment)
            if fault := site.fault(name, unquote(parts.path), unquote(parts.fragment)):
                dead.setdefault(fault, {}).setdefault(name, link)
    for fault, found in dead.items():
        _report(fault, found, problems)
    return LinkCounts(len(pages), links, anchors, outside)


def _report(fault: str, found: Mapping[str, str], problems: Problems) -> None:
    (name, link), *others = found.items()
    related = [Related(Place(_markdown_of(other)), "this page has it, too") for other, _ in others[:_SHOWN]]
    more = len(others) - len(related)
    help_ = f"{counted(more, 'more page')} {'links' if more == 1 else 'link'} to it" if more else ""
    message = f"the link “{link}” leads nowhere: {fault}"
    problems.add(Place(_markdown_of(name)), Code.DEAD_LINK, message, help_, related)


def _parse(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def _markdown_of(name: str) -> str:
    """The Markdown file that an HTML page was built from."""
    return (
        f"build/pages/{name.removesuffix('index.html')}index.md"
        if name.endswith("index.html")
        else f"site/{name}"
    )
