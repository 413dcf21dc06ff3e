"""Everything a reader sees, as Markdown files for MkDocs.

`pages` says which pages there are, `templates` what they look like, `view` and `catalog` how a page looks things up.
Turning them into a site is left to `site`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from dossier.cite import Citation
from dossier.leaves import look
from dossier.model.exported import ExportedFile
from dossier.model.ids import WorkKey
from dossier.model.output import OutputFile
from dossier.model.public import Public
from dossier.render.catalog import Catalog
from dossier.render.pages import (
    bibliography_page,
    claim_pages,
    claims_page,
    coverage_page,
    entity_pages,
    exports_page,
    figures_page,
    home_page,
    kind_indexes,
    listing_pages,
    map_page,
    network_page,
    note_pages,
    question_pages,
    source_pages,
    timeline_page,
    topic_pages,
)

__all__ = ["render"]

PAGE_KINDS: tuple[Callable[[Catalog], Iterator[OutputFile]], ...] = tuple(
    kind.pages
    for kind in (
        home_page,
        source_pages,
        claims_page,
        claim_pages,
        kind_indexes,
        entity_pages,
        topic_pages,
        question_pages,
        timeline_page,
        note_pages,
        bibliography_page,
        listing_pages,
        exports_page,
        figures_page,
        map_page,
        network_page,
        coverage_page,
    )
)


def render(
    dossier: Public, citations: Mapping[WorkKey, Citation], exports: Sequence[ExportedFile] = ()
) -> tuple[OutputFile, ...]:
    """The files of `build/pages`, by path: Markdown pages, supplied texts, and the assets of the look and of `docs/`.

    The `exports` are described on a page; writing them is left to others.
    """
    catalog = Catalog(dossier, citations, exports)
    files = [file for pages in PAGE_KINDS for file in pages(catalog)]
    files += [
        OutputFile(path, content)
        for assets in (look.assets(), dossier.corpus.assets)
        for path, content in assets.items()
    ]
    return tuple(sorted(files, key=lambda file: file.path))
