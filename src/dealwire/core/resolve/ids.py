"""Ids of views: a letter for the sort of thing and a digest of what it derives from."""

from __future__ import annotations

from hashlib import sha256


def made_id(letter: str, *derived_from: str) -> str:
    """Return "letter-digest": 16 hex digits of what a thing derives from, the same wherever and whenever it is made."""
    told = "\x1f".join(derived_from).encode("utf-8", "surrogatepass")
    return f"{letter}-{sha256(told).hexdigest()[:16]}"


def deal_id(report: str) -> str:
    """Return the id of the deal of which a report is the earliest."""
    return made_id("d", report)
