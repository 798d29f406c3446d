"""What doors ask of the store: deals as records, organisations with their facts, matches of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from dealwire import app
from dealwire.core import names
from dealwire.core.resolve.compare import Likeness, compare
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.part_of import part_of
from dealwire.errors import UsageError
from dealwire.model import Deal, Field, Organisation, Support, Tranche
from dealwire.ports import DealFilter, DealRow, Store
from dealwire.service.readings import kept_readings, telling


def deal_records(store: Store, filter_: DealFilter) -> Iterator[dict[str, Any]]:
    """Yield the deals that pass a filter as records of the contract."""
    for row in store.deals(filter_):
        yield deal_record(row)


def deal_record(row: DealRow) -> dict[str, Any]:
    """Return a deal as the contract's record: what won, with one quote for each field, and where reports disagree."""
    deal = row.deal
    value = {name: field.value for name, field in deal.fields.items()}
    return {
        "id": deal.id,
        "kind": str(deal.kind),
        "company": deal.company,
        "investors": value.get("investors") or [],
        "amount": value.get("amount"),
        "amount_usd": None if row.usd is None else round(row.usd),
        "valuation": value.get("valuation"),
        "round": value.get("round"),
        "round_label": value.get("round_label"),
        "status": value.get("status"),
        "background": deal.background,
        "announced_on": value.get("announced_on"),
        "history": [{"status": str(s.status), "at": s.at.isoformat()} for s in deal.history],
        "articles": articles_of(deal),
        "origins": deal.origins,
        "tranches": [_tranche(deal, part) for part in deal.tranches],
        "draft": deal.draft,
        "conflicts": [_conflict(deal.fields[name]) for name in deal.conflicts],
        "evidence": {name: _evidence(field.support[0]) for name, field in deal.fields.items() if field.support},
        "confidence": round(deal.confidence, 3),
        "organisation": deal.organisation,
        "country": row.country,
    }


def articles_of(deal: Deal) -> list[str]:
    """Return the ids, as others know them, of the articles that tell a deal: in the order of `Deal.articles`."""
    refs = {s.article: s.article_ref for s in _claims(deal)}
    return [refs.get(key, key) for key in deal.articles]


def _claims(deal: Deal) -> Iterator[Support]:
    return (claim for field in deal.fields.values() for claim in (*field.support, *field.against))


def _tranche(deal: Deal, part: Tranche) -> dict[str, Any]:
    told = {claim.report: claim.article_ref for claim in _claims(deal)}
    articles = list(dict.fromkeys(told[report] for report in part.reports if report in told))
    return {"name": part.name, "amount": part.amount, "announced_on": part.announced_on, "articles": articles}


def _evidence(support: Support) -> dict[str, Any]:
    return {
        "article": support.article_ref,
        "url": support.url,
        "start": support.start,
        "end": support.end,
        "quote": support.quote,
    }


def _conflict(field: Field) -> dict[str, Any]:
    told = ({"value": s.value, **_evidence(s)} for s in field.against)
    return {"field": field.name, "value": field.value, "against": list(told)}


def deal_named(store: Store, id_: str) -> DealRow:
    """Return the deal of an id (its own, or that of any of its reports.

    Or an unambiguous beginning of its company's name).

    Raises:
        UsageError: there is no such deal, or several.
    """
    if row := store.deal(id_):
        return row
    found = list(store.deals(DealFilter(company=id_)))
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no deal has the id or company {id_!r}: `dealwire deals` lists them")
    some = ", ".join(f"{r.deal.id} ({r.deal.company})" for r in found[:5])
    raise UsageError(f"{len(found)} deals have a company like {id_!r}: name one by its id, such as {some}")


def explained(row: DealRow) -> dict[str, Any]:
    """Return a deal's record together with, for each field, the rule that won and every claim for and against."""
    fields = {
        name: {
            "value": field.value,
            "rule": field.rule,
            "confidence": round(field.confidence, 3),
            "for": [_claim(s) for s in field.support],
            "against": [_claim(s) for s in field.against],
        }
        for name, field in row.deal.fields.items()
    }
    doubts = [asdict(doubt) for doubt in row.deal.doubts]
    return {**deal_record(row), "fields": fields, "reports": list(row.deal.reports), "doubts": doubts}


def _claim(support: Support) -> dict[str, Any]:
    return {
        "value": support.value,
        **_evidence(support),
        "provider": support.provider.name or support.provider.domain,
        "published": support.published.isoformat() if support.published else None,
        "report": support.report,
        "origin": support.origin,
        "confidence": round(support.confidence, 3),
    }


# --- organisations


@dataclass(frozen=True, slots=True)
class Told:
    """A fact about an organisation as one article tells it."""

    field: str
    value: str
    quote: str
    article: str
    url: str | None
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Related:
    """Another organisation that is a part of one ("fund", "arm" …), or that it is a part of ("fund of" …)."""

    kind: str
    id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """An organisation with what is told of it: its deals by role, facts with their quotes, and what it is a part of."""

    organisation: Organisation
    deals: tuple[tuple[str, DealRow], ...]
    facts: tuple[Told, ...]
    related: tuple[Related, ...] = ()

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        own = self.organisation
        return {
            "id": own.id,
            "name": own.name,
            "names": list(own.names),
            "links": [asdict(link) for link in own.links],
            "facts": [{**asdict(f), "published": f.published.isoformat() if f.published else None} for f in self.facts],
            "related": [asdict(related) for related in self.related],
            "deals": [{"role": role, **deal_record(row)} for role, row in self.deals],
        }


def organisation(store: Store, knowledge: Knowledge, name: str) -> OrganisationView:
    """Return the organisation of a name in any spelling or script, or of an id.

    A name that no text uses finds the organisation by another of its known names.

    Raises:
        UsageError: no text names it.
    """
    key = names.fold(name)
    found = store.organisation(name) or store.organisations([key]).get(key) or _known_as(store, knowledge, key)
    if found is None:
        raise UsageError(f"no organisation is called {name!r}: `dealwire search` finds names by a part")
    deals = tuple(store.deals_of_organisations([found.id]))
    return OrganisationView(found, deals, tuple(facts(store, found)), _related(store, knowledge, found))


def _known_as(store: Store, knowledge: Knowledge, key: str) -> Organisation | None:
    used = store.names_in_blocks(knowledge.aliases.blocks(key)).values()
    told = store.organisations(k for keys in used for k in keys)
    return min(told.values(), key=lambda found: found.id, default=None)


def _related(store: Store, knowledge: Knowledge, own: Organisation) -> tuple[Related, ...]:
    """Return the organisations that are parts of one, or that it is a part of, by the names that texts use."""
    known = {names.fold(entity) for key in own.keys if (entity := knowledge.aliases.entity(key))}
    near = store.names_in_blocks({block for key in known.union(own.keys) for block in names.blocks(key)}).values()
    others = store.organisations({key for keys in near for key in keys} - set(own.keys))
    found: dict[str, Related] = {}
    for other, key in sorted((other, key) for other in others for key in own.keys):
        if relation := part_of(key, other, knowledge.aliases):
            kind = relation.kind if relation.part == other or relation.kind == "sister" else f"{relation.kind} of"
            whose = others[other]
            found.setdefault(whose.id, Related(kind, whose.id, whose.name, relation.why))
    return tuple(sorted(found.values(), key=lambda related: (related.kind, related.name, related.id)))


def facts(store: Store, own: Organisation, most: int | None = None) -> Iterator[Told]:
    """Yield what published articles tell of an organisation; with `most`, so many articles of all that name it."""
    yield from facts_in(store, own, telling(store, store.articles_mentioning(own.keys, most), "fact"))


def facts_in(store: Store, own: Organisation, articles_: Iterable[str]) -> Iterator[Told]:
    """Yield what some articles tell of an organisation, but for those that are drafts."""
    keys = set(own.keys)
    found = store.articles(articles_)
    articles = {key: article for key, article in found.items() if not article.draft}
    for key, reading in kept_readings(store, articles, "fact").items():
        article = articles[key]
        for fact in reading.facts:
            if names.fold(fact.organisation.value) in keys:
                told = fact.value
                yield Told(fact.field, told.value, told.quote, article.ref, article.address, article.published)


def match(knowledge: Knowledge, pairs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Say of each pair {"a", "b"} whether the names are one organisation's, how sure that is, and by which features.

    A last feature of no weight says so where one is a fund, an arm or a branch of the other.

    Raises:
        UsageError: a pair lacks a name.
    """
    for n, pair in enumerate(pairs, start=1):
        a, b = pair.get("a"), pair.get("b")
        if not isinstance(a, str) or not isinstance(b, str):
            raise UsageError(f"line {n}: a pair is an object with the names as texts under 'a' and 'b'")
        if not a.strip() or not b.strip():
            blank = {"feature": "no name", "value": "", "weight": 0.0, "why": "a blank is nobody's name"}
            yield {"same": False, "score": 0.0, "verdict": str(Likeness.DIFFERENT), "why": [blank]}
            continue
        verdict = compare(a, b, knowledge.aliases)
        why = [{"feature": f.name, "value": f.value, "weight": f.weight, "why": f.why} for f in verdict.features]
        if relation := part_of(names.fold(a), names.fold(b), knowledge.aliases):
            value = f"{relation.part} / {relation.whole}"
            why.append({"feature": relation.kind, "value": value, "weight": 0.0, "why": relation.why})
        told = {"same": verdict.same, "score": round(verdict.score, 4), "verdict": str(verdict.likeness)}
        yield {**told, "why": why}


def match_names(pairs: Iterable[dict[str, Any]], aliases: str = "") -> Iterator[dict[str, Any]]:
    """See `match`, which needs no store; `aliases` is that of `Dealwire`."""
    return match(app.knowledge(aliases), pairs)
