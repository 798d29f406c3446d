"""The gate for pages of an archive, on their bytes: is it worth to parse this one?

`gate` is made for headlines and short texts; of whole pages it lets nearly nine in ten by, since somewhere in menus
and side notes stands "round" or "invest". So a page passes on evidence: passages of prose that tell a sum beside a word
of money given, a purchase of something that has a name, or a term of art; several of them, or one below a title that
passes `gate`, or one that states a deal outright. What is told twice, in the text and in data beside it, counts once.
What that costs in deals and saves in pages is told in docs/explanation/reading.md.

The first look is for stems of such words by Aho and Corasick's method, at several gigabytes a second.
"""

from __future__ import annotations

import html
import re
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from dealwire.core.extract import gate

ENOUGH: Final = 3
"""So much evidence needs no title: a deal stated outright, or a sum beside a word of money given (2) and another."""

_LOOKED_AT: Final = 200
_AROUND: Final = 240
_APART: Final = 200
_SAMPLE: Final = 1 << 16
_EVERY: Final = 61
_PIECE: Final = 1 << 10

_ENGLISH: Final = (
    "raise|raising|Raise|Raising|fund|Fund|invest|Invest|financing|Financing|acqui|Acqui|takeover|Takeover|buyout"
    "|Buyout|merge|Merge|stake|valuation|Valuation|million|Million|billion|Billion|bought|buys |Buys |to buy |ill buy "
    "|ould buy |urchase of |venture|eed round|ound led by|ound of f|loan of |erm loan|ebt facility"
    "| IPO|credit|public offering|eries A|eries B|eries C|eries D|eries E|backing from"
)
"""None of less than four letters: that halves the speed of the search."""

_CHINESE: Final = (
    "融资|融資|募资|募資|募集|收购|收購|并购|併購|领投|領投|跟投|入股|增资|增資|注资|估值|上市|投资|投資|亿元|億元"
    "|万元|股权|股權|股份|控制权|募股|筹集|籌集|合并|合併|竞购|競購|出售|上交所|深交所|科创板|IPO审核"
)
_TRADITIONAL: Final = "融資|募資|募集|收購|併購|領投|跟投|入股|增資|估值|上市|投資|億元|股權|股份|籌集|合併|競購|出售"
_REFERRED: Final = "&#34701;&#36164;|&#25910;&#36141;|&#x878d;&#x8d44;|&#x6536;&#x8d2d;"
"""融资 and 收购 in pages that write Chinese as references to characters."""


class _Finder:
    """Finds words in bytes, and tells the encoding in which each was found."""

    def __init__(self, *words: tuple[str, str]) -> None:
        patterns = [(word.encode(codec), codec) for codec, of in words for word in of.split("|")]
        self._codecs = [codec for _, codec in patterns]
        # Leftmost-first, since only then the search is done with vector instructions.
        self._find = BytesAhoCorasick([raw for raw, _ in patterns], matchkind=MatchKind.LeftmostFirst)

    def __call__(self, body: bytes) -> list[tuple[int, str]]:
        return [(start, self._codecs[n]) for n, start, _ in self._find.find_matches_as_indexes(body)]


_IN_ENGLISH: Final = _Finder(("utf-8", _ENGLISH), ("utf-8", _REFERRED))
_IN_CHINESE: Final = _Finder(("utf-8", _CHINESE))
_IN_OLD_CHINESE: Final = _Finder(("gb18030", _CHINESE), ("big5hkscs", _TRADITIONAL))

_HIGH: Final = bytes(range(0x80, 0x100))
_MARK: Final = re.compile(r"<[^<>]*(?:>|$)|^[^<>]*>")
_SCRIPT: Final = re.compile(
    r"\A(?:(?!<script|<style).)*</(?:script|style)>|<(?:script|style)\b.*?(?:</(?:script|style)>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_CODE: Final = re.compile(r"[{}=;|\\]")
_TITLE: Final = re.compile(rb"<title[^>]{0,200}>([^<]{1,600})", re.IGNORECASE)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")

_CURRENCY: Final = r"(?:[$€£₹¥₩]|\b(?:usd|eur|gbp|inr|rmb|cny|aud|cad|sgd|chf|sek|nok|dkk|rs)\.?)\s?"
_SUM: Final = re.compile(
    rf"{_CURRENCY}(?:\d[\d.,]{{0,12}}[\s-]?(?:m|bn?|k|mm|mn|mln|million|billion|trillion|crores?|lakhs?)\b"
    r"|\d{1,3}(?:,\d{3}){1,4}|\d{5,12})|\d[\s-]?(?:million|billion|trillion|crores?|lakhs?|bn|mn|mln)\b",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"\brais(?:e[ds]?|ing)\b|\bfund(?:s|ed|ing|raising|raise)?\b|\binvest|\bfinanc|\brounds?\b|\bcapital\b|\bseed\b"
    r"|\bback(?:e[dr]s?|ing)\b|\bstake\b|\bvalu(?:ed|ation|ing)\b|\bseries [a-k]\b|\bsecur(?:e[ds]?|ing)\b|\bequity\b"
    r"|\bventure|\bacqui|\bb(?:uy|uys|ought|uying|uyout)\b|\bpurchas|\bs(?:old|ells?|ale)\b|\btakeover|\bmerge|\bipo\b"
    r"|\bloan|\bdebt\b|\bcredit\b|\blisting\b|\bshares\b|\boffer|\bbid\b|\bdeal\b|\breceiv|\bgrant\b",
    re.IGNORECASE,
)
_BOUGHT: Final = re.compile(
    r"\b(?:[Aa]cquires?|[Aa]cquired|[Aa]cquiring|[Aa]cquisition of|[Tt]akeover of|[Tt]akes over|[Tt]ook over"
    r"|[Tt]aken over by|[Mm]erge[sd]? with|[Mm]erging with|[Mm]erger (?:of|with)|[Bb]uyout of|[Bb]uys|[Bb]ought"
    r"|[Tt]o buy|[Pp]urchased|[Ii]nvest(?:s|ed|ing) in|[Ii]nvestment (?:in|from|by)|[Ss]take in|[Ss]old to"
    r"|[Ss]ells to|[Ll]ed by)"
    r"\s(?:(?:the|a|an|its|all|of|most|rival|fellow|control|assets|parts|in|by|with|startup|company|maker)\s){0,4}"
    r"[‘'\"“]?[A-Z0-9]"
)
_ART: Final = re.compile(
    r"\bseries [a-k]\b|\b(?:funding|seed|financing|investment|venture|equity|bridge|growth|debt) round"
    r"|\bround of (?:funding|financing|investment)|\binitial public offering|\b(?:go|goes|going|went) public\b"
    r"|\b(?:strategic|equity|growth|minority|majority|venture|seed) (?:investment|stake|financing|funding|capital)\b"
    r"|\bto be acquired\b|\bacquires\b|\bprivate equity\b|\bcredit facilit|\btake private\b|\bfinancial backing\b"
    r"|\b(?:receiv|secur|land|score|rais|attract|clos|complet)\w{0,4}\s.{0,40}\b(?:fund|financ|invest|capital|round|backing)",
    re.IGNORECASE,
)

_STATED: Final = re.compile(
    rf"\b(?:rais|clos|secur|complet|receiv|land|announc|bag|grab|get|snag|nab|attract|pull|score|launch)\w{{0,4}}\s.{{0,60}}"
    rf"(?:{_SUM.pattern}).{{0,60}}"
    r"\b(?:rounds?|fund(?:ing)?|financing|investment|series|facility|capital|loan|grant|equity|debt|valuation)\b"
    rf"|\b(?:fund(?:ing)?|rounds?|financing|investment|valuation|facility|loan|grant|stake|ipo)\b.{{0,40}}(?:{_SUM.pattern})"
    rf"|\b(?:invest|put|pour|pump|inject)(?:s|ed|t?ing)?\s.{{0,30}}(?:{_SUM.pattern})"
    rf"|\b(?:acqui(?:re[ds]?|ring)|bought|buys?|purchase[ds]?)\s.{{0,60}}\bfor\b.{{0,30}}(?:{_SUM.pattern})",
    re.IGNORECASE,
)
_STATED_WITHOUT_SUM: Final = re.compile(
    r"\b(?:rais|clos|secur|complet|receiv|land|announc|bag|obtain|attract)\w{0,4}\s.{0,40}"
    r"\b(?:in|a|an|its|of|strategic|venture|growth|financial)\s(?:\w+\s){0,3}"
    r"(?:(?:seed|angel|series [a-k]\d?)\s(?:round|funding|financing|investment)"
    r"|(?:investment|funding|financing|backing|capital)\s(?:from|by|led by)\s)",
    re.IGNORECASE,
)
_STATED_CHINESE: Final = re.compile(
    "(?:完成|获|獲|宣布|宣佈|启动).{0,20}(?:融资|融資|[A-H+]轮)|(?:天使|种子|[A-H]|战略|首)\\+?轮?(?:融资|融資|投资)"
    "|(?:向|对|對).{2,20}(?:投资|投資|注资|注資|增资|增資)|领投|領投|(?:股份|股权)转让协议|控制权(?:拟|或|可能|发生)?变更|(?:拟|宣布|以|将|完成|已).{0,20}(?:收购|收購|并购)"
    "|(?:收购|收購).{0,30}(?:股权|股權|[亿億]|公司)"
    "|递交.{0,10}招股|(?:港交所|科创板|创业板|纳斯达克|纽交所).{0,12}(?:上市|挂牌|IPO)|首次公开(?:募股|发行)|IPO审核|递表"
    "|(?:递交|遞交|提交|申请|申請|備案|备案|发行|發行).{0,24}(?:H股|港股|招股|上市|挂牌|IPO)|(?:赴|拟).{0,8}IPO"
    "|竞购|競購|(?:出售|卖掉|賣掉).{0,30}(?:业务|業務|资产|資產|股权|股權|股份|门店)|(?:股权|股份|股權).{0,6}(?:出售|转让|轉讓)给"
    "|(?:与|與|和|同).{2,24}(?:合并|合併)"
)


def passes(body: bytes) -> bool:
    """Tell whether a page or a text, in whatever encoding, may tell a deal."""
    if body.find(b"\0", 0, _PIECE) >= 0:
        body = _narrow(body)
    evidence: dict[str, int] = {}
    last = -_APART
    for start, codec in _found(body):
        if start - last < _APART:
            continue
        last = start
        weight, told = _tells(_passage(body, start, codec))
        evidence[told] = max(weight, evidence.get(told, 0))
        if sum(evidence.values()) >= ENOUGH:
            return True
    return any(evidence.values()) and gate.passes(_title(body))


def _narrow(body: bytes) -> bytes:
    """Bring UTF-16 to UTF-8."""
    little = body[:_SAMPLE:2].count(0) < body[1:_SAMPLE:2].count(0)
    return body.decode("utf-16-le" if little else "utf-16-be", "ignore").encode("utf-8", "ignore")


def _found(body: bytes) -> list[tuple[int, str]]:
    """Return where the first words for which a page is looked through stand, with the encoding of each."""
    found = _IN_ENGLISH(body)
    if not body.isascii():
        sample = body[::_EVERY]
        if len(sample.translate(None, _HIGH)) * 250 < len(sample) * 249:  # one byte in 250: more than dashes and quotes
            found += (_IN_CHINESE if _is_utf8(_foreign(body)) else _IN_OLD_CHINESE)(body)
            found.sort()
    return found[:_LOOKED_AT]


def _foreign(body: bytes) -> bytes:
    """Return the first piece of a page that is beyond ASCII."""
    starts = range(0, len(body), _PIECE)
    start = next((at for at in starts if not body[at : at + _PIECE].isascii()), 0)
    return body[start : start + 2 * _PIECE]


def _is_utf8(sample: bytes) -> bool:
    """Tell whether bytes are UTF-8 but for a few: in old encodings of Chinese nearly none makes a character of it."""
    beyond = len(sample) - len(sample.translate(None, _HIGH))
    return 10 * sample.decode("utf-8", "replace").count("\ufffd") <= beyond


def _passage(body: bytes, start: int, codec: str) -> str:
    """Return what a reader sees around a place."""
    around = body[max(0, start - _AROUND) : start + _AROUND].decode(codec, "ignore")
    if "script" in around or "style" in around:
        around = _SCRIPT.sub(" ", around)
    return " ".join(html.unescape(_MARK.sub(" ", around)).split())


def _tells(passage: str) -> tuple[int, str]:
    """Weigh what a passage tells of deals, and return the words that do.

    Nothing where it is no prose, enough by itself where it states a deal.
    """
    chinese = len(_HAN.findall(passage))
    if 3 * chinese > len(passage):
        if chinese < 30 or not gate.passes(passage):
            return 0, ""
        return ENOUGH if _STATED_CHINESE.search(passage) else 1, passage
    if len(passage) < 100 or len(_CODE.findall(passage)) > 3:
        return 0, ""
    money = _SUM.search(passage)
    if (money and _STATED.search(passage)) or _STATED_WITHOUT_SUM.search(passage):
        return ENOUGH, ""
    if money and _GIVEN.search(passage):
        return 2, money[0]
    told = _BOUGHT.search(passage) or _ART.search(passage)
    return (1, told[0]) if told else (0, "")


def _title(body: bytes) -> str:
    """Return the title of a page, or the first line of a text."""
    if match := _TITLE.search(body, 0, _SAMPLE):
        raw = match[1]
    elif b"<" in body[:200]:
        return ""
    else:
        raw = body[:300].partition(b"\n")[0]
    try:
        title = raw.decode("utf-8")
    except UnicodeDecodeError:
        title = raw.decode("gb18030", "ignore") + " " + raw.decode("big5hkscs", "ignore")
    return html.unescape(title)
