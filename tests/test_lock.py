"""The lock files: exact, hashed, in step with pyproject.toml, and free of any place they were written at."""

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = (
    "requirements/site.txt",
    "requirements/test.txt",
    "requirements/bench.txt",
    "requirements/import.txt",
    "requirements/audit.txt",
)


def logical_lines(text: str) -> list[str]:
    joined = text.replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def pins(path: Path) -> list[Requirement]:
    return [Requirement(line.split("--hash")[0]) for line in logical_lines(path.read_text("utf-8"))]


def pinned_version(pin: Requirement) -> str:
    (specifier,) = pin.specifier
    assert specifier.operator == "==", f"{pin} is not one exact version"
    return specifier.version


def here(pin: Requirement) -> bool:
    return pin.marker is None or pin.marker.evaluate()


def declared(root: Path, *extras: str) -> list[Requirement]:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] + [
        line for extra in extras for line in project["optional-dependencies"][extra]
    ]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_one_version_with_hashes(root: Path, lock: str) -> None:
    lines = logical_lines((root / lock).read_text("utf-8"))
    assert lines
    for line in lines:
        assert re.fullmatch(
            r"[a-z0-9-]+==[^\s;]+( ; [^-]+)?( +--hash=sha256:[0-9a-f]{64})+", line.rstrip()
        ), line


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_no_host_and_no_folder(root: Path, lock: str) -> None:
    text = (root / lock).read_text("utf-8")
    assert not re.findall(r"://|--(?:extra-)?index-url|--find-links|--trusted-host|(?<![\w.])/\w+/", text)


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        (LOCKS[0], ()),
        (LOCKS[1], ("test", "import")),
        (LOCKS[2], ("bench",)),
        (LOCKS[3], ("import",)),
        (LOCKS[4], ("audit",)),
    ],
)
def test_a_lock_has_a_fitting_version_of_everything_that_pyproject_asks_for(
    root: Path, lock: str, extras: tuple[str, ...]
) -> None:
    locked = {canonicalize_name(pin.name): pinned_version(pin) for pin in pins(root / lock) if here(pin)}
    for wanted in declared(root, *extras):
        found = locked.get(canonicalize_name(wanted.name))
        assert found is not None, f"{wanted.name} is not in {lock}: make lock"
        assert wanted.specifier.contains(found), f"{lock} has {wanted.name} {found}, not {wanted}: make lock"


def test_the_test_tools_change_no_version_of_what_builds_the_site(root: Path) -> None:
    site, test = ({str(pin) for pin in pins(root / lock)} for lock in LOCKS[:2])
    assert site <= test


def test_this_run_uses_the_locked_versions(root: Path) -> None:
    def installed(name: str) -> str | None:
        try:
            return version(name)
        except PackageNotFoundError:
            return None

    wanted = {pin.name: pinned_version(pin) for pin in pins(root / LOCKS[1]) if here(pin)}
    assert {name: installed(name) for name in wanted} == wanted, "install again: make test"


def test_nothing_is_installed_that_the_lock_does_not_name(root: Path) -> None:
    """The installer is there before any lock is."""
    locked = {canonicalize_name(pin.name) for pin in pins(root / LOCKS[1])}
    there = {canonicalize_name(package.metadata["Name"]) for package in distributions()}
    assert there - locked - {"pip", "setuptools", "dossier-notes"} == set()


def test_what_comes_from_npm_is_one_version_with_its_hash_and_runs_nothing_when_it_is_installed(
    root: Path,
) -> None:
    packages = json.loads((root / "requirements/package-lock.json").read_text("utf-8"))["packages"]
    own = packages.pop("")
    assert own["dependencies"] == {
        name.removeprefix("node_modules/"): package["version"] for name, package in packages.items()
    }
    for package in packages.values():
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package
    assert "npm ci --prefix $(VENV)-audit --ignore-scripts" in (root / "Makefile").read_text("utf-8")
