"""Firms that a sentence names as cases of many: "完成融资的还有甲，以及乙等", "多家公司获得融资，例如甲、乙"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.chinese import enumerated, stance
from dealwire.core.extract.chinese.prose import ROUND
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Kind, Told

_GOT = rf"(?:完成|获得?|拿到|拿下|斩获|迎来|收获)(?:了|过)?[^，。；：]{{0,14}}?(?:融资|投资|{ROUND}+)"
_LIST = "(?P<names>[^。；：]{2,160}?)(?:等|[。；]|$)"
_WHO = re.compile(
    rf"(?:{_GOT}(?:的)?|获投|(?<!投)融资)(?:(?:企业|公司|项目|品牌|平台|团队|厂商|机构)(?:还|也|则|主要|中|里|另外|分别)*(?:有|包括|包含|为|：)"
    rf"|(?<=的)(?:还|也|则|主要|分别|另外|同样)*(?:有|包括)|(?:还|也|则)(?:有|包括))(?:了|：)?{_LIST}"
)
"""Who got money, told by a noun that stands for them: "另外完成早期融资的还有甲，乙等"."""
_SUCH_AS = re.compile(
    rf"(?:[多数几]家|不少|众多|一批|一众|许多|大批|越来越多|[两二三四五六七八九十百\d]+[余多]?家|各[家路])[^。；]{{0,40}}?(?:{_GOT}|获投)"
    rf"[^，。；：]{{0,8}}[，：](?:其中)?(?:就)?(?:例如|比如|譬如|诸如|包括|像|有|如(?!果|今|此|何)|分别[是为])(?:了|：)?{_LIST}"
)
"""Many of whom some are named: "多家芯片公司完成新一轮融资，例如甲、乙"."""
_DOES = (
    "专注|致力|聚焦|从事|主打|主营|深耕|布局|研发|研究|开发|提供|生产|制造|打造|面向|服务于?|定位|做(?!梦)|成立于"
    "|来自|总部"
)
_MARK = re.compile(f"[，、]|以及|[和与及](?=(?:{_DOES})[^，、]{{2,30}}的)")
_AND = re.compile("[和与及]")
_DESCRIBES = re.compile(f"(?:主要|一直|同样|均|都)*(?:{_DOES}|由|以)[^的]*")
"""A part of a list that only begins to say what its firm does: "做泵、阀的甲" is one firm."""


def read(scene: Scene, start: int, end: int) -> list[Draft]:
    """Return a round of each firm that a sentence names as a case; nothing where one of them is none."""
    coded = scene.text.coded
    for form in (_WHO, _SUCH_AS):
        if not (found := form.search(coded, start, end)):
            continue
        first, last = found.span("names")
        names = _listed(scene, first, last)
        kind = scene.text.told(Kind.FUNDING_ROUND, found.start(), first, 0.75)
        labels = [r for _, _, r in scene.rounds.within(found.start(), first)]
        label = labels[0] if len(labels) == 1 else None
        status = stance.funding_status(scene.text.plain[found.start() : first], "")
        past = stance.past(scene, start, end, first)
        if names:
            return [
                Draft(
                    kind,
                    name,
                    round=Told(label.value.round, label.start, label.end, label.quote, 0.9) if label else None,
                    round_label=Told(label.value.label, label.start, label.end, label.quote, 0.9) if label else None,
                    status=Told(status, kind.start, kind.end, kind.quote, 0.7),
                    background=past,
                )
                for name in names
            ]
    return []


def _listed(scene: Scene, first: int, last: int) -> Sequence[Told[str]]:
    """Return the names of a list in which a name may stand behind what its firm does; nothing where a part has none."""
    coded = scene.text.coded
    names: list[Told[str]] = []
    for begin, end in _parts(coded, first, last):
        inner = next((m for m in _AND.finditer(coded, max(begin, coded.rfind("的", begin, end)), end)), None)
        halves = enumerated.names(scene, begin, end) if inner else ()
        if halves:
            names.extend(halves)
            continue
        span = scene.names.before(begin, end) or scene.names.in_list(begin, end)
        if span is None or not enumerated.is_firm(scene, span):
            break
        names.append(scene.names.told(span, max(scene.names.sureness(span), enumerated.SURE)))
    else:
        return names
    return names if len(names) > 1 else ()


def _parts(coded: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a list, each to the end of its name."""
    begin = first
    for mark in (*_MARK.finditer(coded, first, last), None):
        end = mark.start() if mark else last
        if mark and _DESCRIBES.fullmatch(coded, begin, end):
            continue
        if end > begin:
            yield begin, end
        begin = mark.end() if mark else last
