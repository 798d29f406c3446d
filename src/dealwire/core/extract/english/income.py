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
    before = [sentence.low(k) for k in range(max(0, i - 7), i)]
    after = sentence.tokens[i + 1 : i + 14]
    paid = [sentence.low(k) for k in range(i + 1, i + 12)]
    step = any(t.low in _STEPS and (sentence.titled or not t.caps) for t in sentence.tokens[max(0, i - 7) : i]) or any(
        t.low in _STEPS and (sentence.titled or not t.caps) for t in after
    )
    begun = "for" in paid[:-1] and paid[paid.index("for") + 1] in _FOR_STEPS  # "for |initiation| of clinical studies"
    licence = bool(_LICENCES & set(before)) and bool({"deal", "agreement", "pact"} & set(before))
    if not (step or begun or licence):
        return False
    own = any(t.kind == ROUND or (t.low in w.FIRM_NOUN and (sentence.titled or not t.caps)) for t in sentence.tokens)
    return not own


_ORDERS: Final = w.words(
    "contract contracts order orders tender tenders backlog pipeline purchase-order commission subsidy"
)
_WORK: Final = w.words("supply build provide deliver construct operate develop install manage make design run maintain")


def is_of_order(sentence: Sentence, i: int) -> bool:
    """Tell whether a sum is what work is worth: "a contract worth |$5M|", "a deal worth |$9M| to supply ferries"."""
    worth = next((k for k in range(i - 1, max(-1, i - 5), -1) if sentence.low(k) in {"worth", "valued"}), 0)
    if not worth:
        return False
    before = {sentence.low(k) for k in range(max(0, worth - 3), worth)}
    works = sentence.low(i + 1) == "to" and sentence.low(i + 2) in _WORK
    return bool(_ORDERS & before) or (works and bool({"deal", "agreement", "deals"} & before))


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
