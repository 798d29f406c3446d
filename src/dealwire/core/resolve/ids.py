"""Ids of views: a letter for the sort of thing and a digest of what it derives from."""

from __future__ import annotations

from hashlib import sha256


def made_id(letter: str, *derived_from: str) -> str:
    """Return "letter-digest": 16 hex digits of what a thing derives from, the same wherever and whenever it is made."""
    told = "\x1f".join(derived_from).encode("utf-8", "surrogatepass")
    return f"{letter}-{sha256(told).hexdigest()[:16]}"


def once(id_: str, now: str) -> str | None:
    """Return an id that a thing has had, or would have without some of its members, where it has another now."""
    return None if id_ == now else id_


def organisation_id(key: str) -> str:
    """Return the id of the organisation whose least name key this is."""
    return made_id("o", key)


def story_id(article: str) -> str:
    """Return the id of the story of which an article, by its key, is the first."""
    return made_id("s", article)


def deal_id(report: str) -> str:
    """Return the id of the deal of which a report is the earliest."""
    return made_id("d", report)
