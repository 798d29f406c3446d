"""Whether common words with capitals are a name: "Founders Fund" is, "Growth" and "Venture Capital" are not."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.tokens import NUMBER, PUNCT, ROUND, WORD, Sentence, Token

FIRM_TAILS: Final = w.words("partners capital ventures holdings acquisition management industries trust bancorp")
"""What after "Technology", "Robotics" makes a firm of it: "Acme |Technology Partners|"."""
PLURAL_TAILS: Final = w.words(
    "systems solutions services products networks technologies brands labs works industries banks stores foods media "
    "security sciences biosciences therapeutics pharmaceuticals analytics dynamics robotics mechanics electronics"
)
"""What alone is no name, and closes one: "Acme Business |Systems|"."""


def introduced(sentence: Sentence, i: int) -> bool:
    """Tell whether a common word with a capital is a name by what describes it: "the chat platform |Wire| has"."""
    token, before = sentence.tokens[i], sentence.tokens[i - 1] if i else None
    if sentence.titled or before is None or not token.caps or token.kind != WORD or token.text.isupper():
        return False
    plain = before.kind == WORD and not before.caps and before.low in w.DESCRIPTOR - {"software", "tech", "technology"}
    return (
        plain and token.low not in {"the", "a", "an", "i"} | w.PLACE | w.NATIONALITY | w.MONTHS | w.DESCRIPTOR | w.LEGAL
    )


def all_legal(tokens: Sequence[Token]) -> bool:
    """Tell whether tokens are no more than legal forms and words that describe."""
    return all(t.low in w.LEGAL or t.low in w.DESCRIPTOR for t in tokens)


def names_nobody(token: Token) -> bool:
    """Tell whether a token alone is no name."""
    return (
        token.kind in {PUNCT, NUMBER, ROUND}
        or token.low in w.GENERIC
        or token.low in w.FUNCTION
        or token.low in w.LEGAL
    )


_FIRM_WORDS: Final = w.words(
    "partners capital fund ventures group equity holdings bank growth angels technologies labs studios "
    "network solutions robotics systems company exchange ai investments investors tech health inc inc. "
    "gold oil press family"
)


def is_proper(tokens: tuple[Token, ...]) -> bool:
    """Read "Founders Fund", "Growth Partners", "Capital Group": common words that are a firm's name together."""
    first = tokens[1:] if tokens[0].low == "the" else tokens
    opens = first[0].low not in w.FUNCTION or first[0].low in {
        "one",
        "first",
        "beyond",
        "next",
    }  # "One Equity Partners"
    headed = any(t.low == "of" and before.low in w.OF_HEAD and before.caps for before, t in itertools.pairwise(tokens))
    round_ = len(first) == 2 and (first[0].low, first[1].low) == ("first", "round")  # "USV, First Round, Pelt"
    return headed or round_ or (tokens[-1].low in _FIRM_WORDS and len(first) > 1 and opens)  # "Bank of London"


_THINGS: Final = w.DESCRIPTOR | w.words("project projects portfolio operation operations assets plant farm site")
_NOT_THINGS: Final = w.words("bank group network exchange services systems solutions labs robotics technologies fund")


def only_describes(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether capitals of a headline describe what they don't name: "Acme Buys |Danish Software Provider|"."""
    tokens = sentence.tokens
    if not sentence.titled or last - first < 2 or first == 0:
        return False
    begins = tokens[first].low in w.NATIONALITY | w.PLACE or tokens[first].low in {"an", "a"}
    return begins and tokens[last - 1].low in _THINGS - _NOT_THINGS and sentence.low(last) not in {"inc", "inc.", "ltd"}


def is_adjective(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the first word of a sentence only describes the next: "|Successful| listings helped"."""
    if first or last > 1 or sentence.titled or not sentence.low(0).endswith(("ful", "ous", "ible")):
        return False
    after = sentence.tokens[1] if len(sentence.tokens) > 1 else None
    return (
        after is not None
        and after.kind == WORD
        and not after.caps
        and after.low not in w.VERB | w.FUNCTION | w.AUXILIARY
    )


def is_letter(sentence: Sentence, i: int) -> bool:
    """Tell whether a capital A or I stands amid a name: "Planet |A| Ventures"."""
    tokens = sentence.tokens
    if sentence.titled or tokens[i].text not in {"A", "I"} or not 0 < i < len(tokens) - 1:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    within = before.caps and before.kind == WORD and before.low not in w.FUNCTION
    return within and ((after.caps and after.low not in w.FUNCTION) or after.text in {",", "and", "."})
