"""The sums of a listing: the money that it raises, and the value that it puts on the company."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import brackets, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Money, Told, Valuation

_OFFERED: Final = w.words(
    "raise raises raised raising ipo offering sell seeking seeks size debut listing targeting priced prices "
    "secures fetch proceeds offer"
)
_MARKET_VALUE: Final = w.words("value capitalization capitalisation cap worth")
_MERGING: Final = w.words("combine merge merger combination transaction deal")
_OTHER_SUMS: Final = w.words("by increase increasing revealed reveals")


def _is_named(sentence: Sentence, i: int) -> bool:
    """Tell whether a sum stands right before the listing it is of: "a "nearly |$100 million|" initial public offer"."""
    at = i + 1
    while sentence.low(at) in {'"', "”", "initial", "public", "share"}:
        at += 1
    return sentence.low(at) in {"offer", "offering", "ipo"}


def offering(sentence: Sentence) -> tuple[Told[Money] | None, Told[Valuation] | None]:
    """Return the money that a listing raises and the value it puts on the company, as a sentence tells them."""
    amount: Told[Money] | None = None
    value: Told[Valuation] | None = None
    for i, part in sums.classify(sentence).items():
        near = {t.low for t in sentence.tokens[max(0, i - 7) : i]}
        capital = "market" in near and bool(near & _MARKET_VALUE)
        valued = capital and (part is Sum.AMOUNT or bool(near & {"giving", "gives", "gave"}))
        if (part is Sum.VALUATION or valued) and not near & {"last", "once", "previously"}:
            value = value or sums.valuation(sentence, i)
        elif part is Sum.AMOUNT and not any(t.low in _OTHER_SUMS for t in sentence.tokens[max(0, i - 2) : i]):
            near = {t.low for t in sentence.tokens[max(0, i - 7) : i + 4]}
            if sentence.low(i + 1) == "(":
                past = brackets.close_bracket(sentence, i + 1) + 1  # "its 40bn rupee ($482M) |initial public offering|"
                near |= {sentence.low(k) for k in range(past, past + 3)}
            near_debt = {t.low for t in sentence.tokens[i + 1 : i + 5]} & (w.DEBT_NOUN | {"convertible"})
            wide = {t.low for t in sentence.tokens[max(0, i - 16) : i]}
            worth = "worth" in near and not wide & _MERGING and bool(wide & {"offering", "ipo", "float", "flotation"})
            near |= {sentence.low(k) for k in range(i + 1, i + 6)} if _is_named(sentence, i) else set()
            offered = worth or near & _OFFERED  # "an offering in Oslo that could be worth |$1B|"
            owned = sentence.tokens[max(0, i - 1)].text in {"'s", "’s"} and sentence.low(i + 1) not in {
                "ipo",
                "initial",
            }
            fresh = any(sentence.low(k) == "fresh" and sentence.low(k + 1) == "issue" for k in range(i - 8, i))
            if offered and not near_debt and not owned and not fresh:
                amount = amount or sentence.tokens[i].money
    return amount, value
