"""What the search goes to by name: of what it finds that which has one, and the pages that every site has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.leaves.address import SitePage, fixed_pages
from dossier.leaves.phrases import headed
from dossier.leaves.search_words import folded
from dossier.render.catalog import Catalog
from dossier.render.search.document import Document, Sort, without_ends

_OTHER = re.compile(r"[^a-z0-9]+")


def names(
    catalog: Catalog, documents: Sequence[Document]
) -> tuple[list[tuple[str, str]], list[list[object]]]:
    """The kinds, each in words and what its addresses begin with; and what has a name, by address.

    Of each: the number of its kind, the rest of its address (0 for its name), its name, other names,
    claims, dates; empty ends are left out, and so are names that are compared alike.
    """
    named = [(document, document.start) for document in documents if document.start is not None]
    named += [(document, "") for document in _fixed(catalog)]
    kinds = sorted({(document.where, start) for document, start in named})
    rows = []
    for document, start in sorted(named, key=lambda found: found[0].address):
        row: list[object] = [
            kinds.index((document.where, start)),
            0 if document.address == address(start, 0, document.title) else _rest(start, document.address),
            document.title,
            others(document),
            document.claims,
            list(dict.fromkeys(document.dates)),
        ]
        rows.append(without_ends(row))
    return kinds, rows


def address(start: str, rest: str | int, name: str) -> str:
    """An address of its start and the rest, 0 for a name as addresses have it: the same as in `names.js`."""
    end = _OTHER.sub("-", name.lower()).strip("-") if rest == 0 else rest
    return f"{start}{end}{'/' if start.endswith('/') else ''}"


def _rest(start: str, whole: str) -> str:
    rest = whole.removeprefix(start)
    return rest.removesuffix("/") if start.endswith("/") else rest


def others(document: Document) -> list[str]:
    """Further names, of those that are compared alike the first."""
    forms = {folded(document.title): ""}
    for form in document.names:
        forms.setdefault(folded(form), form)
    return list(filter(None, forms.values()))


def _fixed(catalog: Catalog) -> list[Document]:
    vocabulary = catalog.dossier.corpus.vocabulary
    of_kinds = {kind.address: headed(kind.names) for kind in vocabulary.kinds}
    return [
        Document(Sort.NAME, page, of_kinds.get(page) or SitePage(page).name.capitalize(), "Page")
        for page in fixed_pages(vocabulary)
    ]
