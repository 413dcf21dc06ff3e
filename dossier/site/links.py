"""Follows every link of the built HTML to its file and its anchor; MkDocs does not see links in raw HTML.

Links to other sites are counted, never fetched: a build needs no network.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dossier.leaves.numbers import counted
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems, Related
from dossier.site.page_links import PageLinks, parse_links

_SHOWN = 3
"""How many more pages are named that have the same broken link."""


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """What was checked: HTML pages, links within the site, links to a place within a page, links to other sites."""

    pages: int
    links: int
    anchors: int
    outside: int


@dataclass(frozen=True, slots=True)
class _Link:
    """A link as it is written, apart: is it to another site, the path and the fragment, each decoded."""

    leaves: bool
    path: str
    fragment: str


@dataclass(frozen=True, slots=True)
class _Site:
    """What links may lead to: all files, the anchors of pages, the path that the site is published below."""

    files: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    base: str
    resolved: dict[tuple[str, str], str] = field(default_factory=dict)
    """The file of each folder and path that was asked for: most pages go up to the root, and down from there alike."""

    def fault(self, name: str, path: str, fragment: str) -> str:
        """What is wrong with a link of the page `name`; empty where nothing is."""
        folder = posixpath.dirname(name)
        if path.startswith("/"):
            if not f"{path}/".startswith(self.base):
                return f"the site is published below {self.base}"
            folder, path = "", path.removeprefix(self.base.rstrip("/")).lstrip("/") or "./"
        target = self._file(folder, path) if path else name
        if target not in self.files:
            return f"there is no {target}"
        if fragment and target in self.ids and fragment not in self.ids[target]:
            return f"{target} has no place #{fragment}"
        return ""

    def _file(self, folder: str, path: str) -> str:
        """The file that a web server answers `path` with: a folder is answered with its index."""
        while folder and path.startswith("../"):
            folder, path = folder.rpartition("/")[0], path.removeprefix("../") or "./"
        if (file := self.resolved.get((folder, path))) is not None:
            return file
        target = posixpath.normpath(posixpath.join(folder, path))
        index = posixpath.normpath(posixpath.join(target, "index.html"))
        named = target in self.files or "." in posixpath.basename(target)
        file = target if named and target != "." and not path.endswith("/") else index
        return self.resolved.setdefault((folder, path), file)


def check_links(
    folder: Path, base: str, problems: Problems, known: Mapping[str, PageLinks] | None = None
) -> LinkCounts:
    """Check the site in `folder`; what links lead to and is not there is one problem, at the first page that has one.

    `base` is the path that the site is published below, with a slash at both ends: links that begin with `/` name it.
    `known` holds the links of pages, by their path in `folder`, that need not be read again.
    """
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages = {
        name: known[name] if known and name in known else parse_links((folder / name).read_bytes())
        for name in sorted(files)
        if name.endswith(".html")
    }
    site = _Site(files, {name: frozenset(page.ids) for name, page in pages.items()}, base)
    parts = {link: _split(link) for link in {link for page in pages.values() for link in page.links}}
    links = anchors = outside = 0
    dead: dict[str, dict[str, str]] = {}  # what is wrong, and the links that have it by page
    for name, page in pages.items():
        for written in page.links:
            link = parts[written]
            if link is None:
                dead.setdefault("it is not an address", {}).setdefault(name, written)
                continue
            if link.leaves:
                outside += 1
                continue
            links += 1
            anchors += bool(link.fragment)
            if fault := site.fault(name, link.path, link.fragment):
                dead.setdefault(fault, {}).setdefault(name, written)
    for fault, found in dead.items():
        _report(fault, found, problems)
    return LinkCounts(len(pages), links, anchors, outside)


def _split(written: str) -> _Link | None:
    """The parts of a link; none where no browser can read it as an address, either."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return None
    return _Link(bool(parts.scheme or parts.netloc), unquote(parts.path), unquote(parts.fragment))


def _report(fault: str, found: Mapping[str, str], problems: Problems) -> None:
    (name, link), *others = found.items()
    related = [Related(Place(_markdown_of(other)), "this page has it, too") for other, _ in others[:_SHOWN]]
    more = len(others) - len(related)
    help_ = "correct the link where it is written: in docs/, in overrides/ or in mkdocs.yml"
    if more:
        help_ += f"\n{counted(more, 'more page')} {'links' if more == 1 else 'link'} to it"
    message = f"the link “{link}” leads nowhere: {fault}"
    problems.add(Place(_markdown_of(name)), Code.DEAD_LINK, message, help_, related)


def _markdown_of(name: str) -> str:
    """The Markdown file that an HTML page was built from."""
    return (
        f"build/pages/{name.removesuffix('index.html')}index.md"
        if name.endswith("index.html")
        else f"site/{name}"
    )
