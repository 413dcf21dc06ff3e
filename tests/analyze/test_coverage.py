from __future__ import annotations

from dossier.analyze import analyze
from dossier.link import link
from dossier.model.analysis import Coverage
from dossier.model.evidence import Anchor, Evidence, Locator, NotFound, Span
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.problem import Problems
from dossier.model.reading import Block, BlockKind, ReadingText, Run, RunKind, Where
from tests.corpus_builder import build_corpus

A = SourceKey("a")
FORMS = [
    (BlockKind.HEADING, Where.BODY),
    (BlockKind.PARAGRAPH, Where.BODY),
    (BlockKind.ITEM, Where.BODY),
    (BlockKind.PARAGRAPH, Where.ASIDE),
    (BlockKind.PARAGRAPH, Where.BODY),
    (BlockKind.PARAGRAPH, Where.NOTE),
]


def reading() -> ReadingText:
    blocks = tuple(
        Block(index, kind, where, (Run(RunKind.TEXT, index * 9, index * 9 + 8, "It rain."),), ((0, 8),))
        for index, (kind, where) in enumerate(FORMS)
    )
    return ReadingText(A, 54, blocks, (), (), {})


def quoting(claim: str, *blocks: int) -> Evidence:
    anchor = Anchor(
        A,
        tuple(Span(block, 0, 7) for block in blocks),
        tuple((block * 9, block * 9 + 7) for block in blocks),
        "It rain",
        "",
        ".",
        Where.BODY,
        Locator(None, None, None, (1, 1)),
    )
    return Evidence(ClaimId(claim), anchor)


def test_quoted_paragraphs_and_items_of_the_body_are_covered_and_nothing_else_counts() -> None:
    corpus = build_corpus(
        claims=[
            {"id": "c1", "source": "a"},
            {"id": "c2", "source": "a"},
            {"id": "c3", "source": "a", "status": "withdrawn"},
            {"id": "c4", "source": "a"},
            {"id": "c5", "source": "b"},
        ]
    )
    evidence = {
        each.claim: each
        for each in (quoting("c1", 1, 2), quoting("c2", 5), quoting("c3", 4), quoting("c5", 4))
    }
    evidence[ClaimId("c4")] = Evidence(ClaimId("c4"), NotFound.NOT_FOUND)
    analysis = analyze(corpus, {A: reading()}, evidence, link(corpus, Problems()), Problems())
    assert analysis.coverage == {A: Coverage(covered=(1, 2), uncovered=(4,))}
