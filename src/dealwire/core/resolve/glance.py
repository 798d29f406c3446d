"""What spares two names the full comparison: most that share a block have one word in common and are strangers.

In a store of many names a block of an everyday word holds hundreds of them, and to split and weigh each costs fifty
times what a glance at the words does. A glance only ever says no, and only where the waterfall would: `compare` stays
the one judge.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from dealwire.core.name_parts import is_number_word
from dealwire.core.name_words import CANONICAL, COMMON
from dealwire.core.names import acronym, numeronym
from dealwire.core.resolve.evidence import like_a_form

_MOST_SHARED: Final = 1
"""Words shared up to which nothing outweighs a word of its own on each side: one coined word, one common one."""


def strangers(a: str, b: str, everyday: Collection[str] = ()) -> bool:
    """Tell whether two folded names are plainly two organisations'; False says nothing.

    They are where both have a telling word of their own, or one has and what they share is a word of everyday.
    """
    if not (a.isascii() and b.isascii()):
        return False
    words_a, words_b = _words(a), _words(b)
    shared = words_a & words_b
    telling = shared - COMMON
    if any(is_number_word(word) for word in words_a ^ words_b):  # "two" is "2", and the fund after it another
        return False
    if len(telling) > _MOST_SHARED or len(shared) - len(telling) > _MOST_SHARED:
        return False
    own_a, own_b = _telling(a) - words_b, _telling(b) - words_a
    both = own_a and own_b
    if not both and not ((own_a or own_b) and telling and telling.issubset(everyday)):
        return False
    if _abbreviate(a, b) or _abbreviate(b, a):
        return False
    return not any(
        _alike(x, y)
        for own, others in ((own_a, words_b - shared), (own_b, words_a - shared))
        for x in own
        for y in others
    )


@lru_cache(maxsize=65536)
def _words(key: str) -> frozenset[str]:
    return frozenset(part for word in key.split() for part in CANONICAL.get(word, word).split())


@lru_cache(maxsize=65536)
def _telling(key: str) -> frozenset[str]:
    """Return the words that weigh full when only one name has them: no common one, letter or legal form.

    A name that says a word twice has none, since the comparison pairs off each of the two.
    """
    if len(_words(key)) < len(key.split()):
        return frozenset()
    return frozenset(word for word in _words(key) - COMMON if len(word) > 1 and not like_a_form(word))


def _abbreviate(short: str, long: str) -> bool:
    """Tell whether one name begins the other, or is made of its initials."""
    a, b = short.replace(" ", ""), long.replace(" ", "")
    return b.startswith(a) or (len(a) < 9 and a in (acronym(long), numeronym(long)))


def _alike(a: str, b: str) -> bool:
    """Tell whether one word may be the other misspelt, or short for a describing one."""
    if DamerauLevenshtein.distance(a, b, score_cutoff=2) <= 2:
        return True
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and (short in COMMON or long in COMMON)
