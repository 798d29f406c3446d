"""Sources: which are watched, and how they fare."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.service.door import Dealwire
from dealwire.web.render import render

LISTED = 500


def sources(request: Request) -> Response:
    """Show the sources that are watched."""
    wire: Dealwire = request.app.state.wire
    ledger = wire.ledger()
    return render(
        request,
        "sources.html",
        sources=wire.source_health()[:LISTED],
        records=None if ledger is None else ledger.records[:LISTED],
    )


def source(request: Request) -> Response:
    """Show what a source told, and how that held."""
    wire: Dealwire = request.app.state.wire
    ledger = wire.ledger()
    if ledger is None:
        return render(request, "reckoning.html", 503, title="nav.sources", message="sources.reckoning")
    view = ledger.source(request.path_params["name"])
    if view is None:
        raise HTTPException(404)
    return render(request, "source.html", view=view)


ROUTES = (Route("/sources", sources, name="sources"), Route("/sources/{name}", source, name="source"))
