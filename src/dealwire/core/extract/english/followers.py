"""Rounds that a round-up strings together: "Acme raised $9M, followed by Pelt and Quayside with $5M and $3M"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import backers
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.drafts import build
from dealwire.core.extract.english.frame import Frame
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, Sentence, Token

_SUMS: Final = w.words("with at raising securing bagging which raised")
_ENDS: Final = frozenset({";", ":"})
REACH: Final = 60
"""Tokens after "followed by" within which those who follow are told."""


def followed(sentence: Sentence, scene: Scene, told: list[Draft]) -> list[Draft]:
    """Return a round for each company that follows, each with its own sum."""
    at = next((i for i in range(1, len(sentence.tokens)) if _opens(sentence, i)), 0)
    if not at or not (told or scene.drafts or any(t.kind == MONEY for t in sentence.tokens[:at])):
        return []
    found: list[Draft] = []
    i, stop = at + 2, min(len(sentence.tokens), at + REACH)
    while i < stop:
        listed, end = backers.read_list(sentence, i, stop)
        if not listed or sentence.low(end + (sentence.low(end) == ",")) not in _SUMS:
            break
        sums, end = _sums(sentence, end + 1, stop, len(listed))
        if len(sums) != len(listed):
            break
        for backer, token in zip(listed, sums, strict=True):
            company = scene.told(sentence, backer.name, 0.8)
            if any(d.company is not None and same_name(d.company.value, company.value) for d in told):
                continue
            draft = build(sentence, scene, None, Frame(at, confidence=0.75), company, [])
            found.append(replace(draft, amount=token.money))
        i = end
        while i < stop and sentence.low(i) in {",", "and", "respectively", "in", "funding"}:
            i += 1
    return found


def _opens(sentence: Sentence, i: int) -> bool:
    return sentence.low(i) == "followed" and sentence.low(i + 1) == "by"


def _sums(sentence: Sentence, i: int, stop: int, count: int) -> tuple[list[Token], int]:
    """Return as many sums as are to be told one beside the other, and where they end."""
    sums: list[Token] = []
    while i < stop and len(sums) < count:
        token = sentence.tokens[i]
        if token.kind == MONEY:
            sums.append(token)
        elif token.text in _ENDS or (token.caps and sums):
            break
        i += 1
    return sums, i
