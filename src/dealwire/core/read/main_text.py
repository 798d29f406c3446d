"""The text of a page without what stands around it, by trafilatura: cheaply, or with care.

Careful is a vote. Trafilatura's precise reading is the best of those measured, but now and then takes the page's small
print or a list of other stories for the article. Where its fast reading finds something else altogether, readability's
is asked which of the two it is nearer to. What it costs and gains is told in docs/explanation/reading.md.
"""

from __future__ import annotations

import copy
import re
from collections import Counter

import trafilatura
from lxml import etree, html
from trafilatura.external import try_readability

from dealwire.core.read import markup, text
from dealwire.core.read.result import guarded

AGREED = 0.7
"""Two readings with this share of their words in common are of one text."""

_WORD = re.compile(r"[\u3400-\u9fff]|\w+")
_TITLE_WITHIN = 4
# Lines that lead away from an article: to other stories, whose headlines would count as its own, or to the newsletter.
_ASIDE = re.compile(
    r"\W{0,3}(?:"
    r"(?:(?:read|see) (?:more|also|next)|also (?:on|read)|don.?t miss|you (?:may|might) (?:also )?like|recommended"
    r"|related(?: (?:articles?|stories|story|posts?|news|content|coverage|reading|topics?|links?))?"
    r"|most (?:popular|read)|trending(?: now)?|more (?:on|from|stories|news)|advertisement|sponsored|share this"
    r"|like this story\?.{0,60}|follow us|sign up|subscribe|newsletter|leave a (?:comment|reply))"
    r"\b(?::.*|[^.!?:]{0,60}:?)"
    r"|(?:tags?|comments?|\d+ comments?|copyright ?(?:©|\(c\)|\d{4}).{0,100}|©.{0,100}|all rights reserved\W?)"
    r"|(?:相关|相關|延伸|推荐|推薦|更多|热门|熱門|精彩)(?:阅读|閱讀|文章|新闻|新聞|推荐|推薦|资讯|資訊|内容|报道|報道)(?:[：:].*|.{0,10})"
    r"|(?:阅读更多|猜你喜欢|上一篇|下一篇|返回搜狐|点击查看|查看更多|编辑|責任編輯|责任编辑|责编|校对|审核|来源|本文来源)[：:].{0,120}"
    r"|(?:扫码|扫描|长按|识别).{0,20}二维码.{0,60}|分享(?:到|至).{0,40}|(?:关注|訂閱|订阅)我们.{0,40}"
    r"|(?:版权声明|免责声明|版權聲明)(?:[：:].*)?"
    r")\s*",
    re.IGNORECASE,
)


def cheap(page: html.HtmlElement) -> str:
    """Return the text of a page by trafilatura's fast reading."""
    return _extracted(page, fast=True)


def careful(page: html.HtmlElement, fast: str) -> str:
    """Return the text of a page that has been read cheaply as `fast`."""
    precise = _extracted(page, favor_precision=True)
    ours, theirs = _words(precise), _words(fast)
    if _shared(ours, theirs) >= AGREED:
        return precise
    third = _words(_readability(page))
    return fast if _shared(theirs, third) > _shared(ours, third) else precise


def trimmed(body: str, title: str) -> str:
    """Return a text without its title, told again at its head, and without lines that lead to other stories."""
    title = title.casefold()
    lines = body.split("\n")
    kept = [
        line
        for n, line in enumerate(lines)
        if not ((n < _TITLE_WITHIN and line.casefold() == title) or _ASIDE.fullmatch(line))
    ]
    return "\n".join(kept) if kept else body


def _extracted(page: html.HtmlElement, *, fast: bool = False, favor_precision: bool = False) -> str:
    found = guarded(
        "the page",
        lambda: trafilatura.bare_extraction(
            copy.deepcopy(page), fast=fast, favor_precision=favor_precision, include_comments=False, include_tables=True
        ),
    )
    body = getattr(found, "text", None)
    return text.paragraphs(body) if isinstance(body, str) else ""


def _readability(page: html.HtmlElement) -> str:
    found = guarded("the page", lambda: try_readability(copy.deepcopy(page)))
    return "" if found is None else markup.strip(etree.tostring(found, encoding="unicode"))


def _words(body: str) -> Counter[str]:
    return Counter(_WORD.findall(body))


def _shared(a: Counter[str], b: Counter[str]) -> float:
    return 2 * (a & b).total() / max(1, a.total() + b.total())
