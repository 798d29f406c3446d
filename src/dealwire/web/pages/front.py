"""The front page: what is new, what is hot, what is disputed, and how much there was."""

from __future__ import annotations

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


def front(request: Request) -> Response:
    """Show what is new."""
    wire: Dealwire = request.app.state.wire
    t = language.translator(language.of(request))
    months = wire.deal_months(NEWS)
    return render(
        request,
        "front.html",
        deals=[deal_record(row) for row in wire.deal_page(NEWS, limit=LATEST).rows],
        stories=wire.stories(STORIES, 5),
        disputed=[
            deal_record(row) for row in wire.deal_page(DealQuery(DealFilter(conflicts=True)), limit=DISPUTED).rows
        ],
        changes=wire.programs.newest_changes(CHANGES),
        plots=plots.by_month(months, t),
        months=months[-plots.MONTHS :],
    )


ROUTES = (Route("/", front, name="front"),)
