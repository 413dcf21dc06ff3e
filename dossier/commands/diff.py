"""`diff`: which records an earlier state of the project had otherwise, for people, pull requests and programs.

What became of records is left to `record_changes`.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from enum import StrEnum
from io import BytesIO
from itertools import groupby
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.commands.record_changes import FieldChange, Outcome, RecordChange, record_changes
from dossier.leaves.markup import text as safe_text
from dossier.leaves.numbers import counted
from dossier.load import load
from dossier.model.history import in_words
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError

_LONGEST = 240
_SHARED = 40


class DiffFormat(StrEnum):
    """How changes are shown: to people, in the summary of a pull request, to programs."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@click.command(epilog=example("diff main --format markdown"))
@click.argument("revision", metavar="REV")
@click.option(
    "--format",
    "shape",
    type=click.Choice([shape.value for shape in DiffFormat]),
    default=DiffFormat.TEXT.value,
    show_default=True,
    help="text for people, markdown for a pull request, json for other tools.",
)
@click.pass_obj
def diff(root: Path, revision: str, shape: str) -> None:
    """Show which records were added, changed, renamed, withdrawn or removed since the commit REV of git.

    Claims, entities, topics, questions, sources, works and pages are compared as records: that a file is laid out
    otherwise is no change.
    """
    with tempfile.TemporaryDirectory() as made:
        _unpack(root, revision, Path(made))
        before = load(Path(made), Problems())
    after = load(root, Problems())
    changes = list(record_changes(before, after))
    match DiffFormat(shape):
        case DiffFormat.TEXT:
            click.echo("\n".join(_as_text(changes)))
        case DiffFormat.MARKDOWN:
            click.echo("\n".join(_as_markdown(changes)))
        case DiffFormat.JSON:
            click.echo(json.dumps([_as_json(change) for change in changes], ensure_ascii=False, indent=2))
    if unread := sorted(filter(None, before.broken | after.broken)):
        click.echo(f"Not compared, since they cannot be read: {', '.join(unread)}.", err=True)


def _unpack(root: Path, revision: str, folder: Path) -> None:
    """The project as git has it at a revision."""
    asked = subprocess.run(
        ["git", "-C", str(root), "archive", "--format=tar", "--end-of-options", revision],
        capture_output=True,
        check=False,
    )
    if asked.returncode:
        said = asked.stderr.decode(errors="replace").strip().splitlines()
        raise UsageError(f"git has nothing at `{revision}`: {said[0] if said else 'it says not why'}")
    with tarfile.open(fileobj=BytesIO(asked.stdout)) as packed:
        packed.extractall(folder, filter="data")


def _counts(changes: Sequence[RecordChange]) -> str:
    """`2 claims added, 1 changed; 1 entity added`."""
    parts = []
    for kind, of_kind in groupby(changes, lambda change: change.kind):
        outcomes = [change.outcome for change in of_kind]
        found = [(outcomes.count(outcome), outcome) for outcome in Outcome if outcome in outcomes]
        first, *others = found
        several = "entities" if kind is RecordKind.ENTITY else None
        named = [f"{counted(first[0], kind, several)} {first[1]}"]
        parts.append(", ".join([*named, *(f"{number} {outcome}" for number, outcome in others)]))
    return "; ".join(parts) or "no record is another"


def _as_text(changes: Sequence[RecordChange]) -> Iterator[str]:
    for change in changes:
        was = f" (was {change.was})" if change.was else ""
        yield f"{change.kind} {change.outcome}: {change.id}{was}"
        yield f"    {change.says}"
        for field in change.fields:
            before, after = (f"“{said}”" if said else "nothing" for said in _shown(field))
            yield f"    {field.field}: {before} → {after}"
        yield from (f"    why: {why}" for why in change.why)
    yield _counts(changes)


def _as_markdown(changes: Sequence[RecordChange]) -> Iterator[str]:
    yield f"**Records:** {_counts(changes)}"
    for (kind, outcome), found in groupby(changes, lambda change: (change.kind, change.outcome)):
        yield from ("", f"### {kind.capitalize()} {outcome}", "")
        for change in found:
            was = f" (was <code>{safe_text(change.was)}</code>)" if change.was else ""
            yield f"- <code>{safe_text(change.id)}</code>{was}: {safe_text(change.says)}"
            for field in change.fields:
                before, after = (safe_text(said) or "nothing" for said in _shown(field))
                yield f"  - {safe_text(field.field)}: <del>{before}</del> → <ins>{after}</ins>"
            yield from (f"  - why: {safe_text(why)}" for why in change.why)


def _as_json(change: RecordChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "id": change.id,
        "outcome": change.outcome,
        "was": change.was,
        "says": change.says,
        "why": change.why,
        "fields": [
            {"field": field.field, "before": field.before, "after": field.after} for field in change.fields
        ],
    }


def _shown(field: FieldChange) -> tuple[str, str]:
    """What a field said before and after in one line each; of long texts the part that differs."""
    before, after = in_words(field.before or ""), in_words(field.after or "")
    if max(len(before), len(after)) <= _LONGEST:
        return before, after
    shared = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), 0)
    start = max(0, shared - _SHARED)
    return _cut(before, start), _cut(after, start)


def _cut(said: str, start: int) -> str:
    part = said[start : start + _LONGEST]
    return f"{'…' if start and part else ''}{part}{'…' if start + _LONGEST < len(said) else ''}"
