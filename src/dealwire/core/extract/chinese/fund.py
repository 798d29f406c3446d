"""Funds in a sentence: one that is raised, closed, set up or registered, by whom, how large, with whose money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.chinese import roles, stance
from dealwire.core.extract.chinese.names import is_name
from dealwire.core.extract.chinese.parties import own_subject, subject
from dealwire.core.extract.chinese.prose import DATE, MONEY
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Investor, Kind, Money, Role, Status, Told

_FUND = r"(?:基金|母基金)(?:[一二三四五六七八九十IVX\d]+期)?(?:合伙企业)?"
_RAISED = re.compile(
    rf"(?P<fund>[^，。；、]{{2,28}}?{_FUND})[^，。；]{{0,10}}?(?:完成|宣布|已|实现|顺利|成功"
    rf"|正式)*[^，。；]{{0,14}}?(?:募集(?!资金用|规模超|失败)|募资|首关|终关|首次关闭|最终关闭|封闭|首次交割"
    rf"|完成备案|登记成立|注册成立|揭牌|成立(?!以来|于|时))"
    rf"|(?:完成|宣布|实现)[^，。；]{{0,24}}?{_FUND}[^，。；]{{0,10}}?(?:募集|募资|首关|终关|首次关闭|最终关闭|交割)"
    rf"|(?:设立|成立|新设|发起|组建|推出|筹建|募集|参与投资|出资认购|认购)(?:了|成立)?(?:一支|一只|一个|首支|首只"
    rf"|新的)?(?P<made>[^，。；]{{0,30}}?{_FUND})(?!会|份额净|经理)"
)
_PARTNER = re.compile(
    r"(?:执行事务合伙人|基金管理人|普通合伙人|管理人|GP)(?:为|是|系|：|由)(?P<name>[^，。；、]{3,26}?)(?:担任|，"
    r"|。|；|$)"
)
_MAKER = re.compile(
    r"(?:参与(?:投资|认购)?|认购|由)(?:由)?(?P<name>[^，。；参与]{2,20}?)(?:发起)?(?:设立|成立|管理"
    r"|发起)的[^，。；]{2,20}基金"
)
SURE_MAKER = 0.9
"""Who sets up a fund is believed only with a name as sure as this: much else is set up, and by nobody in particular."""

_SETS_UP = re.compile("宣布|官宣|旗下|完成|设立|发起|推出|管理的")
_SIZE = re.compile(r"(?:规模|出资额|总额|募集|募资|资金|认缴|金额|达到?|为|超|近|约|首期|目标|总)[^，。；\ue000]{0,8}$")
_SHARE = re.compile(r"(?:拟|以|自有资金)[^，。；\ue000]{0,10}(?:出资|认缴)[^，。；\ue000]{0,6}$|出资(?:不超)?$")
_BY = re.compile(r"由(?P<names>[^。；]{4,120}?)(?:等)?(?:共同|联合)?(?:出资|持股|发起)")
_NOT = re.compile(
    r"违规|监管|国办|证监会|意见|ETF|公募|基金经理|货币基金|指数基金|净值|基金会|私募证券|对冲基金|FOF|社保基金"
    r"|养老|REIT|公积金|基金份额|只基金|多只|减持|持有|增持|备案规模|产品|募捐|慈善|基金公司|新发|债券基金|主权"
)


def read(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Yield the fund that a sentence tells of, if it is one of private money."""
    coded, text = scene.text.coded, scene.text
    if "基金" not in coded[start:end]:
        return
    found = _RAISED.search(coded, start, end)
    if found is None or _NOT.search(coded, start, found.end()) or re.search(r"领投|跟投|轮融资", coded[start:end]):
        return
    company = _manager(scene, start, end, found)
    if company is None:
        return
    kind = text.told(Kind.FUND_CLOSE, *found.span(), 0.8)
    words = text.plain[start:end]
    status = (
        Status.IN_TALKS
        if re.search(r"拟|计划|筹备|将|寻求|目标", words[: found.end() - start])
        else Status.CLOSED
        if re.search(r"完成|关闭|首关|终关|交割", found[0])
        else Status.ANNOUNCED
    )
    days = scene.dates.within(start, found.end())
    yield Draft(
        kind,
        company,
        _partners(scene, start, end, found, company),
        _size(scene, start, end),
        status=Told(status, kind.start, kind.end, kind.quote, 0.8),
        background=stance.past(scene, start, end, found.end()),
        announced_on=days[-1][2] if days else None,
    )


def _manager(scene: Scene, start: int, end: int, found: re.Match[str]) -> Told[str] | None:
    """Return who raises the fund: its manager where the article names one, else who sets it up, else the fund."""
    coded = scene.text.coded
    for pattern, first, last in (
        (_PARTNER, start, min(len(coded), end + 200)),
        (_MAKER, start, min(len(coded), end + 200)),
    ):
        if (named := pattern.search(coded, first, last)) and (span := scene.names.after(*named.span("name"))):
            return scene.names.told(span)
    begin, finish = found.span("fund") if found["fund"] else found.span("made") if found["made"] else (0, 0)
    if found["fund"]:
        if (verb := _SETS_UP.search(coded, begin + 2, finish)) and (maker := own_subject(scene, begin, verb.start())):
            return maker
        while begin < finish and coded[begin] in DATE + " “「":
            begin += 1
        text = re.compile(r"(?:近日|日前|今日|宣布|获悉|消息|旗下|报道|设立|成立|的)+").split(coded[begin:finish])[-1]
        return scene.names.told((finish - len(text), finish), 0.75) if len(text) >= 4 and is_name(text) else None
    if re.match("参与|认购|出资", found[0]) or "等" in coded[max(start, found.start() - 8) : found.start()]:
        return None
    first = max(coded.rfind(mark, start, found.start()) for mark in "，：") + 1
    return own_subject(scene, max(first, start), found.start()) or subject(
        scene, start, max(first, start), found.start()
    )


def _partners(
    scene: Scene, start: int, end: int, found: re.Match[str], company: Told[str]
) -> tuple[Told[Investor], ...]:
    coded = scene.text.coded
    backers: tuple[Told[Investor], ...] = ()
    if by := _BY.search(coded, start, min(len(coded), end + 160)):
        backers = roles.listed(scene.names, *by.span("names"), Role.PARTICIPANT)
    elif re.search(rf"出资{MONEY}|认购|参与", coded[start : found.end()]) and (
        giver := subject(scene, start, start, found.start())
    ):
        backers = (Told(Investor(giver.value, Role.PARTICIPANT), giver.start, giver.end, giver.quote, 0.7),)
    return tuple(b for b in backers if b.value.name != company.value)


def _size(scene: Scene, start: int, end: int) -> Told[Money] | None:
    coded = scene.text.coded
    for first, last, told in scene.money.within(start, min(len(coded), end + 160)):
        before = coded[max(start, first - 20) : first]
        if not _SHARE.search(before) and (
            _SIZE.search(before) or re.match("(?:的)?[^，。；]{0,8}(?:基金|募集|规模)", coded[last : last + 12])
        ):
            return told
    return None
