"""An article: what was read in it, sentence by sentence; the text itself is its publisher's."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.service.deal_view import quoted_in
from dealwire.service.door import Dealwire
from dealwire.web.render import render


def article(request: Request) -> Response:
    """Show what was read in an article."""
    wire: Dealwire = request.app.state.wire
    found = wire.article(request.path_params["key"])
    if found is None:
        raise HTTPException(404)
    own, deals, story = found
    told = [(row.deal, quoted_in(row.deal, own)) for row in deals]
    return render(request, "article.html", article=own, told=told, story=story, picture=wire.illustration([own]))


ROUTES = (Route("/articles/{key}", article, name="article"),)
