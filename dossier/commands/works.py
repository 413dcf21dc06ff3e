"""`works`: lays in an export of a reference program as a file of `works/`, and says what changes with it.

How exports are read is left to `library`, what differs to `library_changes`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from dossier.commands.edits import Change, difference, write
from dossier.commands.example import example
from dossier.commands.exit_codes import PROBLEMS
from dossier.commands.library import Library, read_library, text_of
from dossier.commands.library_changes import LibraryChanges, compare
from dossier.commands.named_places import BIBLIOGRAPHY, bibliographies, named_places
from dossier.commands.trial import errors, errors_after
from dossier.leaves.numbers import counted
from dossier.leaves.program import command
from dossier.load import load
from dossier.load.bibtex import read_works
from dossier.load.bibtex.typed_entry import EXPORTS
from dossier.load.files import read_file
from dossier.load.interchange import Converted, NotAnExportError, as_bibtex
from dossier.model.ids import ID_PATTERN, WorkKey, nearest_id
from dossier.model.kinds import RecordKind
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError
from dossier.model.work import Work

_SHOWN = 3


@click.command(epilog=example("works ~/library.bib --yes"))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--name",
    default=None,
    metavar="NAME",
    help="Lay it in as works/NAME.bib; as FILE is called unless given.",
)
@click.option("--yes", is_flag=True, help="Write what is shown.")
@click.pass_obj
def works(root: Path, file: Path, name: str | None, *, yes: bool) -> None:
    """Lay in FILE, an export of a reference manager in BibTeX, RIS or CSL-JSON, as a file of works/.

    Says which works are new, changed and gone, which there are already under another key, and what is left out: files,
    abstracts, and what cannot be read. A work that is cited does not get lost. The next export of the same name takes
    the place of this one; what citations.bib says of a work wins.
    """
    target = f"{EXPORTS}{_stem(file, name)}.bib"
    now = _library(target, file)
    old = _read(root, target)
    before = read_library(target, Converted(old or ""))
    changes = compare(before, now, _others(root, target))
    _report(file, now, changes)
    after = text_of(changes.entries)
    if after == old:
        click.echo(f"{target} is as it was.")
        return
    lost = _lost(root, target, changes)
    for line in lost:
        click.echo(line, err=True)
    if lost:
        click.echo("Nothing was written.", err=True)
        sys.exit(PROBLEMS)
    made = {target: Change(old or "", after)}
    if new := set(errors_after(root, made)) - set(errors(root)):
        first = min(new)
        raise UsageError(f"nothing was written, since it would be wrong: {first.place}: {first.message}")
    if old is not None:
        click.echo(difference(made), nl=False)
    if yes:
        write(root, made)
        click.echo(f"{target} written.", err=True)
    else:
        again = " ".join(["works", str(file), *(["--name", name] if name else []), "--yes"])
        click.echo(f"Nothing was written; `{command(again)}` writes {target}.", err=True)


def _stem(file: Path, name: str | None) -> str:
    stem = nearest_id(name or file.stem)
    if not stem or (name and not re.fullmatch(ID_PATTERN, name)):
        raise UsageError(
            f"`{name or file.name}` gives the file in works/ no name; give one: --name {stem or 'library'}"
        )
    return stem


def _library(target: str, file: Path) -> Library:
    """The library in a file; raises `UsageError` where it is none."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    try:
        return read_library(target, as_bibtex(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not UTF-8: export it as UTF-8 (Unicode)") from error
    except NotAnExportError as error:
        raise UsageError(f"{file} {error}") from error


def _read(root: Path, target: str) -> str | None:
    """What is in the file now; `None` where there is none."""
    if not (root / target).exists():
        return None
    problems = Problems()
    file = read_file(root, target, problems)
    if file is None or not file.decoded:
        (problem, *_) = problems
        raise UsageError(f"{problem.place}: {problem.message}; {problem.help}")
    return file.text


def _others(root: Path, target: str) -> Mapping[WorkKey, Work]:
    unheard = Problems()  # `check` tells them
    files = (read_file(root, name, unheard) for name in bibliographies(root) if name != target)
    return read_works([file for file in files if file is not None], unheard).works


def _report(file: Path, now: Library, changes: LibraryChanges) -> None:
    """What changes and what is left out, in lines that say how much of each."""
    click.echo(
        f"{file.name}: {counted(len(changes.new), 'new work')}, {len(changes.changed):,} changed, "
        f"{len(changes.renamed):,} renamed, {len(changes.gone):,} gone, {len(changes.same):,} as before"
    )
    for key in changes.gone:
        click.echo(f"gone: `{key}`")
    for old, new in changes.renamed.items():
        click.echo(f"renamed: `{old}` is `{new}` now")
    for double in changes.doubles:
        said = f"has the {double.sign} of" if double.sign else "has the address in the bibliography of"
        click.echo(f"left out: `{double.key}` {said} `{double.other}`")
    for key in now.uncitable:
        why = f"no page can cite the key `{key}`; give it another" if key else "an entry has no key; give it"
        click.echo(f"left out: {why} one in the program that it comes from")
    if now.left_out:
        fields = sorted(now.left_out.items(), key=lambda field: (-field[1], field[0]))
        click.echo("left out: the fields " + ", ".join(f"{name} ({number:,})" for name, number in fields))
    for line in _unread(now):
        click.echo(line)


def _unread(now: Library) -> Iterator[str]:
    """Faults that are alike in one line, with the entries that have them."""
    alike: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, problem in now.unread:
        if key not in now.uncitable:
            alike[problem.message][key] += 1
    for message, keys in alike.items():
        shown = ", ".join(f"`{key}`" if key else "the beginning" for key in list(keys)[:_SHOWN])
        more = f" and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else ""
        yield f"not read: {message} (at {shown}{more})"


def _lost(root: Path, target: str, changes: LibraryChanges) -> list[str]:
    """Why nothing can be written: the works that are cited and would not be there, and what to do."""
    elsewhere = _others(root, target)
    away = [key for key in (*changes.gone, *changes.renamed) if key not in elsewhere]
    cited = _cited(root, away) if away else {}
    lines = []
    for key in away:
        if not (places := cited.get(key)):
            continue
        where = ", ".join(str(place) for place in places[:_SHOWN])
        more = f" and {counted(len(places) - _SHOWN, 'more place')}" if len(places) > _SHOWN else ""
        if new := changes.renamed.get(key):
            help_ = f"run `{command(f'rename {key} {new}')}` first, then this again"
        else:
            help_ = f"put its entry into {BIBLIOGRAPHY}, or cite something else there"
        lines.append(f"error: `{key}` is gone, and is cited: {where}{more}; {help_}")
    return lines


def _cited(root: Path, keys: Iterable[str]) -> Mapping[str, list[Place]]:
    """Where works are named; raises `UsageError` where records cannot be read that might name them."""
    if wrong := errors(root, linked=False):
        raise UsageError(
            f"{wrong[0].place}: {wrong[0].message}; fix what `{command('check')}` says first, "
            "since works that are cited are gone from the export"
        )
    corpus = load(root, Problems())
    found: defaultdict[str, set[Place]] = defaultdict(set)
    for edit in named_places(root, corpus, {(RecordKind.WORK, key): key for key in keys}):
        found[edit.typed].add(edit.place)
    return {key: sorted(places) for key, places in found.items()}
