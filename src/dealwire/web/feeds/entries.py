"""What feeds say of deals, changes and stories: a line, a summary, and the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from dealwire.core import money
from dealwire.core.tables import flat
from dealwire.model import Status, Support
from dealwire.ports import DealRow
from dealwire.service.changes import Told, cursor_of
from dealwire.service.deal_view import publisher
from dealwire.service.query import deal_record
from dealwire.service.story_view import StoryView, when
from dealwire.web.feeds.model import NEVER, Entry, urn
from dealwire.web.filters import cut, partial, web
from dealwire.web.language import Translate

TOLD = ("amount", "valuation", "round", "investors", "status", "announced_on")
"""The fields of a deal that an entry tells, each with its sentence."""

SETTLED = frozenset({Status.ANNOUNCED, Status.CLOSED})


def deal_entry(row: DealRow, changed: datetime | None, t: Translate) -> Entry:
    """Return the entry of a deal that last changed at a time."""
    record = deal_record(row)
    source = next((address for quoted in record["evidence"].values() if (address := web(quoted["url"]))), "")
    return Entry(
        id=urn("deal", row.deal.id),
        path=f"/deals/{quote(row.deal.id, safe='')}",
        title=headline(record, t),
        updated=changed or row.learned_at or row.known_at or NEVER,
        published=min((step.at for step in row.deal.history), default=None),
        summary=_summary(record, t),
        content=_sentences(row, t),
        tags=tuple(str(record[name]) for name in ("kind", "round", "status") if record[name]),
        source=source,
    )


def headline(record: Mapping[str, Any], t: Translate) -> str:
    """Return a deal in a line."""
    what = t(f"round.{record['round']}") if record["round"] else t(f"kind.{record['kind']}")
    parts = [what, *filter(None, (money.told(record["amount"]),))]
    if record["status"] and record["status"] not in SETTLED:
        parts.append(t(f"status.{record['status']}"))
    return f"{cut(record['company'])}: {', '.join(parts)}"


def _summary(record: Mapping[str, Any], t: Translate) -> str:
    told = [f"{t(f'field.{name}')}: {said(name, record[name], t)}" for name in TOLD if record[name]]
    return "; ".join(told)


def _sentences(row: DealRow, t: Translate) -> Markup:
    items = [
        Markup("<li><b>{}</b>: {}{}</li>").format(
            t(f"field.{name}"), said(name, field.value, t), _quoted(field.support)
        )
        for name in TOLD
        if (field := row.deal.fields.get(name)) and field.value
    ]
    return Markup("<ul>{}</ul>").format(Markup("").join(items))


def _quoted(claims: Iterable[Support]) -> Markup:
    claim = next(iter(claims), None)
    if claim is None:
        return Markup("")
    address, name = web(claim.url), cut(publisher(claim) or "", 60)
    told = Markup(" <q>{}</q>").format(cut(claim.quote, 300))
    if address and name:
        return told + Markup(' (<a href="{}">{}</a>)').format(address, name)
    return told + Markup(" ({})").format(name) if name else told


def said(name: str, value: Any, t: Translate) -> str:  # noqa: ANN401 - plain JSON
    """Return a field's value as a person reads it."""
    match name, value:
        case _, None:
            return "–"
        case (("amount" | "valuation"), dict()):
            return money.told(value)
        case "announced_on", dict():
            return partial(value)
        case "investors", list():
            return ", ".join(cut(backer["name"], 60) for backer in value if isinstance(backer, dict))
        case (("kind" | "round" | "status"), str()):
            return t(f"{name}.{value}")
        case _:
            return cut(flat(value))


def change_entry(told: Told, t: Translate) -> Entry:
    """Return the entry of a field that changed."""
    row, change = told
    field = t(f"field.{change.field}")
    before, after = (said(change.field, value, t) for value in (change.before, change.after))
    report = change.report
    by = (report.provider.name or report.provider.domain or "") if report else ""
    address = web(report.url) if report else ""
    cited = Markup('<a href="{}">{}</a>').format(address, cut(by or address, 60)) if address else Markup.escape(by)
    content = Markup("<p><b>{}</b>: <del>{}</del> → <ins>{}</ins></p>").format(field, before, after)
    return Entry(
        id=urn("change", row.deal.id, cursor_of(change)),
        path=f"/deals/{quote(row.deal.id, safe='')}#{change.field}",
        title=f"{cut(row.deal.company)}: {field} {cut(before, 60)} → {cut(after, 60)}",
        updated=change.learned_at,
        published=change.at,
        summary=f"{field}: {before} → {after}",
        content=content + (Markup("<p>{}</p>").format(cited) if cited else Markup("")),
        tags=(change.field, str(row.deal.kind)),
        source=address,
    )


def story_entry(view: StoryView) -> Entry:
    """Return the entry of a story."""
    told = [
        Markup('<li>{} <a href="{}">{}</a></li>').format(
            cut(a.provider.name or a.provider.domain or "", 60), web(a.address), cut(a.title, 200)
        )
        for a in view.articles
    ]
    times = [when(article) for article in view.articles]
    return Entry(
        id=urn("story", view.story.id),
        path=f"/stories/{quote(view.story.id, safe='')}",
        title=cut(view.story.title, 200),
        updated=view.story.last or max(times),
        published=min(times),
        summary=", ".join(dict.fromkeys(a.provider.name or a.provider.domain or "" for a in view.articles)),
        content=Markup("<ul>{}</ul>").format(Markup("").join(told)),
        source=next((address for a in view.articles if (address := web(a.address))), ""),
    )
