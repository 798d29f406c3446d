"""Sources: which are watched, and how they fare."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.service.door import Dealwire
from dealwire.web.render import render

LISTED = 500


def sources(request: Request) -> Response:
    """Show the sources that are watched."""
    wire: Dealwire = request.app.state.wire
    return render(request, "sources.html", sources=wire.source_health()[:LISTED])


ROUTES = (Route("/sources", sources, name="sources"),)
