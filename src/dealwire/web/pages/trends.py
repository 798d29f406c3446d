"""Trends: by month, by round, by backer; and the network of who funds whom."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.service.door import Dealwire
from dealwire.service.listing import CHOICES
from dealwire.service.network import network as network_of
from dealwire.service.query import deal_record
from dealwire.web import language, plots
from dealwire.web.pages.deals import query_of
from dealwire.web.render import render

TOP = 12
DRAWN = 30
"""Deals whose parties the network shows: as many as lines can be told apart."""


def chosen(request: Request) -> dict[str, str]:
    """Return what an address narrows the deals by, as a list of deals has it."""
    return {name: value for name in (*CHOICES, "company", "investor") if (value := request.query_params.get(name))}


def trends(request: Request) -> Response:
    """Show what happened by month, and the top lists."""
    wire: Dealwire = request.app.state.wire
    t = language.translator(language.of(request))
    wanted = query_of(request.query_params)
    months = wire.deal_months(wanted)
    page = wire.deal_page(query_of({**request.query_params, "sort": "amount"}), limit=TOP)
    return render(
        request,
        "trends.html",
        months=months[-plots.MONTHS :],
        plots=plots.by_month(months, t),
        facets=page.facets,
        chosen=chosen(request),
        largest=[deal_record(row) for row in page.rows],
        backers=wire.top_backers(TOP),
    )


def network(request: Request) -> Response:
    """Show who funds whom among the largest deals that the choices leave."""
    wire: Dealwire = request.app.state.wire
    page = wire.deal_page(query_of({**request.query_params, "sort": "amount"}), limit=DRAWN)
    found = network_of(page.rows)
    return render(
        request,
        "network.html",
        network=found,
        drawn=plots.two_columns(found),
        facets=page.facets,
        chosen=chosen(request),
    )


ROUTES = (Route("/trends", trends, name="trends"), Route("/network", network, name="network"))
