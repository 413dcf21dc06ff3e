"""`add`: a document becomes a source. Its text is taken out by `documents`; what its files say is in `source_files`."""

from __future__ import annotations

import datetime
import hashlib
import re
import secrets
import shutil
from collections import Counter
from pathlib import Path

import click

from dossier.commands.edits import Change, read_typed, write
from dossier.commands.example import example
from dossier.commands.proposed_reading import ProposedReading, propose_reading
from dossier.commands.source_files import NewSource
from dossier.commands.taken_again import take_again
from dossier.commands.unread import refuse_unread
from dossier.documents import UNKNOWN, DocumentText, language_of_text, take_text
from dossier.leaves.language.languages import language_of
from dossier.leaves.numbers import counted
from dossier.leaves.program import command
from dossier.load import load
from dossier.model.corpus import Corpus
from dossier.model.day import Day
from dossier.model.ids import ID_PATTERN, SourceKey, WorkKey, nearest_id
from dossier.model.kinds import Publish
from dossier.model.problem import Problems
from dossier.model.reading import BlockKind, Where
from dossier.model.record_types import record_types
from dossier.model.source import Original, Rights
from dossier.model.usage_error import UsageError

_RESERVED = ("index", "schema", "vocabulary")
_LARGEST = 200_000_000
_BIBLIOGRAPHY = "citations.bib"


@click.command(epilog=example("add doe2020 ~/Downloads/report.pdf"))
@click.argument("key")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--language", metavar="TAG", help="Its language, such as fr, where the guess is wrong.")
@click.option(
    "--encoding",
    metavar="NAME",
    help="The encoding of a text, such as windows-1252, where the guess is wrong.",
)
@click.option(
    "--again", is_flag=True, help="Take the text of a source out again, and show what would change."
)
@click.option("--yes", is_flag=True, help="With --again: write what changed.")
@click.pass_obj
def add(
    root: Path,
    key: str,
    path: Path,
    *,
    language: str | None,
    encoding: str | None,
    again: bool,
    yes: bool,
) -> None:
    """Make a source of a document: PDF, Word, web page, text.

    FILE is a PDF, DOCX, ODT, EPUB, HTML, Markdown or plain text in any encoding.

    KEY names the source for ever: its folder, its entry in citations.bib, the beginning of the ids of its claims. Small
    letters, digits and hyphens, such as doe2020.

    Written are sources/KEY/ with the document, text.txt (form feeds end its pages), source.yml and an empty claims.yml,
    and, where the key is not there yet, a draft of its entry in citations.bib; all of it or nothing. Nothing that is
    there is overwritten. What is not sure it says.

    Scans are refused: recognize their text first, with OCRmyPDF for example. So are PDFs behind a password.
    """
    if yes and not again:
        raise click.UsageError("--yes belongs to --again")
    _check_key(root, key, again=again)
    if path.stat().st_size > _LARGEST:
        raise UsageError(f"{path.name} has more than {_LARGEST // 1_000_000} MB")
    content = path.read_bytes()
    document = take_text(content, path.name, encoding)
    if again:
        take_again(root, SourceKey(key), content, document, write_it=yes)
        return
    unheard = Problems()  # `check` tells them
    corpus = load(root, unheard)
    refuse_unread(corpus, unheard)
    made, proposed = _new_source(corpus, SourceKey(key), content, document, language)
    drafted = WorkKey(key) not in corpus.works and key not in corpus.broken
    _write(root, made, content, bibtex=made.bibtex() if drafted else "")
    _tell(made, proposed, path.name, drafted=drafted)


def _check_key(root: Path, key: str, *, again: bool) -> None:
    if not re.fullmatch(ID_PATTERN, key) or key in _RESERVED:
        better = nearest_id(key)
        instead = f"; write `{better}`" if better and better not in {key, *_RESERVED} else ""
        raise UsageError(
            f"`{key}` can't be the key of a source: small letters, digits and hyphens make one{instead}"
        )
    folder = root / "sources" / key
    if again and not (folder / "source.yml").is_file():
        raise UsageError(f"there is no source `{key}`; leave out --again to make one")
    if not again and folder.exists():
        looked_at = command(f"add {key} FILE --again")
        raise UsageError(f"sources/{key} is there already; `{looked_at}` shows what the file would change")


def _new_source(
    corpus: Corpus, key: SourceKey, content: bytes, document: DocumentText, language: str | None
) -> tuple[NewSource, ProposedReading]:
    tag = language or language_of_text(document.text, document.metadata.language)
    today = datetime.date.today()  # noqa: DTZ011 - the editor's own day
    source = record_types(corpus.vocabulary).source.model_validate(
        {
            "citation": key,
            "kind": corpus.vocabulary.sources[0].id,
            "language": tag,
            "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
            "supplied": Day(today.year, today.month, today.day),
            "rights": Rights(license="unstated", publish=Publish.EXCERPTS),
            "original": Original(
                sha256=hashlib.sha256(content).hexdigest(),
                media_type=document.kind.media_type,
                extractor=document.extractor,
                url=document.metadata.url if document.metadata.url.startswith("http") else None,
            ),
            "pages": document.pages,
        }
    )
    proposed = propose_reading(source, document)
    original = f"original.{document.kind.value}"
    return NewSource(source, document, original, proposed.hints, corpus.vocabulary), proposed


def _write(root: Path, made: NewSource, content: bytes, *, bibtex: str) -> None:
    """The folder of the source and the entry: both, or nothing."""
    folder = root / "sources" / made.source.citation
    beside = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    before = read_typed(root, _BIBLIOGRAPHY) if (root / _BIBLIOGRAPHY).exists() else ""
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    files = {
        made.original: content,
        "text.txt": made.document.text.encode(),
        "source.yml": made.record().encode(),
        "claims.yml": made.claims().encode(),
    }
    try:
        beside.mkdir()
        for name, written in files.items():
            (beside / name).write_bytes(written)
        beside.rename(folder)
        if bibtex:
            write(root, {_BIBLIOGRAPHY: Change(before, f"{before}{gap}{bibtex}")})
    except (OSError, UsageError) as error:
        shutil.rmtree(beside, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        raise UsageError(f"nothing was written: {error}") from error


def _tell(made: NewSource, proposed: ProposedReading, name: str, *, drafted: bool) -> None:
    key, text, reading = made.source.citation, made.document.text, proposed.reading
    pages = len(made.source.pages_of(text).starts)
    language = (
        "of a language that is not known"
        if made.source.language == UNKNOWN
        else language_of(made.source.language).name
    )
    size = ", ".join(
        filter(None, (counted(pages, "page") if pages else "", counted(len(text), "character"), language))
    )
    click.echo(f"sources/{key} holds the text of {name} ({size}; taken out by {made.document.extractor}).")
    kinds = Counter(block.kind for block in reading.in_part(Where.BODY))
    hints = sum(1 if isinstance(hint, str) else len(hint) for hint in made.hints.values())
    lifted = len(reading.in_part(Where.CAPTION))
    parts = (
        counted(kinds[BlockKind.HEADING], "heading"),
        counted(kinds[BlockKind.PARAGRAPH], "paragraph"),
        counted(kinds[BlockKind.ITEM], "list item"),
        counted(len(reading.notes), "note"),
    )
    aside = f"; {counted(lifted, 'line')} of page heads and the like set aside" if lifted else ""
    click.echo(f"It reads as {', '.join(parts)}{aside}. {counted(hints, 'hint')} written under `reading`.")
    click.echo("\nLook at:")
    for doubt in (*_record_doubts(made, drafted=drafted), *made.document.doubts, *proposed.doubts):
        click.echo(f"- {doubt}")
    found = command(f'find "words of it" --source {key}')
    click.echo(f"\nNext: `{command('check')}`, then `{found}` prints claims to paste into claims.yml.")


def _record_doubts(made: NewSource, *, drafted: bool) -> list[str]:
    said, source = made.document.metadata, made.source
    doubts = [
        f"source.yml: `kind` is `{source.kind.id}` and `rights` are `unstated`, unless you say otherwise"
    ]
    if drafted:
        known = {
            "author": ", ".join(said.authors),
            "title": f"“{said.title}”" * bool(said.title),
            "date": said.date,
        }
        stated = ", ".join(filter(None, (known["title"], known["author"], known["date"])))
        absent = " and ".join(name for name, value in known.items() if not value)
        parts = (
            f"drafted: {stated}" if stated else "drafted",
            absent and f"not stated in the file: {absent}",
        )
        doubts.append(f"citations.bib: `{source.citation}` is {'; '.join(filter(None, parts))}")
    if said.made and not said.date:
        doubts.append(
            f"the file was made on {said.made}; where that is its date, write it into citations.bib"
        )
    if source.language == UNKNOWN:
        doubts.append("source.yml: the language is not known; write its tag, such as `en`")
    return doubts
