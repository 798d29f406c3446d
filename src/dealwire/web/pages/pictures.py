"""Cached pictures, by the digest of what they hold: an address never shows another picture, and is asked for once."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.service.door import Dealwire

KINDS = ("image/jpeg", "image/png", "image/webp", "image/gif")
KEPT = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


def picture(request: Request) -> Response:
    """Send a picture, or its small copy."""
    wire: Dealwire = request.app.state.wire
    digest = request.path_params["digest"]
    found = wire.picture(digest)
    small = request.url.path.endswith("/small")
    kind = "image/webp" if small else found.media_type if found else ""
    if found is None or kind not in KINDS:
        raise HTTPException(404)
    private = request.state.site.private
    headers = {**KEPT, "ETag": f'"{digest}{"-small" if small else ""}"'}
    if private:
        headers["Cache-Control"] = headers["Cache-Control"].replace("public", "private")
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(found.thumbnail if small else found.body, media_type=kind, headers=headers)


ROUTES = (
    Route("/pictures/{digest}", picture, name="picture"),
    Route("/pictures/{digest}/small", picture, name="picture_small"),
)
