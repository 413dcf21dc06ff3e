"""Where records are named: in fields, in inline Markdown, in addresses of pages and in the bibliography, as edits that
call them otherwise. Whether they may be called so is left to `rename`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from dossier.commands.edits import Edit, read_typed
from dossier.commands.named_in_drafts import named_in_drafts
from dossier.leaves.address import page_of
from dossier.link.inline import MENTIONED
from dossier.link.inline_fields import InlineField, written
from dossier.link.references import references
from dossier.link.rendered import Renderer, UnrenderableError
from dossier.link.syntax import read_syntax
from dossier.link.tokens import Address, CitationToken, MentionToken
from dossier.load.files import File
from dossier.load.folders import find_exports
from dossier.model.corpus import Corpus, RecordRef
from dossier.model.kinds import RecordKind
from dossier.model.lines import with_line_feeds

Renamed = Mapping[RecordRef, str]
"""What records are to be called."""

BIBLIOGRAPHY = "citations.bib"
_SETTINGS = "mkdocs.yml"
_FIELD_OF_WORKS = r"(?im)^[ \t]*(?:crossref|xdata|xref|related|entryset)[ \t]*="


def named_places(root: Path, corpus: Corpus, renamed: Renamed) -> Iterator[Edit]:
    """An edit for each place where one of the records is named; none for the records themselves."""
    for reference in references(corpus):
        if now := renamed.get((reference.kind, reference.id)):
            yield Edit(reference.place, reference.id, now)
    yield from _choices(corpus, renamed)
    for text in written(corpus):
        if text.page is None or not text.page.default:
            yield from _inline(corpus, text, renamed)
    yield from _settings(root, corpus, renamed)
    yield from _bibliography(root, renamed)
    yield from named_in_drafts(root, renamed)


def _choices(corpus: Corpus, renamed: Renamed) -> Iterator[Edit]:
    """Entities that a question chooses from, and that answers have chosen."""
    for question in corpus.questions.values():
        for number, choice in enumerate(question.choices):
            if now := renamed.get((RecordKind.ENTITY, choice)):
                yield Edit(corpus.place(RecordKind.QUESTION, question.id, "choices", number), choice, now)
    for claim in corpus.claims.values():
        for number, answer in enumerate(claim.answers):
            path = ("answers", number, "value")
            places = corpus.places[RecordKind.CLAIM, claim.id]
            if isinstance(answer.value, str) and (now := renamed.get((RecordKind.ENTITY, answer.value))):
                yield Edit(places.of(*path), answer.value, now)
            for at, value in enumerate(answer.value if isinstance(answer.value, tuple) else ()):
                if now := renamed.get((RecordKind.ENTITY, value)):
                    yield Edit(places.of(*path, at), value, now)


def _inline(corpus: Corpus, text: InlineField, renamed: Renamed) -> Iterator[Edit]:
    try:
        tokens = read_syntax(text.markdown, Renderer(corpus.configuration.extensions)).tokens
    except UnrenderableError:
        return
    for token in tokens:
        match token:
            case CitationToken():
                for item in token.items:
                    kind = RecordKind.CLAIM if item.key in corpus.claims else RecordKind.WORK
                    if now := renamed.get((kind, item.key)):
                        in_braces = text.markdown[item.at + 1] == "{"
                        yield Edit(text.place(item.at + 1 + in_braces), item.key, now)
            case MentionToken():
                kind = next((kind for kind in MENTIONED if token.id in corpus.ids(kind)), RecordKind.ENTITY)
                if now := renamed.get((kind, token.id)):
                    at = text.markdown.index(token.id, token.start)
                    yield Edit(text.place(at), token.id, now)
            case Address():
                yield from _address(corpus, text, token, renamed)
            case _:
                pass


def _address(corpus: Corpus, text: InlineField, token: Address, renamed: Renamed) -> Iterator[Edit]:
    """A link to the page of a record, by its path."""
    folder = dirname(text.page.path) if text.page else ""
    leads_to = page_of(RecordKind.PAGE, normpath(join(folder, unquote(token.text.partition("#")[0]))))
    for (kind, old), now in renamed.items():
        if kind is not RecordKind.WORK and leads_to == _page(corpus, kind, old):
            instead = re.sub(rf"(?<![\w-]){re.escape(old)}(?=/index\.md|\.md)", now, token.text)
            yield Edit(text.place(token.start), token.text, instead)


def _page(corpus: Corpus, kind: RecordKind, id_: str) -> str:
    return next(
        (
            entity.address
            for entity in corpus.entities.values()
            if kind is RecordKind.ENTITY and entity.id == id_
        ),
        "" if kind is RecordKind.ENTITY else page_of(kind, id_),
    )


def _settings(root: Path, corpus: Corpus, renamed: Renamed) -> Iterator[Edit]:
    """Pages of records in the navigation."""
    for (kind, old), now in renamed.items():
        if kind is not RecordKind.WORK:
            folder = re.escape(_page(corpus, kind, old).removesuffix(f"{old}/"))
            yield from _found(root, _SETTINGS, rf"(?<![\w/-]){folder}({re.escape(old)})(?=/index\.md)", now)


def bibliographies(root: Path) -> list[str]:
    """The files of works that there are, relative to the project."""
    return [name for name in (BIBLIOGRAPHY, *find_exports(root)) if (root / name).is_file()]


def _bibliography(root: Path, renamed: Renamed) -> Iterator[Edit]:
    """Works that other works name."""
    for (kind, old), now in renamed.items():
        if kind is RecordKind.WORK:
            names_it = rf"{_FIELD_OF_WORKS}.*?(?<![^\s{{\",])({re.escape(old)})(?![^\s}}\",])"
            for name in bibliographies(root):
                yield from _found(root, name, names_it, now)


def _found(root: Path, name: str, pattern: str, now: str) -> Iterator[Edit]:
    """An edit for the first group of each match in a file."""
    text = File(name, with_line_feeds(read_typed(root, name).removeprefix("\ufeff")))
    for match in re.finditer(pattern, text.text):
        yield Edit(text.place(match.start(1)), match[1], now)
