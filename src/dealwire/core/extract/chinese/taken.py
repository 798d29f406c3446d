"""Purchases told from the side of what is bought: "获甲集团收购", "卖身甲集团", "成为甲集团全资子公司"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealwire.core.extract.chinese import bought, purchase, roles
from dealwire.core.extract.chinese.parties import own_subject, subject
from dealwire.core.extract.chinese.prose import MONEY
from dealwire.core.extract.chinese.purchase import Found
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_firm
from dealwire.model import Role, Status, Told

_SUM = rf"(?:以?[约近超逾]?{MONEY}+的?(?:价格|对价|现金|代价)?)?"
_GOES_TO = re.compile(
    rf"(?:将|拟|已|即将|接近|正式|宣布|确认|同意|，)*(?:"
    rf"获得?(?!准|批|悉|奖|得者|利)(?P<gets>[^，。；获]{{2,16}}?){_SUM}(?:全资|战略|整体|控股|全面|要约|现金)*(?:收购|并购|买下)"
    rf"|(?:已|正|，)*(?:吸引|引来|引发|遭)(?:了|到)?(?P<lures>[^，。；]{{2,60}}?)(?:等[^，。；、]{{0,10}})?(?:竞购|争购|竞标|洽购|竞相收购|争夺|竞价)"
    rf"|(?:卖身|易主|花落|落入|委身|归入)(?:给|予|于|至)?(?P<sells>[^，。；]{{2,16}}?)(?:手中|囊中|麾下|怀抱|旗下)?"
    rf"|{_SUM}(?:出售|卖|售|转让)(?:给|予)(?!了?(?:第三方|买家|投资者|客户|消费者|用户|公众|市民))(?P<sold>[^，。；的]{{2,16}})"
    rf"|(?:(?<=[将已，式])|(?<=宣布))?(?:成为|变为)(?P<joins>[^，。；的成]{{2,16}}?)(?:旗下|的)?(?:全资|控股)(?:子公司|附属公司)"
    rf"|易主(?P<passes>[^，。；]{{2,16}})"
    rf"|加入(?P<enters>[^，。；]{{2,16}})，[^，。；]{{0,6}}成为其?(?:旗下|的)?(?:全资|控股)(?:子公司|附属公司)"
    rf")(?=$|[，。；、的旗]|后|完成|并(?!购|表)|且)"
)
"""Where what is bought goes: the buyer, whichever verb tells it."""
_BOUGHT_BY = re.compile(
    "(?:遭|被)(?:全资|整体|战略)*(?:收购|并购|买下)，(?:买[方家]|收购方|接盘方|新东家|接手方)(?:为|是|系)(?P<buyer>[^，。；]{2,20})"
)
_AGREES = re.compile(
    "(?:与|和|同)(?P<object>[^，。；、与和同及股]{2,24}?)(?:正式|已|宣布|近日|日前)*"
    "(?:达成|签[署订]|订立)(?:了)?(?:一[项份])?(?:全资|战略|整体|最终|正式)*(?P<how>收购|并购|合并)(?:最终|正式|框架|意向)*(?:性)?协议"
)
"""Two that come to terms: "甲集团与乙公司达成收购协议"."""
_SELLER = re.compile("拟(?:[^，。；]{0,20})?(?:收购|受让|购买)")
_SOON = 80
"""What is bought, told behind the agreement and in what distance: its other party sells, then."""
_HOLDS = re.compile(
    r"(?:将|拟|已|正式|成功|，)*(?:取得|获得|拿下|掌握|接管)(?:了)?(?P<object>[^，。；\ue000]{2,20}?)(?:的)?(?:控制权|控股权|实控权)"
    r"|(?:将|已|正式|，)*成为(?P<owned>[^，。；]{2,20}?)(?:的)?(?:控股股东|实际控制人|新东家|母公司)"
)
"""Whom the subject comes to control."""
_RAISES_TO = re.compile(
    r"(?:增持|提高|提升|增加|加码)(?:对|其)?(?P<object>[^，。；]{2,20}?)的?(?:股权|股份|持股|持股比例)(?:比例)?(?:增|升|提高|增加)?[至到]"
    r"[约近超]?(?:5[1-9]|[6-9]\d)(?:\.\d+)?%"
)
"""A stake that is raised to more than half: "增持甲公司股权至60%，取得控股权"."""
CONTROL = re.compile("控制权|控股权|控股股东|并表|(?:全资|绝对)控股|成为[^，。；]{0,6}子公司")
_BIDS = re.compile(
    "(?:入围|参与|加入|退出|考虑参与|角逐)(?:了)?(?:对)?(?P<object>[^，。；]{2,20}?)的?(?:竞购|竞标|收购战|争夺战|出售竞标)"
)
"""Who is among those that bid: "甲集团入围乙公司竞购"."""
_ABSORBS = re.compile(
    "(?:宣布|拟|将|已|正式|完成|计划)*(?<!吸收)合并(?!(?:其|旗下|全资|控股|下属)*(?:子公司|孙公司))(?P<object>[^，。；、与和的]{2,12})(?=，|$|；)"
)
"""Who takes another in: "甲集团合并乙公司"."""
_HOLDER_SELLS = re.compile(
    r"的?(?:控股股东|大股东|主要股东|创始人|实控人)(?:[^，。；]{0,12}?)(?:出售|转让|卖)(?:了|其|所持)*[^，。；]{0,4}?(?P<stake>\d{1,3}(?:\.\d+)?)%(?:的)?"
    r"(?:股权|股份|权益)?(?:给|予|至|与)(?P<buyer>[^，。；]{2,24})"
)
"""A firm whose holder sells most of it: "甲控股的控股股东拟出售51%股权予乙集团"."""
_OFF = re.compile("对(?P<object>[^，。；对]{2,20}?)的(?:收购|并购)(?:告吹|失败|流产|终止|搁浅|泡汤|取消|宣告失败)")


def goes_to(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield what a clause says that somebody gets, told by who is bought."""
    coded = scene.text.coded
    for m in _GOES_TO.finditer(coded, first, end):
        if m.start() >= last:
            return
        if (m["joins"] or m["enters"]) and not _is_news(scene, start):
            continue
        company = _whole(scene, start, first, m.start())
        if m["sold"]:
            company = company and own_subject(scene, first, m.start())
        buyers = roles.listed(scene.names, *m.span(m.lastgroup or "gets"), Role.ACQUIRER)
        if company and (len(buyers) == 1 or (m["lures"] and buyers)) and company.value != buyers[0].value.name:
            yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()
    for m in _BOUGHT_BY.finditer(coded, first, end):
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        company = own_subject(scene, first, m.start()) if m.start() < last else None
        if company and buyers:
            yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()


def _whole(scene: Scene, start: int, first: int, at: int) -> Told[str] | None:
    """Return the company of a clause, where nothing is sold but it itself: "旗下资产出售给甲" tells of no firm."""
    if re.search("股权|股份|资产|业务|项目|产品|协议|%|将|把", scene.text.coded[first:at].removesuffix("将")):
        return None
    return subject(scene, start, first, at)


def comes_to_terms(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the purchase on which two have agreed."""
    for m in _AGREES.finditer(scene.text.coded, first, last):
        if _SELLER.search(scene.text.coded, m.end(), end + _SOON):
            continue
        if re.compile(f"{re.escape(m['object'])}[^，。；]{{0,24}}(?:收购|并购|买下)").search(
            scene.text.coded, m.end(), end + _SOON
        ):
            continue  # "甲宣布与乙达成收购协议，乙将以24亿美元收购甲"
        span = bought.firm(scene, *m.span("object"))
        buyers = purchase.who_buys(scene, start, first, m.start())
        if span and buyers:
            yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


def comes_to_control(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield whom a clause's subject takes control of."""
    coded = scene.text.coded
    if not _is_news(scene, start):
        return
    for m in _HOLDS.finditer(coded, first, last):
        span = bought.firm(scene, *m.span("object" if m["object"] else "owned"))
        buyers = purchase.who_buys(scene, start, first, m.start()) if span else ()
        if span and buyers and scene.names.sureness(span) >= _SURE:
            yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


def is_taken(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the firm of which somebody comes to hold most, is sold most by its holder, or that somebody bids for."""
    coded = scene.text.coded
    for m in _HOLDER_SELLS.finditer(coded, first, last):
        company = own_subject(scene, first, m.start())
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        if company and buyers and (float(m["stake"]) >= _HALF or CONTROL.search(coded, m.end(), end)):
            yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()
    for form in (_RAISES_TO, _BIDS, _ABSORBS):
        for m in form.finditer(coded, first, last):
            if form is _RAISES_TO and not CONTROL.search(coded, m.end(), end):
                continue
            span = bought.firm(scene, *m.span("object"))
            if form is _ABSORBS and not (span and is_firm(scene.text.plain[slice(*span)])):
                continue
            buyers = purchase.who_buys(scene, start, first, m.start()) if span else ()
            if span and buyers:
                status = Status.IN_TALKS if form is _BIDS else None
                yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end), status), m.span()


_HALF = 50
_SURE = 0.5


def _is_news(scene: Scene, start: int) -> bool:
    """Tell whether a sentence opens an article: deep in one, whose arm a firm is only says what it is."""
    return start - scene.text.title_end < _LEDE


_LEDE = 60


def called_off(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield a purchase of which a clause says only that nothing came of it."""
    for m in _OFF.finditer(scene.text.coded, first, last):
        span = bought.firm(scene, *m.span("object"))
        buyers = purchase.who_buys(scene, start, first, m.start())
        if span and buyers:
            yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()
