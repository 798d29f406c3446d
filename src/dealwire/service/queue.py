"""What is worth a person's decision, the most valuable first: see `dealwire.core.resolve.worth`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dealwire.core.names import fold
from dealwire.core.resolve.judgements import effective
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.support import UNSURE
from dealwire.core.resolve.twins import Told, twins
from dealwire.core.resolve.worth import doubt, doubt_of_bits, worth
from dealwire.model import Deal, Doubt, Field, Judgement, NameLink, Verdict
from dealwire.ports import DealFilter, DealRow, Store

SURE_LINK = 0.9
"""A link of two names with this score or more needs nobody."""

NAMES = 500
"""At most so many unsure links of names are listed, the least sure."""

BATCH = 500

SORTS = ("conflict", "apart", "together", "twins", "names", "confidence", "draft")
"""What is asked: a field on which reports disagree, two deals that may be one, a report that may be of another deal,
two names that may be one organisation's, two that may be two's, a deal read with little confidence, one held back."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something worth a decision.

    `sort` is one of `SORTS`. `a` and `b` are what `review same` and `review different` take, for a conflict or low
    confidence what `review correct` takes: the deal and the field; for a draft, the deal.
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
    judged = effective(store.judgements())
    settled = {j.a for j in judged if j.about in ("field", "publication")}
    found = (
        *_of_deals(store, settled),
        *_of_names(store, judged),
        *_of_twins(store, knowledge, judged),
        *_of_drafts(store, settled),
    )
    items = {(item.sort, item.a, item.b): item for item in found}
    return sorted(items.values(), key=lambda item: (-item.worth, item.sort, item.a, item.b))


def _of_deals(store: Store, settled: Collection[str]) -> Iterator[Item]:
    rows = store.deals(DealFilter(unsure=True))
    while batch := list(islice(rows, BATCH)):
        heat = _heat(store, batch)
        for row in batch:
            yield from _items(row, heat[row.deal.id], store, settled)


def _heat(store: Store, rows: Iterable[DealRow]) -> dict[str, float]:
    """Return the heat of the hottest story that tells each deal."""
    rows = list(rows)
    stories = store.stories_of_articles({article for row in rows for article in row.deal.articles})
    return {
        row.deal.id: max((stories[key].heat for key in row.deal.articles if key in stories), default=0.0)
        for row in rows
    }


def _items(row: DealRow, heat: float, store: Store, settled: Collection[str]) -> Iterator[Item]:
    deal = row.deal

    def worth_(doubt_: float) -> float:
        return worth(row.usd, doubt_, heat, background=deal.background)

    for name in deal.conflicts:
        field = deal.fields[name]
        reason = f"{_origins(field, against=False)} for the value shown, {_origins(field, against=True)} against"
        yield Item("conflict", deal.company, deal.id, name, reason, worth_(_open(field)), deal.id)
    for told in deal.doubts:
        sort = "together" if told.together else "apart"
        a, b = (told.report, told.other) if told.together else sorted((deal.id, _deal_of(store, told)))
        share = 1 / (1 + 2**-told.bits)
        reason = f"{share:.0%} that {'the report is of this deal' if told.together else 'these two are one deal'}"
        yield Item(sort, deal.company, a, b, reason, worth_(doubt_of_bits(told.bits)), deal.id)
    if deal.confidence < UNSURE and not deal.background and not _seen(deal, settled):
        reason = f"read with confidence {deal.confidence:.2f}"
        yield Item("confidence", deal.company, deal.id, "company", reason, worth_(doubt(deal.confidence)), deal.id)


def _seen(deal: Deal, settled: Collection[str]) -> bool:
    """Tell whether a person corrected or published something of a deal: then somebody has looked at it."""
    return any(id_ in settled for id_ in (*deal.reports, *deal.articles))


def _of_drafts(store: Store, settled: Collection[str]) -> Iterator[Item]:
    """Yield the deals that came in as drafts, and of which nobody said yet whether to publish them."""
    for row in store.deals(DealFilter(held=True)):
        if not _seen(row.deal, settled):
            value = worth(row.usd, 1.0, 0.0, background=row.deal.background)
            yield Item("draft", row.deal.company, row.deal.id, "", "came in as a draft", value, row.deal.id)


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


def _of_twins(store: Store, knowledge: Knowledge, judgements: Iterable[Judgement]) -> Iterator[Item]:
    """Yield deals that may be one under two names, but for names that a person judged to be two."""
    judged = [j for j in judgements if j.about == "name" and j.verdict is Verdict.DIFFERENT]
    of = store.organisations({fold(name) for j in judged for name in (j.a, j.b)})
    apart = {frozenset(of[key].id for key in map(fold, (j.a, j.b)) if key in of) for j in judged}
    told = {row.deal.id: Told(row.deal, row.announced_on, row.usd) for row in store.deals(DealFilter())}
    for pair in twins(told.values(), knowledge.aliases):
        if frozenset({pair.a.organisation, pair.b.organisation}) not in apart:
            reason = f"{pair.a.id} and {pair.b.id} may be one: {pair.why}"
            value = worth(told[pair.a.id].usd, 1.0, 0.0, background=pair.a.background)
            yield Item("twins", pair.a.company, pair.a.company, pair.b.company, reason, value, pair.a.id)


def _of_names(store: Store, judgements: Iterable[Judgement]) -> Iterator[Item]:
    """Yield unsure links of names, but for those on which a person spoke."""
    judged = {frozenset(map(fold, (j.a, j.b))) for j in judgements if j.about == "name"}
    links = store.unsure_name_links(SURE_LINK, NAMES)
    written = store.mentions({key for link in links for key in (link.a, link.b)})
    owners = store.organisations({link.a for link in links})
    money: dict[str, float] = {}
    for role, row in store.deals_of_organisations({owner.id for owner in owners.values()}):
        if role == "company":
            money[row.deal.organisation] = max(money.get(row.deal.organisation, 0.0), row.usd or 0.0)
    for link in links:
        if link.a in written and link.b in written and frozenset((link.a, link.b)) not in judged:
            yield _names(link, written, owners[link.a].id if link.a in owners else "", money)


def _names(link: NameLink, written: dict[str, dict[str, int]], owner: str, money: dict[str, float]) -> Item:
    a, b = (min(written[key], key=lambda form: (-written[key][form], form)) for key in (link.a, link.b))
    reason = f"{link.why} ({link.score:.2f})"
    return Item("names", a, a, b, reason, worth(money.get(owner), doubt(link.score), 0.0))
