"""What may be shown to anyone: drafts are in the store, and nowhere public."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dealwire.core.names import fold
from dealwire.core.resolve.dating import FIRST_NEWS
from dealwire.lists import Listed
from dealwire.model import Deal, Field, Organisation
from dealwire.ports import DealRow
from dealwire.service.query import deal_record

CORRECTED = "corrected by "
"""How the rule of a field begins that a person set; the person's name follows."""

ANYBODY = "corrected by an editor"
"""What readers are told of such a field: who it was is for editors."""

LOOKED_AT = 50
"""Articles that use a name among which a published one is looked for first."""


def published(store: Listed, rows: Iterable[DealRow]) -> list[DealRow]:
    """Return deals without what only drafts tell, and without those of which nothing is published."""
    rows = list(rows)
    drafts = store.drafts(key for row in rows for key in row.deal.articles)
    if not drafts:
        return [row for row in rows if not row.deal.draft]
    return [shown for row in rows if (shown := _without(store, row, drafts)) is not None]


def aside(store: Listed) -> list[DealRow]:
    """Return the deals that lists and counts of the store leave out, since drafts tell a part of them, without it."""
    return published(store, store.aside()) if store.any_drafts() else []


def party_names(store: Listed, row: DealRow) -> tuple[set[str], set[str]]:
    """Return all names that anyone may read, folded, of the company of a published deal, and of its backers."""
    backers = {fold(backer["name"]) for backer in deal_record(row)["investors"]}
    known = by_public_names(store, own) if (own := store.organisation(row.deal.organisation)) else None
    company = {fold(row.deal.company), *(known.keys if known else ())}
    others = (by_public_names(store, own) for own in store.organisations(backers).values())
    return company, backers.union(*(other.keys for other in others if other))


def unsigned(row: DealRow) -> DealRow:
    """Return a deal without the names of the editors who corrected it."""
    fields = row.deal.fields
    signed = {name: field for name, field in fields.items() if field.rule.startswith(CORRECTED)}
    if not signed:
        return row
    told = {**fields, **{name: replace(field, rule=ANYBODY) for name, field in signed.items()}}
    return replace(row, deal=replace(row.deal, fields=told))


def _without(store: Listed, row: DealRow, drafts: set[str]) -> DealRow | None:
    public = [key for key in row.deal.articles if key not in drafts]
    if not public or row.deal.draft:
        return None
    if len(public) == len(row.deal.articles):
        return row
    deal = _told_by(store, row.deal, public)
    usd = row.usd if "amount" in deal.fields else None
    return replace(row, deal=deal, usd=usd, announced_on=_day(row, deal))


def _day(row: DealRow, deal: Deal) -> date | None:
    """Return the day of a deal without its drafts: its own, or that of the first news of it."""
    own, field = row.deal.fields.get("announced_on"), deal.fields.get("announced_on")
    if field is None or own is None or field.value == own.value:
        return None if field is None else row.announced_on
    return date.fromisoformat(field.value["value"])


def _told_by(store: Listed, deal: Deal, public: Sequence[str]) -> Deal:
    """Return a deal without the claims of other articles, and without what nothing else tells."""
    seen = set(public)
    kept = {}
    for name, field in deal.fields.items():
        support = tuple(s for s in field.support if s.article in seen)
        if support or not field.support:
            against = tuple(s for s in field.against if s.article in seen)
            kept[name] = replace(field, support=support, against=against)
    if "investors" in kept and isinstance(kept["investors"].value, list):
        kept["investors"] = _backers_told(store, kept["investors"])
    if "announced_on" in deal.fields and "announced_on" not in kept and not deal.background:
        kept.update(_first_news(kept["kind"]) if "kind" in kept else {})
    claims = [s for field in kept.values() for s in (*field.support, *field.against)]
    reports = {claim.report for claim in claims}
    return replace(
        deal,
        fields=kept,
        articles=tuple(public),
        origins=len({claim.origin for claim in claims}),
        history=tuple(step for step in deal.history if step.report in reports),
        tranches=tuple(part for part in deal.tranches if reports & set(part.reports)),
        conflicts=tuple(name for name in deal.conflicts if name in kept and kept[name].against),
    )


def _first_news(kind: Field) -> dict[str, Field]:
    """Return the day of the first published news of a deal as its field; none where no day is known."""
    told = [claim for claim in kind.support if claim.published]
    if not told:
        return {}
    first = min(told, key=lambda claim: (claim.published, claim.report))
    day = {"value": f"{first.published:%Y-%m-%d}", "precision": "day"}
    return {
        "announced_on": replace(
            kind, name="announced_on", value=day, rule=FIRST_NEWS, support=(replace(first, value=day),), against=()
        )
    }


def _backers_told(store: Listed, field: Field) -> Field:
    """Return the backers that claims still name, by whatever name."""
    told = {fold(claim.value["name"]) for claim in (*field.support, *field.against) if _names(claim.value)}
    shown = {fold(backer["name"]) for backer in field.value if _names(backer)}
    whose = {key: own.id for key, own in store.organisations(told | shown).items()}
    organisations = {whose[key] for key in told if key in whose}
    kept = [
        {name: part for name, part in backer.items() if name not in ("also", "named_by")}
        for backer in field.value
        if _names(backer) and (fold(backer["name"]) in told or whose.get(fold(backer["name"])) in organisations)
    ]
    return replace(field, value=kept)


def _names(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("name"), str)


def by_public_names(store: Listed, own: Organisation) -> Organisation | None:
    """Return an organisation by the names that published articles use; None where none names it."""
    if not store.any_drafts():
        return own
    kept = {key for key in own.keys if not _in_drafts_alone(store, key)}
    if len(kept) == len(own.keys):
        return own
    names = tuple(name for name in own.names if fold(name) in kept)
    if not names:
        return None
    name = own.name if fold(own.name) in kept else names[0]
    links = tuple(link for link in own.links if {link.a, link.b} <= kept)
    return replace(own, name=name, names=names, keys=tuple(key for key in own.keys if key in kept), links=links)


def _in_drafts_alone(store: Listed, key: str) -> bool:
    """Tell whether drafts alone use a name; of one that many articles use, mostly the first few tell."""
    articles: list[str] = []
    for most in (LOOKED_AT, None):
        articles = store.articles_mentioning([key], most)
        if not store.drafts(articles).issuperset(articles):
            return False
        if len(articles) < LOOKED_AT:
            break
    return bool(articles)
