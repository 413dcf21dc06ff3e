"""Work in several processes gives what it gives in one."""

import os
import sys

import pytest

from dossier.leaves.processes import spread

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_results_come_in_the_order_of_what_was_asked(count: int) -> None:
    assert spread(lambda number: number * number, range(7), count) == [0, 1, 4, 9, 16, 25, 36]


def test_the_work_is_done_by_as_many_processes_as_were_asked_for() -> None:
    assert len(set(spread(lambda _: os.getpid(), range(7), 3))) == 3


@pytest.mark.parametrize("turn", [0, 1])
def test_what_one_process_raises_is_raised_here(turn: int) -> None:
    def work(number: int) -> int:
        if number == turn:
            raise FileExistsError(17, "File exists", "x.html")
        return number

    with pytest.raises(FileExistsError, match=r"x\.html"):
        spread(work, range(4), 2)


def test_a_process_that_the_system_ends_is_told() -> None:
    ours = os.getpid()
    with pytest.raises(ChildProcessError, match="was ended by the system"):
        spread(lambda _: os._exit(9) if os.getpid() != ours else None, range(4), 2)


def test_no_process_is_left_behind() -> None:
    for process in set(spread(lambda _: os.getpid(), range(4), 2)) - {os.getpid()}:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
