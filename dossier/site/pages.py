"""Writes all pages of a site: those that were kept are copied, the others rendered, in as many processes as help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.files import File

from dossier.leaves.processes import spread, worth
from dossier.site.page_cache import PageCache
from dossier.site.page_links import PageLinks
from dossier.site.renderer import PageRenderer, RenderedPage


@dataclass(frozen=True, slots=True)
class _Written:
    """What is known of a page once its HTML is in its place, and what MkDocs warned of on the way."""

    links: PageLinks
    warnings: tuple[str, ...] = ()


def write_pages(
    renderer: PageRenderer, cache: PageCache | None, warnings: list[str]
) -> Mapping[str, PageLinks]:
    """Write each page to its place; what each links to, by its path in the site.

    `warnings` is where MkDocs' warnings come while a page is rendered; a page that has one is not kept.
    """
    keys = (
        {file.src_uri: cache.key(file.src_uri, file.content_bytes) for file in renderer.pages}
        if cache
        else {}
    )
    written: dict[str, _Written] = {}
    missing: list[File] = []
    for file in renderer.pages:
        page = cache.find(keys[file.src_uri]) if cache else None
        if page and all((path in renderer.files.src_uris) == there for path, there in page.asked):
            written[file.src_uri] = _write(file, page)
        else:
            missing.append(file)

    def render(file: File) -> _Written:
        before = len(warnings)
        page = renderer.render(file)
        told = tuple(warnings[before:])
        del warnings[before:]
        if cache and not told:
            cache.keep(keys[file.src_uri], page)
        return _write(file, page, told)

    missing.sort(key=lambda file: len(file.content_bytes), reverse=True)  # so that all processes get as much
    done = spread(render, missing, worth(len(missing)))
    written |= {file.src_uri: page for file, page in zip(missing, done, strict=True)}
    warnings += [words for file in renderer.pages for words in written[file.src_uri].warnings]
    return {file.dest_uri: written[file.src_uri].links for file in renderer.pages}


def _write(file: File, page: RenderedPage, warnings: Sequence[str] = ()) -> _Written:
    if page.html.strip():  # MkDocs, too, leaves an empty page out
        target = Path(file.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(page.html)
    return _Written(page.links, tuple(warnings))
