"""Taking synthetic articles in, as `dealwire ingest` does, with what each stretch of them costs."""

from __future__ import annotations

import os
import platform
import resource
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path

import msgspec

from benchmarks.scale.stream import articles
from dealwire import app
from dealwire.core.read import JSON_LINE
from dealwire.model import Counts, Document
from dealwire.ports import Engine
from dealwire.service.ingest import ingest

NOW = datetime(2030, 1, 1, tzinfo=UTC)
FIRST = 10_000
"""Where the first row of the table stands, in articles, but for fewer than ten times as many."""


@dataclass(slots=True)
class Synthetic:
    """A source of synthetic articles that takes the time it needs to write them off the account."""

    number: int
    seed: int
    per_day: float
    deals: float
    spent: float = 0.0
    done: int = 0
    """How many were taken in before: the source begins after them."""

    def documents(self, _engine: Engine | None = None) -> Iterator[Document]:
        """See `Source`."""
        begun = time.process_time()
        made = islice(articles(self.number, self.seed, self.per_day, self.deals), self.done, None)
        for n in range(self.done, self.number):
            body = msgspec.json.encode(next(made).record)
            document = Document(sha256(body).hexdigest(), body, JSON_LINE, f"synthetic:{n}", NOW)
            self.spent += time.process_time() - begun
            yield document
            begun = time.process_time()


def measure(numbers: Sequence[int], seed: int, per_day: float, deals: float, directory: Path | None) -> None:
    """Take in so many articles, each number into a new store, and print a row as each mark is passed.

    A run that was stopped goes on where the store in `directory` ends; a store that holds as many is left alone.
    """
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}"
    print(f"{machine}, {per_day:g} articles a day")
    for number in numbers:
        with tempfile.TemporaryDirectory() as made:
            path = (directory or Path(made)) / "scale.db"
            take_in(Synthetic(number, seed, per_day, deals), path)


def marks(number: int) -> deque[int]:
    """The counts of articles that get a row: each tenth, but from 10,000 on the tens, then the hundreds of thousands.

    >>> list(marks(50)), len(marks(100_000)), len(marks(1_000_000))
    ([5, 10, 15, 20, 25, 30, 35, 40, 45, 50], 10, 19)
    """
    step = min(FIRST, max(number // 10, 1))
    fine = range(step, min(number, 10 * FIRST) + 1, step)
    return deque([*fine, *range(20 * FIRST, number + 1, 10 * FIRST)])


def take_in(source: Synthetic, path: Path) -> None:
    """Take all that a source has into a store that is made at `path`, and print a row at each mark."""
    store = app.open_store(f"sqlite:///{path}")
    source.done = store.counts()["documents"]
    if source.done:
        print(f"\n{path} holds {source.done:,} articles already: going on from there")
    print("\n  articles    deals  CPU µs each  a CPU second  a second  peak MiB  store MiB  kB each")
    due = deque(mark for mark in marks(source.number) if mark > source.done)
    had = store.counts()["deals"]
    last, cpu, wall, spent = 0, time.process_time(), time.perf_counter(), 0.0

    def mark(counts: Counts) -> None:
        nonlocal last, cpu, wall, spent
        read = source.done + counts.read
        if not due or read < due[0]:
            return
        while due and due[0] <= read:
            due.popleft()
        now, by_clock = time.process_time(), time.perf_counter()
        came, own = counts.read - last, now - cpu - (source.spent - spent)
        size = sum(p.stat().st_size for p in path.parent.glob(f"{path.name}*"))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        speed = f"{own / came * 1e6:12,.0f} {came / own:13,.0f} {came / (by_clock - wall):9,.0f}"
        room = f"{peak:9,.0f} {size / 2**20:10,.0f} {size / read / 1000:8.1f}"
        print(f"{read:10,} {had + counts.deals:8,} {speed} {room}", flush=True)
        last, cpu, wall, spent = counts.read, now, by_clock, source.spent

    ingest(store, source, app.knowledge(""), NOW, mark)
    told = store.counts()
    print("  ".join(f"{what} {many:,}" for what, many in sorted(told.items())))
    store.close()
