"""Several firms of which one clause tells the same: "甲医药、乙生物和丙科技均已递表", "递表的企业包括甲、乙和丙".

Lists of names are read as backers are, from a verb or noun outwards; here every part must be a name, or the string is
no list: what 、 parts may as well be goods, places or fields.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dealwire.core.extract.chinese import roles
from dealwire.core.extract.chinese.lists import segments
from dealwire.core.extract.chinese.name_model import likeness
from dealwire.core.extract.chinese.prose import MONEY, ROUND
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import LEGAL_ENDS
from dealwire.core.extract.chinese.slots import POST
from dealwire.model import Investor, Role, Told

_AND = re.compile("[、和与及]")
SURE, _LIKELY = 0.7, 0.6
"""How sure each name of a list is, or how likely its characters make one."""
_HEAD = re.compile(
    "(?:(?:包括|包含|其中|例如|诸如|比如|除了?|还有|另有|此外|同时|目前|今年以来|本周|上周|日前|近日|近期|如今|截至目前|仅|已有|将有|又有|有|使得|随着|而|：|“|「)+)"
)
_RULED = re.compile("(?:审议(?:通过)?|同意|受理|核准|核发|批准|放行|获悉|显示|披露)(?:了)?[，：]?")
"""What somebody else does with the firms of a list, before it: "交易所受理甲、乙的上市申请"."""
_TAIL = re.compile(
    "(?:等)?(?:在内的?)?(?:这)?(?:[两二三四五六七八九十\\d多数几]+|多)?余?(?:[家只支个]|大)?[^，。；、]{0,6}?"
    "(?:公司|企业|品牌|项目|平台|厂商|新股|药企|车企|独角兽|龙头|巨头|股)?"
    "(?:也|都|均|还|则|已经?|正在?|将|同日|同步|双双|先后|相继|纷纷|接连|陆续|分别|同时|一起|一同|全部|今日|昨日|近日|日前|本周|又|再度?|成功|正式|顺利|宣布|在)*"
)
"""What may stand between a list and its verb: "等三家公司均已"."""
_NO_LIST = re.compile(f"[{MONEY}{ROUND}%]")


def names(scene: Scene, first: int, last: int, count: int = 0) -> tuple[Told[str], ...]:
    """Return the names of a list that fills a plain span, or nothing where a part of it is none.

    `count` is how many the text says that there are: a list of just so many is one, however its names look.
    """
    coded = scene.text.coded
    if (separator := _AND.search(coded, first, last)) is None:
        return ()
    first = max(first, coded.rfind("的", first, separator.start()) + 1)  # "获得B轮融资的甲医药和乙生物"
    for ruling in _RULED.finditer(coded, first, separator.start()):
        if separator.start() - ruling.end() > 1:
            first = ruling.end()
    if head := _HEAD.match(coded, first, last):
        first = head.end()
    if _NO_LIST.search(coded, first, last):
        return ()
    seen = dict(scene.names.seen)
    found = roles.listed(scene.names, first, last, Role.PARTICIPANT)
    parts = len(segments(coded, first, last))
    if len(found) < 2 or len(found) < parts or not (parts == count or _are_firms(scene, found, first, last)):
        scene.names.seen = seen  # what was no list names nobody
        return ()
    return tuple(Told(n.value.name, n.start, n.end, n.quote, max(n.confidence, SURE)) for n in found)


def is_firm(scene: Scene, span: tuple[int, int]) -> bool:
    """Tell whether a span of a list names a firm, by how surely it is a name or by its characters."""
    told = scene.names.told(span)
    none = _is_none(scene, told.value, told.start)
    return not none and (told.confidence >= SURE or likeness(told.value) >= _LIKELY)


def _are_firms(scene: Scene, found: Sequence[Told[Investor]], first: int, last: int) -> bool:
    if any(_is_none(scene, n.value.name, n.start) for n in found):
        return False
    if "、" not in scene.text.coded[first:last]:
        return all(_stands_alone(n.value.name, n.confidence) for n in found)
    return all(n.confidence >= SURE or likeness(n.value.name) >= _LIKELY for n in found)


_POST = re.compile("CEO|CFO|CTO|COO|总裁|董事|经理|主席|^(?:全球|国内|海外|国际|跨境|本土)")


def _is_none(scene: Scene, name: str, at: int) -> bool:
    """Tell whether a string is a person with a post, or says where, and is no firm."""
    content = scene.text.content
    return _POST.search(name) is not None or POST.search(content[max(0, at - 12) : at]) is not None


def _stands_alone(name: str, confidence: float) -> bool:
    """Tell whether a name that only 和 parts from another is surely one: 和 stands inside of names, too."""
    return not name.endswith(LEGAL_ENDS) and (confidence >= _SURELY or likeness(name) >= _CLEARLY)


_SURELY, _CLEARLY = 0.9, 0.8


def before(scene: Scene, first: int, verb: int) -> tuple[Told[str], ...]:
    """Return the names of a list that ends at a verb, but for what stands between: "甲、乙等公司均已…"."""
    coded = scene.text.coded
    mark = max(coded.rfind(m, first, verb) for m in "、和与及")
    if mark < 0:
        return ()
    ends = [
        m.start()
        for m in _TAIL_STARTS.finditer(coded, mark + 2, verb)
        if _TAIL.fullmatch(coded, m.start(), verb) and not coded.endswith(_HALF, mark, m.start())
    ]
    for end in [*ends, verb]:
        if found := names(scene, first, end):
            return found
    return ()


_HALF = ("有限", "责任")
"""Where a name of the register is cut in two."""
_TAIL_STARTS = re.compile(
    "[等在这两二三四五六七八九十\\d多数几公企品也都均还则已正将同双先相纷接陆分一全今昨近日本又再成顺宣]"
)
