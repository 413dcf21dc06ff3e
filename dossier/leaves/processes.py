"""Spreads work over processes that share what is in memory; where the system has no safe way to, it is done here."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST = 4
"""Each process takes memory of its own."""
_PAGES = 8
"""A process costs as much as some pages."""
_END = None
"""The answer after the last result."""
_CUT = (EOFError, OSError)
"""What is raised for an answer that did not come, or only half of it."""
_TURN, _MOST_TURNS = 2, 256
"""Bytes of a number in the queue, and how many numbers: each is some work, and all fit into any pipe."""


def worth(pages: int) -> int:
    """How many processes to make pages in."""
    return min(_MOST, _processors(), pages // _PAGES + 1)


def _processors() -> int:
    """How many processes can be at work. Only on Linux is one copied: on macOS its libraries may not survive that."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


@contextmanager
def aside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Begin some work in another process; what is given waits for it to end, and gives its result, which is pickled.

    Where there is no other process, or it came to nothing, the work is done here when its result is asked for.
    """
    started = None
    if _processors() > 1:
        with suppress(OSError):  # the system has none left for us
            started = _start(lambda: [work()])
    if started is None:
        yield cache(work)
        return
    answers, process = started

    @cache
    def result() -> Result:
        with suppress(*_CUT):
            answer = answers.recv()
            if not isinstance(answer, Exception):
                return answer  # type: ignore[no-any-return]
        return work()

    try:
        yield result
    finally:
        _end(answers, process)


def spread(work: Callable[[Item], Result], items: Sequence[Item], count: int) -> list[Result]:
    """The results of `work`, in the order of `items`; each of `count` processes takes some more as long as there are.

    This process only waits for them: what they need in memory goes when they end.
    Results are pickled; so is what `work` raises, and raised here. Raises `ChildProcessError` where the system ended
    a process.
    """
    if count <= 1:
        return [work(item) for item in items]
    sys.stdout.flush()
    sys.stderr.flush()
    turns = min(len(items), _MOST_TURNS)
    queue = _queue(turns)

    def work_off() -> Iterator[tuple[int, list[Result]]]:
        while read := os.read(queue, _TURN):
            turn = int.from_bytes(read)
            yield turn, [work(item) for item in items[turn::turns]]

    gc.freeze()  # a collection would touch, and so copy, what the processes share
    workers = {}
    try:
        for _ in range(count):
            answers, process = _start(work_off)
            workers[answers] = process
        done = dict(_answers(list(workers)))
    finally:
        os.close(queue)
        gc.unfreeze()
        for answers, process in workers.items():
            _end(answers, process)
    return [done[number % turns][number // turns] for number in range(len(items))]


def _queue(turns: int) -> int:
    """A pipe from which processes read in turns the numbers below `turns`."""
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as pipe:
        pipe.write(b"".join(turn.to_bytes(_TURN) for turn in range(turns)))
    return reader


def _start(work_off: Callable[[], Iterable[object]]) -> tuple[Connection, int]:
    """A process that sends its results, then `_END`, or what was raised; where they come, and its id."""
    from multiprocessing.connection import Pipe  # noqa: PLC0415 - a check has no use for it

    reader, writer = Pipe(duplex=False)
    process = os.fork()
    if process:
        writer.close()
        return reader, process
    try:  # the copy: it ends here, without what its parent does at its end
        reader.close()
        try:
            for result in work_off():
                writer.send(result)
            writer.send(_END)
        except Exception as error:  # noqa: BLE001 - it is raised again where it can be shown
            writer.send(error)
    finally:
        os._exit(0)  # also where nobody waits: the lock on the folder is held as long as we are here


def _answers(working: list[Connection]) -> Iterator[Any]:
    """What processes send, as it comes."""
    from multiprocessing.connection import wait  # noqa: PLC0415

    while working:
        ready = wait(working)
        for answers in [answers for answers in working if answers in ready]:
            try:
                answer = answers.recv()
            except _CUT:
                raise ChildProcessError(
                    "a process that made pages was ended by the system; is there memory for it?"
                ) from None
            if isinstance(answer, Exception):
                raise answer
            if answer is _END:
                working.remove(answers)
            else:
                yield answer


def _end(answers: Connection, process: int) -> None:
    """Let a process go, whether it has answered or not."""
    answers.close()
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
