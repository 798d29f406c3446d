"""An organisation: who it is, what it raised, whom it backs."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.service.door import Dealwire
from dealwire.service.network import network
from dealwire.service.organisation_list import By
from dealwire.service.organisation_view import OrganisationPage
from dealwire.service.query import deal_record
from dealwire.web import language, plots
from dealwire.web.paging import Part, number
from dealwire.web.render import moved, render

ROWS = 40
"""Deals in a table."""

DEALS = 40
"""Deals that partners, pace and sums are of, the latest: twice as many take twice as long, and say hardly more."""

NEIGHBOURS = 24
"""Deals whose parties the network of an organisation shows."""


LISTED = 50
"""Organisations on a page of their list."""

LONGEST = 100
"""Characters of a name that is looked for."""


def organisations(request: Request) -> Response:
    """List organisations, or those that have a part of a name."""
    wire: Dealwire = request.app.state.wire
    asked = request.query_params
    name = asked.get("name", "")[:LONGEST].strip()
    by = By.RAISED if asked.get("sort") == By.RAISED else By.DEALS
    page = number(request)
    rows, more = ([], False) if name else wire.programs.organisation_rows(by, (page - 1) * LISTED, LISTED)
    hits = wire.found(name, LISTED, "organisation") if name else []
    shown = Part(rows, page, more)
    return render(request, "organisations.html", shown=shown, sort=by.value, name=name, hits=hits)


def organisation(request: Request) -> Response:
    """Show an organisation; any of its names, and any id that it had, leads to its page."""
    wire: Dealwire = request.app.state.wire
    name = request.path_params["name"]
    page = wire.organisation_page(name, DEALS)
    if page is None:
        raise HTTPException(404)
    if page.organisation.id != name:
        return moved(request, f"/organisations/{page.organisation.id}")
    t = language.translator(language.of(request))
    rows = [*page.own, *(row for _, row in page.backed)][:NEIGHBOURS]
    return render(
        request,
        "organisation.html",
        page=page,
        own=[deal_record(row) for row in page.own[:ROWS]],
        backed=[deal_record(row) for _, row in page.backed[:ROWS]],
        drawn=plots.two_columns(network(rows)),
        pace=_pace(page, t) if len(page.pace) > 1 else None,
    )


def _pace(page: OrganisationPage, t: language.Translate) -> object:
    years, counts = zip(*page.pace, strict=True)
    return plots.columns([str(y) for y in years], [float(n) for n in counts], t("org.pace"))


ROUTES = (
    Route("/organisations", organisations, name="organisations"),
    Route("/organisations/{name:path}", organisation, name="organisation"),
)
