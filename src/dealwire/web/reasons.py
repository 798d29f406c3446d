"""Reasons and refusals in the reader's language. The core words them in English, with what was found put in.

A reason is one clause or several; each is looked up by its shape and said in Chinese with the same things put in. One
of a shape that is not here stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from dealwire.web.language import Translate

CLAUSES: Final[Mapping[str, str]] = {
    # what review asks about: dealwire.service.queue
    "{n} origins for the value shown": "{n} 个信源支持现用的值",
    "{n} origin for the value shown": "{n} 个信源支持现用的值",
    "{n} against": "{n} 个不同",
    "{n} origins against": "{n} 个信源不同",
    "{n} origin against": "{n} 个信源不同",
    "{share} that the report is of this deal": "该报道属于此交易的可能性为 {share}",
    "{share} that these two are one deal": "两者为同一笔交易的可能性为 {share}",
    "read with confidence {n}": "读取可信度 {n}",
    "came in as a draft": "收到时为草稿",
    "{a} and {b} may be one": "{a} 与 {b} 可能是同一笔",
    # deals told under two names: dealwire.core.resolve.twins
    "both are backed by {name}": "投资方同为 {name}",
    "on one day": "同一天",
    "both are a {round}": "轮次同为 {round:round}",
    "each is named in a script of its own": "名称分属两种文字",
    "the names are alike": "名称相近",
    "the sum is the same": "金额相同",
    "the sums are nearly the same": "金额几乎相同",
    # names: dealwire.core.resolve.compare, evidence, organisations
    "the same but for case, accents, punctuation and legal form": "仅大小写、重音、标点或公司形式不同",
    "both are known names of {name}": "均为 {name} 的已知名称",
    "known as two organisations, {a} and {b}": "已知为两家机构：{a} 与 {b}",
    "'{word}' is in no listed name of {name}": "“{word}”不在 {name} 的任何已知名称中",
    "two names are rarely one organisation's": "两个名称很少同属一家机构",
    "a false merge costs five missed ones": "误并一次的代价相当于漏并五次",
    "which no likeness makes up for": "再相似也无法抵消",
    "the same words, in one spelling each": "词语相同，写法各异",
    "all other words are the same": "其余词语相同",
    "both have '{word}', as many names do": "都有“{word}”，但许多名称都有",
    "both have '{word}', a word of everyday": "都有“{word}”，但它是日常用词",
    "both have '{word}', a letter": "都有字母“{word}”",
    "both have '{word}'": "都有“{word}”",
    "only one has '{word}'": "仅一方有“{word}”",
    "'{word}' is what the company registered as": "“{word}”是工商登记用语",
    "'{word}' only describes": "“{word}”只是描述",
    "'{word}' only describes, but the rest is no coined name": "“{word}”只是描述，但其余并非自造名称",
    "'{word}' is often left out": "“{word}”常被省略",
    "'{word}' is often left out, but the rest is no coined name": "“{word}”常被省略，但其余并非自造名称",
    "'{a}' has all of '{b}' in it": "“{a}”包含整个“{b}”",
    "'{word}' beside a coined name": "自造名称之外另有“{word}”",
    "'{word}' is a legal form, misspelt": "“{word}”是误写的公司形式",
    "'{word}' after two words that are shared": "相同的两个词之后另有“{word}”",
    "'{word}' after a name that someone made up": "自造名称之后另有“{word}”",
    "'{a}' and '{b}' differ by a letter or two": "“{a}”与“{b}”仅差一两个字母",
    "their numbers differ ({value})": "数字不同（{value}）",
    "'{a}' is nearly '{b}', but not quite": "“{a}”与“{b}”很像，但不相同",
    "'{short}' is short for '{long}'": "“{short}”是“{long}”的缩写",
    "'{name}' begins with '{brand}'": "“{name}”以“{brand}”开头",
    "only the words differ that companies register under": "仅工商登记用语不同",
    "they differ in words that any name has ({value})": "仅常见词不同（{value}）",
    "each describes itself otherwise ({value})": "各自的描述不同（{value}）",
    "they are registered in different places": "登记地不同",
    "only one names its place": "仅一方写明地名",
    "the same but for spaces": "除空格外相同",
    "'{word}' at the end only describes": "末尾的“{word}”只是描述",
    "'{latin}' is how '{said}' is said": "“{latin}”是“{said}”的读音",
    "nothing in common": "没有共同之处",
    "a text calls one organisation both: “{a}”, “{b}”": "有文章以两个名称称同一机构：“{a}”“{b}”",
    # why a decision can't be taken: dealwire.service.review, wording, core.corrections
    "{verdict} is no decision on a deal, a name or an article": "{verdict} 不是对交易、名称或文章的决定",
    "{a} and {b} are the same {what} already": "{a} 与 {b} 已是同一个",
    "no deal has the id {id}": "没有编号为 {id} 的交易",
    "{what} is no deal and no article: give an id, or an article's address": (
        "{what} 既非交易也非文章：请给出编号或文章网址"
    ),
    "no judgement has the id {id}: `dealwire review log` lists them": "没有编号为 {id} 的决定",
    "{id} is undone already": "{id} 已撤销",
    "the deals are of two companies: judge {a} and {b} the same first": (
        "两笔交易属于两家公司：请先判定 {a} 与 {b} 相同"
    ),
    "{a} and {b} are not of one sort: give two deals, two articles or two names": (
        "{a} 与 {b} 不是同类：请给出两笔交易、两篇文章或两个名称"
    ),
    "{name} is no deal, no article and no name that a text uses: `dealwire search` finds names": (
        "{name} 不是交易、文章，也不是任何文章所用的名称"
    ),
    "{field} can't be corrected: choose one of {fields}": "{field} 不能更正；可更正：{fields}",
    "that is no value for {field}: {why}; write it as {example}": (
        "这不是 {field:field} 的值（{why}）；请写成 {example}"
    ),
    "a value has {n} characters at most": "值最多 {n} 个字符",
    "{words} tells no sum with its currency: write {example}": "{words} 不是带货币的金额；请写成 {example}",
    "{words} is no backer: write {example}": "{words} 不是投资方；请写成 {example}",
    "this form holds no decision: go back and reload the page": "表单中没有决定：请返回并刷新页面",
}
"""Clause in English → in Chinese. A name in braces stands for what was found; `:round` and `:field` for terms."""

_PLACE: Final = re.compile(r"\{(\w+)(?::(\w+))?\}")
_SCORED: Final = re.compile(r"(?P<why>.*) \((?P<score>\d\.\d\d)\)", re.DOTALL)
_LOOSE: Final = frozenset({"a", "b", "fields", "example", "why", "value", "words"})
"""What may hold a comma; what else is found ends where its clause does."""

_LONGEST: Final = 2000
"""Characters of a reason that are looked at: names of strangers stand in it."""


@lru_cache(maxsize=1)
def _shapes() -> list[tuple[re.Pattern[str], str]]:
    """Return the clauses as patterns, those first that say most by themselves."""
    return [
        (re.compile("".join(_piece(part, n) for n, part in enumerate(_PLACE.split(english))), re.DOTALL), chinese)
        for english, chinese in sorted(CLAUSES.items(), key=lambda told: -len(_PLACE.sub("", told[0])))
    ]


def _piece(part: str | None, n: int) -> str:
    """Return a third of a split clause as a pattern: words as they are, a name as what may stand there, no sort."""
    if n % 3 == 0:
        return re.escape(part or "")
    ends = "; " if part in _LOOSE else ", |; "
    return f"(?P<{part}>(?:(?!{ends}).)+?)" if n % 3 == 1 else ""


def clause(text: str, t: Translate) -> str | None:
    """Return a clause in Chinese; None for one of no known shape."""
    for shape, chinese in _shapes():
        if found := shape.fullmatch(text):
            return _PLACE.sub(lambda place: _found(found[place[1]], place[2], t), chinese)
    return None


def _found(text: str, sort: str | None, t: Translate) -> str:
    return text if sort is None else t(f"{sort}.{text.replace(' ', '_')}")


def reason(text: str, t: Translate) -> str:
    """Return a reason, or why something can't be done, in the reader's language."""
    if t("lang") != "zh":
        return text
    text = text[:_LONGEST]
    if scored := _SCORED.fullmatch(text):
        return f"{reason(scored['why'], t)}（{scored['score']}）"
    if (whole := clause(text, t)) is not None:
        return whole
    for mark, joined in ((": ", "："), ("; ", "；"), (", ", "，")):
        if mark in text:
            first, _, rest = text.partition(mark)
            if (told := clause(first, t)) is not None:
                return f"{told}{joined}{reason(rest, t)}"
    return text
