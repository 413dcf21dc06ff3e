"""Every address of the site's pages with what produces it, and the check that none has two producers."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves import look
from dossier.leaves.address import fixed_pages, page_of
from dossier.model.codes import Code
from dossier.model.corpus import Corpus, RecordRef
from dossier.model.kinds import RecordKind
from dossier.model.place import Place
from dossier.model.problem import Problems, Related


def addresses(corpus: Corpus) -> Iterator[str]:
    """The address of every page, computed or hand-written; those with two producers twice."""
    yield ""  # the home page, whether or not its introduction is written
    for address, _ in _produced(corpus):
        yield address


def check_addresses(corpus: Corpus, problems: Problems) -> None:
    """Report pages and files of `docs/` whose address something else has; letters' case does not tell pages apart."""
    producers: dict[str, RecordRef | None] = {}
    for address, record in _produced(corpus):
        other = producers.setdefault(address.casefold(), record)
        if record and other != record:
            message = f"{_name(record)} and {_name(other)} would both be the page /{address}"
            related = [Related(corpus.place(*other), "the other one")] if other else []
            problems.add(corpus.place(*record), Code.SAME_ADDRESS, message, "rename one of them", related)
    for path in sorted({*corpus.assets} & look.asset_paths()):
        message = f"docs/{path} and a file of the look would both be /{path}"
        problems.add(Place(f"docs/{path}"), Code.SAME_ADDRESS, message, "rename yours")


def _produced(corpus: Corpus) -> Iterator[tuple[str, RecordRef | None]]:
    yield from ((address, None) for address in fixed_pages(corpus.vocabulary))
    for entity in corpus.entities.values():
        yield entity.address, (RecordKind.ENTITY, entity.id)
    for kind in RecordKind:
        if kind is not RecordKind.ENTITY and kind is not RecordKind.WORK:  # works share the bibliography
            yield from ((page_of(kind, key), (kind, key)) for key in corpus.ids(kind))


def _name(record: RecordRef | None) -> str:
    if record is None:
        return "a computed page"
    kind, key = record
    return f"docs/{key}" if kind is RecordKind.PAGE else f"the {kind} `{key}`"
