"""Works, and pages of the site, as a bibliography prints them: pandoc formats all in one batch, and the result is kept.

`bibtex` writes the works for pandoc, `pandoc` runs it, `items` makes its CSL-JSON ours, `entries` its bibliography,
`cached` spares a second run; `site_pages` says which pages are cited, `page_entries` how few of them pandoc must print.
`bibtex_entry`, `ris` and `coins` write one item for other programs.
A work is cited by its own label: where, is left to `render`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dossier.cite.bibtex import to_bibtex
from dossier.cite.cached import cached
from dossier.cite.coins import to_coins
from dossier.cite.entries import as_entries
from dossier.cite.items import as_final, as_printable
from dossier.cite.page_entries import PageEntries, shapes_of
from dossier.cite.pandoc import default_style, to_document, to_items
from dossier.cite.ris import to_ris
from dossier.cite.site_pages import cited_pages
from dossier.leaves import markup
from dossier.leaves.citation_styles import DEFAULT, StyleNote, read_style
from dossier.model.configuration import Citing
from dossier.model.corpus import Corpus
from dossier.model.ids import WorkKey
from dossier.model.work import Work

__all__ = ["Citations", "FormattedWork", "PageEntries", "cite"]


@dataclass(frozen=True)
class FormattedWork:
    """One work: `html` is its entry as safe inline HTML, `csl` its CSL-JSON item, which other programs read as RIS and
    COinS.
    """

    html: str
    csl: Mapping[str, Any]

    @cached_property
    def ris(self) -> str:
        return to_ris(self.csl)

    @cached_property
    def coins(self) -> str:
        return to_coins(self.csl)


@dataclass(frozen=True, slots=True)
class Citations:
    """The works by their keys, the pages of the site, and what the style says of itself."""

    works: Mapping[WorkKey, FormattedWork]
    pages: PageEntries
    style: StyleNote


def cite(corpus: Corpus, cache: Path | None) -> Citations:
    """Format every work, and every page that is cited. `cache` is a folder; with or without it the result is the same.

    Raises `OSError` where there is no pandoc.
    """
    works, configuration = corpus.works, corpus.configuration
    shapes = shapes_of(cited_pages(corpus), configuration)
    depends_on = repr((tuple(works.values()), configuration.citing, shapes))
    made: dict[str, Any] = cached(cache, depends_on, lambda: _format(works, shapes, configuration.citing))
    formatted = {
        key: FormattedWork(
            html=made["entries"].get(key) or markup.text(work.label),
            csl=made["items"][key],
        )
        for key, work in works.items()
    }
    style = StyleNote(**made["style"] | {"authors": tuple(made["style"]["authors"])})
    return Citations(formatted, PageEntries(configuration, made["pages"]), style)


def _format(works: Mapping[WorkKey, Work], shapes: Mapping[str, Any], citing: Citing) -> dict[str, Any]:
    style = citing.csl or read_style(citing.style or DEFAULT) or default_style()
    named = {f"work-{number}": work for number, work in enumerate(works.values())}  # a key may hold any sign
    items = {item["id"]: item for item in to_items(to_bibtex(named))} if named else {}
    pages = {f"page-{number}": name for number, name in enumerate(shapes)}
    document = to_document(
        [
            *(as_printable(items[name], work) | {"id": name} for name, work in named.items()),
            *(shapes[name] | {"id": id_} for id_, name in pages.items()),
        ],
        style,
    )
    entries = as_entries(document, {name: work.language for name, work in named.items()})
    return {
        "items": {work.key: as_final(items[name], work) for name, work in named.items()},
        "entries": {work.key: entries[name] for name, work in named.items() if name in entries},
        "pages": {name: entries[id_] for id_, name in pages.items() if id_ in entries},
        "style": asdict(StyleNote.of(style)),
    }
