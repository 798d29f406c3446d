"""Deals as lists ask for them and get them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dealwire.model.terms import Kind, Round, Status
from dealwire.model.views import Deal


@dataclass(frozen=True, slots=True)
class DealFilter:
    """Which deals to list. Texts match a part of the name, folded; `min_amount` is in US dollars at the deal's date.

    `known_since` and `learned_since` pass deals with a report that the world, or dealwire, could know since then;
    `unsure` those that are worth a person's look; `drafts` False leaves out those of which nothing is published, `held`
    passes those alone; `country` (ISO 3166-1 alpha-2) is that of the company.
    """

    company: str | None = None
    investor: str | None = None
    round: Round | None = None
    status: Status | None = None
    kind: Kind | None = None
    since: date | None = None
    until: date | None = None
    min_amount: float | None = None
    background: bool = True
    conflicts: bool = False
    known_since: datetime | None = None
    learned_since: datetime | None = None
    unsure: bool = False
    drafts: bool = True
    held: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True)
class DealRow:
    """A deal and what lists filter and sort by; `known_at` and `learned_at` are its latest report's.

    `country` is that of its company (ISO 3166-1 alpha-2), where articles tell it.
    """

    deal: Deal
    announced_on: date | None
    usd: float | None
    known_at: datetime | None = None
    learned_at: datetime | None = None
    country: str | None = None
