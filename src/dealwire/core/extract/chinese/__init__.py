"""The reader of Chinese articles: deals with their backers, by rules, each value with the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from dealwire.core.extract import facts, pairs
from dealwire.core.extract.assemble import Draft, join, join_investors, one_deal, report, same_name
from dealwire.core.extract.chinese import acquisition, fund, funding, listing
from dealwire.core.extract.chinese.prose import ROUND
from dealwire.core.extract.chinese.scene import Scene, scene
from dealwire.model import Kind, NamePair, Reading, Status, Told

__all__ = ["read"]

MOST_DEALS = 60
"""Deals that are read from one article, before those told twice are joined."""

_OWN_ROUND = re.compile("轮|完成|获")
_PERHAPS = re.compile(
    f"融|投|购|股|募|并|卖|售|轮|基金|上市|IPO|招股|递表|敲钟|估值|顾问|合并|入场|增资|领|接手|控制|挂牌|SPAC|买|吞|入主|接盘|收归|变更为|公开发行|聆讯|登陆|出资|筹|获|{ROUND}"
)
_STAGED = re.compile("[A-Ja-j]|天使|种子")
_THIS_ROUND = re.compile(r"本轮|此轮|此次|该轮|本次|这轮|这笔|融资由|投资方")


def read(content: str, title_end: int, published: date | None) -> Reading:
    """Read the deals, facts and name pairs of a Chinese article. `content` is title, line feed, text; `title_end` ends the title."""
    stage = scene(content, title_end, published)
    drafts = list(_drafts(stage))
    found = pairs.find_pairs(content)
    named = _without_echoes(
        _merged(stage.text.plain, _one_name(found, stage), (d for d in drafts if d.company is not None))
    )
    deals = tuple(report(d, funding.default_round) for d in named)
    names = [d.company for d in named if d.company is not None]
    return Reading(deals, (), facts.find_facts(content, published, names=names), found)


def _drafts(stage: Scene) -> Iterator[Draft]:
    drafts: list[Draft] = []
    stage.roundup = _is_roundup(stage)
    for start, end in stage.text.sentences():
        if len(drafts) >= MOST_DEALS:
            break
        if not _PERHAPS.search(stage.text.coded, start, end):
            continue
        found = [*acquisition.read(stage, start, end), *listing.read(stage, start, end), *fund.read(stage, start, end)]
        if not found or any(_STAGED.search(r.value.label) for _, _, r in stage.rounds.within(start, end)):
            for draft in funding.read(stage, start, end):
                if draft.company is not None and not _listing_of(draft, drafts):
                    found.append(draft)
                elif drafts or found:
                    _continue(drafts or found, draft, stage, start, end)
        drafts.extend(_placed(stage, drafts, d, start, end) for d in found)
        if found:
            stage.topic = found[-1].company or stage.topic
    return iter(drafts)


_ROUNDUP = re.compile(
    r"8点1氪|氪星晚报|36氪晚报|早报|晚报|日报$|周报|快讯|盘点|汇总|一览|要闻|速递|资讯|导览|｜.*；|；.*；|今日融资|融资周|投融资"
)
_FRESH = re.compile(r"近日|日前|今日|今天|昨日|昨天|近期|获悉|宣布|最新|刚刚|本轮|官宣|公告|今年已|周[一二三四五六日]")
_HEAD = 260
"""Characters after the title within which an article tells its news; what stands deeper and says nothing of when is recalled."""


def _is_roundup(stage: Scene) -> bool:
    return bool(_ROUNDUP.search(stage.text.plain[: stage.text.title_end]))


def _placed(stage: Scene, drafts: list[Draft], draft: Draft, start: int, end: int) -> Draft:
    """Take a deal told deep in an article about something else for one that it recalls."""
    text = stage.text
    if draft.background is not None or stage.roundup or start - text.title_end < _HEAD:
        return draft
    if draft.company is None or _FRESH.search(text.plain, start, end):
        return draft
    if any(
        d.kind.value is draft.kind.value and d.company and same_name(d.company.value, draft.company.value)
        for d in drafts
    ):
        return draft
    kind = draft.kind
    return replace(draft, background=Told(True, kind.start, kind.end, kind.quote, 0.6))


def _listing_of(draft: Draft, drafts: list[Draft]) -> bool:
    """Give the money that a listing brings, told like a round of its own, to the listing."""
    if draft.round_label or _OWN_ROUND.search(draft.kind.quote) or draft.company is None:
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


def _merged(text: str, one: Mapping[str, str], drafts: Iterable[Draft]) -> list[Draft]:
    """Join drafts of one deal. B+ and B++ are two deals, though of one series."""
    merged: list[Draft] = []
    for draft in drafts:
        for i, other in enumerate(merged):
            if one_deal(_named(other, one), _named(draft, one)) and _one_label(other, draft):
                merged[i] = replace(
                    join(other, draft), company=_usual(text, other, draft), status=_status(other, draft)
                )
                break
        else:
            merged.append(draft)
    return merged


def _status(a: Draft, b: Draft) -> Told[Status] | None:
    """Choose how far a deal has come.

    A purchase is as its first mention tells it, even where the text goes on to speak of offers. A listing that is told as done is
    done, though the text also tells of its filing; what only names it says least.
    """
    joined = join(a, b).status
    if a.kind.value is Kind.ACQUISITION and a.status and b.status and b.status.value is Status.IN_TALKS:
        return a.status
    if a.kind.value is not Kind.IPO or a.status is None or b.status is None:
        return joined
    return max((a.status, b.status), key=lambda s: (s.confidence, s.value is Status.ANNOUNCED))


def _usual(text: str, a: Draft, b: Draft) -> Told[str] | None:
    """Of two forms of a company's name, choose the longer where the article uses it much."""
    if a.company is None or b.company is None:
        return a.company or b.company
    short, long = sorted((a.company, b.company), key=lambda c: len(c.value))
    return (
        long
        if text.count(long.value) >= 0.34 * text.count(short.value) and not long.value.endswith("有限公司")
        else short
    )


def _one_name(pairs_: Iterable[NamePair], stage: Scene) -> dict[str, str]:
    """Map each other name that the text gives an organisation to the one it is paired with."""
    one = {p.other.value: p.name.value for p in pairs_}
    for aside in stage.text.asides:
        if _OTHER_NAME.fullmatch(aside.text) and (span := stage.names.before(max(0, aside.at - 12), aside.at)):
            one.setdefault(aside.text, stage.text.plain[slice(*span)])
    return one


_OTHER_NAME = re.compile(r"[A-Z][A-Za-z0-9 .&+-]{2,24}|[\u4e00-\u9fff]{2,6}")


def _named(draft: Draft, one: Mapping[str, str]) -> Draft:
    """Give a draft's company and backers the name that the text pairs theirs with."""
    if draft.company is None:
        return draft
    company = replace(draft.company, value=_plain_name(one.get(draft.company.value, draft.company.value)))
    return replace(draft, company=company)


def _plain_name(name: str) -> str:
    """Leave the Latin half of a name that joins a Chinese and a Latin one (月之暗面 Kimi, Kimi)."""
    both = re.fullmatch(r"[\u4e00-\u9fff]{2,8} ?([A-Z][A-Za-z0-9.]{2,})", name)
    return both[1] if both else name


def _one_label(a: Draft, b: Draft) -> bool:
    if (
        not a.round_label
        or not b.round_label
        or not (_STAGED.search(a.round_label.value) and _STAGED.search(b.round_label.value))
    ):
        return True
    return _bare(a.round_label.value) == _bare(b.round_label.value)


def _bare(label: str) -> str:
    return re.sub(r"[轮輪融资投股权外部\s-]|首次", "", label).casefold().replace("plus", "+").replace("首", "")


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Leave out the money that a listing or a purchase brings, where a sentence tells it like a round of its own."""
    others = [d for d in drafts if d.kind.value is not Kind.FUNDING_ROUND and d.company]
    return [
        d
        for d in drafts
        if d.kind.value is not Kind.FUNDING_ROUND
        or d.round_label
        or _OWN_ROUND.search(d.kind.quote)
        or not any(
            o.company and d.company and o.kind.value is Kind.IPO and same_name(o.company.value, d.company.value)
            for o in others
        )
    ]
