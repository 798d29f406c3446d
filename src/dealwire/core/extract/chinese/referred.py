"""Money that goes to whom a clause only points back to: "与甲公司洽谈，拟向其投资2亿元", "甲拟增资，由乙对其注资"."""

from __future__ import annotations

import re

from dealwire.core.extract.assemble import same_name
from dealwire.core.extract.chinese import roles
from dealwire.core.extract.chinese.parties import own_subject, subject, verb_or_end
from dealwire.core.extract.chinese.phrases import Mention
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Investor, Role, Told

_TO_THEM = re.compile(
    "(?:[向对给]|[投注]资于)(?:其|后者|对方)(?:进行)?(?:追加|战略|增加|再)*(?:投资(?!者|人|方|机构)|注资|增资|出资|注入|投入)"
)
_BY = re.compile("由(?P<who>[^，。；]{2,40}?)(?:以[^，。；]{0,12}|出面|牵头)?$")
_WITH = re.compile(
    "(?:与|和|同)(?P<party>[^，。；与和]{2,24}?)(?:及其股东|管理层)?(?:正式|已|正|拟|近日|就[^，。；]{0,14}|进行)*"
    "(?:签[署订]|达成|订立|洽谈|商谈|谈判|接洽|磋商|接触|沟通|合作)"
)
"""With whom the giver deals in a clause before."""


def to_them(scene: Scene, sentence: int, first: int, last: int) -> Mention | None:
    """Read a gift to 其, 后者 or 对方: of the party that the giver deals with, or that the sentence is about."""
    coded = scene.text.coded
    mark = _TO_THEM.search(coded, first, last)
    if mark is None:
        return None
    if by := _BY.search(coded, first, mark.start()):
        company = subject(scene, sentence, first, first) if first > sentence else None
        backers = list(roles.listed(scene.names, *by.span("who"), Role.PARTICIPANT))
    else:
        party = _WITH.search(coded, sentence, mark.start())
        span = scene.names.after(*party.span("party")) if party else None
        company = scene.names.told(span) if span else None
        backers = _givers(scene, sentence, party.start()) if party else []
        own = own_subject(scene, first, mark.start()) if first > sentence else None
        if own and company and backers and same_name(own.value, company.value):  # "甲与乙签署协议，乙将向其投资"
            given, giver = backers[0], company
            company = Told(given.value.name, given.start, given.end, given.quote, given.confidence)
            backers = [_backer(giver)]
    backers = [b for b in backers if company is None or b.value.name != company.value]
    return Mention(mark.start(), last, company, backers, gave=True) if company and backers else None


def _givers(scene: Scene, sentence: int, at: int) -> list[Told[Investor]]:
    """Return whom the clause of the dealing is about."""
    coded = scene.text.coded
    begin = max(coded.rfind("，", sentence, at) + 1, sentence)
    giver = own_subject(scene, begin, min(at, verb_or_end(coded, begin, at))) or subject(scene, sentence, begin, begin)
    return [] if giver is None else [_backer(giver)]


def _backer(told: Told[str]) -> Told[Investor]:
    return Told(Investor(told.value, Role.PARTICIPANT), told.start, told.end, told.quote, told.confidence)
