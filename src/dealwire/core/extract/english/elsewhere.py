"""Words of deals that mean something else: rounds of a contest, capitals of countries, parties that merge."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.tokens import Sentence

_MONEY: Final = re.compile(
    r"(?i)\b(?:fund|financ|invest|back(?:ed|er|ers|ing)\b|venture|capital|series [a-h]\b|seed (?:round|fund|stage"
    r"|money)|"
    r"rais(?:e|es|ed|ing)\b|valu(?:ed|ation|ing)\b|equity|shareholder|start-?up|led (?:by|its|their|the|that"
    r"|both)\b|clos(?:e|es|ed|ing)\b"
    r"|co-?led\b|"
    r"angels?\b|oversubscribed|stake\b)"
)
_ORDINAL: Final = w.words(
    "first second third fourth fifth sixth seventh eighth ninth tenth final opening qualifying preliminary "
    "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th"
)
_GETS: Final = w.verbs("ink secure close land nab snag complete announce")
_NUMBERED: Final = re.compile(r"(?i)(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|final)-round")
_OF: Final = w.words(
    "voting talks elections election negotiations votes ballots layoffs cuts sanctions applause interviews 16 32 64 128"
)


def is_elsewhere(sentence: Sentence, phrase: Phrase, content: str) -> bool:
    """Tell whether a phrase is of sport, votes or a map.

    "the second |round| at Wimbledon", "as the |capital| of a state".
    """
    if phrase.labels:
        return False
    if phrase.nouns == {"capital"} and not phrase.sums:
        state = sentence.low(phrase.core + 1) == "of" and sentence.low(phrase.core - 1) in {"the", "as"}
        return state and sentence.low(phrase.core + 2) in {"a", "an", "the", "its", "their"}
    at = next((k for k in range(phrase.first, phrase.last) if sentence.low(k) in {"round", "rounds"}), None)
    if at is None or _MONEY.search(content, sentence.start, sentence.end):
        return False
    if sentence.low(at + 1) == "of" and {sentence.low(at + 2), sentence.low(at + 3)} & _OF:
        return True
    paid = at > 1 and sentence.tokens[at - 2].money is not None
    if paid or (sentence.title and any(sentence.low(k) in _GETS for k in range(max(0, at - 5), at))):
        return False  # "Acme Secures $5M Second Round", "Acme Inks First Round"
    before = sentence.low(at - 1)
    return before in _ORDINAL or bool(_NUMBERED.fullmatch(before))


_PARTY: Final = re.compile(r"\b(?:Party|[Pp]arties|Democrats|Democratic Front)\b")
_POLITICS: Final = re.compile(
    r"(?i)\b(?:elections?|electoral|parliament\w*|seats?|politic\w+|senat\w+|ministers?|president\w*|leader\w*"
    r"|coalition|"
    r"conservatives?|liberals?|socialists?|communists?|democratic|progressive|labou?r|reform|union|christian"
    r"|historical|left-wing|"
    r"right-wing|centre-right|centre-left)\b"
)


def is_of_parties(sentence: Sentence, content: str) -> bool:
    """Tell whether who merges are parties of voters.

    "the Reform |Party| merged with the Alliance before the election".
    """
    if not _PARTY.search(content, sentence.start, sentence.end) or any(t.money for t in sentence.tokens):
        return False
    return len({found.group().lower() for found in _POLITICS.finditer(content, sentence.start, sentence.end)}) > 1
