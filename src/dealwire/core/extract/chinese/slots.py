"""Places of a clause that hardly anything but an organisation's name fills, whatever its characters.

"X完成5亿元B轮融资" leaves no doubt of X; "X宣布" little. A name's characters count for less there than elsewhere
(`shape.is_likely`).
"""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import words
from dealwire.core.extract.chinese.prose import MONEY, ROUND
from dealwire.core.extract.chinese.shape import FIRM

_RUN = f"[{words.RUNS}]"
_ADVERBS = rf"[”」]?(?:{words.FILLER}|{words.WHEN}|{words.FILLER_SAFE}|{_RUN}+){{0,4}}"
_SURELY_RAISES = re.compile(
    rf"{_ADVERBS}(?:(?:完成|获得?|拿到|拿下|斩获)[^，。；]{{0,24}}?[{MONEY}{ROUND}]|[融募筹集]资(?:约|近|超|逾)?[{MONEY}])"
)
"""It gets a sum, or a round that has a label."""
_EXCHANGE = (
    "(?:[上深北港联]交所|香港交易所|纳斯达克|纽交所|科创板|创业板|港股|美股|A股|主板|IPO|招股"
    "|上市申请|聆讯|首次公开|F-1|S-1)"
)
_SURELY_LISTS = re.compile(
    rf"{_ADVERBS}(?:秘密)?(?:登陆|登录|递表|递交|提交|更新|通过(?=[^，。；《]{{0,8}}(?:聆讯|上市委|审核))|冲刺|冲击|[向赴](?!上)|拟[在赴])[^，。；]{{0,14}}?{_EXCHANGE}"
)
"""It files for the exchange, or comes to it."""
_LISTS = re.compile(
    rf"{_ADVERBS}(?:在|于|启动|开启|考虑|完成|(?:(?:[上深北港联]交所|科创板|创业板|A股|港股|主板)的?)?IPO(?=获|注册|过会|审核|成功|申请|定于|将|拟|已|终止|中止|受理|上会))[^，。；]{{0,14}}?(?:{_EXCHANGE}|上市|获批|生效|[过上]会|受理|终止|状态|说明书|估值)"
)
_RAISES = re.compile(
    rf"[^，。；]{{0,8}}?(?:完成|获得?|拿下|斩获|开放|启动|寻求|洽谈)[^，。；]{{0,24}}?(?:融资|投资|{ROUND})|[^，。；]{{0,8}}?(?:递表|递交|提交|登陆|冲刺|赴|进入)[^，。；]{{0,12}}?(?:上市|招股|IPO|交所)"
    r"|(?:最近|最新)?的?[这本此该]一?轮(?:融资|投资)"
)
"""What hardly anything but a firm does."""
_GIVES_TO = re.compile("(?:领投|跟投|参投|独投|投资了|入股|押注)了?$")
_GIVEN = re.compile(rf"(?:约|近|超|逾)?{MONEY}|的?(?:新一轮|最新一轮)?{ROUND}|的新一轮")
"""What stands around whom a backer gives a sum to, or joins in a round."""
_LONGEST = 12
"""Characters that the subject of a clause takes where its verb leaves no doubt of it: a longer one holds a clause."""
_OPENS = "，。；：！？“「\n称传曝"
"""What a clause begins behind."""
_PUTS_OUT = re.compile(rf"{_ADVERBS}(?:(?:发布|披露|发出)?公告(?:称|显示)?|公布)(?=，|：|称)")
"""It puts out a notice, as listed companies do."""
_AHEAD = 48
"""Characters behind a name that its verb and what it gets take at most."""
_OF_EXCHANGE = re.compile("上市|[交招聆]|IPO|[股板达]")
"""What is in whatever tells of a listing: a look ahead that is cheap."""
SURE = 3
"""Witnesses for a name whose clause leaves it no other part (`shape.is_likely`)."""


def witnesses(plain: str, coded: str, start: int, end: int, *, described: bool) -> int:
    """Return how much a clause speaks for a name in it: 0, 1, 2, or `SURE`.

    `described` is a name behind a word for what it is ("平台木屿").
    """
    if _opens(plain, start, end, described=described):
        ahead = coded[end : end + _AHEAD]
        if (MONEY in ahead or ROUND in ahead) and _SURELY_RAISES.match(coded, end):
            return SURE
        if _PUTS_OUT.match(coded, end):
            return 2
        if _OF_EXCHANGE.search(ahead):
            if _SURELY_LISTS.match(coded, end):
                return SURE
            if _LISTS.match(coded, end):
                return 2
    if _GIVES_TO.search(plain, max(0, start - 4), start):
        return SURE if _GIVEN.match(coded, end) else 2
    return int(_RAISES.match(coded, end) is not None)


def is_subject(plain: str, coded: str, start: int, end: int) -> bool:
    """Tell whether a name is the subject of a clause that says that it gets a sum or a labelled round."""
    return _opens(plain, start, end) and _SURELY_RAISES.match(coded, end) is not None


def _opens(plain: str, start: int, end: int, *, described: bool = False) -> bool:
    """Tell whether a string opens its clause, and is no clause itself."""
    if end - start > _LONGEST:
        return False
    return described or not start or plain[start - 1] in _OPENS or is_linked(plain, start)


def is_linked(plain: str, start: int) -> bool:
    """Tell whether a word that goes on with a list stands before a place: "接着木屿科技…"."""
    return _LINKED.search(plain, max(0, start - 4), start) is not None


_LINKED = re.compile(f"(?:{words.LINKS})$")


POST = re.compile(
    r"(?:负责人|UP主|up主|博主|老乡|创始人|联创|首席[\u4e00-\u9fffA-Za-z]{1,4}官|CEO|COO|CFO|CTO|高管|博士|教授|院士|总裁|总经理"
    r"|董事长|董事|主席|员工|总监|分析师|投资人|合伙人|副总|经理|先生|女士|记者|作者|编辑|学者|校友|大佬|首富)$"
)
"""A post, and with it a person, that a name stands behind."""
_HAN_ONLY = re.compile(r"[\u4e00-\u9fff]{2,4}")


def is_person(plain: str, name: str) -> bool:
    """Tell whether an article puts a post before a name somewhere ("创始人李明", "技术负责人李明")."""
    if not _HAN_ONLY.fullmatch(name) or FIRM.search(name):
        return False
    at = plain.find(name)
    for _ in range(6):
        if at < 0:
            return False
        if POST.search(plain[max(0, at - 12) : at]):
            return True
        at = plain.find(name, at + 1)
    return False


_BORDER = re.compile(rf"(?:[，。；：！？｜\n“「《【”」》】 、{words.RUNS}]|至于|反观|再看|还有)$")
_HEARD = re.compile("(?:^|[，。；：！？｜\n 】])[传曝]$")
_SHORT = 5
"""Characters of one name; a longer string that talk is of may be several in a row: "传甲某乙某丙某竞购丁"."""
_BEFORE = 8
"""Characters before a name that may lead to it."""


def begins(plain: str, coded: str, start: int, end: int) -> bool:
    """Tell whether nothing stands before a string in its clause, or what passes on talk: "传甲公司拟…"."""
    low = max(0, start - _BEFORE)
    if _BORDER.search(coded, low, start) or _BORDER.search(plain, low, start):
        return True
    return end - start <= _SHORT and _HEARD.search(plain, low, start) is not None


_STOCK_CODE = re.compile(r"(?:S[HZ]|HK)?[:：]?\d{4,6}(?:[.-](?:S[HZ]|HK))?", re.IGNORECASE)
_ALONE = re.compile("(?:^|[，。；：！？｜\n 】])([\u4e00-\u9fff]{3,6})$")


def before_code(plain: str, at: int, aside: str) -> str | None:
    """Return what stands by itself before a stock code in parentheses: who is listed, whatever its name ends in."""
    found = _ALONE.search(plain, max(0, at - _BEFORE), at) if _STOCK_CODE.fullmatch(aside) else None
    return found[1] if found else None
