"""`release`: this state of the records as a version to keep, cite and deposit. What is in it is left to the stages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from dossier.commands.example import example
from dossier.commands.exit_codes import PROBLEMS
from dossier.commands.progress import progress
from dossier.model.day import Day
from dossier.model.from_text import UnreadableValueError
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError
from dossier.release import HISTORY, RECORD, Past
from dossier.report import Format, show

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._+-]*")


@click.command(epilog=example("release 1.0"))
@click.argument("version", required=False)
@click.option(
    "--day", help="The day of the release, such as 2026-11-21; that of the latest change unless given."
)
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    default=None,
    help="The folder that holds the releases; releases/ in the project unless given.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=None,
    help="The folder of the release before; the latest beside this one unless given.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing of progress.")
@click.pass_obj
def release(
    root: Path, *, version: str | None, day: str | None, folder: Path | None, since: Path | None, quiet: bool
) -> None:
    """Keep this state of the records as a version: a folder to cite and to deposit.

    VERSION is what it is called, such as 1.0; its day unless given.

    The folder has the site in one file (dossier.zip), what changed since the release before, notes and sources as
    documents with footnotes, and checksums. The day is in the records, not on the clock: the same records give the
    same bytes. With any problem or warning nothing is released, and a release that is there is never overwritten.
    """
    if version is not None and not _VERSION.fullmatch(version):
        raise UsageError(
            f"a version is not called “{version}”: write letters, digits and points, such as 1.0"
        )
    folder = folder.absolute() if folder else root / "releases"
    if version is not None:
        _refuse_existing(folder / version)
    problems, say = Problems(), progress(quiet=quiet)
    asked = _day(day) if day else None

    from dossier import pipeline  # noqa: PLC0415 - it takes longer than all of the above

    made = pipeline.release(root, problems, say, version, asked, _past(since) if since else _latest(folder))
    show(problems, root, Format.TEXT)
    if made is None:
        click.echo("Nothing was released: a release has neither problems nor warnings.", err=True)
        sys.exit(PROBLEMS)
    named, files = made
    target = folder / named.name
    _refuse_existing(target)
    _write(target, files)
    if uncommitted := _uncommitted(root, folder):
        click.echo(uncommitted, err=True)
    click.echo(
        f"Version {named.name} of {named.day} is in {target}. How to deposit it: guide/depositing/ of the site."
    )


def _day(typed: str) -> Day:
    try:
        return Day.parse(typed)
    except UnreadableValueError as error:
        raise UsageError(f"--day: {error}") from error


def _refuse_existing(target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise UsageError(
            f"{target} is there already, and a release stays as it is; give this one another VERSION"
        )


def _past(folder: Path) -> Past:
    try:
        version = json.loads((folder / RECORD).read_bytes())["version"]
        return Past(version, json.loads((folder / HISTORY).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{folder} is no release: its {RECORD} or {HISTORY} cannot be read") from error


def _latest(folder: Path) -> Past | None:
    """The release of the latest day; of one day that whose name comes last."""
    found = [path.parent for path in folder.glob(f"*/{RECORD}")]
    days = {path: str(json.loads((path / RECORD).read_bytes())["day"]) for path in found}
    return _past(max(found, key=lambda path: (days[path], path.name))) if found else None


def _write(target: Path, files: dict[str, bytes]) -> None:
    """Write all files of a new folder, or none."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".new-", dir=target.parent) as beside:
            staged = Path(beside, target.name)
            for path, content in files.items():
                (staged / path).parent.mkdir(parents=True, exist_ok=True)
                (staged / path).write_bytes(content)
            staged.rename(target)
    except OSError as error:
        raise UsageError(f"the release could not be written: {error.strerror}: {error.filename}") from error


def _uncommitted(root: Path, folder: Path) -> str:
    """What no commit has, releases aside; nothing where all is committed, or git knows nothing of the project."""
    releases = [f":(exclude){folder.relative_to(root).as_posix()}"] if folder.is_relative_to(root) else []
    try:
        asked = subprocess.run(
            ["git", "-C", str(root), "status", "--porcelain", "--", ".", *releases],
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return ""
    changed = len(asked.stdout.splitlines()) if asked.returncode == 0 else 0
    files = "one file or folder" if changed == 1 else f"{changed} files or folders"
    return f"Not committed: {files}. The release is of what is on the disk." if changed else ""
