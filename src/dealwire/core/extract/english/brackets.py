"""Brackets: where one closes, and what stands before it."""

from __future__ import annotations

from dealwire.core.extract.english.tokens import Sentence


def close_bracket(sentence: Sentence, i: int) -> int:
    """Return the index of the bracket that closes the one at i, or i."""
    tokens = sentence.tokens
    if i >= len(tokens) or tokens[i].text not in {"(", "["}:
        return i
    return next((j for j in range(i + 1, min(i + 25, len(tokens))) if tokens[j].text in {")", "]"}), i)


def skip_brackets(sentence: Sentence, i: int) -> int:
    """Return the token before the bracket that closes at i ("Oracle (NYSE: ORCL)" → "Oracle"), or i."""
    tokens = sentence.tokens
    if i < 0 or tokens[i].text not in {")", "]"}:
        return i
    for j in range(i - 1, max(-1, i - 25), -1):
        if tokens[j].text in {"(", "["}:
            return j - 1
    return i
