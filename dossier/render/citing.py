"""How a page is cited: what its menu offers, and what reference managers read in it, for the theme to print.

It goes through the page's front matter: the renderer of Markdown, which need not read it, would take longer than all
else here. Formatting is left to `cite`, the menu to the theme.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from dossier.cite.bibtex_entry import to_entry
from dossier.cite.coins import to_coins
from dossier.cite.ris import to_ris
from dossier.cite.site_pages import cited_page, page_item
from dossier.model.claim import Claim
from dossier.model.ids import WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.work import Name
from dossier.render import texts
from dossier.render.view import View

_REFERENCE = re.compile(r"&#(\d+);")
_LINK = re.compile(r"</?a\b[^>]*>")
_STOP = re.compile(r"\.((?:”|</(?:em|span|bdi)>)?)$")
_MEANT = frozenset('&<>"')


def cite_page(view: View, kind: RecordKind, id_: str) -> dict[str, Any]:
    """What the theme prints of the page of an entity, a question or a note: it has no original."""
    return _citation(view, kind, id_, works=(), places=())


def cite_source(view: View, source: str) -> dict[str, Any]:
    """The same of a source: its formats are those of the work."""
    found = _citation(view, RecordKind.SOURCE, source, works=(source,), places=("",))
    return found | {"at": _escaped(view.label(source)), "coins": found["coins"][1:]}


def cite_claim(view: View, claim: Claim) -> dict[str, Any]:
    """The same of a claim: what its source cites, the source with the place of the words, and the page."""
    anchor = view.evidence(claim.id).anchor
    place = texts.place(anchor.locator) if anchor else ""
    works = (*(via.work for via in claim.via), claim.source)
    places = (*(via.locator or "" for via in claim.via), place)
    at = ", ".join(part for part in (view.label(claim.source), place) if part)
    said = {"words": _escaped(view.quoted(claim.id)), "at": _escaped(at)}
    return _citation(view, RecordKind.CLAIM, claim.id, works, places) | said


def _citation(
    view: View, kind: RecordKind, id_: str, works: Sequence[str], places: Sequence[str]
) -> dict[str, Any]:
    """`works` lead to what is cited, the last of them is the original; `places` are those in each of them."""
    citations, configuration = view.catalog.citations, view.dossier.corpus.configuration
    page = cited_page(view.dossier.corpus, kind, id_)
    ours = page_item(page, configuration)
    original = citations.works.get(WorkKey(works[-1])) if works else None
    is_work = kind is RecordKind.SOURCE and original is not None
    items: list[Mapping[str, Any]] = [*([] if is_work else [ours]), *([original.csl] if original else [])]
    ris = [*([] if is_work else [to_ris(ours)]), *([original.ris] if original else [])]
    typed = [*([] if is_work else [to_entry(ours)]), *([view.bibtex(works[-1])] if original else [])]
    chain = [
        _escaped_place(_lean(view.entry(work)), place) for work, place in zip(works, places, strict=True)
    ]
    return {
        "via": chain[:-1],
        "original": chain[-1] if chain else "",
        "page": _lean(citations.pages.entry(page)),
        "date": str(page.day) if page.day else "",
        "bibtex": _escaped("\n".join(entry.strip("\n") + "\n" for entry in typed)),
        "ris": _escaped("\n".join(ris)),
        "csl": _escaped("[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in items) + "\n]\n"),
        "authors": [html.escape(name) for name in map(_creator, configuration.citing.authors)],
        "coins": [_escaped(to_coins(ours)), _escaped(original.coins)] if original else [],
    }


def _escaped_place(entry: str, place: str) -> str:
    """An entry that goes on: without its full stop, with the place in it."""
    open_ = _STOP.sub(r"\1", entry)
    return f"{open_}, {_escaped(place)}" if place else open_


@lru_cache(maxsize=10_000)  # of a work, for each claim of its text
def _lean(entry: str) -> str:
    """An entry without links and without references to characters that mean nothing in HTML."""
    return _REFERENCE.sub(_character, _LINK.sub("", entry))


def _character(reference: re.Match[str]) -> str:
    char = chr(int(reference[1]))
    return html.escape(char) if char in _MEANT else char


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _creator(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.family
