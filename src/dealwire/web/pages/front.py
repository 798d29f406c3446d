"""The front page: what is new, what is hot, what is disputed, and how much there was."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.lists import DealQuery
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.service.query import deal_record
from dealwire.web import language, plots
from dealwire.web.render import render

LATEST, STORIES, DISPUTED, CHANGES = 14, 8, 5, 8
NEWS = DealQuery(DealFilter(background=False))


def shown(wire: Dealwire) -> dict[str, Any]:
    """Return what the front page shows; its plots are drawn from the months."""
    disputed = wire.deal_page(DealQuery(DealFilter(conflicts=True)), limit=DISPUTED)
    return {
        "deals": [deal_record(row) for row in wire.deal_page(NEWS, limit=LATEST).rows],
        "stories": wire.stories(STORIES, 5),
        "disputed": [deal_record(row) for row in disputed.rows],
        "changes": wire.programs.newest_changes(CHANGES),
        "months": wire.deal_months(NEWS),
    }


def front(request: Request) -> Response:
    """Show what is new."""
    told = shown(request.app.state.wire)
    drawn = plots.by_month(told["months"], language.translator(language.of(request)))
    return render(request, "front.html", **told | {"months": told["months"][-plots.MONTHS :]}, plots=drawn)


ROUTES = (Route("/", front, name="front"),)
