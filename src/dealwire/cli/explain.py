"""A deal as a person would want it explained.

Field by field, what won, by which rule, and every sentence for and against.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dealwire.cli import console, money, show
from dealwire.model import Article, Deal, Field, Support
from dealwire.ports import DealRow

ORDER = (
    "company",
    "kind",
    "round",
    "round_label",
    "amount",
    "valuation",
    "investors",
    "status",
    "announced_on",
    "background",
)
SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？\n]")
AROUND = 160
"""Characters shown on either side of a quote where its sentence is longer."""


def deal(row: DealRow, articles: Mapping[str, Article]) -> None:
    """Show a deal with all its evidence; `articles` (by key) are those that it quotes."""
    to = console.out()
    own = row.deal
    _headline(to, row)
    shown: set[tuple[str, int, int]] = set()
    for name in [*(n for n in ORDER if n in own.fields), *sorted(own.fields.keys() - set(ORDER))]:
        _field(to, own, own.fields[name], articles, shown)
    if len(own.history) > 1:
        to.print()
        steps = " → ".join(f"{_words(s.status)} {s.at:%Y-%m-%d}" for s in own.history)
        to.print(Text("history      ", style="bold").append(steps, style="not bold"))


def _headline(to: Console, row: DealRow) -> None:
    own = row.deal
    value = {name: f.value for name, f in own.fields.items()}
    to.print(
        Text(own.company, style="bold")
        .append(f"   {_words(own.kind)}", style="not bold")
        .append(f"   {own.id}", style="dim")
    )
    usd = f"≈ {money.short(row.usd, 'USD')}" if row.usd and (value.get("amount") or {}).get("currency") != "USD" else ""
    parts = [
        value.get("round_label") or _words(value.get("round") or ""),
        " ".join(filter(None, (money.told(value.get("amount")), usd))),
        f"valuation {money.told(value['valuation'])}" if value.get("valuation") else "",
        _words(value.get("status") or ""),
        show.date(value.get("announced_on")),
    ]
    to.print(" · ".join(p for p in parts if p), markup=False)
    publishers = {s.provider.name or s.provider.domain for f in own.fields.values() for s in (*f.support, *f.against)}
    named = sorted(p for p in publishers if p)
    reports = f"{len(own.articles)} article{'s' * (len(own.articles) != 1)}"
    to.print(f"{reports}{' by ' + ', '.join(named) if named else ''}", style="dim", markup=False)


def _field(
    to: Console, own: Deal, field: Field, articles: Mapping[str, Article], shown: set[tuple[str, int, int]]
) -> None:
    to.print()
    conflict = field.name in own.conflicts
    line = Text(f"{_words(field.name):12} ", style="bold").append(_value(field), style="bold green")
    line.append(f"   {field.rule}", style="dim not bold").append(
        f"   confidence {field.confidence:.2f}", style="dim not bold"
    )
    if conflict:
        line.append("   reports disagree", style="bold red")
    to.print(line)
    for mark, style, told in (("for", "green", field.support), ("against", "red", field.against)):
        for support in told:
            _support(to, mark, style, support, articles.get(support.article), shown)


def _support(
    to: Console, mark: str, style: str, told: Support, article: Article | None, shown: set[tuple[str, int, int]]
) -> None:
    said = Text(f"{mark:8}", style=style)
    said.append_text(_sentence(told, article))
    source = ", ".join(
        filter(
            None, (told.provider.name or told.provider.domain, f"{told.published:%Y-%m-%d}" if told.published else "")
        )
    )
    to.print(Padding(said, (0, 0, 0, 4)))
    address = told.url or told.article_ref
    to.print(Padding(Text(" · ".join(filter(None, (source, address))), style="dim"), (0, 0, 0, 12)))
    shown.add((told.article, told.start, told.end))


def _sentence(told: Support, article: Article | None) -> Text:
    """Return the sentence around a quote, the quote highlighted."""
    if article is None or article.content[told.start : told.end] != told.quote:
        return Text(f"“{told.quote}”", style="bold")
    content = article.content
    begin = max((m.end() for m in SENTENCE_END.finditer(content, max(0, told.start - 400), told.start)), default=0)
    ending = SENTENCE_END.search(content, told.end)
    end = ending.end() if ending else len(content)
    start, stop = max(begin, told.start - AROUND), min(end, told.end + AROUND)
    before, after = content[start : told.start].lstrip(), content[told.end : stop].rstrip()
    text = Text("…" if start > begin else "").append(before).append(told.quote, style="bold underline")
    return text.append(after).append("…" if stop < end else "")


def _value(field: Field) -> str:
    value: Any = field.value
    match field.name:
        case "amount" | "valuation":
            also = [money.told(m) for m in (value or {}).get("also", ())]
            basis = (value or {}).get("basis", "unspecified")
            return (
                money.told(value)
                + "".join(f" (= {m})" for m in also)
                + (f" {basis}-money" if basis != "unspecified" else "")
            )
        case "investors":
            return _investors(value or ())
        case "announced_on":
            return show.date(value)
        case _:
            return _words(str(value)) if field.name in ("kind", "round", "status") else str(value)


def _investors(value: Sequence[Mapping[str, Any]]) -> str:
    return ", ".join(f"{i['name']} ({_words(i['role'])})" for i in value)


def _words(name: str) -> str:
    return str(name).replace("_", " ")
