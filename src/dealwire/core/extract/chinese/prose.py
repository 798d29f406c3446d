"""A Chinese article made plain for rules: folded characters, asides set apart, every place traced back.

Rules read `Prose.coded`, where traditional and full-width characters are folded, loose blanks and parentheses are gone,
and every sum, round and date is a run of one private character. Positions in it are "plain" positions; `Prose.span`
leads from them to the characters of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from dealwire.core.extract.traditional import SIMPLIFIED
from dealwire.model import Told

T = TypeVar("T")

MONEY, ROUND, DATE = "\ue000", "\ue001", "\ue002"
"""What a sum, a round's label and a date look like in `Prose.coded`."""

READ_AT_MOST = 12_000
"""Characters of an article that are read: news stands at its beginning, and time must be bounded."""

LONGEST_SENTENCE = 800
"""Characters that are read as one sentence: rules look back and forth within one, so its length bounds their time."""

_FOLD = SIMPLIFIED | str.maketrans(
    "".join(map(chr, [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]))
    + "―『』﹁﹂〝〞\u3000\xa0\t\r丨︱∣|!！?;﹔＋％＄＆－•・‧",
    "".join(map(chr, [*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)]))
    + "—「」「」“”    ｜｜｜｜！！？；；+%$&-···",
)
_STRAIGHT_QUOTES = re.compile(r'"([^"\n]{1,40})"')
_HEADLINE = re.compile("【([^【】\n]{9,80})】")
"""A flash's headline, set into its text: a sentence of its own. What is shorter may be a name."""
_ASIDE = re.compile(r" *[（(]([^（()）\n]{0,160})[)）]")
_TARGET_ASIDE = re.compile("[（(]((?:相当于|即)(?:目标|标的)公司[^（）()]{4,60})[）)]")
"""What is bought, told in parentheses: "销售股份（相当于目标公司甲有限公司全部已发行股本）"."""
_BACKERS_ASIDE = re.compile(r"[（(]([^（()）\n]{2,120}(?:领投|跟投|参投|独投|联合投资|独家投资)[^（()）\n]{0,80})[)）]")
"""A parenthesis that says who backs a round is a clause: "完成A轮融资（甲资本领投）"."""
_LOOSE_BLANK = re.compile(
    r"(?:^|(?<=\n)) +"
    r"|(?<=[^\x00-\x7f]) +(?=[\x21-\x7e])|(?<=[\x21-\x7e]) +(?=[^\x00-\x7f])|(?<=[·「“《]) +| +(?=[·」”》，。])"
)
_COMMA = re.compile(r"(?:(?<!\d),|,(?!\d))(?! ?(?:Ltd|Inc|LLC|L\.P|LP|Co)\b)")
_COLON = re.compile(r"(?<!\d):|:(?![\d/])")
_ITEM = re.compile(r"(?<=[\u4e00-\u9fff”」）)；;]) (?= ?\d{1,2}\. ?[^\d\s])")
"""What stands before an item of a numbered list that is set in one line."""
_NUMBER = re.compile(
    r"(?:^|(?<=[\n。]))[ ·]*(?:\d{1,2}(?:[.．](?=[^\dA-Za-z])|、)|[（(]\d{1,2}[)）]|[①-⑳])"
    r"|(?:^|(?<=\n))[ ]?[·●■◆▪▶►○◇▍▎※★]+ ?"
)
"""The number or the mark of an item of a list: no part of the name that may follow."""
_INTRODUCES = re.compile("——(?=一[家个款]|[国海]内|中国|全球|专注)")
_GETS = re.compile(r"(?<=[^｜\n ])｜ ?(?=完成|获|宣布|[拟再]?融资|递表|登陆|收购)")
_EXCLAIMED = re.compile(r"^([^，。；！？\n]{2,10})！(?=[^\n])", re.MULTILINE)
"""What parts a name from what is told of it, and a headline's exclamation from the rest: a comma in plain text."""
_PAPER = "(?:网|社|报|台|讯|电|在线|财经|新闻|消息|快讯|日报|晚报|时报|周刊|氪|App|APP)"
_PLAIN_WORD = "[^ ，。：；、“”（）\\n\\d]"
_DATELINE = re.compile(
    rf"^[ ]*(?:【[^】\n]{{1,12}}{_PAPER}】|[\[][^\]\n]{{1,12}}{_PAPER}[\]]"
    rf"|(?:[^ ，。：；、“”（）\n]{{2,10}}?{_PAPER})?{_PLAIN_WORD}{{0,8}}(?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日"
    r"(?:[早上中下晚]?[午间上]|下午)?(?:综合)?(?:电|讯|消息|报道)"
    rf"|(?:本报|本网|本刊|{_PLAIN_WORD}{{2,6}}网)讯)[ ：，:,]*(?=[^ ：，:,\n。])",
    re.MULTILINE,
)
"""Who reports, where and when, at the head of a text: "中新网11月3日电 ", "【某某网】", "本报讯"."""
_STOP = re.compile(r"(?<=[\u4e00-\u9fff”）)])\.(?=\s|$|[\u4e00-\u9fff“「])")
"""A full stop of a text that is typed with ASCII marks."""
_SENTENCE = re.compile(r"[^。！？；\n｜]+")
_CLAUSE = re.compile(r"[^，：]+")


@dataclass(frozen=True, slots=True)
class Aside:
    """A parenthesis taken out of the text: the plain position it stood at, and its inside in the article."""

    at: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """An article's text, plain and coded, with the way back to its characters."""

    content: str
    plain: str
    coded: str
    origin: tuple[int, ...]
    asides: tuple[Aside, ...]
    title_end: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Lead a plain span back to the article's characters."""
        return self.origin[start], self.origin[end - 1] + 1

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Lead a span of the article's characters to its plain one; empty where an aside held it."""
        return bisect_left(self.origin, start), bisect_left(self.origin, end)

    def text(self, start: int, end: int) -> str:
        """Return the article's own characters behind a plain span."""
        first, last = self.span(start, end)
        return self.content[first:last]

    def told(self, value: T, start: int, end: int, confidence: float = 1.0) -> Told[T]:
        """Tie a value to the plain span that tells it."""
        first, last = self.span(start, end)
        return Told(value, first, last, self.content[first:last], confidence)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield the plain spans of the sentences, without their closing mark; endless ones in pieces."""
        for sentence in _SENTENCE.finditer(self.plain):
            start, end = sentence.span()
            while end - start > LONGEST_SENTENCE:
                comma = self.plain.rfind("，", start + 1, start + LONGEST_SENTENCE)
                cut = comma if comma > 0 else start + LONGEST_SENTENCE
                yield start, cut
                start = cut
            yield start, end

    def clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the plain spans of a sentence's clauses, without their commas."""
        return [m.span() for m in _CLAUSE.finditer(self.plain, start, end)]


def prose(content: str, title_end: int, marks: Sequence[tuple[str, Sequence[Told[Any]]]] = ()) -> Prose:
    """Make an article plain. `marks` pairs each private character with the values found in the article."""
    text = _fold(_parted(content[:READ_AT_MOST], title_end))
    pieces: list[str] = []
    origin: list[int] = []
    asides: list[Aside] = []
    cursor = length = 0
    for start, end, inside in _dropped(text):
        pieces.append(text[cursor:start])
        origin.extend(range(cursor, start))
        length += start - cursor
        cursor = end
        if inside is not None:
            asides.append(Aside(length, *inside, content[slice(*inside)]))
    pieces.append(text[cursor:])
    origin.extend(range(cursor, len(text)))
    plain = "".join(pieces)
    return Prose(
        content, plain, _coded(plain, origin, marks), tuple(origin), tuple(asides), bisect_left(origin, title_end)
    )


def _coded(plain: str, origin: Sequence[int], marks: Sequence[tuple[str, Sequence[Told[Any]]]]) -> str:
    """Put a run of its private character in place of every value. A later sort of value wins over an earlier one."""
    coded = plain
    for mark, values in marks:
        pieces: list[str] = []
        cursor = 0
        for told in values:
            first, last = bisect_left(origin, told.start), bisect_left(origin, told.end)
            if first >= cursor:
                pieces += (coded[cursor:first], mark * (last - first))
                cursor = last
        coded = "".join(pieces) + coded[cursor:]
    return coded


def simplified(text: str) -> str:
    """Return a text in the characters that plain text has, as long as before."""
    return text.translate(_FOLD)


_HEADLINE_ONLY = 60
"""Characters of a text that is no longer than a headline."""
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff”」』％%）)])[ \u3000](?=[\u4e00-\u9fff“「『])")


def _parted(content: str, title_end: int) -> str:
    """Put commas for the blanks that part the halves of a headline: "业务受阻 甲公司终止收购乙公司"."""
    end = title_end or (len(content) if len(content) <= _HEADLINE_ONLY and "。" not in content else 0)
    return (
        _BLANK.sub("，", content[:end]) + content[end:]
        if " " in content[:end] or "\u3000" in content[:end]
        else content
    )


def _fold(text: str) -> str:
    text = simplified(text)
    text = _STRAIGHT_QUOTES.sub(r"“\1”", text)
    text = _HEADLINE.sub(r"｜\1。", text)
    text = _INTRODUCES.sub("，，", _EXCLAIMED.sub(r"\1，", _GETS.sub("，", text)))
    text = _DATELINE.sub(lambda line: "，" * len(line[0]), text)
    text = _NUMBER.sub(lambda number: "，" * len(number[0]), text)
    text = _TARGET_ASIDE.sub(r"，\1，", _BACKERS_ASIDE.sub(r"，\1，", text))
    text = _ITEM.sub("。", text)
    return _STOP.sub("。", _COLON.sub("：", _COMMA.sub("，", text.replace("计画", "计划"))))


def _dropped(text: str) -> Iterable[tuple[int, int, tuple[int, int] | None]]:
    """Yield the spans that plain text goes without: parentheses, and blanks between Chinese and Latin characters."""
    asides = [(*m.span(), m.span(1)) for m in _ASIDE.finditer(text)]
    blanks = [(*m.span(), None) for m in _LOOSE_BLANK.finditer(text)]
    cursor = 0
    for start, end, inside in sorted([*asides, *blanks], key=lambda d: (d[0], -d[1])):
        if start >= cursor:
            yield start, end, inside
            cursor = end
