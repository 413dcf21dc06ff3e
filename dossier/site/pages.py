"""Writes all files of a site that MkDocs makes, and those beside its pages, in as many processes as help.

A page that was kept is not rendered again, and what stands in the folder as it is to be is not written again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from dossier.leaves.kept import digest_of
from dossier.leaves.processes import spread, worth
from dossier.model.output import OutputFile
from dossier.site.filled_folder import Digests, FilledFolder
from dossier.site.page_cache import KeptPage, PageCache
from dossier.site.page_links import PageLinks
from dossier.site.pages_folder import Pages
from dossier.site.renderer import PageRenderer

_COPIED = 8
"""So many files are copied in the time in which a page is rendered."""
_AT_ONCE = 50
"""How many files are copied at once."""


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """A digest of each file of a site, and what its pages link to, by their paths in it."""

    digests: Digests
    links: Mapping[str, PageLinks]


@dataclass(frozen=True, slots=True)
class _Rendered:
    """What is known of a page that was rendered and is in its place, and what MkDocs warned of on the way."""

    page: KeptPage
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Static:
    """A file that goes into the site as it is."""

    path: str
    digest: str
    read: Callable[[], bytes]


def write_site(
    renderer: PageRenderer, site: FilledFolder, pages: Pages, cache: PageCache | None, warnings: list[str]
) -> WrittenSite:
    """Make the folder of a site hold all that MkDocs makes, and the files beside the pages whose paths are free.

    `warnings` is where MkDocs' warnings come while a page is rendered; a page that has one is not kept.
    """
    taken = renderer.names
    beside = [file for file in pages.beside if file.path not in taken]
    site.remove_others(taken | {file.path for file in beside})
    known = pages.digests if Path(renderer.config.docs_dir) == pages.folder else {}

    def source(file: File) -> str:
        """A digest of what a file is made of."""
        digest = known.get(file.src_uri) if file.src_dir == renderer.config.docs_dir else None
        return digest or digest_of(file.content_bytes)

    def render(key: str) -> tuple[str, _Rendered]:
        before = len(warnings)
        page = renderer.render(keys[key])
        told = tuple(warnings[before:])
        del warnings[before:]
        return key, _Rendered(KeptPage(_write(site, keys[key], page.html), page.links, page.asked), told)

    def copy(kept: Sequence[str]) -> list[str]:
        """Put pages in their place that were kept; those that were whole."""
        html = dict(cache.html({key: found[key].digest for key in kept})) if cache else {}
        for key in html:
            _write(site, keys[key], html[key])
        return list(html)

    keys = {cache.key(file.src_uri, source(file)) if cache else file.src_uri: file for file in renderer.pages}
    found = dict(_kept(renderer, cache, keys)) if cache else {}
    absent = [key for key, page in found.items() if site.held.get(keys[key].dest_uri, "") != page.digest]
    missing = [key for key in keys if key not in found]
    missing.sort(key=lambda key: len(keys[key].content_bytes), reverse=True)  # none is left with a long one

    static = [_Static(file.dest_uri, source(file), partial(_content, file)) for file in renderer.others]
    static += [_Static(file.path, digest_of(file.content), partial(_content, file)) for file in beside]
    stale = [file for file in static if site.held.get(file.path) != file.digest]

    jobs: list[Callable[[], Any]] = [partial(render, key) for key in missing]
    copies = [partial(copy, some) for some in _parts(absent)]
    jobs += [*copies, *(partial(_place, site, some) for some in _parts(stale))]
    done = spread(lambda job: job(), jobs, worth(len(missing) + (len(absent) + len(stale)) // _COPIED))
    damaged = set(absent).difference(*done[len(missing) :][: len(copies)])
    made = dict(chain(done[: len(missing)], map(render, sorted(damaged))))
    warnings += [words for key in keys if key in made for words in made[key].warnings]

    used = found.keys() - made.keys()
    found |= {key: rendered.page for key, rendered in made.items()}
    digests = {file.path: file.digest for file in static}
    digests |= {keys[key].dest_uri: page.digest for key, page in found.items() if page.digest}
    digests |= site.take_in(renderer.write_templates())
    if cache:
        new = [key for key, rendered in made.items() if not rendered.warnings]
        cache.keep(((key, made[key].page, _html(site, keys[key])) for key in new), used)
    return WrittenSite(digests, {keys[key].dest_uri: _interned(found[key].links) for key in keys})


def _kept(
    renderer: PageRenderer, cache: PageCache, keys: Mapping[str, File]
) -> Iterator[tuple[str, KeptPage]]:
    """The pages that were kept, by their keys, where each file that they asked for is there or not as it was."""
    for key, page in cache.find(keys):
        if all((path in renderer.files.src_uris) == is_there for path, is_there in page.asked):
            yield key, page


def _parts(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))


def _content(file: File | OutputFile) -> bytes:
    return file.content if isinstance(file, OutputFile) else file.content_bytes


def _place(site: FilledFolder, files: Sequence[_Static]) -> None:
    for file in files:
        site.write(file.path, file.read())


def _write(site: FilledFolder, file: File, html: bytes) -> str:
    """Write a page, and give its digest; MkDocs, too, leaves an empty page out."""
    if html.strip():
        return site.write(file.dest_uri, html)
    Path(file.abs_dest_path).unlink(missing_ok=True)
    return ""


def _html(site: FilledFolder, file: File) -> bytes:
    """A page that was just written, by whichever process."""
    path = site.path / file.dest_uri
    return path.read_bytes() if path.exists() else b""


def _interned(page: PageLinks) -> PageLinks:
    """The same with each address and anchor once in memory: many are on most pages."""
    return PageLinks(tuple(map(sys.intern, page.links)), tuple(map(sys.intern, page.ids)))
