"""The secret of a session as forms hold it."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hmac import compare_digest
from secrets import token_bytes


def masked(token: str) -> str:
    """Return a token (hex) as a page holds it: different each time, so that no compression tells it (BREACH)."""
    secret = bytes.fromhex(token)
    pad = token_bytes(len(secret))
    return urlsafe_b64encode(pad + bytes(a ^ b for a, b in zip(pad, secret, strict=True))).decode()


def matches(masked_: str, token: str) -> bool:
    """Tell whether what a form holds is a token."""
    try:
        raw = urlsafe_b64decode(masked_.encode())
    except (binascii.Error, ValueError):
        return False
    half = len(raw) // 2
    if len(raw) != 2 * half:
        return False
    return compare_digest(bytes(a ^ b for a, b in zip(raw[:half], raw[half:], strict=True)).hex(), token)
