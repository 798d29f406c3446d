"""The front page: what is new."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.render import render

LATEST = 20


def front(request: Request) -> Response:
    """Show the latest deals."""
    wire: Dealwire = request.app.state.wire
    deals = list(islice(wire.deal_records(DealFilter(background=False)), LATEST))
    return render(request, "front.html", deals=deals)


ROUTES = (Route("/", front, name="front"),)
