"""Edits as authors make them, one after another; after each, a build with what was kept makes what one without makes.

As a command (`make soak`) it makes many, on the invented corpus and on these notes.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier import pipeline
from dossier.model.problem import Problems
from tests.sites import WRITTEN, notes_of, small_project

Files = Mapping[str, str]
"""The text files of a project that authors write, by their path."""

_CLAIM = re.compile(r"(?m)^- id: (?P<id>\S+)\n(?:[ #].*\n|\n)*")


@dataclass(frozen=True, slots=True)
class EditedBuild:
    """What an edit was, whether it was published, and what a build with kept files made otherwise."""

    edit: str
    published: bool
    different: tuple[str, ...]


def edited_builds(root: Path, project: Path, count: int, seed: int) -> Iterator[EditedBuild]:
    """Make `count` edits of the project at random, and build after each, with what was kept and without."""
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    states = [_read(project)]
    edits = list(EDITS.items())
    for number in range(count):
        name, edit = edits[number % len(edits)] if number < len(edits) else chance.choice(edits)
        edited = chance.choice(states) if name == "undo" else edit(states[-1], chance, root)
        _write(project, edited)
        name += _damage(project / "build" / chance.choice(["cache", "cache", "pages", "spare"]), chance)
        archive = chance.random() < 0.5
        warm, cold = (
            _build(project, project / site, cached=site == "warm", archive=archive)
            for site in ("warm", "cold")
        )
        different = sorted(path for path in warm.keys() | cold.keys() if warm.get(path) != cold.get(path))
        published = len(cold) > 1
        yield EditedBuild(name, published, tuple(different))
        if published:
            states.append(edited)
        else:  # an edit that is a mistake is taken back
            _write(project, states[-1])


def _build(project: Path, site: Path, *, cached: bool, archive: bool) -> Mapping[str, bytes]:
    """The problems that are told, and the files of the site; none where it is not published."""
    problems = Problems()
    published = pipeline.build(project, site, problems, cached=cached, archive=archive)
    paths = site.rglob("*") if published else ()
    files = {str(path.relative_to(site)): path.read_bytes() for path in paths if path.is_file()}
    return {"problems": "\n".join(map(str, problems)).encode(), **files}


def _damage(folder: Path, chance: random.Random) -> str:
    """Harm a kept file, often: in words, how."""
    kept = sorted(path for path in folder.rglob("*") if path.is_file())
    if len(kept) < 2:
        return ""
    one, other = chance.sample(kept, 2)
    match chance.choice(["", "damaged", "foreign", "half written"]):
        case "damaged":
            entry = bytearray(one.read_bytes())
            entry[chance.randrange(len(entry))] ^= 1
            one.write_bytes(entry)
            return ", a kept file damaged"
        case "foreign":
            shutil.copyfile(other, one)
            return ", a kept file replaced by another"
        case "half written":
            one.write_bytes(one.read_bytes()[: chance.randrange(one.stat().st_size)])
            return ", a kept file half written"
        case _:
            return ""


# ---------------------------------------------------------------------------------------------- edits

Edit = Callable[[Files, random.Random, Path], Files]


def _replaced(files: Files, chance: random.Random, paths: str, pattern: str, by: str) -> Files:
    """The files with one match of `pattern`, in one of those whose path matches `paths`, replaced."""
    places = [
        (path, match)
        for path, text in files.items()
        if re.fullmatch(paths, path)
        for match in re.finditer(pattern, text)
    ]
    if not places:  # earlier edits have taken them all away
        return files
    path, match = chance.choice(places)
    by = match.expand(by.replace("NUMBER", str(chance.randrange(1000))))
    text = files[path]
    return {**files, path: text[: match.start()] + by + text[match.end() :]}


def _replacing(paths: str, pattern: str, by: str) -> Edit:
    return lambda files, chance, _: _replaced(files, chance, paths, pattern, by)


def _claims(files: Files) -> list[tuple[str, re.Match[str]]]:
    texts = {path: text for path, text in files.items() if path.endswith("/claims.yml")}
    return [(path, match) for path, text in texts.items() for match in _CLAIM.finditer(text)]


def _new_claim(files: Files, chance: random.Random, _: Path) -> Files:
    path, claim = chance.choice(_claims(files))
    copy = claim[0].replace(claim["id"], f"{claim['id']}-copy-{chance.randrange(1000)}", 1)
    return {**files, path: f"{files[path].rstrip()}\n\n{copy}"}


def _removed_claim(files: Files, chance: random.Random, _root: Path) -> Files:
    everything = "\n".join(files.values())
    loose = [
        (path, claim)
        for path, claim in _claims(files)
        if len(re.findall(rf"{claim['id']}(?![\w-])", everything)) == 1
    ]
    path, claim = chance.choice(loose or _claims(files))
    return {**files, path: files[path].replace(claim[0], "", 1)}


def _renamed_claim(files: Files, chance: random.Random, _root: Path) -> Files:
    _, claim = chance.choice(_claims(files))
    old, new = claim["id"], f"{claim['id']}-renamed-{chance.randrange(1000)}"
    return {path: re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text) for path, text in files.items()}


def _css(files: Files, chance: random.Random, _: Path) -> Files:
    path = "docs/assets/own.css"
    return {**files, path: f"{files.get(path, '')}.own-{chance.randrange(1000)} {{ color: red; }}\n"}


def _template(files: Files, chance: random.Random, root: Path) -> Files:
    path = "overrides/partials/copyright.html"
    look = root / "dossier/look/theme/partials/copyright.html"
    foot = files.get(path) or look.read_text(encoding="utf-8")
    return {**files, path: f"{foot}<p>Printed {chance.randrange(1000)} times.</p>\n"}


EDITS: Mapping[str, Edit] = {
    "statement": _replacing(r"sources/.*/claims\.yml", r"(?m)^(  statement: [^>\n].*)\.$", r"\1 (NUMBER)."),
    "quote": _replacing(r"sources/.*/claims\.yml", r"(?m)(^  quote: >-\n(?:    .*\n)*    .*) \S+$", r"\1"),
    "new record": _new_claim,
    "removed record": _removed_claim,
    "renamed record": _renamed_claim,
    "alias": _replacing(
        r"sources/index/(?!topics|questions).*\.yml",
        r"(?m)^(  name: .*\n)(?!  aliases)",
        r"\1  aliases: [Called NUMBER]\n",
    ),
    "text of a note": _replacing(r"docs/notes/.*\.md", r"\Z", r"\nMore on this in part NUMBER.\n"),
    "title of a note": _replacing(r"docs/notes/.*\.md", r"(?m)^(title: .*)$", r"\1 (NUMBER)"),
    "title in the navigation": _replacing(
        "mkdocs.yml", r"- [A-Z][^:\n]*: (\w+/index\.md)", r"- Part NUMBER: \1"
    ),
    "css": _css,
    "template": _template,
    "bibliography": _replacing(r"citations\.bib", r"(\n?\s+title\s*=\s*\{)(?!\{)", r"\g<1>NUMBER "),
    "vocabulary": _replacing(r"sources/vocabulary\.yml", r"(?m)^(    about: [A-Z].*)\.$", r"\1 (NUMBER)."),
    "description of the site": _replacing("mkdocs.yml", r"(?m)^(site_description: .*)$", r"\1 NUMBER"),
    "undo": lambda files, *_: files,
}


def _read(project: Path) -> Files:
    paths = [path for name in WRITTEN for path in [project / name, *sorted((project / name).rglob("*"))]]
    return {
        path.relative_to(project).as_posix(): path.read_bytes().decode()
        for path in paths
        if path.is_file() and path.suffix in {".md", ".yml", ".bib", ".html", ".css"}
    }


def _write(project: Path, files: Files) -> None:
    for path in _read(project).keys() - files.keys():
        (project / path).unlink()
    for path, text in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(text.encode())


def _soak(root: Path, seed: int) -> int:
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="dossier-soak-") as folder:
        projects = (
            (small_project(root, Path(folder, "invented")), 200),
            (notes_of(root, Path(folder, "notes")), 20),
        )
        for project, count in projects:
            for number, done in enumerate(edited_builds(root, project, count, seed), start=1):
                wrong += bool(done.different)
                outcome = f"DIFFERENT: {done.different[:5]}" if done.different else "same"
                print(f"{project.name} {number:3} {done.edit:60} {done.published!s:5} {outcome}", flush=True)
    print(f"{wrong} of the builds differ; seed {seed}")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(_soak(Path(__file__).resolve().parents[1], int(sys.argv[1]) if sys.argv[1:] else 20261125))
