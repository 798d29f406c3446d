"""Web archives from end to end: what is kept, going on after a kill, and that processes change nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.sources import warc
from tests.sources.archives import TELLS, TELLS_NOTHING, packed, page, record

MANY = 400


def archive(tmp_path: Path, pages: int = 40, every: int = 4) -> Path:
    """Write an archive in which one page in so many tells a deal, each another."""
    path = tmp_path / "crawl.warc.gz"
    bodies = (
        page(TELLS.replace("Acme Robotics", f"Acme{n} Robotics"), f"Acme{n} Robotics raises $12 million")
        if n % every == 0
        else page(TELLS_NOTHING, f"The garden {n}")
        for n in range(pages)
    )
    path.write_bytes(packed(record(n, body) for n, body in enumerate(bodies)))
    return path


def kept(url: Path) -> tuple[dict[str, int], list[str]]:
    with Dealwire(str(url)) as wire:
        return wire.store.counts(), sorted(article.title for article in wire.store.scan_articles())


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_archive_is_taken_in_by_any_number_of_processes(tmp_path: Path, jobs: int) -> None:
    path = archive(tmp_path)
    with Dealwire(str(tmp_path / "a.db")) as wire:
        source = wire.files([str(path)])
        counts = wire.ingest(source, jobs=jobs)
        assert (counts.read, counts.new, counts.relevant, counts.rejected) == (10, 10, 10, ())
        assert counts.deals >= 10
        assert source.skipped == {"no evidence of a deal": 30}
        again = wire.files([str(path)])
        assert wire.ingest(again, jobs=jobs).read == 0
        assert not again.skipped


@pytest.mark.parametrize("part", [500, 4 << 20])
def test_processes_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    monkeypatch.setattr(warc, "PART", part)
    path = archive(tmp_path)
    told = []
    for jobs in (1, 2):
        with Dealwire(str(tmp_path / f"{jobs}.db")) as wire:
            wire.ingest(wire.files([str(path)]), jobs=jobs)
            told.append((list(wire.deal_records(DealFilter())), wire.store.counts(), list(wire.story_records(100))))
    assert told[0] == told[1]
    assert told[0][0]


def test_a_store_that_is_going_on_does_not_look_at_what_it_has_had(tmp_path: Path) -> None:
    path = archive(tmp_path, pages=20)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    store = tmp_path / "a.db"
    with Dealwire(str(store)) as wire:
        wire.ingest(wire.files([str(path)]))
    path.write_bytes(whole)
    with Dealwire(str(store)) as wire:
        source = wire.files([str(path)])
        wire.ingest(source)
        assert source.skipped.total() < 15
    with Dealwire(str(tmp_path / "b.db")) as wire:
        wire.ingest(wire.files([str(path)]))
    assert kept(store)[1] == kept(tmp_path / "b.db")[1]


INGEST = """
import sys
from dealwire.service import ingest as module
from dealwire.sources import warc
module.BATCH, warc.EVERY, warc.PART = 10, 20, 2000
from dealwire.service.door import Dealwire
with Dealwire(sys.argv[2]) as wire:
    wire.ingest(wire.files([sys.argv[1]]), lambda counts: print(counts.new, flush=True), jobs=int(sys.argv[3]))
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_kill_in_the_middle_loses_nothing_and_repeats_nothing(tmp_path: Path, jobs: str) -> None:
    path = archive(tmp_path, pages=MANY)
    store = tmp_path / "killed.db"
    command = [sys.executable, "-c", INGEST, str(path), str(store), jobs]
    acknowledged = 0
    for _ in range(2):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:  # noqa: S603 - our own code
            assert run.stdout is not None
            line = run.stdout.readline()
            acknowledged += int(line or 0)
            time.sleep(0.05)
            os.kill(run.pid, signal.SIGKILL)
    assert acknowledged
    assert len(kept(store)[1]) >= acknowledged
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert int(done.stdout.split()[-1]) <= MANY // 4 - acknowledged
    whole = tmp_path / "whole.db"
    with Dealwire(str(whole)) as wire:
        wire.ingest(wire.files([str(path)]))
    assert kept(store) == kept(whole)
