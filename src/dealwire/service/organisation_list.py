"""Organisations as a list: those with most deals first, or those that raised most. No drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dealwire.core.places import most_told
from dealwire.lists import Figures, Listed
from dealwire.model import Organisation
from dealwire.service.beside import Lately
from dealwire.service.public import by_public_names

MOST = 5000
"""Organisations that are listed; search finds every one."""


class By(StrEnum):
    """What the list is ordered by."""

    DEALS = "deals"
    RAISED = "raised"


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation of the list: its public names, how many deals, how much equity in US dollars, its country."""

    organisation: Organisation
    figures: Figures
    country: str | None


def ranked(store: Listed, kept: Lately, by: By) -> Sequence[Figures]:
    """Return the figures of those that the list holds, in its order, as counted lately."""
    return kept.get(("organisations", by), lambda: store.top_organisations(MOST, by_raised=by is By.RAISED))


def rows(store: Listed, figures: Sequence[Figures]) -> list[OrganisationRow]:
    """Return some organisations as rows; one that drafts alone name is left out."""
    shown = []
    for one in figures:
        own = store.organisation(one.id)
        known = by_public_names(store, own) if own else None
        if known is not None:
            shown.append(OrganisationRow(known, one, most_told(store.countries(known.keys).values())))
    return shown


def place_of(figures: Figures, by: By) -> tuple[float, str]:
    """Return by what an organisation stands where it does."""
    return figures.raised if by is By.RAISED else figures.deals, figures.id


def page(
    store: Listed, kept: Lately, by: By, after: tuple[float, str] | None, limit: int
) -> tuple[list[OrganisationRow], tuple[float, str] | None]:
    """Return the organisations after a place and the place of the next page; where figures changed, none is skipped."""
    every = ranked(store, kept, by)
    begin = 0 if after is None else sum(1 for one in every if not _behind(place_of(one, by), after))
    part = every[begin : begin + limit]
    more = begin + limit < len(every)
    return rows(store, part), place_of(part[-1], by) if more else None


def _behind(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Tell whether a place comes after another in a list that falls by value and rises by id."""
    return one[0] < other[0] or (one[0] == other[0] and one[1] > other[1])


def top_backers(store: Listed, limit: int) -> list[tuple[str, str, int]]:
    """Return who backs most deals: (public name, id, deals); those that drafts alone name are left out."""
    found = store.top_backers(limit * 2)
    if not store.any_drafts():
        return found[:limit]
    own = ((store.organisation(id_), n) for _, id_, n in found)
    known = ((by_public_names(store, one), n) for one, n in own if one is not None)
    return [(one.name, one.id, n) for one, n in known if one is not None][:limit]
