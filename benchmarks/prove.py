"""Whether the tests of SECURITY.md can fail: faults are built into a copy one by one, each for a test that has to fail.

They are in `faults.toml`. Before any is built in, all of those tests have to pass in the copy.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FAULTS = Path(__file__).with_name("faults.toml")
PATIENCE = 300  # seconds: a test that never ends is noticed, too
_FAILED = 1
"""What pytest ends with where tests failed; other codes say that none ran."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What `typed` in `file` becomes, which breaks a promise (by its number), and the `test` that has to notice."""

    promise: int
    says: str
    file: str
    typed: str
    instead: str
    test: str


def faults() -> list[Fault]:
    """All faults, in the order of the promises."""
    rows = tomllib.loads(FAULTS.read_text("utf-8"))["fault"]
    return sorted((Fault(**row) for row in rows), key=lambda fault: fault.promise)


def copy_of_the_repository(folder: Path) -> Path:
    """What is kept under version control, as it is on the disk now."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def test_in(copy: Path, *tests: str) -> int | None:
    """What pytest ends with; none where it does not end."""
    command = [
        sys.executable,
        "-B",
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-m",
        "not scale and not audit",
        *tests,
    ]
    try:
        return subprocess.run(
            command, cwd=copy, capture_output=True, check=False, timeout=PATIENCE
        ).returncode
    except subprocess.TimeoutExpired:
        return None


def is_noticed(copy: Path, fault: Fault) -> bool:
    """Whether the test fails for the fault, which is taken out again."""
    path = copy / fault.file
    before = path.read_bytes()
    try:
        path.write_bytes(before.decode().replace(fault.typed, fault.instead).encode())
        return test_in(copy, fault.test) in {_FAILED, None}
    finally:
        path.write_bytes(before)


def main() -> int:
    """Try the faults, and say of each whether it was noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--promise", type=int, action="append", help="only the faults of this promise")
    wanted = parser.parse_args().promise
    tried = [fault for fault in faults() if not wanted or fault.promise in wanted]
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_of_the_repository(Path(folder))
        if code := test_in(copy, *dict.fromkeys(fault.test for fault in tried)):
            print(f"The tests do not pass without a fault (pytest ends with {code}).")
            return 1
        for fault in tried:
            began = time.monotonic()
            noticed = is_noticed(copy, fault)
            missed += not noticed
            word = "noticed" if noticed else "MISSED "
            print(f"{fault.promise:3} {word} {time.monotonic() - began:4.0f} s  {fault.says}", flush=True)
    print(f"{len(tried) - missed} of {len(tried)} faults were noticed.")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
