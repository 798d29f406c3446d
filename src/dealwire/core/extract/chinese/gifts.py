"""Rounds told from the side of who gives: "Y领投X…", "Y向X投资…"."""

from __future__ import annotations

import re
from itertools import islice

from dealwire.core.extract.chinese import roles, words
from dealwire.core.extract.chinese.lists import segments
from dealwire.core.extract.chinese.name_model import odds
from dealwire.core.extract.chinese.names import Span
from dealwire.core.extract.chinese.parties import LEAST_SURE, OPENING, SURELY, announcer, subject, verb_or_end
from dealwire.core.extract.chinese.phrases import GET, Mention, labels_in, noun_phrases
from dealwire.core.extract.chinese.prose import DATE, MONEY, ROUND
from dealwire.core.extract.chinese.referred import to_them
from dealwire.core.extract.chinese.scene import HEAD, Scene
from dealwire.core.extract.chinese.shape import is_house
from dealwire.model import Investor, Role, Told

_GIVE = re.compile(
    r"(?:独家|联合|共同|战略|领衔)?(?:领投|跟投|参投|独投|投资入股|认购(?=[^，。；]{2,24}?(?:\d+(?:\.\d+)?%的?(?:股|权益)|新股|新发行的?(?:普通|优先)?股|新增(?:股份|注册资本|资本)|增发|\ue001|可转债|可换股|优先股))|战略投资|战略入股|(?<!进)入股(?!东)|参股|押注"
    r"|注资|增资(?!扩股)|投出|加码|加注|投了|投资(?!领投|跟投|参投|独家|联合|战略|宣布|[向对以、]|斥资|出资|完成|计划|拟|将|参与|入股|押注|加码|已|正)|参与)(?:了|过)?(?!于|[和与及、]|本轮|此轮|此次|该轮|本次|其中|者|人|方|机构|银行|公司|集团|管理|有限|控股|的"
    r"|，|。|额|总|组合|建设|设立|热|圈|界|回报|收益|价值|项目|计划|协议|意向|基金|活动|于|将|在|逻辑|部)"
)
TO = re.compile(
    rf"(?:{words.TO}|对|将为|给)(?!外|予)(?P<object>[^，。；向对]{{2,30}}?)(?:进行)?(?:追加|战略|独家|联合|增加|再)*(?:投资(?!者|人|方|机构)|注资|增资"
    r"|出资|\ue001+|[注投砸]入(?=[^，。；]{0,6}[\ue000])|提供(?=[^，。；]{0,4}[\ue000]+的?[^，。；]{0,6}(?:贷款|授信))|投(?:了|出)(?=[约近超数]?[\ue000]))"
)
_STAKE_ONLY = re.compile("入股|参股|押注")


_HOLDS = re.compile("，[^，。；]{0,6}(?:持股|占股|持有)[^，。；]{0,12}%|，成为[^，。；]{0,12}股东")
"""What follows an investment that names no sum: "甲集团宣布投资乙公司，持股比例超28%"."""


def given(scene: Scene, sentence: int, first: int, last: int) -> Mention | None:
    """Read "Y领投X…", "Y向X投资…": the company stands after the verb, the backers before it.

    A verb may be the end of a backer's name ("甲投资日前战略投资乙"): the first that leads to a company is it.
    """
    coded = scene.text.coded
    if (them := to_them(scene, sentence, first, last)) is not None:
        return them
    verbs = [v for v in islice(_GIVE.finditer(coded, first, last), _MOST_VERBS) if not coded.startswith(MONEY, v.end())]
    other = TO.search(coded, first, last)
    other = None if other and "带来" in other["object"] else other
    if "其中" in coded[first : first + 4] and "用于" in coded[sentence:first]:
        return None  # what a company does with the money it raises
    if other and (not verbs or other.start() <= verbs[0].start()):
        return _gift(scene, sentence, (first, last), other, to=True)
    gifts = (_gift(scene, sentence, (first, last), verb, to=False) for verb in verbs)
    return next((gift for gift in gifts if gift is not None), None)


_MOST_VERBS = 3


def _gift(scene: Scene, sentence: int, clause: tuple[int, int], mark: re.Match[str], *, to: bool) -> Mention | None:
    """Read a gift whose verb, or whose "向X投资", stands at a mark."""
    coded = scene.text.coded
    first, last = clause
    if not _tells(coded, first, last, mark):
        return None
    if to:
        first_sum = re.compile(f"的?[{MONEY}{ROUND}]|的$").search(coded, *mark.span("object"))
        end = first_sum.start() if first_sum else mark.end("object")
        span = scene.names.after(mark.start("object"), end, sure=mark[0].endswith(("注入", "投入", "砸入", "提供")))
    else:
        if (get := GET.search(coded, first, mark.start())) and not _MAY_GIVE.fullmatch(get[0]):
            return None
        found = _OBJECT_END.search(coded, mark.end(), last)
        finish = found.start() if found else last
        if finish - mark.end() > 24 or (found and found[0] == "关联公司"):
            return None
        span = scene.names.after(mark.end(), finish)
    begin = mark.start()
    if (
        span is None
        or _looks_like_topic(scene, span)
        or coded[slice(*span)].endswith(("基金", "创投", "资本"))
        or len(segments(coded, *span)) > 1
    ):
        return None
    if _STAKE_ONLY.search(mark[0]) and MONEY not in coded[first:last] and first - scene.text.title_end > HEAD:
        return None
    alone = not to and span == (mark.end(), last) and odds(scene.text.plain[slice(*span)]) >= _ALONE
    if not (alone or _is_plain(coded, first, last, mark)) and scene.names.sureness(span) < (
        LEAST_SURE if _HOLDS.match(coded, last) else 0.75
    ):
        return None
    backers = _givers(scene, sentence, first, begin, mark[0])
    if not backers or (to and mark[0].endswith(("投入", "砸入")) and not any(is_house(b.value.name) for b in backers)):
        return None  # "甲集团向乙部门投入数十亿美元" is what it spends
    clusters = [c for c in noun_phrases(coded, first, last) if c[0] >= begin]
    labels = [label for c in clusters for label in labels_in(coded, *c)]
    if not labels and (joined := _JOINS.search(coded, sentence, first)):
        labels = labels_in(coded, *joined.span())
    end = clusters[-1][1] if clusters else mark.end()
    return Mention(begin, max(end, mark.end()), scene.names.told(span), backers, labels, gave=True)


_ALONE = 1.5
"""The odds from which what fills the rest of a clause behind "投资了" is a name, and no field or thing."""
_MAY_GIVE = re.compile(
    "宣布|官宣|计划|拟|考虑|正在|披露|公布|即将|完成|寻求|洽谈|商谈|商讨|讨论|权衡|接近|筹划|通过|同意"
)
"""Verbs of those who raise money which those who give it do, too."""
_OBJECT_END = re.compile(
    rf"[{MONEY}{ROUND}]|融资|增资|的(?!卢)|股权|股份(?!$)|新股|新发行|新增(?:股|注|资)|定增|增发|可转|可换|优先股|关联公司|，|并(?!购)|[（(]|完成|获|轮|新一轮|最新|首轮|成为"
    rf"|后|，|以|事宜|进行|旗下|至|不超|超过|发行|新闻发布会|发布会|签约|仪式"
)
_SURELY = re.compile("领投|跟投|参投|入股|战略投资|投资入股|独家投资|联合投资|共同投资|参股")
_WOULD = re.compile("(?:有意|考虑|洽谈|商谈|接洽)(?:战略|联合|独家|参与)*$")
SUM_NEXT = re.compile(
    f"，(?:本次|此次|本轮|{ROUND}+(?:融资)?)?(?:就|已|拟|将|计划|共|合计|总共)*(?:(?:投资|出资|交易|融资|总|入股)*(?:金额|总额|规模|额|价格)|投出|投资|投入|出资|砸下|豪掷|投下|斥资|注资)(?:约|为|达|近|超|逾|共|计|总计|高达|不超过|未披露)*{MONEY}"
)
"""What the clause after an investment says that was put in: "甲资本投资乙公司，金额5000万元"."""


def goes_on(coded: str, first: int, last: int) -> bool:
    """Tell whether a clause says of the gift before how much it is, or what each gives of it."""
    return coded.startswith("其中", first) or SUM_NEXT.match(coded, max(0, first - 1), last) is not None


_PARTS = re.compile(f"，其中[^，。；]{{2,30}}?(?:出资|增资|认缴|投资|注资)[^，。；]{{0,4}}{MONEY}")
"""What says how much each gives, behind what several do: "共同对甲进行增资，其中乙出资1500万元"."""
_PUTS_IN = re.compile("增资|注资|[注投砸]入|提供|投[了出]|投资了|参与")
_NEAR_MONEY = re.compile(rf"{MONEY}[^，]{{0,6}}$|^[^，]{{0,20}}{MONEY}")


def _is_plain(coded: str, first: int, last: int, mark: re.Match[str]) -> bool:
    """Tell whether a clause says by itself that money goes in: by its verb, a sum beside it or a round's label."""
    if coded.startswith("完成", mark.start() - 2) or _SURELY.search(mark[0]) or ROUND in coded[first:last]:
        return True
    if SUM_NEXT.match(coded, last) is not None:
        return True
    if mark[0].endswith(("增资", "注资")) and _PARTS.match(coded, last):
        return True
    if MONEY not in coded[first:last]:
        return False
    beside = coded[first : mark.start()] + coded[mark.end() : last]
    return bool(_PUTS_IN.search(mark[0]) or MONEY in mark[0] or _NEAR_MONEY.search(beside))


def _tells(coded: str, first: int, last: int, mark: re.Match[str]) -> bool:
    """Tell whether a clause may tell of money put in, once whom it goes to is sure."""
    if mark[0].endswith(("投资了", "投了")) or _WOULD.search(coded, max(first, mark.start() - 8), mark.start()):
        return True
    return _HOLDS.match(coded, last) is not None or _is_plain(coded, first, last, mark)


def _looks_like_topic(scene: Scene, span: Span) -> bool:
    """Tell whether what stands after 投资 is a field or a thing, and not an organisation."""
    name = scene.text.plain[slice(*span)]
    return bool(
        re.search(
            r"建设|项目|领域|赛道|基地|生产线|产线|工厂|市场|行业|产业$|新车|装配厂|工厂|厂$|车型|设备|研发|技术$"
            r"|资产|债券|股票|国债|理财|规模|资金|数据中心|风险|活动|未来|教育$|计划|设施|板块",
            name,
        )
    ) and not name.endswith(("公司", "科技"))


_JOINS = re.compile(f"参与(?:了|其)?{ROUND}+(?:融资|投资)?，$")
"""The round that a backer joins, told before whom it gives to: "将参与D轮融资，战略投资甲公司"."""
_THROUGH = re.compile(r"通过(?:其|旗下|全资|控股|子公司|的)*(?P<arm>[^，。；]{2,24})，$")


_AS_LEAD = re.compile("(?:作为|担任)[^，。；]{0,4}领投(?:方|机构|人)?")
_PLANS_WITH = re.compile("(?:拟|将|计划)(?=与|联合|携手|会同)")
_TOGETHER = re.compile("(?:与|联合|携手|会同)[^，。；]{2,40}?(?:共同|一起|一道)")
"""What opens a clause about whom its subject gives with: "甲公告，拟与乙共同对丙增资"."""
_ALONGSIDE = re.compile(
    "(?:联合|携手|联手|会同|连同|与|和)(?P<also>[^，。；]{2,80}?)(?:等[^，。；、]{0,8})?(?:共同|一起|一道)?$"
)
"""With whom a backer gives: "甲资本联合乙创投向丙投出1亿元"."""


def _givers(scene: Scene, sentence: int, first: int, verb: int, how: str) -> list[Told[Investor]]:
    coded = scene.text.coded
    led = "领投" in how or _AS_LEAD.search(coded, first, verb) is not None
    role = Role.LEAD if led else Role.PARTICIPANT
    if opening := OPENING.match(coded, first, verb):
        first = opening.end()
    end = verb
    if match := re.search(
        rf"(?:拟|将|计划|已|以|斥资|出资|同意|承诺|决定|正|洽谈|商谈|有意|考虑|寻求|接近|投资(?={MONEY})|豪掷|宣布|作为(?=[^，、]{{2,8}}(?:者|人|方|股东))|首次|独家|联合|战略|完成|[{MONEY}{DATE}]|近日|日前|了|对"
        rf"|完成对)+[^，、]{{0,14}}$",
        coded[first:verb],
    ):
        end = first + match.start()
    if plans := _PLANS_WITH.search(coded, first + 2, verb):
        end = plans.start()
    end = scene.names.trim(first, end)
    backers = list(roles.listed(scene.names, first, end, role))
    if backers and _TOGETHER.match(coded, first, verb) and (own := subject(scene, sentence, first, first)):
        backers.insert(0, Told(Investor(own.value, role), own.start, own.end, own.quote, own.confidence))
    if backers and (also := _ALONGSIDE.search(coded, end, verb)):
        backers += roles.listed(scene.names, *also.span("also"), role)
    if not backers and (arm := _THROUGH.search(coded, sentence, first)):
        backers = list(roles.listed(scene.names, *arm.span("arm"), role))
    said = scene.names.bare(first, end) if not backers else ""
    if said in ("公司", "本公司") and (own := announcer(scene, sentence, first)) not in (None, scene.topic):
        return [Told(Investor(own.value, role), own.start, own.end, own.quote, own.confidence)] if own else []
    if not backers and first > sentence:
        previous = scene.text.clauses(sentence, first - 1)
        together = roles.listed(scene.names, *_subject_of(coded, previous[-1]), role) if previous else ()
        if len(together) > 1:
            return list(together)  # "甲、乙和丙三方联手，向丁注入8亿元"
        if together and together[0].confidence > SURELY:
            return list(together)  # "甲资本旗下基金以1亿元，独家投资乙"
        if previous and (giver := subject(scene, sentence, *_subject_of(coded, previous[-1]))):
            backers = [Told(Investor(giver.value, role), giver.start, giver.end, giver.quote, giver.confidence)]
    return backers


def _subject_of(coded: str, clause: tuple[int, int]) -> tuple[int, int]:
    """Return the span before a clause's verb."""
    end = verb_or_end(coded, *clause)
    return clause[0], end - len(act[0]) if (act := _ACTS.search(coded, clause[0] + 2, end)) else end


_ACTS = re.compile("(?:出手|领衔|跟进|携手|联手)$")
"""What closes a clause that names who gives: "甲基金出手，2亿元押注乙"."""
