"""How fast and in how much memory a file of articles comes in, and that a second run adds nothing.

python -m benchmarks.ingest [FILE.jsonl.gz]
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
from pathlib import Path

DEFAULT = Path(__file__).parent.parent.parent / "shared/data/zh_tech_articles.jsonl.gz"


def run(db: Path, file: Path) -> tuple[dict[str, int], float, float]:
    """Ingest in a process of its own; return its counts, seconds, and the most memory that it held (MiB)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "dealwire", "ingest", "--db", str(db), "--json", str(file)],
        stdout=subprocess.PIPE,
        check=False,
        env={**os.environ},
    )
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak >= before  # noqa: S101 - a maximum does not fall
    return json.loads(done.stdout), seconds, peak / 1024


def main() -> None:
    """Print a row for each of two runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    file = parser.parse_args().file
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        print("run     articles     new   deals   seconds   articles/s   peak MiB   store MiB")
        for name in ("first", "again"):
            counts, seconds, peak = run(db, file)
            size = sum(p.stat().st_size for p in Path(folder).iterdir()) / 2**20
            print(
                f"{name:6} {counts['read']:9,} {counts['new']:7,} {counts['deals']:7,} {seconds:9.1f}"
                f" {counts['read'] / seconds:12,.0f} {peak:10,.0f} {size:11,.0f}"
            )


if __name__ == "__main__":
    main()
