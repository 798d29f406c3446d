"""The log, for admins: who signed in or failed to, what became of accounts, every decision."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dealwire.model.accounts import Role
from dealwire.service.door import Dealwire
from dealwire.web.forms import Members
from dealwire.web.paging import number, part
from dealwire.web.render import render

PAGE = 100


def log(request: Request) -> Response:
    """Show what was done, the latest first."""
    wire: Dealwire = request.app.state.wire
    page = number(request)
    return render(request, "log.html", shown=part(wire.people.log(page * PAGE + 1), page, PAGE))


ROUTES = (Members("/log", log, "log", Role.ADMIN),)
