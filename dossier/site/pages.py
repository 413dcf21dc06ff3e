"""Writes all files of a site that MkDocs makes; pages that were kept are copied, in as many processes as help."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.files import File, Files

from dossier.leaves.processes import spread, worth
from dossier.site.contents import remove_others
from dossier.site.page_cache import PageCache
from dossier.site.page_links import PageLinks
from dossier.site.renderer import PageRenderer, RenderedPage
from dossier.site.writing import write_file

_NO_LINKS = PageLinks((), ())


@dataclass(frozen=True, slots=True)
class _Written:
    """What is known of a file once it is in its place, and what MkDocs warned of on the way."""

    links: PageLinks
    asked: tuple[tuple[str, bool], ...] = ()
    warnings: tuple[str, ...] = ()


def write_site(
    renderer: PageRenderer, beside: Mapping[str, bytes], cache: PageCache | None, warnings: list[str]
) -> Mapping[str, PageLinks]:
    """Make the folder of a site hold all that MkDocs makes, and the files `beside`; the links of each page by its path.

    What the folder holds already and is the same is not touched.
    `warnings` is where MkDocs' warnings come while a page is rendered; a page that has one is not kept.
    """
    site = Path(renderer.config.site_dir)
    remove_others(site, renderer.names | beside.keys())
    keys = {
        cache.key(file.src_uri, file.content_bytes) if cache else file.src_uri: file
        for file in renderer.pages
    }
    kept = _kept(renderer.files, cache, keys) if cache else ()
    written = {key: _write(keys[key], page) for key, page in kept}

    def make(file: File) -> _Written:
        if not file.is_documentation_page():
            write_file(Path(file.abs_dest_path), file.content_bytes)
            return _Written(_NO_LINKS)
        before = len(warnings)
        page = renderer.render(file)
        told = tuple(warnings[before:])
        del warnings[before:]
        return _write(file, page, told)

    missing = [key for key in keys if key not in written]
    missing.sort(key=lambda key: len(keys[key].content_bytes), reverse=True)  # none is left with a long one
    made = spread(make, [*(keys[key] for key in missing), *renderer.others], worth(len(missing)))
    written |= dict(zip(missing, made, strict=False))
    warnings += [words for key in keys for words in written[key].warnings]
    renderer.write_templates()
    for name, content in beside.items():
        write_file(site / name, content)
    if cache:
        new = [key for key in missing if not written[key].warnings]
        cache.keep(((key, _read(keys[key], written[key])) for key in new), keys.keys() - set(missing))
    return {file.dest_uri: _interned(written[key].links) for key, file in keys.items()}


def _kept(files: Files, cache: PageCache, keys: Iterable[str]) -> Iterator[tuple[str, RenderedPage]]:
    """The pages that were kept, each with its key, where each file that they asked for is there or not as it was."""
    for key, page in cache.find(keys):
        if all((path in files.src_uris) == is_there for path, is_there in page.asked):
            yield key, page


def _write(file: File, page: RenderedPage, warnings: Sequence[str] = ()) -> _Written:
    if page.html.strip():  # MkDocs, too, leaves an empty page out
        write_file(Path(file.abs_dest_path), page.html)
    else:
        Path(file.abs_dest_path).unlink(missing_ok=True)
    return _Written(page.links, page.asked, tuple(warnings))


def _interned(page: PageLinks) -> PageLinks:
    """The same with each address and anchor once in memory: many are on most pages."""
    return PageLinks(tuple(map(sys.intern, page.links)), tuple(map(sys.intern, page.ids)))


def _read(file: File, page: _Written) -> RenderedPage:
    """A page that was just written, by whichever process."""
    path = Path(file.abs_dest_path)
    return RenderedPage(path.read_bytes() if path.exists() else b"", page.links, page.asked)
