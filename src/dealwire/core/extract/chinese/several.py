"""Several companies of which one clause tells a round each.

"甲A轮融资5000万元、乙B轮1亿元", "甲和乙分别完成5000万元和1亿元融资", "获得融资的企业包括甲、乙和丙".
"""

from __future__ import annotations

import re

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.chinese import enumerated, stance
from dealwire.core.extract.chinese.prose import MONEY, ROUND
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.rounds import RoundLabel
from dealwire.model import Kind, Money, Told

_ITEM = re.compile(
    rf"(?P<name>[^，。；、：{MONEY}{ROUND}]{{2,20}}?)(?:的)?(?:完成|获得?|拿到|宣布)*了?"
    rf"(?:{ROUND}+(?:融资|投资)?(?:约|近|超|逾)?(?:{MONEY}+)?|(?:融资)?(?:约|近|超|逾)?{MONEY}+的?{ROUND}*(?:融资|投资)?)(?:等)?"
)
"""What one company of a list got: "甲A轮融资5000万元"."""
_RESPECTIVELY = re.compile(
    r"(?P<names>[^，。；：]{4,60}?)(?:分别|各自)(?:宣布|已|于近日|近日)*(?:完成|获得?|拿到)了?(?P<told>[^，。；]{2,60})"
)
"""Several companies and what each got, in the same order."""
_LISTED = re.compile(
    "(?:完成|获得?|拿到|斩获)了?[^，。；]{0,8}(?:融资|投资)的[^，。；：]{0,10}(?:企业|公司|项目|品牌|平台|团队)[^，。；：]{0,4}?"
    "(?:包括|有|为|：|分别[是为])(?:了)?(?P<names>[^，。；]{4,120}?)(?:等|[，。；]|$)"
)
_COUNTED = re.compile("[两二三四五六七八九十多数\\d]+轮|投资了|出手|领投了")
"""What gives a list another sense: rounds counted, and what one backer gave."""
LEAST_SURE = 0.7
"""A string in a list less surely a name than this is none."""


def read(scene: Scene, start: int, end: int) -> list[Draft]:
    """Return the rounds that a sentence tells of several companies, where it lists them; else nothing."""
    coded = scene.text.coded
    said = coded[start:end]
    apart = "分别" in said or "各自" in said
    if not ("、" in said or apart) or _COUNTED.search(said):
        return []
    for first, last in scene.text.clauses(start, end):
        if "、" in coded[first:last] and (items := _items(scene, start, end, (first, last))):
            return items
    if apart and (each := _RESPECTIVELY.search(coded, start, end)):
        return _each(scene, start, end, each)
    if listed := _LISTED.search(coded, start, end):
        return [_draft(scene, start, end, listed.span(), name) for name in _names(scene, *listed.span("names"))]
    return []


def _items(scene: Scene, start: int, end: int, clause: tuple[int, int]) -> list[Draft]:
    """Read "甲A轮融资5000万元、乙B轮1亿元": each part of a list names a company and what it got."""
    coded = scene.text.coded
    found = []
    first = clause[0]
    while first < clause[1]:
        mark = coded.find("、", first, clause[1])
        last = mark if mark >= 0 else clause[1]
        item = _ITEM.fullmatch(coded, first, last)
        span = scene.names.before(first, item.end("name")) if item else None
        if item is None or span is None or "投资" in item["name"]:
            return []
        name = scene.names.told(span, max(scene.names.sureness(span), LEAST_SURE))
        labels = [r for _, _, r in scene.rounds.within(first, last)]
        sums = [m for _, _, m in scene.money.within(first, last)]
        found.append(_draft(scene, start, end, (first, last), name, labels[:1], sums[:1]))
        first = last + 1
    return found if len(found) > 1 else []


def _each(scene: Scene, start: int, end: int, each: re.Match[str]) -> list[Draft]:
    names = _names(scene, *each.span("names"))
    labels = [r for _, _, r in scene.rounds.within(*each.span("told"))]
    sums = [m for _, _, m in scene.money.within(*each.span("told"))]
    if not labels and not re.search("融资|投资|增资|注资", each["told"]):
        return []
    if len(names) < 2 or len(names) not in (len(labels), len(sums)):
        return []
    return [
        _draft(
            scene,
            start,
            end,
            each.span(),
            name,
            [labels[i if len(labels) == len(names) else 0]] if labels else [],
            [sums[i]] if len(sums) == len(names) else [],
        )
        for i, name in enumerate(names)
    ]


def _names(scene: Scene, first: int, last: int) -> tuple[Told[str], ...]:
    return enumerated.names(scene, first, last)


def _draft(
    scene: Scene,
    start: int,
    end: int,
    span: tuple[int, int],
    company: Told[str],
    labels: list[Told[RoundLabel]] | None = None,
    sums: list[Told[Money]] | None = None,
) -> Draft:
    kind = scene.text.told(Kind.FUNDING_ROUND, *span, 0.75)
    status = stance.funding_status(scene.text.plain[slice(*span)], "")
    label = labels[0] if labels else None
    return Draft(
        kind,
        company,
        (),
        sums[0] if sums else None,
        round=Told(label.value.round, label.start, label.end, label.quote, 0.9) if label else None,
        round_label=Told(label.value.label, label.start, label.end, label.quote, 0.9) if label else None,
        status=Told(status, kind.start, kind.end, kind.quote, 0.7),
        background=stance.past(scene, start, end, span[1]),
    )
