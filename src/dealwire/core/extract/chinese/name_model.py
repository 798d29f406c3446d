"""How much a string looks like a name where it stands: a linear model over hashed character n-grams.

The characters inside a string, its length and scripts, and the seams where it was cut each vote with a trained weight.
`python -m benchmarks.train chinese-names` trains it; docs/explanation/taggers.md says on what, and what it reaches.
"""

from __future__ import annotations

import re
from array import array
from base64 import b64decode
from functools import cache, lru_cache
from math import exp
from zlib import crc32, decompress

from dealwire.core.extract.chinese import name_weights
from dealwire.core.extract.traditional import SIMPLIFIED

BORDER = "|"
"""What stands for the start and the end of a text in what surrounds a string."""

_LONGEST = 24
"""Characters of a string that vote: of a longer one, its two ends."""

_DIGITS = str.maketrans("123456789", "000000000")
_LETTER = re.compile("[\x00-\x7f]")
_MOST = 30.0
"""Odds beyond this differ in nothing that matters."""


def likeness(name: str, before: str = "", after: str = "") -> float:
    """Return how likely a string is a name, from 0 to 1, as `odds` has it; in traditional characters, too."""
    return 1 / (1 + exp(-odds(name.translate(SIMPLIFIED), before, after)))


def likeness_at(text: str, start: int, end: int) -> float:
    """Return how likely a name stands there in a text, from 0 to 1."""
    return 1 / (1 + exp(-odds_at(text, start, end)))


def odds_at(text: str, start: int, end: int) -> float:
    """Return the logarithm of the odds that a name stands there in a text."""
    before = (3 * BORDER + text[max(0, start - 3) : start])[-3:]
    return odds(text[start:end], before, (text[end : end + 3] + 3 * BORDER)[:3])


def odds(name: str, before: str = "", after: str = "") -> float:
    """Return the logarithm of the odds that a string is a name; 0 is even.

    `before` and `after` are the characters around it, of which three count. Empty, they are not known.
    """
    votes = _inside(name) + (_seams(name[:2], name[-2:], before[-3:], after[:3]) if before or after else 0)
    return max(-_MOST, min(_MOST, votes * name_weights.SCALE))


@lru_cache(maxsize=8192)
def _inside(name: str) -> int:
    return _votes(grams(name, "", ""))


@lru_cache(maxsize=8192)
def _seams(first: str, last: str, before: str, after: str) -> int:
    return _votes(seams(first, last, before, after))


def _votes(said: list[str]) -> int:
    weights = _weights()
    mask = len(weights) - 1
    return sum([weights[crc32(gram.encode()) & mask] for gram in said])


def grams(name: str, before: str, after: str) -> list[str]:
    """Return what votes on a string: its n-grams up to four characters, its length with its scripts, its seams."""
    name = _folded(name if len(name) <= _LONGEST else name[: _LONGEST // 2] + name[-_LONGEST // 2 :])
    whole = f"^{name}$"
    votes = [whole[i : i + n] for n in (1, 2, 3, 4) for i in range(len(whole) - n + 1)]
    scripts = "l" if name.isascii() else "m" if _LETTER.search(name) else "h"
    votes.append(f"#{min(len(whole), 16)}{scripts}")
    return votes + seams(name[:2], name[-2:], before[-3:], after[:3])


def seams(first: str, last: str, before: str, after: str) -> list[str]:
    """Return what votes on where a string was cut: what stands around it, with its own first and last characters."""
    first, last = _folded(first), _folded(last)
    votes = []
    if before:
        before = _folded(before)
        votes += ["<" + before[-n:] for n in (1, 2, 3)]
        votes += [f"<{before[-n:]}_{first[:m]}" for m in (1, 2) for n in (1, 2)]
    if after:
        after = _folded(after)
        votes += [">" + after[:n] for n in (1, 2, 3)]
        votes += [f">{last[-n:]}_{after[:m]}" for m in (1, 2) for n in (1, 2)]
    return votes


def _folded(text: str) -> str:
    """Fold numerals and the case of letters, which say little."""
    return text.lower().translate(_DIGITS)


@cache
def _weights() -> array[int]:
    return array("b", decompress(b64decode(name_weights.WEIGHTS)))
