"""A thousand feeds due at once: how long until all are kept, at which memory; and a second round, when none changed.

    python -m benchmarks.watch --feeds 1000

Each feed has 20 entries of the synthetic newsroom of `benchmarks.scale`. Four feeds are of one host, as is common: a
host is asked one thing at a time. Everything is on loopback.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.misbehaving import Asked, Misbehaving, Play, Send, answer

from benchmarks.scale.stream import Made, articles
from dealwire.stores import open_store

ROOT = Path(__file__).resolve().parents[1]
ENTRIES = 20


def main() -> None:
    """Serve, watch twice, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--hosts", type=int, default=250)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Misbehaving(hosts=given.hosts) as server:
        news = articles(given.feeds * ENTRIES)
        server.plays = {f"/{n}": feed(n, list(islice(news, ENTRIES))) for n in range(given.feeds)}
        db, declared = Path(folder) / "watch.db", Path(folder) / "sources.toml"
        declared.write_text(
            "".join(f'[s{n}]\nurl = "{server.url(f"/{n}", n)}"\nfollow = "none"\n' for n in range(given.feeds)),
            encoding="utf-8",
        )
        print("| round | feeds | articles | deals | wall s | CPU s | feeds a second | peak MiB |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for name in ("first", "second, nothing changed"):
            began, used = time.monotonic(), spent()
            told = watch(db, declared)
            wall, cpu = time.monotonic() - began, spent() - used
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            figures = f"{told['articles']:,} | {told['deals']:,} | {wall:.1f} | {cpu:.1f}"
            print(f"| {name} | {given.feeds:,} | {figures} | {given.feeds / wall:.0f} | {peak:.0f} |")
            make_due(db)


def feed(n: int, news: Sequence[Made]) -> Play:
    """Return a feed that answers "not modified" to whoever has it."""
    items = "".join(item(f"http://{n}.example/{m}", one.record) for m, one in enumerate(news))
    etag = f'"{n}"'
    whole = answer(f'<rss version="2.0"><channel><title>{n}</title>{items}</channel></rss>', headers={"ETag": etag})

    async def play(asked: Asked, send: Send) -> None:
        if asked.headers.get("if-none-match") == etag:
            await answer(status=304)(asked, send)
        else:
            await whole(asked, send)

    return play


def item(link: str, told: dict[str, Any]) -> str:
    """Return an article as an entry of a feed, with its date: what appeared on one day is compared with each other."""
    title, text = escape(told["title"]), escape(told["text"])
    return (
        f"<item><title>{title}</title><link>{link}</link><pubDate>{told['published']}</pubDate>"
        f"<description>{text}</description></item>"
    )


def watch(db: Path, declared: Path) -> dict[str, int]:
    """Watch until nothing is due; return the counts."""
    environment = {**os.environ, "DEALWIRE_LOOPBACK": "1", "DEALWIRE_PAUSE": "0"}
    command = [
        sys.executable,
        "-m",
        "dealwire",
        "watch",
        "--once",
        "--json",
        "--db",
        str(db),
        "--sources",
        str(declared),
    ]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)  # noqa: S603 - our own program
    told: dict[str, int] = json.loads(done.stdout)
    return told


def make_due(db: Path) -> None:
    """Make every source due."""
    store = open_store(str(db), make=False)
    with store.transaction():
        for source, health in store.news_sources():
            store.put_news_source(source, replace(health, due=health.since))
    store.close()


def spent() -> float:
    """Return the CPU seconds of the programs that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
