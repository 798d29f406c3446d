"""Purchases as an exchange notice puts them: of a target with its share capital, of the control over "the company"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dealwire.core.extract.chinese import bought, purchase, roles, terms
from dealwire.core.extract.chinese.parties import announcer, own_subject
from dealwire.core.extract.chinese.purchase import Found
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Investor, Role, Status, Told

_TARGET = re.compile(
    r"(?:(?:目标公司|标的公司)(?:为|即|，即)?|(?:收购|交易|转让)(?:标的|对象)(?:资产|公司)?(?:为|是|系))(?P<object>[^，。；、]{4,40}?)(?:之|的)?(?:全部|约|合计|不少于|不低于)*(?:\d{1,3}(?:\.\d+)?%的?)?(?:已发行)?(?:股本|股权|股份)"
    r"(?:总额|总数)?(?:之|的|中)?(?P<stake>约?\d{1,3}(?:\.\d+)?%)?"
)
"""What is bought, behind the word for it: "销售股份，相当于目标公司甲有限公司已发行股本的60%"."""
_TRADES = re.compile("收购|购买|出售|转让|受让")
_BUYER = re.compile(
    "买方(?:为|：|，即)?(?!同意|已|有条件|将|与|及)(?P<name>[^，。；、]{2,60}?)(?=订立|就|签|有条件|同意|已|，|。|；|$)"
)
_SELLS = re.compile("(?:公司|卖方)[^，。；]{0,8}(?:同意|有条件同意)*出售")
_WE_BUY = re.compile("(?:公司|集团|附属公司)(?:已|有条件|附条件)*(?:同意)?(?:收购|购买)")


FIRMLY = 0.9
"""How sure the name is of whoever puts out a notice: it is a firm, however it is named."""


def target(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the target that a notice names: its buyer is called so, or is the company whose notice it is."""
    coded = scene.text.coded
    for m in _TARGET.finditer(coded, first, last):
        if not _TRADES.search(coded, start, end) or bought.is_small(m[0]):
            continue
        span = bought.firm(scene, *m.span("object"))
        if span is None:
            continue
        buyers: tuple[Told[Investor], ...] = ()
        if named := _BUYER.search(coded, start, end):
            buyers = roles.listed(scene.names, *named.span("name"), Role.ACQUIRER)
        elif (_WE_BUY.search(coded, start, end) or not _SELLS.search(coded, start, end)) and (
            speaker := announcer(scene, start, m.start())
        ):
            buyers = (purchase.as_buyer(speaker),)
        yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


_CONTROL_PASSES = re.compile(
    "筹划[^，。；]{0,8}(?:控制权|控股权|控股股东)[^，。；]{0,4}(?:变更|转让)|筹划表决权委托|签[署订][^，。；]{0,4}表决权委托|控制权(?:变更|转让)(?:事项|事宜)?(?:终止|告吹|失败|未能)"
    "|(?<!不)(?<!不会)(?<!未)(?<!是否)(?:导致|造成|引致|涉及)(?:本|上市)?(?:公司)?(?:的)?(?:控制权|控股股东|实际控制人)[^，。；]{0,8}(?:变更|变化|变动)"
)
"""A notice that somebody will take the company over, before it says who."""
_TAKES = re.compile(
    "(?:获得|获取|取得|谋求|掌握|得到)(?:了)?(?P<whose>(?:本|该|上市)?公司)?(?:的)?(?:实际)?(?:控制权|控股权|控权|实控权)(?!之争)"
)
_HOLDS = re.compile(
    r"(?:持有|持|为|是|成为)(?P<object>[^，。；]{2,16}?)(?:\d{1,2}(?:\.\d+)?%的?(?:股权|股份)|第[一二]大股东)"
)
"""The firm of which a clause before says that somebody has shares: "是甲股份第一大股东，并拟获取控制权"."""
_PASSED_TO = re.compile(
    "(?:其)?(?:与|和|同)(?P<party>[^，。；与和同]{4,40}?)(?:于[^，。；]{0,16})?(?:共同)?签[署订]了?[^，。；]{0,6}(?:表决权|控制权|控股权|股份转让)"
    "|(?:委托|转让|出售|让渡)[给予至](?P<name>[^，。；]{2,40}?)(?:行使|持有|，|。|；|$)|受让方(?:为|是)(?P<taker>[^，。；]{2,40})"
)
_EARLIER = 300
"""Characters before such a sentence within which a notice tells to whom shares or votes pass."""


def control(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the company that a notice says will be taken over, by somebody named or not."""
    coded = scene.text.coded
    for m in _TAKES.finditer(coded, first, last):
        held = None if m["whose"] else next(iter(reversed(list(_HOLDS.finditer(coded, start, m.start())))), None)
        span = scene.names.after(*held.span("object")) if held else None
        company = scene.names.told(span) if span else announcer(scene, start, m.start()) if m["whose"] else None
        buyers = purchase.who_buys(scene, start, first, m.start()) if company else ()
        if company and buyers and all(b.value.name != company.value for b in buyers):
            yield purchase.draft(scene, company, buyers, m.span(), (start, end), Status.IN_TALKS), m.span()
            return
    for m in _CONTROL_PASSES.finditer(coded, first, last):
        if "无控股股东" in coded[start:end]:
            return
        if company := announcer(scene, start, m.start()) or own_subject(scene, first, m.start()):
            passed = list(_PASSED_TO.finditer(coded, max(0, start - _EARLIER), last))
            to = roles.listed(scene.names, *passed[-1].span(passed[-1].lastgroup or 0), Role.ACQUIRER) if passed else ()
            status = Status.ABANDONED if terms.is_off(scene.text.plain[start:end]) else Status.IN_TALKS
            company = replace(company, confidence=max(company.confidence, FIRMLY))
            to = tuple(b for b in to if b.value.name != company.value)
            yield purchase.draft(scene, company, to[:1], m.span(), (start, end), status), m.span()
