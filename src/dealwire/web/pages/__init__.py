"""The pages: a module for each, with the routes that it answers."""

from __future__ import annotations

from starlette.routing import BaseRoute

from dealwire.web.pages import front

ROUTES: tuple[BaseRoute, ...] = (*front.ROUTES,)
