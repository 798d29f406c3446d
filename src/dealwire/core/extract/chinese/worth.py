"""Which sums of a sentence a round brings, and which are what the whole company is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dealwire.core.extract.chinese.mentions import TOTAL
from dealwire.core.extract.chinese.prose import MONEY, ROUND
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Basis, Money, PartialDate, Told, Valuation

SURE_OF_SUM = 0.93
"""How often the sum beside a round is what it brings, measured on the labelled texts."""

_PROCEEDS = re.compile("所得款项[^，。；\ue000]{0,18}$")
"""What a sale of shares brings: "所得款项总额及净额分别约为5亿港元及4.9亿港元"."""
_VALUED = re.compile(
    r"(?:估值|作价|身价|(?:企业|公司|整体|股权)的?总?价值)(?!完成|获|进行|拿下)"
    r"(?:[在于经][^，。；\ue000]{0,8}[轮融投]资?(?:之?[后中]|完成(?:之?后)?))?[^，。；\ue000融募筹集]{0,14}$"
    r"|(?:估值|身价)[^，。；\ue000]{0,8}[倍番]，[^，。；\ue000融募筹集]{0,6}$"
)
_ROSE = re.compile(
    "(?:估值|身价)[^，。；]{0,6}(?:从|由)[^，。；]{0,24}[升涨增提跃飙抬翻扩][^，。；\ue000]{0,3}[至到为](?:了|约|近|超过?)?$"
)
"""What a firm is worth now, against what it was: "估值从5亿美元升至12亿美元"."""
_VALUED_AFTER = re.compile(r"^(?:[^，。；\ue000 融轮]{0,4}(?:的)?(?:投前|投后|整体)?估值)")
GIVES_VALUE = re.compile(
    r"(?:使|令|让|把|将|给|为|对|意味着?|表明|标志着|对应|推升|推高|推动|交易|若|如果|一旦|投资|资金)[^。；\ue000]{0,24}(?:估值|身价)"
)
"""What says that a value comes of the deal at hand: "这可能使该公司的估值达到40亿美元"."""
_LEAST_WORTH = 1_000_000
"""The smallest sum that a company may be worth."""
_SUM_BEFORE = re.compile(
    r"(?:融资|募资|筹资|集资|筹集|募集|融得|融到|融了|获得?|完成|投出|拿到|拿下|斩获|揽获|金额|总额|规模|总计|投资|增资|注资"
    r"|入股|押注|[注砸]入|砸下|掷|投了|(?<![将划拟会])投入|(?<![金圆通交消])融|认购|出资|领投|吸金|敲定|引入|资金|款项|共|寻求|[筹募]得|净筹|总筹|款项净额|募[了到]|筹措|斥资|补充|发行(?!价|股|人))[^，。；\ue000]{0,9}$"
    rf"|{ROUND}[^，。；{MONEY}]{{0,4}}$"
)
_ALONE = re.compile("(?:^|[，。])[约近超逾共]*｜(?:，|$)")
"""A sum that is a clause by itself: "1.2亿美元！甲公司完成A轮融资"."""
_SUM_AFTER = re.compile(
    rf"^[^，。；{MONEY}]{{0,12}}?(?:融资|银团|贷款|授信|{ROUND}|投资|注资|增资|战投|入股|募资|轮|领投|资金|参与|认购|(?:的)?IPO|首次公开|票据|(?:永续|美元|境外|公司)债)"
    r"|^(?:的?(?:现金|自有资金|真金白银))?，(?:独家|战略|联合|共同)*(?:投资|入股|押注|增资|注资|认购)|^押注"
)
_NOT_SUM = re.compile(
    r"(?:(?<![本此该]次融资)(?<![本此该]轮融资)累计|基金的?(?:总|平均)?规模|各(?:自|方)?(?:出资|投资|投了?|出|认购)|个人出资|自掏腰包|营收|收入|利润|订单|市值|亏损|注册资本|每股|基石[^，]{0,8}|其中[^，]{0,12}|资产管理规模|管理规模|管理资产|在管|出手|交易额|GMV|销售额"
    r"|门槛|起投|价格|现汇率)[^，。；\ue000]{0,8}$"
)
_MORE_SUM = re.compile(
    r"^(?:其|本轮|此次|融资|总|本次|投资|交易|募集|募资|资金|拟)?(?:融资|募资|募集资金|投资"
    r"|募集)?(?:的)?(?:总)?(?:金额|规模|总额|额|数额)"
)
_SHARE = re.compile("的?(?:独家|联合|共同)?(?:领投|跟投|参投)")
"""What follows the part that one backer puts in: "甲公司以240万美元领投乙公司A轮融资"."""
_OWNED = re.compile("的?(?:以上)?(?:的)?(?:单笔|身家|市值|营收|收入|订单|利润)")
"""What a sum is of that nobody puts in: "获95亿元身家富豪入股"."""
_OFFERED = re.compile(
    r"(?:[以据按]此[^，。；]{0,4}|[按以]发[行售]价[^，。；]{0,6}|发[行售]价[^。；]{0,16}|对应[^，。；]{0,6}|上市时(?:的)?|发行后(?:的)?|IPO)市值[^，。；\ue000]{0,4}$"
)

_OF_EACH = re.compile("其中[^。；]*(?:出资|增资|认缴|认购)[^，。；\ue000]{0,4}$")
"""What each of several gives: "其中甲出资1500万元，乙出资500万元"."""
_EACH = 40


def sums(scene: Scene, start: int, end: int) -> list[tuple[int, int, Told[Money]]]:
    """Return the sums in a plain span that are what a round brings."""
    coded = scene.text.coded
    found = []
    for first, last, told in scene.money.within(start, end):
        before, after = coded[max(start, first - 24) : first], coded[last : last + 24]
        if (
            _VALUED.search(before)
            or _VALUED_AFTER.match(after)
            or _NOT_SUM.search(before)
            or TOTAL.search(before[-12:])
            or _SHARE.match(after)
            or _OWNED.match(after)
            or after.startswith(("/股", "每股", "一股"))
            or _OF_EACH.search(coded, max(start, first - _EACH), first)
        ):
            continue
        if (
            _ALONE.search(before + "｜" + after)
            or _SUM_BEFORE.search(before)
            or _PROCEEDS.search(before)
            or _SUM_AFTER.match(after)
            or _MORE_SUM.match(before.rsplit("，", 1)[-1])
        ):
            found.append((first, last, replace(told, confidence=min(told.confidence, SURE_OF_SUM))))
    return found


def nearest(
    brought: Sequence[tuple[int, int, Told[Money]]], start: int, end: int, coded: str = ""
) -> Told[Money] | None:
    """Return the sum that stands closest to a plain span, or to which a sum was changed."""
    if not brought:
        return None
    changed = (s[2] for s in brought[1:] if coded and _CHANGED_TO.search(coded, max(0, s[0] - 10), s[0]))
    return next(changed, min(brought, key=lambda s: max(start - s[1], s[0] - end, 0))[2])


_CHANGED_TO = re.compile("(?:[减调增升降]|提高|扩大|缩)[^，。；\ue000]{0,2}[至到为][^，。；\ue000]{0,3}$")
"""What a round now brings, against what it was to: "从5亿元上调至7.5亿元"."""


def valuations(scene: Scene, start: int, end: int) -> list[Told[Valuation]]:
    """Return the sums in a plain span that are what the company is said to be worth now."""
    coded = scene.text.coded
    found = []
    for first, last, told in scene.money.within(start, end):
        if told.value.value < _LEAST_WORTH:
            continue  # "每股作价10元"
        before, after = coded[max(start, first - 24) : first], coded[last : last + 12]
        led = coded[max(start, first - 40) : first]
        rose = ("从" in led or "由" in led) and _ROSE.search(led) is not None
        if not (rose or _OFFERED.search(before) or _VALUED.search(before) or _VALUED_AFTER.match(after)):
            continue
        near = before.rsplit(MONEY, 1)[-1][-16:] + "｜" + after
        if not rose and re.search(r"上一轮|上轮|此前|(?:较|相比|比|从|去年|当时)[^，]{0,14}$", before):
            continue
        basis = (
            Basis.PRE
            if "投前" in near or "融资前" in near
            else Basis.POST
            if "投后" in near or "融资后" in near
            else Basis.UNSPECIFIED
        )
        found.append(Told(Valuation(told.value, basis), told.start, told.end, told.quote, 0.85))
    return found


def announced(scene: Scene, start: int, end: int) -> Told[PartialDate] | None:
    """Return the last date told in a plain span: the one nearest to the words that tell the deal."""
    days = scene.dates.within(start, end)
    return days[-1][2] if days else None
