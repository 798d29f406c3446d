"""Purchases told by what becomes of a firm: a stake rises to control, it changes hands, its sale is talked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from dealwire.core.extract.chinese import bought, purchase, roles
from dealwire.core.extract.chinese.parties import own_subject, subject
from dealwire.core.extract.chinese.purchase import Found
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.taken import CONTROL
from dealwire.model import Role, Status

_STAKE_RISES = re.compile(
    r"(?P<buyer>[^，。；]{2,20}?)(?:的)?(?:对(?P<object>[^，。；]{2,16}?)的?)?(?:合计|总)?(?:持股|持有|股权)(?:比例)?(?:将|已)?(?:由[^，。；]{1,10})?"
    r"(?:增|升|提高|提升|增加|上升|达)(?:持)?[至到]?[约近超]?(?P<stake>5[1-9]|[6-9]\d|100)(?:\.\d+)?%"
)
"""A stake that has come to more than half, as the subject: "甲集团对乙公司持股比例升至67%"."""
_ALL_HELD = re.compile(
    "(?P<buyer>[^，。；]{2,20}?)(?:拟|将|已|进一步|再次|再度|继续)*增持(?P<object>[^，。；]{0,16}?)(?:的)?(?:相关|部分|剩余|全部|少数)*(?:股权|股份)"
    "，[^，。；]{0,6}?(?:对(?P<whole>[^，。；]{2,16}?))?(?:实现|进行|完成)?(?:了)?(?:全资|绝对|完全)控股"
)
"""More shares bought of a firm until it is held whole: "甲集团增持相关股权，对乙公司全资控股"."""
_CHANGES_HANDS = re.compile(
    "[^，。；]{2,20}?(?P<how>(?:的)?(?P<what>控制权|控股权|实控权)?(?:拟|或|将|再度?|即将|可能|面临|正式|已|宣布|突发)*(?:易主|变更|生变|转移)(?=[，：]|$)|(?:已|终于|还是|终)*(?:被)?(?:卖了|卖掉了?|售出)(?=，|$))"
)
"""A firm that gets a new owner, named in the next clause or not: "甲股份易主，乙集团入主"."""
_NO_CHANGE = re.compile("不|未|导致|是否|引发|涉及|谁")
"""What says that control does not pass, or asks."""
_TAKER = re.compile(
    "[，：](?:由)?(?P<buyer>[^，。；\ue000]{2,20}?)(?:拟|将|已|正式|以|斥资|耗资|作价)*\ue000*(?:入主|接手|接盘|接棒|成为(?:新)?(?:控股股东|实控人|实际控制人|东家))|，(?:[^。；]{0,16}，)?(?:买[家方]|接盘[方者]|接手[方者]|收购方|新东家|新主人)(?:是|为|系)(?P<named>[^，。；]{2,20})"
)
_DEALT = re.compile(
    "(?:洽谈|商谈|讨论|磋商|谈判|探讨|推进|评估|重启|商讨)(?:了)?(?:对|有关|关于)?(?P<own>(?:旗下|其)的?(?:全资|控股)*(?:子公司|公司|品牌)?)?(?P<object>[^，。；的]{2,20}?)的?"
    "(?:潜在)?(?:收购|并购|出售|转让)(?:事宜|事项|一事|交易|可能性?|方案|计划)(?=，|$|；)"
)
"""A purchase that is talked about: "与甲重启谈判，洽谈旗下全资子公司乙的收购事宜"."""
_PARTY = re.compile(
    "(?:与|和|同)(?P<name>[^，。；与和同]{2,30}?)(?:重启|展开|进行|开启|恢复|就|开始)*(?:初步|深入)?(?:谈判|洽谈|磋商|商谈|接触)"
)
_TALKS_WITH = re.compile(
    "(?:与|和|同)(?P<object>[^，。；与和同]{2,20}?)(?:方面|管理层|股东)?(?:(?:正|就|重启|展开|进行|开启|保持|在)*(?:洽谈|商谈|磋商|谈判|接触|讨论)(?:相关|潜在|全资|其)?的?(?:收购|并购)(?:事宜|一事|交易|计划|事项)?(?=，|$|；)"
    "|正?(?:就|针对)[^，。；]{0,6}(?:收购|并购|出售)(?:事宜|一事|交易|事项|计划)?(?:进行|展开|开展|保持)*[^，。；]{0,8}?(?:谈判|洽谈|磋商|商谈|接触|讨论))"
)
"""Who is talked with about being bought: "甲集团正与乙公司洽谈收购事宜"."""


def rises(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the firm of which somebody comes to hold more than half."""
    coded = scene.text.coded
    for m in chain(_STAKE_RISES.finditer(coded, first, last), _ALL_HELD.finditer(coded, first, end)):
        if m.start() >= last or (m.re is _STAKE_RISES and not CONTROL.search(coded, m.end(), end)):
            continue
        given = m.groupdict()
        at = next((m.span(g) for g in ("whole", "object") if given.get(g)), None)
        span = bought.firm(scene, *at) if at else None
        company = scene.names.told(span) if span else subject(scene, start, first, first)
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        if company and buyers and company.value != buyers[0].value.name:
            yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()


def changes_hands(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the firm that a clause says gets a new owner, whom the next clause may name."""
    coded = scene.text.coded
    for m in _CHANGES_HANDS.finditer(coded, first, last):
        if _NO_CHANGE.search(coded, first, m.start("how")):
            continue
        company = own_subject(scene, first, m.start("how"))
        taker = _TAKER.match(coded, last, end)
        buyers = roles.listed(scene.names, *taker.span(taker.lastgroup or "buyer"), Role.ACQUIRER) if taker else ()
        if company and (buyers or (m["what"] and company.confidence >= _FIRMLY)):
            yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()


_GETS = re.compile(
    r"(?:(?<=[拟欲将资亿元\ue000])买(?![卖方家断单下入])|(?<=[拟欲将获])取(?!得|消|代)|揽下?|夺[得下]|拿到|接掌|认购|抢[得下]|摘得|承接|接下)了?(?P<object>[^，。；\ue000]{2,24}?)的?"
    r"\d{1,3}(?:\.\d+)?%的?(?:国有|流通|普通)?(?:控股权|股权|股份|控股)"
)
"""Any verb of getting, with a stake behind what is got: "揽下甲公司70%股权"."""
_TARGET_OF = re.compile(
    "(?:已|将|正|再次|有望)?成为(?:了)?(?P<buyer>[^，。；的]{2,16}?)的?(?:优先|首要|潜在|主要|下一个?|头号|热门|可能的?)*(?:收购|并购)(?:目标|对象|标的)"
)
"""Who is said to be what somebody means to buy: "甲公司成为乙集团的优先收购目标"."""


def got(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the firm of which a clause's subject gets a stake that gives control, by whatever verb."""
    for m in _GETS.finditer(scene.text.coded, first, last):
        span = bought.firm(scene, *m.span("object"))
        if span is None or bought.is_minor(scene, m.start(), last):
            continue
        company = scene.names.told(span)
        company = replace(company, confidence=max(company.confidence, purchase.FIRMLY))
        buyers = purchase.who_buys(scene, start, first, m.start())
        yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()


_WANTS = re.compile(
    "(?:有意|考虑|洽谈|[拟欲或]|计划|寻求|打算)(?:以[^，。；]{2,12})?(?:全资|整体)?(?:收购|并购|买下)(?=$|[，。；])"
)
"""A purchase whose object the clause before names: "甲公司股价大涨，有消息称乙集团有意收购，"."""


def unnamed(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the firm that the clause before is about, where a clause says only that somebody means to buy."""
    for m in _WANTS.finditer(scene.text.coded, first, last):
        buyer = own_subject(scene, first, m.start())
        company = subject(scene, start, first, first) if buyer and first > start else None
        if buyer and company and company.value != buyer.value and company.confidence >= _FIRMLY:
            yield (
                purchase.draft(scene, company, (purchase.as_buyer(buyer),), m.span(), (start, end), Status.IN_TALKS),
                m.span(),
            )


def wanted(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the firm that a clause says is what somebody means to buy."""
    for m in _TARGET_OF.finditer(scene.text.coded, first, last):
        company = own_subject(scene, first, m.start())
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        if company and buyers:
            yield purchase.draft(scene, company, buyers, m.span(), (start, end), Status.IN_TALKS), m.span()


def talked_about(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the firm whose purchase two talk about, or that is talked with about its own."""
    coded = scene.text.coded
    if not _TALK.search(coded, first, last):
        return
    for m in _DEALT.finditer(coded, first, last):
        span = bought.firm(scene, *m.span("object"))
        party = _PARTY.search(coded, start, first)
        buyers = roles.listed(scene.names, *party.span("name"), Role.ACQUIRER) if party and m["own"] else ()
        buyers = buyers or (() if m["own"] else purchase.who_buys(scene, start, first, m.start()))
        if span and scene.names.sureness(span) >= _SURE and (buyers or m["own"]):
            yield (
                purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end), Status.IN_TALKS),
                m.span(),
            )
    for m in _TALKS_WITH.finditer(coded, first, last):
        span = bought.firm(scene, *m.span("object"))
        buyers = purchase.who_buys(scene, start, first, m.start()) if span else ()
        if span and buyers:
            yield (
                purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end), Status.IN_TALKS),
                m.span(),
            )


_SURE = 0.5
_FIRMLY = 0.9
_TALK = re.compile("洽谈|商谈|讨论|磋商|谈判|探讨|推进|评估|重启|商讨|接触")
