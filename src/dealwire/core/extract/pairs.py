"""Two names that a text itself says are one organisation's: "X, formerly known as Y", X（以下简称“Y”）.

Precision goes before recall: a pair joins two organisations for good. A parenthesis counts only where something says
that it holds a name: a word such as "formerly" or 简称, a word for an organisation beside it, or initials that fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dealwire.core.name_parts import parts
from dealwire.core.name_words import GLUED
from dealwire.model import NamePair, Told

_LONGEST: Final = 60

# --- names in Latin letters ------------------------------------------------------------------------------------------

_LETTER: Final = "0-9A-Za-z_\u00c0-\u024f"
_WORD: Final = (
    rf"(?<![{_LETTER}])(?:[A-Z][{_LETTER}&'’.+-]{{0,30}}|[a-z]{{1,3}}[A-Z][{_LETTER}&.-]{{0,30}}"
    rf"|\d{{1,4}}[A-Z][{_LETTER}-]{{0,30}})"
)
_LATIN: Final = rf"{_WORD}(?: (?:of |and |for |the |de |& )?{_WORD}){{0,6}}(?:, (?:Inc|LLC|Ltd|Corp|LP|L\.P|PLC)\.?)?"

_FORMER: Final = (
    r"(?:(?:formerly|previously|originally|once)(?: (?:known|branded|called|named|operating|trading|listed))?(?: "
    r"(?:as|under the name))?"
    r"|(?:better |also |now |otherwise |commonly |sometimes )?(?:known|referred to) as|(?:also|now) (?:called"
    r"|named)|a\.?k\.?a\.?|d/b/a|doing business as|now|née|formerly:)"
)
_SAID: Final = re.compile(
    rf"(?P<a>{_LATIN}),? ?(?P<open>[(（]?),? ?{_FORMER} (?:the )?[\"“'‘]?(?P<b>{_LATIN}"
    rf"|[\u4e00-\u9fff]{{2,10}})[\"”'’]?(?=[)），,.;:]| (?:and|is|was|has|will|which|that|in|from|after|raised"
    rf"|secured|closed)\b|$)"
)
_RENAMED: Final = re.compile(
    rf"(?P<a>{_LATIN}) (?:has |had )?(?:rebranded|renamed itself|changed its name|was renamed|rebrands|is renamed"
    rf"|is rebranding)(?: itself)?(?: from [A-Z][\w ]{{1,30}})? (?:as|to) [\"“]?(?P<b>{_LATIN})"
)
_OR_HAN: Final = re.compile(rf"(?P<a>{_LATIN}),? or (?P<b>[\u4e00-\u9fff]{{2,12}})")
_SHORT_LATIN: Final = re.compile(r"\((?:the |hereinafter |together )?[\"“]?(?P<b>[A-Z][\w&. -]{1,30})[\"”]?\)")

_LATIN_ORGANISATION: Final = re.compile(
    r"\b(?:AI|Inc|Corp|Corporation|Company|Co|Ltd|Limited|LLC|LLP|PLC|AG|GmbH|Group|Holdings?|Capital|Ventures?"
    r"|Partners|Funds?|Bank|Association|University|"
    r"Institute|Agency|Authority|Commission|Technolog(?:y|ies)|Tech|Labs?|Robotics|Motors?|Energy|Bio|Therapeutics"
    r"|Pharma|Pharmaceuticals?|Foundation|"
    r"Semiconductors?|Electronics|Industries|Biosciences?|Associates|Accelerator|Council)\.?\Z"
)
_NOT_SHORT_WRITTEN: Final = (
    "AI ML LLM LLMs NLP IPO SPAC CEO CTO CFO COO CMO CRO ARR GDP EV EVs SaaS API AR VR XR ESG M&A IoT B2B B2C "
    "R&D USA US UK EU UAE TX CA NY Company Fund Group Firm Bank Buyer Seller Offering Merger Parent Shares "
    "Notes Agreement Series Round Target Purchaser Transaction Holdings Partnership Borrower Lender Issuer "
    "Closing Private"
)
_NOT_SHORT: Final = frozenset(_NOT_SHORT_WRITTEN.split())
_LEGAL: Final = frozenset({"Inc", "Ltd", "LLC", "Limited", "Corp", "Co", "Inc.", "Ltd.", "Pvt.Ltd", "LP"})
_NOT_LATIN_WRITTEN: Final = (
    "The This That A An It He She They We In On At And But For With According By As If When While Its Their "
    "His Her Chinese Formerly Previously Known Also Now"
)
_NOT_LATIN: Final = frozenset(_NOT_LATIN_WRITTEN.split())

# --- names in Chinese ------------------------------------------------------------------------------------------------

_HAN_RUN: Final = r"[\u4e00-\u9fff·]"
_QUOTED: Final = r"[“\"「『‘]"
_UNQUOTED: Final = r"[”\"」』’]"
_PARENTHESIS: Final = re.compile(r"[（(](?P<inside>[^（()）\n]{2,60})[)）]")
_LEFT: Final = re.compile(rf"(?:{_HAN_RUN}|[A-Za-z0-9·.&]|[（(]{_HAN_RUN}{{2,6}}[)）]){{2,40}}(?={_UNQUOTED}?[ ]?\Z)")
_LATIN_LEFT: Final = re.compile(rf"(?<![A-Za-z]){_LATIN}(?=[ ]?\Z)")
_SHORT_INSIDE: Final = re.compile(
    rf"(?:以下简称|下简称|下称|简称为?|又称|又名|以下称|亦称)[:：为]?[ "
    rf"]?{_QUOTED}?(?P<b>[^“”\"「」『』，,、；;。]{{2,20}})"
)
_FORMER_INSIDE: Final = re.compile(
    rf"(?:公司)?(?:原名为?|曾用名为?|前称|原称|旧称|曾名|原(?={_QUOTED}))[:：]?[ ]?{_QUOTED}?(?P<b>(?:{_HAN_RUN}"
    rf"|[A-Za-z0-9·.& ]){{2,20}})"
)
_LATIN_INSIDE: Final = re.compile(r"(?:英文名[:：]?[ ]?)?(?P<b>[A-Za-z][A-Za-z0-9&'’.+ -]{1,40})")
_HAN_INSIDE: Final = re.compile(rf"(?P<b>{_HAN_RUN}{{2,10}})")
_HAN_FORMER: Final = re.compile(
    rf"[，,](?:公司)?(?:原名为?|曾用名为?|前称)[:：]?{_QUOTED}?(?P<b>(?:{_HAN_RUN}|[A-Za-z0-9·.& "
    rf"]){{2,20}}?)(?={_UNQUOTED}|[，,。；;])"
)
_HAN_RENAMED: Final = re.compile(
    rf"{_QUOTED}(?P<a>[^“”\"「」]{{2,20}}){_UNQUOTED}(?:正式|已|宣布|将)?(?:更名|改名"
    rf"|改称)为{_QUOTED}(?P<b>[^“”\"「」]{{2,20}}){_UNQUOTED}"
)
_ENDS_IN_HAN: Final = re.compile(r"[\u4e00-\u9fff]\Z")
_LEFT_REACH: Final = 48
_LONGEST_HAN: Final = 10

_REPORTING: Final = re.compile(
    r"(?<![\u4e00-\u9fff])(?:据|称|为)|根据|通过|携手|然而|股东|关联方|委托人|子公司|制造商|厂家|提供商|开发商|旗下"
    r"|持有的|收到|申请于|全资|获悉|消息|报道|宣布|获得|收购|入股|投资了|与|由|称|对|向|为|是"
)

# What may stand right before a name in a run of Chinese characters: the name starts after the last of these.
_LEAD: Final = re.compile(
    r"公司|企业|创企|初创|平台|巨头|机构|独角兽|品牌|厂商|开发商|服务商|提供商|研发商|运营商|制造商|供应商|厂家|团队"
    r"|投资银行|投行|实验室|新秀|新锐|龙头|玩家|黑马|宣布|获悉|消息|报道称?|据悉|日前|近日|今日|昨日|"
    r"其中|包括|以及|还有|来自|隶属|旗下|竞争对手|对手|基金|投资方|投资人|股东|领投方|母公司|子公司|收购了?|投资了?"
    r"|由|与|(?<!、)和|及|对|向|是|了|在|将|被|给|的|从|让|等|例如|比如|如|至|于|，|聘请|收到|质疑"
    r"|批复|要求|委托|指出|表示|认为|根据|一份|(?<![\u4e00-\u9fff])[据称为而]当?"
    r"|(?<=[方者])为|每位"
)
# Before the full name of a registered company only these can stand: a single letter may be the name's own.
_REGISTERED_LEAD: Final = re.compile(
    r"公司|企业|创企|初创|平台|巨头|机构|独角兽|品牌|厂商|开发商|服务商|提供商|研发商|运营商|制造商|供应商|厂家|股东"
    r"|旗下|宣布|获悉|消息|报道|据悉|近日|日前|今日|昨日|批复|收到|收购了?|投资了?|获得|子公司|关联方|委托人|实控人"
    r"|同意|来自|持有|创建了|成立的|上市的|科创板的|设立|拟向|引进|的"
)
_GOES_ON_BEFORE: Final = re.compile(r"(?:[A-Za-z0-9] |· ?|-)\Z")
_CUT_IN_TWO: Final = re.compile(r"(?:[与和及]|投资|基金)\Z")
_ORGANISATION_LEAD: Final = re.compile(
    r"(?:公司|企业|创企|初创|平台|巨头|机构|独角兽|品牌|厂商|开发商|服务商|提供商|研发商|运营商|制造商|供应商|新秀"
    r"|新锐|龙头|投资方|股东|母公司|子公司|收购了?|投资了?)\Z"
)
_HAN_ORGANISATION: Final = re.compile(
    r"(?:公司|集团|科技|资本|创投|控股|股份|银行|证券|生物|医药|制药|半导体|微电子|航天|传媒|互娱|实验室|研究院|大学"
    r"|交易所|管理局|委员会|协会|基金会|基金|重工)\Z"
)
_HAN_INSTITUTION: Final = re.compile(
    r"(?:公司|集团|资本|创投|银行|大学|交易所|管理局|委员会|协会|研究院|研究所|基金会|中心|合伙）|合伙\)|学院|股份"
    r"|联盟|局)\Z"
)
_HAN_BODY: Final = re.compile(
    r"(?:资本|创投|银行|大学|交易所|管理局|委员会|协会|研究院|研究所|基金会|(?<!数据)中心|学院|联盟|局|(?<!部)署)\Z"
)
_AFTER_ORGANISATION: Final = re.compile(
    r"[，,]?(?:近日|今日|日前|已|正式|于[^，。]{2,12})?(?:宣布完成|完成|获投|成立于|是一家|作为一家|融资|总部|领投"
    r"|跟投|正在融资|首次公开)"
)
_NOT_HAN: Final = re.compile(
    r"公司|本公司|该公司|集团|[AHB]股|标的|本次|交易|项目|协议|本基金|报告|上市公司|目标公司|发行人|买方|卖方"
    r"|人工智能|大模型|模型|平台|系统|技术|股票|代码|首席|总裁|创始人|博士|教授|先生|女士|亿|万|美元|法案|条例|办法"
    r"|计划|中国|美国|英国|日本|德国|法国|香港|北京|上海|深圳|合伙企业|基金|管理人|投资人|目标基金"
    r"|(?:管理|项目|销售|贸易|投资|\w{2}管理)公司"
)
_NO_NAME: Final = re.compile(
    r"\A(?:位于|总部|包括|其中|来自|可|已|即|含|注)|(?:证书|协议|标准|机制|技术|功能|系统|模式|套件|数据中心|行动委员会|董事会|监事会|开源|(?:顶级|知名|著名|领先)\w{0,9})\Z"
)
_CONCEPT_LATIN_WRITTEN: Final = (
    "AI Agent Token Robotaxi Model LiDAR World Memory Copilot Embodied Physical Scaling Prompt Skill Harness "
    "Open Source Digital Bio Generative Edge"
)
_CONCEPT_LATIN: Final = frozenset(_CONCEPT_LATIN_WRITTEN.split())


def find_pairs(content: str) -> tuple[NamePair, ...]:
    """Return the pairs of names that a text says are one organisation's, in order, each pair once."""
    found: dict[tuple[str, str], NamePair] = {}
    for pair in sorted((*_latin(content), *_chinese(content)), key=lambda pair: pair.name.start):
        found.setdefault((pair.name.value, pair.other.value), pair)
    return tuple(found.values())


def _told(content: str, start: int, end: int, confidence: float = 0.9) -> Told[str]:
    return Told(content[start:end], start, end, content[start:end], confidence)


def _pair(content: str, a: tuple[int, int], b: tuple[int, int]) -> Iterator[NamePair]:
    """Yield the pair of two spans, trimmed of blanks and stops, unless one is empty or they are one name."""
    name, other = (_trimmed(content, *span) for span in (a, b))
    if name and other and name.value.casefold() != other.value.casefold():
        yield NamePair(name, other)


def _trimmed(content: str, start: int, end: int) -> Told[str] | None:
    if content[start:end] in _LEGAL or content[start:end] in _NOT_LATIN:
        return None
    while start < end and content[start] in " \"“'‘，,":
        start += 1
    while end > start and content[end - 1] in " .,\"”'’，":
        end -= 1
    return _told(content, start, end) if end - start >= 2 else None


_LATIN_MARKS: Final = (
    "known as",
    "ormerly",
    "reviously",
    "riginally",
    "brand",
    "name",
    "a.k.a",
    " aka ",
    "(now ",
    "d/b/a",
    "doing business",
)


def _latin(content: str) -> Iterator[NamePair]:
    if any(mark in content for mark in _LATIN_MARKS):
        for pattern in (_SAID, _RENAMED):
            for match in pattern.finditer(content):
                yield from _pair(content, _without_lead(content, *match.span("a")), match.span("b"))
    for match in _OR_HAN.finditer(content) if " or " in content else ():
        yield from _pair(content, _without_lead(content, *match.span("a")), match.span("b"))
    for match in _SHORT_LATIN.finditer(content) if "(" in content else ():
        if name := _LATIN_LEFT.search(content, max(0, match.start() - _LONGEST), match.start()):
            start, end = _without_lead(content, *name.span())
            if (
                match["b"] not in _NOT_SHORT
                and _fits(content[start:end], match["b"])
                and _LATIN_ORGANISATION.search(content, start, end)
            ):
                yield from _pair(content, (start, end), match.span("b"))


def _without_lead(content: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a Latin name without the capitalised words of the sentence before it ("The")."""
    while (word := content[start:end].partition(" "))[0] in _NOT_LATIN and word[2]:
        start += len(word[0]) + 1
    return start, end


def _fits(name: str, short: str) -> bool:
    """Tell whether a short form is made of a name's initials, or of its first word."""
    letters = short.replace(".", "").replace("&", "").upper()
    words = [word for word in re.findall(r"[A-Za-z]+", name) if word[0].isupper()]
    initials = "".join(word[0] for word in words)
    capitals = "".join(c for c in name if c.isupper())
    return (
        letters in (initials, capitals, initials[: len(letters)]) if short.isupper() else name.startswith(short + " ")
    )


def _is_organisation(content: str, start: int, after: int, *, latin: str, han: str) -> bool:
    """Tell whether something says that two names, from `start` to `after` are an organisation's."""
    if _NOT_HAN.search(han) or set(latin.split()) <= _CONCEPT_LATIN or "·" in han:
        return False
    return bool(
        _LATIN_ORGANISATION.search(latin)
        or _HAN_ORGANISATION.search(han)
        or _ORGANISATION_LEAD.search(content, max(0, start - 6), start)
        or _AFTER_ORGANISATION.match(content, after)
        or re.search(
            r"(?i)\b(?:startup|company|firm|maker|developer|unicorn|giant|investor|backer|rival)s? \Z",
            content[max(0, start - 14) : start],
        )
        or re.match(
            r",? (?:a|an|the) (?:[\w-]+ ){0,5}(?:startup|company|firm|maker|developer|provider|unicorn)\b| "
            r"(?:raised|raises|has raised|is raising|secured|completed|closed)\b",
            content[after : after + 90],
        )
    )


def _chinese(content: str) -> Iterator[NamePair]:
    for match in _PARENTHESIS.finditer(content):
        yield from _parenthesis(content, match)
    if "名" in content or "前称" in content:
        for match in _HAN_FORMER.finditer(content):
            left = _LEFT.search(content, max(0, match.start() - _LEFT_REACH), match.start())
            if left and (span := _from_lead(content, *left.span())):
                yield from _pair(content, span, match.span("b"))
        for match in _HAN_RENAMED.finditer(content):
            if not re.search(
                r"公司|企业|名称|机构|集团|基金|股票|简称", content[max(0, match.start() - 16) : match.end() + 6]
            ):
                continue
            yield from _pair(content, match.span("a"), match.span("b"))


def _parenthesis(content: str, match: re.Match[str]) -> Iterator[NamePair]:
    """Yield the pair of a parenthesis and the name before it, where the parenthesis holds another name of the same."""
    opens, (inside, close) = match.start(), match.span("inside")
    floor = max(0, opens - _LEFT_REACH)
    latin_left = _LATIN_LEFT.search(content, floor, opens)
    if (
        latin_left
        and _ENDS_IN_HAN.search(content, floor, latin_left.start())
        and not _HAN_INSIDE.match(content, inside)
    ):
        latin_left = None  # 智谱AI（Zhipu）: the Latin letters are the end of a Chinese name
    left = latin_left or _LEFT.search(content, floor, opens)
    if left is None:
        return
    if short := _SHORT_INSIDE.search(content, inside, close):
        start, end = left.span() if latin_left else _from_quote(content, *left.span())
        if _shortens(content[start:end], short["b"]):
            yield from _pair(content, (start, end), short.span("b"))
        return
    span = _without_lead(content, *left.span()) if latin_left else _from_lead(content, *left.span())
    if span is None:
        return
    name = content[slice(*span)]
    if former := _FORMER_INSIDE.match(content, inside, close):
        if min(len(name), len(former["b"])) < 4 and not _is_organisation(
            content, span[0], match.end(), latin="", han=name
        ):
            return
        yield from _pair(content, span, former.span("b"))
    elif not latin_left and (latin := _LATIN_INSIDE.fullmatch(content, inside, close)):
        institution = _HAN_BODY.search(name)  # a company's capitals may be its ticker
        told = (
            institution
            if latin["b"].isupper()
            else _is_organisation(content, span[0], match.end(), latin=latin["b"], han=name)
        )
        if told and not _NO_NAME.search(name) and 2 <= len(name) <= _LONGEST_HAN and not latin["b"].islower():
            yield from _pair(content, span, latin.span("b"))
    elif (
        latin_left
        and (han := _HAN_INSIDE.fullmatch(content, inside, close))
        and not _NO_NAME.search(han["b"])
        and _is_organisation(content, span[0], match.end(), latin=name, han=han["b"])
    ):
        yield from _pair(content, span, han.span("b"))


def _shortens(name: str, short: str) -> bool:
    """Tell whether a short form is a Chinese institution's: made of its characters in order, or Latin."""
    if (
        _NOT_HAN.fullmatch(short)
        or "某" in name
        or parts(short).words[0] in GLUED  # 能源科技: nothing but trades
        or len(name) <= len(short)
        or not (_HAN_INSTITUTION.search(name) or name.isascii())
    ):
        return False
    if name.isascii():
        return _fits(name, short)
    characters = iter(name)
    return short.isascii() or all(c in characters for c in short)


def _from_quote(content: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a full Chinese name without what a report says before it (据, 获得)."""
    start = _after_quote(content, start, end)
    for lead in (_REPORTING, _REGISTERED_LEAD):
        for found in lead.finditer(content, start, max(start, end - 4)):
            start = found.end()
    return start, end


def _from_lead(content: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of a Chinese name without the words that run into it: no blanks tell where it starts.

    None where the name may have begun before: an authority cut at an "and" (竞争与消费者委员会), a name with a Latin
    word or a dot before it.
    """
    start = _after_quote(content, start, end)
    cut = None
    for lead in _LEAD.finditer(content, start, max(start, end - 2)):
        start, cut = lead.end(), lead
    if cut is None:
        return None if _GOES_ON_BEFORE.search(content, max(0, start - 3), start) else (start, end)
    return None if _CUT_IN_TWO.search(cut[0]) and _HAN_BODY.search(content, start, end) else (start, end)


def _after_quote(content: str, start: int, end: int) -> int:
    return max(start, max(content.rfind(c, start, end) for c in '“"「『‘，,。；') + 1)
