"""The fast tests of a copy of the program: which of them run some lines, and whether one of those fails.

Runs them once to record it (`pytest_record.py`), then some at a time (`pytest_limits.py`). What they say of the program
is `mutants.py`'s.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from coverage import CoverageData

from benchmarks.pytest_record import AT_IMPORT, LINES, TESTS

_PASSED, _NONE_RAN = 0, 5
_FAILED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.MULTILINE)
_AT_LEAST, _TIMES = 20, 10
"""Seconds that each test has, and how many times what it took: others may use the machine, too."""


@dataclass(frozen=True, slots=True)
class Test:
    """A test, in which contexts its lines were recorded, its seconds with its fixtures, whether it starts Python."""

    id: str
    contexts: tuple[str, ...]
    seconds: float
    spawns: bool


@dataclass(frozen=True, slots=True)
class Suite:
    """The fast tests of `copy`, recorded in `folder`."""

    copy: Path
    folder: Path

    def record(self) -> bool:
        """Run them all; whether they pass. What was recorded before is kept."""
        if (self.folder / TESTS).is_file():
            return True
        self.folder.mkdir(exist_ok=True)
        ended, _ = self._run(["-p", "benchmarks.pytest_record", f"--record-in={self.folder}"])
        if ended != _PASSED:
            (self.folder / TESTS).unlink(missing_ok=True)
        return ended == _PASSED

    def tests(self) -> list[Test]:
        rows = json.loads((self.folder / TESTS).read_text("utf-8"))
        return [Test(row["id"], tuple(row["contexts"]), row["seconds"], row["spawns"]) for row in rows]

    def that_run(self, file: str, lines: range) -> list[Test]:
        """The tests that run one of the lines, the quickest first.

        Lines that run when the module is imported belong to all tests, of which those that run more of it come first.
        """
        data = CoverageData(str(self.folder / LINES))
        data.read()
        by_line = data.contexts_by_lineno(str(self.copy / file))
        here = {context for line in lines for context in by_line.get(line, ())}
        module = {context for contexts in by_line.values() for context in contexts}

        def is_affected(test: Test) -> bool:
            return AT_IMPORT in here or test.spawns or not here.isdisjoint(test.contexts)

        def rank(test: Test) -> tuple[bool, int]:
            """Of those that take about as long, the order of the files stays: a module's fixtures are made once."""
            return module.isdisjoint(test.contexts), int(1000 * test.seconds).bit_length()

        return sorted(filter(is_affected, self.tests()), key=rank)

    def failing(self, chosen: Sequence[Test]) -> str | None:
        """The first test that fails, or a word on why none was told; none where they pass."""
        if not chosen:
            return None
        limits = {test.id: _AT_LEAST + _TIMES * test.seconds for test in chosen}
        left = {test.id: 0 for test in self.tests() if test.id not in limits}
        file = self.folder / "limits.json"
        file.write_text(json.dumps(limits | left), encoding="utf-8")
        files = sorted({test.id.split("::")[0] for test in chosen})
        options = ["-x", "-p", "benchmarks.pytest_limits", f"--limits={file}", *files]
        ended, said = self._run(options, PYTHONDONTWRITEBYTECODE="1")
        if ended in {_PASSED, _NONE_RAN}:
            return None
        found = _FAILED.search(said)
        return found[1] if found else "no test ended"

    def _run(self, options: Sequence[str], **environment: str) -> tuple[int, str]:
        """What pytest ends with, and prints. What it started and left behind ends, too."""
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
        said = self.folder / "said.txt"  # no pipe: who is left behind would hold it open
        with said.open("wb") as file:
            process = subprocess.Popen(
                command,
                cwd=self.copy,
                env={**os.environ, **environment},
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                ended = process.wait()
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
        return ended, said.read_text("utf-8", errors="replace")
