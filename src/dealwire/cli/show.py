"""What results look like: tables that fit a terminal, and the same as JSON or CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.markup import escape

from dealwire.cli import console
from dealwire.cli.console import Format
from dealwire.core import money
from dealwire.model import Counts, Rejected
from dealwire.ports import Hit

if TYPE_CHECKING:
    from dealwire.service.query import OrganisationView
    from dealwire.service.sources import Checked

Record = Mapping[str, Any]

NAMED = 3
"""So many backers of a deal stand in a list; `explain` shows all."""


def counts(told: Counts, form: Format) -> None:
    """Show what a run of ingest did."""
    row = {k: v for k, v in asdict(told).items() if k != "rejected"} | {"rejected": len(told.rejected)}
    listing("ingested", tuple(row), [row], form, lambda r: [f"{v:,}" for v in r.values()])


def listing(
    title: str,
    columns: Sequence[Any],
    rows: Iterable[Record],
    form: Format,
    cells: Any = None,  # noqa: ANN401 - a function of a record to its cells
    fields: Sequence[str] = (),
) -> None:
    """Show records in one of the formats; a table's cells are made by `cells`, else are the record's values.

    `fields` are the record's where the columns have other names: the heading of a CSV without rows.
    """
    match form:
        case Format.JSONL:
            console.json_lines(rows)
        case Format.CSV:
            rows = list(rows)
            names = list(rows[0]) if rows else fields or [c if isinstance(c, str) else c[0] for c in columns]
            console.csv_rows(names, rows)
        case Format.TABLE:
            console.table(title, columns, ((cells or (lambda r: list(r.values())))(r) for r in rows))


# --- deals


def date(told: Record | None) -> str:
    """Return a date to its precision: "2024", "2024-02", "2024-02-27"."""
    return told["value"][: {"year": 4, "month": 7, "day": 10}[told["precision"]]] if told else ""


def backers(investors: Sequence[Record]) -> str:
    """Return who backs a deal, leads first and marked with a star; of many the first few and how many more."""
    ranked = sorted((i for i in investors if i["role"] != "adviser"), key=lambda i: i["role"] != "lead")
    names = [f"{i['name']}*" if i["role"] == "lead" else str(i["name"]) for i in ranked]
    return ", ".join(names[:NAMED]) + (f" +{len(names) - NAMED}" if len(names) > NAMED else "")


def deals(records: Iterable[Record], form: Format) -> None:
    """List deals."""
    columns = (
        ("date", {"no_wrap": True}),
        ("company", {"min_width": 12, "max_width": 20, "overflow": "fold"}),
        ("deal", {"max_width": 14, "overflow": "fold", "from_width": 76}),
        ("amount", {"justify": "right", "no_wrap": True}),
        ("at", {"justify": "right", "no_wrap": True, "from_width": 112}),
        ("investors (* leads)", {"ratio": 1, "overflow": "fold", "from_width": 88}),
        ("status", {"max_width": 10, "from_width": 104}),
        ("told", {"justify": "right", "no_wrap": True, "from_width": 104}),
        ("id", {"no_wrap": True, "style": "dim"}),
    )
    listing("deals", columns, records, form, _deal_cells)


def _deal_cells(deal: Record) -> list[str]:
    what = deal["round_label"] or (deal["round"] or deal["kind"]).replace("_", " ")
    amount = money.told(deal["amount"]) + (" !" if any(c["field"] == "amount" for c in deal["conflicts"]) else "")
    return [
        date(deal["announced_on"]),
        deal["company"],
        what,
        amount,
        money.told(deal["valuation"]),
        backers(deal["investors"]),
        ("recalled, " if deal["background"] else "") + str(deal["status"]).replace("_", " "),
        f"{len(deal['articles'])}/{deal['origins']}",
        deal["id"],
    ]


# --- stories, search, organisations, upkeep


STORY_FIELDS = ("id", "title", "heat", "articles", "origins", "topics", "components")


def stories(records: Iterable[Record], form: Format) -> None:
    """List stories."""
    columns = (
        ("heat", {"justify": "right"}),
        ("articles", {"justify": "right"}),
        ("title", {"overflow": "fold"}),
        ("id", {"no_wrap": True}),
    )
    cells = lambda s: [_score(s["heat"]), len(s["articles"]), s["title"], s["id"]]  # noqa: E731 - one expression, used once
    listing("stories", columns, records, form, cells, STORY_FIELDS)


def trends(rows: Iterable[Record], counted: str, form: Format) -> None:
    """List what was counted by period."""
    amount = ("usd", {"justify": "right"})
    if counted == "money":
        columns: tuple[Any, ...] = ("period", "kind", ("deals", {"justify": "right"}), amount)
        cells = lambda r: [r["period"], r["kind"].replace("_", " "), f"{r['deals']:,}", f"{r['usd']:,}"]  # noqa: E731
    else:
        what = counted.removesuffix("s")
        columns = (
            "period",
            (what, {"overflow": "fold"}),
            ("articles", {"justify": "right"}),
            ("share", {"justify": "right"}),
        )
        cells = lambda r: [r["period"], r[what], f"{r['articles']:,}", f"{r['share']:.1%}"]  # noqa: E731
    listing(f"trends: {counted}", columns, rows, form, cells)


def article(record: Record) -> None:
    """Show an article with its quality, component by component."""
    own = console.out()
    own.print(f"[bold]{escape(record['title'] or '(no title)')}[/]  [dim]{escape(record['id'])}[/]")
    told = [record["provider"], record["published"] and record["published"][:16], record["lang"], record["url"]]
    own.print(escape(" · ".join(str(one) for one in told if one)))
    own.print("topics: " + (", ".join(record["topics"]) or "–"))
    if record["story"]:
        story = record["story"]
        own.print(
            escape(f"story: {story['title']} ({story['articles']} articles, heat {story['heat']:.0f}, {story['id']})")
        )
    if record["deals"]:
        own.print("deals: " + ", ".join(record["deals"]))
    if record["copy_of"]:
        own.print("copy of: " + escape(record["copy_of"]))
    own.print(f"quality: {_score(record['quality'])}" + (" (given)" if record["quality_given"] else ""))
    columns = ("component", ("share", {"justify": "right"}), ("weight", {"justify": "right"}))
    rows = ([name, f"{part['share']:.2f}", str(part["weight"])] for name, part in record["components"].items())
    console.table("made up of", columns, rows)


def _score(value: float) -> str:
    return "–" if value < 0 else f"{value:.0f}"


def hits(found: Sequence[Hit], form: Format) -> None:
    """List what a search found."""
    columns = (
        "what",
        ("title", {"ratio": 2, "overflow": "fold"}),
        ("found", {"ratio": 3, "overflow": "fold", "from_width": 100}),
        ("id", {"no_wrap": True, "style": "dim"}),
    )
    cells = lambda h: [h["what"], h["title"], h["snippet"], h["id"]]  # noqa: E731 - one expression, used once
    listing("found" if found else "nothing found", columns, (asdict(h) for h in found), form, cells, Hit.__match_args__)


def organisation(view: OrganisationView) -> None:
    """Show an organisation: names and why they are one, facts with quotes, deals by role."""
    record = view.record()
    own = console.out()
    own.print(f"[bold]{escape(record['name'])}[/]  [dim]{record['id']}[/]")
    if len(record["names"]) > 1:
        own.print("also written: " + escape(", ".join(n for n in record["names"] if n != record["name"])))
    for link in record["links"]:
        own.print(f"  [dim]{escape(link['why'])} ({link['rule']}, {link['score']:.2f})[/]")
    for related in record["related"]:
        own.print(f"{related['kind']}: {escape(related['name'])}  [dim]{related['id']}[/]")
    if record["facts"]:
        own.print()
        rows = (
            [f["field"].replace("_", " "), f["value"], f"“{f['quote']}”", f["url"] or f["article"]]
            for f in record["facts"]
        )
        wide = {"overflow": "fold"}
        console.table("told of it", ("fact", ("value", wide), ("quote", wide), ("source", wide)), rows)
    if record["deals"]:
        own.print()
        columns = ("as", "date", ("company", {"overflow": "fold"}), "deal", "amount", "status", "id")
        console.table("deals", columns, ([d["role"], *_short(d)] for d in record["deals"]))


def _short(deal: Record) -> list[str]:
    when, company, what, amount, _, _, status, _, id_ = _deal_cells(deal)
    return [when, company, what, amount, status, id_]


def files(paths: Sequence[Path], directory: Path) -> None:
    """Say which files were written."""
    for path in paths[: console.LISTED]:
        console.out().print(str(path), markup=False, soft_wrap=True)
    if len(paths) > console.LISTED:
        console.out().print(f"… and {len(paths) - console.LISTED} more in {directory}", markup=False)


def rejected(told: Sequence[tuple[Rejected, datetime]], form: Format) -> None:
    """List what could not be used."""
    rows = ({"at": at.isoformat(timespec="seconds"), **asdict(r)} for r, at in told)
    columns = ("at", "stage", ("input", {"overflow": "fold"}), ("reason", {"overflow": "fold"}))
    listing("rejected" if told else "nothing was rejected", columns, rows, form)


def checks(told: Sequence[tuple[str, bool, str]], form: Format) -> None:
    """List what is well and what is not."""
    rows = ({"what": what, "well": well, "words": words} for what, well, words in told)
    columns = ("", "what", ("in words", {"overflow": "fold"}))
    listing("doctor", columns, rows, form, lambda r: ["ok" if r["well"] else "!!", r["what"], r["words"]])


def checked(found: Checked) -> None:
    """Show what lies at an address."""
    if found.offers:
        offers = [(offer.title, offer.url) for offer in found.offers]
        console.table("feeds of the site", ("title", ("address", {"overflow": "fold"})), offers)
    if found.feed:
        shown = [
            (e.published.date() if e.published else "", "yes" if e.relevant else "", e.title) for e in found.entries
        ]
        title = f"{found.url}: {found.count} entries"
        console.table(title, ("date", "may tell a deal", ("title", {"overflow": "fold"})), shown)
    if found.trouble:
        console.complain(f"{found.url}: {found.trouble}")


def _day(moment: datetime | None) -> str:
    return str(moment.date()) if moment else ""
