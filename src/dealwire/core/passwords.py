"""Which passwords are taken, after NIST SP 800-63B-4, 3.1.1: long ones, of any characters, that nobody expects.

There are no rules on which characters to mix, and no expiry: both make people choose worse.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Final

SHORTEST: Final = 15
"""Characters of a password that is all that one signs in with (63B-4 asks for so many)."""

LONGEST: Final = 256
"""Characters beyond which none is taken, so that no request makes work without end (63B-4 asks for 64 at least)."""

EXPECTED: Final = ("dealwire", "password", "passwort", "passphrase", "letmein", "qwertyuiop", "asdfghjkl", "zxcvbnm")
"""What is guessed first, beside the account's own name; one that is made of these alone is as good as none."""

LEAST_UNEXPECTED: Final = 8
"""Characters that are left of a password when expected words, runs and repeats are taken out."""


def normalised(password: str) -> str:
    """Return a password as it is compared, so that it is the same from every keyboard (63B-4: NFKC, before hashing)."""
    return unicodedata.normalize("NFKC", password)


def trouble(password: str, name: str) -> str | None:
    """Say what is wrong with a new password of an account; None if it may be taken."""
    password = normalised(password)
    if len(password) < SHORTEST:
        return f"a password has {SHORTEST} characters at least; some words in a row do well"
    if len(password) > LONGEST:
        return f"a password has {LONGEST} characters at most"
    if _unexpected(password.casefold(), name.casefold()) < LEAST_UNEXPECTED:
        return "this password is among the first that are guessed: name, repeats, rows of keys and the like"
    return None


def _unexpected(password: str, name: str) -> int:
    """Return how many characters remain without expected words, and of runs ("abcd", "1111") only the first."""
    for word in (*EXPECTED, *sorted(name.split(), key=len, reverse=True), name):
        if len(word) > 2:
            password = password.replace(word, "")
    kept = password[:1] + "".join(b for a, b in pairwise(password) if abs(ord(b) - ord(a)) > 1)
    return min(len(kept), 2 * len(set(kept)))
