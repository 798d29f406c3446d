"""A deal as a person would want it explained: field by field, what won and why, the sentences for and against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dealwire.cli import console, show
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
    _sources(to, own, articles)


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
        f"  {_value(field.name, field.value)}", style="bold green"
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
            grid.add_row(Text(mark, style=style), Text(_value(field.name, claims[0].value)), sentence)
    to.print(grid)


def _grouped(field: Field, told: Sequence[Support], *, every: bool) -> list[list[Support]]:
    """Return claims by what they say, that of the winning value first; with `every`, each by itself."""
    by_value: dict[str, list[Support]] = {}
    for n, claim in enumerate(told):
        by_value.setdefault(f"{n}" if every else str(_value(field.name, claim.value)), []).append(claim)
    groups = [sorted(claims, key=lambda c: -c.confidence) for claims in by_value.values()]
    return sorted(groups, key=lambda claims: all(c.value != field.value for c in claims))


def _sources(to: Console, own: Deal, articles: Mapping[str, Article]) -> None:
    to.print(Text("\nsources", style="bold"))
    for n, key in enumerate(own.articles, start=1):
        article = articles.get(key)
        if article is None:
            continue
        day = f"{article.published:%Y-%m-%d}" if article.published else ""
        told = (article.provider.name or article.provider.domain, day, article.title or article.text[:80])
        to.print(f"  [{n}] " + " · ".join(filter(None, told)), markup=False)
        to.print(f"      {article.address or f'article {article.ref}'}", style="dim", markup=False, soft_wrap=True)


def _sentence(told: Support, article: Article | None) -> Text:
    """Return the sentence around a quote, the quote highlighted."""
    found = excerpt(told, article)
    if not found.before and not found.after:
        return Text(f"“{told.quote}”", style="bold")
    return Text(found.before).append(found.quote, style="bold underline").append(found.after)


def _value(name: str, value: Any) -> str:  # noqa: ANN401 - the plain JSON of whichever field
    match name, value:
        case _, None:
            return ""
        case (("amount" | "valuation"), {"currency": _}):
            also = "".join(f" (= {money.told(m)})" for m in value.get("also", ()))
            basis = value.get("basis", "unspecified")
            return money.told(value) + also + ("" if basis == "unspecified" else f" {basis}-money")
        case "investors", [*backers]:
            return ", ".join(_value(name, backer) for backer in backers)
        case "investors", {"name": backer, "role": role}:
            return f"{backer} ({_words(role)})"
        case "announced_on", {"value": _}:
            return show.date(value)
        case _:
            return _words(str(value)) if name in ("kind", "round", "status") else str(value)


def _words(name: str) -> str:
    return str(name).replace("_", " ")
