"""A page: a template filled in, in the reader's language, with a validator so that it is sent once."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dealwire import __version__
from dealwire.service.sessions import Visitor
from dealwire.web import filters, language, static
from dealwire.web.messages import LANGUAGES
from dealwire.web.reasons import reason
from dealwire.web.tokens import masked

ENVIRONMENT = Environment(
    loader=PackageLoader("dealwire.web"),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters.update(filters.FILTERS, reason=reason)
ENVIRONMENT.globals.update(static=static.address, version=__version__)

YEAR = 365 * 24 * 3600


def render(request: Request, template: str, status: int = 200, **context: Any) -> Response:  # noqa: ANN401 - whatever the template shows
    """Return a page; 304 (RFC 9110, 15.4.5) where the browser has it already."""
    lang = language.of(request)
    who: Visitor | None = getattr(request.state, "visitor", None)
    context.setdefault("token", masked(who.token) if who else "")
    html = ENVIRONMENT.get_template(template).render(
        **context, t=language.translator(lang), lang=lang, languages=LANGUAGES, here=Here(request), who=who
    )
    body = html.encode("utf-8", "replace")
    headers = {
        "ETag": f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"',
        "Cache-Control": "no-cache",
        "Content-Language": lang,
        "Vary": "Accept-Language, Cookie",
    }
    if who:  # what a member sees is nobody else's, and gone after signing out
        headers["Cache-Control"] = "no-store"
    if status == 200 and request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    response = HTMLResponse(body, status, headers)
    if request.query_params.get("lang") == lang and request.cookies.get(language.COOKIE) != lang:
        response.set_cookie(language.COOKIE, lang, max_age=YEAR, samesite="lax", httponly=True, path="/")
    return response


def moved(request: Request, path: str) -> Response:
    """Lead to where a thing is now. Browsers ask each time: what was judged one may be judged two again."""
    return RedirectResponse(request.url.replace(path=path), 301, {"Cache-Control": "no-cache"})


class Here:
    """Where the reader is, to make links to the same page seen otherwise."""

    def __init__(self, request: Request) -> None:
        self.path = request.url.path
        self.query = [(k, v) for k, v in request.query_params.multi_items() if k != "lang" and v]

    def with_(self, **changes: object) -> str:
        """Return the address of this page with parameters set in place of those of the same name; None drops one."""
        return self.to(self.path, **changes)

    def to(self, path: str, **changes: object) -> str:
        """Return another address with this page's parameters, changed as in `with_`."""
        kept = [(k, v) for k, v in self.query if k not in changes]
        new = [(k, str(v)) for k, v in changes.items() if v is not None]
        return self._address([*kept, *new], path)

    def without(self, name: str, value: str) -> str:
        """Return the address of this page with one of a parameter's values dropped, from the first leaf on."""
        return self._address([p for p in self.query if p != (name, value) and p[0] != "after"], self.path)

    def _address(self, query: list[tuple[str, str]], path: str) -> str:
        return path + ("?" + urlencode(query) if query else "")
