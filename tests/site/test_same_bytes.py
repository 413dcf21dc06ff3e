"""The same input gives the same bytes, whatever machine, user and moment: one digest over the whole site."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.sites import small_project

RUN = """
import os, random, sys
from dossier import pipeline
from dossier.cli import main

processes, order, umask = int(sys.argv.pop(1)), sys.argv.pop(1), int(sys.argv.pop(1), 8)
os.umask(umask)
pipeline.worth = lambda _: processes
listed, scanned = os.listdir, os.scandir

def mixed(names):
    return random.Random(order).sample(sorted(names, key=os.fspath), len(names)) if order else names

class Scanned:
    def __init__(self, entries): self.entries = iter(entries)
    def __enter__(self): return self
    def __exit__(self, *_): return None
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def close(self): pass

def scan(path="."):
    with scanned(path) as entries:
        return Scanned(mixed(list(entries)))

os.listdir, os.scandir = (lambda path=".": mixed(listed(path))), scan
main()
"""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a build runs under that must not matter."""

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    processes: int = 1
    order: str = ""
    umask: int = 0o022
    folder: str = "notes"
    warm: bool = False


FEW = (
    Circumstances("plain", {"PYTHONHASHSEED": "0"}),
    Circumstances(
        "another seed, zone and umask", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"}, umask=0o077
    ),
    Circumstances("two processes, folders in another order", {"PYTHONHASHSEED": "2"}, 2, "a", folder="a b/é"),
    Circumstances("once more, with what was kept", {"LC_ALL": "C", "PYTHONUTF8": "0"}, warm=True),
)
MANY = (
    *FEW,
    *(Circumstances(f"seed {seed}", {"PYTHONHASHSEED": str(seed)}) for seed in (3, 4, 5)),
    *(Circumstances(f"zone {zone}", {"TZ": zone}) for zone in ("UTC", "America/St_Johns", "Asia/Kathmandu")),
    *(
        Circumstances(f"locale {name}", {"LC_ALL": name, "LANG": name})
        for name in ("tr_TR.UTF-8", "ar_EG.UTF-8", "C")
    ),
    *(Circumstances(f"order {order}", order=order) for order in "bcd"),
    Circumstances("umask 000", umask=0),
    Circumstances("two processes", processes=2),
    Circumstances("two processes, warm, mixed", {"PYTHONHASHSEED": "9"}, 2, "e", warm=True),
    Circumstances("optimized", {"PYTHONOPTIMIZE": "1"}),
)


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def built(
    laid_out: Callable[[Path, Path], Path], root: Path, folder: Path, under: Circumstances, locales: Path
) -> dict[str, str]:
    """What a build of a project, laid out in a folder, makes there, by path."""
    project = laid_out(root, folder / under.folder)
    command = [sys.executable, "-c", RUN, str(under.processes), under.order, f"{under.umask:o}"]
    environment = {**os.environ, "PYTHONPATH": str(root), "LOCPATH": str(locales), **under.environment}
    for _ in range(1 + under.warm):
        shutil.rmtree(project / "site", ignore_errors=True)
        ran = subprocess.run(
            [*command, "--root", str(project), "build", "--strict", "--quiet"],
            env=environment,
            capture_output=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr.decode(errors="replace")
    found = digest(project / "site")
    shutil.rmtree(folder)
    return found


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Turkish, whose `I` has another small letter, and Arabic, whose digits are others; made here, installed nowhere."""
    folder = tmp_path_factory.mktemp("locales")
    if shutil.which("localedef"):
        for name in ("tr_TR", "ar_EG"):
            subprocess.run(
                ["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")], check=False
            )
    return folder


@pytest.mark.slow
def test_a_site_is_the_same_under_other_circumstances(root: Path, tmp_path: Path, locales: Path) -> None:
    compare(small_project, root, tmp_path, locales, FEW)


@pytest.mark.audit
def test_a_site_is_the_same_under_twenty_circumstances(root: Path, tmp_path: Path, locales: Path) -> None:
    missing = [name for name in ("tr_TR", "ar_EG") if not (locales / f"{name}.UTF-8").is_dir()]
    assert missing == [], "localedef makes them: install the package `locales`"
    assert len(MANY) == 20
    compare(small_project, root, tmp_path, locales, MANY)


def compare(
    laid_out: Callable[[Path, Path], Path],
    root: Path,
    folder: Path,
    locales: Path,
    circumstances: tuple[Circumstances, ...],
) -> None:
    first = built(laid_out, root, folder / "0", circumstances[0], locales)
    for number, under in enumerate(circumstances[1:], 1):
        found = built(laid_out, root, folder / str(number), under, locales)
        different = [path for path in sorted({*first, *found}) if first.get(path) != found.get(path)]
        assert different == [], under.name
