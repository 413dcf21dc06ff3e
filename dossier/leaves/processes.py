"""Spreads work over processes that share what is in memory; where the system has no safe way to, it is done here."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST = 4
"""Each process takes memory of its own."""
_PAGES = 16
"""A process costs as much as some pages."""
_END = None
"""The answer after the last result."""
_TURN, _MOST_TURNS = 2, 2048
"""Bytes of a number in the queue, and how many numbers fit into any pipe."""


def worth(pages: int) -> int:
    """How many processes to make pages in. Only on Linux is one copied: on macOS its libraries may not survive that."""
    return min(_MOST, len(os.sched_getaffinity(0)), pages // _PAGES + 1) if sys.platform == "linux" else 1


def spread(work: Callable[[Item], Result], items: Sequence[Item], count: int) -> list[Result]:
    """The results of `work`, in the order of `items`; each of `count` processes takes the next as long as there are.

    Results are pickled; so is what `work` raises, and raised here. Raises `ChildProcessError` where the system ended
    a process.
    """
    if count <= 1:
        return [work(item) for item in items]
    sys.stdout.flush()
    sys.stderr.flush()
    turns = min(len(items), _MOST_TURNS)
    queue = _queue(turns)

    def work_off() -> Iterator[tuple[int, Result]]:
        while turn := os.read(queue, _TURN):
            for number in range(int.from_bytes(turn), len(items), turns):
                yield number, work(items[number])

    gc.freeze()  # a collection would touch, and so copy, what the processes share
    others = [_start(work_off) for _ in range(1, count)]
    try:
        done = dict(work_off())
        for other in others:
            done |= other.results()
    finally:
        os.close(queue)
        gc.unfreeze()
        for other in others:
            other.end()
    return [done[number] for number in range(len(items))]


def _queue(turns: int) -> int:
    """A pipe from which processes read in turns the numbers below `turns`."""
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as pipe:
        pipe.write(b"".join(turn.to_bytes(_TURN) for turn in range(turns)))
    return reader


@dataclass(frozen=True, slots=True)
class _Process:
    """A process that answers once, through a pipe."""

    id: int
    pipe: int

    def results(self) -> Iterator[tuple[int, Any]]:
        """Number and result of all that it did."""
        with os.fdopen(self.pipe, "rb", closefd=False) as pipe:
            try:
                while (answer := pickle.load(pipe)) is not _END:  # noqa: S301 - our own process wrote it
                    if isinstance(answer, Exception):
                        raise answer
                    yield answer
            except EOFError:
                raise ChildProcessError(
                    "a process that made pages was ended by the system; is there memory for it?"
                ) from None

    def end(self) -> None:
        """Let it go, whether it has answered or not."""
        os.close(self.pipe)
        with suppress(ProcessLookupError):
            os.kill(self.id, signal.SIGKILL)
        os.waitpid(self.id, 0)


def _start(work_off: Callable[[], Iterable[object]]) -> _Process:
    reader, writer = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if process:
        os.close(writer)
        return _Process(process, reader)
    try:  # the copy: it ends here, without what its parent does at its end
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            for answer in _answers(work_off, parent):
                pickle.dump(answer, pipe)
    finally:
        os._exit(0)


def _answers(work_off: Callable[[], Iterable[object]], parent: int) -> Iterable[object]:
    """The results and `_END`, or what was raised; all is done first: the parent reads when it has done its part."""
    results: list[object] = []
    try:
        for result in work_off():
            results.append(result)
            if os.getppid() != parent:
                os._exit(
                    1
                )  # nobody waits for the answer, and the lock on the folder is held as long as we are here
    except Exception as error:  # noqa: BLE001 - it is raised again where it can be shown
        return [error]
    return [*results, _END]
