"""Works as a bibliography prints them: pandoc formats all of them in one batch, and the result is kept.

`bibtex` writes the works for pandoc, `pandoc` runs it, `items` makes its CSL-JSON ours, `entries` its bibliography,
`cached` spares a second run. A work is cited by its own label: where, is left to `render`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.cite.bibtex import to_bibtex
from dossier.cite.cached import cached
from dossier.cite.entries import as_entries
from dossier.cite.items import as_final, as_printable
from dossier.cite.pandoc import to_document, to_items
from dossier.leaves import markup
from dossier.model.ids import WorkKey
from dossier.model.work import Work

__all__ = ["Citation", "cite"]


@dataclass(frozen=True, slots=True)
class FormattedWork:
    """One work: `html` is its entry as safe inline HTML, `csl` its CSL-JSON item."""

    html: str
    csl: Mapping[str, Any]


def cite(works: Mapping[WorkKey, Work], cache: Path | None) -> Mapping[WorkKey, FormattedWork]:
    """Format every work, in the given order. `cache` is a folder; with or without it the result is the same.

    Raises `OSError` where there is no pandoc.
    """
    if not works:
        return {}
    made: dict[str, Any] = cached(cache, repr(tuple(works.values())), lambda: _format(works))
    return {
        key: FormattedWork(
            html=made["entries"].get(key) or markup.text(work.label),
            csl=made["items"][key],
        )
        for key, work in works.items()
    }


def _format(works: Mapping[WorkKey, Work]) -> dict[str, Any]:
    named = {f"work-{number}": work for number, work in enumerate(works.values())}  # a key may hold any sign
    items = {item["id"]: item for item in to_items(to_bibtex(named))}
    document = to_document(as_printable(items[name], work) | {"id": name} for name, work in named.items())
    entries = as_entries(document, {name: work.language for name, work in named.items()})
    return {
        "items": {work.key: as_final(items[name], work) for name, work in named.items()},
        "entries": {work.key: entries[name] for name, work in named.items() if name in entries},
    }
