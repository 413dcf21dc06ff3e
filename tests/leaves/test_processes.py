"""Work in several processes gives what it gives in one."""

import os
import sys
import time
from collections.abc import Callable
from errno import EAGAIN
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from dossier.leaves.processes import aside, spread

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_results_come_in_the_order_of_what_was_asked(count: int) -> None:
    assert spread(lambda number: number * number, range(7), count) == [0, 1, 4, 9, 16, 25, 36]


def at_work(folder: Path, count: int) -> int:
    """The id of this process, once as many are at work."""
    (folder / str(os.getpid())).touch()
    while len(list(folder.iterdir())) < count:
        time.sleep(0.01)
    return os.getpid()


def test_the_work_is_done_by_as_many_processes_as_were_asked_for(tmp_path: Path) -> None:
    assert len(set(spread(lambda _: at_work(tmp_path, 3), range(7), 3))) == 3


def test_more_items_than_fit_into_a_pipe_are_all_done() -> None:
    assert spread(lambda number: -number, range(10_000), 2) == [-number for number in range(10_000)]


@pytest.mark.parametrize("turn", [0, 1])
def test_what_one_process_raises_is_raised_here(turn: int) -> None:
    def work(number: int) -> int:
        if number == turn:
            raise FileExistsError(17, "File exists", "x.html")
        return number

    with pytest.raises(FileExistsError, match=r"x\.html"):
        spread(work, range(4), 2)


def test_a_process_that_the_system_ends_is_told(tmp_path: Path) -> None:
    ours = os.getpid()
    with pytest.raises(ChildProcessError, match="was ended by the system"):
        spread(lambda _: os._exit(9) if at_work(tmp_path, 2) != ours else None, range(4), 2)


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    for process in set(spread(lambda _: at_work(tmp_path, 2), range(4), 2)) - {os.getpid()}:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_work_aside_is_done_by_another_process_once(tmp_path: Path) -> None:
    def work() -> int:
        (tmp_path / "done").open("a").write("once")
        return os.getpid()

    with aside(work) as result:
        assert result() != os.getpid()
        assert result() == result()
    assert (tmp_path / "done").read_text() == "once"


def test_work_that_nobody_asks_for_ends_with_the_block() -> None:
    with aside(lambda: time.sleep(60)):
        pass


def end_in_the_midst_of_an_answer() -> bytes:
    def send_half(connection: Connection, content: bytes) -> None:
        os.write(connection.fileno(), bytes(content) + b"half")
        os._exit(9)

    Connection._send = send_half  # type: ignore[attr-defined]
    return bytes(1_000_000)


def test_a_process_that_the_system_ends_while_it_answers_is_told() -> None:
    with pytest.raises(ChildProcessError, match="was ended by the system"):
        spread(lambda _: end_in_the_midst_of_an_answer(), range(4), 2)


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError(EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", fork)
    with aside(os.getpid) as result:
        assert result() == os.getpid()


@pytest.mark.parametrize("trouble", [lambda: os._exit(9), lambda: 1 / 0, end_in_the_midst_of_an_answer])
def test_work_that_comes_to_nothing_aside_is_done_here(trouble: Callable[[], object]) -> None:
    ours = os.getpid()
    with aside(lambda: ours if os.getpid() == ours else trouble()) as result:
        assert result() == ours


def test_what_the_work_raises_is_raised_here_where_it_is_asked_for() -> None:
    def work() -> None:
        raise FileExistsError(17, "File exists", "x.html")

    with aside(work) as result, pytest.raises(FileExistsError, match=r"x\.html"):
        result()
