"""Purchases told by who sells ("将甲公司出售给乙"), or by the firm whose owner changes ("筹划控制权变更")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from dealwire.core.extract.chinese import bought, purchase, roles
from dealwire.core.extract.chinese.names import Span
from dealwire.core.extract.chinese.parties import LEAST_SURE, announcer, spoken_of, subject, verb_or_end
from dealwire.core.extract.chinese.prose import MONEY
from dealwire.core.extract.chinese.purchase import Found
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_firm
from dealwire.model import Role, Status

_SELL = re.compile(
    r"(?:将|把)(?!由)(?P<object>[^，。；将把]{2,40}?)，?(?:以[^，。；]{0,20})?(?:出售|卖|转让|出让|剥离|划转|售予|售)(?:给"
    r"|予)(?P<buyer>[^，。；的]{2,24})|(?P<sale>出售|甩卖|清仓|卖掉|出让|转让|(?<=[拟欲])售)(?![给予])(?:旗下|其|所持|自家"
    r"|名下)?(?:的)?(?P<thing>[^，。；]{2,30})"
)
_FOR_SALE = re.compile(
    r"为(?:旗下|其|名下)*(?P<wanted>[^，。；为]{2,20}?)(?:寻找|物色|寻求|找)(?:潜在|合适|战略)?的?(?:买家|买主|接盘方|收购方)(?=$|[，。；])|(?:启动|推进|考虑|寻求|计划|拟|正在|打算|探索|权衡)(?:了"
    r"|对)?(?P<object>[^，。；]{2,24}?)(?:的)?(?:出售(?:流程|程序|计划|事宜)?|潜在出售)(?=$|[，。；])"
    r"|(?P<seeks>[^，。；：]{2,20}?)(?:正在?|已|将|拟)*(?:寻求|考虑|启动|计划|谋求)(?:整体|自身)?(?:出售|卖身)(?=$|[，。；])"
    r"|(?P<who>[^，。；：]{2,20}?)(?:被传|被曝|传|拟|将|寻求|考虑|正|或|探索|评估)[^，。；]{0,12}(?:卖身|待价而沽|挂牌出售"
    r"|寻求出售(?=$|[，。；])|被出售|出售(?:公司|自身|自己)|整体出售)"
)
_SOLD_TO = re.compile(
    r"向(?:独立第三方|第三方|关联方|关连人士)?(?P<buyer>[^，。；向]{2,30}?)(?:或其[^，。；]{1,8}?)?(?:协议|无偿|有偿)?(?:转让|出售|出让)(?:了)?(?:其|所持(?:有)?|所|持有|旗下|的)*"
    r"(?P<object>[^，。；]{2,40}?)(?=的?\d{1,3}(?:\.\d+)?%|的?(?:全部|多数|控股)?(?:已发行)?(?:股权|股份|股本|权益|业务)|，(?:交易|总)?(?:作价|售价|总价|价格|对价|交易价|估值)|$|[，。；])"
)
_OF_FIRM = re.compile(r"的?\d|的?[全多控已股权业]|，[交总作售价对估]")
"""What says that a firm is sold, and no goods: a stake, its shares, a price."""
_SOLD_AWAY = re.compile(
    r"(?:出售|转让|卖掉)(?:旗下|其|所持|持有|名下|的)*(?P<object>[^，。；给予]{2,30}?)(?:出售|转让|卖)?[给予](?P<buyer>[^，。；的]{2,24})"
)
"""A sale that names its object first: "出售旗下甲公司给乙集团"."""
_SELLS_AND_BUYS = re.compile(
    "(?:有条件|已|均)*同意出售(?:[^，。；]{0,6})?，?(?:而|及|且|，)(?P<buyer>[^，。；]{2,24}?)(?:有条件|已|亦)*同意(?:购买|收购|购入|受让)(?P<object>[^，。；]{2,40})"
)
"""A contract as papers of Hong Kong put it: "甲同意出售而乙同意购买丙全部已发行股本"."""
_WITH_BUYER = re.compile("(?:与|和|及)(?P<party>[^，。；与和]{2,30}?)(?:订立|签[署订])")
_HELD = re.compile("所持|持有的?|旗下|全资子公司|控股子公司|名下")
_NEXT_HAND = re.compile(
    r"，(?:(?:接[盘手]方|受让方|收购方|买[方家])(?:为|是|系)(?P<taker>[^，。；]{2,24})|(?P<buyer>[^，。；]{2,20}?)(?:将|已|拟)?(?:接手|接盘))"
)
_NEW_OWNER = re.compile(
    r"(?:控股股东|实际控制人|实控人)(?:将|拟|已|或|正式)?(?:由[^，。；]{2,20})?变更为(?P<buyer>[^，。；]{2,24})"
)
_SIGNED = re.compile(
    "(?:与|和|同)(?P<party>[^，。；与和同]{4,30}?)(?:正式|已|共同|于[^，。；]{0,10})*签[署订]了?[^，。；]{0,6}(?:股份|股权)?转让"
)
"""Whom a holder sells to: "控股股东与甲科技签署股份转让协议"."""
_HOLDER = re.compile("控股股东[^，。；]{0,24}变更为")


_PASSED = re.compile(
    r"(?P<object>[^，。；将把]{2,30}?)\d{1,3}(?:\.\d+)?%的?(?:股权|股份)(?:将|已)?(?:以[^，。；]{2,24}?)?(?:转让|出让|出售|卖)[给予](?P<buyer>[^，。；]{2,24})"
)
"""Shares that pass, as the subject: "甲集团100%的股权以20亿元的价格转让给乙公司"."""


def sold(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield what a clause says is sold, to somebody named or not."""
    if both := _SELLS_AND_BUYS.search(scene.text.coded, first, last):
        span = bought.firm(scene, *both.span("object"))
        buyers = roles.listed(scene.names, *both.span("buyer"), Role.ACQUIRER)
        if not buyers and (party := _WITH_BUYER.search(scene.text.coded, start, first)):
            buyers = roles.listed(scene.names, *party.span("party"), Role.ACQUIRER)
        if span and not bought.is_minor(scene, both.start("object"), last):
            yield purchase.draft(scene, scene.names.told(span), buyers, both.span(), (start, end)), both.span()
            return
    for m in chain(_PASSED.finditer(scene.text.coded, first, last), _SOLD_TO.finditer(scene.text.coded, first, last)):
        span = bought.firm(scene, *m.span("object"))
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        plain = m.re is _SOLD_TO and not _OF_FIRM.match(scene.text.coded, m.end())
        if span and plain and not is_firm(scene.text.plain[slice(*span)]):
            continue  # "向甲公司出售专利"
        if span and buyers and not bought.is_minor(scene, m.start("object"), last):
            yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()
    for m in _SOLD_AWAY.finditer(scene.text.coded, first, last):
        span = bought.firm(scene, *m.span("object"))
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        if span and buyers and not bought.is_minor(scene, m.start("object"), last):
            yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()
            return
    for m in _SELL.finditer(scene.text.coded, first, end):
        if m.start() >= last:
            return
        if m["buyer"]:
            span = bought.firm(scene, *m.span("object"))
            buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
            if _LATTER.match(m["buyer"]) and (party := _WITH.search(scene.text.coded, start, m.start())):
                buyers = roles.listed(scene.names, *party.span("party"), Role.ACQUIRER)
            if span is None and bought.ITSELF.match(m["object"]) and (company := announcer(scene, start, m.start())):
                yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()
        else:
            finish = m.end()
            if stop := bought.OBJECT_END.search(scene.text.coded, m.start("thing") + 2, m.end()):
                finish = stop.start()
            span, buyers = bought.firm(scene, m.start("thing"), finish), ()
            if hand := _NEXT_HAND.match(scene.text.coded, last, end):
                buyers = roles.listed(scene.names, *hand.span("taker" if hand["taker"] else "buyer"), Role.ACQUIRER)
            if span is None or not (buyers or _is_of_firm(scene, m, span, last)) or _holds_little(scene, span, end):
                continue
        if span and not bought.is_minor(scene, m.start(), last):
            company = scene.names.told(span)
            if scene.text.plain.endswith("业务", *span) and company.confidence < 0.9:
                company = subject(scene, start, first, verb_or_end(scene.text.coded, first, m.start())) or company
            if _HELD.search(m[0]):  # what somebody owns is a firm, however it is named
                company = replace(company, confidence=max(company.confidence, 0.9))
            yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()


_PRICED = re.compile(f"，(?:交易|总)?(?:作价|售价|总价|价格|对价|交易价|估值)[^，。；]{{0,6}}{MONEY}")
"""What the clause after a sale says that it brings."""
_LATTER = re.compile("后者|对方")
_WITH = re.compile(
    "(?:与|和|同)(?P<party>[^，。；与和]{2,24}?)(?:正式|已|就|近日|正在?)*(?:达成|签[署订]|订立|洽谈|谈判|接触|磋商|商谈|协商)"
)
"""Who the buyer is that a sale calls the latter: "与甲达成协议，将乙出售给后者"."""
_PLANS = re.compile("考虑|探索|评估|寻求|研究|计划|拟|打算|同意")
MARKED = 0.95
"""How sure a name is that the article sets in quotation marks or introduces."""


_HOLDS = re.compile(r"(?:持有|持股)[^，。；]{0,12}?(?P<stake>\d{1,2}(?:\.\d+)?)%")
_SAYS_SO = 400
"""Characters around a sale within which the text tells how much the seller holds."""


def _holds_little(scene: Scene, span: Span, end: int) -> bool:
    """Tell whether who sells shares of a firm holds less than half of it: no control passes."""
    name = scene.text.plain[slice(*span)]
    for held in _HOLDS.finditer(scene.text.coded, max(0, span[0] - _SAYS_SO), end + _SAYS_SO):
        begin = min(end, held.start())
        if float(held["stake"]) < _HALF and name in scene.text.plain[begin : held.end() + _BESIDE]:
            return True
    return False


_HALF = 50
_BESIDE = 12
"""Characters behind a stake within which its firm is named."""


def _is_of_firm(scene: Scene, sale: re.Match[str], span: Span, last: int) -> bool:
    """Tell whether a sale without a buyer is of a firm: its owner holds it, or it is surely named, and shares pass."""
    sure = scene.names.sureness(span) >= 0.9
    held = _HELD.search(sale[0]) is not None
    shares = re.search("股权|公司|业务|全部股份|控制权|控权", scene.text.coded[sale.start() : last]) is not None
    planned = _PLANS.search(scene.text.coded, max(0, sale.start() - 6), sale.start()) is not None
    if _PRICED.match(scene.text.coded, last) and scene.names.sureness(span) >= LEAST_SURE:
        return True
    if planned and sure and scene.text.coded.startswith("的可能", span[1]):
        return True
    if sure and sale["sale"] == "售":
        return True
    if planned and (scene.names.sureness(span) >= MARKED or is_firm(scene.text.plain[slice(*span)])):
        return True
    return (sure and held) or (shares and (sure or held))


_AMONG = re.compile(
    "(?:出售|剥离|甩卖|卖掉|脱手|处置)[^，。；]{0,16}(?:资产|业务|公司|品牌|企业|股权)，?(?:其中|分别|主要)?(?:包括|涉及|含|有|为)(?P<names>[^，。；]{2,60})"
)
"""What is sold, told by a list behind it: "出售多项零售资产，包括超市甲和百货公司乙"."""


def listed(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield each of several firms that somebody sells."""
    for m in _AMONG.finditer(scene.text.coded, first, end):
        if m.start() >= last:
            return
        for span in bought.firms(scene, *m.span("names")):
            told = scene.names.told(span)
            told = replace(told, confidence=max(told.confidence, purchase.FIRMLY))
            yield purchase.draft(scene, told, (), (m.start(), span[1]), (start, end)), (span[0], span[1])


def for_sale(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield what a clause says is up for sale."""
    for m in _FOR_SALE.finditer(scene.text.coded, first, last):
        span = (
            bought.firm(scene, *m.span("object" if m["object"] else "wanted"))
            if m["object"] or m["wanted"]
            else scene.names.before(*m.span("who" if m["who"] else "seeks"))
        )
        if span and scene.names.sureness(span) >= 0.7:
            yield purchase.draft(scene, scene.names.told(span), (), m.span(), (start, end), Status.IN_TALKS), m.span()


def new_owner(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the company that has a new owner: "控股股东变更为…"."""
    for m in _NEW_OWNER.finditer(scene.text.coded, first, last):
        if m[0].startswith("实") and _HOLDER.search(scene.text.coded, start, end):
            continue  # who stands behind the new owner buys no second time
        itself = scene.names.bare(first, m.start()).endswith("公司")
        company = announcer(scene, start, m.start()) if itself else subject(scene, start, first, m.start())
        company = company or spoken_of(scene, start, first, m.start())
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        owners = tuple(b for b in buyers if len(b.value.name) > 3)
        if not owners and (party := _SIGNED.search(scene.text.coded, start, m.start())):
            owners = roles.listed(scene.names, *party.span("party"), Role.ACQUIRER)  # a person stands behind the buyer
        if company and owners:
            yield purchase.draft(scene, company, owners, m.span(), (start, end)), m.span()
