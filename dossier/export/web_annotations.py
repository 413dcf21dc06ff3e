"""`annotations.jsonld`: each quotation as a Web Annotation of its source (W3C Recommendation, 23 February 2017).

What it says of a quotation is the claim's statement. How its words are told from others is left to `joined`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.export.joined import JoinedText
from dossier.export.json_ld import document
from dossier.export.layout import by_id
from dossier.leaves.address import lasting, page_of, piece_id
from dossier.leaves.contexts import ANNOTATIONS
from dossier.leaves.pieces import pieces_of
from dossier.model.claim import Claim
from dossier.model.evidence import Anchor
from dossier.model.exported import ExportedFile
from dossier.model.ids import SourceKey
from dossier.model.kinds import ClaimStatus, Publish, RecordKind
from dossier.model.output import OutputFile
from dossier.model.public import Public

_PATH = "data/annotations.jsonld"
_FRAGMENT_OF_HTML = "http://tools.ietf.org/rfc/rfc3236"
_NOTE = (
    "Web Annotations (W3C), an `AnnotationPage`: each target is a source’s page, with a `TextQuoteSelector` for each "
    "piece of the quotation in the reading text, and, where `text.txt` is published, that file, with a "
    "`TextPositionSelector` for each piece of it, in code points. The format has no order of pieces, no state of "
    "evidence and no hedges; `claims.json` has. Withdrawn claims are left out, and quotations whose text is not held. "
    "Of a withheld source no words around a quotation are given."
)
Json = dict[str, Any]


def web_annotations(public: Public) -> ExportedFile:
    """The one file: an annotation a claim whose words were found, by id."""
    site = public.corpus.configuration.site
    page = lasting(site, _PATH)
    items = list(_items(public))
    head: Json = {
        "@context": ANNOTATIONS.address,
        "id": page,
        "type": "AnnotationPage",
        "startIndex": 0,
        "partOf": {
            "id": lasting(site, f"{_PATH}#all"),
            "type": "AnnotationCollection",
            "label": f"{site.name or 'Untitled'}: quotations",
            "total": len(items),
        },
    }
    return ExportedFile(
        OutputFile.of_text(_PATH, document(head, "items", items)),
        "one quotation",
        len(items),
        note=_NOTE,
    )


def _items(public: Public) -> Iterator[Json]:
    joined: dict[SourceKey, JoinedText] = {}
    for claim in by_id(public.corpus.claims):
        anchor = public.evidence[claim.id].anchor
        if anchor is None or claim.status is ClaimStatus.WITHDRAWN:
            continue
        if anchor.source not in joined:
            joined[anchor.source] = JoinedText.of(public.readings[anchor.source])
        yield _annotation(public, claim, list(_targets(public, claim, anchor, joined[anchor.source])))


def _annotation(public: Public, claim: Claim, targets: list[Json]) -> Json:
    site = public.corpus.configuration.site
    return {
        "id": lasting(site, f"{_PATH}#{claim.id}"),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "value": claim.statement,
                "format": "text/plain",
                "language": "en",
                "purpose": "describing",
            },
            {
                "type": "SpecificResource",
                "source": lasting(site, page_of(RecordKind.CLAIM, claim.id)),
                "purpose": "linking",
            },
        ],
        "target": targets,
    }


def _targets(public: Public, claim: Claim, anchor: Anchor, joined: JoinedText) -> Iterator[Json]:
    site, key = public.corpus.configuration.site, anchor.source
    page, publish = page_of(RecordKind.SOURCE, key), public.corpus.sources[key].rights.publish
    quotes = [
        _quote(joined, joined.starts[piece.block] + piece.start, piece.end - piece.start, publish)
        for piece in pieces_of(public.readings[key], anchor.spans)
    ]
    fragment = {
        "type": "FragmentSelector",
        "conformsTo": _FRAGMENT_OF_HTML,
        "value": piece_id(claim.id),
    }
    yield {"type": "SpecificResource", "source": lasting(site, page), "selector": [fragment, *quotes]}
    if publish is Publish.FULL and key in public.corpus.texts:
        yield {
            "type": "SpecificResource",
            "source": lasting(site, f"{page}text.txt"),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end} for start, end in anchor.pieces
            ],
        }


def _quote(joined: JoinedText, start: int, length: int, publish: Publish) -> Json:
    words = joined.quoted(start, start + length)
    around = {} if publish is Publish.WITHHELD else {"prefix": words.prefix, "suffix": words.suffix}
    return {"type": "TextQuoteSelector", "exact": words.exact, **around}
