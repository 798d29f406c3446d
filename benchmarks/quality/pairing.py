"""How well reports of one deal find each other: quotes of many deals through ingest, against who tells which deal.

    python -m benchmarks.quality.pairing [--seed N] [--lost N] [--set NAME]

Sets are composed from the deal tables in ../shared (company, round, day, sum, backers) in the wordings of
`pairing_wordings.tsv`, one to five a deal, by other papers, on other days or without a day, with rounded sums and parts
left out; taken from two collections that tell of one deal in the words of two newsrooms; and written by hand. The
measure is pairwise: of two articles, whether some deal lists both.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from benchmarks.quality.deals import SHARED
from dealwire.app import knowledge, open_store
from dealwire.core.read import JSON_LINE
from dealwire.model import Document, Rejected
from dealwire.ports import DealFilter, Engine
from dealwire.service.ingest import ingest
from dealwire.service.query import deal_records

DATA: Final = SHARED / "data"
NOW: Final = datetime(2026, 6, 1, tzinfo=UTC)
DEALS: Final = 120
"""So many deals of each table are told."""

REPORTS: Final = (1, 2, 2, 3, 3, 4, 5)
DAYS: Final = {"rumour": (-25, -4), "talks": (-40, -6), "news": (0, 4), "close": (0, 25), "recall": (30, 300)}
SHARES: Final = (("rumour", 0.07), ("talks", 0.1), ("news", 0.66), ("close", 0.1), ("recall", 0.07))
MASTHEADS: Final = ("Ledger", "Times", "Wire", "Post", "Sheet", "Weekly", "Courier", "Gazette", "Herald", "Monitor")
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True)
class Quote:
    """A text and the deal that it tells; `published` is a day, or None."""

    id: str
    deal: str
    title: str
    text: str
    published: str | None
    provider: str


@dataclass(frozen=True, slots=True)
class Told:
    """A deal of a table: what the wordings fill in, each in the forms it may be written in."""

    key: str
    day: date
    forms: Mapping[str, Sequence[str]]
    wordings: Mapping[str, Sequence[str]]


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table in ../shared/data."""
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        if ".jsonl" in name:
            return [json.loads(line) for line in lines]
        return list(csv.DictReader(lines))


@cache
def wordings(sort: str) -> Mapping[str, Sequence[str]]:
    """Return the wordings for a sort of deal by its stage; each names what it needs in braces."""
    of: dict[str, list[str]] = defaultdict(list)
    for wanted, stage, wording in lines_of("pairing_wordings.tsv"):
        if wanted == sort:
            of[stage].append(wording)
    return of


def lines_of(name: str) -> list[list[str]]:
    """Return the lines of a table beside this module."""
    return [line.split("\t") for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()]


# --- tables


def _sums(value: float, sign: str = "$") -> dict[str, list[str]]:
    unit, short, word = (10**9, "B", "billion") if value >= 10**9 else (10**6, "M", "million")
    if value < 10**6:
        exact = f"{value:,.0f}"
        return {"sum": [f"{sign}{exact}"], "rounded": [f"{sign}{exact}"], "about": [f"about {sign}{exact}"]}
    figure = f"{value / unit:.2f}".rstrip("0").rstrip(".")
    coarse = f"{float(f'{value / unit:.2g}'):g}"
    return {
        "sum": [f"{sign}{figure} {word}", f"{sign}{figure}{short}", f"US{sign}{figure}{short.lower()}"],
        "rounded": [f"{sign}{coarse} {word}", f"about {sign}{coarse} {word}", f"nearly {sign}{coarse} {word}"],
        "about": [
            f"about {sign}{coarse} {word}",
            f"around {sign}{coarse}{short}",
            f"{sign}{coarse} million".replace(" million", f" {word}"),
        ],
    }


_ROUNDS = {"Seed Funding": "seed", "Seed": "seed", "Angel": "angel", "Debt Funding": "debt"}
_PLAIN = re.compile(r"[A-Z][A-Za-z0-9]{2,}(?: [A-Z][A-Za-z0-9]+){0,2}")


def indian() -> Iterator[Told]:
    """Rounds of Indian startups."""
    for row in rows("india_startup_funding.csv.gz"):
        company, when = row["Startup Name"].strip(), row["Date"].strip()
        backers = [b.strip() for b in re.split(r",|&| and ", row["Investors’ Name"]) if _PLAIN.fullmatch(b.strip())]
        amount = re.sub(r"\D", "", row["Amount (In USD)"])
        try:
            day = datetime.strptime(when, "%d/%m/%Y").replace(tzinfo=UTC).date()
        except ValueError:
            continue
        kind = row["Investment Type"].strip()
        round_ = _ROUNDS.get(kind) or (kind if kind.startswith("Series") else "")
        if not _PLAIN.fullmatch(company) or not backers:
            continue
        forms: dict[str, Sequence[str]] = {
            "company": [company],
            "lead": backers[:1],
            "city": [row["City / Location"].strip()] if row["City / Location"].strip().isalpha() else [],
            "round": [round_] if round_ else [],
            "others": [" and ".join(backers[1:3])] if len(backers) > 1 else [],
        }
        if amount and int(amount) > 10**4:
            forms |= _sums(float(amount))
        yield Told(f"{company}|{day}|{amount}", day, forms, wordings("round"))


def purchases() -> Iterator[Told]:
    """Acquisitions of Crunchbase's table."""
    for row in rows("crunchbase_acquisitions_2015.csv.gz"):
        company, buyer = row["company_name"].strip(), row["acquirer_name"].strip()
        if not (_PLAIN.fullmatch(company) and _PLAIN.fullmatch(buyer)) or row["acquired_at"] < "2005":
            continue
        forms: dict[str, Sequence[str]] = {"company": [company], "buyer": [buyer]}
        if row["price_amount"] and row["price_currency_code"] == "USD" and float(row["price_amount"]) > 10**5:
            forms |= _sums(float(row["price_amount"]))
        yield Told(f"{company}|{buyer}", date.fromisoformat(row["acquired_at"]), forms, wordings("purchase"))


def chinese() -> Iterator[Told]:
    """Rounds of two Chinese tables."""
    for row in rows("zh_smoothnlp_deals.jsonl.gz"):
        yield from _chinese(row["target"], row["date"], row["round"], row["amount"], row["investors_raw"].split(), "")
    for row in rows("itjuzi_ai_2018.csv.gz"):
        parts = (row["融资时间"], row["轮次"], row["融资金额"], row["投资方"].split(","))
        yield from _chinese(row["公司名称"], *parts, row["地点"].rpartition("-")[0])


def _chinese(company: str, day: str, round_: str, amount: str, backers: Sequence[str], city: str) -> Iterator[Told]:
    backers = [b for b in backers if b and "未" not in b and b != "-" and "投资人" not in b]
    if not re.fullmatch(r"[一-龥]{3,8}", company) or not backers or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return
    if not re.fullmatch(r"(Pre-)?[A-F]\+?轮|天使轮|种子轮|战略投资|战略融资", round_):
        return
    sum_ = amount.replace("人民币", "元人民币") if re.match(r"[\d亿万数千百.]+(人民币|美元)", amount) else ""
    label = "战略" if round_.startswith("战略") else round_
    forms: dict[str, Sequence[str]] = {
        "company": [company],
        "lead": backers[:1],
        "others": ["、".join(backers[1:3])] if len(backers) > 1 else [],
        "round": [label],
        "city": [city] if city else [],
        "sum": [sum_, sum_.replace("元人民币", "元")] if sum_ else [],
    }
    yield Told(f"{company}|{day}|{round_}", date.fromisoformat(day), forms, wordings("Chinese round"))


TABLES: Final[Mapping[str, Callable[[], Iterator[Told]]]] = {
    "rounds": indian,
    "purchases": purchases,
    "Chinese rounds": chinese,
}


def composed(name: str, seed: int = 1) -> list[Quote]:
    """Return quotes of so many deals of a table; companies with several deals come first."""
    chance = random.Random(f"{name} {seed}")
    told = list({one.key: one for one in TABLES[name]()}.values())
    chance.shuffle(told)
    of: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        of[one.forms["company"][0]].append(one)
    several = [one for deals in of.values() for one in _apart(deals) if len(deals) > 1][: DEALS // 2]
    single = [deals[0] for deals in of.values() if len(deals) == 1][: DEALS - len(several)]
    return [quote for one in (*several, *single) for quote in _quotes(one, chance)]


def _apart(deals: Sequence[Told]) -> Sequence[Told]:
    """Return a company's deals that are four months apart: a table may list one twice."""
    kept: list[Told] = []
    for deal in sorted(deals, key=lambda one: one.day):
        if not kept or (deal.day - kept[-1].day).days > 120:
            kept.append(deal)
    return kept


def _quotes(deal: Told, chance: random.Random) -> Iterator[Quote]:
    used: set[str] = set()
    for _ in range(chance.choice(REPORTS)):
        stage = chance.choices([s for s, _ in SHARES], [w for _, w in SHARES])[0]
        day = deal.day + timedelta(days=chance.randint(*DAYS[stage]))
        fills: dict[str, str] = {name: chance.choice(forms) for name, forms in deal.forms.items() if forms}
        fills |= {"weekday": chance.choice(WEEKDAYS), "month": f"{deal.day:%B}", "year": str(deal.day.year)}
        fills["monthno"] = str(deal.day.month)
        fitting = [w for w in deal.wordings[stage] if w not in used and set(re.findall(r"{(\w+)}", w)) <= fills.keys()]
        if not fitting:
            continue
        wording = chance.choice(fitting)
        used.add(wording)
        provider = chance.choice(MASTHEADS)
        text = wording.format_map(fills)
        id_ = sha256(f"{deal.key} {wording}".encode()).hexdigest()[:10]
        yield Quote(id_, deal.key, "", text, day.isoformat() if chance.random() < 0.7 else None, provider)


# --- two newsrooms


_PART = re.compile(r"exten(?:sion|ded)|clos(?:e|ing) of|additional|increased the size|tranche")
_TITLE = re.compile(r"(.+?) (?:Raises|Nabs|Secures|Closes|Lands|Snags|Gets|Banks|Scores) (\$[\d.]+[MBK])(?: .*)?")


def newsrooms() -> list[Quote]:
    """Return ledes and headlines of two newsrooms that tell of one company and one sum; another sum is another deal.

    Those that tell a part of a round, whose sum is another, are left out.
    """
    ledes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows("en_finsmes_ledes.jsonl.gz"):
        found: Any = row["weak_ner"]
        if found["org"] and found["money"].startswith("$") and not _PART.search(row["text"]):
            ledes[found["org"].casefold()].append(row)
    quotes = []
    for row in rows("en_vcnewsdaily_titles.jsonl.gz"):
        if (m := _TITLE.fullmatch(row["title"])) and (known := ledes.get(m[1].casefold())):
            sum_ = _figure(m[2])
            quotes.append(Quote(row["id"], f"{m[1].casefold()}|{sum_}", row["title"], "", None, "VC"))
            for lede in known:
                money = f"{m[1].casefold()}|{_figure(str(lede['weak_ner']['money']))}"
                quotes.append(Quote(lede["id"], money, "", lede["text"], f"{lede['month']}-15", "FS"))
    return list({quote.id: quote for quote in quotes}.values())


def _figure(written: str) -> str:
    m = re.match(r"\$([\d.,]+)\s*(b|m|k)?", written.casefold())
    scale = {"b": 1e9, "m": 1e6, "k": 1e3, None: 1.0}
    return f"{float(m[1].replace(',', '').rstrip('.')) * scale[m[2]]:.0f}" if m else written


def by_hand(table: str = "pairing_quotes.tsv") -> list[Quote]:
    """Return quotes that we wrote of deals that were in the news: rounds in quick order, talks that grew or failed."""
    cells = enumerate(lines_of(table))
    return [Quote(f"q{n}", deal, "", text, day or None, provider) for n, (deal, day, provider, text) in cells]


SETS: Final[Mapping[str, Callable[[int], list[Quote]]]] = {
    **{name: (lambda seed, name=name: composed(name, seed)) for name in TABLES},  # type: ignore[misc]
    "two newsrooms": lambda _: newsrooms(),
    "by hand": lambda _: by_hand(),
    "by hand, later": lambda _: by_hand("pairing_quotes_later.tsv"),
}


# --- measuring


@dataclass(frozen=True, slots=True)
class _Given:
    of: Sequence[Document]

    def documents(self, _engine: Engine | None = None) -> Iterator[Document | Rejected]:
        return iter(self.of)


def deals_of(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    """Return the deals that a store holds after the quotes were ingested, as records."""
    documents = []
    for quote in quotes:
        line = {"id": quote.id, "title": quote.title, "text": quote.text, "provider": {"name": quote.provider}}
        body = json.dumps({**line, "published": quote.published}, ensure_ascii=False).encode()
        documents.append(Document(sha256(body).hexdigest(), body, JSON_LINE, f"quotes:{quote.id}", NOW))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'pairing.db'}")
        try:
            ingest(store, _Given(documents), knowledge(), NOW)
            return list(deal_records(store, DealFilter()))
        finally:
            store.close()


def pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    """Return the pairs of articles that stand in one group."""
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs told by the truth, found, and both; and the pairs of which no article was read as telling any deal."""

    true: set[tuple[str, str]]
    found: set[tuple[str, str]]
    unread: set[str]

    @property
    def prf(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        right = len(self.true & self.found)
        p, r = right / max(len(self.found), 1), right / max(len(self.true), 1)
        return p, r, 2 * p * r / max(p + r, 1e-9)


def measure(quotes: Sequence[Quote]) -> Measured:
    """Put quotes through ingest and compare who is with whom."""
    groups: dict[str, list[str]] = defaultdict(list)
    for quote in quotes:
        groups[quote.deal].append(quote.id)
    records = deals_of(quotes)
    read = {id_ for record in records for id_ in record["articles"]}
    unread = {quote.id for quote in quotes} - read
    return Measured(pairs(groups.values()), pairs(record["articles"] for record in records), unread)


def shares(seed: int = 1) -> dict[str, dict[str, float]]:
    """Return the F1 of each set."""
    return {name: {"F1": measure(make(seed)).prf[2]} for name, make in SETS.items()}


def main() -> None:
    """Print the table, and pairs that are lost or wrong if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lost", type=int, default=0, help="show so many lost and so many wrong pairs of each set")
    parser.add_argument("--set", choices=SETS)
    wanted = parser.parse_args()
    for name in [wanted.set] if wanted.set else SETS:
        quotes = SETS[name](wanted.seed)
        got = measure(quotes)
        p, r, f = got.prf
        lost_unread = sum(not got.unread.isdisjoint(pair) for pair in got.true - got.found)
        deals = len({quote.deal for quote in quotes})
        print(
            f"{name:<16} {deals:>4} deals {len(quotes):>5} quotes  P {p:.3f} R {r:.3f} F1 {f:.3f}"
            f"   unread {len(got.unread)}, pairs lost {len(got.true - got.found)} ({lost_unread} of them unread)"
        )
        by_id = {quote.id: quote for quote in quotes}
        for title, some in (("lost", got.true - got.found), ("wrong", got.found - got.true)):
            for a, b in sorted(some)[: wanted.lost]:
                marks = ["UNREAD" if x in got.unread else "" for x in (a, b)]
                print(f"  {title}:")
                for x, mark in zip((a, b), marks, strict=True):
                    q = by_id[x]
                    print(f"     {mark} {q.published} [{q.deal}] {q.title} | {q.text}")


if __name__ == "__main__":
    main()
