"""Ask a served store for pages and API answers at a steady rate while `watch` takes news in.

    pip install locust
    python -m benchmarks.scale run 100000 --directory DIR
    python -m benchmarks.load DIR/scale.db --rate 50 --minutes 5

The store grows by what is taken in meanwhile: give a copy. All is on loopback, and ends by itself. Readers are Locust's
(https://docs.locust.io), each with a connection that it keeps; a time is from the request's start to its answer's end.
"""

from __future__ import annotations

import argparse
import itertools
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from urllib.request import urlopen

import gevent
import msgspec
from locust import FastHttpUser, task
from locust.env import Environment

from benchmarks.pages import sorts
from benchmarks.scale.stream import articles
from dealwire.service.door import Dealwire

READERS = 50
"""Who asks at a time; each waits for an answer before the next, so a standstill lowers the rate, which is printed."""

PER_MINUTE = 120
"""Articles that come in a minute: 170,000 a day, which some thousands of feeds bring."""

DEALWIRE = ("-m", "dealwire")
ANEW = ("-c", "from dealwire.web import repeats; repeats.LONGEST = 0; from dealwire.cli import main; main()")

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Serve, watch, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rate", type=float, default=50, help="requests a second")
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--anew", action="store_true", help="make each answer anew, in place of keeping some")
    given = parser.parse_args()
    wire = Dealwire(str(given.store), make=False)
    counts = wire.store.counts()
    asked = sorts(wire, Random(1))
    wire.store.close()
    print(f"{counts['documents']:,} articles, {counts['deals']:,} deals; {given.rate:g} requests a second")
    with (
        tempfile.TemporaryDirectory() as folder,
        served(given.store, anew=given.anew) as base,
        taken_in(given.store, Path(folder), seed=counts["documents"]),
    ):
        times, failed, seconds = ask(base, asked, given.rate, given.minutes * 60)
    wire = Dealwire(str(given.store), make=False)
    more = wire.store.counts()["documents"] - counts["documents"]
    wire.store.close()
    total = sum(map(len, times.values()))
    print(f"{total:,} answers in {seconds:.0f} s, {total / seconds:.1f} a second; {more:,} articles came in meanwhile")
    print(f"not answered with 200: {failed.total()}")
    for why, how_often in failed.most_common(10):
        print(f"  {how_often} {why}")
    print()
    print("| what | answers | median ms | p95 | p99 | most |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, of in [*times.items(), ("all", list(itertools.chain.from_iterable(times.values())))]:
        of.sort()
        at = [of[min(int(len(of) * share), len(of) - 1)] for share in (0.5, 0.95, 0.99, 1)]
        print(f"| {name} | {len(of):,} | " + " | ".join(f"{ms:.0f}" for ms in at) + " |")


def ask(
    base: str, asked: dict[str, list[str]], rate: float, seconds: float
) -> tuple[dict[str, list[float]], Counter[str], float]:
    """Return the milliseconds that each sort of address took, why some failed, and how long it all went on."""
    draw = Random(2)
    times: dict[str, list[float]] = defaultdict(list)
    failed: Counter[str] = Counter()

    class Reader(FastHttpUser):
        host = base

        def wait_time(self) -> float:
            """Wait by chance, so that requests come as a Poisson process and not all readers' at once."""
            return draw.expovariate(rate / READERS)

        def on_start(self) -> None:
            gevent.sleep(self.wait_time())

        @task
        def look(self) -> None:
            name = draw.choice(list(asked))
            self.client.get(draw.choice(asked[name]), name=name, headers={"Accept-Encoding": "gzip"})

    environment = Environment(user_classes=[Reader])

    def took(name: str, response_time: float, exception: Exception | None, **_: object) -> None:
        times[name].append(response_time)
        if exception is not None:
            failed[f"{name}: {exception}"] += 1

    environment.events.request.add_listener(took)
    runner = environment.create_local_runner()
    runner.start(READERS, spawn_rate=READERS)
    begun = time.monotonic()
    gevent.sleep(seconds)
    spent = time.monotonic() - begun
    runner.quit()
    return times, failed, spent


@contextmanager
def served(store: Path, *, anew: bool) -> Iterator[str]:
    """Serve the store, and yield the address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with running("serve", "--db", str(store), "--port", str(port), program=ANEW if anew else DEALWIRE):
        base = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urlopen(base, timeout=10).close()
                break
            except OSError:
                time.sleep(0.1)
        yield base


@contextmanager
def taken_in(store: Path, folder: Path, seed: int) -> Iterator[None]:
    """Watch a folder into which news of a synthetic newsroom is laid each minute, in dates after the store's."""
    coming = articles(10_000, seed)
    done = threading.Event()

    def lay() -> None:
        for n in itertools.count():
            lines = [msgspec.json.encode(made.record) for made in itertools.islice(coming, PER_MINUTE)]
            whole = folder / f"{n}.part"
            whole.write_bytes(b"\n".join(lines))
            whole.rename(folder / f"{n}.jsonl")
            if done.wait(60):
                return

    declared = folder / "sources.toml"
    declared.write_text(f'[newsroom]\nurl = "{folder}"\nevery = 1\n', encoding="utf-8")
    laying = threading.Thread(target=lay, daemon=True)
    laying.start()
    with running("watch", "--db", str(store), "--sources", str(declared)):
        yield
    done.set()
    laying.join()


@contextmanager
def running(*arguments: str, program: Sequence[str] = DEALWIRE) -> Iterator[None]:
    """Run a command of ours beside, stop it at the end, and print what it took."""
    environment = {**os.environ, "DEALWIRE_LOOPBACK": "1", "DEALWIRE_RATE": "0"}
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *program, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        print(f"{arguments[0]} took {processor(process.pid):.1f} s of processor")
        process.terminate()
        process.wait(timeout=30)


def processor(pid: int) -> float:
    """Return the seconds of processor that a process has taken, as Linux tells (proc_pid_stat(5), fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
