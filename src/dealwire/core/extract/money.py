"""Sums of money as news writes them, English and Chinese, as the model's `Money` in whole units.

`sums` finds them exact; here hedges are read, and the same sum in another currency is joined to the first.
docs/explanation/money.md tells the rules.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from dealwire.core.extract.hedges import hedge
from dealwire.core.extract.sums import Sum, find_sums
from dealwire.model import Money, Qualifier, Told

NO_CURRENCY: Final = "XXX"
"""ISO 4217 for "no currency": a sum whose text names none ("raised 8m in Series A")."""

MAX_VALUE: Final = 10**18

_DOUBLE: Final = re.compile(
    r"(?:[ \xa0]?[(（\[]|[ \xa0]?[,，;；、/]|(?=[ ](?:or|equivalent|\())|[ ]?[-–—])[ \xa0]?"
    r"(?:(?:or|equal(?:ling)? to|equivalent to|the equivalent of|i\.e\.|that is|worth)[ ])?"
    r"(?:(?:按[^，。()（）]{1,8}|折合|约合|合约|合|即|相当于|约相当于|等值于?|折|约折合)[ ]?)?"
    r"(?:(?:about|approximately|approx\.?|around|roughly|some|nearly|circa|c\.|ca\.|~)[ ]?|[~≈]|(?:大约|约为|约|近"
    r"|接近)[ ]?)?"
)
_DOUBLE_LONGEST: Final = 32


_COUNTS: Final = re.compile("(?:美元|人民[币幣]|港[元币幣]|欧元|歐元|日元)[一二两三四五六七八九十]{1,2}")
_OF_FUNDS: Final = re.compile("[期号號支只]")


def find_money(content: str) -> tuple[Told[Money], ...]:
    """Return the sums of money in a text, in order and apart from each other.

    A span covers the sum as written, currency and magnitude included; `verbatim` adds the hedge that touches it ("at
    least $5m"). A sum told again in another currency ("2.5 billion yuan ($342 million)") is one, spanned by its first
    form, with the others in `also`. A sum that names no currency has a confidence below 1 and, unless it is Chinese,
    `NO_CURRENCY`.
    """
    found: list[Told[Money]] = []
    end = 0
    for sum_ in find_sums(content):
        told = _told(content, sum_)
        if told is None or (_COUNTS.fullmatch(told.quote) and _OF_FUNDS.match(content, told.end)):
            continue  # "美元一期基金": which of the dollar funds it is
        if found and _tells_again(content, found[-1].value, end, told):
            first = found[-1]
            found[-1] = replace(first, value=replace(first.value, also=(*first.value.also, told.value)))
        else:
            found.append(told)
        end = told.end
    return tuple(found)


def _told(content: str, sum_: Sum) -> Told[Money] | None:
    """Return a sum as the model's money with the hedges that touch it, or None if it is below one unit."""
    part = sum_.unit.part if sum_.unit else Decimal(1)
    value = _whole(sum_.low * part)
    if not 0 < value <= MAX_VALUE:
        return None
    high = None if sum_.high is None else min(_whole(sum_.high * part), MAX_VALUE)
    hedged = hedge(content, sum_.start, sum_.end)
    qualifier, end = hedged.qualifier, hedged.end
    if high is not None and sum_.vague and qualifier is not Qualifier.EXACT:
        high = None  # 近亿元 is about a hundred million, 亿元 alone an interval
    elif high is not None:
        qualifier, end = Qualifier.RANGE, sum_.end
    elif sum_.more and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.AT_LEAST
    money = Money(value, _currency(content, sum_), qualifier, content[hedged.start : end].strip(), high)
    return Told(money, sum_.start, sum_.end, content[sum_.start : sum_.end], 1.0 if sum_.unit else 0.5)


def _whole(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_EVEN))


def _tells_again(content: str, first: Money, end: int, second: Told[Money]) -> bool:
    """Tell whether a sum gives the one before it again in another currency."""
    currency = second.value.currency
    if second.start - end > _DOUBLE_LONGEST or NO_CURRENCY in (currency, first.currency):
        return False
    if currency == first.currency or any(currency == money.currency for money in first.also):
        return False
    return _DOUBLE.fullmatch(content, end, second.start) is not None


_HAN: Final = re.compile(r"[\u2e80-\u9fff]")
_YUAN: Final = re.compile(r"[\u4e00-\u9fff]|(?i:yuan|rmb|renminbi|chin(?:a|ese)|beijing|shanghai|shenzhen|hangzhou)")
_YEN: Final = re.compile(r"[\u3040-\u30ff]|(?i:japan|tokyo|\byen\b|osaka|kyoto)")


def _currency(content: str, sum_: Sum) -> str:
    """Return the ISO code of a sum. A bare ¥ is yen in a text on Japan; no currency in Chinese is yuan."""
    if sum_.unit is None:
        return "CNY" if _HAN.search(content, sum_.start, sum_.end) else NO_CURRENCY
    if content[sum_.start] in "¥￥" and (_YEN.search(content) or not _YUAN.search(content)):
        return "JPY"
    return sum_.unit.code
