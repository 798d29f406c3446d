"""Who asks: the visitor of each request, requests that other sites made browsers send, pages that need an account."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dealwire.errors import OutageError
from dealwire.service.people import People
from dealwire.service.sessions import Visitor
from dealwire.web.problems import problem
from dealwire.web.render import render
from dealwire.web.site import Site

SAFE = ("GET", "HEAD", "OPTIONS")
OPEN = re.compile(r"/login|/static/.*")
"""What a private site shows to anyone: the way in, and how it looks."""

SESSION = "session"
"""The cookie with the id of a session."""


class Gate:
    """Tells the application who asks (`request.state.visitor`), and turns away who may not."""

    def __init__(self, app: ASGIApp, people: People, site: Site, key: Callable[[Request], bool]) -> None:
        """`key` tells whether a request has what a program shows in place of a session."""
        self.app = app
        self._people = people
        self._site = site
        self._key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        request.state.visitor, request.state.site = None, self._site
        try:
            answer = await self._turned_away(request)
        except OutageError as error:
            answer = render(request, "error.html", 503, message="error.away", detail=str(error))
        await (answer or self.app)(scope, receive, send)

    async def _turned_away(self, request: Request) -> Response | None:
        if request.method not in SAFE and not self._own(request):
            return render(request, "error.html", 403, message="error.elsewhere", detail="")
        if id_ := request.cookies.get(self._site.cookie(SESSION)):
            request.state.visitor = await run_in_threadpool(self._people.visitor, id_)
        if not self._site.private or request.state.visitor or OPEN.fullmatch(request.url.path):
            return None
        if await run_in_threadpool(self._key, request):
            return None
        if request.method in SAFE and "text/html" in request.headers.get("accept", ""):
            return to_login(request)
        return problem(
            401, "This site is private: sign in, or send an API key.", headers={"WWW-Authenticate": "Bearer"}
        )

    def _own(self, request: Request) -> bool:
        """Tell whether a page of ours made the request; browsers say so, and what isn't one has no cookies of ours."""
        if fetched := request.headers.get("sec-fetch-site"):
            return fetched == "same-origin"
        origin = request.headers.get("origin")
        return origin is None or origin == (self._site.origin or f"{request.url.scheme}://{request.url.netloc}")


def visitor(request: Request) -> Visitor | None:
    """Return who asks; None for anyone."""
    found: Visitor | None = getattr(request.state, "visitor", None)
    return found


def to_login(request: Request) -> Response:
    """Lead to where one signs in, and from there back."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/login?{urlencode({'next': request.url.path + query})}", 303)


def local(path: str | None) -> str:
    """Return a path of this site to lead to; "/" in place of whatever else it is, such as the address of another."""
    clean = path or "/"
    stays = clean.startswith("/") and clean[1:2] not in ("/", "\\") and "\\" not in clean
    return clean if stays and clean.isprintable() and len(clean) <= 2000 else "/"
