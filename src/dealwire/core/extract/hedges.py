"""The words that hedge a sum, before it and after it, English and Chinese: "at least", "-plus", 近, 不超过, 左右."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dealwire.model import Qualifier

_LONGEST: Final = 32

_BEFORE: Final = re.compile(
    r"(?:(?P<at_least>(?<![A-Za-z])(?i:"
    r"(?:a[ ])?(?:(?:little|slightly|just|well|significantly|substantially|far)[ ])?"
    r"(?:more[ ]than|over|above|greater[ ]than|upwards?[ ]of|north[ ]of|in[ ]excess[ ]of)"
    r"|at[ ]least|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)|topping|(?:no|not)[ ](?:less|fewer)[ ]than|a[ ]minimum[ "
    r"]of)(?:[ ]an?)?[ ]"
    r"|>[ ]?|(?:不少于|不低于|不小于|不下于|不下|超过了?|超過|超出|突破|高于|大于|多于|至少|最少|起码|逾|超"
    r"|(?<![通不经])[过過]|破)"
    r"(?:了|达|为)?[ ]?)"
    r"|(?P<at_most>(?<![A-Za-z])(?i:up[ ]?to|as[ ](?:much|high|many)[ ]as|at[ ](?:the[ ])?most|(?:no|not)[ ]more[ ]than"
    r"|a[ ]maximum[ ](?:amount[ ])?of|(?:not|without)[ ](?:to[ ])?exceed(?:ing)?|less[ ]than|under|below)(?:[ ]an?)?[ ]"
    r"|<[ ]?|(?:最高)?(?:不超过|不超過|不高于|不多于|不超|未超过)[ ]?|(?:最高|最多|至多|上限|低于|少于|小于|不到"
    r"|不足)(?:可达|可|达|为|了)?[ ]?)"
    r"|(?P<about>(?<![A-Za-z])(?i:an[ ]estimated|estimated(?:[ ]at)?|approximately|approx\.?|about|around|roughly"
    r"|some|nearly|almost"
    r"|close[ ]to|just[ ](?:under|shy[ ]of|below)|circa|c\.|ca\.|near)(?:[ ]an?)?[ ]"
    r"|[~≈～][ ]?|(?:大约|大概|约合|约|約|接近|将近|近|差不多|估计|左右)(?:为|為|达|有|了)?[ ]?))\Z"
)
_BEFORE_ENDS: Final = frozenset("了达为有可于於过過超出破少逾约約合近概多高限到足计右~≈～<>")
_BEFORE_WORDS_WRITTEN: Final = (
    "than over above of least exceed exceeds exceeded exceeding surpasses surpassed surpassing topping a an "
    "upto to as most under below estimated at approximately approx approx. about around roughly some nearly "
    "almost circa c. ca. near"
)
_BEFORE_WORDS: Final = frozenset(_BEFORE_WORDS_WRITTEN.split())
_AFTER: Final = re.compile(
    r"(?P<at_least>[ ]?\+(?!\d)|[ -](?i:plus|or[ ]more|and[ ]above)(?![A-Za-z])|[ ]?(?:以上|之上|有余"
    r"|[多余](?![家个名人位年次种元美港欧日额])))"
    r"|(?P<about>[ ]?(?:左右|上下)|[ ](?i:or[ ]so)(?![A-Za-z])|-(?i:ish)(?![A-Za-z]))"
    r"|(?P<at_most>[ ]?(?:以内|以下|之内)|[ ](?i:or[ ]less)(?![A-Za-z]))"
)
_AFTER_STARTS: Final = frozenset("+ -以之有多余左上")


@dataclass(frozen=True, slots=True)
class Hedge:
    """How a sum is hedged, and the characters that its hedge words and itself cover together."""

    qualifier: Qualifier
    start: int
    end: int


def hedge(content: str, start: int, end: int) -> Hedge:
    """Return how the sum in a span is hedged by the words that touch it; those before it count more."""
    ahead = _before(content, start)
    behind = _AFTER.match(content, end) if content[end : end + 1] in _AFTER_STARTS else None
    deciding = ahead or behind
    qualifier = Qualifier(str(deciding.lastgroup)) if deciding else Qualifier.EXACT
    return Hedge(qualifier, ahead.start() if ahead else start, behind.end() if behind else end)


def _before(content: str, start: int) -> re.Match[str] | None:
    """Search the hedge that ends where a sum starts; its last word is looked up first, because most sums have none."""
    window = content[max(0, start - _LONGEST) : start]
    stem = window.rstrip(" ")
    if not stem or (stem[-1] not in _BEFORE_ENDS and stem[stem.rfind(" ") + 1 :].lower() not in _BEFORE_WORDS):
        return None
    return _BEFORE.search(content, max(0, start - _LONGEST), start)
