"""A deal: what is known, and every sentence for and against it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dealwire.model.accounts import Role
from dealwire.service.door import Dealwire
from dealwire.web import plots
from dealwire.web.gate import visitor
from dealwire.web.render import render


def deal(request: Request) -> Response:
    """Show a deal; the id of a report, or one that the deal had, leads to its present one. Editors see drafts too."""
    wire: Dealwire = request.app.state.wire
    id_ = request.path_params["id"]
    who = visitor(request)
    editor = who is not None and who.role.covers(Role.EDITOR)
    view = wire.desk.deal_view(id_) if editor else wire.deal_view(id_)
    if view is None:
        raise HTTPException(404)
    if view.row.deal.id != id_:
        return RedirectResponse(request.url.replace(path=f"/deals/{view.row.deal.id}"), 301)
    numbers = {article.key: n for n, article in enumerate(view.articles, start=1)}
    return render(
        request,
        "deal.html",
        view=view,
        numbers=numbers,
        strip=plots.strip,
        ticks=plots.ticks,
        editor=editor,
        drafts=wire.desk.drafts(view.row.deal.articles) if editor else set(),
    )


ROUTES = (Route("/deals/{id}", deal, name="deal"),)
