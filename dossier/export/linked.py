"""`dossier.jsonld`: all records as one graph in the words of schema.org and CiTO. What they say is left to `linked`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.cite import FormattedWork
from dossier.cite.linked import CONTEXT, LinkedRecords
from dossier.cite.schema_org import Node
from dossier.export.json_ld import document
from dossier.export.layout import by_id
from dossier.model.exported import ExportedFile
from dossier.model.ids import WorkKey
from dossier.model.output import OutputFile
from dossier.model.public import Public

_NOTE = (
    "Linked data (JSON-LD): the `Dataset`, each `Claim` with the `Quotation` that shows it, questions with their "
    "answers, entities as what the vocabulary says that their kind is, works as `ScholarlyArticle`, `Report` and so "
    "on, in the words of schema.org; each page has its own node. `cito:agreesWith` and `cito:disagreesWith` (CiTO) "
    "join claims whose answers to a question can, or can’t, both be true; answers of another scope or in other words "
    "are no disagreement, misprints and withdrawn claims have neither. Dates of claims, figures, states of evidence, "
    "hedges and offsets are in `claims.json` alone."
)


def linked(public: Public, works: Mapping[WorkKey, FormattedWork]) -> ExportedFile:
    """The one file."""
    records = LinkedRecords(public, {key: work.csl for key, work in works.items()})
    nodes = list(_nodes(public, records))
    return ExportedFile(
        OutputFile.of_text("data/dossier.jsonld", document({"@context": CONTEXT}, "@graph", nodes)),
        "a node of the graph",
        len(nodes),
        note=_NOTE,
    )


def _nodes(public: Public, records: LinkedRecords) -> Iterator[Node]:
    corpus = public.corpus
    yield records.site()
    yield from (records.claim(claim, words=True) for claim in by_id(corpus.claims))
    yield from (records.question(question) for question in by_id(corpus.questions))
    yield from (records.entity(entity) for entity in by_id(corpus.entities))
    yield from (records.note(path) for path in sorted(corpus.pages) if corpus.pages[path].is_note)
    yield from (records.work(work.key) for work in by_id(corpus.works))
