"""Writes what may be shown as files for other programs: one module a file, each described where it is made.

Every JSON file is a list. Absent values are null or empty lists, never missing, but in CSL items; ids within a list of
claims are sorted; addresses are relative to the site's root. How files reach the site is left to `site`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from dossier.cite import Citations
from dossier.export.citation_cff import citation_cff
from dossier.export.claims import claims
from dossier.export.database import database
from dossier.export.entities import entities
from dossier.export.feed import feed
from dossier.export.follow_the_money import follow_the_money
from dossier.export.history_list import history
from dossier.export.json_ld import context_file
from dossier.export.linked import linked
from dossier.export.questions import questions
from dossier.export.readme import readme
from dossier.export.singles import json_lines, single_files
from dossier.export.sources import sources
from dossier.export.spreadsheets import answers_table, claims_table, entities_table, works_table
from dossier.export.texts import TEXTS, llms_txt, templates, texts
from dossier.export.timeline import timeline
from dossier.export.topics import topics
from dossier.export.web_annotations import web_annotations
from dossier.export.works import works
from dossier.leaves.address import FEED
from dossier.leaves.contexts import CONTEXTS
from dossier.leaves.kept import Kept
from dossier.leaves.kept_templates import KeptTemplates
from dossier.model.exported import ExportedFile
from dossier.model.output import OutputFile
from dossier.model.public import Public

__all__ = ["export", "export_file", "export_parts", "readme"]

_Makers = Mapping[str, Callable[[], ExportedFile | None]]


def export(public: Public, citations: Citations, cache: Path | None = None) -> tuple[ExportedFile, ...]:
    """The exported files with what readers have to know to use them, in the order in which they are described.

    `cache` is a folder of what is kept from build to build; the result is the same without.
    """
    return tuple(made for part in export_parts(public, citations, cache) for made in part())


def export_parts(
    public: Public, citations: Citations, cache: Path | None = None
) -> tuple[Callable[[], Iterator[ExportedFile]], ...]:
    """The same in parts, which are made in any process, file by file: the files of records, and the others."""
    if cache:
        templates().bytecode_cache = KeptTemplates(cache / "templates")
    makers = (_of_records(public, citations, cache), _others(public, citations))
    return tuple(partial(_made, part.values()) for part in makers)


def _made(makers: Iterable[Callable[[], ExportedFile | None]]) -> Iterator[ExportedFile]:
    yield from (made for make in makers if (made := make()))


def export_file(public: Public, citations: Citations, path: str) -> OutputFile | None:
    """One of the files that `export` gives, by its path, without making those that it needs not; none where there is
    none.
    """
    makers = {**_of_records(public, citations, None), **_others(public, citations)}
    series = (make() for name, make in makers.items() if _pattern(name).fullmatch(path))
    return next((file for made in series if made for file in made.files if file.path == path), None)


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    """What the paths of a file and of its schema look like, or those of a series of files."""
    *parts, last = (re.escape(part) for part in re.split("<.*?>", name))
    schema = re.escape(f"data/schema/{name.removeprefix('data/').removesuffix('.json')}.schema.json")
    return re.compile(f"{'[^/]+'.join([*parts, last])}|{schema}")


def _of_records(public: Public, citations: Citations, cache: Path | None) -> _Makers:
    """What makes each file, or series of files, of lists of records, by its path or pattern; each list is made once."""
    vocabulary = public.corpus.vocabulary
    lists: Mapping[str, Callable[[], ExportedFile]] = {
        "claims": partial(claims, public),
        "entities": partial(entities, public),
        "topics": partial(topics, public),
        "sources": partial(sources, public),
        "questions": partial(questions, public),
        "timeline": partial(timeline, public),
        "works": partial(works, public, citations.works),
        "history": partial(history, public),
    }

    @functools.cache
    def records(name: str) -> ExportedFile:
        return lists[name]()

    def all_tables() -> ExportedFile:
        qualifiers = [qualifier.id for qualifier in vocabulary.qualifiers]
        return database(records, qualifiers, Kept(cache / "exports") if cache else None)

    return {
        **{f"data/{name}.json": partial(records, name) for name in lists},
        "data/claims.jsonl": lambda: json_lines(records("claims")),
        "data/claims.csv": lambda: claims_table(records("claims")),
        "data/entities.csv": lambda: entities_table(records("entities")),
        "data/answers.csv": lambda: answers_table(records("claims"), records("questions")),
        "data/works.csv": lambda: works_table(records("works")),
        "data/dossier.sqlite": all_tables,
        "claims/<id>.json": lambda: single_files("claims", records("claims")),
        "entities/<id>.json": lambda: single_files("entities", records("entities")),
    }


def _others(public: Public, citations: Citations) -> _Makers:
    """What makes each of the other files, or series of files."""
    return {
        **{pattern: partial(texts, public, pattern) for pattern in TEXTS},
        "llms.txt": partial(llms_txt, public),
        FEED: partial(feed, public),
        "data/annotations.jsonld": partial(web_annotations, public),
        "data/dossier.jsonld": partial(linked, public, citations.works),
        **{f"data/contexts/{context.file}": partial(context_file, context) for context in CONTEXTS},
        "data/entities.ftm.json": partial(follow_the_money, public),
        "CITATION.cff": partial(citation_cff, public),
    }
