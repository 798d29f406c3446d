"""The way in and out."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_urlsafe

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dealwire.model.accounts import Role
from dealwire.service.door import Dealwire
from dealwire.service.sessions import RefusedError
from dealwire.web.forms import TOKEN, Form, Posts, sent
from dealwire.web.gate import SESSION, local, visitor
from dealwire.web.render import render
from dealwire.web.site import Site
from dealwire.web.tokens import masked, matches

BEFORE = "login"
"""The cookie that ties the form to the browser that asked for it, while there is no session (login CSRF)."""
LONGEST = 200


def login(request: Request) -> Response:
    """Show where one signs in."""
    next_ = local(request.query_params.get("next"))
    if visitor(request):
        return RedirectResponse(next_, 303)
    return _form(request, next_)


async def sign_in(request: Request) -> Response:
    """Sign in who sent the form."""
    if not _site(request).signs_in:
        raise HTTPException(403)
    form = await sent(request)
    cookie = request.cookies.get(_site(request).cookie(BEFORE), "")
    if not cookie or not matches(form.get(TOKEN, ""), _token(cookie)):
        return _form(request, local(form.get("next")), 403, "login.stale")
    return await run_in_threadpool(_sign_in, request, form)


def _sign_in(request: Request, form: Form) -> Response:
    wire: Dealwire = request.app.state.wire
    site = _site(request)
    next_, name = local(form.get("next")), form.get("name", "")[:LONGEST]
    old = request.cookies.get(site.cookie(SESSION))
    try:
        begun = wire.people.sign_in(name, form.get("password", ""), address(request), old)
    except RefusedError as refused:
        if refused.wait is None:
            return _form(request, next_, 403, "login.wrong", name)
        answer = _form(request, next_, 429, "login.slow", name, refused.wait)
        answer.headers["Retry-After"] = str(max(1, round((refused.wait - datetime.now(UTC)).total_seconds())))
        return answer
    answer = RedirectResponse(next_, 303)
    _set(answer, site, SESSION, begun.id)
    answer.delete_cookie(site.cookie(BEFORE), path="/", secure=site.secure, httponly=True, samesite="lax")
    return answer


def sign_out(request: Request, _: Form) -> Response:
    """End the session."""
    wire: Dealwire = request.app.state.wire
    site = _site(request)
    wire.people.sign_out(request.cookies.get(site.cookie(SESSION), ""), address(request))
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(site.cookie(SESSION), path="/", secure=site.secure, httponly=True, samesite="lax")
    return answer


def address(request: Request) -> str:
    """Return where a request comes from."""
    return request.client.host if request.client else ""


def _site(request: Request) -> Site:
    site: Site = request.state.site
    return site


def _form(
    request: Request, next_: str, status: int = 200, message: str = "", name: str = "", wait: datetime | None = None
) -> Response:
    site = _site(request)
    if not site.signs_in:
        return render(request, "login.html", status, message="login.plain", name="", next=next_, wait=None, token="")
    cookie = request.cookies.get(site.cookie(BEFORE)) or token_urlsafe(32)
    token = masked(_token(cookie))
    answer = render(request, "login.html", status, message=message, name=name, next=next_, wait=wait, token=token)
    answer.headers["Cache-Control"] = "no-store"
    _set(answer, site, BEFORE, cookie)
    return answer


def _set(answer: Response, site: Site, name: str, value: str) -> None:
    answer.set_cookie(site.cookie(name), value, path="/", secure=site.secure, httponly=True, samesite="lax")


def _token(cookie: str) -> str:
    return sha256(b"login\x1f" + cookie.encode()).hexdigest()


ROUTES = (
    Route("/login", login, name="login"),
    Route("/login", sign_in, methods=["POST"], name="sign_in"),
    Posts("/logout", sign_out, "logout", Role.READER),
)
