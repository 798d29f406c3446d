"""How a folded name splits into the words, numbers and places that names are compared by."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from dealwire.core.name_words import CANONICAL, COMMON, DESCRIPTIVE, GLUED, GLUED_DESCRIPTIVE, PLACES, REGISTERED

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, as a range of a regular expression."""

MOST_WORDS = 16
"""Words of a name that are looked at."""


_LONGEST_GLUED = max(map(len, GLUED))
_LONGEST_PLACE = max(map(len, PLACES))
_PLACE_ENDINGS = ("省", "市", "特别行政区", "自治区", "区")

_RUNS = re.compile(rf"[{HAN}]+|[^{HAN}\s]+")
_HAN = re.compile(rf"[{HAN}]")
_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_UNITS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: number for number, word in enumerate(_UNITS.split())}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}


@dataclass(frozen=True, slots=True)
class Parts:
    """A folded name split up: words in one spelling each, numbers, places.

    `glued` are the words that a Chinese name ends with, `compact` is the key without spaces, `han` tells of Chinese
    characters, `latin` that there are only Latin letters (and digits).
    """

    key: str
    words: tuple[str, ...]
    glued: frozenset[str]
    numbers: tuple[str, ...]
    places: frozenset[str]
    compact: str
    han: bool
    latin: bool

    def only(self, *words: str) -> Parts:
        """Return the parts with these words alone."""
        return replace(self, words=words)

    def describes(self, word: str) -> bool:
        """Tell whether a word of this name merely describes: at its beginning none does ("Health Catalyst")."""
        if word == self.words[0]:
            return False
        return word in DESCRIPTIVE or (word in self.glued and word in GLUED_DESCRIPTIVE)

    def is_number(self, word: str) -> bool:
        """Tell whether a word is one of this name's numbers."""
        return _number(word, first=word == self.words[0]) is not None

    def is_registration(self, word: str) -> bool:
        """Tell whether a word is one under which Chinese companies register whatever they do."""
        return word in self.glued and word in REGISTERED

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that tell this name from others: those neither common nor descriptive, or failing such all."""
        rare = tuple(word for word in self.words if word not in COMMON and not self.describes(word))
        return rare or self.words


def _roman(word: str) -> str | None:
    if not _ROMAN.match(word):
        return None
    values = [_ROMAN_VALUES[letter] for letter in word]
    return str(sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True)))


def _number(word: str, first: bool) -> str | None:
    """Return a word's digits where it is a number: "2", "II" (but not as the first word: "X Development")."""
    if word.isdecimal():
        return str(int(word))
    return None if first else _roman(word)


def is_number_word(word: str) -> bool:
    """Tell whether a word may be a number, in digits, Roman or as a word."""
    return word in _NUMBERS or _number(word, first=False) is not None


def _split_han(run: str, at_end: bool) -> tuple[list[str], list[str], set[str]]:
    """Split a run of Chinese characters into the name proper, the descriptive words at its end, and places."""
    places: set[str] = set()
    leading = True
    while leading and len(places) < 2:  # 深圳市前海 …
        leading = False
        for size in range(_LONGEST_PLACE, 1, -1):
            if run[:size] in PLACES and len(run) >= size + 2:
                places.add(run[:size])
                run = run[size:]
                for ending in _PLACE_ENDINGS:
                    if run.startswith(ending) and len(run) >= len(ending) + 2:
                        run = run[len(ending) :]
                leading = True
                break
    tail: list[str] = []
    stripping = at_end
    while stripping:
        stripping = False
        for size in range(min(_LONGEST_GLUED, len(run) - 2), 0, -1):
            end = run[-size:]
            if end in GLUED or end in PLACES:
                places.update({end} & PLACES)
                tail[:0] = GLUED[end].split() if end in GLUED else []
                run = run[:-size]
                stripping = True
                break
    if run in GLUED and places:  # 北京银行: the place is the name
        return [min(places) + run], tail, set()
    return ([run] if run else []), tail, places


def _join_number_words(words: list[str]) -> list[str]:
    """Write "forty four" as 44, and a lone number word as digits."""
    joined: list[str] = []
    tens = False
    for word in words:
        number = _NUMBERS.get(word, int(word) if word.isdecimal() and len(word) == 1 else None)
        if tens and number is not None and 0 < number < 10:
            joined[-1] = str(int(joined[-1]) + number)
            tens = False
        else:
            joined.append(str(_NUMBERS[word]) if word in _NUMBERS else word)
            tens = word in _NUMBERS and _NUMBERS[word] >= 20
    return joined


@lru_cache(maxsize=65536)
def parts(key: str) -> Parts:
    """Split a folded name into the parts that names are compared by."""
    words: list[str] = []
    glued: set[str] = set()
    places: set[str] = set()
    runs = _RUNS.findall(key)[:MOST_WORDS]
    han = False
    for position, run in enumerate(runs):
        if _HAN.match(run):
            han = True
            core, tail, found = _split_han(run, at_end=position + 1 == len(runs) or runs[position + 1].isascii())
            words += core + tail
            glued.update(tail)
            places |= found
        else:
            words.append(CANONICAL.get(run, run))
    words = [part for word in _join_number_words(words) for part in word.split()] or [key]
    numbers = tuple(sorted(n for i, word in enumerate(words) if (n := _number(word, first=i == 0))))
    compact = key.replace(" ", "")
    return Parts(key, tuple(words), frozenset(glued), numbers, frozenset(places), compact, han, compact.isascii())
