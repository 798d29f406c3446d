"""How fast `extract` goes through a file of articles, beside a plain pass over the same file.

    python -m benchmarks.speed [--jobs N ...] [--repeat N]

A plain pass is `json.loads` of each line, in one process, its start and the unpacking of the file counted in, as they
are for `dealwire extract`. Other work on the machine makes wall time vary; CPU time (user and system, of all processes)
and the ratio to the plain pass vary less. Memory is the sum over all processes of what each holds alone and its share
of what they share (PSS), looked at twenty times a second. Of several repeats the fastest counts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from dealwire.core.extract import gate

DATA: Final = Path(__file__).parents[2] / "shared" / "data"
FILES: Final = {"Chinese articles": "zh_tech_articles.jsonl.gz", "English ledes": "en_finsmes_ledes.jsonl.gz"}
PLAIN: Final = "import gzip, json, sys\nwith gzip.open(sys.argv[1]) as lines:\n    for line in lines: json.loads(line)"
LOOK: Final = 0.05
"""Seconds between two looks at memory."""
MIB: Final = 2**20


class Run(NamedTuple):
    """What a command took: seconds by the clock and of all processors, and the most memory of all its processes."""

    wall: float
    cpu: float
    peak: int


def run(command: Sequence[str]) -> Run:
    """Run a command to its end, its output thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:  # noqa: S603 - our own
        peak = 0
        while True:
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOK)
                break
            peak = max(peak, sum(map(held, family(process.pid))))
    wall = time.perf_counter() - started
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, peak)


def family(pid: int) -> Iterator[int]:
    """Yield a process and all that descend from it."""
    yield pid
    with suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split():
            yield from family(int(child))


def held(pid: int) -> int:
    """Return the bytes that a process holds, pages shared with others in part; 0 where it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def gate_alone(file: Path) -> tuple[int, float]:
    """Return how many texts there are in a file, and how many seconds of a processor the gate takes for them."""
    with gzip.open(file) as lines:
        texts = [f"{told.get('title') or ''}\n{told.get('text') or ''}" for told in map(json.loads, lines)]
    started = time.process_time()
    for text in texts:
        gate.passes(text)
    return len(texts), time.process_time() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, os.cpu_count() or 1])
    parser.add_argument("--repeat", type=int, default=1)
    wanted = parser.parse_args()
    dealwire = [sys.executable, "-m", "dealwire", "extract"]
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.jsonl"
        one.write_text('{"id": 1, "text": "Acme raised $5 million."}\n', encoding="utf-8")
        start = min(run([*dealwire, str(one)]) for _ in range(max(wanted.repeat, 2)))  # the first may compile
    print(f"start of `dealwire extract`: {start.wall:.2f} s by the clock, {start.cpu:.2f} s of a processor\n")
    print(f"{'':42}{'texts':>8}{'wall s':>9}{'CPU s':>8}{'texts/s':>10}{'CPU to plain':>14}{'peak MiB':>10}")
    for title, name in FILES.items():
        file = DATA / name
        count, seconds = min(gate_alone(file) for _ in range(wanted.repeat))
        plain = min(run([sys.executable, "-c", PLAIN, str(file)]) for _ in range(wanted.repeat))
        row(f"{title}: plain pass", count, plain, plain)
        ratio = seconds / plain.cpu
        print(f"{f'{title}: gate alone':42}{count:>8,}{'':9}{seconds:>8.2f}{count / seconds:>10,.0f}{ratio:>14.2f}")
        for jobs in sorted(set(wanted.jobs)):
            took = min(run([*dealwire, "--jobs", str(jobs), str(file)]) for _ in range(wanted.repeat))
            row(f"{title}: extract, {jobs} process{'es' if jobs > 1 else ''}", count, took, plain)


def row(title: str, count: int, took: Run, plain: Run) -> None:
    """Print what a run took."""
    ratio, peak = took.cpu / plain.cpu, took.peak / MIB
    print(
        f"{title:42}{count:>8,}{took.wall:>9.2f}{took.cpu:>8.2f}{count / took.wall:>10,.0f}{ratio:>14.2f}{peak:>10.0f}"
    )


if __name__ == "__main__":
    main()
