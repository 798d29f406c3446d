"""The overlapping pieces of a text that near-duplicates share, and their MinHash signature."""

from __future__ import annotations

import re
from functools import lru_cache

from rensa import RMinHash

from dealwire.core.name_parts import HAN

LONGEST_TEXT = 20_000
"""Characters of a text that are looked at: two texts that share so many are near enough."""

SAMPLED = 4
"""One in so many pieces of unspaced text, by the first letter, goes into the signature: enough to find copies."""

BANDS = 20
ROWS = 4
_SEED = 20240227
_ODD = 0x9E3779B97F4A7C15
_POSITIVE = 2**63 - 1

_GLUED = re.compile(rf"[{HAN}\u3040-\u30ff]")
_WORD = re.compile(r"\w+")
_RUNS = re.compile(r"(?=(.{4}))", re.DOTALL)
_SAMPLE = "".join(chr(point) for point in range(0x3000, 0xA000, SAMPLED))
_SAMPLED_RUNS = re.compile(rf"(?=([{_SAMPLE}].{{3}}))", re.DOTALL)


def _pieces(text: str, glued: re.Pattern[str]) -> list[str]:
    """Return a text's runs of three words, or what a pattern finds where words aren't spaced."""
    text = text[:LONGEST_TEXT].casefold()
    words = _WORD.findall(text)
    if _GLUED.search(text):
        letters = "".join(words)
        return glued.findall(letters) or [letters][: len(words)]
    return [" ".join(run) for run in zip(words, words[1:], words[2:], strict=False)] or [" ".join(words)][: len(words)]


@lru_cache(maxsize=128)  # a text is compared with many
def shingles(text: str) -> frozenset[str]:
    """Return the overlapping pieces of a text: runs of three words, or of four characters where words aren't spaced."""
    return frozenset(_pieces(text, _RUNS))


@lru_cache(maxsize=128)  # each deal of a text asks, and its story
def bands(text: str) -> tuple[int, ...]:
    """Return the bands of a text's MinHash, 63-bit integers; near-duplicates very likely share one.

    With 20 bands of 4 rows, of pairs that share 60 % of their pieces 94 % are found, of pairs that share 20 % only 3 %.
    """
    pieces = _pieces(text, _SAMPLED_RUNS)
    if not pieces:
        return ()
    sketch = RMinHash(BANDS * ROWS, _SEED)
    sketch.update(pieces)
    digest = sketch.digest()
    return tuple(_band(n, digest[n * ROWS : (n + 1) * ROWS]) for n in range(BANDS))


def _band(number: int, rows: list[int]) -> int:
    """Mix a band's number and rows into one integer that a database can hold."""
    mixed = number
    for row in rows:
        mixed = (mixed * _ODD + row + 1) & _POSITIVE
    return mixed


def likeness(a: str, b: str) -> float:
    """Return the share of pieces that two texts have in common (Jaccard), 0..1."""
    first, second = shingles(a), shingles(b)
    return len(first & second) / len(first | second) if first and second else 0.0
