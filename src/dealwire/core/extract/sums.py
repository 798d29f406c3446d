"""Sums of money, exact: a figure beside the name of a currency, and ranges of such.

A sum that names no currency counts only beside the words of a deal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from heapq import merge
from operator import attrgetter
from typing import Final

from dealwire.core.extract.currencies import AFTER_STARTS, BEFORE_ENDS, CRYPTO, LIKE_WORDS, Unit, after, before
from dealwire.core.extract.quantities import (
    LARGE,
    MAGNITUDE_STARTS,
    RUN,
    Quantity,
    digits_at,
    han_at,
    magnitude_at,
    words_in,
)

_REACH: Final = 32
_SPACES: Final = frozenset(" \xa0")
_FOLLOWING: Final = AFTER_STARTS | MAGNITUDE_STARTS | frozenset("-–—~～〜至到级級")
_PAIRS: Final = AFTER_STARTS | MAGNITUDE_STARTS | {"to", "of"}
_LETTERS_ALONE: Final = frozenset("kKmMbBtT")

_LEVEL: Final = frozenset("级級")
_GAP: Final = re.compile(r"[ \xa0]?[级級]|[ ]of[ ](?=(?:US |U\.S\. )?(?:dollar|euro|yuan|pound|rupee|yen))|[ \xa0-]")
_NEXT_FIGURE: Final = re.compile(r"[ \xa0]?\d")
_TIE: Final = re.compile(r"[ \xa0]?(?:-to-|[-–—~～〜]{1,2}|to|至|到)[ \xa0]?")
_AND: Final = re.compile(r"[ \xa0](?:and|&)[ \xa0]|[和与]")
_BETWEEN: Final = re.compile(r"(?:[Bb]etween|介于|在)[ \xa0]?\Z")
_FROM: Final = re.compile(r"(?:\b[Ff]rom[ \xa0]|[从由自])[ \xa0]?\Z")

# A sum that names no currency is money only beside words of a deal.
_DEAL_BEFORE: Final = re.compile(
    r"(?:融[资資]|融到|融了|融|[获獲]投|[获獲]|募[资資]|募集|募|投[资資]|投入|注[资資]|增[资資]|入股|估值|市值|身[价價]|收[购購]|[买買]下|拿下|[购購]得"
    r"|斥[资資]|斥|豪掷|豪擲|出[资資]|砸下?"
    r"|作[价價]|[对對][价價]|[总總][价價]|售[价價]|成交[价價]|[筹籌][资資]|[筹籌]集|[认認][购購]|[领領]投|跟投|套[现現]|[卖賣]身|[贷貸]款|授信|[资資]金|金[额額]"
    r"|[规規]模|完成"
    r"|超募)[^\s，。；！？、,;!?]{0,5}\Z"
)
_DEAL_AFTER: Final = re.compile(
    r"(?:[级級][别別]?)?的?(?:新一[轮輪]|首[轮輪]|新|股[权權]|[战戰]略|[独獨]家)?"
    r"(?:[Pp]re|[A-K][0-9+]*\s?[轮輪]|天使|[种種]子|融[资資]|投[资資]|收[购購]|[买買]下|拿下|入股|控股|增[资資]|注[资資]|募[资資]|定增|估值"
    r"|[贷貸]款|授信|[风風]投|[并併][购購]|[资資]金|基金|IPO)"
)
_COUNTED: Final = re.compile(r"(?:[级級][别別]?)?[^\s\d，。；！？、,;!?.:：）)”」』』（(《及和与的了用于后来由]")
_RAISED: Final = re.compile(
    r"(?i)\b(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|nets|bags|gets|lands|inks|nabs|grabs"
    r"|snares|scores|receive[sd]?)"
    r"(?: about| over| nearly| an?)? \Z"
)
_RAISED_FOR: Final = re.compile(
    r"(?i) (?:in|from|seed|series|funding|financing|round|growth|venture|debt|for|led|via)\b|[ ]?(?:\n|\Z)"
)
_HAN: Final = re.compile(r"[\u2e80-\u9fff]")
_LETTER: Final = re.compile(r"[A-Za-z]")
_FIGURES: Final = re.compile(r"(?i)figures?\Z")
_FIGURES_FOR: Final = re.compile(
    r"(?i) (?:\w+ ){0,2}(?:round|deal|sum|funding|investment|raise|financing|seed|series|acquisition|amount|exit)\b"
)
_SMALL_SUM: Final = Decimal(1_000)
_LARGE_SUM: Final = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money as written, exact: `low` (to `high`, in a range) of `unit`, None where the text names none.

    `more` is true for "and some" (10多亿), `vague` for a magnitude without a figure (数千万).
    """

    low: Decimal
    unit: Unit | None
    start: int
    end: int
    high: Decimal | None = None
    more: bool = False
    vague: bool = False


def find_sums(content: str) -> Iterator[Sum]:
    """Yield the sums of money in a text, in order and apart; neither hedges nor doubles are looked at."""
    text = _halfwidth(content)
    position = 0
    whole: Sum | None = None
    for quantity in _quantities(text):
        if quantity.start < position or not (sum_ := _sum(text, quantity, position)):
            continue
        position = sum_.end
        if whole and (with_coins := _with_coins(text, whole, sum_)):
            yield with_coins
            whole = None
            continue
        if whole:
            yield whole
        whole = sum_
    if whole:
        yield whole


_WIDE: Final = re.compile(r"[０-９．＄￡]")
_HALFWIDTH: Final = {
    ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９．＄￡", "0123456789.$£", strict=True)
}


def _halfwidth(content: str) -> str:
    """Return the text with full-width digits and signs in their plain forms; its length stays."""
    return content.translate(_HALFWIDTH) if _WIDE.search(content) else content


def _quantities(text: str) -> Iterator[Quantity]:
    """Yield the figures of a text that may be sums, in order."""
    words = list(words_in(text))
    return merge(_numerals(text), words, key=attrgetter("start")) if words else _numerals(text)


def _numerals(text: str) -> Iterator[Quantity]:
    position = 0
    for run in RUN.finditer(text):
        start, end = run.span()
        if start < position or not _beside_money(text, start, end):
            continue
        quantity = digits_at(text, start) if text[start].isdigit() else han_at(text, start)
        if quantity:
            position = quantity.end
            yield quantity


def _beside_money(text: str, start: int, end: int) -> bool:
    """Tell cheaply whether a figure may be a sum: by the two characters on either side of it."""
    while text[end - 1] in ",.":
        end -= 1
    if text[end - 1] in LARGE or _starts_money(text, end + (text[end : end + 1] in _SPACES)):
        return True
    previous = text[start - 1 : start]
    if previous in _SPACES:
        previous = text[max(0, start - 3) : start].rstrip(" \xa0")[-1:]
    return previous in BEFORE_ENDS


def _starts_money(text: str, at: int) -> bool:
    """Tell whether a magnitude, a currency or the second half of a range may start at an offset."""
    pair = text[at : at + 2]
    first = pair[:1]
    if first in _FOLLOWING or pair.lower() in _PAIRS:
        return True
    return first in _LETTERS_ALONE and not (pair[1:].isascii() and pair[1:].isalpha())


def _sum(text: str, quantity: Quantity, floor: int) -> Sum | None:
    """Return the sum that a figure is part of, or None; what lies before `floor` is taken."""
    named = before(text, _without_space(text, quantity.start), floor)
    if named is None and not quantity.spelt and _joined(text, quantity):
        return None
    quantity, unit, start, end = _with_unit(text, quantity, named)
    tied = _range(text, quantity, unit, start, end)
    if tied:
        return tied
    if unit is None:
        return _without_unit(text, quantity)
    if (
        unit.code in LIKE_WORDS
        and quantity.scale == 1
        and quantity.low < _SMALL_SUM
        and _LETTER.search(text, start, end)
    ):
        return None
    low, end = _with_change(text, quantity, end)
    return Sum(low, unit, start, end, quantity.high, quantity.more, quantity.high is not None)


def _without_space(text: str, end: int) -> int:
    for _ in range(2):
        end -= bool(end) and text[end - 1] in _SPACES
    return end


def _joined(text: str, quantity: Quantity) -> bool:
    """Tell whether a figure is the tail of a word, a version or a longer number: GPT4, v2.5, 2024/25."""
    previous = text[quantity.start - 1 : quantity.start]
    if previous.isascii() and previous.isalpha():
        return text[quantity.end - 1].isascii()  # Chinese sets a name right before a figure: Google5亿美元
    return previous.isdigit() or (previous in ".,/_" and quantity.start > 1 and text[quantity.start - 2].isalnum())


def _with_unit(
    text: str, quantity: Quantity, named: tuple[Unit, Decimal, int] | None
) -> tuple[Quantity, Unit | None, int, int]:
    """Attach the currency before or after a figure, and where both start and end; the fuller name counts."""
    unit, factor, start = named or (None, Decimal(1), quantity.start)
    end = quantity.end
    later = _after(text, end)
    if later and unit and text[end] in _SPACES and _NEXT_FIGURE.match(text, later[2]):
        later = None  # "$5,000 $6,000"
    if later and unit and later[0].code in CRYPTO:
        later = None  # "a $900k bitcoin fund"
    if later and (unit is None or unit.code == later[0].code or unit.general or later[0].general):
        if unit is None or (unit.general and not later[0].general):
            unit = later[0]
        factor, end = factor * later[1], later[2]
        magnitude = magnitude_at(text, end) if quantity.scale == 1 else None  # "75 USD million"
        if magnitude:
            factor, end = factor * magnitude[0], magnitude[1]
    end += text[end : end + 1] in _LEVEL  # 亿元级
    if factor != 1:
        quantity = replace(quantity, low=quantity.low * factor, scale=factor)
    return quantity, unit, start, end


def _after(text: str, end: int) -> tuple[Unit, Decimal, int] | None:
    gap = _GAP.match(text, end)
    at = gap.end() if gap else end
    starts = text[at : at + 1] in AFTER_STARTS or text[at : at + 2].lower() in AFTER_STARTS
    return after(text, at) if starts else None


def _range(text: str, first: Quantity, unit: Unit | None, start: int, end: int) -> Sum | None:
    """Read the range of which a figure is the low end: "$5-7 million", "$2bn to $3bn", 5000万至1亿元."""
    if first.high is not None:
        return None
    tie = _TIE.match(text, end) or (_BETWEEN.search(text, max(0, start - _REACH), start) and _AND.match(text, end))
    if not tie or tie.end() >= len(text) or _FROM.search(text, max(0, start - _REACH), start):
        return None
    second = _second(text, tie.end())
    if second is None:
        return None
    quantity, other, last = second
    common = _common(unit, other)
    low = (
        first.low * quantity.scale
        if first.scale == 1 < quantity.scale and first.low < quantity.low / quantity.scale
        else first.low
    )
    if common is None or low >= quantity.low:
        return None
    if unit is None and other is not None and first.scale == 1 < quantity.scale and _is_year(first.low, text, end):
        return None  # "15 March 2021 – $1.9bn for Acme"
    return Sum(low, common, start, last, quantity.low)


def _is_year(figure: Decimal, text: str, end: int) -> bool:
    """Tell whether a figure before a dash set off by blanks is a date's year."""
    return 1990 <= figure < 2100 and text[end : end + 1].isspace()


_CURRENCY_AHEAD: Final = re.compile(r"[^\d\s]{1,5}[ \xa0]?(?=\d)")


def _second(text: str, at: int) -> tuple[Quantity, Unit | None, int] | None:
    """Read the high end of a range, with or without its own currency."""
    ahead = _CURRENCY_AHEAD.match(text, at)
    if ahead and not RUN.match(text, at):
        named = before(text, _without_space(text, ahead.end()), at)
        if named is None or named[2] != at:
            return None
        at = ahead.end()
    else:
        named = None
    if not RUN.match(text, at):
        return None
    figure = digits_at(text, at) if text[at].isdigit() else han_at(text, at)
    if figure is None or figure.high is not None:
        return None
    quantity, unit, _, end = _with_unit(text, figure, named)
    return quantity, unit, end


def _common(a: Unit | None, b: Unit | None) -> Unit | None:
    """Return the currency of both ends of a range, or None if they differ."""
    if a is None or b is None:
        return a or b
    if a.code == b.code or b.general:
        return a
    return b if a.general else None


_JOINS_COINS: Final = frozenset({"", " ", " and ", "又"})
_CHANGE: Final = re.compile(
    r"[ ](?:and[ ])?(?P<cents>\d\d)(?=[.!?;](?:\s|\Z)|\Z)"
    r"|又?(?P<tenths>[\d一二两三四五六七八九])[角毛](?:(?P<fen>[\d一二两三四五六七八九])分)?"
)


def _with_coins(text: str, whole: Sum, coins: Sum) -> Sum | None:
    """Return a sum together with the coins that follow it: "thirteen dollars and forty-five cents", 两美元又三美分."""
    if not (whole.unit and coins.unit and coins.unit.part < whole.unit.part and coins.unit.code == whole.unit.code):
        return None
    if text[whole.end : coins.start] not in _JOINS_COINS:
        return None
    return replace(whole, low=whole.low + coins.low * coins.unit.part, end=coins.end)


def _with_change(text: str, quantity: Quantity, end: int) -> tuple[Decimal, int]:
    """Add the hundredths that follow without a name of their own: "15 dollars 50", 五元三毛."""
    match = _CHANGE.match(text, end) if quantity.scale == 1 and end > quantity.end else None
    if match is None:
        return quantity.low, end
    if match["cents"]:
        return quantity.low + Decimal(match["cents"]) / 100, match.end()
    change = [
        han_at(text, match.start(group)) or digits_at(text, match.start(group))
        for group in ("tenths", "fen")
        if match[group]
    ]
    return quantity.low + sum((c.low / 10**i for i, c in enumerate(change, 1) if c), Decimal(0)), match.end()


def _without_unit(text: str, quantity: Quantity) -> Sum | None:
    """Return a sum without a currency where words beside it tell of a deal: 融资5000万, 13亿买下."""
    if quantity.scale < _LARGE_SUM:
        return None
    end = quantity.end
    if _HAN.search(text, quantity.start, end):
        window = text[max(0, quantity.start - 12) : quantity.start]
        told = _DEAL_AFTER.match(text, end) or (_DEAL_BEFORE.search(window) and not _COUNTED.match(text, end))
        end += text[end : end + 1] in _LEVEL
    elif _FIGURES.search(text, quantity.start, end):
        told = _FIGURES_FOR.match(text, end)
    else:
        told = _RAISED.search(text, max(0, quantity.start - _REACH), quantity.start) and _RAISED_FOR.match(text, end)
    if not told:
        return None
    return Sum(quantity.low, None, quantity.start, end, quantity.high, quantity.more, quantity.high is not None)
