"""Names that an apposition holds apart from their verb, and which verbs are finite."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.brackets import skip_brackets
from dealwire.core.extract.english.names import Name, run_before
from dealwire.core.extract.english.neighbours import THE_COMPANY
from dealwire.core.extract.english.openings import DESCRIPTION
from dealwire.core.extract.english.tokens import MONEY, PUNCT, ROUND, WORD, Sentence, Token

APPOSITION: Final = w.words(
    "a an which the who whose formerly one based known maker developer provider backed founded led represented advised"
)


def described(sentence: Sentence, end: int) -> Name | None:
    """Return the name that the apposition before token `end` describes: "|Acme|, a maker of tools small and large"."""
    for k in range(end - 1, max(0, end - DESCRIPTION), -1):
        if sentence.tokens[k].text == "," and sentence.low(k + 1) in {"a", "an", "the", "one"}:
            return run_before(sentence, skip_brackets(sentence, k - 1))
    return None


def told_apart(sentence: Sentence, head: int) -> Name | None:
    """Return the name before an apposition whose second comma is left out.

    "|Acme|, an education institution raised".
    """
    for k in range(head - 1, max(0, head - DESCRIPTION), -1):
        token = sentence.tokens[k]
        if token.text == ",":
            opens = sentence.low(k + 1) in {"a", "an"} and k + 2 < head
            return run_before(sentence, skip_brackets(sentence, k - 1)) if opens else None
        if token.kind != WORD or token.low in w.AUXILIARY | w.PRONOUN or (token.low in w.VERB and is_finite(token)):
            return None
    return None


_JOINS_CLAUSE: Final = w.words("and while but whereas as meanwhile")


def of_second_clause(sentence: Sentence, comma: int) -> Name | None:
    """Return who a clause after another one is of: "Acme raised $9M, and |Pelt|, a maker of pumps, |closed|"."""
    tokens = sentence.tokens
    for i in range(comma - 1, max(2, comma - DESCRIPTION), -1):
        if tokens[i].text != "," or tokens[i + 1].low not in APPOSITION:
            continue
        name = run_before(sentence, skip_brackets(sentence, i - 1))
        if name is None or sentence.low(name.first - 1) not in _JOINS_CLAUSE:
            continue
        told = any(t.kind in {MONEY, ROUND} for t in tokens[: name.first])
        return name if told else None
    return None


def is_finite(token: Token) -> bool:
    """Tell whether a verb's form says who does it: "raised", "raises", not the noun in "carbon |capture| company"."""
    return token.low in w.AUXILIARY | _PAST or token.low.endswith(("s", "ed", "ing"))


_MADE: Final = w.words(
    "founded co-founded cofounded started born created built formed launched spun backed owned run led headed "
    "headquartered based developed incubated established set supported funded controlled operated from using"
)


_MANY: Final = w.words("investor investors backer consortium syndicate group firms companies fund parent")


def is_postmodified(sentence: Sentence, start: int, first: int) -> bool:
    """Tell whether a name only describes an unnamed firm: "Medtech company |founded at| Leeds University raises".

    `start` is where the clause begins, `first` the name's first token.
    """
    for k in range(start + 1, first):
        noun = sentence.tokens[k - 1]
        if sentence.low(k) not in _MADE or noun.low not in w.DESCRIPTOR - _MANY:
            continue
        unnamed = run_before(sentence, k - 1) is None and (sentence.titled or not noun.caps or k - 1 == start)
        return unnamed and not any(t.kind == MONEY or t.text in {",", ";"} for t in sentence.tokens[k:first])
    return False


_PAST: Final = w.words("led won got sold bought took made said saw grew went gave put held brought came drew")


def is_some_firm(sentence: Sentence, noun: int) -> bool:
    """Tell whether a clause tells of a firm without a name, which is no one else's description: "buys |a startup|"."""
    at = noun
    while at > max(0, noun - 5) and sentence.tokens[at].kind == WORD and not sentence.tokens[at].caps:
        if sentence.low(at) in {"a", "an", "another"}:
            plain = sentence.low(at - 1) in w.PREPOSITION | {"down", "up"} or sentence.low(at - 1) in w.ACQUIRE
            return sentence.low(noun) in THE_COMPANY and plain
        at -= 1
    return False


_ONE: Final = w.words("has is was")
"""Verbs of one party alone."""


def agreeing(sentence: Sentence, found: list[Name], head: int) -> list[Name]:
    """Return the last of several names where the verb is of one alone: "after buying Acme, |Quayside| has"."""
    one = len(found) > 1 and sentence.low(head) in _ONE and not _joined(sentence, found)
    return found[-1:] if one else found


def _joined(sentence: Sentence, found: list[Name]) -> bool:
    link = found[-1].first - 1
    apart = len(found) == 2 and sentence.low(link - 1) == ","  # "Acme has bought Beta, and |Quayside| has"
    return sentence.low(link) in {"and", "&", "or", "'s", "’s"} and not apart


def is_governed(sentence: Sentence, first: int) -> bool:
    """Tell whether a preposition stands before a name, past a word or two that describe it."""
    for i in range(first - 1, max(0, first - 4), -1):
        if sentence.low(i) in _GOVERNS:
            return i > 1
        if sentence.tokens[i].kind == PUNCT and not w.SUFFIX_DESCRIPTOR.match(sentence.tokens[i + 1].text):
            return False
    return False


_GOVERNS: Final = w.words("with including from among into")
