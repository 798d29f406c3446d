"""Search: deals, organisations and articles, in both languages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.service.door import Dealwire
from dealwire.web.render import render

LONGEST = 200
MOST = 60


def search(request: Request) -> Response:
    """Show what words find."""
    wire: Dealwire = request.app.state.wire
    words = request.query_params.get("q", "")[:LONGEST].strip()
    hits = wire.found(words, MOST) if words else []
    groups = [(what, [hit for hit in hits if hit.what == what]) for what in ("organisation", "deal", "article")]
    return render(request, "search.html", words=words, groups=[(what, of) for what, of in groups if of])


ROUTES = (Route("/search", search, name="search"),)
