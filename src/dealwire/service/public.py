"""What may be shown to anyone: drafts are in the store, and nowhere public."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dealwire.lists import Listed
from dealwire.model import Deal
from dealwire.ports import DealRow


def published(store: Listed, rows: Iterable[DealRow]) -> list[DealRow]:
    """Return deals without what only drafts tell, and without those of which nothing is published."""
    rows = list(rows)
    drafts = store.drafts(key for row in rows for key in row.deal.articles)
    if not drafts:
        return [row for row in rows if not getattr(row.deal, "draft", False)]
    return [shown for row in rows if (shown := _without(row, drafts)) is not None]


def _without(row: DealRow, drafts: set[str]) -> DealRow | None:
    public = [key for key in row.deal.articles if key not in drafts]
    if not public or getattr(row.deal, "draft", False):
        return None
    deal = told_by(row.deal, public)
    return replace(row, deal=deal, usd=row.usd if "amount" in deal.fields else None)


def told_by(deal: Deal, public: Sequence[str]) -> Deal:
    """Return a deal without the claims of other articles, and without the fields that nothing else tells."""
    if len(public) == len(deal.articles):
        return deal
    seen = set(public)
    kept = {}
    for name, field in deal.fields.items():
        support = tuple(s for s in field.support if s.article in seen)
        if support or not field.support:
            against = tuple(s for s in field.against if s.article in seen)
            kept[name] = replace(field, support=support, against=against)
    return replace(deal, fields=kept, articles=tuple(public))


NAMED_IN = 200
"""Articles that are looked at to tell whether an organisation is named in a published one."""


def named_in_public(store: Listed, organisation: str) -> bool:
    """Tell whether a published article names an organisation."""
    own = store.organisation(organisation)
    articles = store.articles_mentioning(own.keys)[:NAMED_IN] if own else []
    return bool(articles) and len(store.drafts(articles)) < len(articles)
