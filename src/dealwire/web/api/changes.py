"""Changes, for those who keep a copy: each deal that changed since they last asked, as it is now, or gone."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import Field

from dealwire.errors import UsageError
from dealwire.service.copying import Changed
from dealwire.service.query import deal_record
from dealwire.web.api.paging import Asked, Cursor, Limit, Moment, link_next, opened, sealed
from dealwire.web.api.values import DEAL_ID, Deal, PlainJson, Record, Web
from dealwire.web.api.wire import Wire
from dealwire.web.problems import missing

router = APIRouter(tags=["changes"])


class ChangesAsked(Asked):
    """Where in the stream of changes to begin."""

    since: Moment | None = None
    """Begin with what changed since this moment; without it and without a cursor, with everything."""
    cursor: Cursor | None = None
    limit: Limit = 50


class ChangedDeal(Record):
    """A deal that changed, as it is now: of several changes the last alone is told."""

    deal: str = Field(examples=[DEAL_ID])
    at: datetime
    """When it changed here (UTC)."""
    gone: bool
    """Whether it is shown no more: drop it from your copy."""
    now: str | None
    """Of one that is gone because it is another's by now, the id of that."""
    record: Deal | None
    """The deal as it is now: put it in place of what you have. Null if it is gone."""


class Changes(Record):
    """Deals that changed, in the order of their last changes."""

    items: list[ChangedDeal]
    next: str
    """The cursor to go on from, now or later: it is there on the last page too. Keep it with your copy."""
    more: bool
    """Whether there is more already."""


@router.get("/changes")
def list_changes(request: Request, response: Response, asked: Annotated[ChangesAsked, Query()], wire: Wire) -> Changes:
    """List the deals that changed, for those who keep a copy: new ones, corrected ones, those that are gone."""
    if asked.cursor and asked.since:
        raise UsageError("give a cursor or a moment, not both: a cursor says where to go on")
    place = opened(asked.cursor, tuple[int])[0] if asked.cursor else wire.programs.log_before(asked.since)
    found, more = wire.programs.changed_deals(max(min(place, 2**63 - 1), 0), asked.limit)
    cursor = sealed(found[-1].log.number if found else place)
    link_next(request, response, cursor if more else None)
    return Changes(items=[_told(one) for one in found], next=cursor, more=more)


def _told(changed: Changed) -> ChangedDeal:
    return ChangedDeal(
        deal=changed.log.deal,
        at=changed.log.at,
        gone=changed.row is None,
        now=changed.now,
        record=Deal.model_validate(deal_record(changed.row)) if changed.row else None,
    )


class Change(Record):
    """A field of a deal before and after."""

    field: str = Field(examples=["amount"])
    before: PlainJson
    """Null for no value."""
    after: PlainJson
    at: datetime
    """When the world could know (UTC)."""
    learned_at: datetime
    """When dealwire could."""
    article: str | None
    """The article that brought it; null for a decision of an editor."""
    url: Web
    publisher: str | None


class FieldChanges(Record):
    """What changed in a deal, the earliest first: what it was first told to be counts as a change from nothing."""

    items: list[Change]


@router.get("/deals/{id}/changes", responses=missing("There is no such deal."))
def get_deal_changes(id: str, wire: Wire) -> FieldChanges:  # noqa: A002
    """Tell which fields of a deal changed, from what to what, when, and by which article."""
    view = wire.deal_view(id)
    if view is None:
        raise HTTPException(404, f"No deal has the id {id[:80]!r}.")
    told = wire.programs.changes_of(view.row)
    return FieldChanges(items=[Change.model_validate({**change, "publisher": change["provider"]}) for change in told])
