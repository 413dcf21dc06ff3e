"""Writes what may be shown as files for other programs: one module a file, each described where it is made.

Every JSON file is a list. Absent values are null or empty lists, never missing, but in CSL items; ids within a list of
claims are sorted; addresses are relative to the site's root. How files reach the site is left to `site`.
"""

from __future__ import annotations

from pathlib import Path

from dossier.cite import Citations
from dossier.export.citation_cff import citation_cff
from dossier.export.claims import claims
from dossier.export.database import database
from dossier.export.entities import entities
from dossier.export.feed import feed
from dossier.export.follow_the_money import follow_the_money
from dossier.export.history_list import history
from dossier.export.json_ld import context_files
from dossier.export.layout import identified
from dossier.export.linked import linked
from dossier.export.questions import questions
from dossier.export.readme import readme
from dossier.export.singles import json_lines, single_files
from dossier.export.sources import sources
from dossier.export.spreadsheets import spreadsheets
from dossier.export.texts import texts
from dossier.export.timeline import timeline
from dossier.export.topics import topics
from dossier.export.web_annotations import web_annotations
from dossier.export.works import works
from dossier.leaves.kept import Kept
from dossier.model.exported import ExportedFile
from dossier.model.public import Public

__all__ = ["export", "readme"]


def export(public: Public, citations: Citations, cache: Path | None = None) -> tuple[ExportedFile, ...]:
    """The exported files with what readers have to know to use them, in the order in which they are described.

    `cache` is a folder of what is kept from build to build; the result is the same without.
    """
    made = (
        claims(public),
        entities(public),
        topics(public),
        sources(public),
        questions(public),
        timeline(public),
        works(public, citations.works),
    )
    site = public.corpus.configuration.site
    records = tuple(identified(file, site) for file in made)
    named = {file.name: file for file in records}
    singles = [single_files(name, named[f"{name}.json"]) for name in ("claims", "entities")]
    qualifiers = [qualifier.id for qualifier in public.corpus.vocabulary.qualifiers]
    return (
        *records,
        json_lines(named["claims.json"]),
        *spreadsheets(named),
        database(named, qualifiers, Kept(cache / "exports") if cache else None),
        *filter(None, singles),
        *texts(public),
        identified(history(public), site),
        feed(public),
        web_annotations(public),
        linked(public, citations.works),
        *context_files(),
        follow_the_money(public),
        citation_cff(public),
    )
