"""`claims.json`: every claim, by id, with where its words were found.

Values, figures and dates are text, as typed. `answers` have value, bound and period filled in from the figure.
`evidence.pieces` are the ranges of `text.txt` in reading order whose joined text, folded, is the quote; `start` and
`end` their least and greatest. Without a text there is no evidence but the state, and no `source_url`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.export.layout import Json
from dossier.leaves.address import page_of, quote_url
from dossier.model.claim import Answer, Claim, Figure
from dossier.model.evidence import Anchor, Evidence
from dossier.model.kinds import RecordKind
from dossier.model.public import Public


def claim_records(dossier: Public) -> Iterator[Json]:
    """One record a claim."""
    for _, claim in sorted(dossier.corpus.claims.items()):
        evidence = dossier.evidence[claim.id]
        yield {
            "id": claim.id,
            "source": claim.source,
            "statement": claim.statement,
            "quote": claim.quote,
            "kind": claim.kind,
            "date": claim.date,
            "as_of": claim.as_of,
            "about": claim.about,
            "topics": claim.topics,
            "speaker": claim.speaker,
            "via": [{"work": via.work, "locator": via.locator} for via in claim.via],
            "figure": _figure(claim.figure) if claim.figure else None,
            "answers": _answers(claim),
            "cooperation": claim.cooperation,
            "context": claim.context,
            "remark": claim.remark,
            "status": claim.status,
            "allow": [{"code": allowance.code, "why": allowance.why} for allowance in claim.allow],
            "evidence": _evidence(evidence),
            "url": page_of(RecordKind.CLAIM, claim.id),
            "source_url": quote_url(claim.source, claim.id) if evidence.anchor else None,
        }


def _figure(figure: Figure) -> Json:
    return {"value": figure.value, "unit": figure.unit, "bound": figure.bound, "period": figure.period}


def _answers(claim: Claim) -> list[Json]:
    filled: list[Answer | None] = [claim.answer_to(answer.question) for answer in claim.answers]
    return [
        {"question": answer.question, "value": answer.value, "bound": answer.bound, "period": answer.period}
        for answer in filled
        if answer is not None
    ]


def _evidence(evidence: Evidence) -> Json:
    return {"state": evidence.state, "folding": evidence.folding, **_anchor(evidence.anchor)}


def _anchor(anchor: Anchor | None) -> Json:
    if anchor is None:
        absent = ("start", "end", "exact", "prefix", "suffix", "where", "locator")
        return {"pieces": [], **dict.fromkeys(absent)}
    return {
        "pieces": anchor.pieces,
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "where": anchor.where,
        "locator": {
            "heading": anchor.locator.heading,
            "paragraph": anchor.locator.paragraph,
            "note": anchor.locator.note,
            "lines": anchor.locator.lines,
        },
    }
