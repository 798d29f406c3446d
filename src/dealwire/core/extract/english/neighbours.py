"""The party that ends at a token: a name, a list of names, a name behind what describes it, or "the company"."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.brackets import skip_brackets
from dealwire.core.extract.english.names import Name, is_part, run_after, run_before
from dealwire.core.extract.english.tokens import WORD, Sentence, Token

PRONOUN = "pronoun"
"""Stands for a party that was spoken of before."""

THE_COMPANY: Final = w.words(
    "company startup firm start-up business maker platform group provider team fintech unicorn"
)


def adjacent(sentence: Sentence, i: int) -> list[Name] | str | None:
    """Return the name, or the list of names, that ends at token i."""
    tokens = sentence.tokens
    i = skip_brackets(sentence, i)
    if i < 0:
        return None
    own = tokens[i].text in {"'s", "’s"} and i > 0
    name = run_before(sentence, i - own)
    noun = sentence.low(i + 1) in w.TO_NOUN and sentence.low(i + 2) in {"to", "for"}  # "Acme's |bid| to buy"
    noun = noun or sentence.low(i + 2) in _DEALS  # "Acme's |proposed acquisition|"
    if name is not None and own and not noun and i + 1 < len(tokens) and tokens[i + 1].low in w.VERB | w.AUXILIARY:
        name = Name(name.first, i + 1)  # "Wendy's raised": the sign is part of the name
    if tokens[i].text in {"'s", "’s", "'", "’"} and i:
        i -= 1
    if name is None:
        ticker = tokens[2].text if sentence.low(1) == "(" and len(tokens) > 2 else ""
        if i == 0 and ticker.isupper() and tokens[0].kind == WORD:
            return [Name(0, 1)]  # "|argenx| (ARGX) raised"
        low = tokens[i].low
        if low in w.LEGAL and tokens[i].caps and i and may_name(tokens[i - 1]):
            return [Name(i - 1, i + 1)]  # "the farming firm |lumo-gro Inc.| closed"
        spoken_of = low in THE_COMPANY or (low in BUSINESSES and not tokens[i].caps)
        if spoken_of and _determined(sentence, i):
            return PRONOUN
        described = i > 0 and not tokens[i - 1].caps and tokens[i - 1].low in w.STRONG_DESCRIPTOR | THE_COMPANY
        if described and sentence.low(i - 2) not in {"the", "this"} and may_name(tokens[i]):
            return [Name(i, i + 1)]  # "the AI startup |mevio| raised"
        two = i > 2 and not tokens[i - 2].caps and tokens[i - 2].low in w.STRONG_DESCRIPTOR | THE_COMPANY
        two = two and may_name(tokens[i]) and may_name(tokens[i - 1]) and not tokens[i - 1].caps
        if two and sentence.low(i - 3) not in {"the", "this"}:
            return [Name(i - 1, i + 1)]  # "US biotech firm |bluestem bio| said"
        return _described_before(sentence, i)
    placed = all(t.low in w.PLACE | w.NATIONALITY for t in tokens[name.first : name.last])
    if placed and sentence.tokens[name.first - 1].text in {"'s", "’s"} and name.first > 1:
        name = run_before(sentence, name.first - 2) or name  # "|Acme|'s South Africa business"
    if sentence.low(name.first - 1) in {"of", "from", "in"} and name.first > 1 and is_part(sentence, name.first - 2):
        name = run_before(sentence, name.first - 2) or name  # "|Acme| of Bergen"
    names = [name]
    j = _before_owner(sentence, name.first - 1)
    j -= j > 1 and sentence.low(j) == "the" and sentence.low(j - 1) in {"and", "&"}  # "Acme and |the| Kelp University"
    while j > 0 and len(names) < 12:
        k = j
        if tokens[k].low in {"and", "&"}:
            k -= 1
        if k >= 0 and tokens[k].text == ",":
            k -= 1
        if k == j:
            break
        k = skip_brackets(sentence, k)
        other = run_before(sentence, k)
        if other is None or (other.first == 0 and other.last == 1 and tokens[0].low in w.INTRO):
            break
        if sentence.low(j) == "," and sentence.low(other.first - 1) in w.ACQUIRE | w.BACK | w.SELL:
            break  # "Acme buys Pelt, |Quayside| backs Beta": another clause
        names.append(other)
        j = _before_owner(sentence, other.first - 1)
    seat = names[-1]
    if len(names) == 2 and sentence.low(seat.first - 1) == "of" and sentence.low(seat.last) == "," and seat.first > 2:
        whose = run_before(sentence, seat.first - 2)
        return [whose] if whose is not None else names[::-1]  # "|Acme| of Dayton, Ohio"
    return names[::-1]


_DEALS: Final = w.words("acquisition takeover merger purchase buyout bid offer sale round deal ipo listing investment")


def _before_owner(sentence: Sentence, i: int) -> int:
    """Return the token before the owner of a name: "Pier and |Dock's| venture arm Acme" → "and"; else i."""
    if i < 2 or sentence.tokens[i].text not in {"'s", "’s"}:
        return i
    if sentence.low(i - 1) in w.PLACE | w.NATIONALITY and sentence.low(i - 2) in {"and", ","}:
        return i - 2  # "Pier and |Norway's| Dock"
    owner = run_before(sentence, i - 1)
    before = sentence.low(owner.first - 1) if owner else ""
    return owner.first - 1 if owner and before in {"and", ","} else i


_AFTER_NAME = w.words(
    "startup app platform valuation company firm founder founders co-founder co-founders ceo team maker "
    "parent marketplace service tool network arm division unit subsidiary"
)
_OWNED_POSTS: Final = w.words("founder founders co-founder co-founders ceo parent valuation arm")


def _described_before(sentence: Sentence, i: int) -> list[Name] | str | None:
    """Return the name before the words that describe it.

    "|Acme| trust management platform raises", "|Acme| founder raises".
    """
    tokens = sentence.tokens
    if i in {1, 2} and tokens[0].caps and is_part(sentence, 0) and not sentence.titled and may_name(tokens[i]):
        end = run_after(sentence, 0)
        if end == i and tokens[0].low not in w.GENERIC | w.INTRO:
            return [Name(0, i + 1)]  # "|a16z crypto| is raising"
    if tokens[i].low not in _AFTER_NAME:
        return None
    j = i - 1
    while (
        j >= 0
        and i - j < 5
        and tokens[j].kind == WORD
        and not tokens[j].caps
        and tokens[j].low not in w.FUNCTION
        and tokens[j].low not in w.VERB - w.DESCRIPTOR
    ):
        j -= 1
    if j >= 0 and tokens[j].text in {"'s", "’s"} and tokens[i].low in _OWNED_POSTS:
        j -= 1
    name = run_before(sentence, j) if j >= 0 else None
    if name is None:
        return None
    if name.last - name.first == 1 and tokens[name.first].low in w.CITY:
        return None  # "|Leeds| firm buys"
    if tokens[name.first].low == "the" or (name.first and tokens[name.first - 1].low in {"the", "this"}):
        return PRONOUN  # "the San Francisco startup"
    return [name]


BUSINESSES: Final = w.words(
    "brand retailer bank lender giant carmaker automaker chipmaker drugmaker insurer airline manufacturer publisher "
    "operator conglomerate supplier exchange agency studio broker developer builder producer vendor designer "
    "specialist marketplace app network lab neobank insurtech biotech proptech edtech healthtech spinout "
    "spin-out subsidiary unicorn"
)
_REGIONS: Final = w.words("country nation world region city state latam continent")
_DETERMINERS: Final = w.words("the this that said its")


def _determined(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    placed = any(
        tokens[k].text in {"'s", "’s"} and tokens[k - 1].low in w.PLACE | w.NATIONALITY | _REGIONS
        for k in range(max(1, i - 4), i)
    )
    return placed or any(t.low in _DETERMINERS for t in tokens[max(0, i - 4) : i])


def may_name(token: Token) -> bool:
    """Tell whether a word in lower case right before a verb of raising can be a company's name."""
    plain = token.low in w.FUNCTION | w.GENERIC | w.INTRO | w.VERB or token.low.endswith(("s", "ly", "ing", "ed"))
    return token.kind == WORD and not plain and len(token.low) > 2
