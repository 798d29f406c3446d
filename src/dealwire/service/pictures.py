"""Caching the pictures of records: fetched politely, made harmless, kept by digest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

from dealwire.core.read import HUB, TEXT
from dealwire.core.read.hub import hub_record
from dealwire.core.read.pictures import addresses, picture
from dealwire.errors import InputError
from dealwire.model import Rejected
from dealwire.model.fetching import PICTURE_TYPES, Answer, Ask, Outcome
from dealwire.model.pictures import Cached, Picture
from dealwire.ports import Store, Web

STAGE = "picture"

AGAIN = timedelta(days=7)
"""After so long a picture that could not be had is tried again."""


@dataclass(frozen=True, slots=True)
class PictureCounts:
    """What a run did: pictures that records name, those cached before, those cached now, those that can't be had."""

    named: int = 0
    known: int = 0
    cached: int = 0
    rejected: tuple[Rejected, ...] = ()


async def cache(
    store: Store, web: Web, clock: Callable[[], datetime], most: int, tell: Callable[[int], None] = lambda _: None
) -> PictureCounts:
    """Fetch the pictures of records that are not cached yet, at most so many; `tell` is told of each."""
    named = list(dict.fromkeys(_named(store)))
    known = store.pictures(named)
    since = clock() - AGAIN
    wanted = [url for url in named if url not in known or (known[url].problem and known[url].fetched_at < since)]
    rejected = []
    cached = 0
    for url in wanted[:most]:
        problem = _keep(store, url, await web.fetch(Ask(url, accept=PICTURE_TYPES)), clock())
        cached += problem is None
        rejected += [Rejected(STAGE, url, problem)] if problem else []
        tell(1)
    return PictureCounts(len(named), len(named) - len(wanted), cached, tuple(rejected))


def _named(store: Store) -> Iterator[str]:
    for media_type in (HUB, TEXT):
        for document in store.documents(media_type):
            try:
                yield from addresses(hub_record(document).front)
            except InputError:
                continue  # it was listed as rejected when it came in


def _keep(store: Store, url: str, outcome: Outcome, now: datetime) -> str | None:
    """Keep what came of a picture's address; return what was wrong with it."""
    made: Picture | None = None
    problem: str | None
    if not isinstance(outcome, Answer):
        problem = outcome.reason
    elif outcome.status != HTTPStatus.OK:
        problem = f"status {outcome.status}"
    else:
        try:
            made, problem = picture(outcome.body), None
        except InputError as error:
            problem = str(error)
    cached = Cached(url, now, made.digest, made.width, made.height) if made else Cached(url, now, problem=problem)
    store.put_picture(cached, made)
    return problem
