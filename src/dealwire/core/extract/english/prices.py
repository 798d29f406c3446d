"""For how much a firm is bought: which of a sentence's sums is the price, and which tells what the firm is worth."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import sums, worth
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Money, Told, Valuation

_PAYS: Final = w.words("pay pays paid paying spend spends spent spending")


_DEALS: Final = w.words("deal agreement bid offer pact contract transaction")


def price_of(sentence: Sentence, from_: int) -> Told[Money] | None:
    """Return the price: the first sum after the verb that is a price or the value of the deal."""
    parts = sums.classify(sentence)
    for i, part in parts.items():
        if sentence.low(i + 1) in {"per", "a", "each", "apiece"} and sentence.low(i + 2) not in w.FIRM_NOUN:
            continue  # "is paying $48 |per share|"
        paid = bool(_PAYS & {t.low for t in sentence.tokens[max(0, i - 4) : i]}) and i < from_ <= i + 4
        if part in {Sum.AMOUNT, Sum.OTHER} and (paid or (from_ == i - 1 and sentence.low(from_) in _PAYS)):
            return sentence.tokens[i].money  # "pays $5M to buy", "will pay $5M for a 96% stake"
        if i < from_:
            noun = next((k for k in (i + 1, i + 2) if sentence.low(k) in _DEALS), 0)
            near = 0 < noun < from_ <= noun + 3 and part in {Sum.AMOUNT, Sum.OTHER} and sentence.low(from_ - 1) == "to"
            if near:
                return sentence.tokens[i].money  # "strikes |$5M| deal to buy"
            continue
        if sentence.low(i + 1) in {"debt", "in"} and sentence.low(i + 1 + (sentence.low(i + 1) == "in")) == "debt":
            continue  # "will wipe out half of its |$9M| debt"
        if _RESULTS & {t.low for t in sentence.tokens[max(0, i - 4) : i]}:
            continue  # "four times its revenue target of |$9M|"
        if {"market", "value"} <= {t.low for t in sentence.tokens[max(0, i - 8) : i]}:
            continue  # "after its market value fell to |$9M|"
        if _values_company(sentence, i) or "combined" in {t.low for t in sentence.tokens[max(0, i - 6) : i]}:
            continue
        if (part is Sum.AMOUNT and _is_price(sentence, i)) or (part is Sum.VALUATION and _of_deal(sentence, i)):
            return sentence.tokens[i].money
    return None


def worth_of(sentence: Sentence, from_: int) -> Told[Valuation] | None:
    """Return what the thing bought is said to be worth: "a deal that values Acme at |$3B|"; "valued at" is a price."""
    for i, part in sums.classify(sentence).items():
        if i >= from_ and part in {Sum.VALUATION, Sum.AMOUNT} and _values_company(sentence, i):
            return sums.valuation(sentence, i)
        near = {sentence.low(k) for k in range(i - 5, i)}
        price = price_of(sentence, from_) if {"enterprise", "value"} <= near and i > from_ else None
        if price is not None and price.end < sentence.tokens[i].start:
            return sums.valuation(sentence, i)  # "bought the other half for $9M, at an enterprise value of |$20M|"
    return None


_RESULTS: Final = w.words("revenue revenues sales profit profits earnings ebitda turnover income")
_VALUES: Final = w.words("valuing values valuation")


def _values_company(sentence: Sentence, i: int) -> bool:
    near = {t.low for t in sentence.tokens[max(0, i - 8) : i]}
    if any(sentence.low(k) in {"valuing", "values"} and sentence.low(k + 2) in _DEALS for k in range(i - 5, i)):
        return False  # "raised its bid, valuing |the offer| at"
    if "combined" in near:
        return False  # "a deal valuing the combined firm at"
    if any(sentence.low(k) in {"of", "at"} and worth.is_given(sentence, k) for k in range(i - 3, i)):
        return True
    valued = bool(near & _VALUES) or ("value" in near and bool(near & {"would", "could", "might", "will"}))
    return (valued and bool(near & {"at", "of"})) or sentence.low(i + 1) == "valuation"


def _is_price(sentence: Sentence, i: int) -> bool:
    if sentence.low(i - 1) == "or" or sentence.low(i - 2) == "or":
        each = {sentence.low(k) for k in range(i - 12, i)}
        if each & {"share", "apiece", "each"}:
            return True  # "for $21 a share, or about |$5M|"
    before = {t.low for t in sentence.tokens[max(0, i - 6) : i]}
    after = {t.low for t in sentence.tokens[i + 1 : i + 4]}
    return bool(before & _PRICE_BEFORE or after & _PRICE_AFTER)


_PRICE_BEFORE: Final = w.words("for worth at valued of pay paid pays paying price totaling totalling fetch fetched sum")
_PRICE_AFTER: Final = w.words(
    "deal acquisition takeover buyout merger transaction purchase cash all-cash bid offer all-stock stock sale"
)
_WORTH: Final = w.words(
    "representing enterprise consideration deal transaction acquisition takeover for buyout merger at valued"
)


def _of_deal(sentence: Sentence, i: int) -> bool:
    near = {t.low for t in sentence.tokens[max(0, i - 8) : i]}
    return bool(near & _WORTH)
