"""Pages of claims: the statement, its evidence in context, and what else is said on the point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dossier.leaves import address
from dossier.model.analysis import QuestionResult
from dossier.model.claim import Claim
from dossier.model.evidence import Anchor, Evidence
from dossier.model.ids import ClaimId
from dossier.model.kinds import RecordKind
from dossier.model.output import MadeFile, OutputFile
from dossier.model.question import Question
from dossier.model.reading import ReadingText
from dossier.render.catalog import Catalog
from dossier.render.citing import cite_claim
from dossier.render.excerpt import excerpt, sentences
from dossier.render.originals import words_in_original
from dossier.render.other_languages import OtherLanguages
from dossier.render.view import View
from dossier.render.writing import Front, write_page


@dataclass(frozen=True, slots=True)
class Neighbors:
    """The claims before and after one in its source."""

    before: ClaimId | None
    after: ClaimId | None


def pages(catalog: Catalog) -> Iterator[MadeFile]:
    """One page a claim."""
    for claims in catalog.by_source.values():
        for before, claim, after in zip((None, *claims), claims, (*claims[1:], None), strict=False):
            if catalog.wants(address.page_of(RecordKind.CLAIM, claim)):
                yield from catalog.pages(_page, claim, Neighbors(before, after))


def _page(catalog: Catalog, about: ClaimId, neighbors: Neighbors) -> Iterator[OutputFile]:
    claim = catalog.dossier.corpus.claims[about]
    view = View(catalog, address.page_of(RecordKind.CLAIM, claim.id))
    evidence = catalog.evidence(claim.id)
    reading = catalog.dossier.readings.get(claim.source)
    other_languages = catalog.other_languages[claim.source]
    front = Front(
        claim.statement,
        "claim",
        f"“{view.quoted(claim.id)}” {view.label(claim.source)}",
        record=record_of(claim),
        words=address.quote_url(claim.source, claim.id),
        cite=cite_claim(view, claim),
        linked=catalog.linked.on_page(catalog.linked.claim(claim, words=False)),
    )
    yield write_page(
        view,
        front,
        "claim.md",
        claim=claim,
        evidence=evidence,
        original=words_in_original(view, claim.source, evidence.anchor) if evidence.anchor else "",
        source=catalog.dossier.corpus.sources[claim.source],
        excerpt=excerpt(evidence.anchor, reading, other_languages) if evidence.anchor else None,
        context=list(_context(evidence, reading, other_languages)),
        answered=list(_answered(catalog, claim)),
        supported=catalog.dossier.links.supported_by.get(claim.id, ()),
        neighbors=neighbors,
    )


def _context(
    evidence: Evidence, reading: ReadingText | None, other_languages: OtherLanguages
) -> Iterator[tuple[Anchor, Markup]]:
    """Further passages in their sentences; alone where the quotation has shown its sentence already."""
    shown = sentences(evidence.anchor, reading) if evidence.anchor else frozenset()
    for anchor in evidence.context:
        repeated = sentences(anchor, reading) <= shown
        yield anchor, excerpt(anchor, None if repeated else reading, other_languages)


def record_of(claim: Claim) -> str:
    """The file that holds a claim's record."""
    return f"sources/{claim.source}/claims.yml"


def _answered(catalog: Catalog, claim: Claim) -> Iterator[tuple[Question, QuestionResult]]:
    for answer in claim.answers:
        if answer.question in catalog.dossier.analysis.questions:
            question = catalog.dossier.corpus.questions[answer.question]
            yield question, catalog.dossier.analysis.questions[answer.question]
