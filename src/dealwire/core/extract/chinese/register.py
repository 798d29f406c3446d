"""Rounds that the register of firms gives away: new holders, named as such, where a firm's entry has changed."""

from __future__ import annotations

import re

from dealwire.core.extract.assemble import Draft, join_investors
from dealwire.core.extract.chinese import roles, stance
from dealwire.core.extract.chinese.parties import subject, verb_or_end
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Investor, Kind, Role, Status, Told

_UNTIL = r"(?=，(?:前者|后者|分别|同时|注册|并|持股|占股|持有|认缴|出资|其中|原)|等|[。；]|$)"
"""Where a list of holders ends."""
_REGISTERED = re.compile(
    r"(?:新增|增加|引入)(?:了)?(?:[一二两三四五六七八九十\d]+[名位家个])?(?:新)?股东(?:名单)?，?(?:包括|包含|分别|为|是|系|：)*"
    rf"(?![中里])(?P<holders>[^。；]{{2,160}}?){_UNTIL}"
    rf"|(?:新增|增加)(?:了)?(?:投资人|投资方)(?:包括|为|：)?(?P<givers>[^。；]{{2,120}}?){_UNTIL}"
    r"|的?(?:最新)?股东(?:名单|名册|行列|信息)[之中里上内]*(?:还|新)?(?:出现|新增|增加|多)(?:了|出)?"
    rf"(?P<listed>[^。；]{{2,120}}?)(?:的?(?:身影|名字))?{_UNTIL}"
    r"|(?:工商|股东|股权|投资人|注册资本)(?:信息)?(?:变更|增[加至][^，。；]{0,10})，(?P<joins>[^。；]{2,120}?)(?:等)?"
    r"(?:入股|(?:新[晋进]|跻身|位列)*(?:为|成为)?(?:公司|其)?(?:新)?股东(?:行列|之列)?)(?=[，。；]|$)"
    r"|(?:新增|增加|引入)(?:了)?(?P<names>[^。；]{2,200}?)(?:等(?:[多数一二两三四五六七八九十]|\d+)?[家位名]?)?"
    r"(?:为|成为|作为|等|(?<=[家位名]))(?:公司|其)?(?:新)?股东"
    rf"|(?:股东|投资人)(?:新增|增加)(?:了)?(?P<more>[^。；]{{2,200}}?){_UNTIL}"
)

_ENTERS = re.compile(
    r"(?:新晋|已经?|近日|日前|正式|新)*(?:现身|出现在|进入|加入|跻身)(?:了)?(?P<firm>[^，。；]{2,20}?)的?(?:最新|新)*股东(?:名单|名册|行列|之列|阵容)"
)
"""Who is found among a firm's holders, told of him: "甲基金现身乙公司股东名单"."""

REGISTER = ("工商", "股东变更", "股权变更", "新增", "增加", "引入", "股东新增", "股东增加", "投资人新增", "投资人增加")
"""How a register's change begins."""


def read(scene: Scene, start: int, end: int) -> Draft | None:
    """Read "X发生工商变更，新增A、B为股东": a change in the register of firms tells who has put money in."""
    found = _REGISTERED.search(scene.text.coded, start, end)
    if found is None:
        return _entered(scene, start, end)
    backers = roles.listed(scene.names, *found.span(found.lastgroup or "names"), Role.PARTICIPANT)
    first = max(scene.text.coded.rfind("，", start, found.start()) + 1, start)
    cut = verb_or_end(scene.text.coded, first, found.start()) if found["joins"] else found.start()
    company = subject(scene, start, first, cut)
    return _draft(scene, (start, end), found, company, backers)


def _entered(scene: Scene, start: int, end: int) -> Draft | None:
    """Read "甲基金现身乙公司股东名单"."""
    found = _ENTERS.search(scene.text.coded, start, end) if "股东" in scene.text.coded[start:end] else None
    span = scene.names.after(*found.span("firm")) if found else None
    if found is None or span is None:
        return None
    first = max(scene.text.coded.rfind("，", start, found.start()) + 1, start)
    backers = roles.listed(scene.names, first, found.start(), Role.PARTICIPANT)
    return _draft(scene, (start, end), found, scene.names.told(span), backers)


def _draft(
    scene: Scene,
    sentence: tuple[int, int],
    found: re.Match[str],
    company: Told[str] | None,
    backers: tuple[Told[Investor], ...],
) -> Draft | None:
    if not backers or company is None:
        return None
    kind = scene.text.told(Kind.FUNDING_ROUND, found.start(), found.end(), 0.75)
    status = Told(Status.ANNOUNCED, kind.start, kind.end, kind.quote, 0.8)
    past = stance.past(scene, *sentence, found.end())
    return Draft(kind, company, join_investors(backers), status=status, background=past)
