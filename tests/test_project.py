"""The frame of the project: layers, sizes and names of modules, what is shipped, what README and CHANGELOG promise."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from flit_core.wheel import make_wheel_in

import dossier
from dossier.cli import COMMANDS
from tests.words import VOCABULARY

LONGEST_MODULE = 250
TABLE = Path(
    "dossier/model/codes.py"
)  # an entry for each code, and nothing else: it is as long as there are codes
VAGUE = {"utils", "helpers", "common", "manager", "handler", "processor", "data", "info", "misc"}
MAKE_TARGETS = ("site", "open", "test", "serve", "check", "clean")


def modules(root: Path) -> list[Path]:
    return sorted((root / "dossier").rglob("*.py"))


def test_the_layers_contract_has_every_module_and_keeps_stages_apart(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    assert contract["type"] == "layers"
    assert contract["containers"] == ["dossier"]
    assert contract["exhaustive"] is True
    assert "ignore_imports" not in contract
    assert "exhaustive_ignores" not in contract
    layers = [re.split(r"\s*\|\s*", layer) for layer in contract["layers"]]
    assert layers[0] == ["cli"]
    assert layers[-3:] == [["draw", "cite"], ["leaves"], ["model"]]
    stages = [
        "documents",
        "load",
        "read",
        "verify",
        "link",
        "analyze",
        "redact",
        "render",
        "export",
        "release",
        "site",
        "report",
    ]
    assert stages in layers
    on_disk = {
        path.stem
        for path in (root / "dossier").iterdir()
        if path.name != "__init__.py" and (path.suffix == ".py" or (path / "__init__.py").is_file())
    }
    assert {name for layer in layers for name in layer} == on_disk


def test_no_module_has_grown_a_second_job(root: Path) -> None:
    lines = {path.relative_to(root): len(path.read_text("utf-8").splitlines()) for path in modules(root)}
    assert {path: count for path, count in lines.items() if count > LONGEST_MODULE and path != TABLE} == {}


def test_no_module_has_a_name_that_says_nothing(root: Path) -> None:
    assert [path for path in modules(root) if VAGUE & set(path.stem.split("_"))] == []


def test_no_two_classes_have_one_name(root: Path) -> None:
    names = [
        node.name
        for path in modules(root)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_the_generator_ships_all_its_files(root: Path, tmp_path: Path) -> None:
    wheel = make_wheel_in(root / "pyproject.toml", tmp_path).file
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    shipped = {name for name in names if name.startswith("dossier/")}
    listed = subprocess.run(
        ["git", "ls-files", "dossier"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(listed) <= shipped
    assert {"dossier/look/theme/main.html", "dossier/look/assets/js/source.js"} <= shipped
    assert not any(name.split("/")[0] in {"tests", "corpus_tests", "sources", "docs"} for name in names)


def test_no_message_names_the_program_by_hand(root: Path) -> None:
    """`leaves.program` says how it was called; the model, which is below, names commands alone."""
    typed = re.compile(r"python build_site|`dossier ")
    entry = root / "dossier/leaves/program.py"
    assert [path for path in modules(root) if path != entry and typed.search(path.read_text("utf-8"))] == []


def test_it_is_installed_under_a_name_that_no_other_program_has(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == "dossier-notes"  # on PyPI, `dossier` is somebody else's
    assert project["scripts"] == {"dossier": "dossier.cli:main"}
    assert "Private :: Do Not Upload" in project["classifiers"]


def test_no_module_knows_a_word_of_a_vocabulary(root: Path) -> None:
    """BibTeX and CSL have words of their own, some of which are alike."""
    words = {kind.id for kind in VOCABULARY.kinds} | {relation.id for relation in VOCABULARY.relations}
    words |= {qualifier.id for qualifier in VOCABULARY.qualifiers}
    found = [
        (path.relative_to(root / "dossier").as_posix(), text.value)
        for path in modules(root)
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value in words
    ]
    assert [
        (path, word)
        for path, word in found
        if not re.match(r"load/bibtex/|load/interchange/|render/works|export/csl|cite/coins", path)
    ] == []


def test_ruff_and_mypy_read_every_python_file_of_ours(root: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    ruff = [sys.executable, "-m", "ruff", "check", "--show-files"]
    shown = subprocess.run(ruff, cwd=root, capture_output=True, text=True, check=True).stdout.splitlines()
    assert {str(root / path) for path in listed} <= set(shown)
    mypy = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]
    assert "exclude" not in mypy
    assert mypy["files"] == ["."]


def test_the_version_stands_in_one_place_and_the_changelog_knows_it(root: Path) -> None:
    assert "version" in tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dynamic"]
    newest = re.search(r"^## (\S+)", (root / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == dossier.__version__


def test_readme_names_every_command(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    missing = [name for name in COMMANDS if f"`{name}`" not in readme]
    missing += [name for name in MAKE_TARGETS if f"make {name}" not in readme]
    assert missing == []


def test_every_make_target_that_readme_or_contributing_names_exists(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    for page in ("README.md", "CONTRIBUTING.md"):
        named = set(
            re.findall(r"`make ([a-z]+)|^make ([a-z]+)", (root / page).read_text("utf-8"), re.MULTILINE)
        )
        assert named
        for target in {first or second for first, second in named}:
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{page} names make {target}"


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_our_own_pages_lead_somewhere(root: Path, page: str) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", (root / page).read_text("utf-8"))
    assert [target for target in targets if not (root / target).exists()] == []


def test_decisions_are_numbered_once(root: Path) -> None:
    records = sorted(path.name for path in (root / "decisions").glob("*.md"))
    assert records
    assert all(re.fullmatch(r"\d{4}(-[a-z0-9]+)+\.md", name) for name in records)
    numbers = [name[:4] for name in records]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("argument", ["--help", "--version-that-is-not"])
def test_the_entry_starts_from_any_folder(root: Path, tmp_path: Path, argument: str) -> None:
    answer = subprocess.run(
        [sys.executable, root / "build_site.py", argument],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == (0 if argument == "--help" else 2)
    assert "Traceback" not in answer.stderr


def test_the_entry_says_how_to_set_up_where_packages_are_missing(root: Path, tmp_path: Path) -> None:
    shutil.copy(root / "build_site.py", tmp_path)
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "__init__.py").touch()
    (tmp_path / "dossier" / "cli.py").write_text("import a_package_that_nobody_has\n", "utf-8")
    answer = subprocess.run(
        [sys.executable, "build_site.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    assert answer.returncode == 2
    assert "make site" in answer.stderr
    assert "Traceback" not in answer.stderr
