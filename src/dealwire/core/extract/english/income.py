"""Sums that are earned, not raised: taxes, tickets, proceeds of a sale, what a licence or a milestone pays."""

from __future__ import annotations

import itertools
import re
from typing import Final

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.tokens import ROUND, Sentence

_STEPS: Final = w.words("milestone milestones upfront up-front royalties royalty")
_FOR_STEPS: Final = w.words("initiation completion achieving achievement meeting reaching starting")
_LICENCES: Final = w.words("licensing licence license licenses licences sublicense collaboration co-development")


def is_of_licence(sentence: Sentence, i: int) -> bool:
    """Tell whether a sum is paid for a right or a step: "an upfront payment of |$5M|", "|$9M| in milestones"."""
    plain = [t.low for t in sentence.tokens if sentence.titled or not t.caps]
    if any(t.kind == ROUND for t in sentence.tokens) or w.FIRM_NOUN & set(plain):
        return False
    before = [sentence.low(k) for k in range(max(0, i - 7), i)]
    near = {*before, *(t.low for t in sentence.tokens[i + 1 : i + 14])}
    if _STEPS & near & set(plain):
        return True
    paid = [sentence.low(k) for k in range(i + 1, i + 12)]
    if "for" in paid and paid[-1] != "for" and paid[paid.index("for") + 1] in _FOR_STEPS:
        return True  # "$25M from Acme for |initiation| of clinical studies"
    return bool(_LICENCES & set(before)) and bool({"deal", "agreement", "pact"} & set(before))


PROCEEDS: Final = re.compile(
    r"^in (?:\w+ ){0,2}proceeds from (?:the |its |a )?(?:\w+ )?(?:sale|transaction|deal|divest|disposal)"
)
_EARNINGS: Final = w.words(
    "taxes tax fees fines royalties tolls tickets ads donations tariffs dividends sales disposal disposals divestment"
)
_SOLD: Final = w.words("shares stock stake stakes bonds notes equity securities units")
_AIMS: Final = w.words("to for as while after with at , ; . led")


def is_earned(following: list[str]) -> bool:
    """Tell whether a sum is income: "$2M |in the first month of ticket sales|", "$9M |from taxes|"."""
    if {"taxes", "fees", "fines", "tolls"} & set(following) and not w.FIRM_NOUN & set(following):
        return True
    if following[:1] not in (["from"], ["in"], ["of"]):
        return False
    source = list(itertools.takewhile(lambda low: low not in _AIMS, following))
    sold = following[0] == "from" and "sale" in source[:4]  # "$9M from the sale of its headquarters"
    of_things = sold and not _SOLD & set(source)
    return (of_things or bool(_EARNINGS & set(source))) and not (w.FIRM_NOUN & set(source))
