"""Words by which a sum is what a company is worth, however far they stand before it."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.tokens import MONEY, Sentence


def valuing_before(sentence: Sentence, comma: int) -> int | None:
    """Return the word of "|values| the company, founded in 2023, at", "one of the most |valuable| startups, at"."""
    for k in range(comma - 1, max(-1, comma - _ASIDE), -1):
        if sentence.tokens[k].kind == MONEY:
            return None
        if sentence.low(k) in _VALUES_IT:
            return k
    return None


_VALUES_IT: Final = w.words("values valued valuing valuable")
_ASIDE: Final = 26
"""Tokens between what is valued and the sum, past an aside."""
_GIVES: Final = w.words(
    "give gives gave giving given imply implies implied implying assign assigns assigned assigning put puts putting "
    "place places placed placing estimated confer confers conferring set sets setting"
)
_WORTH: Final = w.words("value capitalization capitalisation worth cap")


def is_given(sentence: Sentence, link: int) -> bool:
    """Read "gives Acme a market value |of| $2B", "implying an equity value |of|", "its worth is put |at|"."""
    noun = next((k for k in range(link - 1, link - 4, -1) if sentence.low(k) in _WORTH), 0)
    return noun > 0 and any(sentence.low(k) in _GIVES for k in range(max(0, noun - 9), link))
