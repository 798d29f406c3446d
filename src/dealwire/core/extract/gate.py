"""The gate: does a text perhaps tell a deal? Most don't, and cost no more than this."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = re.compile(
    r"rais|rais|fund|acqui|invest|buy|bought|merge|takeover|series|seed|stake|valu|ipo|listing|public|debut|round|financ|capital|backed|"
    r"融资|投资|收购|并购|上市|IPO|估值|募|入股|增资|轮|定增|股权|买下|控股|获投",
    re.IGNORECASE,
)


def passes(content: str) -> bool:
    """Tell whether a text may tell a deal, nameless ones included. It errs on the side of passing."""
    return _WORDS.search(content) is not None
