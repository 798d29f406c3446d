"""Lists of names: where they part, at 、 and ， and at the 和, 与 and 及 that belong to no name."""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import words
from dealwire.core.extract.chinese.shape import FIRM, LEGAL_ENDS

_PLACE = re.compile(rf"(?:{words.PLACES}).{{1,2}}$")
_SPLIT = re.compile(words.SPLIT)
_WHOLE = re.compile("(?:基金|资本|集团|投资|公司|创投)(?:第?[一二三四五六七八九十]+期)?$")
"""What a name that is at its end may end with."""


def segments(coded: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Cut a list at its separators; 和, 与, 及 inside a short name do not separate."""
    cuts: list[tuple[int, int, str]] = []
    cursor = start
    for mark in _SPLIT.finditer(coded, start, end):
        if mark[0] in ("和", "与", "及", "并", "+", "/"):
            following = _SPLIT.search(coded, mark.end(), end)
            left, right = coded[cursor : mark.start()], coded[mark.end() : following.start() if following else end]
            if right.endswith(LEGAL_ENDS) and not left.endswith(LEGAL_ENDS) and not FIRM.search(left):
                continue  # "珠海安和企业管理有限公司": names of the register stand in full
            if (
                len(left.strip()) < 2
                or len(right.strip()) < 2
                or (re.search("[省市]", left) and right.endswith(("基金", "合伙企业")) and not _WHOLE.search(left))
                or (len(left) <= 4 and _PLACE.match(left) and right.endswith("有限公司"))
            ):
                continue
            if (
                re.match(r"(?:资本|投资|创投|基金|科技|集团|声|君|信|谐|平|玉|泰|利|暖|颂|众|企业|管理)", right)
                and len(left) <= 3
            ):
                continue
        cuts.append((cursor, mark.start(), mark[0]))
        cursor = mark.end()
    cuts.append((cursor, end, ""))
    return cuts
