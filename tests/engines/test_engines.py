"""Law 4: every engine gives equal output, in order, without running ahead of its reader."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dealwire.engines.processes import AHEAD, Processes
from dealwire.engines.serial import Serial
from dealwire.ports import Engine

ENGINES = [Serial(), Processes(1), Processes(2)]


def square(n: int) -> int:
    return n * n


def picky(n: int) -> int:
    if n == 3:
        raise ValueError("not three")
    return n


@pytest.mark.parametrize("engine", ENGINES)
def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(square, range(50))) == [n * n for n in range(50)]
    assert list(engine.map(square, ())) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_error_comes_out_where_its_item_stands(engine: Engine) -> None:
    results = engine.map(picky, range(9))
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="not three"):
        next(results)


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_comes_back_as_nothing_in_its_place(engine: Engine) -> None:
    items = [None if n % 3 else n for n in range(50)]
    assert list(engine.map(square, items)) == [None if n is None else n * n for n in items]


@pytest.mark.parametrize("engine", ENGINES)
def test_items_may_come_from_a_map_by_the_same_engine(engine: Engine) -> None:
    assert list(engine.map(square, engine.map(square, range(30)))) == [n**4 for n in range(30)]
    assert list(engine.map(square, range(3))) == [0, 1, 4]


KILLED = """
import os, time
from dealwire.engines.processes import Processes
def name(n):
    time.sleep(0.05)
    return os.getpid()
for pid in Processes(3).map(name, range(10**6)):
    print(pid, flush=True)
"""


def runs(pid: int) -> bool:
    """Tell whether a process runs still; one that nobody has asked for its end does not."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see other processes")
def test_workers_end_with_one_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True) as run:  # noqa: S603
        assert run.stdout is not None
        pids = {int(run.stdout.readline()) for _ in range(20)}
        run.kill()
        end = time.monotonic() + 20
        while left := [pid for pid in pids if runs(pid)]:
            assert time.monotonic() < end, left
            time.sleep(0.05)
    assert pids


def test_no_more_is_taken_than_can_be_held() -> None:
    taken = []

    def items() -> Iterator[int]:
        for n in range(1000):
            taken.append(n)
            yield n

    results = Processes(2).map(square, items())
    next(results)
    assert len(taken) <= 2 * AHEAD + 1
    results.close()  # type: ignore[attr-defined]
