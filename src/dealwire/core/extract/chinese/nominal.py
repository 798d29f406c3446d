"""Purchases that a clause tells while it says something else: "对甲的收购", "去年收购的甲", "批准甲收购案".

Such a clause is about something that came before or after the purchase; who bought is often the subject of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dealwire.core.extract.chinese import bought, purchase
from dealwire.core.extract.chinese.parties import LEAST_SURE, verb_or_end
from dealwire.core.extract.chinese.prose import MONEY
from dealwire.core.extract.chinese.purchase import Found
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Status

_OF = re.compile(
    rf"对(?!外投)(?P<object>[^，。；对]{{2,40}}?)(?![A-Za-z])(?P<rest>(?:\d{{1,3}}(?:\.\d+)?%)?(?:的)?(?:全部|多数"
    rf"|控股|剩余)?"
    rf"(?:股权|股份|资产|业务|控股权|控制权|权益)?(?:的)?(?:{MONEY}+(?:的)?)?(?:进行|完成|实施)?(?:了)?(?:全资|战略|要约|全面|整体|股权|重组|潜在|拟议|敌意)*)"
    r"(?:(?:(?<=的)|(?<=的潜在)|(?<=的拟议))(?:收购|并购|私有化)(?!方(?!案)|标的|对象|价)"
    r"|(?:收购|并购|私有化)(?=[，。；、的]|$|完成|交易|计划|事|要约|案|已|将|提|邀|获|正|后|前|失败|意向|谈判|进程|报价|出价|建议|行动|及|与))"
)


def of(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the purchase that is told by a noun: "甲对乙的收购"."""
    for m in _OF.finditer(scene.text.coded, first, last):
        if bought.NO_FIRM.search(m["object"]) or bought.is_small(m["rest"]):
            continue
        begin, finish = m.span("object")
        if "、" in m["object"] and not bought.firms(scene, begin, m.start() + 1 + m["object"].rfind("、")):
            begin += m["object"].rfind("、") + 1  # "对第一大农药商、第三大种子商木屿的收购"
        span = bought.firm(scene, begin, finish)
        buyers = purchase.who_buys(scene, start, first, m.start())
        if span:
            yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


def case(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the purchase that goes by the name of what is bought: "批准甲公司并购案"."""
    for m in _CASE.finditer(scene.text.coded, first, last):
        span = bought.firm(scene, *m.span("object"))
        if span and scene.names.sureness(span) >= purchase.FIRMLY:
            yield purchase.draft(scene, scene.names.told(span), (), m.span(), (start, end)), m.span()


_CASE = re.compile(
    "(?:禁止|叫停|否决|阻止|批准|放行|撤销|审查)了?(?P<object>[^，。；收购并合]{2,16}?)的?(?:收购|并购|合并)(?:案|交易)"
)


def that_was_bought(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the purchase that says which firm a clause is about: "去年收购的甲", history unless it is planned."""
    coded = scene.text.coded
    for m in _BOUGHT.finditer(coded, first, last):
        span = bought.firm(scene, m.end(), verb_or_end(coded, m.end(), last))
        if span is None or span[0] - m.end() > _NEAR or _THING.search(coded, span[0], span[1]):
            continue
        if scene.names.sureness(span) < LEAST_SURE:
            continue
        buyers = purchase.who_buys(scene, start, first, m.start())
        planned = _PLANNED.search(coded, max(first, m.start() - _LED), m.start()) is not None
        status = None if planned else Status.ANNOUNCED
        told = scene.names.told(span)
        found = purchase.draft(scene, told, buyers, (m.start(), span[1]), (start, end), status)
        past = None if planned else scene.text.told(value=True, start=m.start(), end=m.end(), confidence=0.8)
        yield replace(found, background=found.background or past), (m.start(), span[1])


_BOUGHT = re.compile("(?:收购|并购|买下|吞并)(?:得?来)?的(?!是|资产|标的|目的|对象|原因|方式|过程)")
_THING = re.compile("(?:技术|业务|资产|产品|品牌|酒店|股份)$")
_PLANNED = re.compile("[拟欲]|计划|打算|准备|考虑|有意|即将|正在?|寻求|谈判")
_NEAR, _LED = 24, 6
"""Characters between such words and the firm's name, and before them within which they may be told as a plan."""
