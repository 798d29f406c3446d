"""The API for programs, under /api/v1: what the pages show, as JSON that OpenAPI describes.

It is read with GET and HEAD, by anyone and from any site: CORS is open, since nothing here depends on who asks and no
cookie is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from dealwire import __version__
from dealwire.service.door import Dealwire
from dealwire.web.api import about, articles, changes, deals, organisations, reference, search, sources, stories, trends
from dealwire.web.api.conditional import Conditional
from dealwire.web.problems import HANDLERS, MEDIA_TYPE, Problem

PREFIX = "/api/v1"
PARTS = (about, deals, changes, organisations, stories, articles, search, trends, sources)

DESCRIPTION = "\n\n".join(
    (
        "Deals read from the news, each value with the sentence that says it.",
        "Lists come in pages: `next` is the cursor of the page that follows, and stays where it was as deals come in. "
        "Every answer has an `ETag`; sent back as `If-None-Match`, it saves sending again what has not changed (304). "
        "Whatever fails is told as problem details (RFC 9457). Times are UTC (RFC 3339), sums in whole units.",
        "Anyone may ask, so often a minute as `RateLimit-Policy` says; `RateLimit` tells what is left. A key, sent as "
        "`Authorization: Bearer dw_…`, may ask more often.",
        "Texts are their publishers': the API tells the sentence behind a value and links to the rest.",
    )
)


class Api(FastAPI):
    """The application under `PREFIX`, with problems described as what they are."""

    def openapi(self) -> dict[str, Any]:
        """Return the description of the API in OpenAPI."""
        if self.openapi_schema is None:
            described = super().openapi()
            for path in described["paths"].values():
                for operation in path.values():
                    for status, answer in operation["responses"].items():
                        if not status.startswith("2") and "application/json" in answer.get("content", {}):
                            answer["content"] = {MEDIA_TYPE: answer["content"]["application/json"]}
        return super().openapi()


def create_api(wire: Dealwire, within: Sequence[Middleware]) -> FastAPI:
    """Return the API over an open store, within quotas and the like."""
    api = Api(
        title="dealwire",
        version=__version__,
        summary="Who funds whom, how much, at what valuation, and who says so.",
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        servers=[{"url": PREFIX}],
        root_path_in_servers=False,
        docs_url=None,
        redoc_url=None,
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD"],
                allow_headers=["*"],
                expose_headers=["ETag", "Link", "Content-Location", "Retry-After", "RateLimit", "RateLimit-Policy"],
            ),
            *within,
            Middleware(Conditional),
        ],
        exception_handlers=dict(HANDLERS),
        responses={
            401: {"model": Problem, "description": "The key that was sent is none, or was revoked."},
            422: {"model": Problem, "description": "The request can't be answered as it is."},
            429: {"model": Problem, "description": "Too many requests: `Retry-After` says how many seconds to wait."},
            "default": {"model": Problem, "description": "Something failed."},
        },
    )
    api.state.wire = wire
    for part in PARTS:
        api.include_router(part.router)
    api.router.routes.extend(reference.ROUTES)
    return api
