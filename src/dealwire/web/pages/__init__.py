"""The pages: a module for each, with the routes that it answers."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from dealwire.web.pages import (
    article,
    deal,
    deals,
    front,
    log,
    login,
    organisation,
    pictures,
    review,
    search,
    sources,
    story,
    trends,
)

ROUTES: tuple[Route, ...] = (
    *front.ROUTES,
    *deals.ROUTES,
    *deal.ROUTES,
    *story.ROUTES,
    *article.ROUTES,
    *organisation.ROUTES,
    *search.ROUTES,
    *sources.ROUTES,
    *trends.ROUTES,
    *login.ROUTES,
    *log.ROUTES,
    *review.ROUTES,
    *pictures.ROUTES,
)


def routes(within: Sequence[Middleware]) -> list[BaseRoute]:
    """Return the routes of the pages, each within some middleware."""
    return [_within(route, within) for route in ROUTES]


def _within(route: Route, within: Sequence[Middleware]) -> Route:
    wrapped = copy(route)
    for one, args, options in reversed(within):
        wrapped.app = one(wrapped.app, *args, **options)
    return wrapped
