"""The pages: a module for each, with the routes that it answers."""

from __future__ import annotations

from starlette.routing import BaseRoute

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

ROUTES: tuple[BaseRoute, ...] = (
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
