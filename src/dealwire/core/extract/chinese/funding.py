"""Funding rounds in a sentence: who got how much in which round, from whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dealwire.core.extract.assemble import Draft, join_investors
from dealwire.core.extract.chinese import enumerated, members, register, roles, several, stance, worth
from dealwire.core.extract.chinese.mentions import TOTAL, mentions
from dealwire.core.extract.chinese.parties import announcer, own_subject, subject
from dealwire.core.extract.chinese.phrases import Mention
from dealwire.core.extract.chinese.prose import MONEY, ROUND, simplified
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.rounds import RoundLabel
from dealwire.model import Investor, Kind, Role, Round, Status, Told

_VC = re.compile(
    r"资本|创投|基金|投资|Capital|Ventures?|Partners|Fund|创业|风投|VC|天使|产投|战投|国投|创新|红杉|高瓴|IDG|经纬"
    r"|真格|顺为|奇绩|峰瑞"
)
_LISTED_SALE = re.compile(
    r"(?:向[^，。；]{0,40}发行[^，。；]{0,30}(?:股票|股份|[AH]股)|定向发行[^，。；]{0,4}[AH]股|定增|向特定对象发行|配售|增发|供股|认购股份|认购人)"
)
_CONVERTIBLE = re.compile("可转换公司债|可转债|可换股债|可转股债")
_LOAN = re.compile(
    "授信|资产支持|ABS|ABN|企业债|美元债|境外债|票据|融资券|贷款|借款|债务融资|债权融资|公司债|中期票据|债券|发债|信贷|银团"
)
_LISTED_ASSETS = re.compile(r"购买资产|支付现金|吸收合并|收购")
_BY_REPORT = re.compile(r"据(?![^，。]{0,8}(?:官方|公告|官网|了解|资本|官微|公众号))[^，。]{2,16}(?:报道|消息)")
_BY_BACKER = re.compile(r"[^，。；]{0,8}，?据(?P<who>[^，。；据]{2,16}?)(?:官方)?消息，[^。；]*(?P=who)")
"""News from one whom the sentence goes on to name: "据甲资本消息，乙完成A轮融资，由甲资本领投"."""
_FOLLOWED = re.compile("(?:继|在)[^，。；]*之?后")
"""What a round followed: its words say nothing of how far this one has come."""
_PLANS = re.compile("，(?:资金|计划(?!完成|融|募|在|于)|(?:将|拟|主要)用于)")
"""What the company will do with the money, which says nothing of how far the round has come."""
_BY_PARTY = re.compile("宣布|官宣|公告|证实|确认")
_SEVERAL = re.compile(r"(?<!第)[两二三四五六七八2-8]轮|多轮")


_BACKED = re.compile(
    "投|股东|资方|[进到]场|在列|现身|入|顾问|FA|加|认购|支持|注资|出资|参与|领|引|牵头|主导|青睐|押注|力挺|独家|联合"
)
"""One of what every list of backers stands beside: quicker to look for."""


def read(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Yield the rounds that a sentence tells, in order, each with its backers and sums."""
    coded = scene.text.coded
    if _COUNTED.search(coded, start, end):
        return
    groups = list(roles.groups(scene.names, start, end)) if _BACKED.search(coded, start, end) else []
    if registered := register.read(scene, start, end):
        listed = (b for g in groups for b in g.backers if b.start >= registered.kind.end)
        yield replace(registered, investors=join_investors((*registered.investors, *listed)))
        return
    if each := several.read(scene, start, end) or _together(scene, start, end) or members.read(scene, start, end):
        yield from each
        return
    found = mentions(scene, start, end)
    if not any(m.company for m in found) and (sold := _placing(scene, start, end)):
        yield sold
        return
    if not found:
        if groups and (led := _LATEST.match(coded, start, end)):
            company = own_subject(scene, start, led.end("company"))
            if company:
                kind = scene.text.told(Kind.FUNDING_ROUND, led.start(), groups[-1].end, 0.75)
                status = Told(
                    stance.funding_status(scene.text.plain[start:end], ""), kind.start, kind.end, kind.quote, 0.7
                )
                sums = worth.sums(scene, start, end)
                backers = join_investors(b for g in groups for b in g.backers if b.value.name != company.value)
                yield Draft(kind, company, backers, sums[0][2] if sums else None, status=status)
                return
        if priced := _priced(scene, start, end, groups):
            yield priced
            return
        if groups or worth.sums(scene, start, end) or worth.valuations(scene, start, end):
            yield from _continued(scene, start, end, groups)
        return
    shared = any(len(m.labels) > 1 for m in found)
    one: Draft | None = None
    for i, mention in enumerate(found):
        floor = max(start if i == 0 else found[i - 1].end, coded.rfind("其中", start, mention.start))
        if i and mention.company is not None and mention.company != found[i - 1].company:
            floor = max(floor, coded.rfind("，", start, mention.start))  # what stands before is the other firm's
        ceiling = found[i + 1].start if i + 1 < len(found) else end
        own = [g for g in groups if _belongs(g, i, found, start) and not (mention.gave and g.end <= mention.end)]
        for draft in _drafts(scene, mention, own, (mention.start if shared else floor, ceiling), (start, end)):
            if one and one.status and _is_one_of(scene, mention, draft, one):
                draft = replace(draft, status=one.status)
            one = draft
            yield draft


def _is_one_of(scene: Scene, mention: Mention, draft: Draft, one: Draft) -> bool:
    """Tell whether a label opens the clause of a round: it has come as far as the round told before."""
    alike = draft.company is not None and one.company is not None and draft.company.value == one.company.value
    plain = draft.status is not None and draft.status.value is Status.ANNOUNCED
    return alike and plain and not draft.recalled and scene.text.coded.startswith(ROUND, mention.start)


_COUNTED = re.compile(
    r"(?:\d+[起笔](?:融资|投资|投融资|并购)|(?:融资|并购)(?:事件|案例|交易)\d+[起笔])[^。；]*(?:合计|共计|总额|总计)"
)
"""A count of many deals with their sum: "本周共披露8起投资事件，金额合计5亿美元"."""
_LATEST = re.compile(
    "(?P<company>[^，。；的]{2,20}?)(?:最近|最新|此次)?的?(?:这|本|此|该)(?:一)?[轮次](?:融资|投资|(?=由|获))"
)
"""A round that its sentence takes for known: "甲公司最近的这轮融资由乙资本领投"."""
_TOGETHER = re.compile(
    "(?P<names>[^，。；：]{5,80}?)(?P<how>(?:先后|相继|纷纷|接连|双双|同时|分别|均|都|也)+)(?:宣布|已)*"
    "(?:完成|获得?|拿到|斩获)(?:了)?[^，。；]{0,12}?(?:融资|投资|\ue001|投)"
)
_ALIKE = re.compile(r"(?:先后|相继|纷纷|接连|双双|同时|分别|均|都|也)(?:宣布|已|均|都|也)*(?:完成|获|拿到|斩获)")
_COUNTED_ROUNDS = re.compile("[两二三四五六七八九十多数\\d]+轮")


def _together(scene: Scene, start: int, end: int) -> list[Draft]:
    """Read "甲科技、乙智能先后完成新一轮融资": a round of each, of which at most a sum is told that each got."""
    coded = scene.text.coded
    found = _TOGETHER.search(coded, start, end) if _ALIKE.search(coded, start, end) else None
    if found is None or _COUNTED_ROUNDS.search(coded, *found.span()):
        return []
    sums = worth.sums(scene, found.end("names"), end)
    if sums and not (len(sums) == 1 and _EACH.search(found["how"])):
        return []
    names = enumerated.before(scene, found.start("names"), found.end("names"))
    kind = scene.text.told(Kind.FUNDING_ROUND, found.end("names"), found.end(), 0.75)
    status = Told(
        stance.funding_status(coded[found.end("names") : found.end()], ""), kind.start, kind.end, kind.quote, 0.7
    )
    past = stance.past(scene, start, end, found.end("names"))
    return [Draft(kind, n, (), sums[0][2] if sums else None, status=status, background=past) for n in names]


_EACH = re.compile("均|都|各")


_PLACES_SHARES = re.compile(
    r"(?:拟|将|计划|建议|完成|成功|宣布|公布)?[^，。；]{0,12}?(?:(?:配售|配发|供股|先旧后新|增发)(?:代理)?[^，。；]{0,12}?(?:股|协议|新股)|配股(?!价|权)|认购人[^，。；]{0,8}(?:订立|签[署订]|认购)|认购(?:约|合共|最多)?[\d.,万亿]*股(?:认购|新)?股?份?)"
)
_SHARES = re.compile("认购|配股|配售|配发|供股|先旧后新|增发")
_PROCEEDS = re.compile(r"(?:净?筹|净额|所得款项|集资|募集|募资|套现|总额|总筹)[^，。；\ue000]{0,8}$")


def _placing(scene: Scene, start: int, end: int) -> Draft | None:
    """Read "拟配售2500万股，净筹约2亿港元": shares that a listed company sells to chosen buyers."""
    coded = scene.text.coded
    plain = scene.text.plain  # some of these words are labels, too
    found = _PLACES_SHARES.search(plain, start, end) if _SHARES.search(plain, start, end) else None
    if found is None:
        return None
    sums = [s for s in scene.money.within(start, end) if _PROCEEDS.search(coded, max(start, s[0] - 20), s[0])]
    verb = re.compile("拟|将|计划|建议|完成|成功|宣布|公布|公告|折让|按|以|配|供股|先旧|增发").search(
        plain, start + 2, found.end()
    )
    first = max(start, max(coded.rfind(mark, start, found.start() + 1) for mark in "，：") + 1)
    company = announcer(scene, start, found.start()) or (own_subject(scene, first, verb.start()) if verb else None)
    company = company or subject(scene, start, first, first)
    if company is None or not sums:
        return None
    kind = scene.text.told(Kind.FUNDING_ROUND, *found.span(), 0.75)
    status = stance.funding_status(scene.text.plain[start:end], "")
    return Draft(
        kind,
        company,
        (),
        sums[0][2],
        round=Told(Round.POST_IPO_EQUITY, kind.start, kind.end, kind.quote, 0.8),
        status=Told(status, kind.start, kind.end, kind.quote, 0.6),
        background=stance.past(scene, start, end, found.end()),
    )


_PRICED = re.compile(
    rf"(?:新一轮|最新一轮|本轮|最新)[^，。；]{{0,6}}(?:融资|投资)(?:中|后|里)?[^。；]*?(?:估值)[^，。；]{{0,8}}{MONEY}"
)


def _priced(scene: Scene, start: int, end: int, groups: list[roles.Group]) -> Draft | None:
    """Read "在Y的新一轮投资中，X估值达…": a value at which money comes in is a round of its own."""
    coded = scene.text.coded
    if not (found := _PRICED.search(coded, start, end)) or not (priced := worth.valuations(scene, start, end)):
        return None
    at = coded.rfind("估值", start, found.end())
    first = max(coded.rfind(mark, start, at) for mark in "，：") + 1
    company = own_subject(scene, max(first, start), at)
    company = company or _valued(scene, start, end)
    if company is None and found.start() > first:
        company = own_subject(scene, max(first, start), found.start())  # "甲公司本轮融资后估值超过10亿美元"
    if company is None:
        return None
    kind = scene.text.told(Kind.FUNDING_ROUND, found.start(), found.end(), 0.7)
    backers = [b for g in groups for b in g.backers]
    if giver := re.compile(
        r"在(?P<names>[^，。；]{2,30}?)的?(?:最新一轮|新一轮|最新)[^，。；]{0,4}(?:投资|融资)"
    ).search(coded, start, at):
        backers += roles.listed(scene.names, *giver.span("names"), Role.PARTICIPANT)
    status = stance.funding_status(scene.text.plain[start:end], "")
    return Draft(
        kind, company, tuple(backers), None, priced[0], status=Told(status, kind.start, kind.end, kind.quote, 0.6)
    )


def _belongs(group: roles.Group, i: int, found: list[Mention], start: int) -> bool:
    """Give a group to the mention before it; what stands before the first mention, to that."""
    owner = 0
    for j, mention in enumerate(found):
        if group.start >= mention.start or group.end > mention.start:
            owner = j
    return owner == i and group.start >= start


def _drafts(
    scene: Scene, mention: Mention, groups: list[roles.Group], reach: tuple[int, int], sentence: tuple[int, int]
) -> Iterator[Draft]:
    text = scene.text
    company = _valued(scene, mention.end, sentence[1]) or mention.company or _valued(scene, mention.start, sentence[1])
    backers = [*mention.backers, *(b for g in groups for b in g.backers)]
    if company is not None:
        backers = [b for b in backers if b.value.name != company.value and b.start != company.start]
    told_rounds = [r for start, end in mention.labels for r in scene.rounds.within(start, end)[:1]]
    brought = worth.sums(scene, *reach) or worth.sums(scene, mention.start, reach[1])
    amount = worth.nearest(brought, mention.start, mention.end, scene.text.coded)
    priced = worth.valuations(scene, *reach)
    kind = text.told(Kind.FUNDING_ROUND, mention.start, mention.end, 0.9)
    status = stance.funding_status(_around(scene, mention, sentence), text.plain[: text.title_end])
    draft = Draft(
        kind,
        company,
        join_investors(backers),
        None if _is_several(scene, mention, sentence) else amount,
        priced[-1] if priced else None,
        status=Told(status, kind.start, kind.end, kind.quote, 0.93),
        background=stance.past(scene, sentence[0], sentence[1], mention.end)
        or (Told(True, kind.start, kind.end, kind.quote, 0.6) if mention.recalled else None),
        announced_on=worth.announced(scene, sentence[0], mention.end),
    )
    control = (
        _CONTROLS.search(text.plain, mention.end, mention.end + _SOON) if mention.gave and not told_rounds else None
    )
    if control and not _HOLDS_LESS.search(text.plain, mention.end, control.start()):
        yield _as_purchase(draft)
        return
    distinct = {r.value.label: r for _, _, r in told_rounds}
    if len(distinct) > 1 and len({r.value.label.rstrip("轮輪 ") for r in distinct.values()}) > 1:
        rounds = list(distinct.values())
        for round_ in rounds[:-1]:
            yield _with_round(replace(draft, amount=None, valuation=None, investors=()), round_)
        yield _with_round(replace(draft, amount=None), rounds[-1])
        return
    yield _with_round(draft, told_rounds[0][2]) if told_rounds else _unlabelled(scene, draft, sentence)


_CONTROLS = re.compile(
    r"(?:将持有|持有其|合计持有|共持有|持股比例(?:将)?(?:达|为|至)|(?<!仍)持有[^，。；]{2,10}?)[^，。；\d]{0,6}(?<![\d.])(?:5[1-9]|[6-9]\d|100)(?:\.\d+)?%|成为[^，。；]{0,12}(?:控股方|控股股东|控股子公司|母公司)|取得[^，。；]{0,8}(?:控制权|百分之(?:五十[一二三四五六七八九]|[六七八九]十|一百))|实现控股"
)
"""What makes an investment a purchase: "此次入股后，甲公司将持有乙公司60%的股份"."""
_HOLDS_LESS = re.compile(r"持有[^，。；\d]{0,16}(?<![\d.])[1-4]?\d(?:\.\d+)?%")
"""The stake of who invests, where the text goes on with that of an owner."""
_SOON = 100
"""Characters after an investment within which the text says that control passes with it."""


def _as_purchase(draft: Draft) -> Draft:
    buyers = tuple(replace(b, value=replace(b.value, role=Role.ACQUIRER)) for b in draft.investors)
    kind = replace(draft.kind, value=Kind.ACQUISITION)
    return replace(draft, kind=kind, investors=buyers, round=None, round_label=None)


_VALUE_OF = re.compile(
    "(?:此次|本次|本轮|该轮|这轮|[最全]?新一轮)(?:融资|投资)?对(?P<whom>[^，。；]{2,16}?)的(?:投[前后]|整体)*估值"
)


def _valued(scene: Scene, start: int, end: int) -> Told[str] | None:
    """Return whom a round puts a value on, for whom another may raise it: "此次融资对甲的估值达5亿美元"."""
    found = _VALUE_OF.search(scene.text.coded, start, end)
    if found is None:
        return None
    span = scene.names.after(*found.span("whom"), sure=True) or scene.names.in_list(*found.span("whom"))
    return scene.names.told(span) if span else None


def _is_several(scene: Scene, mention: Mention, sentence: tuple[int, int]) -> bool:
    """Tell whether a mention is of several rounds: it says so, or names a series that the text goes on to part."""
    coded = scene.text.coded
    clause = coded.rfind("，", sentence[0], mention.start) + 1
    if _SEVERAL.search(coded, max(sentence[0], clause, mention.start - 6), mention.end):
        return True
    if _MADE_OF.search(coded, sentence[1], sentence[1] + _PARTED):
        return True
    if "系列" not in coded[mention.start : mention.end + 4]:
        return False
    told = {r.value.label for start, end in mention.labels for _, _, r in scene.rounds.within(start, end)}
    return any(r.value.label not in told for _, _, r in scene.rounds.within(sentence[1], sentence[1] + _PARTED))


_MADE_OF = re.compile("由[^，。；]{0,14}[两二三四五六]轮(?:融资)?(?:组成|构成)")
_PARTED = 120
"""Characters within which a text goes on to the single rounds of a series."""


def _around(scene: Scene, mention: Mention, sentence: tuple[int, int]) -> str:
    """Return the words that say how far a mention's round has come: its clause to its end, and the one before."""
    clauses = [c for c in scene.text.clauses(*sentence) if c[0] <= mention.start]
    start = (
        clauses[-2][0]
        if len(clauses) > 1
        and mention.start - clauses[-2][0] < 60
        and not _FOLLOWED.fullmatch(scene.text.plain, *clauses[-2])
        else clauses[-1][0]
        if clauses
        else sentence[0]
    )
    stop = min(mention.end + 12, sentence[1])
    titled = sentence[0] < scene.text.title_end
    if titled and clauses and mention.company:
        own = scene.text.place(mention.company.start, mention.company.end)[0] >= clauses[-1][0]
        start = clauses[-1][0] if own else start
    if titled and (comma := scene.text.plain.find("，", mention.end, stop)) >= 0:
        stop = comma  # the next clause of a headline may be another firm's
    told = scene.text.plain[start:stop]
    told = _PLANS.split(told)[0]
    if _BY_BACKER.match(scene.text.plain, sentence[0], sentence[1]):
        return scene.text.plain[clauses[-1][0] if clauses else start : mention.end]
    source = _BY_REPORT.search(scene.text.plain, sentence[0], start)
    return f"{source[0]}，{told}" if source and not _BY_PARTY.search(told) else told


def _with_round(draft: Draft, label: Told[RoundLabel]) -> Draft:
    span = (label.start, label.end, label.quote)
    of_listed = label.value.round is Round.CONVERTIBLE_NOTE and _CONVERTIBLE.search(simplified(label.quote))
    stage = Round.POST_IPO_DEBT if of_listed else label.value.round
    return replace(draft, round=Told(stage, *span, 0.95), round_label=Told(label.value.label, *span, 0.95))


def _unlabelled(scene: Scene, draft: Draft, sentence: tuple[int, int]) -> Draft:
    """Choose the round of a mention without a label by who gives the money."""
    whole = scene.text.plain[slice(*sentence)]
    near = scene.text.plain[: scene.text.title_end + 400] if "募" in draft.kind.quote else whole
    if _LISTED_SALE.search(near) and not _LISTED_ASSETS.search(near):
        return replace(
            draft, round=Told(Round.POST_IPO_EQUITY, draft.kind.start, draft.kind.end, draft.kind.quote, 0.8)
        )
    if _CONVERTIBLE.search(near):
        return replace(draft, round=Told(Round.POST_IPO_DEBT, draft.kind.start, draft.kind.end, draft.kind.quote, 0.8))
    if _LOAN.search(draft.kind.quote):
        return replace(draft, round=Told(Round.DEBT_FINANCING, draft.kind.start, draft.kind.end, draft.kind.quote, 0.8))
    if "战略" in draft.kind.quote:
        return replace(
            draft, round=Told(Round.CORPORATE_ROUND, draft.kind.start, draft.kind.end, draft.kind.quote, 0.85)
        )
    return draft


def default_round(draft: Draft, content: str) -> Round:
    """Return the round of a deal that has no label: a corporation as its only backer makes it a corporate one."""
    backers = [b.value.name for b in draft.investors if b.value.role is not Role.ADVISER]
    led = any(b.value.role is Role.LEAD for b in draft.investors)
    alone = len(backers) == 1 and not any(_not_alone(b, content) for b in draft.investors)
    if alone and not led and not _VC.search(simplified(backers[0])):
        return Round.CORPORATE_ROUND
    return Round.SERIES_UNKNOWN


_AND_OTHERS = re.compile("等|(?:以?及|和|与|连同)(?:其他|其它|另外|多家|几家|数家|若干|一众|部分)")
_PERSON = re.compile("(?:创始人|实际控制人|实控人|控股股东|董事长|投资人|CEO|总裁|股东)$")


def _not_alone(backer: Told[Investor], content: str) -> bool:
    """Tell whether a single named backer is a person, held shares before, or stands for others ("甲公司等")."""
    return (
        backer.value.role is Role.EXISTING
        or _AND_OTHERS.match(content, backer.end) is not None
        or _PERSON.search(content, max(0, backer.start - 6), backer.start) is not None
    )


def _continued(scene: Scene, start: int, end: int, groups: list[roles.Group]) -> Iterator[Draft]:
    """Yield what a sentence adds to the round told before: its backers, its sum, the value of the company."""
    if scene.topic is None:
        return
    money_word = re.search(r"融资|投资|股东|本轮|领投|跟投|参投|顾问|FA|银团|贷款", scene.text.plain[start:end])
    backers = tuple(b for g in groups for b in g.backers if b.value.name != scene.topic.value) if money_word else ()
    if TOTAL.search(scene.text.coded, start, end):
        backers = ()  # of all rounds together
    brought = worth.sums(scene, start, end)
    priced = worth.valuations(scene, start, end)
    kind = scene.text.told(Kind.FUNDING_ROUND, start, min(end, start + 40), 0.7)
    yield Draft(kind, None, backers, brought[0][2] if brought else None, priced[0] if priced else None)
