"""Texts of strangers on a terminal: what could steer it, or show one thing and say another, is taken out."""

from __future__ import annotations

import re

# Sequences that terminals obey (ECMA-48: CSI, and OSC with its end), then all other controls but tab and line feed, and
# the marks that turn the direction of a line.
_STEERING = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)|"
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def printable(text: str) -> str:
    """Return a text without control characters and the sequences that they begin; tabs and line feeds stay."""
    return text if text.isprintable() else _STEERING.sub("", text)
