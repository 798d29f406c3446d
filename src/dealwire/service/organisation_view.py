"""An organisation as its page shows it: as a company and as an investor, with what is told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dealwire.core import names
from dealwire.core.places import COUNTRY_TOLD_BY, Places, most_told
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.lists import DONE, NOT_RAISED, Listed
from dealwire.model import Kind, Organisation
from dealwire.ports import DealRow
from dealwire.service import changes, query
from dealwire.service.public import by_public_names, published
from dealwire.service.query import Told

DEALS = 200
"""Deals of an organisation that are told at most, the latest; sums are of these."""

ARTICLES = 60
"""Articles in which its facts are looked for."""

SAID = 3
"""Sentences on its country that are shown."""


@dataclass(frozen=True, slots=True)
class Worth:
    """A valuation in a deal: when, how much in the words of the deal record, and in which deal."""

    on: date | None
    valuation: object
    deal: str


@dataclass(frozen=True, slots=True)
class Country:
    """Of which country an organisation is: by how many articles, and what some of them say."""

    code: str
    articles: int
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """All that an organisation's page shows.

    `raised` is the equity that it raised in US dollars, and `rounds` over how many rounds that tell a sum. `backed` are
    the deals that it put money into, by role; `partners` who did so with it, and how often; `more` whether there are
    more deals than are shown; `country` is None where articles leave it open.
    """

    organisation: Organisation
    own: tuple[DealRow, ...]
    raised: float
    rounds: int
    worth: tuple[Worth, ...]
    backed: tuple[tuple[str, DealRow], ...]
    partners: tuple[tuple[str, int], ...]
    pace: tuple[tuple[int, int], ...]
    facts: tuple[Told, ...]
    more: bool
    country: Country | None


def named(store: Listed, name: str) -> Organisation | None:
    """Return an organisation by its id, one that it had, or any of its names; None where no text names it."""
    return store.organisation(name) or store.organisations([names.fold(name)]).get(names.fold(name))


def organisation_page(
    store: Listed, knowledge: Knowledge, name: str, most: int = DEALS, as_of: datetime | None = None
) -> OrganisationPage | None:
    """Return an organisation by its id, one that it had, or any of its names, with at most so many deals.

    None where no published text names it. With `as_of` it is told by what was published by then (see
    `dealwire.service.changes.known_by`), of the same deals; None where nothing was. Which names are its own is as known
    now.
    """
    known = named(store, name)
    own = by_public_names(store, known) if known else None
    if own is None or (names.fold(name) not in map(names.fold, own.names) and store.organisation(name) is None):
        return None
    found = store.party_deals(own.id, most + 1)
    told = [row for _, row in found[:most]]
    if as_of is not None:
        told = changes.known_by(store, knowledge, told, as_of)
    rows = {row.deal.id: row for row in published(store, told)}
    shown = [
        (role, rows[row.deal.id]) for role, row in found[:most] if row.deal.id in rows and _party(own, role, row, rows)
    ]
    company = tuple(row for role, row in shown if role == "company")
    backed = tuple((role, row) for role, row in shown if role != "company")
    equity = [row for row in company if _equity(row) and row.usd]
    facts = tuple(_by(query.facts(store, own, ARTICLES), as_of))
    if not shown and not facts:
        return None
    return OrganisationPage(
        own,
        company,
        sum(row.usd or 0.0 for row in equity),
        len(equity),
        tuple(_worth(company)),
        backed,
        tuple(_partners(own, (row for _, row in backed)).most_common(12)),
        tuple(sorted(Counter(row.announced_on.year for _, row in backed if row.announced_on).items())),
        facts,
        len(found) > most,
        _country(store, knowledge.places, own, facts, as_of),
    )


def _by(facts: Iterable[Told], as_of: datetime | None) -> Iterable[Told]:
    """Return the facts that were published by a time."""
    return (fact for fact in facts if as_of is None or (fact.published is not None and fact.published <= as_of))


def _country(
    store: Listed, places: Places, own: Organisation, facts: Iterable[Told], as_of: datetime | None
) -> Country | None:
    """Return the country that most articles tell, with what they say; None where there is no such sentence to show."""
    counts = store.countries(own.keys, as_of)
    code = most_told(counts.values())
    if code is None:
        return None
    said = [fact for fact in facts if _tells(fact, places, code)]
    if not said:  # they are not among the first articles that name it
        others = store.articles_telling_country(own.keys, code, SAID)
        said = [fact for fact in _by(query.facts_in(store, own, others), as_of) if _tells(fact, places, code)]
    return Country(code, sum(its.get(code, 0) for its in counts.values()), tuple(said[:SAID])) if said else None


def _tells(fact: Told, places: Places, code: str) -> bool:
    return fact.field in COUNTRY_TOLD_BY and places.country(fact.value) == code


def _party(own: Organisation, role: str, row: DealRow, public: Mapping[str, DealRow]) -> bool:
    """Tell whether what is published of a deal names an organisation too: a draft may be all that does."""
    shown = public[row.deal.id]
    if role == "company" or len(shown.deal.articles) == len(row.deal.articles):
        return True
    return any(names.fold(backer["name"]) in own.keys for backer in query.deal_record(shown)["investors"])


def _value(row: DealRow, name: str) -> object:
    field = row.deal.fields.get(name)
    return field.value if field else None


def _equity(row: DealRow) -> bool:
    done = _value(row, "status") in DONE
    return done and row.deal.kind is Kind.FUNDING_ROUND and _value(row, "round") not in NOT_RAISED


def _worth(rows: Iterable[DealRow]) -> list[Worth]:
    told = [Worth(row.announced_on, value, row.deal.id) for row in rows if (value := _value(row, "valuation"))]
    return sorted(told, key=lambda worth: (worth.on or date.min, worth.deal))


def _partners(own: Organisation, rows: Iterable[DealRow]) -> Counter[str]:
    """Count who else backs the deals that an organisation backs; a name as it is written."""
    mine = set(own.keys)
    seen: Counter[str] = Counter()
    for row in rows:
        seen.update({name for name in backers(row) if names.fold(name) not in mine})
    return seen


def backers(row: DealRow) -> Sequence[str]:
    """Return who puts money into a deal, advisers apart."""
    value = _value(row, "investors")
    told = [i for i in value if isinstance(i, dict)] if isinstance(value, list) else []
    return [i["name"] for i in told if i.get("role") != "adviser" and isinstance(i.get("name"), str)]
