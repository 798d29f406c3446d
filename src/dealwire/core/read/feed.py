"""What a feed says, before any of it becomes an article: the common ground of its two parsers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

RawDate = str | int | None
"""A date as it is written, or a Unix time."""

_EMAIL = re.compile(r"[^\s<>()\"']{1,64}@[^\s<>()\"']{1,255}")
_BRACKETS = " \t\r\n()<>\"',;"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is written: texts may be HTML, dates are unread.

    `contents` are what its elements for content hold, `summary` what that for a summary does. `lang` is what the
    entry itself tells: "" that none is known, None that its feed's holds.
    """

    title: str = ""
    link: str | None = None
    id: str | None = None
    contents: tuple[str, ...] = ()
    summary: str = ""
    published: RawDate = None
    updated: RawDate = None
    created: RawDate = None
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    lang: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it says of itself, and its entries.

    Where `inherited`, its authors are those of entries that name none (RFC 4287, 4.2.1): the managing editor of an RSS
    channel writes no article. `cut` tells that it has more entries than were taken.
    """

    title: str = ""
    link: str | None = None
    lang: str | None = None
    authors: tuple[str, ...] = ()
    inherited: bool = False
    entries: tuple[Entry, ...] = ()
    cut: bool = False


def joined(base: str | None, link: str | None) -> str | None:
    """Return a link as an absolute one where its base is known; one that can't be joined, as it is."""
    if not link or not base or link.startswith(("http://", "https://")):
        return link
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def person(written: str) -> str:
    """Return the name in a line such as "ada@example.com (Ada Writer)", as RSS and mail have it; "" without a name."""
    return _EMAIL.sub("", written).strip(_BRACKETS) if "@" in written else written.strip()
