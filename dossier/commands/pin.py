"""`pin`: writes the sha256 of a source's text into its source.yml, and changes nothing else in that file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.leaves.nearest import suggest
from dossier.leaves.program import command
from dossier.leaves.whole_files import write_whole
from dossier.load.folders import find_sources
from dossier.load.nodes import MappingNode, Node, NotYaml, Scalar, parse_nodes
from dossier.load.texts import read_text
from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError

_MARK = "\ufeff"


def pinned(text: str, sha256: str) -> str:
    """The text of a source.yml with this value of `sha256`; raises `UsageError` where it cannot be read."""
    opening = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    nodes = parse_nodes(text)
    if isinstance(nodes, NotYaml) or not nodes or not isinstance(nodes[0], MappingNode):
        raise UsageError(
            f"source.yml is not a set of `field: value` lines; `{command('check')}` says what is wrong"
        )
    value = _find(nodes[0], "sha256")
    if value is None:
        end = "" if text.endswith("\n") else "\n"
        return f"{opening}{text}{end}sha256: {sha256}\n"
    gap = "" if text[value.start - 1 : value.start].isspace() else " "
    return f"{opening}{text[: value.start]}{gap}{sha256}{text[value.end :]}"


def _supplied(root: Path, key: SourceKey, record: str) -> bytes:
    """The bytes of the text of a source; raises `UsageError` with what to do where they are no text."""
    nodes = parse_nodes(record)
    first = nodes[0] if not isinstance(nodes, NotYaml) and nodes else None
    language = _find(first, "language") if isinstance(first, MappingNode) else None
    problems = Problems()
    content = read_text(root, key, language.text if isinstance(language, Scalar) else "", problems)
    for problem in problems:
        raise UsageError(f"{problem.place}: {problem.message}; {problem.help}")
    return content or b""


def _find(record: MappingNode, field: str) -> Node | None:
    return next((value for key, value in record.pairs if isinstance(key, Scalar) and key.text == field), None)


@click.command(epilog=example("pin doe2020"))
@click.argument("key")
@click.pass_obj
def pin(root: Path, key: str) -> None:
    """Pin the text of a source: write the sha256 of its text.txt into its source.yml.

    Do so once, when a text is taken in. When a pinned text has changed, first see why.
    """
    known = find_sources(root)
    if key not in known:
        help_ = suggest(key, known) or f"the sources are: {', '.join(known)}"
        raise UsageError(f"there is no source `{key}`; {help_}")
    folder = root / "sources" / key
    try:
        before = (folder / "source.yml").read_bytes()
        record = before.decode()
        digest = hashlib.sha256(_supplied(root, SourceKey(key), record)).hexdigest()
        after = pinned(record, digest).encode()
    except OSError as error:
        raise UsageError(
            f"sources/{key} lacks a file: {error.strerror}: {Path(error.filename).name}"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"sources/{key}/source.yml is not UTF-8") from error
    if after == before:
        click.echo(f"sources/{key}/source.yml pins this text already.")
        return
    write_whole(folder / "source.yml", after)
    click.echo(f"sources/{key}/source.yml pins {digest}.")
