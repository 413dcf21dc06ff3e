"""Writes all files of a site that MkDocs makes: pages that were kept, and the others, in as many processes as help."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.files import File, Files

from dossier.leaves.kept import digest_of
from dossier.leaves.processes import spread, worth
from dossier.site.filled_folder import Digests, FilledFolder
from dossier.site.page_cache import KeptPage, PageCache
from dossier.site.page_links import PageLinks
from dossier.site.pages_folder import Pages
from dossier.site.renderer import PageRenderer

_Keyed = Mapping[str, File]
"""Files of pages by their keys."""


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """A digest of each file of a site, and what its pages link to, by their paths in it."""

    digests: Digests
    links: Mapping[str, PageLinks]


@dataclass(frozen=True, slots=True)
class _Rendered:
    """What is known of a page once it is in its place, and what MkDocs warned of on the way."""

    page: KeptPage
    warnings: tuple[str, ...]


def write_site(
    renderer: PageRenderer, site: FilledFolder, pages: Pages, cache: PageCache | None, warnings: list[str]
) -> WrittenSite:
    """Make the folder of a site hold all that MkDocs makes, and the files beside the pages whose paths are free.

    What the folder holds already and is the same is not touched.
    `warnings` is where MkDocs' warnings come while a page is rendered; a page that has one is not kept.
    """
    taken = renderer.names
    beside = {file.path: file.content for file in pages.beside if file.path not in taken}
    site.remove_others(taken | beside.keys())
    known = pages.digests if Path(renderer.config.docs_dir) == pages.folder else {}

    def source(file: File) -> str:
        """A digest of what a file is made of."""
        digest = known.get(file.src_uri) if file.src_dir == renderer.config.docs_dir else None
        return digest or digest_of(file.content_bytes)

    keys = {cache.key(file.src_uri, source(file)) if cache else file.src_uri: file for file in renderer.pages}
    found = _kept(renderer.files, site, cache, keys) if cache else {}
    others = {file.dest_uri: source(file) for file in renderer.others}
    stale = [file for file in renderer.others if site.held.get(file.dest_uri) != others[file.dest_uri]]

    def make(file: File) -> _Rendered | None:
        if not file.is_documentation_page():
            site.write(file.dest_uri, file.content_bytes)
            return None
        before = len(warnings)
        page = renderer.render(file)
        told = tuple(warnings[before:])
        del warnings[before:]
        return _Rendered(KeptPage(_write(site, file, page.html), page.links, page.asked), told)

    missing = [key for key in keys if key not in found]
    missing.sort(key=lambda key: len(keys[key].content_bytes), reverse=True)  # none is left with a long one
    rendered = spread(make, [*(keys[key] for key in missing), *stale], worth(len(missing)))
    made = {key: page for key, page in zip(missing, rendered, strict=False) if page}
    warnings += [words for key in keys if key in made for words in made[key].warnings]
    found |= {key: one.page for key, one in made.items()}
    digests = others | {keys[key].dest_uri: page.digest for key, page in found.items() if page.digest}
    digests |= site.take_in(renderer.write_templates())
    digests |= {path: site.write(path, content) for path, content in beside.items()}
    if cache:
        new = [key for key, one in made.items() if not one.warnings]
        kept = ((key, made[key].page, _html(site, keys[key])) for key in new)
        cache.keep(kept, found.keys() - made.keys())
    return WrittenSite(digests, {keys[key].dest_uri: _interned(found[key].links) for key in keys})


def _kept(files: Files, site: FilledFolder, cache: PageCache, keys: _Keyed) -> dict[str, KeptPage]:
    """The pages that were kept, now in their place: where each file that they asked for is there or not as it was."""
    found = {
        key: page
        for key, page in cache.find(keys)
        if all((path in files.src_uris) == is_there for path, is_there in page.asked)
    }
    absent = {
        key: page.digest
        for key, page in found.items()
        if site.held.get(keys[key].dest_uri, "") != page.digest
    }
    for key, html in cache.html(absent):
        _write(site, keys[key], html)
        del absent[key]
    return {key: page for key, page in found.items() if key not in absent}


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
