"""A plugin of pytest that records which lines of the program each fast test runs, and how long it takes.

`--record-in FOLDER` names where: `lines` (of coverage.py, a context for each test, and "" for what runs when modules
are imported) and `tests.json`. What fixtures of more than one test run has a context of its own, by the fixture's name:
a test runs what its fixtures ran. What the program keeps in memory is forgotten before each test, and all of a test is
run in one process. A test that starts Python anew is noted, since what runs there is not recorded.
"""

from __future__ import annotations

import functools
import gc
import importlib
import json
import os
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

LINES, TESTS = "lines", "tests.json"
AT_IMPORT = ""
_OURS = {"dossier", "tests", "corpus_tests"}
_CACHED = type(functools.cache(len))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record-in", type=Path)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Before anything of the program is imported."""
    folder = early_config.known_args_namespace.record_in
    early_config.pluginmanager.register(Recorder(folder, early_config.rootpath), "recorder")


class Recorder:
    def __init__(self, folder: Path, root: Path) -> None:
        self.folder, self.root = folder, root
        self.context = AT_IMPORT
        self.since = _spent()
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.spawning: set[str] = set()
        self.tests: list[tuple[str, list[str]]] = []
        self.caches: list[Any] = []
        if sys.platform == "linux":  # on one processor, pages are made in this process
            os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        self.coverage = coverage.Coverage(
            data_file=folder / LINES, source=[str(root / "dossier")], config_file=False
        )
        self.coverage.start()
        sys.addaudithook(self.hear)

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "os.fork" or (
            event == "subprocess.Popen" and os.fsdecode(arguments[0]) == sys.executable
        ):
            self.spawning.add(self.context)

    def switch(self, context: str) -> None:
        now = _spent()
        self.seconds[self.context] += now - self.since
        self.context, self.since = context, now
        self.coverage.switch_context(context)

    def pytest_collection_finish(self) -> None:
        for module in pkgutil.walk_packages([str(self.root / "dossier")], "dossier."):
            importlib.import_module(
                module.name
            )  # else what runs then would be the first test's that needs it
        kept = (thing for thing in gc.get_objects() if type(thing) is _CACHED)
        self.caches = [cache for cache in kept if cache.__module__.split(".")[0] in _OURS]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Function) -> Iterator[None]:
        for cache in self.caches:
            cache.cache_clear()
        self.switch(item.nodeid)
        self.tests.append((item.nodeid, list(item.fixturenames)))
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        if fixturedef.scope == "function":
            return (yield)
        test = self.context
        self.switch(fixturedef.argname)
        try:
            return (yield)
        finally:
            self.switch(test)

    def pytest_sessionfinish(self) -> None:
        self.switch(AT_IMPORT)
        self.coverage.stop()
        self.coverage.save()
        rows = []
        for test, fixtures in self.tests:
            contexts = [test, *(name for name in fixtures if name in self.seconds)]
            seconds = sum(self.seconds[context] for context in contexts)
            rows.append(
                {
                    "id": test,
                    "contexts": contexts,
                    "seconds": round(seconds, 3),
                    "spawns": not self.spawning.isdisjoint(contexts),
                }
            )
        (self.folder / TESTS).write_text(json.dumps(rows, indent=0), encoding="utf-8")


def _spent() -> float:
    """Seconds of processor time, here and in processes that ended."""
    return sum(os.times()[:4])
