"""Writes what may be shown as files for other programs: one module a file, each described where it is made.

Every JSON file is a list. Absent values are null or empty lists, never missing, but in CSL items; ids within a list of
claims are sorted; addresses are relative to the site's root. How files reach the site is left to `site`.
"""

from __future__ import annotations

from dossier.cite import Citations
from dossier.export.citation_cff import citation_cff
from dossier.export.claims import claims
from dossier.export.entities import entities
from dossier.export.questions import questions
from dossier.export.sources import sources
from dossier.export.timeline import timeline
from dossier.export.topics import topics
from dossier.export.works import works
from dossier.model.exported import ExportedFile
from dossier.model.public import Public

__all__ = ["export"]


def export(public: Public, citations: Citations) -> tuple[ExportedFile, ...]:
    """The exported files with what readers have to know to use them, in the order in which they are described."""
    return (
        claims(public),
        entities(public),
        topics(public),
        sources(public),
        questions(public),
        timeline(public),
        works(public, citations.works),
        citation_cff(public),
    )
