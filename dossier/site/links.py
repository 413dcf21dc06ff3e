"""Follows every link of the built HTML to its file and its anchor; MkDocs does not see links in raw HTML.

Links to other sites are counted, never fetched: a build needs no network.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from itertools import chain
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.leaves.numbers import counted
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems, Related
from dossier.site.contents import files_in
from dossier.site.page_links import PackedLinks, PageLinks, parse_links

_KEPT = "links.json"
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

    @property
    def is_own(self) -> bool:
        """Whether it leads elsewhere from each page; the others from a folder's folders all lead to one place."""
        return not self.leaves and not self.path.startswith(("../", "/"))


@dataclass(frozen=True, slots=True)
class _Site:
    """What links may lead to: all files, the anchors of pages, the path that the site is published below.

    `asked`: the files that were asked for, and whether each is there.
    """

    files: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    base: str
    asked: dict[str, bool] = field(default_factory=dict)

    def fault(self, name: str, link: _Link | None) -> str:
        """What is wrong with a link of the page `name`; empty where nothing is."""
        if link is None:
            return "it is not an address"
        if link.leaves:
            return ""
        folder, path = posixpath.dirname(name), link.path
        if path.startswith("/"):
            if not f"{path}/".startswith(self.base):
                return f"the site is published below {self.base}"
            folder, path = "", path.removeprefix(self.base.rstrip("/")).lstrip("/") or "./"
        target = self._file(folder, path) if path else name
        if not self._has(target):
            return f"there is no {target}"
        if link.fragment and target in self.ids and link.fragment not in self.ids[target]:
            return f"{target} has no place #{link.fragment}"
        return ""

    def _file(self, folder: str, path: str) -> str:
        """The file that a web server answers `path` with: a folder is answered with its index."""
        target = posixpath.normpath(posixpath.join(folder, path))
        named = self._has(target) or "." in posixpath.basename(target)
        if named and target != "." and not path.endswith("/"):
            return target
        return posixpath.normpath(posixpath.join(target, "index.html"))

    def _has(self, file: str) -> bool:
        return self.asked.setdefault(file, file in self.files)


def check_links(
    folder: Path,
    base: str,
    problems: Problems,
    paths: Collection[str] | None = None,
    known: Mapping[str, PackedLinks] | None = None,
    cache: Path | None = None,
) -> LinkCounts:
    """Check the site in `folder`; what links lead to and is not there is one problem, at the first page that has one.

    `base` is the path that the site is published below, with a slash at both ends: links that begin with `/` name it.
    `paths` are those of all files of the site, which are looked for unless they are given.
    `known` holds the links of pages, by their path in `folder`, that need not be read again. `cache` is a folder of
    what is kept from build to build: where links, anchors and what they lead to are as they were, they are as good.
    """
    files = frozenset(files_in(folder) if paths is None else paths)
    packed = {
        name: known[name] if known and name in known else parse_links((folder / name).read_bytes()).packed
        for name in sorted(files)
        if name.endswith(".html")
    }
    kept, key = Kept(cache) if cache else None, _digest(base, packed)
    if kept and (last := kept.find(_KEPT, key)):
        known_counts, asked = json.loads(last)
        if all((file in files) == is_there for file, is_there in asked.items()):
            return LinkCounts(*known_counts)
    pages = {name: PageLinks.of(links) for name, links in packed.items()}
    site = _Site(files, {name: frozenset(page.ids) for name, page in pages.items()}, base)
    links = {link: _split(link) for link in {link for page in pages.values() for link in page.links}}
    dead = _dead_links(site, pages, links)
    for fault, found in dead.items():
        _report(fault, found, problems)
    outside = {written for written, link in links.items() if link and link.leaves}
    inside = {written for written, link in links.items() if link and not link.leaves}
    anchors = {written for written in inside if (link := links[written]) and link.fragment}
    inside_links, anchor_links, outside_links = (
        sum(len(group.intersection(page.links)) for page in pages.values())
        for group in (inside, anchors, outside)
    )
    counts = LinkCounts(len(pages), inside_links, anchor_links, outside_links)
    if kept and not dead:
        with suppress(OSError):  # a folder that can't be written costs only time
            kept.keep(_KEPT, key, json.dumps([astuple(counts), site.asked]).encode())
    return counts


def _digest(base: str, pages: Mapping[str, PackedLinks]) -> str:
    """A digest of all that decides whether links are good, but files."""
    parts = (programs_at_work(), base, *chain(*pages.items()))
    return digest_of(*(part.encode("utf-8", "surrogatepass") for part in parts))


def _dead_links(
    site: _Site, pages: Mapping[str, PageLinks], links: Mapping[str, _Link | None]
) -> Mapping[str, Mapping[str, str]]:
    """Each thing that is wrong, and the first link of each page with which it is."""
    own = {written for written, link in links.items() if link and link.is_own}
    dead: dict[str, dict[str, str]] = {}
    shared: dict[str, dict[str, str]] = {}  # what is wrong with links that the folders of a folder share
    for name, page in pages.items():
        folder = posixpath.dirname(posixpath.dirname(name)) if "/" in name else f"/{name}"
        around = shared.setdefault(folder, {})
        here = set(page.links)
        around |= {link: site.fault(name, links[link]) for link in here.difference(own, around)}
        faults = {link: site.fault(name, links[link]) for link in here & own}
        for link in page.links:
            if fault := faults.get(link) or around.get(link):
                dead.setdefault(fault, {}).setdefault(name, link)
    return dead


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
