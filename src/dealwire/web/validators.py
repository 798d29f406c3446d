"""Validators: how a reader who has an answer already is spared it (RFC 9110, 8.8 and 13.1)."""

from __future__ import annotations

import hashlib


def entity_tag(body: bytes) -> str:
    """Return the tag of what is said, whichever way it is packed: a weak one."""
    return f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def matches(if_none_match: str | None, tag: str) -> bool:
    """Tell whether a reader has what a tag names; tags are compared weakly, as RFC 9110, 13.1.2 asks."""
    if not if_none_match:
        return False
    had = (one.strip().removeprefix("W/") for one in if_none_match.split(","))
    return any(one in ("*", tag.removeprefix("W/")) for one in had)
