"""Names of other scripts in Latin letters, to meet the way in which the press spells them: 月之暗面, "yuezhianmian".

The table is anyascii's (ISC), one reading a letter: pinyin without tones for Chinese, Hepburn for kana, BGN for
Cyrillic, Revised Romanization for Korean. It is loaded when a name first needs it.
"""

from __future__ import annotations

import re
from functools import lru_cache

_READINGS = str.maketrans(
    {"长": "Chang", "長": "Chang", "重": "Chong", "行": "Hang", "乐": "Le", "樂": "Le", "都": "Du"}
)
"""How letters of several readings sound in names of companies: 长城 is Changcheng, 银行 yinhang."""

_NOT_LETTERS = re.compile(r"[^a-z0-9 ]+")


@lru_cache(maxsize=65536)
def romanised(text: str) -> str:
    """Return a folded name in lower-case Latin letters and digits, its spaces kept."""
    if text.isascii():
        return text
    from anyascii import anyascii

    return _NOT_LETTERS.sub("", anyascii(text.translate(_READINGS)).lower())
