"""Money that a company got, told by its sum and whose it was: "甲公司则拿到了乙资本的1.2亿美元"."""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import roles
from dealwire.core.extract.chinese.parties import subject
from dealwire.core.extract.chinese.phrases import Mention
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
    found = _HANDED.search(scene.text.coded, first, last) if MONEY in scene.text.coded[first:last] else None
    if found is None:
        return None
    backers = roles.listed(scene.names, *found.span("names"), Role.PARTICIPANT)
    company = subject(scene, start, first, found.start())
    if company is None or not any(is_house(b.value.name) for b in backers):
        return None
    return Mention(found.start(), found.end(), company, list(backers))
