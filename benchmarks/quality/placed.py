"""In how many places of plain sentences names of real organisations are read: Chinese brands and houses, English firms.

    python -m benchmarks.quality.placed [--failures N]

Texts ask for everything at once; here only the name changes. Names come from the public tables of ../shared/data, drawn
by a fixed seed; sentences are ours. One is read where a party of a deal has the name, legal forms and marks aside.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from benchmarks.quality.deals import SHARED, article
from dealwire.core.extract import extract

DRAWN: Final = 300
"""Names of each table."""

PLACES: Final[Mapping[str, Mapping[str, str]]] = {
    "zh": {
        "who gets": "{}完成数千万元A轮融资，由红岭资本领投。",
        "whose listing": "{}向港交所递交招股书。",
        "what is bought": "大河集团收购{}。",
        "into whom": "红岭资本投资了{}。",
    },
    "zh house": {
        "who leads": "青禾智能完成1亿元A轮融资，由{}领投。",
        "who joins": "青禾智能宣布完成B轮融资，红岭资本领投，{}跟投。",
        "who buys": "{}收购青禾智能。",
    },
    "en": {
        "who gets": "{} raised $12 million in a Series A round led by Red Ridge Capital.",
        "whose listing": "{} files for IPO",
        "what is bought": "Harbor Group to buy {} for $300 million",
        "into whom": "Red Ridge Capital invests in {}",
    },
}
"""By table: places of a name. What ends without a full stop is a headline."""

_SIGNS: Final = re.compile(r"[\W_]+")


@cache
def drawn(table: str) -> tuple[str, ...]:
    """Return the names that are tried, of those that have a usual length and the letters of the language."""
    names = sorted({name.strip().strip('"') for name in _names(table)})
    fits = [name for name in names if _fits(name, chinese=table != "en")]
    return tuple(random.Random(table).sample(fits, DRAWN))


def _names(table: str) -> Iterator[str]:
    file, columns = {
        "zh": ("zh_company_brand_to_legal.csv.gz", ("brand",)),
        "zh house": ("zh_investors.csv.gz", ("机构名称",)),
        "en": ("crunchbase_acquisitions_2015.csv.gz", ("company_name", "acquirer_name")),
    }[table]
    with gzip.open(SHARED / "data" / file, "rt", encoding="utf-8-sig", errors="replace") as rows:
        for row in csv.DictReader(rows):
            yield from (row[column] for column in columns if row.get(column))


def _fits(name: str, *, chinese: bool) -> bool:
    if chinese:
        return 2 <= len(name) <= 12 and bool(re.search("[\u4e00-\u9fff]", name)) and not re.search("[()（）]", name)
    return 2 <= len(name) <= 30 and name.isascii() and name[0].isupper()


@cache
def missed(table: str, place: str) -> tuple[str, ...]:
    """Return the names that are not read in a place."""
    return tuple(name for name in drawn(table) if not _is_read(PLACES[table][place], name))


def _is_read(sentence: str, name: str) -> bool:
    text = sentence.format(name)
    title, body = ("", text) if sentence.endswith((".", "。")) else (text, "")
    lang = "en" if sentence.isascii() else "zh"
    told = extract(article({"id": "1", "title": title, "text": body, "lang": lang}))
    parties = [deal.company.value for deal in told.deals if deal.company]
    parties += [backer.value.name for deal in told.deals for backer in deal.investors]
    wanted = _SIGNS.sub("", name).casefold()
    return any(wanted in _SIGNS.sub("", party).casefold() for party in parties)


def shares() -> dict[str, dict[str, float]]:
    """Return the share of names that is read, by table and place."""
    return {
        table: {place: 1 - len(missed(table, place)) / DRAWN for place in places} for table, places in PLACES.items()
    }


def main() -> None:
    """Print the shares, and names that were missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--failures", metavar="N", type=int, default=0, help="names to list for each place")
    wanted = parser.parse_args()
    for table, places in shares().items():
        for place, share in places.items():
            print(f"{table:10} {place:16} {share:.3f}  {', '.join(missed(table, place)[: wanted.failures])}")


if __name__ == "__main__":
    main()
