"""Watch 500 sources with faults for half an hour, killing the watcher now and then; say what was lost and doubled.

    python -m benchmarks.soak --minutes 30 --sources 500 --kills 6

Everything is on loopback, and ends by itself.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.misbehaving import Misbehaving

from benchmarks.soak.sites import FAULTS, Sites
from dealwire.core.read import urls
from dealwire.stores import open_store

SAMPLED = 10.0
"""Seconds between two looks at the watcher's memory."""

ROUNDS = 3
"""So often all is visited after the end: every third answer of a site is spoiled, also then."""

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Run, count, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--sources", type=int, default=500)
    parser.add_argument("--hosts", type=int, default=50, help="that the sources are of; each is asked one at a time")
    parser.add_argument("--kills", type=int, default=6)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Misbehaving(hosts=given.hosts) as server:
        sites = Sites(given.sources, server.url)
        server.plays = sites.plays()
        db = Path(folder) / "soak.db"
        declared = Path(folder) / "sources.toml"
        declared.write_text(
            "".join(f'[s{n}]\nurl = "{server.url(f"/{n}/feed", n)}"\nevery = 1\n' for n in range(given.sources)),
            encoding="utf-8",
        )
        killed = watch(db, declared, given.minutes * 60, given.kills)
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        unkept = len(served(sites) - kept(db).keys())
        # What was fetched and not kept at the stop is to come at the next start: nothing new is published meanwhile.
        sites.frozen = True
        for _ in range(ROUNDS):
            make_due(db)
            settle(db)
        report(db, sites, server, killed, unkept, spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024)


def watch(db: Path, declared: Path, seconds: float, kills: int) -> int:
    """Watch for so long, killed at so many moments and begun again; return how often it was killed.

    Prints what memory the last process held as it went on.
    """
    draw = random.Random(3)
    end = time.monotonic() + seconds
    # All in the first half, so that one process lives for the second and its memory can be told.
    moments = sorted(time.monotonic() + draw.uniform(0.02, 0.5) * seconds for _ in range(kills))
    killed = 0
    while time.monotonic() < end:
        process = begun(db, "--sources", str(declared))
        until = moments.pop(0) if moments else end
        memory: list[float] = []
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, SAMPLED))
            memory.append(resident(process.pid))
        if until >= end:
            told = ", ".join(f"{memory[int(share * (len(memory) - 1))]:.0f}" for share in (0.1, 0.25, 0.5, 0.75, 1))
            print(
                f"MiB of the last process after 10, 25, 50, 75 and 100 % of its {len(memory) * SAMPLED:.0f} s: {told}"
            )
        if until < end:
            process.kill()
            killed += 1
        else:
            process.terminate()
        process.wait(timeout=30)
    return killed


def resident(pid: int) -> float:
    """Return the memory that a process holds, in MiB."""
    pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize() / 2**20


def make_due(db: Path) -> None:
    """Let all that waits be due: a source that was spoiled after it was stopped waits for longer than a short run."""
    store, now = open_store(str(db), make=False), datetime.now(UTC)
    try:
        for source, health in store.news_sources():
            store.put_news_source(source, replace(health, due=now))
        for page in store.due_followups(now + timedelta(days=90), now + timedelta(days=90), 100_000):
            store.put_followup(replace(page, due=now))
    finally:
        store.close()


def settle(db: Path) -> None:
    """Do what is still to be done: a program that was stopped fetches again what it had not kept."""
    process = begun(db, "--once")
    try:
        process.wait(timeout=600)
    except subprocess.TimeoutExpired:
        process.terminate()
        process.wait(timeout=30)


def begun(db: Path, *more: str) -> subprocess.Popen[bytes]:
    """Begin to watch."""
    environment = {**os.environ, "DEALWIRE_LOOPBACK": "1", "DEALWIRE_PAUSE": "0"}
    command = [sys.executable, "-m", "dealwire", "watch", "--db", str(db), *more]
    with (db.parent / "log").open("ab") as log:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)  # noqa: S603 - our own program


def served(sites: Sites) -> set[str | None]:
    """Return the addresses of what was served whole, as the store writes them."""
    return {urls.canonical(link) for link in sites.served}


def kept(db: Path) -> Counter[str | None]:
    """Return how often each address is in the store."""
    store = open_store(str(db), make=False)
    try:
        return Counter(article.url for article in store.scan_articles())
    finally:
        store.close()


def report(db: Path, sites: Sites, server: Misbehaving, killed: int, unkept: int, cpu: float, peak: float) -> None:
    """Compare what was served whole with what the store has."""
    have, given = kept(db), served(sites)
    store = open_store(str(db), make=False)
    lines = (db.parent / "log").read_text(encoding="utf-8").splitlines()
    events = Counter(json.loads(line)["event"] for line in lines if line.startswith("{"))
    rows = {
        "sources": sites.count,
        "visits": sum(sites.visits.values()),
        "requests": len(server.asked),
        "answers spoiled by a fault": sum(sites.spoiled.values()),
        "kills": killed,
        "entries served whole": len(given),
        "of them fetched and not kept when the run was stopped": unkept,
        "in the store after the next start": len(given & have.keys()),
        "lost": len(given - have.keys()),
        "in the store twice": sum(n - 1 for n in have.values()),
        "articles that nobody served": len(have.keys() - given),
        "deals": store.counts()["deals"],
        "log lines: visited, rejected, outage": " / ".join(str(events[e]) for e in ("visited", "rejected", "outage")),
        "CPU s of the watcher": round(cpu, 1),
        "peak MiB": round(peak),
    }
    store.close()
    print("| what | count |\n| --- | ---: |")
    for what, count in rows.items():
        print(f"| {what} | {count if isinstance(count, str) else f'{count:,}'} |")
    print("\n| fault | answers that it spoiled |\n| --- | ---: |")
    for fault in FAULTS:
        print(f"| {fault} | {sites.spoiled[fault] or ''} |")


if __name__ == "__main__":
    main()
