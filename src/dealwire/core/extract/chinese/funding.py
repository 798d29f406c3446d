"""Funding rounds in a sentence: who got how much in which round, from whom.

Each mention of a round ("数千万元A轮融资") is tied to the company before its verb ("X完成…"), after it ("Y领投X…"), or that the
article is about ("本轮融资…").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.chinese import roles, stance, words
from dealwire.core.extract.chinese.names import Span
from dealwire.core.extract.chinese.prose import DATE, MONEY, ROUND
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Basis, Investor, Kind, Money, Role, Round, Told, Valuation

_NOT_FUNDING = r"融资(?!融券|租赁|担保|性担保|券|余额|难|成本|渠道|环境|净|客|买入|规模净|盘|平仓|服务|功能|偿还|顾问|工具|方式|能力|需求|支持|制度|条件|约束|体系|协调|政策|信用|案例|事件|项目|市场|总额|活动|机构|方|者|双方|笔数|数量|窗口|利率|收紧|业务|结构)"
_CORE = re.compile(
    rf"{ROUND}+|(?<!投)(?<!社会)(?<!公开市场)(?<!定向){_NOT_FUNDING}|募资|募集资金(?!净额|将|投|用途|使用|专户|存放|运用|用于)|筹资|获投|战略投资|战投(?=$|，)|注资|增资(?!产)|(?<=[{MONEY}{ROUND}的])投资(?!者|人|方|机构|公司|部|总|额|计|组合)|投资(?=$|，)"
)
_GLUE = re.compile(rf"^(?:{MONEY}|{ROUND}|[的、及和与 等]|以及|新一轮|新一|轮|首轮|系列|两轮|三轮|连续|近|超|约|总额|总计|规模|级|人民币|美元|新|股权|外部|独家|战略|天使|第[一二三四五六]|又一|一笔|大额|巨额|私募|公开|债务|Pre-|达|为|累计|合计|金额){{0,40}}$")
_GET = re.compile(
    r"完成|获得|获投|获(?!悉|批|奖|利|客|取|准|益|评|颁|授|选)|拿到|拿下|斩获|揽获|揽下|收获|筹集|筹得|募得|募集|融得|融到|融了|吸金|敲定|寻求|洽谈|商谈|商讨|启动|开启|推进|进行|开放|引入|引进|迎来|接受|得到|收到|吸引|签署|达成|酝酿|筹备|筹划|计划|拟|考虑|宣布|官宣|公布|披露|正在|即将|接近|谈判|结束|关闭|交割|通过|讨论|权衡|目标|融资|募资|筹资|增资|注资|定增"
)
_GIVE = re.compile(
    r"(?:独家|联合|共同|战略|领衔)?(?:领投|跟投|参投|独投|投资入股|战略投资|战略入股|入股|参股|押注|注资|增资|投资|参与)(?:了|过|于)?(?!本轮|此轮|此次|该轮|本次|其中|者|人|方|机构|公司|的|，|。|额|总|组合|建设|设立|热|圈|界|回报|收益|价值|项目|计划|协议|意向|基金|活动|于|将|在|逻辑|部)"
)
_TO = re.compile(r"(?:向|对)(?P<object>[^，。；向对]{2,30}?)(?:进行)?(?:追加|战略|独家|联合|增加|再)*(?:投资|注资|增资|出资)")
_SAME = re.compile(rf"(?:本轮|此轮|此次|该轮|本次|这轮|这笔|该笔|上述|两轮|新一轮|这次|该次|前述)[^，]{{0,6}}$")
_USE = re.compile(r"^(?:融资|投资|募资)?(?:的)?(?:资金|款项|所得|款|后|完成后|额度|用途|主要用于|将用于|用于|将主要)")
_TOTAL = re.compile(r"累计|总计融|总融资|融资总额|融资总金额|历史融资|共(?:完成|获得|融)|融资总规模")
_VALUED = re.compile(r"(?:估值|作价|身价)[^，。；\ue000]{0,14}$")
_VALUED_AFTER = re.compile(r"^(?:[^，。；\ue000]{0,4}(?:的)?(?:投前|投后|整体)?估值)")
_SUM_BEFORE = re.compile(
    r"(?:融资|募资|筹资|筹集|募集|融得|融到|融了|获得?|完成|拿到|拿下|斩获|揽获|金额|总额|规模|总计|投资|增资|注资|入股|认购|出资|领投|吸金|敲定|引入|资金|款项|共|寻求|筹得|斥资|补充)[^，。；\ue000]{0,9}$"
)
_SUM_AFTER = re.compile(rf"^[^，。；{MONEY}]{{0,12}}?(?:融资|{ROUND}|投资|注资|增资|战投|入股|募资|轮|领投|资金|参与|认购)")
_NOT_SUM = re.compile(r"(?:累计|各(?:自)?出资|营收|收入|利润|订单|市值|亏损|注册资本|每股|估值|其中[^，]{0,12}|出手|交易额|GMV|销售额|门槛|起投|价格|现汇率)[^，。；\ue000]{0,8}$")
_MORE_SUM = re.compile(r"^(?:其|本轮|此次|融资|总|本次|投资|交易|募集|募资|资金|拟)?(?:融资|募资|募集资金|投资|募集)?(?:的)?(?:总)?(?:金额|规模|总额|额|数额)")
_VC = re.compile(r"资本|创投|基金|投资|Capital|Ventures?|Partners|Fund|创业|风投|VC|天使|产投|战投|国投|创新|红杉|高瓴|IDG|经纬|真格|顺为|奇绩|峰瑞")
_LISTED_SALE = re.compile(r"(?:向[^，。；]{0,40}发行[^，。；]{0,30}(?:股票|股份|A股)|定增|向特定对象发行)")
_LISTED_ASSETS = re.compile(r"购买资产|支付现金|吸收合并|收购")


_SEVERAL = re.compile(r"[两二三四五六七八2-8]轮|多轮")


@dataclass(slots=True)
class Mention:
    """One round as one clause mentions it."""

    start: int
    end: int
    company: Told[str] | None
    backers: list[Told[Investor]] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    gave: bool = False


def read(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Yield the rounds that a sentence tells, in order, each with its backers and sums."""
    coded = scene.text.coded
    groups = list(roles.groups(scene.names, start, end)) if re.search(r"投|股东|入|顾问|FA|加|认购|支持|注资|出资", coded[start:end]) else []
    mentions = list(_mentions(scene, start, end))
    same = _SAME.search(coded[start:end]) is not None or re.search(r"本轮|此轮|此次|该轮|本次", coded[start:end]) is not None
    if not mentions:
        if groups or sums(scene, start, end) or valuations(scene, start, end):
            yield from _continued(scene, start, end, groups, same=same)
        return
    for i, mention in enumerate(mentions):
        floor = start if i == 0 else mentions[i - 1].end
        ceiling = mentions[i + 1].start if i + 1 < len(mentions) else end
        own = [g for g in groups if _belongs(g, i, mentions, start)]
        yield from _drafts(scene, mention, own, (floor, ceiling), (start, end))


def _belongs(group: roles.Group, i: int, mentions: list[Mention], start: int) -> bool:
    """Give a group to the mention before it; what stands before the first mention, to that."""
    owner = 0
    for j, mention in enumerate(mentions):
        if group.start >= mention.start or group.end > mention.start:
            owner = j
    return owner == i and group.start >= start


# --- mentions


def _mentions(scene: Scene, start: int, end: int) -> Iterator[Mention]:
    coded = scene.text.coded
    for first, last in scene.text.clauses(start, end):
        cursor = first
        clusters = _clusters(coded, first, last)
        if clusters or MONEY in coded[first:last] or "投资" in coded[first:last] or "股" in coded[first:last]:
            gift = _gift(scene, start, first, last)
            if gift is not None:
                yield gift
                continue
        for head, tail in clusters:
            before = coded[cursor:head]
            if _SAME.search(before) or re.match("(?:两轮|本轮|此轮|该轮|这轮|此次|上述|笔融资|这笔)", coded[head:tail]) or _USE.match(coded[max(head, tail - 2) : last]) or _USE.match(coded[tail:last]):
                cursor = tail
                continue
            if re.search("融资(?:了)?[一二三四五六七八九十0-9]+轮", coded[head : tail + 6]) and not re.search("完成", before):
                cursor = tail
                continue
            if _TOTAL.search(before[-14:]) or _TOTAL.search(coded[head:tail]):
                cursor = tail
                continue
            mention = _gotten(scene, (start, cursor), first, head, tail, last)
            if mention is not None:
                yield mention
            cursor = tail


def _clusters(coded: str, first: int, last: int) -> list[tuple[int, int]]:
    """Join the words of one noun phrase: "10亿元", "B轮及B+轮", "融资"."""
    clusters: list[tuple[int, int]] = []
    for core in _CORE.finditer(coded, first, last):
        if clusters and core.start() - clusters[-1][1] <= 40 and _GLUE.match(coded[clusters[-1][1] : core.start()]):
            clusters[-1] = (clusters[-1][0], core.end())
        else:
            clusters.append(core.span())
    widened = []
    for head, tail in clusters:
        while head > first and coded[head - 1] in MONEY + "新一轮首的级系列第两三笔约近超":
            head -= 1
        widened.append((head, tail))
    return widened


def _gotten(scene: Scene, sentence: tuple[int, int], first: int, head: int, tail: int, last: int) -> Mention | None:
    """Read "X完成…融资", "X获Y…投资", "X融资…": the company stands before the verb."""
    coded = scene.text.coded
    verb = _GET.search(coded, max(first, sentence[1]), head)
    if verb is None and re.match(r"(?:融资|募资|筹资|增资|获投)", coded[_first_word(coded, head, tail) : tail]):
        cut = _first_word(coded, head, tail)
        company = subject(scene, sentence[0], first, cut if coded[head:cut].strip(MONEY + ROUND) else head)
        if company is None or (not _told_well(coded, head, tail, last) and company.confidence < 0.9):
            return None
        return Mention(head, tail, company, labels=_labels(coded, head, tail))
    if verb is None:
        if ROUND in coded[head:tail] and (company := subject(scene, sentence[0], first, head)):
            return Mention(head, tail, company, labels=_labels(coded, head, tail))
        return None
    company = subject(scene, sentence[0], first, verb.start())
    if not _told_well(coded, head, tail, last) and not _FIRM_VERB.match(verb[0]) and (company is None or company.confidence < 0.9):
        return None
    backers: list[Told[Investor]] = []
    if verb[0] in ("获得", "获", "拿到", "拿下", "引入", "引进", "迎来", "接受", "斩获", "得到", "收获", "收到"):
        backers = _given_by(scene, verb.end(), head)
    return Mention(verb.start(), tail, company, backers, _labels(coded, head, tail))


_FIRM_VERB = re.compile("完成|获|拿|斩|揽|融|引|签|寻求|洽谈|启动|开启|推进|正在")


def _told_well(coded: str, head: int, tail: int, last: int) -> bool:
    """Tell whether a mention has a sum or a label, without which 融资 is a common noun."""
    near = coded[head : min(last, tail + 14)]
    return MONEY in near or ROUND in near or "轮" in coded[max(0, head - 6) : tail]


def _first_word(coded: str, head: int, tail: int) -> int:
    """Return where a cluster's first word begins that is no sum and no label."""
    while head < tail and coded[head] in MONEY + ROUND + "新一轮首的级系列第两三笔约近超再":
        head += 1
    return head


def _labels(coded: str, head: int, tail: int) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(f"{ROUND}+", coded[head:tail])] and [(m.start(), m.end()) for m in re.compile(f"{ROUND}+").finditer(coded, head, tail)]


def _given_by(scene: Scene, start: int, head: int) -> list[Told[Investor]]:
    """Read the list in "获A、B数千万元投资": it ends at a sum, a label, or a word of how they invest."""
    coded = scene.text.coded
    stop = re.compile(rf"[{MONEY}{ROUND}{DATE}]|等|领投|跟投|参投|参与|联合|独家|共同|战略投资|新一轮|首轮|本轮|的(?!卢)|近(?=[{MONEY}])|加持|押注|入股|青睐|支持|超(?=[{MONEY}])|两轮")
    end = found.start() if (found := stop.search(coded, start, head)) else head
    return list(roles.listed(scene.names, start, end, Role.PARTICIPANT))


def _gift(scene: Scene, sentence: int, first: int, last: int) -> Mention | None:
    """Read "Y领投X…", "Y向X投资…": the company stands after the verb, the backers before it."""
    coded = scene.text.coded
    verb = _GIVE.search(coded, first, last)
    other = _TO.search(coded, first, last)
    if other and (verb is None or other.start() <= verb.start()):
        span = scene.names.after(*other.span("object"))
        mark, begin = other, other.start()
    elif verb:
        if (get := _GET.search(coded, first, verb.start())) and get[0] not in ("宣布", "官宣", "计划", "拟", "考虑", "正在", "披露", "公布", "即将", "完成"):
            return None
        stop = re.compile(rf"[{MONEY}{ROUND}]|融资|的(?!卢)|股权|股份|关联公司|，|并(?!购)|[（(]|完成|获|轮|成为|后|，|以|事宜|进行|旗下|至|不超|超过|发行")
        finish = found.start() if (found := stop.search(coded, verb.end(), last)) else last
        if finish - verb.end() > 24:
            return None
        span = scene.names.after(verb.end(), finish)
        mark, begin = verb, verb.start()
    else:
        return None
    if span is None or _looks_like_topic(scene, span) or coded[slice(*span)].endswith("基金"):
        return None
    hard = re.search(r"领投|跟投|参投|入股|战略投资|投资入股|独家投资|联合投资|共同投资|参股", mark[0])
    if not hard and MONEY not in coded[first:last] and ROUND not in coded[first:last]:
        return None
    if not hard and ROUND not in coded[first:last] and not re.search(r"增资|注资|投资了|参与", mark[0]) and not re.search(rf"{MONEY}[^，]{{0,6}}$|^[^，]{{0,20}}{MONEY}", coded[first:begin] + coded[mark.end() : last]):
        return None
    backers = _givers(scene, sentence, first, begin, mark[0])
    if not backers:
        return None
    clusters = [c for c in _clusters(coded, first, last) if c[0] >= begin]
    labels = [label for c in clusters for label in _labels(coded, *c)]
    end = clusters[-1][1] if clusters else mark.end()
    return Mention(begin, max(end, mark.end()), scene.names.told(span), backers, labels, gave=True)


def _looks_like_topic(scene: Scene, span: Span) -> bool:
    """Tell whether what stands after 投资 is a field or a thing, and not an organisation."""
    name = scene.text.plain[slice(*span)]
    return bool(re.search(r"建设|项目|领域|赛道|基地|生产线|产线|工厂|市场|行业|产业$|设备|研发|技术$|资产|债券|股票|国债|理财|规模|资金|数据中心|风险|活动|未来|教育$|计划|设施|板块", name)) and not name.endswith(("公司", "科技"))


def _givers(scene: Scene, sentence: int, first: int, verb: int, how: str) -> list[Told[Investor]]:
    coded = scene.text.coded
    role = Role.LEAD if "领投" in how else Role.PARTICIPANT
    end = verb
    if match := re.search(rf"(?:拟|将|计划|已|以|斥资|出资|豪掷|宣布|首次|独家|联合|战略|完成|[{MONEY}{DATE}]|近日|日前|了|对|完成对)+[^，、]{{0,6}}$", coded[first:verb]):
        end = first + match.start()
    backers = list(roles.listed(scene.names, first, end, role))
    if not backers and first > sentence:
        previous = scene.text.clauses(sentence, first - 1)
        if previous and (giver := subject(scene, sentence, previous[-1][0], _verb_or_end(coded, *previous[-1]))):
            backers = [Told(Investor(giver.value, role), giver.start, giver.end, giver.quote, giver.confidence)]
    return backers


def _verb_or_end(coded: str, first: int, last: int) -> int:
    match = re.compile(r"首次|拟|将|计划|宣布|公告|表示|称|投资|已|已经|正式|近日|日前").search(coded, first + 2, last)
    return match.start() if match else last


# --- whose round it is

_REPORTER = re.compile(r"(?:获悉|消息|报道|了解|讯|日电|电|据悉|披露信息|公开资料|数据|显示)$|^据|作者|编辑|记者|来源|文 ｜")


LEAST_SURE = 0.7
"""A string less surely a name than this is none."""


def subject(scene: Scene, sentence: int, first: int, verb: int) -> Told[str] | None:
    """Return the company before a verb, or of the clauses before, or that the article is about."""
    if (span := scene.names.before(first, verb)) and scene.names.sureness(span) >= LEAST_SURE:
        return scene.names.told(span)
    coded = scene.text.coded
    for start, end in reversed(scene.text.clauses(sentence, max(sentence, first - 1))):
        clause = coded[start:end].strip()
        if not clause or _REPORTER.search(clause):
            continue
        cut = _verb_or_end(coded, start, end)
        if end - start <= 40 and (span := scene.names.before(start, cut)) and scene.names.sureness(span) >= LEAST_SURE:
            return scene.names.told(span)
        if end - start > 14:
            break
    return scene.topic


# --- what a mention tells


def _drafts(scene: Scene, mention: Mention, groups: list[roles.Group], reach: tuple[int, int], sentence: tuple[int, int]) -> Iterator[Draft]:
    text = scene.text
    company = mention.company
    backers = [*mention.backers, *(b for g in groups for b in g.backers)]
    if company is not None:
        backers = [b for b in backers if b.value.name != company.value]
    told_rounds = [r for start, end in mention.labels for r in scene.rounds.within(start, end)]
    brought = sums(scene, *reach) or sums(scene, mention.start, reach[1])
    amount = _nearest(brought, mention.start, mention.end)
    worth = valuations(scene, *reach)
    kind = text.told(Kind.FUNDING_ROUND, mention.start, mention.end, 0.9)
    status = stance.funding_status(_around(scene, mention, sentence), text.plain[: text.title_end])
    draft = Draft(
        kind,
        company,
        tuple(backers),
        None if _SEVERAL.search(text.coded, max(sentence[0], mention.start - 6), mention.end) else amount,
        worth[-1] if worth else None,
        status=Told(status, kind.start, kind.end, kind.quote, 0.85),
        background=stance.past(scene, sentence[0], sentence[1], mention.end),
        announced_on=_announced(scene, sentence[0], mention.end),
    )
    distinct = {r.value.label: r for _, _, r in told_rounds}
    if len(distinct) > 1 and len({r.value.label.rstrip("轮輪 ") for r in distinct.values()}) > 1:
        rounds = list(distinct.values())
        for round_ in rounds[:-1]:
            yield _with_round(replace(draft, amount=None, valuation=None, investors=()), round_)
        yield _with_round(replace(draft, amount=None), rounds[-1])
        return
    yield _with_round(draft, told_rounds[0][2]) if told_rounds else _unlabelled(scene, draft, mention, sentence)


def _around(scene: Scene, mention: Mention, sentence: tuple[int, int]) -> str:
    """Return the words that say how far a mention's round has come: its clause to its end, and the one before."""
    clauses = [c for c in scene.text.clauses(*sentence) if c[0] <= mention.start]
    start = clauses[-2][0] if len(clauses) > 1 and mention.start - clauses[-2][0] < 60 else clauses[-1][0] if clauses else sentence[0]
    return scene.text.plain[start : min(mention.end + 12, sentence[1])].split("，资金")[0]


def _with_round(draft: Draft, label: Told[object]) -> Draft:
    stage: Round = label.value.round  # type: ignore[attr-defined]
    words_: str = label.value.label  # type: ignore[attr-defined]
    span = (label.start, label.end, label.quote)
    return replace(draft, round=Told(stage, *span, 0.95), round_label=Told(words_, *span, 0.95))


def _unlabelled(scene: Scene, draft: Draft, mention: Mention, sentence: tuple[int, int]) -> Draft:
    """Choose the round of a mention without a label by who gives the money."""
    whole = scene.text.plain[slice(*sentence)]
    if _LISTED_SALE.search(whole) and not _LISTED_ASSETS.search(whole):
        return replace(draft, round=Told(Round.POST_IPO_EQUITY, draft.kind.start, draft.kind.end, draft.kind.quote, 0.8))
    return draft


def default_round(draft: Draft) -> Round:
    """Return the round of a deal that has no label: a corporation as its only backer makes it a corporate one."""
    backers = [b.value.name for b in draft.investors if b.value.role is not Role.ADVISER]
    if len(backers) == 1 and not _VC.search(backers[0]):
        return Round.CORPORATE_ROUND
    return Round.SERIES_UNKNOWN


def sums(scene: Scene, start: int, end: int) -> list[tuple[int, int, Told[Money]]]:
    """Return the sums in a plain span that are what a round brings."""
    coded = scene.text.coded
    found = []
    for first, last, told in scene.money.within(start, end):
        before, after = coded[max(start, first - 24) : first], coded[last : last + 24]
        if _VALUED.search(before) or _VALUED_AFTER.match(after) or _NOT_SUM.search(before) or _TOTAL.search(before[-12:]):
            continue
        if _SUM_BEFORE.search(before) or _SUM_AFTER.match(after) or _MORE_SUM.match(before.rsplit("，", 1)[-1]):
            found.append((first, last, told))
    return found


def _nearest(sums: list[tuple[int, int, Told[Money]]], start: int, end: int) -> Told[Money] | None:
    if not sums:
        return None
    return min(sums, key=lambda s: max(start - s[1], s[0] - end, 0))[2]


def valuations(scene: Scene, start: int, end: int) -> list[Told[Valuation]]:
    coded = scene.text.coded
    found = []
    for first, last, told in scene.money.within(start, end):
        before, after = coded[max(start, first - 24) : first], coded[last : last + 12]
        if not (_VALUED.search(before) or _VALUED_AFTER.match(after)):
            continue
        near = before[-16:] + "｜" + after
        if re.search(r"上一轮|上轮|此前|较[^，]{0,12}$", before):
            continue
        basis = Basis.PRE if "投前" in near or "融资前" in near else Basis.POST if "投后" in near or "融资后" in near else Basis.UNSPECIFIED
        found.append(Told(Valuation(told.value, basis), told.start, told.end, told.quote, 0.85))
    return found


def _announced(scene: Scene, start: int, end: int) -> object:
    days = scene.dates.within(start, end)
    return days[-1][2] if days else None


def _continued(scene: Scene, start: int, end: int, groups: list[roles.Group], *, same: bool) -> Iterator[Draft]:
    """Yield what a sentence adds to the round told before: its backers, its sum, the value of the company."""
    del same
    if scene.topic is None:
        return
    backers = tuple(b for g in groups for b in g.backers if b.value.name != scene.topic.value)
    brought = sums(scene, start, end)
    worth = valuations(scene, start, end)
    kind = scene.text.told(Kind.FUNDING_ROUND, start, min(end, start + 40), 0.7)
    yield Draft(kind, None, backers, brought[0][2] if brought else None, worth[0] if worth else None)


__all__ = ["default_round", "read", "words"]
