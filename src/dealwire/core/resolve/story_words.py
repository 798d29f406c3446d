"""What a headline is about: its terms, each weighing the more the rarer it is in headlines at large."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from math import log

from dealwire.core.name_parts import HAN
from dealwire.core.resolve.story_frequencies import COMMON, UNKNOWN
from dealwire.core.resolve.story_pairs import COMMON_PAIRS, UNKNOWN_PAIR

LONGEST = 300
"""Characters of a headline that are looked at."""

_EMPTY_WORDS = """
a about after all an and any are as at be been before but by can could did do does down for from had has have he her
here his how i if in into is it its just may me might more most my new no not of off on one or our out over said say
says she so some than that the their then there these they this those to two under up us was we were what when where
which who why will with would you your
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_RUN = re.compile(rf"[{HAN}]+|\d+(?:[.,]\d+)*[a-z]*|[^\W_]+(?:['’][^\W_]+)?")
_HAN = re.compile(rf"[{HAN}]")
_VOWEL = re.compile("[aeiouy]")
_ENDINGS = ("ation", "ment", "ness", "ion", "er", "or", "al")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return what an English word and its inflections have in common, roughly: "acquires", "acquired" → "acquir"."""
    if not word.isascii() or not word.isalpha():
        return word
    return _bare(_singular(word))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-2]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 3 and word[-2] not in "sui" else word


def _bare(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWEL.search(rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    if len(word) > 3 and word[-1] in "ey":
        word = word[:-1] + ("i" if word[-1] == "y" else "")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def words(headline: str) -> list[str]:
    """Return a headline's words, stemmed, without those that say nothing; Chinese in overlapping pairs of letters."""
    found = []
    for run in _RUN.findall(headline[:LONGEST].lower()):
        if _HAN.match(run):
            found += [run[n : n + 2] for n in range(len(run) - 1)] or [run]
            continue
        word = re.sub("['’]s$", "", run).replace("'", "").replace("’", "")
        if word not in _EMPTY and (len(word) > 1 or word.isdigit()):
            found.append(stem(word))
    return found


def terms(headline: str) -> Mapping[str, float]:
    """Return the words of a headline with their weights."""
    return {word: _weight(word) * (1 + log(times)) for word, times in Counter(words(headline)).items()}


def _weight(word: str) -> float:
    return COMMON_PAIRS.get(word, UNKNOWN_PAIR) if _HAN.match(word) else COMMON.get(word, UNKNOWN)
