"""Who helps with an offering, or takes its shares beforehand: sponsors, underwriters, cornerstone investors."""

from __future__ import annotations

import re
from itertools import islice

from dealwire.core.extract.assemble import join_investors
from dealwire.core.extract.chinese import roles
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Investor, Role, Told

_WORKS_WITH = re.compile(
    r"(?:正|已|将)*(?:与|委任|委聘|委托|聘请|聘任|聘用|挑选|选定|选择|敲定|确定)了?(?P<names>[^。；与]{2,60}?)(?:等)?(?:投行|银行|券商)?(?:就[^，。；]{2,12})?(?:展开|进行|开展)?"
    r"，?(?:合作|筹备|担任|协助|安排|负责|处理|牵头|主导|承销|操刀|为(?:其|联席|独家|承销|保荐|上市))"
)


def advisers(scene: Scene, start: int, end: int) -> tuple[Told[Investor], ...]:
    """Return who a sentence names as helping with an offering: sponsors, underwriters, the banks it works with."""
    named = tuple(b for g in roles.groups(scene.names, start, end) for b in g.backers if b.value.role is Role.ADVISER)
    coded = scene.text.coded
    parts = [*_ARE.finditer(coded, start, end), *_SPONSOR.finditer(coded, start, end)] or [
        *islice(_SOLE.finditer(coded, start, end), 1)
    ]
    told = tuple(
        b
        for part in parts
        for b in roles.listed(scene.names, _after_choice(coded, *part.span("names")), part.end("names"), Role.ADVISER)
    )
    works = _WORKS_WITH.search(coded, start, end) or _IN_CHARGE.search(coded, start, end)
    banks = roles.listed(scene.names, *works.span("names"), Role.ADVISER) if works else ()
    corner = _CORNER.search(coded, start, end)
    buyers = roles.listed(scene.names, *corner.span(corner.lastgroup or "names"), Role.PARTICIPANT) if corner else ()
    return join_investors(
        (
            *buyers,
            *named,
            *told,
            *(b for b in banks if BANK.search(scene.text.plain[slice(*scene.text.place(b.start, b.end))])),
        )
    )


def _after_choice(coded: str, start: int, end: int) -> int:
    """Return where those begin whom somebody chooses: "甲公司委任乙及丙"."""
    return max((m.end() for m in _CHOICE.finditer(coded, start, end)), default=start)


_CHOICE = re.compile("(?:委任|委聘|聘请|聘任|聘用|任命|选聘|选定|选择|敲定|邀请|新增)了?")
_CORNER = re.compile(
    r"(?:引入|引进)?了?(?P<names>[^，。；]{2,80}?)等?(?:(?:\d{1,2}|[一二两三四五六七八九十多数]+)[家名位]|作为|担任)基石(?:投资者|投资人|投资方)"
    r"|基石(?:投资者|投资人|投资方)(?:阵容)?(?:中)?(?:还|主要|分别)?(?:包括|为|是|有|：|囊括|涵盖)了?(?P<listed>[^。；]{2,120}?)(?=，(?:合计|共|总|认购|拟|基石|预计)|等|[。；]|$)"
)
"""Who takes shares of an offering beforehand: "甲资本、乙基金等13家基石投资者"."""
_IN_CHARGE = re.compile(
    "(?P<names>[^，。；]{2,60}?)(?:等)?(?:共同|联合)?(?:负责|牵头|安排)(?:是次|此次|本次|该次|有关|其|该)*(?:上市|IPO|招股|发行|发售)"
)
"""Banks at the head of a clause: "瑞银及花旗负责是次上市"."""
BANK = re.compile(
    "证券|国际|银行|高盛|摩根|大通|美银|花旗|瑞银|瑞信|中金|汇丰|德意志|杰富瑞|巴克莱|野村|富瑞|资本$|Goldman|Morgan|Citi|UBS|JPM|Bank|Jefferies|Barclays|HSBC|Evercore|Lazard"
)
"""Part of the names of those that bring companies to an exchange."""
_ARE = re.compile(
    r"(?:^|[，：由。])(?:目前|现|已|并|正|将)*(?:确定|聘请|委任|选定|敲定|委聘|聘任|由)?(?P<names>[^。；：]{2,60}?)(?:等)?(?:为|是|系|担任|任|出任|作为)(?:其|此次|本次|该次|是次|公司|的)*(?:独家|联席|联合|共同|主要|首席|整体|副)*"
    r"(?:上市|IPO|招股|承销|发行)?(?:的)?(?:保荐人|保荐机构|承销商|承销投行|投行|安排行|整体协调人|协调人|账簿管理人|顾问)"
)
"""Banks told by their part: "甲、乙为其上市安排行"."""
_SPONSOR = re.compile(
    "(?:^|[，：由。])(?:由)?(?P<names>[^，。；：]{2,60}?)(?:等)?(?:共同|担任)?(?:联席|联合|独家)?保荐(?=[，。；]|$)"
)
"""Banks told by what they do: "甲、乙联席保荐"."""
_SOLE = re.compile(
    "(?:独家|联席|联合)(?:保荐人|保荐机构|承销商|账簿管理人)(?![为是：由包有的、，])(?P<names>[^，。；]{2,30})"
)
"""The bank behind its part, without a verb: "独家保荐人甲国际"."""
