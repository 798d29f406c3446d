"""The verb groups: "has been in talks to raise" is one, and begins with "has"."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import is_part
from dealwire.core.extract.english.tokens import Sentence

_BEFORE_TALKS: Final = w.words(
    "in advanced early final late-stage exclusive active preliminary a an definitive the into entered signed "
    "reached struck strikes signs enters inks inked holding holds hold held opens opened starts started begins began "
    "resumes resumed stages stage of its"
)
_AFTER_CATENATIVE: Final = w.words(
    "deal agreement to a raise raising track the that in it close about set of process buy acquire buying acquiring"
)


_BEFORE_GERUND: Final = w.words(
    "discussing discusses considering considers considered weighing weighs exploring explores mulling mulls "
    "started starts began begins "
    "stopped"
)
FAR: Final = 16
"""Tokens of the longest talks before what they are about: "in talks with A, B and C about raising"."""


def head_of_group(sentence: Sentence, verb: int) -> int:
    """Return the first token of the verb group that ends in `verb`: "has been in talks to |raise" → "has"."""
    tokens = sentence.tokens
    i = verb
    while i > 0:
        before = tokens[i - 1]
        low = before.low
        if low == "to":
            j = i - 2
            if (
                j > 1
                and tokens[j].low in w.WEEKDAYS
                and tokens[j - 1].low == "on"
                and tokens[j - 2].low in w.CATENATIVE
            ):
                i = j - 2  # "agreed on Monday to"
                continue
            if j < 0 or not (
                tokens[j].low in w.CATENATIVE
                or tokens[j].low in w.AUXILIARY
                or tokens[j].low in w.TO_NOUN
                or _ends_name(sentence, j)
                or tokens[j].low in w.ADVERB
            ):
                break
            i -= 1
        elif before.text in {"'s", "’s"}:
            if i < 2 or tokens[i - 2].low not in w.PRONOUN:
                break
            i -= 1
        elif low in w.ADVERB and before.caps and i > 1 and not sentence.titled:
            break  # "the fintech |Finally| has raised"
        elif low == "out" and tokens[i].low in {"raising", "fundraising"}:
            i -= 1  # "is |out| raising a fund"
        elif low in w.AUXILIARY or low in w.ADVERB or (low.endswith("ly") and len(low) > 4 and not before.caps):
            i -= 1
        elif low in w.TALKS or (low in w.TO_NOUN and tokens[i].low == "to"):
            i -= 1
            while i > 0 and tokens[i - 1].low in _BEFORE_TALKS:
                i -= 1
        elif low in {"says", "say"} and tokens[i].low.endswith("s") and tokens[i].low in w.RAISE | w.ACQUIRE | w.SELL:
            i -= 1  # "Acme |says raises| $5M"
        elif low in w.CATENATIVE and (
            tokens[i].low in _AFTER_CATENATIVE | w.CATENATIVE | w.AUXILIARY
            or (low in _BEFORE_GERUND and tokens[i].low.endswith("ing"))
        ):
            if before.caps and not sentence.titled:
                break
            i -= 1
        else:
            break
    return i


def _ends_name(sentence: Sentence, i: int) -> bool:
    return is_part(sentence, i) or sentence.tokens[i].text == ")"
