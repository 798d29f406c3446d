"""Whom money serves where no verb of raising says so: it is its sentence's subject, or what opens the sentence.

"A $5M round led by A will help |B| hire", "$5M has gone to |B|", "Flush with $5M from A, |B| is building".
"""

from __future__ import annotations

import itertools
from typing import Final

from dealwire.core.extract.english import names, neighbours, objects
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.backers import read_list
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.tokens import MONEY, WORD, Sentence

FAR: Final = 60
"""Tokens after a phrase of money within which the verb is looked for whose subject it is."""

_SERVES: Final = w.verbs(
    "help let allow enable value lift bring take give make push propel turn boost catapult leave send support back "
    "equip position vault cement underscore launch",
    "gives gave given makes made brings brought takes took leaves left sends sent",
)
_GOES: Final = w.words("go goes went gone going flowed flows")
_MADE: Final = w.words("invested injected poured pumped put plowed ploughed sunk raised secured received committed")
_BEFORE: Final = (
    w.FILLER | w.FUNDING_NOUN | w.words("the a an this that fresh new latest , of cash money of up to nearly")
)


def served(sentence: Sentence, phrase: Phrase) -> Name | str | None:
    """Return the company that money, as a sentence's subject, is said to help, value or go to.

    `PRONOUN` where that is "the company".
    """
    tokens = sentence.tokens
    led = sentence.low(0) in w.LEAD | w.BACK and sentence.low(1) == "by" and sentence.low(phrase.first - 1) == ","
    if not led and any(t.low not in _BEFORE or t.kind == MONEY for t in tokens[: phrase.first]):
        return None
    for i in range(phrase.last, min(phrase.last + FAR, len(tokens))):
        token = tokens[i]
        if token.kind != WORD or (token.caps and not sentence.titled):
            continue
        if token.low in _GOES and sentence.low(i + 1) in {"to", "into"}:
            return objects.after(sentence, i + 2)
        if token.low in _SERVES and _is_finite(sentence, i):
            return _object(sentence, i + 1)
        if token.low in w.VERB and _is_finite(sentence, i) and token.low not in _MADE:
            return None
    return None


def _is_finite(sentence: Sentence, i: int) -> bool:
    """Tell a verb that governs from a participle: "|helps|", "will |help|", but not "|led| by"."""
    low = sentence.low(i)
    if low.endswith("ing") or sentence.low(i + 1) == "by":
        return False
    before = sentence.low(i - 1)
    return before in w.AUXILIARY or before in w.ADVERB or low.endswith("s") or before not in w.PREPOSITION


def _object(sentence: Sentence, i: int) -> Name | str | None:
    if sentence.low(i) in {"it", "them"}:
        return neighbours.PRONOUN
    named = objects.after(sentence, i, 8)
    if named is not None:
        return named
    spoken = any(sentence.low(k) in neighbours.THE_COMPANY | {"its"} for k in range(i, i + 3))
    return neighbours.PRONOUN if spoken else None


def invested_in(sentence: Sentence, phrase: Phrase) -> tuple[Name, list[Name]] | None:
    """Return the company, and the backers, of "$5M has been |invested in B by A|", "$5M was |raised by B|"."""
    tokens = sentence.tokens
    i = phrase.last
    while i < len(tokens) and i - phrase.last < 4 and tokens[i].low in w.AUXILIARY | w.ADVERB:
        i += 1
    if i >= len(tokens) or tokens[i].low not in _MADE or (i == phrase.last and tokens[i].low != "raised"):
        return None
    if tokens[i].low in {"raised", "secured", "received"}:
        company = objects.after(sentence, i + 2) if sentence.low(i + 1) == "by" else None
        return (company, []) if company else None
    company = objects.after(sentence, i + 2) if sentence.low(i + 1) in {"in", "into"} else None
    if company is None:
        return None
    by = company.last if sentence.low(company.last) == "by" else 0
    return company, [b.name for b in read_list(sentence, by + 1)[0]] if by else []


_OPENERS: Final = w.words(
    "backed fueled fuelled powered buoyed boosted funded bolstered supported financed emboldened helped armed flush "
    "fresh thanks with following on lifted propelled"
)
_LINKS: Final = w.words("by with off from to the back of heels its a an in new fresh funding , and financing")


def opened(sentence: Sentence, phrase: Phrase) -> Name | None:
    """Return whom a sentence speaks of that opens with money: "Backed by $5M from A and B, |Acme| is building"."""
    tokens = sentence.tokens
    first = 1 if sentence.low(0) in {"now", "and", "but"} else 0
    if sentence.low(first) not in _OPENERS or phrase.first - first > 8:
        return None
    if any(t.low not in _LINKS | _BEFORE for t in tokens[first + 1 : phrase.first]):
        return None
    if sentence.low(phrase.last) == "to" and sentence.low(phrase.last + 1) in w.INVEST | {"deploy"}:
        return None  # "With $50M to invest, Acme looks for"
    for comma, sign in enumerate(itertools.islice(tokens, FAR)):
        if comma < phrase.last or sign.text != ",":
            continue
        end = names.run_after(sentence, comma + 1)
        if end == comma + 1 or end >= len(tokens):
            continue
        after = tokens[end]
        plain = after.kind == WORD and (not after.caps or sentence.titled)
        finite = plain and (after.low in w.AUXILIARY or after.low in w.VERB or after.low.endswith(("s", "ed")))
        if finite or after.text in {"'s", "’s"} or (after.text == "," and sentence.low(end + 1) in {"a", "an", "the"}):
            return names.trim(sentence, comma + 1, end)
    return None
