"""Asking for a URL, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FEED_TYPES = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
PAGE_TYPES = "text/html, application/xhtml+xml, */*;q=0.5"
PICTURE_TYPES = "image/webp, image/jpeg, image/png, image/gif;q=0.8"


@dataclass(frozen=True, slots=True)
class Ask:
    """A request: the URL, what kinds of answer are wanted, and what is known of it (ETag, Last-Modified).

    With a `form` its fields are posted.
    """

    url: str
    accept: str = FEED_TYPES
    etag: str | None = None
    modified: str | None = None
    form: tuple[tuple[str, str], ...] | None = None


class Trouble(StrEnum):
    """Why there is no answer to a request."""

    REFUSED = "refused"
    """Not asked: the scheme, the address, or the site's robots.txt forbids it."""
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    TOO_LARGE = "too large"
    BROKEN = "broken"
    """The answer is no HTTP, is cut off, or can't be unpacked."""
    LOOP = "loop"
    """It redirects without end."""
    BUG = "bug"
    """We failed on it, in a way that nobody thought of."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer, of whatever status, after redirects.

    `url` is where it came from in the end, `moved` the new address if every redirect on the way there was a permanent
    one. `media_type` is the Content-Type header as it came. `retry_after` and `max_age` are seconds. `body` is
    unpacked.
    """

    url: str
    status: int
    body: bytes = b""
    media_type: str = ""
    moved: str | None = None
    etag: str | None = None
    modified: str | None = None
    retry_after: float | None = None
    max_age: float | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer: what sort of trouble, and in words."""

    trouble: Trouble
    reason: str


Outcome = Answer | Failure
