"""Does a feed's entry hold its article, or only a summary of the page behind its link?"""

from __future__ import annotations

import re

SUMMARY = 600
"""Characters (each Chinese one counts as two) up to which a text that a feed gives is taken for a summary."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_GOES_ON = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&#8230;)\]|(?:read|continue|view|see)\s(?:more|on|reading|full\s\w{1,10})\W{0,5}"
    r"|阅读(?:全文|更多|原文)\W{0,3}|查看全文\W{0,3})$",
    re.IGNORECASE,
)
"""What ends a text that goes on elsewhere; at most `_ENDS` characters."""
_ENDS = 40
_APPEARED = re.compile(r"the post .{1,300} appeared first on .{1,100}$", re.IGNORECASE)


def is_excerpt(text: str) -> bool:
    """Tell whether a text seems to be only the beginning or a summary of an article."""
    head, end = text[:SUMMARY], text[-500:].rstrip()
    if len(text) + (0 if head.isascii() else len(_HAN.findall(head))) < SUMMARY or _GOES_ON.search(end[-_ENDS:]):
        return True
    return "appeared first on" in end.lower() and _APPEARED.search(end) is not None
