"""How much the tests notice: small changes made to the program one by one, each of which a test should fail for.

All fast tests run once, and which lines each runs is recorded. Each mutant then runs against those that run its line.
It works on a copy of what is committed, in the system's folder for temporary files; cut short, it goes on there.
`equivalent_mutants.toml` names survivors that change no behavior.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path

from benchmarks.recorded_tests import Suite, Test
from benchmarks.small_changes import Mutant, drawn

ROOT = Path(__file__).resolve().parent.parent
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
SEED, COUNT = 20261125, 80


def copied() -> Suite:
    """A copy of what is committed, as it was, with what was recorded of it."""
    commit = _git("-C", ROOT, "rev-parse", "HEAD")
    folder = Path(tempfile.gettempdir()).resolve() / f"mutants-{commit[:12]}"
    copy = folder / "copy"
    if not copy.is_dir():
        _git("clone", "--quiet", ROOT, copy)
    _git("-C", copy, "checkout", "--quiet", ".")
    return Suite(copy, folder / "recorded")


def _git(*arguments: str | Path) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout.strip()


def noticed_by(suite: Suite, mutant: Mutant) -> str | None:
    """The test that fails for a mutant: one in the folder that mirrors the module's, if there is any."""
    near: list[Test] = []
    far: list[Test] = []
    for test in suite.that_run(mutant.file, mutant.statement):
        (near if is_mirror(suite.copy, mutant.file, test.id) else far).append(test)
    path = suite.copy / mutant.file
    original = path.read_bytes()
    path.write_text(mutant.source, encoding="utf-8")
    try:
        return suite.failing(near) or suite.failing(far)
    finally:
        path.write_bytes(original)


def is_mirror(copy: Path, file: str, test: str) -> bool:
    """Whether a test is in the folder that mirrors a module's."""
    folders = (folder for folder in Path(file).relative_to("dossier").parents if folder != Path())
    mirror = next((folder for folder in folders if (copy / "tests" / folder).is_dir()), None)
    return mirror is not None and test.startswith(f"tests/{mirror.as_posix()}/")


class Verdicts:
    """What was said of each mutant of this copy before, a line of JSON each."""

    def __init__(self, suite: Suite) -> None:
        self._suite = suite
        self._file = suite.folder / "verdicts.jsonl"
        lines = self._file.read_text("utf-8").splitlines() if self._file.is_file() else []
        self._known: dict[tuple[str, ...], str | None] = {
            tuple(key): by for key, by in map(json.loads, lines)
        }

    def of(self, mutant: Mutant) -> str | None:
        """The test that fails for it."""
        if mutant.key not in self._known:
            by = self._known[mutant.key] = noticed_by(self._suite, mutant)
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps([mutant.key, by]) + "\n")
        return self._known[mutant.key]


def main() -> int:
    """Print what became of each mutant, and how many of those that change behavior were killed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("below", nargs="?", default="dossier", help="the modules to change: dossier/draw")
    parser.add_argument("--count", type=int, default=COUNT, help=f"how many mutants; {COUNT} unless given")
    parser.add_argument("--seed", type=int, default=SEED, help=f"which ones; {SEED} unless given")
    arguments = parser.parse_args()
    known = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")).get("mutant", [])
    equivalent = {(row["file"], row["place"], row["line"], row["becomes"]): row["why"] for row in known}
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what it started ends with it
    suite = copied()
    if not suite.record():
        print("The fast tests fail before anything is changed.")
        return 2
    verdicts = Verdicts(suite)
    counts: Counter[str] = Counter()
    mutants = drawn(suite.copy, arguments.below, arguments.count, arguments.seed)
    for number, mutant in enumerate(mutants, 1):
        if (why := equivalent.get(mutant.key)) is not None:
            end, more = "equivalent", why
        elif (by := verdicts.of(mutant)) is None:
            end, more = "survived", f"- {mutant.line}\n            + {mutant.becomes}"
        else:
            own = is_mirror(suite.copy, mutant.file, by)
            end, more = "killed by its own tests" if own else "killed by others", by
        counts[end] += 1
        print(f"{number:3}/{len(mutants)} {end}: {mutant.file}:{mutant.number} {mutant.place}", flush=True)
        print(f"            {more}", flush=True)
    changing = counts.total() - counts["equivalent"]
    killed = changing - counts["survived"]
    print(", ".join(f"{number} {end}" for end, number in sorted(counts.items())))
    print(f"{killed} of the {changing} that change behavior were killed: {100 * killed / changing:.0f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
