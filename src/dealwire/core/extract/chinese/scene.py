"""What the rules of one article share: its text, its names, and the sums, rounds and dates by plain position."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from dealwire.core.extract import dates, money, rounds
from dealwire.core.extract.chinese.names import Names
from dealwire.core.extract.chinese.prose import DATE, MONEY, READ_AT_MOST, ROUND, Prose, prose, simplified
from dealwire.core.extract.rounds import RoundLabel
from dealwire.model import Money, PartialDate, Precision, Told

T = TypeVar("T")

HEAD = 400
"""Characters after the title within which an article tells its news; what stands deeper is likely recalled."""

_NO_STAGE = re.compile(
    r"^(?:新一|最新一|[本上]|第[一二三四五六])轮$|^再融资$|^首[轮輪次]$|贷款$|^授信|^融资租赁$|^老股$|^二级市场$"
    r"|^众筹$|^ABS$|补[助贴]|资助"
)
_WHO = re.compile(r"(?:份|公司|机构|基金|巨头|者|人|方|市场|权)")
_FILED = re.compile(r"(?:项目|申请|事项)?(?:定于|将于|上会|过会|获|审核|被)")
"""Labels that a Chinese sentence also uses for other things: they stay words."""


@dataclass(frozen=True, slots=True)
class Places(Generic[T]):
    """Values with the plain spans at which they stand, in order."""

    starts: Sequence[int]
    items: Sequence[tuple[int, int, Told[T]]]

    def within(self, start: int, end: int) -> Sequence[tuple[int, int, Told[T]]]:
        """Return those that begin in a plain span."""
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


_AHEAD = re.compile("(?:预计|将|拟|计划|有望|预期|目标|截止|到期|有效期|至|到)[^，。；]{0,8}$")
"""What leads to a day to come."""


@dataclass(slots=True)
class Scene:
    """One article as the rules see it."""

    text: Prose
    names: Names
    money: Places[Money]
    rounds: Places[RoundLabel]
    dates: Places[PartialDate]
    published: date | None
    topic: Told[str] | None = None
    buyer: Told[str] | None = None
    roundup: bool = False

    @property
    def today(self) -> date | None:
        """Return when the article was published, or else the latest day that it looks back to."""
        if self.published is not None:
            return self.published
        days = [
            day.value.value
            for first, _, day in self.dates.items
            if day.value.precision is Precision.DAY and not _AHEAD.search(self.text.plain, max(0, first - 12), first)
        ]
        return max(days, default=None)


_OF_HONG_KONG = re.compile("孖展|一手中籤|港元|港幣|港交所|聯交所|香港交易所|在港|來港|本港|港股")
_OTHER_YUAN = re.compile("人民幣，下同|人民幣,下同|台幣|新臺幣|臺幣")
_STOCK_CODE = re.compile(r"[（(]0?\d{4}(?:\.HK)?[)）]")
_BARE = re.compile("[億亿萬万]?元")
_TAIWAN = re.compile("(?:新?[臺台][幣币]|NTD?) ?$")
_TAIWAN_AFTER = re.compile("新?[臺台][幣币]")
"""What stands before a sum in Taiwan dollars: "新台幣3億元"."""


def _in_taiwan_dollars(text: str, sums: Sequence[Told[Money]]) -> Sequence[Told[Money]]:
    return [
        replace(s, value=replace(s.value, currency="TWD"))
        if s.value.currency == "CNY"
        and (_TAIWAN.search(text[max(0, s.start - 4) : s.start]) or _TAIWAN_AFTER.match(text, s.end))
        else s
        for s in sums
    ]


def _in_hong_kong_dollars(text: str, sums: Sequence[Told[Money]]) -> Sequence[Told[Money]]:
    """Read the bare 元 of a Hong Kong paper as its own: traditional characters beside an exchange or a stock code."""
    if not ("億" in text or "萬" in text) or _OTHER_YUAN.search(text):
        return sums
    if not (_OF_HONG_KONG.search(text) or _STOCK_CODE.search(text)):
        return sums
    return [
        replace(s, value=replace(s.value, currency="HKD"))
        if s.value.currency == "CNY" and _BARE.search(s.quote) and not re.search("人民|RMB|CNY|¥", _about(text, s))
        else s
        for s in sums
    ]


def _about(text: str, told: Told[Money]) -> str:
    return text[max(0, told.start - 4) : told.end + 4]


def scene(content: str, title_end: int, published: date | None) -> Scene:
    """Read the parts of an article that need no context."""
    head = content[:READ_AT_MOST]
    sums = _in_hong_kong_dollars(head, _in_taiwan_dollars(head, money.find_money(head)))
    labels = [
        r
        for r in _labels(head)
        if (
            not _NO_STAGE.search(simplified(r.value.label))
            and not _WHO.match(content, r.end)
            and not _is_verb(content, r)
        )
        or (simplified(r.value.label) == "再融资" and _FILED.match(content, r.end))
    ]
    days = dates.find_dates(head, published)
    text = prose(
        content,
        title_end,
        [(DATE, [d for d in days if any(c.isdigit() for c in d.quote)]), (ROUND, labels), (MONEY, sums)],
    )
    return Scene(text, Names(text), _places(text, sums), _places(text, labels), _places(text, days), published)


def _labels(head: str) -> Sequence[Told[RoundLabel]]:
    """Find the labels of rounds in traditional characters as in simplified ones, and tell them as they are written."""
    plain = simplified(head)
    found = list(rounds.find_rounds(plain))
    if plain == head:
        return found
    return [
        Told(RoundLabel(r.value.round, head[r.start : r.end]), r.start, r.end, head[r.start : r.end], r.confidence)
        for r in found
    ]


_CLOSES = re.compile(r"$|[，。；、！？,;\s」”》）)]|的|协议|款|后|及|和|，|融资|轮|意向|合作")


def _is_verb(content: str, label: Told[RoundLabel]) -> bool:
    """Tell whether 战略投资 and its like stand before the company that the money goes to."""
    return label.value.label.endswith(("投资", "入股", "增资", "注资")) and not _CLOSES.match(content, label.end)


def _places(text: Prose, values: Sequence[Told[T]]) -> Places[T]:
    items = [(*text.place(v.start, v.end), v) for v in values]
    items = [item for item in items if item[0] < item[1]]
    return Places([item[0] for item in items], items)
