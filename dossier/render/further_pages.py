"""The pages that go on with the lists of another one. What is on which of them is left to `paging`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from markupsafe import Markup

from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.paging import FurtherPage
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def further_pages(
    catalog: Catalog,
    pages: Sequence[FurtherPage],
    front: Front,
    trail: Sequence[tuple[str, str]],
    pictures: Mapping[str, Markup] = MappingProxyType({}),
) -> Iterator[OutputFile]:
    """Pages behind the one with `front`; `trail` leads to that. Those at the addresses of `pictures` begin with one."""
    for page in pages:
        title = f"{front.title}: {page.name}" if page.name else front.title
        title = title if page.number == 1 else f"{title}, page {page.number}"
        yield write_page(
            View(catalog, page.address),
            replace(
                front, title=title, description="", outline=page.address not in pictures, cite={}, linked={}
            ),
            "further.md",
            further=page,
            source=page.lists[0].by,
            picture=pictures.get(page.address),
            trail=[*trail, (front.title, page.first)],
        )
