"""A deal: what is known, and every sentence for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.model import Support
from dealwire.model.accounts import Role
from dealwire.service.door import Dealwire
from dealwire.web import plots
from dealwire.web.gate import visitor
from dealwire.web.render import moved, render


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
        return moved(request, f"/deals/{view.row.deal.id}")
    numbers = {article.key: n for n, article in enumerate(view.articles, start=1)}
    claims = [c for f in view.row.deal.fields.values() for c in (*f.support, *f.against)]
    of_report = {claim.report: numbers[claim.article] for claim in claims if claim.article in numbers}
    return render(
        request,
        "deal.html",
        view=view,
        numbers=numbers,
        strip=plots.strip,
        ticks=plots.ticks,
        editor=editor,
        copies=copies(claims, numbers),
        cited=lambda reports: sorted({of_report[report] for report in reports if report in of_report}),
        drafts=wire.desk.drafts(view.row.deal.articles) if editor else set(),
    )


def copies(claims: Iterable[Support], numbers: Mapping[str, int]) -> dict[str, int]:
    """Return for each article that passes on another's word the number of the first that has it."""
    origins = {claim.article: claim.origin for claim in claims if claim.origin and claim.article in numbers}
    first: dict[str, int] = {}
    for article, origin in sorted(origins.items(), key=lambda told: numbers[told[0]]):
        first.setdefault(origin, numbers[article])
    return {article: first[origin] for article, origin in origins.items() if first[origin] != numbers[article]}


ROUTES = (Route("/deals/{id}", deal, name="deal"),)
