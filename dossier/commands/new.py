"""`new`: writes a site of one's own, from the files of `dossier/starter/`; what they say is left to them.

`starter/site` is what every site has, `starter/example` what the example adds or replaces, `starter/github` workflows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.commands.schema import write_schemas
from dossier.leaves.program import command
from dossier.leaves.tree import files_below
from dossier.load.vocabulary import neutral
from dossier.model.usage_error import UsageError

_STARTER = Path(__file__).resolve().parents[1] / "starter"
_HIDDEN = ("gitattributes", "gitignore", "github", "vscode")
"""What has a dot before its name in a site."""
_MAY_BE_THERE = re.compile(r"\.git|(readme|license)(\..*)?", re.IGNORECASE)

_NAME = "Research notes"
_WORKFLOWS = (".github/workflows/site.yml", ".github/workflows/addresses.yml")
_NO_ORIGIN = 'echo "Say in {} where Dossier is installed from." && exit 1'
_ORIGIN = re.compile(r"(git\+)?https://[\w./:@%+~#=&?-]+|[\w./+~-]+\.whl")


@click.command(epilog=example('new my-notes --name "Lights of the coast"'))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default=_NAME, show_default=True, help="The name of the site.")
@click.option("--bare", is_flag=True, help="Leave out the example, two invented texts.")
@click.option(
    "--ci",
    type=click.Choice(["github"]),
    help="Add workflows: one checks and publishes, one follows the addresses of other sites each month.",
)
@click.option(
    "--from",
    "origin",
    metavar="REQUIREMENT",
    help="What the workflow installs: the path of a wheel, or an address such as git+https://…@tag.",
)
def new(folder: Path, *, name: str, bare: bool, ci: str | None, origin: str | None) -> None:
    """Write a site of your own into DIR: a small example that builds at once, every file with comments.

    DIR is made where there is none; it may hold `.git`, a README and a license, and nothing else.
    """
    _check_folder(folder)
    _check_name(name)
    _check_origin(ci, origin)
    files = {path: content for part in _parts(ci, bare=bare) for path, content in _files(part)}
    _fill_in(files, "mkdocs.yml", f"site_name: {_NAME}\n", f"site_name: {_quoted(name)}\n")
    title = name.replace("{{", r"\{{")  # else it would be a count
    _fill_in(files, "docs/index.md", f"title: {_NAME}\n", f"title: {_quoted(title)}\n")
    if origin:
        for workflow in _WORKFLOWS:
            _fill_in(files, workflow, _NO_ORIGIN.format(workflow), f'python -m pip install "{origin}"')
    try:
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        write_schemas(folder, neutral())
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be written: {error.strerror}") from error
    click.echo(f"“{name}” is in {folder}. Next:")
    for number, step in enumerate(_next_steps(folder, bare=bare), 1):
        click.echo(f"{number}. {step}")


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    held = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    if others := [other for other in held if not _MAY_BE_THERE.fullmatch(other)]:
        raise UsageError(f"{folder} is not empty, it holds {others[0]}; name another folder")


def _check_name(name: str) -> None:
    if not name.strip() or not name.isprintable():
        raise UsageError("--name must be one line of text")


def _check_origin(ci: str | None, origin: str | None) -> None:
    if origin and not ci:
        raise UsageError("--from says what a workflow installs; add --ci github")
    if origin and not _ORIGIN.fullmatch(origin):
        raise UsageError(
            f"--from must be the path of a wheel, or an address such as git+https://…@tag, not {origin}; "
            "by their names alone, other programs would be installed"
        )


def _parts(ci: str | None, *, bare: bool) -> Iterator[str]:
    """The folders of the starter that are wanted; a file replaces one of the same path before it."""
    yield "site"
    if not bare:
        yield "example"
    if ci:
        yield ci


def _files(part: str) -> Iterator[tuple[str, bytes]]:
    for path, file in files_below(_STARTER / part).items():
        yield f".{path}" if path.startswith(_HIDDEN) else path, file.read_bytes()


def _fill_in(files: dict[str, bytes], path: str, typed: str, instead: str) -> None:
    before, found, after = files[path].partition(typed.encode())
    if not found:
        raise ValueError(f"the starter's {path} lacks {typed!r}")
    files[path] = before + instead.encode() + after


def _quoted(text: str) -> str:
    """A string of JSON, which is one of YAML."""
    return json.dumps(text, ensure_ascii=False)


def _next_steps(folder: Path, *, bare: bool) -> tuple[str, str, str]:
    typed = f'"{folder}"' if " " in str(folder) else str(folder)
    root = "" if folder.resolve() == Path.cwd() else f"--root {typed} "
    serve, check, suggest = (command(root + name) for name in ("serve --open", "check", "suggest"))
    first = f"`{serve}` shows the site, and follows each save."
    if bare:
        return (
            first,
            "Say in docs/index.md what the notes are about, in sources/vocabulary.yml which kinds of things they have.",
            f"Make a folder sources/KEY/ with text.txt, source.yml and claims.yml; `{check}` says what is missing.",
        )
    return (
        first,
        f"Change one word of a quote in sources/gazette1931/claims.yml, and see what `{check}` says.",
        f"`{suggest}` prints two sentences that have no claim yet. Then put your own texts in the place of these.",
    )
