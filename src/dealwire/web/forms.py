"""Routes that not everyone may take, and forms: each has a token that only a page of the same session can hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.model.accounts import Role
from dealwire.web.gate import SAFE, to_login, visitor
from dealwire.web.tokens import matches

LARGEST = 64 * 1024
"""Bytes of a form; ours hold a few words."""
MOST_FIELDS = 40
TOKEN = "token"  # noqa: S105 - the name of a field

Form = Mapping[str, str]


class Members(Route):
    """A route for those who have a role; to all others it answers with a way in, or that they may not."""

    def __init__(self, path: str, page: Callable[[Request], Response], name: str, needs: Role) -> None:
        self.needs = needs

        def guarded(request: Request) -> Response:
            return turned_away(request, needs) or page(request)

        super().__init__(path, guarded, name=name)


class Posts(Route):
    """A form of those who have a role, sent to us: refused without the session's token."""

    def __init__(self, path: str, take: Callable[[Request, Form], Response], name: str, needs: Role) -> None:
        self.needs = needs

        async def guarded(request: Request) -> Response:
            if answer := turned_away(request, needs):
                return answer
            form = await sent(request)
            who = visitor(request)
            if who is None or not matches(form.get(TOKEN, ""), who.token):
                raise HTTPException(403)
            return await run_in_threadpool(take, request, form)

        super().__init__(path, guarded, methods=["POST"], name=name)


def turned_away(request: Request, needs: Role) -> Response | None:
    """Return the answer to who may not be here; None for who may.

    Raises:
        HTTPException: 403, for one who has signed in and has another role, or who sends what only a member may.
    """
    who = visitor(request)
    if who is not None and who.role.covers(needs):
        return None
    if who is None and request.method in SAFE:
        return to_login(request)
    raise HTTPException(403)


async def sent(request: Request) -> Form:
    """Return the fields of a form.

    Raises:
        HTTPException: 413 where it is too large, 400 where it is none.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(413)
    try:
        fields = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as e:
        raise HTTPException(400) from e
    return dict(fields)
