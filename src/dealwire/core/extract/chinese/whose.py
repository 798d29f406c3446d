"""Rounds that a clause recalls to say who its subject is: "去年获得甲1亿美元投资的平台乙宣布…"."""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import enumerated, roles
from dealwire.core.extract.chinese.parties import LEAST_SURE
from dealwire.core.extract.chinese.phrases import GET, Mention, labels_in
from dealwire.core.extract.chinese.prose import DATE, MONEY, ROUND
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Investor, Role, Told

_WHOSE = re.compile(
    "(?:融资|投资)?的(?P<company>[^，。；的]{2,30}?)(?=今[日天]|昨[日天]|日前|近日|正式|再次?|又|开始|正在?|计划|拟|宣布|完成|推出|发布|表示|将|纷纷|相继|先后|双双|接连|陆续|[均都也]|在|于|$)"
)


def of_whom(scene: Scene, coded: str, first: int, cursor: int, head: int, tail: int, last: int) -> list[Mention] | None:
    """Read "去年获得甲1亿美元投资的平台乙宣布…": a round that a clause recalls to say who its subjects are."""
    named = _WHOSE.match(coded, tail, last) if cursor == first else None
    verb = GET.search(coded, first, head) if named else None
    if named is None or verb is None or scene.names.bare(first, verb.start()):
        return None
    begin, end = named.span("company")
    span = scene.names.before(begin, end)
    if span is not None and scene.names.sureness(span) >= LEAST_SURE:
        whose: tuple[Told[str], ...] = (scene.names.told(span),)
    else:
        whose = enumerated.before(scene, begin, end)
    if not whose:
        return None
    backers = given_by(scene, verb.end(), head)
    labels = labels_in(coded, head, tail)
    return [Mention(verb.start(), tail, name, list(backers), labels, recalled=True) for name in whose]


def given_by(scene: Scene, start: int, head: int) -> list[Told[Investor]]:
    """Read the list in "获A、B数千万元投资": it ends at a sum, a label, or a word of how they invest."""
    coded = scene.text.coded
    stop = re.compile(
        rf"[{MONEY}{ROUND}{DATE}]|等|领投|跟投|参投|参与|联合|独家|共同|战略投资|新一轮|首轮|本轮|的(?!卢)"
        rf"|近(?=[{MONEY}])|加持|押注|入股|青睐|支持|超(?=[{MONEY}])|两轮"
    )
    end = found.start() if (found := stop.search(coded, start, head)) else head
    return list(roles.listed(scene.names, start, end, Role.PARTICIPANT))
