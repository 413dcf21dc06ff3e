"""A plugin of pytest that runs some tests in an order, each for so long at most.

`--limits FILE` is JSON: the seconds of each known test in order, 0 where it is left out. Tests that the file does not
know come last: a change of the program may have given them other names. A test that takes longer ends the whole run.
"""

from __future__ import annotations

import faulthandler
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

_UNKNOWN = 60
_COLLECTING = 300
"""Seconds: a module may never end being imported."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--limits", type=Path)


def pytest_configure(config: pytest.Config) -> None:
    _end_in(_COLLECTING)
    config.pluginmanager.register(Limits(json.loads(config.getoption("--limits").read_text("utf-8"))))


class Limits:
    def __init__(self, seconds: dict[str, float]) -> None:
        self.seconds = seconds
        self.ranks = {test: number for number, test in enumerate(seconds)}

    def of(self, item: pytest.Item) -> float:
        return self.seconds.get(item.nodeid, _UNKNOWN)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if self.of(item)]
        items[:] = sorted(chosen, key=lambda item: self.ranks.get(item.nodeid, len(self.ranks)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        _end_in(self.of(item))
        try:
            return (yield)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _end_in(seconds: float) -> None:
    faulthandler.dump_traceback_later(seconds, exit=True, file=2)
