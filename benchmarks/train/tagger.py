"""A small trained tagger: hashed words, affixes and shapes through residual convolutions, read with NumPy alone.

It was trained by `benchmarks.train`; docs/explanation/taggers.md tells on what, and what it is good for. A unit is a
word, a figure, a sign, or one Chinese character. The weights come as stored: 8 bits a value, one scale a row.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.train.spans import OUTSIDE, TAGS, Offsets, Span, decode

Floats: TypeAlias = NDArray[np.float32]

_UNIT: Final = re.compile(r"[\u4e00-\u9fff]|[^\W\d_\u4e00-\u9fff]+|\d+(?:[.,]\d+)*|[^\w\s]|_|\n")
MAX_UNITS: Final = 16_000
"""Units of a text that are looked at."""
MAX_LETTERS: Final = 60
"""Characters of a unit that are looked at."""

SORTS: Final = (1 << 15, 1 << 13, 1 << 13, 1 << 13, 1 << 13, 1 << 9)
"""Buckets that each sort of feature is hashed to: word, its first 2 and 4 and last 2 and 3 characters, shape."""
DILATIONS: Final = (1, 2, 4, 8, 1)
"""How far apart the three units lie over which each convolution goes."""

_REPEATED: Final = re.compile(r"(.)\1+")


def units(text: str) -> tuple[Offsets, ...]:
    """Return where the units of a text stand."""
    return tuple(Offsets(*found.span()) for found in islice(_UNIT.finditer(text), MAX_UNITS))


def features(text: str, tokens: Sequence[Offsets]) -> NDArray[np.int64]:
    """Return the buckets of each unit; 0 is no bucket but where padding lies."""
    rows = [
        _buckets(text[unit.start : min(unit.end, unit.start + MAX_LETTERS)], _glued(text, unit.start))
        for unit in tokens
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, len(SORTS))


def _glued(text: str, start: int) -> bool:
    return not text[max(0, start - 1) : start].isspace()


@lru_cache(maxsize=1 << 14)
def _buckets(word: str, glued: bool) -> tuple[int, ...]:
    low = word.lower()
    shape = ("+" if glued else "") + _shape(word)
    parts = (low, f"<{low[:2]}", f"<{low[:4]}", f"{low[-2:]}>", f"{low[-3:]}>", shape)
    return tuple(1 + zlib.crc32(part.encode()) % (size - 1) for part, size in zip(parts, SORTS, strict=True))


def _shape(word: str) -> str:
    """Return "Xx" for "Acme", "xXx" for "eBay", "d" for "12", a sign as itself, a Chinese character as "h"."""
    return _REPEATED.sub(r"\1", "".join(map(_mark, word))) + ("1" if len(word) == 1 else "")


def _mark(c: str) -> str:
    return "d" if c.isdigit() else "X" if c.isupper() else "x" if c.islower() else "h" if c.isalpha() else c


@dataclass(frozen=True)
class TaggedText:
    """The units of a text and, for each, the probabilities of `TAGS`: see `Tagged`."""

    tokens: tuple[Offsets, ...]
    odds: Floats

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Return the spans of the likeliest sequence of tags in which an I continues its own label."""
        return decode([TAGS[i] for i in best_path(np.log(self.odds + 1e-9))], self.tokens)

    def sure(self, start: int, end: int, label: str) -> float:
        """Return how probable it is that the units of a stretch bear a label: the mean over them."""
        first = bisect_right(self.tokens, start, key=attrgetter("end"))
        last = bisect_left(self.tokens, end, key=attrgetter("start"))
        b = TAGS.index(f"B-{label}")  # I follows B
        return float(self.odds[first:last, b : b + 2].sum(axis=1).mean()) if first < last else 0.0


@cache
def _moves() -> Floats:
    """Return 0 for each (tag, next tag) that may follow each other, else a large loss."""
    return np.array(
        [[0.0 if after[0] != "I" or before[2:] == after[2:] else -1e4 for after in TAGS] for before in TAGS],
        dtype=np.float32,
    )


def best_path(log_odds: Floats) -> list[int]:
    """Return the likeliest sequence of tags (Viterbi); none begins with an I."""
    if not len(log_odds):
        return []
    moves = _moves()
    likeliest = log_odds.argmax(axis=1)
    if not moves[np.append(TAGS.index(OUTSIDE), likeliest[:-1]), likeliest].any():
        return [int(tag) for tag in likeliest]  # each the best by itself, and all moves allowed: nothing is better
    scores = log_odds[0] + moves[TAGS.index(OUTSIDE)]
    came: list[NDArray[np.intp]] = []
    for row in log_odds[1:]:
        paths = scores[:, None] + moves
        came.append(paths.argmax(axis=0))
        scores = paths.max(axis=0) + row
    path = [int(scores.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return path[::-1]


@dataclass(frozen=True, slots=True)
class _Layer:
    """One residual convolution: its norm's gain and shift, its kernel as a matrix, and its bias."""

    reach: int
    gain: Floats
    shift: Floats
    kernel: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        width = x.shape[1]
        centred = x - np.add.reduce(x, axis=1, keepdims=True) / width
        spread = np.sqrt(np.einsum("ij,ij->i", centred, centred)[:, None] / width + 1e-5)
        normal = centred / spread * self.gain + self.shift
        near = np.zeros((len(x), 3 * width), dtype=np.float32)  # beside each unit those before and after; 0 outside
        near[self.reach :, :width] = normal[: -self.reach]
        near[:, width : 2 * width] = normal
        near[: -self.reach, 2 * width :] = normal[self.reach :]
        out: Floats = x + np.maximum(near @ self.kernel + self.bias, 0.0)
        return out


class Tagger:
    """Reads the spans of texts by trained weights."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        """Take weights as they are stored.

        Raises:
            KeyError: one is missing.
        """
        # The embeddings, most of the weights, stay in their 8 bits: a text looks up few of their rows.
        self._tables = [
            (stored[f"embeddings.{i}.weight"], stored[f"embeddings.{i}.weight.scale"][:, None])
            for i in range(len(SORTS))
        ]
        self._enter = _restored(stored, "enter").T, stored["enter.bias"]
        self._leave = _restored(stored, "leave").T, stored["leave.bias"]
        self._layers = [
            _Layer(
                reach,
                stored[f"norms.{i}.weight"],
                stored[f"norms.{i}.bias"],
                _restored(stored, f"layers.{i}").transpose(2, 1, 0).reshape(-1, len(stored[f"layers.{i}.bias"])),
                stored[f"layers.{i}.bias"],
            )
            for i, reach in enumerate(DILATIONS)
        ]

    def tag(self, text: str) -> TaggedText:
        """Return the units of a text with the odds of their tags."""
        tokens = units(text)
        if not tokens:
            return TaggedText((), np.zeros((0, len(TAGS)), dtype=np.float32))
        given = features(text, tokens)
        rows = [values[given[:, i]] * scale[given[:, i]] for i, (values, scale) in enumerate(self._tables)]
        x: Floats = np.concatenate(rows, axis=1) @ self._enter[0] + self._enter[1]
        for layer in self._layers:
            x = layer(x)
        logits = x @ self._leave[0] + self._leave[1]
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        return TaggedText(tokens, (odds / odds.sum(axis=1, keepdims=True)).astype(np.float32))


def _restored(stored: Mapping[str, NDArray[Any]], name: str) -> Floats:
    """Return weights as they were before they were rounded to 8 bits, but for the rounding."""
    values = stored[f"{name}.weight"].astype(np.float32)
    restored: Floats = values * stored[f"{name}.weight.scale"].reshape(-1, *[1] * (values.ndim - 1))
    return restored
