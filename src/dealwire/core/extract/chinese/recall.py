"""Whether a deal is history by where an article tells it: in passing, beside its news, or behind a later round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dealwire.core.extract.assemble import Draft, money_meets, same_name
from dealwire.core.extract.chinese.parties import own_subject, verb_or_end
from dealwire.core.extract.chinese.scene import HEAD, Scene
from dealwire.model import Kind, Precision, Round, Status, Told

LEDE = 40
"""Characters within which an article tells its news where the headline speaks of none."""

_OF_DEALS = re.compile(
    "融资|投|收购|并购|买|卖|合并|上市|IPO|招股|交所|纳斯达克|登陆|递表|股权|控股|入股|要约|出售|转让|估值|募|第一股|敲钟|聆讯|挂牌"
    "|[过上]会|竞购|接手|接盘|拿下|吞|私有化|基金|增资|资本|创业|亿"
)
_FRESH = re.compile(
    "近日|日前|今日|今天|昨日|昨天|近期|获悉|报道|报导|宣布|最新|刚刚|本轮|官宣|公告|今年已|周[一二三四五六日]"
)
THIS_ROUND = re.compile(r"本轮|所得款项|融资(?:完成|结束|交割)?之?后|此轮|此次|该轮|本次|这轮|这笔|融资由|投资方")
"""What a sentence says of the round at hand."""


def placed(stage: Scene, told: list[Draft], draft: Draft, start: int, end: int) -> Draft:
    """Take a deal told in passing for recalled: deep in an article, or under a headline about something else."""
    if draft.background is not None or draft.company is None or stage.roundup:
        return draft
    if _SURVEY.search(stage.text.plain, 0, stage.text.title_end + HEAD):
        return draft
    text, name = stage.text, draft.company.value
    depth = start - text.title_end
    fresh = _FRESH.search(text.plain, start, end) is not None
    if _is_earlier(told, draft) and not _JUST_NOW.search(text.plain, start, end):
        return _recalled(draft)
    if (
        is_rival(stage, draft)
        or _is_circumstance(stage, draft, start, end)
        or _is_others(stage, told, draft, start, end)
    ):
        return _recalled(draft)
    if _is_instance(stage, start) or (not fresh and _goes_on(stage, told, draft, start)):
        return _recalled(draft)
    untitled = not _OF_DEALS.search(text.plain[: text.title_end] or "IPO")
    aside = untitled and draft.kind.value in (Kind.IPO, Kind.ACQUISITION)
    if depth < (LEDE if aside and not fresh else HEAD) or (fresh and not aside):
        return draft
    if any(d.kind.value is draft.kind.value and d.company and same_name(d.company.value, name) for d in told):
        return draft
    return _recalled(draft)


_RIVAL = re.compile("(?:竞争对手|同行|对手|友商|竞品|竞争者)(?:公司|企业)?[“「]?")


def is_rival(stage: Scene, draft: Draft) -> bool:
    """Tell whether a round is of a firm that a text calls a rival of the one it is about: "同行甲科技也完成…"."""
    if draft.company is None or draft.kind.value is Kind.ACQUISITION or draft.company.start < stage.text.title_end:
        return False
    named = stage.text.content[max(0, draft.company.start - 8) : draft.company.end]
    return any(found.end() >= len(named) - len(draft.company.quote) for found in _RIVAL.finditer(named))


def beside_talks(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts of which a round told after talks of a further one of its company is history: no news any more."""
    talks = [d for d in drafts if d.status is not None and d.status.value in _AHEAD and not d.recalled]
    return [_recalled(d) if any(_is_before(d, other) for other in talks) else d for d in drafts]


_AHEAD = (Status.IN_TALKS, Status.RUMOURED)


def _is_before(draft: Draft, talks: Draft) -> bool:
    done = draft.status is not None and draft.status.value is not Status.IN_TALKS and not draft.recalled
    if not done or draft.kind.value is not Kind.FUNDING_ROUND or draft.amount is None or talks.amount is None:
        return False
    later = talks.kind.start < draft.kind.start and same_deal(draft, talks)
    return (
        later
        and draft.round_label is not None
        and talks.round_label is None
        and not money_meets(draft.amount.value, talks.amount.value)
    )


_JUST_NOW = re.compile("近日|日前|今日|今天|昨日|昨天|近期|刚刚|周[一二三四五六日]")
_CIRCUMSTANCE = re.compile(
    "在(?=[^。；]{4,80}(?:之际|之时|的?背景下|的同时)，)[^。；]*?(?P<end>之际|之时|背景下|的同时)，"
)


_WAY = re.compile("从[^。；]{2,40}?，到[^。；]{4,60}，(?=[^，。；]{2,20}，)")
"""What a firm has come through, told before it: "从甲，到拟转让乙股权，进入新一年的丙，依旧…"."""


def _is_circumstance(stage: Scene, draft: Draft, start: int, end: int) -> bool:
    """Tell whether a deal only says when somebody else's came: "在甲推迟上市之际，乙递交了招股书"."""
    if way := _WAY.match(stage.text.plain, start, end):
        return stage.text.place(draft.kind.start, draft.kind.end)[1] <= way.end()
    for found in _CIRCUMSTANCE.finditer(stage.text.plain, start, end):
        first, last = stage.text.place(draft.kind.start, draft.kind.end)
        if found.start() <= first and last <= found.end() and draft.company:
            return own_subject(stage, found.end(), verb_or_end(stage.text.coded, found.end(), end)) is not None
    return False


_LAST_MONTH = re.compile("(?:在|于|此前的|就在)?上个?月(?!底|末|初)?")
_WEEKS = 14
"""Days from which a deal of another company than the headline's is no news beside it."""


def _is_others(stage: Scene, told: list[Draft], draft: Draft, start: int, end: int) -> bool:
    """Tell whether a deal is an earlier one of another company than that of which the headline tells."""
    news = told[0] if told else None
    if news is None or same_deal(news, draft) or news.recalled:
        return False
    if _LAST_MONTH.search(stage.text.plain, start, end):
        return True
    if news.kind.end > stage.text.title_end or stage.published is None:
        return False
    days = [day.value for _, _, day in stage.dates.within(start, end) if day.value.precision is Precision.DAY]
    return bool(days) and all((stage.published - day.value).days > _WEEKS for day in days)


_INSTANCE = re.compile(" *(?:例如|比如|譬如|再如|又如|作为对比|相比之下|作为参照)")
"""What opens a sentence that tells of a deal to make a point."""


def _is_instance(stage: Scene, start: int) -> bool:
    """Tell whether a sentence gives a case of what an article is about, where its headline is of no deal."""
    text = stage.text
    return _INSTANCE.match(text.plain, start) is not None and not _OF_DEALS.search(text.plain[: text.title_end])


def _goes_on(stage: Scene, told: list[Draft], draft: Draft, start: int) -> bool:
    """Tell whether a sentence goes on about a deal that the one before it, in its paragraph, recalls."""
    last = told[-1] if told else None
    if last is None or last.background is None or last.background.confidence <= _BY_PLACE or not same_deal(last, draft):
        return False
    if THIS_ROUND.search(stage.text.plain, start, stage.text.place(draft.kind.start, draft.kind.end)[1]):
        return False
    before = stage.text.place(last.kind.start, last.kind.end)[0]
    between = stage.text.plain[before:start]
    none_since = not stage.dates.within(start, stage.text.place(draft.kind.start, draft.kind.end)[1])
    if "。" not in between and "；" in between:
        return none_since  # "2017年，甲曾连续发布两轮融资。其中，D1轮由…；D2轮由…"
    return "\n" not in between and between.count("。") == 1 and none_since and not draft.round_label


_SURVEY = re.compile(
    r"\d+余?多?[家起笔例][^，。；]{0,14}(?:融资|获投|投资事件|IPO|上市申请|收购|并购)|(?:融资|投资|并购)(?:事件|案例)[^，。；]{0,6}\d+[起笔例]"
    r"|(?:第?[一二三四1-4]季度|[上下]半年|全年|\d月份?|一周)[^，。；]{0,20}(?:融资|投融资|IPO|并购)[^，。；]{0,6}(?:盘点|汇总|报告|一览|统计|回顾|观察)"
)
"""What opens an article about the deals of a field or a time, which are its news wherever they stand."""


def _recalled(draft: Draft) -> Draft:
    kind = draft.kind
    return replace(draft, background=Told(True, kind.start, kind.end, kind.quote, _BY_PLACE))


_BY_PLACE = 0.6
"""How sure it is that a deal is history by where it stands, without a word that says so."""


def same_deal(a: Draft, b: Draft) -> bool:
    """Tell whether two deals are of one sort and one company."""
    return (
        a.kind.value is b.kind.value
        and a.company is not None
        and b.company is not None
        and same_name(a.company.value, b.company.value)
    )


_STAGES = (Round.PRE_SEED, Round.ANGEL, Round.SEED, *(Round(f"series_{letter}") for letter in "abcdefghij"))
_WITHIN = re.compile(r"(?P<pre>[Pp]re)?[-\s]*[A-Ja-j天使种子種]+[-\s]*(?P<number>[1-9])?(?P<plus>[+＋]*|plus|Plus)")
"""What tells rounds of one stage apart: Pre-A, A, A1, A2, A+, A++."""


def _rank(draft: Draft) -> tuple[int, int, int, int] | None:
    """Return where a labelled round stands in the order in which a company goes through them."""
    if draft.round is None or draft.round.value not in _STAGES:
        return None
    within = _WITHIN.search(draft.round_label.value) if draft.round_label else None
    if within is None:
        return _STAGES.index(draft.round.value), 0, 0, 0
    plus = 1 if within["plus"].casefold() == "plus" else len(within["plus"])
    return _STAGES.index(draft.round.value), -1 if within["pre"] else 0, plus, int(within["number"] or 0)


def _is_earlier(told: list[Draft], draft: Draft) -> bool:
    """Tell whether a round comes before one of which the article has told the news: "完成B轮融资 … 参与了A轮"."""
    rank, least = _rank(draft), _STAGES.index(Round.SEED)
    if rank is None:
        return False
    later = (_rank(other) for other in told if not other.recalled and same_deal(draft, other))
    return any(
        other is not None and other > rank and other[0] > (least if other[0] > rank[0] else -1) for other in later
    )
