"""An article, sentence by sentence: each deal told, put in its place among those told before.

A sentence without a company adds to the deal under discussion. What a long article tells in passing, far below its
news, is recalled, unless it says that it's fresh.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dealwire.core.extract.assemble import Draft, join_investors, same_name
from dealwire.core.extract.chinese import acquisition, fund, funding, listing, stance
from dealwire.core.extract.chinese.prose import ROUND
from dealwire.core.extract.chinese.scene import HEAD, Scene
from dealwire.model import Kind, Told

MOST_DEALS = 60
"""Deals that are read from one article, before those told twice are joined."""

_OF_PURCHASE = re.compile(
    "(?:收购|交易|转让|股权)[^，。]{0,6}(?:价格|作价|对价|金额|总价|价款)|交易价|收购价|作价|整体估值|交易规模"
)
OWN_ROUND = re.compile("轮|完成|获")
_PERHAPS = re.compile(
    f"融|投|购|股|募|并|卖|售|轮|基金|上市|IPO|招股|递表|敲钟|估值|顾问|合并|入场|增资|领|接手|控制|挂牌|SPAC|买"
    f"|吞|入主|接盘|收归|变更为|公开发行|聆讯|登陆|出资|筹|获|{ROUND}"
)
STAGED = re.compile("[A-Ja-j]|天使|种子")
_THIS_ROUND = re.compile(r"本轮|此轮|此次|该轮|本次|这轮|这笔|融资由|投资方")
_ROUNDUP = re.compile(
    r"8点1氪|氪星晚报|36氪晚报|早报|晚报|日报$|周报|快讯|盘点|汇总|一览|要闻|速递|资讯|导览|｜.*；|；.*；|今日融资"
    r"|融资周|投融资"
)
LEDE = 40
"""Characters within which an article tells its news where the headline speaks of none."""

_OF_DEALS = re.compile(
    "融资|投|收购|并购|买|卖|合并|上市|IPO|招股|交所|纳斯达克|登陆|递表|股权|控股|入股|要约|出售|转让|估值|募|第一股|敲钟|聆讯|挂牌"
    "|竞购|接手|接盘|拿下|吞|私有化|基金|增资|资本|创业|亿"
)
_FRESH = re.compile(r"近日|日前|今日|今天|昨日|昨天|近期|获悉|宣布|最新|刚刚|本轮|官宣|公告|今年已|周[一二三四五六日]")


def drafts(stage: Scene) -> tuple[list[Draft], list[Draft]]:
    """Return the deals of an article as its sentences tell them, and apart those that name no company."""
    told: list[Draft] = []
    nameless: list[Draft] = []
    stage.roundup = _is_roundup(stage)
    stage.topic = stage.buyer = _announcer(stage)
    headline = stage.text.plain[: stage.text.title_end]
    denied = stance.is_denied(headline)
    for start, end in stage.text.sentences():
        if len(told) >= MOST_DEALS:
            break
        if not _PERHAPS.search(stage.text.coded, start, end) or stance.is_denied(stage.text.plain[start:end]):
            continue
        found = [*acquisition.read(stage, start, end), *listing.read(stage, start, end), *fund.read(stage, start, end)]
        if not found or any(STAGED.search(r.value.label) for _, _, r in stage.rounds.within(start, end)):
            for draft in funding.read(stage, start, end):
                if draft.company is None and not told and _stands_alone(stage, draft, start, end):
                    nameless.append(draft)
                elif draft.company is None:
                    _continue(told or found, draft, stage, start, end)
                elif not _listing_of(draft, told, stage.text.plain[start:end]):
                    found.append(draft)
        if (
            not found
            and told
            and told[-1].kind.value is Kind.ACQUISITION
            and _OF_PURCHASE.search(stage.text.plain, start, end)
        ):
            told[-1] = _priced(stage, told[-1], start, end)
        if denied:
            found = [d for d in found if d.kind.value is Kind.IPO or not _is_of(headline, d)]
        told.extend(_placed(stage, told, _as_sure_as_its_name(d), start, end) for d in found)
        if found:
            stage.topic = found[-1].company or stage.topic
            stage.buyer = next(
                (_buyer(d) for d in found if d.kind.value is Kind.ACQUISITION and d.investors), stage.buyer
            )
    return told, nameless


_ANNOUNCED = re.compile(
    "[^：，。；！？“”「」｜]{2,16}(?<![协局部会省市院委署])：(?=拟|收购|筹划|计划|建议|控股|全资|子公司|公司|股东|向|收到|签署|完成|获|终止|发行|正)"
)


def _announcer(stage: Scene) -> Told[str] | None:
    """Return the company that puts out a notice: "X：拟向…发行股票" speaks of X in each clause."""
    notice = _ANNOUNCED.match(stage.text.plain[: stage.text.title_end])
    span = stage.names.before(0, notice.end() - 1) if notice else None
    sure = span is not None and span[0] == 0 and stage.names.sureness(span) >= 0.9
    return stage.names.told(span) if span and sure else None


def _is_of(headline: str, draft: Draft) -> bool:
    """Tell whether a headline names the company of a deal."""
    return draft.company is not None and draft.company.value in headline


_MANY = re.compile("多家|[两二三四五六七八九十几数]家|行业|赛道|市场|企业们|该不该|？")


def _buyer(draft: Draft) -> Told[str]:
    who = draft.investors[0]
    return Told(who.value.name, who.start, who.end, who.quote, who.confidence)


def _stands_alone(stage: Scene, draft: Draft, start: int, end: int) -> bool:
    """Tell whether a mention without a company is a deal all the same: "机器人厂商完成数千万元A轮融资"."""
    one = draft.status is not None and (draft.amount is not None or draft.round is not None)
    return one and not _MANY.search(stage.text.plain, start, end)


def _priced(stage: Scene, draft: Draft, start: int, end: int) -> Draft:
    """Add to a purchase what the sentence after it says that it costs."""
    amount, valuation = acquisition.price(stage, start, end)
    return replace(draft, amount=draft.amount or amount, valuation=draft.valuation or valuation)


def _as_sure_as_its_name(draft: Draft) -> Draft:
    """A deal is no surer than the name of its company: a wrong name is the usual way to be wrong."""
    named = draft.company.confidence if draft.company else 0.0
    return replace(draft, confidence=min(named, draft.kind.confidence))


def _is_roundup(stage: Scene) -> bool:
    return bool(_ROUNDUP.search(stage.text.plain[: stage.text.title_end]))


def _placed(stage: Scene, told: list[Draft], draft: Draft, start: int, end: int) -> Draft:
    """Take a deal told in passing for recalled: deep in an article, or under a headline about something else."""
    if draft.background is not None or draft.company is None or stage.roundup:
        return draft
    text, name = stage.text, draft.company.value
    depth = start - text.title_end
    fresh = _FRESH.search(text.plain, start, end) is not None
    untitled = not _OF_DEALS.search(text.plain[: text.title_end] or "IPO")
    aside = untitled and draft.kind.value in (Kind.IPO, Kind.ACQUISITION)
    if depth < (LEDE if aside else HEAD) or (fresh and not aside):
        return draft
    if any(d.kind.value is draft.kind.value and d.company and same_name(d.company.value, name) for d in told):
        return draft
    kind = draft.kind
    return replace(draft, background=Told(True, kind.start, kind.end, kind.quote, 0.6))


_OFFERED = re.compile("发行价|发行股|新股|招股")


def _listing_of(draft: Draft, drafts: list[Draft], sentence: str) -> bool:
    """Give the money that a listing brings, told like a round of its own, to the listing."""
    if (
        draft.round_label
        or draft.amount is None
        or not ("募" in draft.kind.quote or _OFFERED.search(sentence))
        or OWN_ROUND.search(draft.kind.quote)
        or draft.company is None
    ):
        return False
    for i, other in enumerate(drafts):
        if other.kind.value is Kind.IPO and other.company and same_name(other.company.value, draft.company.value):
            drafts[i] = replace(
                other, amount=other.amount or draft.amount, valuation=other.valuation or draft.valuation
            )
            return True
    return False


def _continue(drafts: list[Draft], more: Draft, stage: Scene, start: int, end: int) -> None:
    """Add to the deal under discussion what a sentence says of it without naming it."""
    this = _THIS_ROUND.search(stage.text.plain, start, end)
    if not drafts:
        return
    wanted = [i for i, d in enumerate(drafts) if d.kind.value is Kind.FUNDING_ROUND and not d.recalled]
    i = wanted[-1] if this and wanted else len(drafts) - 1
    draft = drafts[i]
    listed = draft.kind.value is Kind.IPO
    if draft.kind.value not in (Kind.FUNDING_ROUND, Kind.IPO):
        return
    drafts[i] = replace(
        draft,
        investors=draft.investors if listed else join_investors((*draft.investors, *more.investors)),
        amount=draft.amount or (more.amount if this or listed else None),
        valuation=draft.valuation or (more.valuation if this or listed else None),
    )
