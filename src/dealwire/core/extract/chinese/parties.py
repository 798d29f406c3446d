"""Which organisation a clause is about: the one before its verb, or of the clauses before, or the article's."""

from __future__ import annotations

import re

from dealwire.core.extract.chinese.names import is_anaphor
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Told

_REPORTER = re.compile(
    r"(?:获悉|消息|报道|了解|讯|日电|电|据悉|披露信息|公开资料|数据显示|显示)$|^据|作者|编辑|记者|来源|文 ｜"
)


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
        if not clause or _REPORTER.search(clause):
            continue
        cut = verb_or_end(coded, start, end)
        if end - start <= 40 and (span := scene.names.before(start, cut)) and scene.names.sureness(span) >= LEAST_SURE:
            return scene.names.told(span)
        if end - start > 14:
            break
    return scene.topic


def verb_or_end(coded: str, first: int, last: int) -> int:
    """Return where a clause's first verb begins, or its end."""
    match = re.compile(
        r"首次|拟|将|计划|宣布|公告|表示|据称|据悉|接近|同意|称|投资|已|已经|正式|近日|日前|董事会|股东会|股东大会|通过|公布|发布|披露|签署|签订|收到|召开|审议"
        r"|此前|曾|与|在|于|确定|开盘|发生|注册资本|赴(?=[港美])|今日|昨日|今天|正(?=按|以|在|与|寻|计|考|就|和|洽|进)|按|以"
    ).search(coded, first + 2, last)
    return match.start() if match else last
