"""The comparison of readers (`compare`) on Chinese texts: what tells kind and status of a tagger's deals is Chinese.

python -m benchmarks.train.chinese_compare --tagger PATH --tune GOLD.jsonl … --set GOLD.jsonl …
"""

from __future__ import annotations

import re
import sys
from typing import Any, Final
from unittest.mock import patch

from benchmarks.train import combine, compare

CUES: Final = {
    "_CLOSED": re.compile("完成|敲定|收官|交割"),
    "_TALKS": re.compile("洽谈|计划|拟|寻求|考虑|正在|有意|谈判|将"),
    "_REPORTS": re.compile("据悉|消息称|知情人士|据报道|传"),
    "_LISTING": re.compile("IPO|上市|招股|聆讯|挂牌"),
    "_FUND": re.compile("新一期|首期|二期基金|募集完成|完成募集"),
}
"""The Chinese for the English patterns of `combine`."""


def is_name(name: str) -> bool:
    """Tell whether a span may be a name: Chinese has no capitals to ask for."""
    return "\n" not in name and len(name) > 1


if __name__ == "__main__":
    told: dict[str, Any] = {**CUES, "_is_name": is_name}
    with patch.multiple(combine, **told):
        compare.main(sys.argv[1:])
