"""Takes out of the records what may not be shown: supplied texts, and what hints, waivers and the like repeat of them.

The typed quotations stay: they are what a withheld text still gives.
"""

from __future__ import annotations

from dataclasses import replace

from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.hints import ReadingHints
from dossier.model.kinds import Publish
from dossier.model.reading import OMITTED
from dossier.model.source import Source

_WORDS = ("quote", "context", "prefix", "suffix")
"""Fields of a claim in its source's words."""


def redact_records(corpus: Corpus) -> Corpus:
    """The records that may be shown. Where values are in their files is left out too: it repeats the values."""
    free = {key for key, source in corpus.sources.items() if source.rights.publish is Publish.FULL}
    return replace(
        corpus,
        texts={key: text for key, text in corpus.texts.items() if key in free},
        sources={
            key: source if key in free else _without_words(source) for key, source in corpus.sources.items()
        },
        claims={
            key: claim if claim.source in free else _without_surroundings(claim)
            for key, claim in corpus.claims.items()
        },
        places={},
    )


def _without_surroundings(claim: Claim) -> Claim:
    """A claim with its quotations alone, and not with those that it had before: they may have been longer."""
    revised = tuple(
        revision.model_copy(
            update={"was": tuple((name, OMITTED if name in _WORDS else said) for name, said in revision.was)}
        )
        for revision in claim.revised
    )
    return claim.model_copy(update={"prefix": None, "suffix": None, "revised": revised})


def _without_words(source: Source) -> Source:
    waive = tuple(waiver.model_copy(update={"words": OMITTED}) for waiver in source.waive)
    return source.model_copy(update={"reading": ReadingHints(), "waive": waive})
