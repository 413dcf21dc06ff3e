"""What the search goes to by name: of what it finds that which has one, and the pages that every site has."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.leaves.address import SitePage, fixed_pages
from dossier.leaves.phrases import headed
from dossier.render.catalog import Catalog
from dossier.render.search.documents import Document, Sort, without_ends


def names(
    catalog: Catalog, documents: Sequence[Document]
) -> tuple[list[tuple[str, str]], list[list[object]]]:
    """The kinds, each in words and what its addresses begin with; and what has a name, by address.

    Of each: the number of its kind, the rest of its address, its name, other names, claims, dates; empty ends are left
    out.
    """
    named = [(document, document.start) for document in documents if document.start is not None]
    named += [(document, "") for document in _fixed(catalog)]
    kinds = sorted({(document.where, start) for document, start in named})
    rows = []
    for document, start in sorted(named, key=lambda found: found[0].address):
        row: list[object] = [
            kinds.index((document.where, start)),
            document.address.removeprefix(start),
            document.title,
            list(dict.fromkeys(filter(None, document.names))),
            document.claims,
            document.dates,
        ]
        rows.append(without_ends(row))
    return kinds, rows


def _fixed(catalog: Catalog) -> list[Document]:
    vocabulary = catalog.dossier.corpus.vocabulary
    of_kinds = {kind.address: headed(kind.names) for kind in vocabulary.kinds}
    return [
        Document(Sort.NAME, page, of_kinds.get(page) or SitePage(page).name.capitalize(), "Page")
        for page in fixed_pages(vocabulary)
    ]
