"""Addresses of the web that a user names to `ingest`: fetched once each, as politely as sources are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from dealwire import app
from dealwire.model import Document, Rejected
from dealwire.model.fetching import Answer, Ask, Failure

if TYPE_CHECKING:
    from dealwire.service.watching import Manners

STAGE = "fetch"


def fetched(
    urls: Sequence[str], manners: Callable[[], Manners], clock: Callable[[], datetime]
) -> Iterator[Document | Rejected]:
    """Yield what lies at some addresses, in their order, each fetched when it is asked for; else why it can't be had.

    Robots.txt is obeyed, hosts are left the pause that they ask for, and no private address is asked.
    """
    from anyio.from_thread import start_blocking_portal

    from dealwire.service.intake import document_of

    own = manners()
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(app.fetcher(own.contact, loopback=own.loopback)) as fetcher,
    ):
        guest = app.guest(fetcher, own.pause)
        for url in urls:
            match portal.call(guest.fetch, Ask(url, accept="*/*")):
                case Failure(reason=reason):
                    yield Rejected(STAGE, url, reason)
                case Answer(status=HTTPStatus.OK, body=body) as answer if body.strip():
                    yield document_of(answer, app.sniff(body[:4096]), clock())
                case Answer(status=HTTPStatus.OK):
                    yield Rejected(STAGE, url, "an empty answer")
                case Answer(status=status):
                    yield Rejected(STAGE, url, f"status {status}")
