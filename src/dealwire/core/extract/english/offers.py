"""Offers for a company, told on in later sentences: who made the one that a company has received."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import backers
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import PUNCT, WORD, Sentence
from dealwire.model import Investor, Kind, Role, Told

_OFFERS: Final = w.words("bid offer approach proposal")
_COMES: Final = w.words("come comes came made submitted tabled lodged led headed")
_DEALS: Final = w.words("deal buyout takeover transaction acquisition")
_BUYERS: Final = w.words("buyer buyers consortium bidders bidder acquirers purchasers group")
REACH: Final = 10
"""Tokens at the head of a sentence within which an offer and who made it are told."""


def bidders(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "The bid has come from |A|", "The offer was made by |A|" of the offer told last, its buyer not yet named."""
    last = scene.drafts[-1] if scene.drafts else None
    if last is None or last.kind.value is not Kind.ACQUISITION or last.investors or last.company is None:
        return []
    opens = sentence.low(0) in {"the", "this"} and any(sentence.low(k) in _OFFERS for k in (1, 2, 3))
    if (named := _the_buyer(sentence, last, scene)) is not None:
        return [named]
    opens = opens or sentence.low(1) in _BUYERS or (sentence.low(0) in {"the", "this"} and sentence.low(1) in _DEALS)
    opens = opens or (sentence.low(0) == "the" and sentence.low(2) in _BUYERS)
    at = next((k for k in range(2, REACH) if sentence.low(k) in {"from", "by"} and sentence.low(k - 1) in _COMES), None)
    if not opens or at is None:
        return []
    names = [scene.told(sentence, backer.name) for backer in backers.read_list(sentence, at + 1)[0]]
    buyers = tuple(
        Told(Investor(told.value, Role.ACQUIRER), told.start, told.end, told.quote, 0.8)
        for told in names
        if not same_name(told.value, last.company.value)
    )
    return [replace(last, investors=buyers)] if buyers else []


def _the_buyer(sentence: Sentence, last: Draft, scene: Scene) -> Draft | None:
    """Read "The buyer is |A|", "The buyer, |A|, owns" of the purchase told last."""
    noun = next((k for k in (1, 2) if sentence.low(k) in {"buyer", "buyers", "acquirer", "purchaser"}), None)
    if noun is None or sentence.low(0) != "the" or sentence.low(noun + 1) not in {"is", "was", "are", ","}:
        return None
    names = [scene.told(sentence, backer.name) for backer in backers.read_list(sentence, noun + 2)[0]]
    buyers = tuple(
        Told(Investor(told.value, Role.ACQUIRER), told.start, told.end, told.quote, 0.8)
        for told in names
        if last.company is not None and not same_name(told.value, last.company.value)
    )
    return replace(last, investors=buyers) if buyers else None


def is_spoken_of(sentence: Sentence, i: int) -> bool:
    """Tell whether an offer is "for |the company|", "for |its larger rival|": whom the text spoke of."""
    noun = i + 1
    while sentence.low(i) in {"the", "its"} and noun < i + 4 and _describes(sentence, noun):
        noun += 1
    end = noun + (sentence.low(i) in {"the", "its"})
    follows = sentence.tokens[end] if end < len(sentence.tokens) else None
    ends = (
        follows is None
        or follows.low in w.FUNCTION | {"private"}
        or (follows.kind == PUNCT and follows.text not in _OWNED)
    )
    own = sentence.low(i) == "its" and sentence.low(noun) in _KIN
    return ends and (sentence.low(i) == "it" or own or (sentence.low(i) == "the" and sentence.low(noun) in _TARGETS))


def _describes(sentence: Sentence, i: int) -> bool:
    """Tell whether a word only describes the noun after it: "the |U.S. biotech| firm", "its |larger| rival"."""
    token = sentence.tokens[i] if i + 1 < len(sentence.tokens) else None
    after = sentence.tokens[i + 1] if token is not None else None
    if token is None or after is None or token.kind is not WORD or token.low in w.FUNCTION | w.VERB - w.DESCRIPTOR:
        return False
    trade = token.text.isupper() and len(token.text) <= 3
    if token.caps and not trade and token.low not in w.NATIONALITY | w.PLACE:
        return False
    return after.kind is WORD and (after.low in _TARGETS | _KIN or (not after.caps and token.low not in _TARGETS))


_OWNED: Final = frozenset({"'s", "’s", "'", "’"})


_KIN: Final = w.words("rival competitor peer")
_TARGETS: Final = w.words(
    "company firm group business retailer lender bank brewer airline chain maker publisher broadcaster chipmaker "
    "carmaker automaker drugmaker insurer startup miner producer operator developer manufacturer supplier giant "
    "biotech utility builder studio platform provider"
)
