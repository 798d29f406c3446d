"""Write synthetic articles, or take them in and measure.

python -m benchmarks.scale write 1000000 | gzip > articles.jsonl.gz
python -m benchmarks.scale run 10000 100000 --directory /tmp
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from benchmarks.scale.stream import DEALS, PER_DAY, articles


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    does = parser.add_subparsers(dest="does", required=True)
    write = does.add_parser("write", help="print so many articles as JSON Lines")
    write.add_argument("articles", type=int)
    write.add_argument("--truth", action="store_true", help="print event, deal and origin of each in its place")
    run = does.add_parser("run", help="take so many in and print a table")
    run.add_argument("articles", type=int, nargs="+")
    run.add_argument(
        "--directory", type=Path, help="keep the store here, as scale.db, and go on with one that a stopped run left"
    )
    for one in (write, run):
        one.add_argument("--seed", type=int, default=1)
        one.add_argument("--per-day", type=float, default=PER_DAY)
        one.add_argument("--deals", type=float, default=DEALS, help="the share of events that are deals")
    arguments = parser.parse_args()
    if arguments.does == "run":
        from benchmarks.scale.run import measure

        measure(arguments.articles, arguments.seed, arguments.per_day, arguments.deals, arguments.directory)
        return
    out = sys.stdout.buffer
    for made in articles(arguments.articles, arguments.seed, arguments.per_day, arguments.deals):
        told = {"id": made.record["id"], "event": made.event, "deal": made.deal, "origin": made.origin}
        out.write(msgspec.json.encode(told if arguments.truth else made.record) + b"\n")


if __name__ == "__main__":
    main()
