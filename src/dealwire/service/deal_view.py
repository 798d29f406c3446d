"""A deal as its page shows it: each field with the claims for and against in their sentences, sums on one axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any

import msgspec

from dealwire.core.excerpt import Excerpt, excerpt
from dealwire.core.resolve.amounts import Interval, comparable, currencies
from dealwire.core.resolve.rates import Rates
from dealwire.lists import Listed
from dealwire.model import Article, Deal, Field, Money, Story, Support
from dealwire.ports import DealRow
from dealwire.service.public import published, unsigned
from dealwire.service.query import deal_record

ORDER = ("company", "amount", "valuation", "round", "round_label", "investors", "status", "announced_on", "kind")
SHOWN = 200
"""Claims of a field that are shown, and articles of a deal that are listed: enough for a person, bounded for a page."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim in its sentence."""

    claim: Support
    excerpt: Excerpt
    lang: str


@dataclass(frozen=True, slots=True)
class Saying:
    """The claims that say one thing of a field, the surest first; `wins` where it is what the field says."""

    value: Any
    wins: bool
    claims: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field with what is said for it and against it."""

    field: Field
    disputed: bool
    support: tuple[Saying, ...]
    against: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A reported sum on the axis: its interval, and whether it is for the value that won."""

    value: Any
    interval: Interval
    agrees: bool
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """Reported sums in one currency; `low` and `high` are the ends of the axis."""

    currency: str
    low: float
    high: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class DealView:
    """All that a deal's page shows. `articles` are those that tell it, `story` what else covers it."""

    row: DealRow
    record: Mapping[str, Any]
    fields: tuple[FieldView, ...]
    sums: Mapping[str, Axis]
    articles: tuple[Article, ...]
    publishers: Mapping[str, str]
    story: Story | None


def deal_view(store: Listed, rates: Rates, row: DealRow) -> DealView | None:
    """Return a deal for its page; None where nothing of it is published.

    What only a draft tells is left out, and which editor corrected it.
    """
    shown = published(store, [row])
    return whole_deal_view(store, rates, unsigned(shown[0])) if shown else None


def whole_deal_view(store: Listed, rates: Rates, row: DealRow) -> DealView:
    """Return a deal for an editor: with what drafts tell, and who corrected it."""
    deal = row.deal
    public = deal.articles
    articles = store.articles(public[:SHOWN])
    fields = [deal.fields[name] for name in sorted(deal.fields, key=_place)]
    listed = [articles[key] for key in public if key in articles]
    stories = store.stories_of_articles(public[:SHOWN])
    story = max(stories.values(), key=lambda s: (len(s.articles), s.id), default=None)
    when = row.announced_on or min((s.at.date() for s in deal.history), default=None)
    return DealView(
        row=row,
        record=deal_record(row),
        fields=tuple(_field_view(field, deal, articles) for field in fields),
        sums=_axes(fields, rates, when) if when else {},
        articles=tuple(listed),
        publishers={s.report: publisher(s) for f in fields for s in (*f.support, *f.against)},
        story=story,
    )


def _place(name: str) -> tuple[int, str]:
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def quoted_in(deal: Deal, article: Article) -> list[tuple[str, Quoted, bool]]:
    """Return what one article says of a deal: (field, claim in its sentence, whether the deal says so too)."""
    told: list[tuple[str, Quoted, bool]] = []
    for name in sorted(deal.fields, key=_place):
        field = deal.fields[name]
        for agrees, claims in ((True, field.support), (False, field.against)):
            own = (claim for claim in claims if claim.article == article.key)
            told += [(name, Quoted(claim, excerpt(claim, article), article.lang), agrees) for claim in own]
    return told[:SHOWN]


def publisher(claim: Support) -> str:
    """Return who published a claim's article, as far as it is known."""
    return claim.provider.name or claim.provider.domain or ""


def _field_view(field: Field, deal: Deal, articles: Mapping[str, Article]) -> FieldView:
    return FieldView(
        field,
        field.name in deal.conflicts,
        _sayings(field, field.support[:SHOWN], articles),
        _sayings(field, field.against[:SHOWN], articles),
    )


def _sayings(field: Field, claims: Iterable[Support], articles: Mapping[str, Article]) -> tuple[Saying, ...]:
    """Return claims by what they say, what won first, then what most say."""
    by_value: dict[bytes, list[Support]] = {}
    for claim in claims:
        by_value.setdefault(_said(claim.value), []).append(claim)
    won = _said(field.value)
    groups = []
    for said, group in by_value.items():
        best = sorted(group, key=lambda c: (-c.confidence, c.article, c.start))
        quoted = tuple(
            Quoted(c, excerpt(c, articles.get(c.article)), articles[c.article].lang if c.article in articles else "")
            for c in best
        )
        groups.append(Saying(best[0].value, said == won, quoted))
    return tuple(sorted(groups, key=lambda g: (not g.wins, -len(g.claims))))


def _said(value: Any) -> bytes:  # noqa: ANN401 - plain JSON
    """Return what tells one saying from another: a sum's own words don't."""
    if isinstance(value, dict):
        value = {k: v for k, v in value.items() if k not in ("verbatim", "also")}
    return msgspec.json.encode(value, order="deterministic")


def _axes(fields: Iterable[Field], rates: Rates, when: date) -> dict[str, Axis]:
    """Return for each field of sums that are told in more than one way the axis that they can be compared on."""
    axes = {}
    for field in fields:
        if field.name in ("amount", "valuation") and (axis := _axis(field, rates, when)):
            axes[field.name] = axis
    return axes


def _axis(field: Field, rates: Rates, when: date) -> Axis | None:
    told: dict[bytes, tuple[Money, bool, list[str], Any]] = {}
    for agrees, claims in ((True, field.support), (False, field.against)):
        for claim in claims[:SHOWN]:
            money = _money(claim.value)
            if money is not None:
                _, _, names, _ = told.setdefault(_said(claim.value), (money, agrees, [], claim.value))
                if (name := publisher(claim)) and name not in names:
                    names.append(name)
    if len(told) < 2:
        return None
    sums = [money for money, *_ in told.values()]
    common = frozenset.intersection(*(currencies(money) for money in sums))
    intervals = comparable([(money, when) for money in sums], rates)
    bars = [
        Bar(value, interval, agrees, tuple(names))
        for (_, agrees, names, value), interval in zip(told.values(), intervals, strict=True)
        if interval is not None
    ]
    if len(bars) < 2:
        return None
    ends = [end for bar in bars for end in (bar.interval.low, bar.interval.high) if 0 < end < inf]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    room = (high - low) * 0.15 or high * 0.1
    currency = "USD" if "USD" in common or not common else min(common)
    return Axis(currency, max(0.0, low - room), high + room, tuple(bars))


def _money(value: Any) -> Money | None:  # noqa: ANN401 - plain JSON, an editor's perhaps
    try:
        plain = {k: v for k, v in value.items() if k != "basis"}
        return msgspec.convert(plain.get("money", plain), Money)
    except (msgspec.ValidationError, AttributeError):
        return None
