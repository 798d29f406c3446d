"""The gate: does a text perhaps tell a deal, even of a company that it does not name?

Most texts don't, and cost no more than this. Words that hardly stand for anything else pass a text by themselves;
words of wider use (投资, 上市) need a word of money, shares or markets near them. Plain literals come first: looking
for them is several times faster than for anything cleverer.
"""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.traditional import SIMPLIFIED

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SAMPLE: Final = 64

_STRONG_HAN: Final = re.compile(
    "融资|融資|募|首次公开|收购|收購|并购|併購|领投|領投|跟投|参投|入股|增资|增資|筹资|籌資|集资|集資|筹得|籌得|鲸吞|吞下|注资|定增|控股权|买下|招股|私有化|借壳|众筹"
    r"|战投|敲钟|融到|融得|融了|筹得|筹集|新增股东|股东新增|股东变更|股东名|新股东|股东行列|新增[了一两二三四五六七八九十\d]{1,3}[位名家个]股东|工商变更|为股东|收入囊中|入主|控制权|控股股东|合并协议"
    "|接手|接盘|暗盘|超购|中签率|闯关|发行价|上市委|募了|募到|挂牌交易|鸣锣|日申购|首挂|首掛|新股|网上申购|实控人|竞得"
    "|冲刺港|冲刺科|冲刺A|上科创板|上创业板|全资子公司|出售旗下|投了|"
    "首发过会|首发获|首发上会|首发申请|配售|供股|可换股|可转换|洽购|并入|卖给|宣布合并|合并案|换股|银团|上柜|递件|引战|"
    "天使轮|种子轮|轮投资|战略投资|IPO|中期票据|高级票据|优先票据|永续债|公司债|授信额度|兴柜|创新板|竞购|鲸吞|易主|花落|全购|合并谈判|合并计划|合并交易|剥离给|划转至|表决权|参股|卖身|拟售|欲售|出售多|寻求出售|希望拿下|吞并|纳入麾下|转债|聆讯|递表|配股|股权转让|老股|估值|竞得|吃下|发行申请"
)
_MARKETS: Final = (
    "纳斯达克|納斯達克|纽交所|纽约|交易所|联交所|科创板|创业板|北交所|新三板|主板|港股|A股|美股|港交所|上交所|深交所"
    "|SPAC|证监会|"
    "公开发行|上市公司|首发|股价|股东|市值|募|敲钟|筹备|赴|冲刺|启动|拟|申请|辅导|代码|HK|登录|借壳|分拆|中概"
    "|之后上市|香港|美国|开盘|陪跑|成功|成为|科技股|首日|周年|在即|铺路|证券|聯交|申請|擬|来港|來港|在港"
)
_MONEY_HAN: Final = "[亿億]|万元|万美|千万|百万|融|创投|资本|投|轮|战略|股权|股东|控股|收|完成|获|交割|子公司|[0-9]%"
_WEAK_HAN: Final = tuple(
    (re.compile(words), re.compile(near))
    for words, near in (
        ("上市|登陆|挂牌|掛牌", _MARKETS),
        ("轮(?:(?<=[A-Ha-h+＋首一二三四两此本多数]轮)|(?<=[A-H+] 轮))", _MONEY_HAN),
        (
            "投资|获投|入主|认购|認購|要约|并表|接盘|股权|控股|控制权|基金|转让|出售|售出|合并|重组|拿下|出资|斥资|豪掷"
            "|贷款|授信|投了|砸|收下|易主|接手|押注|加码",
            _MONEY_HAN,
        ),
        ("股份|持股|购买|买入|成交|整合", "[亿億](?:元?股权|美元)|股权|收购|资产|控股|标的|协议|发行|转让|公司[0-9]"),
    )
)
_ANY_WEAK_HAN: Final = re.compile("|".join(words.pattern.partition("(")[0] for words, _ in _WEAK_HAN))
_REACH_HAN: Final = 30
_TRADITIONAL: Final = re.compile(
    "[億資購發業與這會為證請櫃國團貸們個來時開關陸訊遞輪領獲營聯創場錄漲據稱將網顯過擬現進標價華動賣買權統總間問題對應產實萬籌沖衝掛轉換盤]"
)

_LITERALS: Final = (
    "million|billion|raises|raised|raising|funding|acqui|series a|series b|invest|round|capital|series c|"
    "series d|series e|series f|series g|series h|series i|series j|coin offering|fundrais|financing|seed|ipo|"
    "merge|takeover|take private|taking private|valuation|valued at|stake|spac|go public|goes public|"
    "going public|went public|bought|venture|-backed|led by|new fund|crowdfund|token sale|nasdaq|nyse|purchas|"
    "merging|divest|offload|bid for|offer for|snap up|backing|equity|placement|credit facility|to list|listing|"
    "listed on|registration statement|flotation|backs|loan|bucks|to sell|sells |sale of|for sale|"
    "stock offering|share sale|taken over|takes over|took over|snapped up|snaps up|trillion|es sale|a sale|"
    "strategic alternatives|control of|picks up|scoop|selling|swallow|debut|prospectus|public offer|"
    "issue price|offer price|to float|list its|rights issue|bidder|suitor|auction|denie|controlling|"
    "ownership of|going private|would sell|will sell|bid from|bid by|offer from|approach from|approach by|"
    "tie-up|rescue|its stable| bid|absorbed|talks on|talks over|fell apart|letter of intent|wholly|now part of|"
    "come part of|comes part of|came part of|a division of|company private|sale to |family of compan|new owner|"
    "changes hands|changed hands|sold|buy"
)
_STRONG_ENGLISH: Final = tuple(_LITERALS.split("|"))
"""Looked for one by one, the most frequent first: for `in`, a long text with many words is less work than for `re`."""

_CODE: Final = "usd|eur|gbp|inr|rmb|cny|aud|cad|sgd|chf|sek|nok|dkk"
_MONEY_ENGLISH: Final = re.compile(
    r"[$€£₹¥₩₪\d](?:(?<=\D)\s?\d|(?<=\d)\s?(?:m|bn|mn|mln|crore|lakh)\b"
    rf"|(?<=\b(?:{_CODE})\d)|(?<=\b(?:{_CODE}) \d))"
)
"""Begins with the one character that all sums share, so that `re` skips to the next."""


def passes(content: str) -> bool:
    """Tell whether a text may tell a deal, nameless ones included. It errs on the side of passing."""
    if content.isascii():
        return _english(content.lower())
    sample = content[-_SAMPLE::4]
    if 4 * sum("\u4e00" <= c <= "\u9fff" for c in sample) >= len(sample):
        return _chinese(content)
    return _english(content.lower()) or (_HAN.search(content) is not None and _chinese(content))


def _english(lower: str) -> bool:
    return any(word in lower for word in _STRONG_ENGLISH) or _MONEY_ENGLISH.search(lower) is not None


def _chinese(content: str) -> bool:
    """Read traditional characters as the words have them, if as they are they say nothing."""
    return _told(content) or (_TRADITIONAL.search(content) is not None and _told(content.translate(SIMPLIFIED)))


def _told(content: str) -> bool:
    if _STRONG_HAN.search(content):
        return True
    weak = _ANY_WEAK_HAN.search(content)
    return weak is not None and any(_near(content, weak.start(), words, near) for words, near in _WEAK_HAN)


def _near(content: str, start: int, words: re.Pattern[str], near: re.Pattern[str]) -> bool:
    """Tell whether one of the words stands within reach of one of those that it needs beside it."""
    return any(
        near.search(content, max(0, word.start() - _REACH_HAN), word.start())
        or near.search(content, word.end(), word.end() + _REACH_HAN)
        for word in words.finditer(content, start)
    )
