"""`rename`: gives a record another id, wherever it is named; the old one is kept under `formerly`.

Where records are named is left to `named_places`, how files are changed to `edits`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from dossier.commands.edits import Edit, changes_of, difference, read_typed, write
from dossier.commands.example import example
from dossier.commands.named_places import Renamed, bibliographies, named_places
from dossier.commands.trial import errors, errors_after
from dossier.leaves.nearest import suggest
from dossier.leaves.numbers import counted
from dossier.leaves.program import command
from dossier.leaves.tree import files_below
from dossier.load import load
from dossier.load.files import File
from dossier.model.corpus import Corpus
from dossier.model.from_text import UnreadableValueError
from dossier.model.ids import parse_id, parse_work_key
from dossier.model.kinds import RecordKind
from dossier.model.lines import with_line_feeds
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError

_IDS = re.compile(r"\bids\s*=\s*[{\"]", re.IGNORECASE)
_NEXT_ENTRY = re.compile(r"^[ \t]*@", re.MULTILINE)
_KINDS = tuple(kind for kind in RecordKind if kind is not RecordKind.PAGE)


@click.command(epilog=example("rename doe2020-rain doe2020-first-rain"))
@click.argument("old")
@click.argument("new")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in _KINDS]),
    default=None,
    help="What OLD is, where records of two kinds have this id.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.pass_obj
def rename(root: Path, old: str, new: str, *, kind: str | None, dry_run: bool) -> None:
    """Give the record OLD the id NEW, in its own file and wherever it is named: YAML, notes, bibliography, navigation.

    OLD is kept under `formerly`, so that its address leads on. With a source its folder, its work and its claims are
    renamed. What changes is shown; all of it is written, or nothing.
    """
    corpus = _sound(root)
    renamed = _renamed(corpus, old, new, kind)
    edits = [*named_places(root, corpus, renamed), *_own(root, corpus, renamed)]
    changes = changes_of(root, edits)
    folder = (f"sources/{old}", f"sources/{new}") if (RecordKind.SOURCE, old) in renamed else None
    if wrong := errors_after(root, changes, folder):
        raise UsageError(
            f"nothing was written, since it would be wrong: {wrong[0].place}: {wrong[0].message}"
        )
    click.echo(difference(changes), nl=False)
    if folder:
        click.echo(f"{folder[0]}/ becomes {folder[1]}/")
    if dry_run:
        click.echo("Nothing was written.", err=True)
        return
    write(root, changes)
    if folder:
        (root / folder[0]).rename(root / folder[1])
    click.echo(f"{counted(len(changes), 'file')} changed.", err=True)
    for place in _left(root, renamed):
        click.echo(f"{place}: `{old}` appears here, too, and was left as it is", err=True)


def _sound(root: Path) -> Corpus:
    """The records, of which none is broken: in one that cannot be read nothing would be renamed."""
    if wrong := errors(root, linked=False):
        raise UsageError(f"{wrong[0].place}: {wrong[0].message}; fix what `{command('check')}` says first")
    return load(root, Problems())


def _renamed(corpus: Corpus, old: str, new: str, wanted: str | None) -> Renamed:
    """All records that get another id: a source with its work and its claims."""
    kinds = [kind for kind in _KINDS if old in corpus.ids(kind) and wanted in {None, kind}]
    if RecordKind.SOURCE in kinds:
        kinds = [RecordKind.SOURCE]
    if not kinds:
        known = [id_ for kind in _KINDS for id_ in corpus.ids(kind)]
        raise UsageError(
            f"there is no {wanted or 'record'} `{old}`; {suggest(old, known) or 'see the ids in sources/'}"
        )
    if len(kinds) > 1:
        raise UsageError(
            f"`{old}` is {' and '.join(kind.with_article for kind in kinds)}; say which with --kind"
        )
    try:
        parse_work_key(new) if kinds[0] is RecordKind.WORK else parse_id(new)
    except UnreadableValueError as wrong:
        raise UsageError(f"{wrong}; {wrong.help}") from wrong
    if kinds[0] is not RecordKind.SOURCE:
        return {(kinds[0], old): new}
    claims = [id_ for id_, claim in corpus.claims.items() if claim.source == old]
    return {
        (RecordKind.SOURCE, old): new,
        (RecordKind.WORK, old): new,
        **{(RecordKind.CLAIM, id_): f"{new}{id_.removeprefix(old)}" for id_ in claims},
    }


def _own(root: Path, corpus: Corpus, renamed: Renamed) -> Iterator[Edit]:
    """The ids of the records themselves, with the old ones under `formerly`."""
    for (kind, old), now in renamed.items():
        if kind is RecordKind.WORK:
            yield from _entry(root, old, now)
            continue
        field = "citation" if kind is RecordKind.SOURCE else "id"
        places = corpus.places[kind, old]
        place = places.of(field)
        if kind is not RecordKind.SOURCE:  # that it names its work is an edit already
            yield Edit(place, old, now)
        if ("formerly",) in places.spots:
            yield _listed(_line(root, listed := places.of("formerly", 0)), listed, old)
        else:
            yield _added(_line(root, place), place, field, old)


def _line(root: Path, place: Place) -> str:
    """The line of a place."""
    text = read_typed(root, place.file).removeprefix("\ufeff")
    return with_line_feeds(text).split("\n")[place.line - 1]


def _listed(line: str, first: Place, old: str) -> Edit:
    """The old id before the first of a list, in brackets or on lines of their own."""
    before = line[: first.column - 1].rstrip()
    more = f"{old}\n{' ' * (len(before) - 1)}- " if before.endswith("-") else f"{old}, "
    return Edit(first, "", more)


def _added(line: str, place: Place, field: str, old: str) -> Edit:
    """A list with the old id, on a line below that of the id, or behind it where a record is in one line."""
    begun = re.match(rf"[ \t]*(?:-[ \t]+)?(?={field}[ \t]*:)", line)
    if begun:
        return Edit(Place(place.file, place.line + 1), "", f"{' ' * begun.end()}formerly: [{old}]\n")
    end = line.index(old, place.column - 1) + len(old)
    behind = re.match(r"[\"']?", line[end:])
    return Edit(
        Place(place.file, place.line, end + 1 + len(behind[0] if behind else "")), "", f", formerly: [{old}]"
    )


def _entry(root: Path, old: str, now: str) -> Iterator[Edit]:
    """The key of a work in each file that has it, with the old one among what biblatex calls its `ids`."""
    for name in bibliographies(root):
        text = File(name, with_line_feeds(read_typed(root, name).removeprefix("\ufeff")))
        head = re.search(rf"@\s*\w+\s*[{{(]\s*({re.escape(old)})\s*,", text.text)
        if head is None:
            continue
        yield Edit(text.place(head.start(1)), old, now)
        end = _NEXT_ENTRY.search(text.text, head.end())
        listed = _IDS.search(text.text, head.end(), end.start() if end else len(text.text))
        if listed:
            yield Edit(text.place(listed.end()), "", f"{old}, ")
        else:
            yield Edit(text.place(head.end()), "", f"\n  ids = {{{old}}},")


def _left(root: Path, renamed: Renamed) -> Iterator[Place]:
    """Where hand-written files still have an old id as a word, but for `formerly` and `ids`."""
    words = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(old) for _, old in renamed)})(?![\w-])")
    for name in (
        "mkdocs.yml",
        *(f"docs/{path}" for path in files_below(root / "docs") if path.endswith(".md")),
    ):
        for number, line in enumerate(read_typed(root, name).splitlines(), 1):
            if match := words.search(line):
                yield Place(name, number, match.start() + 1)
