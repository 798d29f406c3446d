"""The table of cities, made of GeoNames' own: `python -m benchmarks.cities cities15000.txt`.

Taken are the names of cities with 100,000 people or more, in Latin letters and in Chinese, the other names in Latin
letters of those with 300,000, and a few smaller towns where companies sit. A name that is told of cities in several
countries is kept if one of them has ten times the people of all others together, and else left out: who writes
"Cambridge" says no country.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dealwire.core.places import plain

OUT = Path(__file__).parents[1] / "src/dealwire/data/cities.txt"
LARGE = 100_000
LARGER = 300_000
TIMES = 10
TOWNS = {"Zug", "Palo Alto", "Menlo Park", "Mountain View", "Cupertino", "Redwood City", "San Mateo", "Herzliya"}
HAN = re.compile(r"[\u4e00-\u9fff]{2,6}")
LATIN = re.compile(r"[A-Z][a-z][A-Za-z' .-]{2,22}")


def names(line: str) -> tuple[str, int, set[str], set[str]]:
    """Return a line's country, people, and names: those it goes by, and other ones in Latin letters.

    The columns are those of https://download.geonames.org/export/dump/readme.txt.
    """
    cells = line.rstrip("\n").split("\t")
    other = cells[3].split(",")
    own = {cells[1], cells[2], *(name for name in other if HAN.fullmatch(name))}
    return cells[8], int(cells[14] or 0), own, {name for name in other if LATIN.fullmatch(name)}


def table(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each country with the names by which its cities are known, sorted."""
    people: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    kept = set()
    for line in lines:
        country, n, own, other = names(line)
        for name in {plain(name) for name in own | other}:
            people[name][country] = max(people[name][country], n)
        if n >= LARGE or own & TOWNS:
            kept |= {plain(name) for name in (own | other if n >= LARGER else own)}
    found = defaultdict(list)
    for name in sorted(kept):
        (country, most), *rest = sorted(people[name].items(), key=lambda told: -told[1])
        if most >= TIMES * sum(n for _, n in rest):
            found[country].append(name)
    yield from sorted(found.items())


def main() -> None:
    """Write the table."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        rows = [f"{country}:{';'.join(known)}\n" for country, known in table(lines)]
    told = "# Cities of GeoNames (https://www.geonames.org/), CC BY 4.0; made by benchmarks/cities.py\n"
    OUT.write_text(told + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
