"""Files to records: everything that authors wrote, each value with its place, each record valid by itself.

`files` reads bytes, `nodes` YAML, `drafts` makes values with places of nodes, which `kept_lists` keeps, `validate`
makes records of drafts; `claims`, `index`, `sources`, `pages` and `bibtex` know the rules of one kind of file each,
`folders` which files there are, `answers` what questions make of the claims' answers, `schemas` what editors know of
the files. References between records are left to `link`, quotations to `verify`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache as once
from functools import partial
from pathlib import Path

from dossier.leaves.memory import Memory
from dossier.load.answers import type_answers
from dossier.load.bibliography import Bibliography, recall_works
from dossier.load.claims import read_claims
from dossier.load.draft_claims import count_drafts
from dossier.load.files import File, read_file
from dossier.load.folders import check_folders, find_assets, find_exports, find_pages, find_sources
from dossier.load.index import read_entities, read_no_questions, read_questions, read_topics
from dossier.load.kept_lists import KeptLists
from dossier.load.lists import is_empty
from dossier.load.mkdocs_yml import read_configuration
from dossier.load.pages import LoadedPage, count_in_fronts, default_pages, read_page
from dossier.load.records import IdRegistry, Records, recall_records
from dossier.load.schema_files import check_schemas
from dossier.load.sources import read_source
from dossier.load.vocabulary import neutral, read_vocabulary
from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.corpus import Corpus, Placed, RecordRef
from dossier.model.entity import Entity
from dossier.model.ids import ClaimId, EntityId, QuestionId, SourceKey, TopicId
from dossier.model.kinds import RecordKind
from dossier.model.place import Place, Places
from dossier.model.problem import Problems
from dossier.model.question import NoQuestion, Question, Topic
from dossier.model.record_types import record_types
from dossier.model.vocabulary import Vocabulary

__all__ = ["load"]


def load(root: Path, problems: Problems, memory: Memory | None = None, cache: Path | None = None) -> Corpus:
    """Load the project at `root`. Whatever is wrong goes to `problems`; what is sound is in the corpus all the same.

    Without sound words no record can be read: where the vocabulary is broken the corpus is empty. What `memory` has of
    a file that did not change is not read again; `cache` is a folder of what is kept from run to run.
    """
    vocabulary = read_vocabulary(root, problems)
    if vocabulary is None:
        return Corpus.empty(neutral())
    check_schemas(root, vocabulary, problems, cache)
    return _load(root, vocabulary, problems, memory or Memory(), cache)


def _load(
    root: Path, vocabulary: Vocabulary, problems: Problems, memory: Memory, cache: Path | None
) -> Corpus:
    check_folders(root, vocabulary, problems)
    works = _works(root, problems, memory, cache)
    names = IdRegistry(problems)
    for key in works.works:
        names.take(RecordKind.WORK, key, works.places[RecordKind.WORK, key].of)
    sources = {key: read_source(root, key, vocabulary, problems) for key in find_sources(root)}
    kept = KeptLists(cache / "records" if cache else None)
    entities, topics, questions, no_questions = _index(root, vocabulary, problems, memory, kept)
    claim = record_types(vocabulary).claim
    claims: dict[SourceKey, Records[Claim]] = {}
    for source in sources:
        file = _claims(root, source, problems)
        parse = partial(kept.parse, file, problems)
        read = partial(read_claims, source=source, model=claim, names=names, problems=problems)
        found = recall_records(memory, names, parse, read, problems, "claims", file, source, vocabulary)
        claims[source] = type_answers(found, questions, problems)
    drafts = {
        source: count_drafts(_list(root, f"sources/{source}/drafts.yml", problems), claim, problems)
        for source in sources
    }
    pages = _pages(root, vocabulary, problems, cache)
    configuration = read_configuration(root, problems)
    lists: list[Records[Claim] | Records[Entity] | Records[Topic] | Records[Question]]
    lists = [*claims.values(), *entities, topics, questions]
    places: dict[RecordRef, Places] = dict(works.places)
    for records in lists:
        places |= records.places
    places |= {(RecordKind.SOURCE, key): held.places for key, held in sources.items()}
    places |= {(RecordKind.PAGE, path): written.places for path, written in pages.items()}
    broken = frozenset(works.broken).union(*(records.broken for records in lists))
    corpus = Corpus(
        vocabulary,
        sources={key: held.source for key, held in sources.items()},
        texts={key: held.text for key, held in sources.items() if held.text is not None},
        claims={ClaimId(id_): claim for found in claims.values() for id_, claim in found.sound.items()},
        entities={EntityId(id_): found.sound[id_] for found in entities for id_ in sorted(found.sound)},
        topics={TopicId(id_): topics.sound[id_] for id_ in sorted(topics.sound)},
        questions={QuestionId(id_): questions.sound[id_] for id_ in sorted(questions.sound)},
        no_questions=no_questions,
        works={key: works.works[key] for key in sorted(works.works)},
        pages={path: written.page for path, written in pages.items() if written.page is not None},
        places=places,
        broken=broken | {key for key, held in sources.items() if held.broken},
        assets=find_assets(root, configuration.unpublished, problems),
        configuration=configuration,
        drafts={source: count for source, count in drafts.items() if count},
    )
    return replace(corpus, pages=count_in_fronts(corpus, problems))


def _works(root: Path, problems: Problems, memory: Memory, cache: Path | None) -> Bibliography:
    """`citations.bib` first, then the exports of `works/` by name."""
    names = [name for name in ("citations.bib", *find_exports(root)) if (root / name).exists()]
    files = tuple(read_file(root, name, problems) or File(name, "", opened=False) for name in names)
    if "citations.bib" not in names:
        files = (File("citations.bib", "", opened=False), *files)
        problems.add(
            Place("citations.bib"),
            Code.MISSING_FILE,
            "citations.bib is missing",
            "create it, with an entry for each source",
        )
    return memory.recall(partial(recall_works, files, problems, cache), problems, "works", files)


def _claims(root: Path, key: SourceKey, problems: Problems) -> File:
    """The claims of a source; reported where there is no file, or nothing in it."""
    file = _list(root, f"sources/{key}/claims.yml", problems)
    if is_empty(file):
        message = "this source has no claims"
        problems.add(Place(file.name), Code.NO_CLAIMS, message, "write them, or `[]` where there are none")
    return file


def _index(
    root: Path, vocabulary: Vocabulary, problems: Problems, memory: Memory, kept: KeptLists
) -> tuple[list[Records[Entity]], Records[Topic], Records[Question], tuple[Placed[NoQuestion], ...]]:
    """Entities by kind, topics and questions, which share one namespace; and which claims need no question."""
    names = IdRegistry(problems)
    entities: list[Records[Entity]] = []
    for kind in vocabulary.kinds:
        file = _list(root, kind.file, problems)
        parse = partial(kept.parse, file, problems)
        read = partial(read_entities, kind=kind, vocabulary=vocabulary, names=names, problems=problems)
        found = recall_records(memory, names, parse, read, problems, "entities", file, kind, vocabulary)
        entities.append(found)
    file = _list(root, "sources/index/topics.yml", problems)
    parse = partial(kept.parse, file, problems)
    topics = recall_records(
        memory, names, parse, partial(read_topics, names=names, problems=problems), problems, "topics", file
    )
    file = _list(root, "sources/index/questions.yml", problems)
    asked = once(partial(kept.parse, file, problems))
    questions = recall_records(
        memory,
        names,
        asked,
        partial(read_questions, names=names, problems=problems),
        problems,
        "questions",
        file,
    )
    no_questions = memory.recall(lambda: read_no_questions(asked(), problems), problems, "no questions", file)
    return entities, topics, questions, no_questions


def _list(root: Path, name: str, problems: Problems) -> File:
    """A file of records; one that is absent has none."""
    if not (root / name).exists():
        return File(name, "")
    return read_file(root, name, problems) or File(name, "", opened=False)


def _pages(
    root: Path, vocabulary: Vocabulary, problems: Problems, cache: Path | None
) -> Mapping[str, LoadedPage]:
    """The pages of `docs/`, and the default ones, by path."""
    written = {path: _page(root, path, problems) for path in find_pages(root)}
    return dict(sorted((written | default_pages(written, vocabulary, problems, cache)).items()))


def _page(root: Path, path: str, problems: Problems) -> LoadedPage:
    name = f"docs/{path}"
    file = read_file(root, name, problems)
    return read_page(file, path, problems) if file else LoadedPage(None, Places(Place(name)))
