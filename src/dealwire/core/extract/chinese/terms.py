"""The terms of a purchase: what it costs, what the whole is worth, who else bids, how far it has come."""

from __future__ import annotations

import re
from dataclasses import replace

from dealwire.core.extract.chinese import roles, stance, worth
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Basis, Investor, Money, Role, Status, Told, Valuation

BUY = (
    r"收购|全购|洽购|全购|并购|吸收合并|买下|吃下|购得|购入|吞并|鲸吞|吞下|兼并|私有化|全资控股|全资入股|接盘|接手|收归麾下|收入囊中|购买|(?<=[拟欲])购(?![买置入回房地车物进销])|拿下"
    r"|(?<=\ue000)控股|(?<=\ue000)购(?![买置入回房地车物进销])|(?<=[拟将])控股(?!股东|子公司|集团|有限|公司)|入主|受让|竞购|竞得|取得(?=后者|对方|其(?:全部|控股|\d))|(?:取得|获得|换取|换得|拿到)(?=[^，。；]{2,24}\d{1,3}(?:\.\d+)?%(?:的)?(?:普通股)?(?:股权|股份))"
)
_FORBIDDEN = re.compile(
    r"(?:禁止|否决|(?<!起诉)(?<!要求)(?<!试图)(?<!可能)(?<!诉讼，)阻止|叫停|撤销|拒绝)(?!令)[^，。；]{0,24}(?:收购|并购|要约|合并)|(?:收购|并购)[^，。；]{0,24}(?:禁止|撤销)"
)
_PRICE = re.compile(
    r"(?:交易|收购|转让|成交|总|股权)?(?:价格|作价|对价|金额|价款|总价|价|总额|(?<=交易)额|代价|涉资|底价|规模|总值"
    r"|价值|(?<=交易)估值)[^，。；\ue000]{0,6}$"
)
_VALUED = re.compile(r"(?<!交易)估值[^，。；\ue000]{0,10}$")


_BIDDERS = re.compile(
    r"(?:买家|买方|竞购|竞标|收购方|意向方|玩家)[^。；]{0,24}?(?:分别(?:是|为)|包括|(?<=，)有)(?P<names>[^。；]{2,80}?)(?=，|等|$)"
)


_ARE_BIDDERS = re.compile(
    r"(?P<names>[^，。；]{2,60}?)(?:等)?(?:是|为|均为|都是)(?:潜在|意向|可能)的?(?:买家|买方|竞购者|收购方)"
)


_MAKE_BIDS = re.compile(
    r"(?:^|[，。；：]|(?:称|透露|悉)，?)(?P<names>[^，。；：]{2,60}?)(?:等[^，。；、]{0,8})?(?:已|均|都|分别|正|计划|准备)*(?:提交|递交|给出|提出|发出)了?[^，。；]{0,10}(?:报价|出价|标书|投标|意向书)"
)
"""Who bids, told by what they hand in: "甲资本、乙资本已提交首轮报价"."""
_FROM = re.compile(
    "(?:要约|提议|提案|邀约)(?:是|正)?(?:来自|由)(?P<names>[^。；]{2,160}?)(?:等方面|等人?|发出|提出|，(?:以|拟|将|计划|建议)|[。；]|$)"
)
_GROUP = re.compile("买方(?:集团|财团|联合体|团)?的?(?:成员)?(?:包括|由)(?P<names>[^。；]{2,160}?)(?=等|组成|$)")
"""Who makes an offer, told after it: "该要约来自甲、乙"."""


def bidders(scene: Scene, start: int, end: int) -> tuple[Told[Investor], ...]:
    """Return who a sentence says would buy: "已接触三位买家，分别是甲、乙和丙"."""
    forms = (_BIDDERS, _ARE_BIDDERS, _FROM, _GROUP, _MAKE_BIDS)
    found = next((f for form in forms if (f := form.search(scene.text.coded, start, end))), None)
    return roles.listed(scene.names, *found.span("names"), Role.ACQUIRER) if found else ()


_ENDED = re.compile(
    "(?<!没有)(?<!并未)(?<!不会)终止(?:筹划|本次|此次|该|[上前]述|这)*[^，。；]{0,10}(?:重组|交易|收购|并购|合并|购买资产|事[项宜])"
)
_UNLESS = re.compile("如(?!期)|若|倘|逾期")


def ended(plain: str, start: int, end: int) -> re.Match[str] | None:
    """Return what in a sentence after a purchase says that it is off, and not only that it may be."""
    off = _ENDED.search(plain, start, end)
    return off if off and not _UNLESS.search(plain, start, off.start()) else None


def is_off(sentence: str) -> bool:
    """Tell whether a sentence calls a purchase off: its parties, whoever gets the offer, or an authority."""
    return stance.is_called_off(sentence) or _FORBIDDEN.search(sentence) is not None


def status(sentence: str, lead: str, has_buyer: bool) -> Status:
    """Return how far an acquisition has come. A board's announced plan (拟收购) counts as announced."""
    if is_off(sentence):
        return Status.ABANDONED
    if re.search(
        r"(?:收购|并购|要约收购|过户|交割|交易)(?:事项)?(?:已|均已|全部)?(?:完成|交割)|已完成(?:对|收购|交割|过户)"
        r"|成功收购|(?:过户|变更登记|股权变更|交割)[^，。；]{0,8}(?:办理|完成)?(?:完毕|完成)",
        sentence,
    ) and not re.search("尚未|完成后|预计|将于|将在|有望|(?<![材资原])料(?=[^，。])", sentence):
        return Status.CLOSED if re.search("完成|完毕|交割", sentence) else Status.ANNOUNCED
    sourced = stance.is_sourced(sentence) or stance.is_sourced(lead)
    if re.search(
        r"洽谈|洽购|谈判|磋商|(?:接近|即将)(?:出售|收购|卖|达成)|正在收购|考虑|有意|寻求|希望|愿意|提案|要约|邀约|竞购|竞标|或将|意向(?!协议|性协议)|筹划|筹备|欲|打算|试图|评估(?!工作|报告|值|基准|机构|结果|已|均已|完成)"
        r"|接触|准备|约束力|讨论|潜在|不排除|拟议|提议|探索|可能(?!性)|提出[^，。；]{0,12}私有化|建议私有化|待售|卖身|兴趣|组团|出售流程|报价|置评|计划收购|或收购|或(?=[以斥出被]|与[^，。；]{2,16}合并)|研究(?=对|收购|出售|合并|私有化|以)|执着",
        sentence,
    ):
        return Status.IN_TALKS
    if re.search("接近(?:达成|敲定|完成|以[^，。；]{0,16}(?:收购|买下|出售))|即将(?:达成|敲定)", sentence):
        return Status.RUMOURED if sourced else Status.IN_TALKS
    if sourced and re.search(r"拟|将|计划", sentence):
        return Status.IN_TALKS
    if sourced and not re.search(r"宣布|公告|官宣|完成", sentence):
        return Status.RUMOURED
    if re.search(
        r"(?<!预计)(?<!季度)(?<!年底前)(?<!年内)(?<!年底)(?<!年中)(?<!半年)(?<!将于)完成(?!后|收购后|之后)[^，。；]{0,60}(?:收购|并购|交割|合并(?!报表|范围))|收购[^，。；]{0,16}(?:完成|交割)(?!后)|(?<!评估)(?<!审计)(?<!尽调)(?<!调查)(?<!工作)已完成",
        sentence,
    ):
        return Status.CLOSED
    return Status.ANNOUNCED if has_buyer or not re.search(r"(?<!公司)(?:拟|计划)", sentence) else Status.IN_TALKS


_A_SHARE = re.compile("(?:停牌|收市|收盘|开盘|股价|注销价|新高|新低|创下)[^，。；\ue000]{0,8}$")
"""What a share costs, or has reached."""
_PART = re.compile("(?:现金|股份|股票|首期|首笔|首付|其中)[^，。；]{0,12}$")
_IN_ALL = re.compile("(?:合计|总|交易)[^，。；]{0,4}(?:金额|作价|对价|价格|代价|总价|价款|额)[^，。；\ue000]{0,4}$")
"""What a purchase costs in all, against what part of it is paid in cash or shares."""


def price(scene: Scene, start: int, end: int) -> tuple[Told[Money] | None, Told[Valuation] | None]:
    """Return what a sentence says that a purchase costs, and what it says the whole is worth."""
    coded = scene.text.coded
    amount: Told[Money] | None = None
    valuation: Told[Valuation] | None = None
    part = False
    for first, last, told in scene.money.within(start, end):
        before, after = coded[max(start, first - 24) : first], coded[last : last + 24]
        if re.match("(?:/|每)股|溢价|折让", after) or _A_SHARE.search(before):
            continue
        if _VALUED.search(before) or re.match(r"(?:的)?(?:整体)?估值", after):
            valuation = valuation or Told(
                Valuation(told.value, Basis.UNSPECIFIED), told.start, told.end, told.quote, 0.8
            )
        elif re.search(
            r"各(?:自)?出资|罚|市值|身价|涨|跌|缩水|企业价值|每ADS|每份|营收|收入|利润|亏损|每股|债务|增长|现汇率|资本支出|注册资本|募集|募资|销售额|配套",
            before[-12:],
        ):
            continue
        elif amount is not None and part and _IN_ALL.search(before):
            amount, part = replace(told, confidence=min(told.confidence, worth.SURE_OF_SUM)), False
        elif amount is None and (
            _PRICE.search(before)
            or re.match(rf"[^，。；]{{0,14}}?(?:{BUY}|出售|卖|价格|对价|的?交易)", after)
            or re.search(rf"(?:{BUY}|以|斥资|出售)[^，。；]{{0,24}}$", before)
        ):
            amount = replace(told, confidence=min(told.confidence, worth.SURE_OF_SUM))
            part = _PART.search(before) is not None
    return amount, valuation
