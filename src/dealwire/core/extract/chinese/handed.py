"""Money told by its sum, in other words than those for a round that is completed or got.

By whose it was ("甲公司则拿到了乙资本的1.2亿美元"), or by what this round brings ("甲公司本轮融资额达到1亿元").
"""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import roles
from dealwire.core.extract.chinese.parties import own_subject, subject
from dealwire.core.extract.chinese.phrases import Mention, first_word, labels_in
from dealwire.core.extract.chinese.prose import MONEY
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_house
from dealwire.model import Role

_HANDED = re.compile(
    f"(?:拿到|获得?|收到|得到|等来)了?(?:来自)?(?P<names>[^，。；{MONEY}的]{{2,40}}?)(?:等[^，。；]{{0,8}})?的(?:约|近|超|逾)?{MONEY}+(?:资金|投资款|支票)?(?=$|，)"
)
"""A sum that is somebody's, and no more: "甲公司则拿到了乙资本的1.2亿美元"."""


def handed(scene: Scene, start: int, first: int, last: int) -> Mention | None:
    """Read money that a company got from backers, told without a word for a round."""
    if signed := _signed(scene, start, first, last):
        return signed
    found = _HANDED.search(scene.text.coded, first, last) if MONEY in scene.text.coded[first:last] else None
    if found is None:
        return None
    backers = roles.listed(scene.names, *found.span("names"), Role.PARTICIPANT)
    company = subject(scene, start, first, found.start())
    if company is None or not any(is_house(b.value.name) for b in backers):
        return None
    return Mention(found.start(), found.end(), company, list(backers))


_SIGNED = re.compile(
    "(?:近日|日前|今日|已经?|分别|共同|正式|拟|将|\ue002)*(?:与|同|和)(?P<names>[^，。；]{2,60}?)(?:等[^，。；]{0,10})?"
    "(?:近日|日前|共同|正式|分别|已)*(?:签[署订]|达成)了?[^，。；]{0,12}?(?:增资(?:扩股)?|股[份权]认购|认购)[^，。；]{0,14}协议"
)
_WHO_GIVES = re.compile("(?:投资(?:人|者|方|机构)|战略股东|(?:资本|基金|创投|产投|投资)(?:公司)?)(?=$|[、和与及（(])")
"""What says of those whom a firm signs with that they are the ones who give."""


def _signed(scene: Scene, start: int, first: int, last: int) -> Mention | None:
    """Read "甲公司与10名投资人签订了增资协议": the givers are told by what they are, or by their names' ends."""
    coded = scene.text.coded
    found = _SIGNED.search(coded, first, last) if "协议" in coded[first:last] else None
    if found is None or not _WHO_GIVES.search(coded, *found.span("names")):
        return None
    company = subject(scene, start, first, found.start())
    if company is None:
        return None
    named = roles.listed(scene.names, *found.span("names"), Role.PARTICIPANT)
    return Mention(found.start(), found.end(), company, list(named))


ITS_SUM = re.compile("(?:总)?(?:额度?|金额|规模|数额)(?!的)")
"""What opens a clause about the sum of the round before: "融资额增至…"."""
_THIS_ROUND = re.compile("(?:的|最新|最近)?(?:本轮|此轮|本次|此次|这轮|这笔)$")
_BROUGHT_IN = re.compile(
    f"(?:融资)?(?:总)?(?:额度?|金额|规模|数额)?(?:就|已|将|一共|合计|总计)*(?:高达|达到?了?|约为?|为|是|共|超过?|近|逾|突破|拿到|获得?)*(?:约|近|超|逾)?{MONEY}"
)
"""What tells the sum of a round that is only called this one: "甲公司本轮融资额达到1亿元"."""


def own_round(scene: Scene, coded: str, first: int, head: int, tail: int, last: int) -> Mention | None:
    """Read "甲公司本轮融资额达到1亿元": the clause names whose round it is, and what it brings."""
    this = _THIS_ROUND.search(coded, first, first_word(coded, head, tail)) or _THIS_ROUND.search(coded, first, head + 2)
    if this is None or this.start() <= first + 1 or not _BROUGHT_IN.match(coded, tail, last):
        return None
    company = own_subject(scene, first, this.start())
    return Mention(this.start(), tail, company, labels=labels_in(coded, head, tail)) if company else None
