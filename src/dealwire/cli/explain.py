"""A deal as a person would want it explained: field by field, what won and why, the sentences for and against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dealwire.cli import console, show
from dealwire.cli.console import Format
from dealwire.core import money
from dealwire.core.excerpt import excerpt
from dealwire.model import Article, Deal, Field, Support
from dealwire.ports import DealRow

ORDER = ("company", "kind", "amount", "valuation", "round", "round_label", "investors", "status", "announced_on")


def deal(row: DealRow, articles: Mapping[str, Article], *, every: bool) -> None:
    """Show a deal with its evidence; `articles` (by key) are those that it quotes, `every` gives each claim a row."""
    to = console.out()
    own = row.deal
    numbers = {key: n for n, key in enumerate(own.articles, start=1)}
    _headline(to, row)
    for name in (n for n in ORDER if n in own.fields):
        _field(to, own, own.fields[name], articles, numbers, every=every)
    if len(own.history) > 1:
        steps = "  →  ".join(f"{_words(s.status)} {s.at:%Y-%m-%d}" for s in own.history)
        to.print(Text("\nhistory", style="bold").append(f"  {steps}", style="not bold"))
    _tranches(to, own, numbers)
    _sources(to, own, articles)


def told_by(reports: int, origins: int) -> str:
    """Return how widely a deal is told: "4 reports, 2 origins"."""
    return f"{reports} report{'s' * (reports != 1)}, {origins} origin{'s' * (origins != 1)}"


def _tranches(to: Console, own: Deal, numbers: Mapping[str, int]) -> None:
    if not own.tranches:
        return
    to.print(Text("\ntranches", style="bold"))
    claims = [claim for field in own.fields.values() for claim in (*field.support, *field.against)]
    article = {claim.report: claim.article for claim in claims}
    for part in own.tranches:
        cited = sorted({numbers[article[report]] for report in part.reports if article.get(report) in numbers})
        told = (part.name, told_value("amount", part.amount), show.date(part.announced_on))
        to.print("  " + " · ".join(filter(None, told)) + "  " + "".join(f"[{n}]" for n in cited), markup=False)


def changes(told: Iterable[Mapping[str, Any]], form: Format) -> None:
    """List changes of deals; in a table, what the first report of a deal told is one row."""
    columns = (
        ("when", {"no_wrap": True}),
        ("company", {"overflow": "fold"}),
        "field",
        ("from", {"overflow": "fold"}),
        ("to", {"overflow": "fold"}),
        ("because of", {"overflow": "fold", "from_width": 96}),
    )
    fields = ("at", "learned_at", "deal", "company", "field", "before", "after", "article", "url", "provider")
    if form is not Format.TABLE:
        show.listing("changes", columns, told, form, fields=(*fields, "decision", "by", "cursor"))
        return
    rows: list[Mapping[str, Any]] = []
    for _, group in groupby(told, key=lambda change: (change["deal"], change["at"])):
        at_once = list(group)
        new = at_once if at_once[0]["field"] == "kind" and at_once[0]["before"] is None else []
        rows += [_first_told(new)] if new else at_once
    show.listing("changes", columns, rows, form, _change_cells)


def _first_told(changes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the changes by which a deal came into the world as one."""
    values = {change["field"]: told_value(change["field"], change["after"]) for change in changes}
    words = (values.get(n) for n in ("kind", "round_label", "amount", "valuation", "investors", "status"))
    return {**changes[0], "field": "new deal", "after": ", ".join(filter(None, words))}


def _change_cells(change: Mapping[str, Any]) -> list[str]:
    name = change["field"]
    because = f"{change['by']}, {change['decision']}" if change["decision"] else change["provider"] or change["article"]
    before, after = (told_value(name, change[side]) or "–" for side in ("before", "after"))
    return [change["at"][:10], change["company"], _words(name), before, after, because]


def _headline(to: Console, row: DealRow) -> None:
    own = row.deal
    value = {name: f.value for name, f in own.fields.items()}
    in_dollars = row.usd and (value.get("amount") or {}).get("currency") != "USD"
    parts = [
        _words(own.kind),
        value.get("round_label") or _words(value.get("round") or ""),
        money.told(value.get("amount")) + (f" ≈ {money.short(row.usd or 0, 'USD')}" if in_dollars else ""),
        f"at {money.told(value['valuation'])}" if value.get("valuation") else "",
        _words(value.get("status") or ""),
        show.date(value.get("announced_on")),
        "only recalled, never news" if own.background else "",
    ]
    to.print(Text(own.company, style="bold").append(f"   {own.id}", style="dim not bold"))
    to.print(" · ".join(p for p in parts if p), markup=False)
    to.print(told_by(len(own.articles), own.origins), style="dim", markup=False)


def _field(
    to: Console,
    own: Deal,
    field: Field,
    articles: Mapping[str, Article],
    numbers: Mapping[str, int],
    *,
    every: bool,
) -> None:
    line = Text(f"\n{_words(field.name)}", style="bold").append(
        f"  {told_value(field.name, field.value)}", style="bold green"
    )
    line.append(f"   {field.rule}; confidence {field.confidence:.2f}", style="dim not bold")
    if field.name in own.conflicts:
        line.append("   reports disagree", style="bold red")
    to.print(line)
    grid = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True, width=9)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(ratio=4, overflow="fold")
    for mark, style, told in (("  for", "green", field.support), ("  against", "red", field.against)):
        for claims in _grouped(field, told, every=every):
            cited = "".join(f"[{n}]" for n in sorted({numbers[c.article] for c in claims if c.article in numbers}))
            sentence = Text(f"{cited} ", style="dim").append_text(_sentence(claims[0], articles.get(claims[0].article)))
            grid.add_row(Text(mark, style=style), Text(told_value(field.name, claims[0].value)), sentence)
    to.print(grid)


def _grouped(field: Field, told: Sequence[Support], *, every: bool) -> list[list[Support]]:
    """Return claims by what they say, that of the winning value first; with `every`, each by itself."""
    by_value: dict[str, list[Support]] = {}
    for n, claim in enumerate(told):
        by_value.setdefault(f"{n}" if every else str(told_value(field.name, claim.value)), []).append(claim)
    groups = [sorted(claims, key=lambda c: -c.confidence) for claims in by_value.values()]
    return sorted(groups, key=lambda claims: all(c.value != field.value for c in claims))


def _sources(to: Console, own: Deal, articles: Mapping[str, Article]) -> None:
    to.print(Text("\nsources", style="bold"))
    origin = {claim.article: claim.origin for f in own.fields.values() for claim in (*f.support, *f.against)}
    for n, key in enumerate(own.articles, start=1):
        article = articles.get(key)
        if article is None:
            continue
        day = f"{article.published:%Y-%m-%d}" if article.published else ""
        publisher = article.provider.name or article.provider.domain
        word_of = origin.get(key)
        passed_on = f"from {word_of}" if word_of not in (publisher, article.provider.domain, article.ref, None) else ""
        told = (publisher, passed_on, day, article.title or article.text[:80])
        to.print(f"  [{n}] " + " · ".join(filter(None, told)), markup=False)
        to.print(f"      {article.address or f'article {article.ref}'}", style="dim", markup=False, soft_wrap=True)


def _sentence(told: Support, article: Article | None) -> Text:
    """Return the sentence around a quote, the quote highlighted."""
    found = excerpt(told, article)
    if not found.before and not found.after:
        return Text(f"“{told.quote}”", style="bold")
    return Text(found.before).append(found.quote, style="bold underline").append(found.after)


def told_value(name: str, value: Any) -> str:  # noqa: ANN401 - the plain JSON of whichever field
    """Return a field's value in words, as short as a person writes it."""
    match name, value:
        case _, None:
            return ""
        case (("amount" | "valuation"), {"currency": _}):
            also = "".join(f" (= {money.told(m)})" for m in value.get("also", ()))
            basis = value.get("basis", "unspecified")
            return money.told(value) + also + ("" if basis == "unspecified" else f" {basis}-money")
        case "investors", [*backers]:
            return ", ".join(told_value(name, backer) for backer in backers)
        case "conflicts", [*fields]:
            return ", ".join(_words(field) for field in fields)
        case "investors", {"name": backer, "role": role}:
            return f"{backer} ({_words(role)})"
        case "announced_on", {"value": _}:
            return show.date(value)
        case _:
            return _words(str(value)) if name in ("kind", "round", "status") else str(value)


def _words(name: str) -> str:
    return str(name).replace("_", " ")
