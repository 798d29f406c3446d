"""What is worth a person's decision, the most valuable first: see `dealwire.core.resolve.worth`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dealwire.core.names import fold
from dealwire.core.resolve.judgements import effective
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.support import UNSURE
from dealwire.core.resolve.twins import Told, twins
from dealwire.core.resolve.worth import doubt, doubt_of_bits, worth
from dealwire.model import Doubt, Field, NameLink, Verdict
from dealwire.ports import DealFilter, DealRow, Store

SURE_LINK = 0.9
"""A link of two names with this score or more needs nobody."""

NAMES = 500
"""At most so many unsure links of names are listed, the least sure."""

BATCH = 500


@dataclass(frozen=True, slots=True)
class Item:
    """Something worth a decision.

    `sort` is "conflict", "apart" (two deals that may be one), "together" (a report that may be of another deal),
    "names" (two names that may be two organisations'), "twins" (two that may be one's) or "confidence". `a` and `b`
    are what `review same` and `review different` take, for a conflict or low confidence what `review correct` takes:
    the deal and the field.
    """

    sort: str
    company: str
    a: str
    b: str
    reason: str
    worth: float
    deal: str = ""


def queue(store: Store, knowledge: Knowledge) -> list[Item]:
    """List what is worth a decision: true conflicts, unsure groupings of reports and names, low confidence."""
    found = (*_of_deals(store), *_of_names(store), *_of_twins(store, knowledge))
    items = {(item.sort, item.a, item.b): item for item in found}
    return sorted(items.values(), key=lambda item: (-item.worth, item.sort, item.a, item.b))


def _of_deals(store: Store) -> Iterator[Item]:
    rows = store.deals(DealFilter(unsure=True))
    while batch := list(islice(rows, BATCH)):
        heat = _heat(store, batch)
        for row in batch:
            yield from _items(row, heat[row.deal.id], store)


def _heat(store: Store, rows: Iterable[DealRow]) -> dict[str, float]:
    """Return the heat of the hottest story that tells each deal."""
    rows = list(rows)
    stories = store.stories_of_articles({article for row in rows for article in row.deal.articles})
    return {
        row.deal.id: max((stories[key].heat for key in row.deal.articles if key in stories), default=0.0)
        for row in rows
    }


def _items(row: DealRow, heat: float, store: Store) -> Iterator[Item]:
    deal = row.deal

    def worth_(doubt_: float) -> float:
        return worth(row.usd, doubt_, heat, background=deal.background)

    for name in deal.conflicts:
        field = deal.fields[name]
        reason = f"{_origins(field, against=False)} say one thing, {_origins(field, against=True)} another"
        yield Item("conflict", deal.company, deal.id, name, reason, worth_(_open(field)), deal.id)
    for told in deal.doubts:
        sort = "together" if told.together else "apart"
        a, b = (told.report, told.other) if told.together else sorted((deal.id, _deal_of(store, told)))
        share = 1 / (1 + 2**-told.bits)
        reason = f"{share:.0%} that {'the report is of this deal' if told.together else 'these two are one deal'}"
        yield Item(sort, deal.company, a, b, reason, worth_(doubt_of_bits(told.bits)), deal.id)
    if deal.confidence < UNSURE and not deal.background:
        reason = f"read with confidence {deal.confidence:.2f}"
        yield Item("confidence", deal.company, deal.id, "company", reason, worth_(doubt(deal.confidence)), deal.id)


def _deal_of(store: Store, told: Doubt) -> str:
    other = store.deal(told.other)
    return other.deal.id if other else told.other


def _origins(field: Field, *, against: bool) -> str:
    n = len({claim.origin for claim in (field.against if against else field.support)})
    return f"{n} origin{'s' * (n != 1)}"


def _open(field: Field) -> float:
    """Return how open a conflict is: by the share of origins that stand behind the value that won."""
    behind, before = ({claim.origin for claim in claims} for claims in (field.support, field.against))
    return doubt(len(behind) / max(len(behind) + len(before), 1))


def _of_twins(store: Store, knowledge: Knowledge) -> Iterator[Item]:
    """Yield deals that may be one under two names, but for names that a person judged to be two."""
    judged = [j for j in effective(store.judgements()) if j.about == "name" and j.verdict is Verdict.DIFFERENT]
    of = store.organisations({fold(name) for j in judged for name in (j.a, j.b)})
    apart = {frozenset(of[key].id for key in map(fold, (j.a, j.b)) if key in of) for j in judged}
    told = {row.deal.id: Told(row.deal, row.announced_on, row.usd) for row in store.deals(DealFilter())}
    for pair in twins(told.values(), knowledge.aliases):
        if frozenset({pair.a.organisation, pair.b.organisation}) not in apart:
            reason = f"{pair.a.id} and {pair.b.id} may be one: {pair.why}"
            value = worth(told[pair.a.id].usd, 1.0, 0.0, background=pair.a.background)
            yield Item("twins", pair.a.company, pair.a.company, pair.b.company, reason, value, pair.a.id)


def _of_names(store: Store) -> Iterator[Item]:
    links = store.unsure_name_links(SURE_LINK, NAMES)
    written = store.mentions({key for link in links for key in (link.a, link.b)})
    owners = store.organisations({link.a for link in links})
    money: dict[str, float] = {}
    for role, row in store.deals_of_organisations({owner.id for owner in owners.values()}):
        if role == "company":
            money[row.deal.organisation] = max(money.get(row.deal.organisation, 0.0), row.usd or 0.0)
    for link in links:
        if link.a in written and link.b in written:
            yield _names(link, written, owners[link.a].id if link.a in owners else "", money)


def _names(link: NameLink, written: dict[str, dict[str, int]], owner: str, money: dict[str, float]) -> Item:
    a, b = (min(written[key], key=lambda form: (-written[key][form], form)) for key in (link.a, link.b))
    reason = f"{link.why} ({link.score:.2f})"
    return Item("names", a, a, b, reason, worth(money.get(owner), doubt(link.score), 0.0))
