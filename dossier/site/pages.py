"""Writes all files of a site that MkDocs makes, and those beside its pages, in as many processes as help.

A page that was kept is not rendered again, and what stands in the folder as it is to be is not written again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from mkdocs.structure.files import File

from dossier.leaves.kept import digest_of
from dossier.leaves.processes import spread, worth
from dossier.model.output import OutputFile
from dossier.site.filled_folder import Digests, FilledFolder
from dossier.site.page_cache import KeptPage, PageCache
from dossier.site.page_links import PackedLinks
from dossier.site.page_writer import PageWriter, WrittenPage
from dossier.site.pages_folder import Pages
from dossier.site.renderer import PageRenderer
from dossier.site.sources import read_source, sources_of

_COPIED = 8
"""So many files are copied in the time in which a page is rendered."""
_AT_ONCE = 50
"""How many files are copied at once."""


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """A digest of each file of a site, and what its pages link to, by their paths in it."""

    digests: Digests
    links: Mapping[str, PackedLinks]


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

    `warnings` is where MkDocs' warnings come while a page is rendered; a page that has one is not kept. Raises
    `UsageError` where what the site is made of changes meanwhile.
    """
    taken = renderer.names
    beside = [file for file in pages.beside if file.path not in taken]
    site.remove_others(taken | {file.path for file in beside})

    sources = sources_of(renderer, pages)
    keys = (
        cache.key(file.src_uri, sources[file.src_uri]) if cache else file.src_uri for file in renderer.pages
    )
    files = dict(zip(keys, renderer.pages, strict=True))
    writer = PageWriter(renderer, site, cache, warnings, sources, files)
    static = [*_copies(renderer.others, sources), *_additions(beside)]

    kept = dict(writer.kept())
    made = _write_all(writer, kept, static)
    warnings += [words for key in files if key in made for words in made[key].warnings]
    if cache:
        new = [key for key, rendered in made.items() if not rendered.warnings]
        cache.keep(((key, made[key].page, writer.html(key)) for key in new), kept.keys() - made.keys())

    all_pages = kept | {key: rendered.page for key, rendered in made.items()}
    digests = {file.path: file.digest for file in static}
    digests |= {files[key].dest_uri: page.digest for key, page in all_pages.items() if page.digest}
    digests |= site.take_in(renderer.write_templates())
    return WrittenSite(digests, {files[key].dest_uri: all_pages[key].links for key in files})


def _copies(files: Iterable[File], sources: Digests) -> Iterator[_Static]:
    for file in files:
        digest = sources[file.src_uri]
        yield _Static(file.dest_uri, digest, partial(read_source, file, digest))


def _additions(files: Iterable[OutputFile]) -> Iterator[_Static]:
    for file in files:
        yield _Static(file.path, digest_of(file.content), partial(bytes, file.content))


def _write_all(
    writer: PageWriter, kept: Mapping[str, KeptPage], static: Collection[_Static]
) -> Mapping[str, WrittenPage]:
    """Write all that is not in its place already, in as many processes as help; the pages that had to be rendered."""
    files = writer.files
    missing = [key for key in files if key not in kept]
    missing.sort(key=lambda key: len(files[key].content_bytes), reverse=True)  # none is left with a long one
    writer.renderer.shells.expect(len(missing))
    absent = {key: page.digest for key, page in kept.items() if not writer.stands(key, page)}
    stale = [file for file in static if writer.site.held.get(file.path) != file.digest]

    rendering = [partial(writer.render, key) for key in missing]
    copying = [partial(writer.copy, dict(part)) for part in _parts(list(absent.items()))]
    placing = [partial(_place, writer.site, part) for part in _parts(stale)]
    jobs: list[Callable[[], Any]] = [*rendering, *copying, *placing]
    done = spread(lambda job: job(), jobs, worth(len(missing) + (len(absent) + len(stale)) // _COPIED))

    rendered, copied = done[: len(rendering)], done[len(rendering) :][: len(copying)]
    damaged = sorted(absent.keys() - chain(*copied))
    return dict(zip(missing, rendered, strict=True)) | {key: writer.render(key) for key in damaged}


def _parts(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))


def _place(site: FilledFolder, files: Sequence[_Static]) -> None:
    for file in files:
        site.write(file.path, file.read())
