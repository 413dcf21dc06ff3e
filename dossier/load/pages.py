"""`docs/**/*.md` and the default pages: front matter and body. Their citations and links are left to `link`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from dossier.leaves import look
from dossier.leaves.address import page_of
from dossier.leaves.counts import with_counts
from dossier.load.drafts import Draft
from dossier.load.fields_guide import FIELDS_PAGE, fields_page
from dossier.load.files import File
from dossier.load.lists import parse_record
from dossier.load.rules import check_history, check_repeats
from dossier.load.validate import check_id, fields_of, validate
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.day import Day
from dossier.model.history import Revision
from dossier.model.ids import TopicIdField
from dossier.model.kinds import RecordKind
from dossier.model.page import HandPage
from dossier.model.place import Places
from dossier.model.problem import Problems
from dossier.model.record import Record, Text
from dossier.model.vocabulary import Vocabulary

_FRONT = re.compile(r"---[ \t]*\n(?P<fields>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


class PageFront(Record):
    """The front matter of a hand-written page."""

    title: Text
    summary: Text | None = None
    date: Day | None = None
    topics: tuple[TopicIdField, ...] = ()
    withdrawn: Day | None = None
    """The day on which what was at this address was withdrawn: an entity, a question, a source, a note."""


class NoteFront(PageFront):
    """The front matter of a note, which the index of notes shows."""

    summary: Text
    date: Day
    added: Day | None = None
    revised: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedPage:
    """A page as loaded; `page` is `None` where it was reported."""

    page: HandPage | None
    places: Places


def read_page(file: File, path: str, problems: Problems) -> LoadedPage:
    """The page of a Markdown file, whose `path` is relative to `docs/`."""
    start = file.place(0)
    parts = PurePosixPath(path).with_suffix("").parts
    misnamed = [part for part in parts if not check_id(part, start, problems)]
    match = _FRONT.match(file.text)
    if match is None:
        help_ = "begin the file with `---`, the fields, and `---` again"
        problems.add(start, Code.MISSING_FRONT_MATTER, "this page has no front matter with its title", help_)
        return LoadedPage(None, Places(start))
    # Spaces instead of the marks keep every offset, and the fields alone are one YAML document.
    fields = " " * 3 + file.text[3 : match.end("fields")]
    draft = parse_record(File(file.name, fields), problems)
    if draft is None:
        return LoadedPage(None, Places(start))
    is_note = path.startswith("notes/") and path != "notes/index.md"
    front = validate(NoteFront if is_note else PageFront, draft, problems, _check_front)
    if front is None or misnamed:
        return LoadedPage(None, draft.places)
    body, at = file.text[match.end() :], file.place(match.end())
    page = HandPage(
        path, front.title, body, at, front.summary, front.date, front.topics, withdrawn=front.withdrawn
    )
    if isinstance(front, NoteFront):
        page = replace(page, added=front.added, revised=front.revised)
    return LoadedPage(page, draft.places)


def default_pages(
    written: Collection[str], vocabulary: Vocabulary, problems: Problems, cache: Path | None
) -> dict[str, LoadedPage]:
    """The pages of the look, and the one on fields, whose address no page of `docs/` has; `written` are their paths."""
    taken = {page_of(RecordKind.PAGE, path) for path in written}
    return {
        path: _default(path, text, problems)
        for path, text in {**look.pages(), FIELDS_PAGE: fields_page(vocabulary, cache)}.items()
        if page_of(RecordKind.PAGE, path) not in taken
    }


def _default(path: str, text: str, problems: Problems) -> LoadedPage:
    loaded = read_page(File(f"dossier/look/pages/{path}", text), path, problems)
    return replace(loaded, page=loaded.page and replace(loaded.page, default=True))


def count_in_fronts(corpus: Corpus, problems: Problems) -> dict[str, HandPage]:
    """The pages of a corpus with the counts that their titles and summaries name."""
    counts = corpus.counts
    return {
        path: replace(
            page,
            title=_counted(corpus, page, "title", counts, problems) or page.title,
            summary=_counted(corpus, page, "summary", counts, problems),
        )
        for path, page in corpus.pages.items()
    }


def _counted(
    corpus: Corpus, page: HandPage, field: str, counts: Mapping[str, int], problems: Problems
) -> str | None:
    typed: str | None = getattr(page, field)
    if typed is None:
        return None
    places = corpus.places[RecordKind.PAGE, page.path]

    def report(at: int, message: str, help_: str) -> None:
        problems.add(places.within((field,), typed, at), Code.UNKNOWN_COUNT, message, help_)

    return with_counts(typed, counts, report)


def _check_front(draft: Draft, problems: Problems) -> None:
    check_repeats(draft, ("topics",), problems)
    check_history(draft, [*fields_of(NoteFront), "body"], problems)
