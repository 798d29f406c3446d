"""Which organisation a clause is about: the one before its verb, or of the clauses before, or the article's."""

from __future__ import annotations

import re

from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_anaphor
from dealwire.model import Told

_REPORTER = re.compile(
    r"(?:获悉|消息|报道|了解|(?<!喜)讯|日电|电|据悉|披露信息|公开资料|数据显示|显示)$|^据|作者|编辑|记者|来源|文 ｜"
)


_HEARD_FROM = re.compile("从(?P<who>[^，]{2,16}?)(?:方面|处|官方|公司)?(?:获悉|了解到|得知)")
"""Whom "该公司" is after a clause that says who told it: "记者从甲公司获悉，该公司已完成…"."""
_LEFT = re.compile("离职|出走|(?:前|原)[^，]{2,12}(?:创始人|高管|总裁|副总裁|CEO)创业|创始人[^，]{0,4}创业")
"""Whoever leaves a firm to found another: the clause names the old one."""

SPUN_OFF = re.compile("分拆(?:旗下|其|所属|控股子公司|子公司)*")
"""What leads to the part of a firm that the clauses after it are about: "甲计划分拆乙，融资10亿元"."""

LEAST_SURE = 0.7
"""A string less surely a name than this is none."""


def own_subject(scene: Scene, first: int, verb: int) -> Told[str] | None:
    """Return the company that a clause itself names before a verb."""
    span = scene.names.before(first, verb)
    return scene.names.told(span) if span and scene.names.sureness(span) >= LEAST_SURE else None


def subject(scene: Scene, sentence: int, first: int, verb: int) -> Told[str] | None:
    """Return the company before a verb, or of the clauses before, or that the article is about."""
    if own := own_subject(scene, first, verb):
        return own
    coded = scene.text.coded
    rest = scene.names.bare(first, verb)
    if len(rest) >= 4 and not is_anaphor(rest):
        return None
    for start, end in reversed(scene.text.clauses(sentence, max(sentence, first - 1))):
        clause = coded[start:end].strip()
        heard = _HEARD_FROM.search(coded, start, end) if is_anaphor(rest) else None
        if heard and (span := scene.names.after(*heard.span("who"))):
            return scene.names.told(span, max(scene.names.sureness(span), LEAST_SURE))
        if not clause or _REPORTER.search(clause):
            continue
        if _LEFT.search(clause):
            return None
        if (part := SPUN_OFF.search(coded, start, end)) and (span := scene.names.after(part.end(), end)):
            return scene.names.told(span)
        if alias := scene.names.alias_within(start, end):
            return alias
        cut = end if coded[start] == "由" else verb_or_end(coded, start, end)  # "由甲与乙打造的品牌丙，…"
        if end - start <= 40 and (span := scene.names.before(start, cut)) and scene.names.sureness(span) >= LEAST_SURE:
            return scene.names.told(span)
        if end - start > 14:
            break
    return scene.topic


def announcer(scene: Scene, sentence: int, at: int) -> Told[str] | None:
    """Return who speaks as 公司: the one whose notice a sentence reports, or that the article is about."""
    notice = _NOTICE.search(scene.text.coded, sentence, at)
    if notice is None:
        return scene.topic
    first = max(scene.text.coded.rfind(mark, sentence, notice.start()) for mark in "，：") + 1
    return own_subject(scene, max(first, sentence), notice.start()) or scene.topic


_NOTICE = re.compile("(?:发布|晚间?|披露|发出)?(?:公告称?|公布)(?=，|：)")


def verb_or_end(coded: str, first: int, last: int) -> int:
    """Return where a clause's first verb begins, or its end."""
    match = re.compile(
        r"首次|是(?=一[家个款支]|中国|国内|全球|目前)|继(?=去年|今年|此前|上|完成|获|领投|\ue001|\ue002)|再(?![鼎生造])|又|注册|成立(?!于)|拟|将|要|开始|告诉|正式|计划|宣布|公告|表示|据称|据悉|接近|同意|称|投资(?!的)|已|已经|正式|近日|日前|董事会|股东会|股东大会|通过|公布|发布|披露|签署|签订|收到|召开|审议"
        r"|此前|曾|与|在|(?<!专注)(?<!致力)(?<!位)(?<!成立)(?<!服务)于|启动|开启|确定|开盘|定价|每股|有意|欲(?=[在赴于向以收分])|公开发售|招股|超额|集资|募资|发生|注册资本|赴(?=[港美])|今日|昨日|今天|正(?=按|以|在|与|寻|计|考|就|和|洽|进)|按|以|股票(?=停牌|复牌|自|将|今|明|[\ue002]|将)"
    ).search(coded, first + 2, last)
    return match.start() if match else last
