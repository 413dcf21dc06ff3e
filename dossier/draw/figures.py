"""Figures that count the same thing, on one scale with their bounds and periods."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.draw import svg
from dossier.draw.names import source_label
from dossier.draw.scales import Stand, by_value, scale_pictures
from dossier.leaves import address
from dossier.model.claim import Claim, Figure
from dossier.model.kinds import RecordKind
from dossier.model.picture import Picture
from dossier.model.public import Public

PAGE = "figures/"


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """A scale for the figures that answer one question, called by the question."""
    for group in dossier.analysis.figures:
        for question, claims in group.comparable:
            stands = [
                _stand(dossier, claim, claim.figure)
                for claim in (dossier.corpus.claims[key] for key in claims)
                if claim.figure is not None
            ]
            asks = dossier.corpus.questions[question].asks
            words = f"{svg.counted(len(stands), 'figure')} in {group.unit}: {asks}"
            yield from (
                (PAGE, drawn)
                for drawn in scale_pictures(f"scale-{question}", words, sorted(stands, key=by_value))
            )


def _stand(dossier: Public, claim: Claim, figure: Figure) -> Stand:
    period = figure.period
    when = period.label if period else f"as of {claim.as_of.label}" if claim.as_of else ""
    words = f"{figure.quantity.label}{when and ', '}{when}: {source_label(dossier, claim.source)}"
    return Stand(
        svg.link(PAGE, address.page_of(RecordKind.CLAIM, claim.id)),
        words,
        f"{words}. {claim.statement}",
        figure.quantity,
        period,
    )
