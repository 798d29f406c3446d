"""The store's lists, as doors show them to people: some rows at a time, counts, what is published.

They stand apart from `dealwire.ports`, which holds what deriving views takes; its rules for a store hold here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from dealwire.model import Round, Status, Story
from dealwire.ports import DealFilter, DealRow, Store
from dealwire.ports.accounts import AccountStore
from dealwire.ports.keys import KeyStore

SIZES: Mapping[str, tuple[float, float | None]] = {
    "under_1m": (0, 1e6),
    "1m": (1e6, 1e7),
    "10m": (1e7, 1e8),
    "100m": (1e8, 1e9),
    "1b": (1e9, None),
}
"""Classes of amounts in US dollars: from the least on, below the next."""


EVERY = DealFilter()


@dataclass(frozen=True, slots=True)
class DealQuery:
    """Which deals a page lists, and in which order: the latest first, or the largest."""

    filter: DealFilter = EVERY
    currency: str | None = None
    year: int | None = None
    size: str | None = None
    by_amount: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list of deals: that of the deal that a page ended with."""

    id: str
    announced_on: date | None = None
    usd: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """How many deals there are of one kind, round, status, currency, year and size."""

    kind: str
    round: str | None
    status: str | None
    currency: str | None
    year: int | None
    size: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Month:
    """The deals announced in a month: how many, and how much in US dollars where it is told."""

    month: date
    count: int
    usd: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What an organisation is listed by: the deals to which it is a party, advising apart; equity raised in dollars."""

    id: str
    deals: int
    raised: float


NOT_RAISED = frozenset({Round.DEBT_FINANCING, Round.POST_IPO_DEBT, Round.SECONDARY_MARKET})
"""Rounds that bring a company no equity: it owes the money, or others sold their shares."""

DONE = frozenset({Status.ANNOUNCED, Status.CLOSED})
"""How far a round must have come for its money to count as raised."""


@dataclass(frozen=True, slots=True)
class Logged:
    """When a deal last changed: `number` grows with every change, whichever deal's. `gone`: it is shown no more."""

    number: int
    deal: str
    at: datetime
    gone: bool


class Listed(Store, AccountStore, KeyStore, Protocol):
    """A store that can be paged through, and knows who may sign in.

    Drafts, and deals of which drafts tell anything, are in no list and no count; of the latter see `aside`.
    """

    def version(self) -> int:
        """Return a number that differs once anything in the store has changed, whoever wrote it."""
        ...

    def deal_page(self, query: DealQuery, after: Place | None, limit: int) -> list[DealRow]:
        """Return at most `limit` deals after a place: the latest (or largest) first, those without last, then by id."""
        ...

    def deal_cells(self, query: DealQuery) -> list[Cell]:
        """Return how many deals there are of each sort."""
        ...

    def deal_countries(self, query: DealQuery) -> list[tuple[str, int]]:
        """Return of how many deals the company is of each country, where that is known."""
        ...

    def deal_log(self, after: int, limit: int) -> list[Logged]:
        """Return at most `limit` deals that changed after a number of the log (0: all), each once, by its last change.

        A deal that is a draft, or is another's by now, is `gone`; one that never was anything else is not there.
        """
        ...

    def newest_deals(self, limit: int) -> list[Logged]:
        """Return at most `limit` deals that are there, the last changed first."""
        ...

    def logged(self, deals: Iterable[str]) -> dict[str, Logged]:
        """Return when each of some deals last changed."""
        ...

    def deals_named(self, ids: Iterable[str]) -> list[DealRow]:
        """Return the deals that have these ids now, by id."""
        ...

    def log_before(self, moment: datetime) -> int:
        """Return the number after which the log tells what changed since a moment."""
        ...

    def deal_months(self, query: DealQuery) -> list[Month]:
        """Return deals by the month of announcement, the earliest first."""
        ...

    def aside(self) -> list[DealRow]:
        """Return the deals that are in no list and no count, since drafts may tell a part of them, by id."""
        ...

    def party_deals(self, organisation: str, limit: int) -> list[tuple[str, DealRow]]:
        """Return (role, deal) of the latest deals that an organisation is a party to: see `deals_of_organisations`."""
        ...

    def top_backers(self, limit: int) -> list[tuple[str, str, int]]:
        """Return (name, id, number of deals) of the organisations that back most deals."""
        ...

    def top_organisations(self, limit: int, *, by_raised: bool) -> list[Figures]:
        """Return the organisations with most deals, or those that raised most, then by id.

        Deals of which a draft tells a part aren't counted.
        """
        ...

    def any_drafts(self) -> bool:
        """Tell whether any article may be a draft: one came as such, or a person judged of one whether it is."""
        ...

    def drafts(self, articles: Iterable[str]) -> set[str]:
        """Return those of the articles that are drafts: of which every sighting is one, or as a person said."""
        ...

    def story(self, id_: str) -> Story | None:
        """Return a story by its id, or by one that it has had."""
        ...

    def top_stories(self, limit: int, after: tuple[float, str] | None = None, topic: str | None = None) -> list[Story]:
        """Return the hottest stories, then by id; those after a place (heat, id), of which an article has a topic."""
        ...
