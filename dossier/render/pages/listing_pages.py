"""Pages that list: everything from A to Z, rights, problem codes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from dossier.leaves.address import SitePage
from dossier.leaves.contexts import CONTEXTS
from dossier.model.codes import Code
from dossier.model.corpus import RecordRef
from dossier.model.evidence import EvidenceState
from dossier.model.kinds import RecordKind
from dossier.model.output import OutputFile
from dossier.model.severity import Severity
from dossier.render.catalog import Catalog
from dossier.render.error_examples import error_examples
from dossier.render.view import View
from dossier.render.writing import Front, write_page

Named = tuple[str, RecordRef]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """One page each."""
    view = View(catalog, SitePage.EXPLORE)
    front = Front("Explore", "index", "Every claim by what it is about, and everything that has a page.")
    kinds = catalog.in_use(catalog.dossier.corpus.vocabulary.kinds)
    letters = list(_letters(view))
    yield write_page(view, front, "explore.md", letters=letters, kinds=kinds, usual=EvidenceState.FOUND)
    front = Front("Licenses", "index", "What may be done with the texts, and with this site.")
    yield write_page(
        View(catalog, SitePage.LICENSES),
        front,
        "licenses.md",
        style=catalog.citations.style,
        contexts=CONTEXTS,
    )
    front = Front("Errors", "index", "What the checks report, and what it means.")
    yield write_page(
        View(catalog, SitePage.ERRORS), front, "errors.md", groups=list(_codes()), examples=error_examples()
    )


def _codes() -> Iterator[tuple[Severity, list[Code]]]:
    """The codes by severity."""
    for severity in Severity:
        yield severity, [code for code in Code if code.severity is severity]


def _letters(view: View) -> Iterator[tuple[str, list[Named]]]:
    """Names by first letter; those that differ in capitals alone are listed once."""
    once = {(name.casefold(), ref): (name, ref) for name, ref in reversed(list(_named(view)))}
    found = sorted(once.values(), key=lambda named: (_sorted_as(named[0]), named[0], named[1]))
    for letter, group in groupby(found, key=lambda named: _letter(named[0])):
        yield letter, list(group)


def _named(view: View) -> Iterator[Named]:
    corpus = view.dossier.corpus
    for entity in corpus.entities.values():
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            yield name, (RecordKind.ENTITY, entity.id)
    yield from ((topic.name, (RecordKind.TOPIC, topic.id)) for topic in corpus.topics.values())
    yield from ((question.asks, (RecordKind.QUESTION, question.id)) for question in corpus.questions.values())
    yield from ((view.title(key), (RecordKind.SOURCE, key)) for key in corpus.sources)
    yield from ((page.title, (RecordKind.PAGE, page.path)) for page in corpus.pages.values() if page.is_note)


def _sorted_as(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(char for char in plain if char.isalnum() or char == " ").strip()
    return kept if kept[:1].isascii() else f"\uffff{kept}"


def _letter(name: str) -> str:
    first = _sorted_as(name).lstrip("\uffff")[:1].upper()
    if first.isascii() and first.isalpha():
        return first
    return "0–9" if first.isdigit() else "Other"
