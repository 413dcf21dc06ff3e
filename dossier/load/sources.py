"""`sources/<key>/source.yml` and `text.txt`: the record of a text we hold, and the text that it pins."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from dossier.leaves.numbers import counted
from dossier.leaves.program import command
from dossier.load.drafts import Draft
from dossier.load.files import read_bytes, read_file
from dossier.load.lists import parse_record
from dossier.load.texts import read_text
from dossier.load.validate import validate
from dossier.model.codes import Code
from dossier.model.day import Day
from dossier.model.ids import SourceKey
from dossier.model.kinds import Publish
from dossier.model.place import Place, Places
from dossier.model.problem import Problems, Related
from dossier.model.record_types import record_types
from dossier.model.source import Rights, Source
from dossier.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class LoadedSource:
    """A source as loaded; `text` is `None` where it is withheld and absent, or was reported."""

    source: Source
    text: str | None
    places: Places
    broken: bool


def read_source(root: Path, key: SourceKey, vocabulary: Vocabulary, problems: Problems) -> LoadedSource:
    """The source of one folder.

    Where its record is broken, a withheld source without a text stands in for it, so that its claims are still
    checked for whatever does not depend on it.
    """
    name = f"sources/{key}/source.yml"
    broken = LoadedSource(_stand_in(key, vocabulary), None, Places(Place(name)), broken=True)
    if not (root / name).exists():
        problems.add(
            Place(name), Code.MISSING_FILE, "this folder has no source.yml", "write it, or delete the folder"
        )
        return broken
    file = read_file(root, name, problems)
    draft = parse_record(file, problems) if file else None
    if draft is None:
        return broken

    def rule(draft: Draft, problems: Problems) -> None:
        _check_citation(draft, key, problems)

    source = validate(record_types(vocabulary).source, draft, problems, rule)
    if source is None:
        return LoadedSource(broken.source, None, draft.places, broken=True)
    own = Problems()
    text = _read_text(root, source, draft.places, own)
    _check_original(root, source, draft.places, own)
    problems.update(own)
    return LoadedSource(source, text, draft.places, broken=own.errors > 0)


def _check_citation(draft: Draft, key: SourceKey, problems: Problems) -> None:
    typed = draft.text("citation")
    if typed is not None and typed != key:
        message = f"`citation` is `{typed}`, the folder is `{key}`"
        problems.add(
            draft.places.of("citation"), Code.WRONG_CITATION, message, f"write `{key}`, or rename the folder"
        )


def _read_text(root: Path, source: Source, places: Places, problems: Problems) -> str | None:
    name = f"sources/{source.citation}/text.txt"
    if not (root / name).exists():
        if source.rights.publish is not Publish.WITHHELD:
            help_ = "put the supplied text there, or say `publish: withheld` in source.yml"
            problems.add(Place(name), Code.MISSING_FILE, "this source has no text.txt", help_)
        return None
    content = read_text(root, source.citation, source.language, problems)
    if content is None:
        return None
    if hashlib.sha256(content).hexdigest() != source.sha256:
        help_ = (
            "a supplied text is never edited: put it back as it was.\n"
            f"If the new text is meant, run `{command(f'pin {source.citation}')}` and look at its claims again"
        )
        message = "text.txt is not the text that this checksum pins"
        related = [Related(Place(name), "the text as it is now")]
        problems.add(places.of("sha256"), Code.TEXT_CHANGED, message, help_, related)
        return None
    text = content.decode()
    _check_pages(source, text, places, problems)
    return text


def _check_pages(source: Source, text: str, places: Places, problems: Problems) -> None:
    pages = source.pages_of(text)
    if pages.fit(text):
        return
    if source.pages is not None and source.pages.first is not None:
        message, help_ = "`pages` has both `first` and `labels`", "keep the one that fits"
    else:
        labels = len(pages.numbers.labels)
        message = f"`pages` has {counted(labels, 'label')}, the text has {counted(len(pages.starts), 'page')}"
        help_ = 'write as many labels as pages, `""` for a page without; a form feed in text.txt ends a page'
    problems.add(places.of("pages", "labels"), Code.PAGES_DO_NOT_FIT, message, help_)


def _check_original(root: Path, source: Source, places: Places, problems: Problems) -> None:
    """Report an original that is not there, or not the one that source.yml pins."""
    original = source.original
    if original is None or original.file is None:
        return
    name = f"sources/{source.citation}/{original.file}"
    if not (root / name).exists():
        message, help_ = (
            "this file is not there",
            "put it back, or delete the line `file` where rights forbid it",
        )
        problems.add(places.of("original", "file"), Code.ORIGINAL_MISSING, message, help_)
        return
    content = read_bytes(root, name, problems)
    if content is not None and hashlib.sha256(content).hexdigest() != original.sha256:
        message = f"{original.file} is not the document that this checksum pins"
        help_ = f"put the old one back; to take the new one in, run `{command(f'add {source.citation} FILE --again')}`"
        problems.add(places.of("original", "sha256"), Code.ORIGINAL_CHANGED, message, help_)


def _stand_in(key: SourceKey, vocabulary: Vocabulary) -> Source:
    return Source(
        citation=key,
        kind=vocabulary.sources[0],
        language="und",
        sha256="0" * 64,
        supplied=Day(1, 1, 1),
        rights=Rights(license="unstated", publish=Publish.WITHHELD),
    )
