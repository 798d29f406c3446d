"""The files that pages load: style, icon, script; kept for a year under the digest of their content."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_DIRECTORY = Path(__file__).parent / "static"


class Static(StaticFiles):
    """Files that a browser asks for once: their address changes with them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file."""
        response = await super().get_response(path, scope)
        dated = scope.get("query_string", b"").startswith(b"v=")
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if dated else "no-cache"
        return response


@cache
def address(name: str) -> str:
    """Return the address of a file in `static/`, with a digest of what it holds."""
    digest = hashlib.sha256((_DIRECTORY / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"
