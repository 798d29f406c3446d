"""An article, sentence by sentence: each deal told, put in its place among those told before.

A sentence without a company adds to the deal under discussion. What a long article tells in passing, far below its
news, is recalled, unless it says that it's fresh.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import islice

from dealwire.core.extract.assemble import Draft, join_investors, same_name
from dealwire.core.extract.chinese import (
    acquisition,
    fund,
    funding,
    items,
    listing,
    sponsors,
    stance,
    tables,
    terms,
    worth,
)
from dealwire.core.extract.chinese.name_model import likeness
from dealwire.core.extract.chinese.parties import own_subject, verb_or_end
from dealwire.core.extract.chinese.prose import ROUND, simplified
from dealwire.core.extract.chinese.recall import LEDE, THIS_ROUND, beside_talks, is_rival, placed, same_deal
from dealwire.core.extract.chinese.scene import HEAD, Scene
from dealwire.model import Basis, Kind, Money, Role, Status, Told, Valuation

MOST_DEALS = 60  # that are read from one article, before those told twice are joined

_OF_PURCHASE = re.compile(
    "(?:收购|交易|转让|股权|出售)[^，。]{0,6}(?:价格|作价|对价|金额|总价|价款)|代价|交易价|收购价|作价|估值|交易规模|要价|报价|买家|买方|竞购|要约"
)
OWN_ROUND = re.compile("轮|完成|获")
_PERHAPS = re.compile(
    f"融|投|购|股|募|并|卖|售|轮|基金|上市|IPO|招股|递表|敲钟|估值|身价|顾问|合并|入场|增资|领|保荐|承销|合作|接手|控制|挂牌|SPAC|买|私有化|辅导"
    f"|终止|吞|入主|接盘|接手|首挂|冲[刺击]|叩|闯关|转战|注资|新增|收入囊中|控制权|全资子|加入|收归|变更为|公开发行|聆讯|第一股|首日|鸣[锣钟]|登陆|首发|上柜|暗盘|出资|筹|获|债|票据|贷款|授信|要约|剥离|划转|受让|脱手|拿下|易主|花落|落入|增持|表决权|{ROUND}|吃下|换取|竞得|[上过]会|兴柜|FA：|ABS|ABN|资产支持|[转改]道|挹注|注入|[拿收得]到|发行申请|发行注册"
)
STAGED = re.compile("[A-Ja-j]|天使|种子")
_ROUNDUP = re.compile(
    r"8点1氪|氪星晚报|36氪晚报|早报|晚报|日报$|周报|快讯|盘点|汇总|一览|要闻|速递|资讯|导览|｜.*；|；.*；|今日融资"
    r"|融资周|投融资"
)
SURE = 0.9
"""How sure a name is that the article marks, repeats, or that ends as firms' names do."""


def drafts(stage: Scene) -> tuple[list[Draft], list[Draft]]:
    """Return the deals of an article as its sentences tell them, and apart those that name no company."""
    told: list[Draft] = []
    nameless: list[Draft] = []
    plain = stage.text.plain
    stage.roundup = _is_roundup(stage)
    stage.topic = stage.buyer = _announcer(stage)
    headline = plain[: stage.text.title_end]
    denied = [part for part in _PARTS.split(headline) if stance.is_denied(part)]
    aside = item = 0
    rows = list(tables.read(stage))
    told.extend(draft for draft, _ in rows)
    for start, end in stage.text.sentences():
        if len(told) >= MOST_DEALS:
            break
        if _ASIDE.match(plain, start):
            skipped = plain.find("\n", start)
            aside = skipped if skipped >= 0 else end
        if stage.roundup and items.begins_item(plain, start, stage.text.title_end):
            item = len(told)
            stage.topic = stage.buyer = None
        if (headed := items.heading_name(stage, start, end)) is not None:
            item = len(told)
            stage.topic, stage.buyer = headed, None
            continue
        stage.topic = stage.topic or _introduced(stage, start, end)
        if any(first <= start < last for _, (first, last) in rows):
            continue
        if start < aside or not _PERHAPS.search(stage.text.coded, start, end) or stance.is_ruled_out(plain[start:end]):
            continue
        found = [*acquisition.read(stage, start, end), *listing.read(stage, start, end), *fund.read(stage, start, end)]
        if not found or _ROUND_BESIDE.search(plain, start, end) or _labelled(stage, start, end):
            for draft in funding.read(stage, start, end):
                if draft.company is None and not told and _stands_alone(stage, draft, start, end):
                    nameless.append(draft)
                elif draft.company is None and stance.past(stage, start, end, end) is None:
                    _continue(told if len(told) > item else found, draft, stage, start, end)
                elif draft.company and fund.is_any(draft.company.value):
                    continue
                elif draft.company and _is_house(draft):
                    found.append(_as_fund(draft))
                elif draft.company and _is_fund_without(draft):
                    continue
                elif draft.company and not _listing_of(draft, told, plain[start:end]):
                    found.append(draft)
        if not found and len(told) > item and told[-1].kind.value is Kind.ACQUISITION:
            told[-1] = _more_of_purchase(stage, told[-1], start, end)
        if not found and len(told) > item and told[-1].kind.value is Kind.IPO:
            more = sponsors.advisers(stage, start, end)
            told[-1] = replace(told[-1], investors=join_investors((*told[-1].investors, *more)))
        if _RUMOUR.search(plain, start, end):
            found = [d for d in found if not any(same_deal(d, other) for other in told)]
        here = stance.is_denied(plain[start:end])
        if here or denied:
            found = [_doubted(d) if here or _is_denied_of(stage, denied, d) else d for d in found]
            if here and not found and len(told) > item and not told[-1].recalled:
                told[-1] = _doubted(told[-1])
        found = [
            placed(stage, told, _as_sure_as_its_name(d), start, end) for d in found if _is_firm(stage, d, start, end)
        ]
        found = [_as_far(told, d) for d in found]
        told.extend(found)
        if found and not is_rival(stage, found[-1]):
            stage.topic = found[-1].company or stage.topic
            stage.buyer = next(
                (_buyer(d) for d in found if d.kind.value is Kind.ACQUISITION and d.investors), stage.buyer
            )
    hero = stage.names.protagonist() if nameless and not told else None
    if nameless and not told and hero is None and (hero := _foremost(stage)):
        nameless = [d for d in nameless if _is_plain_round(stage, d)]
    if hero is not None:
        told = [_as_sure_as_its_name(replace(draft, company=hero)) for draft in nameless if _apart(stage, draft, hero)]
    return beside_talks(told), nameless


def _is_plain_round(stage: Scene, draft: Draft) -> bool:
    """Tell whether the head of an article tells a round with its sum: little else is given to whom it is most about."""
    plain = _ROUND_WORDS.search(simplified(draft.kind.quote)) is not None
    return plain and draft.amount is not None and draft.kind.start - stage.text.title_end < HEAD


_ROUND_WORDS = re.compile("轮|(?<!债务)融资|获投|筹集|募集(?!资金)")


def _foremost(stage: Scene) -> Told[str] | None:
    """Return whom most sentences of an article are about, where one name surely is it."""
    subjects: list[Told[str]] = []
    for start, end in islice(stage.text.sentences(), _MOST_SENTENCES):
        for first, last in stage.text.clauses(start, end)[:2]:
            own = own_subject(stage, first, verb_or_end(stage.text.coded, first, last))
            if own is not None and own.confidence >= SURE:
                subjects.append(own)
                break
    counts = Counter(s.value for s in subjects)
    most = counts.most_common(2)
    if not most or most[0][1] < 2 or (len(most) > 1 and most[1][1] == most[0][1]):
        return None
    return next(s for s in subjects if s.value == most[0][0])


_MOST_SENTENCES = 40


def _apart(stage: Scene, draft: Draft, hero: Told[str]) -> bool:
    """Tell whether a name stands before a deal, or in a later sentence: within one it may be what the money is for."""
    between = stage.text.content[draft.kind.end : hero.start]
    return hero.start < draft.kind.start or "。" in between or "\n" in between


_RUMOUR = re.compile("网络传言|网传|传言|谣传|坊间|传闻")
"""Hearsay, which takes nothing from a deal that the article tells as fact."""


_INTRODUCED = re.compile("是(?:中国|国内|全球)?一[家个款支]|(?:成立|创立|创办|创建|诞生)(?:于|$|；)")


def _introduced(stage: Scene, start: int, end: int) -> Told[str] | None:
    """Return the company that a sentence introduces: "X是一家…", "X成立于…"."""
    found = _INTRODUCED.search(stage.text.plain, start, min(end, start + LEDE))
    return own_subject(stage, start, found.start()) if found else None


_ANNOUNCED = re.compile(
    "[^：，。；！？“”「」｜]{2,16}(?<![协局部会省市院委署])：(?=拟|收购|筹划|计划|建议|控股|全资|子公司|公司|股东|向|收到|签署|完成|获|终止|发行|配售|配股|供股|定增|先旧|\\d+名认购|正)"
)


def _announcer(stage: Scene) -> Told[str] | None:
    """Return the company that puts out a notice: "X：拟向…发行股票" speaks of X in each clause.

    An article about a listed company names it with its stock code.
    """
    plain, head = stage.text.plain, 0
    end = stage.text.title_end
    if not end:  # a flash without a headline opens as one
        head = len(plain) - len(plain.lstrip("\n "))
        end = head + LEDE
    notice = _ANNOUNCED.match(plain, head, end)
    span = stage.names.before(head, notice.end() - 1) if notice else None
    sure = span is not None and span[0] == head and stage.names.sureness(span) >= (0.9 if head == 0 else LEAST)
    if span and sure:
        return stage.names.told(span)
    for aside in stage.text.asides[:3]:
        near = aside.at - stage.text.title_end <= LEDE
        line = stage.text.plain.rfind("\n", 0, aside.at) + 1
        if near and _STOCK_CODE.fullmatch(aside.text) and (own := own_subject(stage, line, aside.at)):
            return own
    return None


LEAST = 0.7
"""How sure at least a name before a colon is that opens a text."""
_STOCK_CODE = re.compile(r"(?:S[HZ])?\d{6}(?:[.-]S[HZ])?|(?:HK|SEHK：)?\d{3,5}(?:[.-]HK)?", re.IGNORECASE)
"""What stands behind the name of a listed company: "甲股份（600000）公告"."""


_PARTS = re.compile("[；;丨｜]")
"""What parts the headlines that the headline of a round-up joins."""


def _is_denied_of(stage: Scene, denied: list[str], draft: Draft) -> bool:
    """Tell whether what a headline denies is of a deal: all that its article tells, or in a round-up what it names."""
    names = [draft.company.value] if draft.company else []
    names += [b.value.name for b in draft.investors if b.value.role is Role.ACQUIRER]
    return not stage.roundup or any(simplified(name) in part for part in denied for name in names)


def _doubted(draft: Draft) -> Draft:
    """Take what a party denies for a rumour; a purchase that was reported stays one that is talked about."""
    if draft.status is None or draft.recalled:
        return draft
    talked_of = draft.kind.value is Kind.ACQUISITION and draft.status.value is not Status.ABANDONED
    status = Status.IN_TALKS if talked_of else stance.when_denied(draft.status.value)
    return replace(draft, status=replace(draft.status, value=status))


_MANY = re.compile("多家|[两二三四五六七八九十几数]家|行业|赛道|市场|企业们|该不该|？")


def _buyer(draft: Draft) -> Told[str]:
    who = draft.investors[0]
    return Told(who.value.name, who.start, who.end, who.quote, who.confidence)


def _stands_alone(stage: Scene, draft: Draft, start: int, end: int) -> bool:
    """Tell whether a mention without a company is a deal all the same: "机器人厂商完成数千万元A轮融资"."""
    one = draft.status is not None and (draft.amount is not None or draft.round is not None)
    return one and not _MANY.search(stage.text.plain, start, end)


def _more_of_purchase(stage: Scene, draft: Draft, start: int, end: int) -> Draft:
    """Add to a purchase what the sentences after it say: that it is off, what it costs, who bids."""
    if off := terms.ended(stage.text.plain, start, end):
        status = stage.text.told(Status.ABANDONED, *off.span(), 0.88)
        return replace(draft, status=status, background=None)
    if not _OF_PURCHASE.search(stage.text.plain, start, end):
        return draft
    amount, valuation = terms.price(stage, start, end)
    return replace(
        draft,
        amount=draft.amount or amount,
        valuation=draft.valuation or valuation,
        investors=draft.investors or terms.bidders(stage, start, end),
    )


def _as_sure_as_its_name(draft: Draft) -> Draft:
    """A deal is no surer than the name of its company: a wrong name is the usual way to be wrong."""
    named = draft.company.confidence if draft.company else 0.0
    return replace(draft, confidence=min(named, draft.kind.confidence))


def _is_roundup(stage: Scene) -> bool:
    return bool(_ROUNDUP.search(stage.text.plain[: stage.text.title_end]))


def _as_far(told: list[Draft], draft: Draft) -> Draft:
    """Take a round whose label opens its clause to have come as far as the last: "天使轮由甲领投；天使+轮由…"."""
    last = told[-1] if told else None
    if last is None or last.recalled or draft.recalled or not same_deal(last, draft):
        return draft
    plain = draft.status is not None and draft.status.value is Status.ANNOUNCED
    opens = draft.round_label is not None and draft.kind.start == draft.round_label.start
    return replace(draft, status=last.status) if plain and opens else draft


def _is_firm(stage: Scene, draft: Draft, start: int, end: int) -> bool:
    """Tell whether a deal's company is surely enough one: deep in an article what names a firm has named it before.

    Round-ups are no exception: their items begin a line.
    """
    if draft.kind.value is Kind.FUNDING_ROUND and _STATISTICS.search(stage.text.plain, start, end):
        return _is_surely_told(stage, draft, start)
    if draft.amount or draft.round_label:
        return True
    if draft.company is None or draft.company.confidence >= SURE or start - stage.text.title_end < HEAD:
        return True
    if likeness(simplified(draft.company.value)) >= _CLEARER:
        return True
    return stage.text.plain[start - 1] == "\n"


_ROUND_BESIDE = re.compile(
    "(?:完成|获得?|敲定|启动|开启|寻求|洽谈)[^，。；]{0,16}?(?:(?:[新上本最]一?[后新]?一?轮|私募|股权|战略)[^，。；]{0,4}|上市前|IPO前)融资"
)
"""A round without a label that a sentence tells beside something else: "完成最后一轮私募融资，并推进上市"."""


def _labelled(stage: Scene, start: int, end: int) -> bool:
    return any(STAGED.search(r.value.label) for _, _, r in stage.rounds.within(start, end))


_STATISTICS = re.compile(
    "(?<![第这每])[0-9两二三四五六七八九十百千]+余?多? ?[起笔][^，。]{0,6}(?:融资|投资|事件|案例|交易)"
    "|占比|占据|环比|同比(?:分别)?(?:增|上升|下|减|提高)|平均(?:单笔)?(?:融资)?(?:金额|规模)"
    "|行业(?:整体|融资)|(?:融资|投资|募资)市场"
)
"""What is said of a market, whose sums and labels are nobody's in particular."""


def _is_surely_told(stage: Scene, draft: Draft, start: int) -> bool:
    """Tell whether a deal told among figures of a market is some firm's: one that the sentence itself names."""
    if draft.company is None or not (draft.amount or draft.round_label or _AMONG.search(_between(stage, draft, start))):
        return False
    own = stage.text.place(draft.company.start, draft.company.end)[0] >= start
    clear = _CLEAR if draft.company.confidence >= SURE else _CLEARER
    if draft.amount and _AMONG.search(_between(stage, draft, start)):
        clear = _FAIRLY
    return own and likeness(simplified(draft.company.value)) >= clear


def _between(stage: Scene, draft: Draft, start: int) -> str:
    """Return what a sentence says before the words that tell a deal."""
    return stage.text.plain[start : stage.text.place(draft.kind.start, draft.kind.end)[0]]


_AMONG = re.compile("其中|例如|比如|包括")
"""What leads from the figures of a market to single firms."""
_FAIRLY, _CLEAR, _CLEARER = 0.6, 0.8, 0.9
"""How likely the characters of a string must make a name where figures of a market are told."""


_ASIDE = re.compile(" *(?:相关阅读|延伸阅读|推荐阅读|相关推荐|往期(?:回顾|推荐))")
"""Where an article lists others: their headlines are no news of this one."""
_OFFERED = re.compile("发行价|发行股|新股|招股|公开发售|发售股|定价")


_RAISES = re.compile("^[^融轮投股]*[募筹][^融轮投股]*$")
_HOUSE = re.compile("(?:资本|创投|产投|基金|Capital|Ventures|Partners)$")


def _is_house(draft: Draft) -> bool:
    """Tell whether what is raised is a fund: by a house that invests, in no round."""
    raised = draft.amount is not None and draft.round_label is None and _RAISES.search(draft.kind.quote) is not None
    return raised and draft.company is not None and _HOUSE.search(simplified(draft.company.value)) is not None


def _is_fund_without(draft: Draft) -> bool:
    """Tell whether a fund gets money of which no sum is told and no label: that is no round."""
    name = simplified(draft.company.value) if draft.company else ""
    return name.endswith("基金") and draft.amount is None and draft.round_label is None


def _as_fund(draft: Draft) -> Draft:
    return replace(draft, kind=replace(draft.kind, value=Kind.FUND_CLOSE), round=None, valuation=None)


_OFFERING_RAISES = re.compile("募|集资|^[此本]次")
"""What is said of the money that a listing brings, as of a round."""


def _listing_of(draft: Draft, drafts: list[Draft], sentence: str) -> bool:
    """Give the money that a listing brings, told like a round of its own, to the listing."""
    if (
        draft.round_label
        or draft.amount is None
        or not (_OFFERING_RAISES.search(simplified(draft.kind.quote)) or _OFFERED.search(sentence))
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


def _firmer(old: Told[Money] | None, new: Told[Money] | None) -> Told[Money] | None:
    """Choose a sum in figures over one in words ("数百亿美元")."""
    if old is None or new is None:
        return old or new
    return new if _FIGURE.search(new.quote) and not _FIGURE.search(old.quote) else old


def _based(old: Told[Valuation] | None, new: Told[Valuation] | None) -> Told[Valuation] | None:
    """Choose a value that is told as before or after the money over one that isn't."""
    if old is None or new is None:
        return old or new
    return new if old.value.basis is Basis.UNSPECIFIED and new.value.basis is not Basis.UNSPECIFIED else old


def _is_part(part: Draft, whole: Draft) -> bool:
    """Tell whether a draft gives what one backer puts into a round: "甲公司出资28亿元投资乙公司"."""
    return same_deal(part, whole) and not part.recalled and bool(_GIVES.search(part.kind.quote))


_GIVES = re.compile("投资|出资|入股|注资")
_OFFERING = re.compile("发售|募集资金|招股|挂牌|首次公开")
"""What "此次" is said of a listing with: "此次发售预计募集资金10亿港元"."""
_WHOLE = re.compile("(?:此次|本次|本轮|该轮)(?:融资|投资)?(?:的)?(?:累计|总)?(?:总?金额|总额|总?规模)")
"""What a round brings in all, against a single backer's part."""
_FIGURE = re.compile(r"\d")


_BRINGS = re.compile("募|集资|筹|发行|发售|招股|IPO|规模|融资")
"""What a sentence says that tells how much an offering is to bring."""


def _continue(drafts: list[Draft], more: Draft, stage: Scene, start: int, end: int) -> None:
    """Add to the deal under discussion what a sentence says of it without naming it."""
    this = THIS_ROUND.search(stage.text.plain, start, end)
    if not drafts:
        return
    wanted = [i for i, d in enumerate(drafts) if d.kind.value is Kind.FUNDING_ROUND and not d.recalled]
    offering = drafts[-1].kind.value is Kind.IPO and _OFFERING.search(stage.text.plain, start, end)
    firms = [simplified(d.company.value) if d.company and d.kind.value is Kind.IPO else "\n" for d in drafts]
    named = [i for i, firm in enumerate(firms) if firm in stage.text.plain[start:end]]
    i = wanted[-1] if this and wanted and not offering else named[0] if len(named) == 1 else len(drafts) - 1
    draft = drafts[i]
    listed = draft.kind.value is Kind.IPO
    valued = draft.valuation is None and worth.GIVES_VALUE.search(stage.text.coded, start, end) is not None
    if draft.kind.value not in (Kind.FUNDING_ROUND, Kind.IPO):
        return
    if listed and more.round_label:
        return  # a round is nobody's listing
    if listed and not _BRINGS.search(stage.text.plain, start, end):
        more = replace(more, amount=None)
    if _WHOLE.search(stage.text.plain, start, end) and more.amount:
        drafts[:] = [replace(d, amount=more.amount) if _is_part(d, draft) else d for d in drafts]
        draft = drafts[i]
    drafts[i] = replace(
        draft,
        investors=draft.investors if listed else join_investors((*draft.investors, *more.investors)),
        amount=more.amount or draft.amount
        if _WHOLE.search(stage.text.plain, start, end)
        else _firmer(draft.amount, more.amount)
        if this or listed
        else draft.amount,
        valuation=_based(draft.valuation, more.valuation) if this or listed or valued else draft.valuation,
    )
