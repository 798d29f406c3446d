"""Search: deals, organisations and articles, in both languages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.service.door import Dealwire
from dealwire.web.render import render

LONGEST = 200
MOST = 20
"""Hits of each sort."""


def search(request: Request) -> Response:
    """Show what words find."""
    wire: Dealwire = request.app.state.wire
    words = request.query_params.get("q", "")[:LONGEST].strip()
    sorts = ("organisation", "deal", "article") if words else ()
    groups = [(what, wire.found(words, MOST, what)) for what in sorts]
    return render(request, "search.html", words=words, groups=[(what, of) for what, of in groups if of])


ROUTES = (Route("/search", search, name="search"),)
