"""Where a sentence mentions a funding round, and whose it is.

Each noun phrase for a round ("数千万元A轮融资") is tied to the company before its verb ("X完成…"), after it
("Y领投X…"), or that the article is about ("本轮融资…").
"""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import roles
from dealwire.core.extract.chinese.gifts import TO, given, goes_on
from dealwire.core.extract.chinese.handed import ITS_SUM, handed, own_round
from dealwire.core.extract.chinese.name_model import likeness
from dealwire.core.extract.chinese.parties import SPUN_OFF, own_subject, spoken_of, subject, verb_or_end
from dealwire.core.extract.chinese.phrases import GET, RAISE, Mention, first_word, labels_in, noun_phrases, told_well
from dealwire.core.extract.chinese.prose import MONEY, ROUND
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.whose import given_by, of_whom
from dealwire.model import Investor, Role, Told

_SAME = re.compile(r"(?:本轮|此轮|此次|该轮|本次|这轮|这笔|该笔|上述|这次|该次|前述)[^，]{0,6}$")
_USE = re.compile(
    r"^(?:次)?(?:融资|投资|募资)?(?:的)?(?:资金|款项|所得|款|后|完成后|(?<=资)额度(?!从|由|[增上提扩达为约])|用途|主要用于|将用于|用于|将主要"
    r"|将重点|重点用于|将全部|之余|之后|之前|前|中的|记录|纪录)"
)
_BROUGHT = re.compile(r"(?:发行|完成|获得?|筹集)[^，的]*$")
"""What makes a sum that is "用于…" one that comes in: "拟发行不超过5亿元可转债用于扩产"."""
TOTAL = re.compile(
    r"(?<![本此该]次融资)(?<![本此该]轮融资)累计|至此|总计融|[总一]共[获融]|(?<!，)总融资|(?<!，)(?<![本该此这]轮)融资总(?:额|金额|规模)|融资总(?:额|金额|规模)(?:已|达到)|历史融资|[一二两三四五六七八九十\d]+年(?:间|来|内|里)?(?:共|累计|总共)?融(?:了|资)"
    r"|共(?:完成|获得|融|筹集|募集)"
)
_HOLDERS = re.compile(
    r"(?:独家|联合|共同)?(?:领投|跟投|参投|投资)的(?=[^，。；融轮]{2,12}(?:$|，|、))"
    r"|(?:的)?(?:领投方|投资方|投资人|投资机构|投资者|股东)(?!为|是|包括|有|：|中)"
)
"""What follows a label where it says since when somebody holds shares: "A轮投资方甲资本继续追投"."""
_AFTER = re.compile("继[^，。；]*(?:融资|投资|轮)之?后(?:$|的?(?:又|再))")
"""A round that another has followed: "继去年完成A轮融资后，…"."""
_BACKS = re.compile("(?:融资|投资)?中?(?:也|都|均|将|继续|联合|共同|独家|再次|再度)*(?:领投|跟投|参投|追投)")
"""What a backer does in a round: "甲集团将在B轮继续领投"."""
_SO_FAR = re.compile("年内|全年|已完成|前，|至今|迄今|以来|已有|历经|先后|共|累计|总计")
_TO_DATE = re.compile("(?:至今|迄今|以来)，$")
_IN_YEARS = re.compile(
    "[一二两三四五六七八九十\\d]+年(?:间|来|内|里)?(?:共|累计|总共)*$|(?:迄今|至今|以来)[^，。；]{0,4}(?:共|总共|累计)*$"
)
"""What makes a sum one of many rounds: "五年融了15亿美元"."""
_ROUNDS = re.compile("(?<!第)(?:[三四五六七八九十\\d]+|多|数)(?:轮|次(?=融资))")
"""Many rounds at once, told of all the years of a firm."""
_MANY_ROUNDS = re.compile("(?<!第)(?:[三四五六七八九十]|[3-9]|[1-9]\\d|多|数)余?(?:轮|次)(?:[^，。；]{0,4})?融资")
_IF = re.compile("如果|假如|倘若|一旦|若(?=能|要)")
_ANNOUNCES = re.compile("宣布|官宣|近日|日前|近期|连续|接连")
"""Rounds counted are a firm's history, but where they are its news."""
_ONE = re.compile("(?:$|，|的?(?:融资|投资)?$)")
_GIVES = re.compile("认购|投资|股|[领跟参]投|投[了出]|押注|加码|加注")
"""What is in whatever tells of money given."""
_GOTTEN = re.compile("(?:完成|获得|拿到|募得|筹得)的(?!是)")
"""A round that a clause names, and does not tell: "甲公司去年完成的2亿元融资仍是纪录"."""
_VALUED = re.compile("(?:融资)?的?(?:投前|投后)+(?:整体)?估值")
"""A round that a text names for the value at which it came: "公司D轮投后估值达43亿元"."""
_OF_MANY = re.compile(
    "(?:融资)?(?:的)?(?:企业|公司|项目|阶段|事件|案例|轮次|时(?:候|期|就|便)|及?以[上后前]|及?之[前后])"
)
"""What makes a label one of a market: "B轮及C轮企业", "A轮事件"."""
_SINCE = re.compile(
    "(?:融资)?(?:发布|完成|宣布|官宣|落地|交割)?(?:后)?(?:不过|仅|才过|不到|仅过|仅隔|过去)[^，]{0,4}(?:天|周|月|年)"
)
"""How long ago a round was: "A轮融资发布不过四个月，…"."""
_IDLE_MONEY = re.compile(
    "融资(?:授信)?(?:提供|进行)[^，。；]{0,8}担保|(?:贷款|授信)[^，。；]{0,12}担保|担保[^，。；]{0,12}(?:贷款|授信)|偿还|还款|逾期|房贷|车贷|消费贷|个人(?:住房)?贷款|赎回|兑付|展期|回售|转股价|回购|增资至|增资到|股权并增资|节余|超募|闲置|前次募集|募投项目|补流资金"
)


def mentions(scene: Scene, start: int, end: int) -> list[Mention]:
    """Return the rounds that a sentence mentions, clause by clause."""
    coded = scene.text.coded
    found: list[Mention] = []
    for first, last in scene.text.clauses(start, end):
        cursor = first
        current = found[-1].company if found else scene.topic
        if found and found[-1].gave and goes_on(coded, first, last):
            found[-1].labels += labels_in(coded, first, last)
            continue
        if _IDLE_MONEY.search(coded, first, last) or _NO_ROUND.search(coded, first, last):
            continue
        clusters = noun_phrases(coded, first, last)
        if not clusters and (got := handed(scene, start, first, last)):
            found.append(got)
            continue
        if clusters or MONEY in coded[first:last] or _GIVES.search(coded, first, last):
            gift = given(scene, start, first, last)
            if gift is not None:
                found.append(gift)
                continue
            if TO.search(coded, first, last) and not re.search("完成(?!对)|获", coded[first:last]):
                continue
        if clusters and (named := _THIS_IS.match(coded, first, last)):
            company = own_subject(scene, named.end("is"), named.end("company"))
            head, tail = clusters[-1]
            if company:
                found.append(Mention(head, tail, company, labels=labels_in(coded, head, tail)))
                continue
        if clusters and (opened := _opened_before(scene, start, first, clusters[0][0])) is not None:
            first = cursor = opened
        for head, tail in clusters:
            before = coded[cursor:head]
            after = _AFTER.search(coded, first, last) is not None
            if found and head == first and ITS_SUM.match(coded, tail, last):
                cursor = tail
                continue  # "…B轮融资获超额认购，融资额增至…": of the round before
            if own := own_round(scene, coded, first, head, tail, last):
                found.append(own)
                cursor = tail
                continue
            if not after and (
                _SAME.search(coded[cursor : first_word(coded, head, tail)])
                or _SAME.search(coded[cursor:head])
                or re.match("(?:本轮|此轮|该轮|这轮|此次|上述|笔融资|这笔)", coded[head:tail])
                or (coded.startswith("两轮", head) and not GET.search(before))
                or (
                    not coded.endswith("资金", head, tail)
                    and _USE.match(coded[max(head, tail - 2) : last])
                    and not (coded.startswith("后", tail) and _BROUGHT.search(before) and _ANNOUNCES.search(before))
                )
                or (_USE.match(coded[tail:last]) and not _BROUGHT.search(before))
                or coded.startswith("完成后", tail)
                or (_OF_MANY.match(coded, tail, last) and not GET.search(before))
                or _IF.search(coded, first, head)
                or (
                    _MANY_ROUNDS.search(coded, max(first, head - 4), tail) and not _ANNOUNCES.search(coded, first, head)
                )
                or (coded[head - 1] in "从自" and coded.startswith(("开始", "起", "就", "便", "以来"), tail))
                or _HOLDERS.match(coded[tail:last])
                or _SINCE.match(coded, tail, last)
                or (not GET.search(before) and _BACKS.match(coded, tail, last))
            ):
                cursor = tail
                continue
            if (_SO_FAR.search(coded, first, head) or _TO_DATE.search(coded, start, first)) and _ROUNDS.search(
                coded, max(first, head - 4), tail
            ):
                cursor = tail
                continue  # "创立至今完成了8轮融资"
            if re.search("融资(?:了)?[一二三四五六七八九十0-9]+轮", coded[head : tail + 6]) and not re.search(
                "完成", before
            ):
                cursor = tail
                continue
            if found and found[-1].labels and _is_share(scene, head, tail, last) and not GET.search(before):
                found[-1].backers += _stated(scene, cursor, head)
                cursor = tail
                continue  # "…领投，甲公司战略投资，…": a backer of the round before
            total = TOTAL.search(before[-14:])
            if total and total[0] == "累计" and ROUND in coded[head:tail] and _ONE.match(coded, tail, last):
                total = None  # "累计完成数亿元A轮融资": in the closings of one round
            if total or TOTAL.search(coded[head:tail]) or (coded[head] in "融筹募" and _IN_YEARS.search(before)):
                cursor = tail
                continue
            if found and len(found[-1].labels) > 1 and "总" in coded[max(first, head - 2) : head]:
                cursor = tail
                continue  # what several rounds brought together
            if (told := of_whom(scene, coded, first, cursor, head, tail, last)) is not None:
                found.extend(told)
                cursor = tail
                continue
            its = _ITS_BACKERS.search(coded, cursor, head) if found and ROUND in coded[head:tail] else None
            if its:
                mention = Mention(its.start(), tail, current, labels=labels_in(coded, head, tail)) if current else None
            elif _BEGINS.fullmatch(coded, first, head) and _LED.match(coded, tail, last):
                mention = Mention(head, tail, current, labels=labels_in(coded, head, tail)) if current else None
            else:
                mention = _gotten(scene, (start, cursor), first, head, tail, last)
            if mention is not None:
                valued = _VALUED.match(coded, tail, last) is not None and not GET.search(before)
                of_old = _GOTTEN.match(coded, mention.start, tail) is not None
                mention.recalled = mention.recalled or after or valued or of_old
                if mention.company is None and found and not scene.names.bare(first, mention.start):
                    mention.company = found[-1].company
                if mention.company is None and told_well(coded, head, tail, last):
                    mention.company = _named_next(scene, (first, mention.start), last, end)
                if issued := _ISSUED_TO.search(coded, start, last):
                    whom = issued.span("names" if issued["names"] else "to")
                    mention.backers += roles.listed(scene.names, *whom, Role.PARTICIPANT)
                found.append(mention)
            cursor = tail
    return _apart(coded, found)


def _apart(coded: str, found: list[Mention]) -> list[Mention]:
    """Leave out a mention of two rounds at once where the sentence goes on to tell each: "完成两轮融资，包括…"."""
    first = found[0] if len(found) > 2 else None
    if first is None or first.labels or "两轮" not in coded[first.start : first.end]:
        return found
    return found[1:] if all(m.labels and m.company is first.company for m in found[1:]) else found


def _stated(scene: Scene, start: int, end: int) -> list[Told[Investor]]:
    """Return the backers that surely stand in a span."""
    named = roles.listed(scene.names, start, end, Role.PARTICIPANT)
    return [b for b in named if b.confidence >= roles.SURE_BY_ROLE]


def _is_share(scene: Scene, head: int, tail: int, last: int) -> bool:
    """Tell whether a clause ends with 战略投资, which says how somebody backs the round before."""
    return scene.text.plain[head:tail] in ("战略投资", "战投") and tail >= last


def _named_next(scene: Scene, before: tuple[int, int], last: int, end: int) -> Told[str] | None:
    """Return whom the next clause names where one opens with the verb: "获5000万美元投资后，甲公司开始…"."""
    if scene.names.bare(*before):
        return None
    for start, finish in scene.text.clauses(last, end)[:1]:
        cut = verb_or_end(scene.text.coded, start, finish)
        return own_subject(scene, start, cut) if cut < finish else None
    return None


_LIST_BEGINS = re.compile(rf"(?:完成|获得?|接受|引入)了?(?:由|来自)?[^，。；{MONEY}{ROUND}]{{2,40}}(?:领投|牵头)$")
_LIST_CLOSES = re.compile("(?:跟投|参投|参与|投资|领投)的?(?:近|超|约|逾|数)?$")


def _opened_before(scene: Scene, sentence: int, first: int, head: int) -> int | None:
    """Return where the clause before begins if a list of backers runs on from it: "获得由甲领投，乙跟投的A轮融资"."""
    earlier = scene.text.clauses(sentence, max(sentence, first - 1))
    if not earlier or not _LIST_CLOSES.search(scene.text.coded, first, head):
        return None
    return earlier[-1][0] if _LIST_BEGINS.search(scene.text.coded, *earlier[-1]) else None


def _talked_of(scene: Scene, sentence: tuple[int, int], first: int, head: int, tail: int, last: int) -> Mention | None:
    """Read "X正与Y就新一轮融资进行谈判": the verb comes after the round."""
    coded = scene.text.coded
    if (later := _TALKS_WITH.match(coded, tail, last)) and (opened := _RAISED_AS.search(coded, first, head)):
        company = subject(scene, sentence[0], first, opened.start())
        givers = roles.listed(scene.names, *later.span("names"), Role.PARTICIPANT)
        return Mention(opened.start(), later.end(), company, list(givers), labels_in(coded, head, tail))
    about = _ABOUT.search(coded, first, head)
    party = _WITH.search(coded, first + 1, about.start()) if about and _TALKS.match(coded, tail, last) else None
    if about is None or party is None or (company := subject(scene, sentence[0], first, party.start())) is None:
        return None
    backers = roles.listed(scene.names, party.end(), about.start(), Role.PARTICIPANT)
    return Mention(party.start(), tail, company, list(backers), labels_in(coded, head, tail))


def _gotten(scene: Scene, sentence: tuple[int, int], first: int, head: int, tail: int, last: int) -> Mention | None:
    """Read "X完成…融资", "X获Y…投资", "X融资…": the company stands before the verb."""
    coded = scene.text.coded
    if (other := _FOR_OTHER.search(coded, first, last)) and (
        other.start() < tail or coded[tail : other.start()] in ("中", "里", "内")
    ):
        span = scene.names.after(*other.span("company"))
        company = scene.names.told(span) if span else scene.topic if _OWN.search(other["company"]) else None
        return Mention(other.start(), tail, company, labels=labels_in(coded, head, tail)) if company else None
    if talks := _talked_of(scene, sentence, first, head, tail, last):
        return talks
    verb = GET.search(coded, max(first, sentence[1]), head)
    led = _LED_BY.search(coded, first, head) if verb is None and ROUND in coded[head:tail] else None
    if led and (company := subject(scene, sentence[0], first, led.start())):
        return Mention(head, tail, company, labels=labels_in(coded, head, tail))
    if (
        verb is None
        and _IS_DONE.match(coded, tail, last)
        and (coded.startswith("的", head) or _FAILS.search(coded, tail, last))
    ):
        company = own_subject(scene, first, head)
        return Mention(head, tail, company, labels=labels_in(coded, head, tail)) if company else None
    if verb is None and re.match(
        rf"(?:融资|募资|筹资|集资|增资|获投|{RAISE})", coded[first_word(coded, head, tail) : tail]
    ):
        cut = first_word(coded, head, tail)
        lead = coded[head:cut].removeprefix("的" if ROUND in coded[head:cut] else "")  # "甲的A轮融资"
        edge = cut if lead.strip(MONEY + ROUND + "最新一轮首又第两三笔次系列级近约超逾") else head
        source = _source(scene, first, edge)
        givers = roles.listed(scene.names, *source.span("names"), Role.PARTICIPANT) if source else ()
        edge = source.start() if source and (givers or _LEADS.search(source[0])) else edge
        company = (
            subject(scene, sentence[0], first, edge)
            if told_well(coded, head, tail, last)
            else own_subject(scene, first, edge)
        )
        if company is None and told_well(coded, head, tail, last) and not scene.names.bare(first, edge):
            return Mention(head, tail, None, labels=labels_in(coded, head, tail))
        if company is None or (not told_well(coded, head, tail, last) and company.confidence < 0.9):
            return None
        if _PURPOSE.search(coded, first, edge):
            return None
        return Mention(
            head,
            tail,
            company,
            list(givers),
            labels=labels_in(coded, head, tail),
            recalled=_OF_SUM.match(coded[head:tail]) is not None,
        )
    if verb is None:
        if _BACKED.match(coded[first:head]) or _INVESTS.search(coded, first, head):
            return None
        if ROUND in coded[head:tail] and (company := subject(scene, sentence[0], first, head)):
            return Mention(head, tail, company, labels=labels_in(coded, head, tail))
        return None
    if _IN_VAIN.search(coded, max(first, verb.start() - 6), verb.start()):
        return None
    if coded[first_word(coded, head, tail) : tail] in ("投资", "入股") and not _RECEIVES.search(
        coded, verb.start(), head
    ):
        return None  # who puts money in "宣布投资", who gets it "宣布获得投资"
    edge = verb.start()
    backers: list[Told[Investor]] = []
    if _TALK.match(verb[0]) and (party := _WITH.search(coded, first + 1, head)):
        edge = min(edge, party.start())
        close = _WOOED_TO.search(coded, party.end(), head)
        leads = close is not None and _WOULD_LEAD.search(coded, close.end(), head) is not None
        wooed = scene.names.after(party.end(), close.start()) if close and leads else None
        if wooed and (givers := roles.listed(scene.names, first, edge, Role.LEAD)):
            return Mention(verb.start(), tail, scene.names.told(wooed), list(givers), labels_in(coded, head, tail))
        backers += roles.listed(scene.names, party.end(), close.start() if close else head, Role.PARTICIPANT)
    if source := _source(scene, first, edge):
        edge = source.start()
        backers += roles.listed(scene.names, *source.span("names"), Role.PARTICIPANT)
    if not backers and (said := _TALKED_WITH.search(coded, sentence[0], first)):
        backers += roles.listed(scene.names, *said.span("names"), Role.PARTICIPANT)
    company = subject(scene, sentence[0], first, edge) or spoken_of(scene, sentence[0], first, edge)
    if (
        company is scene.topic
        and not told_well(coded, head, tail, last)
        and not re.match("完成|获|拿|斩|揽|谋求|寻求|洽谈|启动|开启", verb[0])
    ):
        return None
    if (
        not told_well(coded, head, tail, last)
        and not _FIRM_VERB.match(verb[0])
        and (company is None or company.confidence < 0.9)
    ):
        return None
    if _ARM_DOES.match(coded, first, head):
        return None  # a headline's "子公司拟发行…": its text names it
    if part := SPUN_OFF.search(coded, first, head):
        edge = next((m.start() for m in _PART_RAISES.finditer(coded, part.end() + 2, tail)), head)
        company = own_subject(scene, part.end(), edge) or company
    if _SAYS.fullmatch(verb[0]) and _OWN_ARM.match(coded, verb.end(), head):
        received = _RECEIVES.search(coded, verb.end(), head)
        company = (own_subject(scene, verb.end(), received.start()) if received else None) or company
    if _SAYS.fullmatch(verb[0]):
        verb = _RECEIVES.search(coded, verb.end(), head) or verb
    if verb[0].removeprefix("喜") in _TAKES_IN:
        backers += given_by(scene, verb.end(), head)
        if coded.endswith(("者", "股东", "方"), head, tail):  # "引进战略投资者甲集团"
            stop = coded.find("，", tail, last)
            backers += roles.listed(scene.names, tail, stop if stop >= 0 else last, Role.PARTICIPANT)
    elif verb[0] == "完成" and (source := _FROM.match(coded, verb.end(), head)):
        if not _LED_OR_JOINED.search(coded, source.end(), head):  # who leads is told by the verb behind him
            backers += given_by(scene, source.end(), head)
    elif verb[0] == "完成" and MONEY in coded[head:tail]:
        backers += [b for b in given_by(scene, verb.end(), head) if likeness(b.value.name) >= LEAST_LIKELY]
    counted = coded.startswith("过", verb.end())  # "只获得过两轮融资"
    return Mention(verb.start(), tail, company, backers, labels_in(coded, head, tail), recalled=counted)


LEAST_LIKELY = 0.8
"""How likely a name what stands between 完成 and the sum must be, where much else may: "完成甲公司千万元融资"."""
_FROM_WHOM = re.compile(
    "(?:(?<!来)自(?![动主然媒营家由行研助己如嗨驾])|(?<![云服])从(?![业事来])|(?<![靶双单定面方意])向(?!上))(?P<names>(?![^，。；]{2,16}(?:孵化|走出|出来|毕业|分拆|独立|诞生|出身)的)[^，。；]{2,60}?)(?:等[^，。；、]{0,10}|在内的[^，。；、]{0,8})?(?:处|手中|那里)?(?:成功|共|已)?$"
)
"""Whom money is raised from, before the verb: "自甲、乙等金主募得3亿美元"."""
_LEADS = re.compile("^[向从](?!容)|、|处$|手中$|等")
"""What tells that 自 leads to backers and does not begin a name: "自甲、乙等募得", "自变量公司完成"."""


def _source(scene: Scene, first: int, edge: int) -> re.Match[str] | None:
    """Return the words that name whom money is raised from, unless 自, 从 or 向 is of a name that is marked."""
    found = _FROM_WHOM.search(scene.text.coded, first, edge)
    if found is None or not (found.start() > first or _LEADS.search(found[0])):
        return None
    span = scene.names.before(first, edge)
    return None if span and span[0] < found.start() and scene.text.plain[slice(*span)] in scene.names.marked else found


_OWN = re.compile("^(?:其|旗下|该)|旗下|子公司|品牌|业务")
_FOR_OTHER = re.compile(
    "为(?P<company>(?:其|旗下|该|[^，。；为]{0,8}(?:品牌|业务|部门|子公司|公司|集团|科技|汽车))[^，。；为]{0,16}?)(?:寻求|进行)?"
    "(?:新一轮)?(?:融资|筹资|集资|募资|筹集|募集|引入(?:战略|外部)?(?:投资|融资)|[^，。；]{0,16}估值)(?!提供|授信|担保|事项)"
)
"""Whose money somebody else looks for: "甲集团拟为旗下品牌乙筹资"."""
_IN_VAIN = re.compile("(?:无法|未能|没能|难以|未曾|没有|从未|尚未)(?:继续|再|再次|及时|成功)?$")
_ARM_DOES = re.compile(
    "(?:公司|其)?(?:境外|海外|全资|控股|下属|间接)*(?:子公司|孙公司|附属公司)(?=拟|将|计划|发行|完成|获)"
)
_PART_RAISES = re.compile("以|并|进行|独立|寻求|计划|拟|融资|募资|筹集|完成|获")
_OWN_ARM = re.compile("(?:其|公司)?(?:旗下|(?:控股|全资|下属)*(?:子公司|孙公司))")
"""Whose round it is that a parent tells of: "甲集团宣布旗下乙公司完成…"."""
_FROM = re.compile("了?(?:来自|由)")
_LED_OR_JOINED = re.compile("领投|跟投|参投|共同参与|联合投资")
_INVESTS = re.compile("(?:做|投|出手|进行|参与|完成)了?(?:了)?(?:一|首|第一|这)?[笔次个]?(?:对外)?$")
"""Who stands before it gives, and does not get: "甲公司做了一笔天使投资"."""
_PURPOSE = re.compile(r"为[^，。；]{1,10}$")
"""What the money is for, before 融资: "发行债券，为数据中心融资"."""
_IS_DONE = re.compile(
    "(?:正|已|目前|仍|还)*在?(?:筹备|进行|推进|洽谈|商谈|谈判|接洽|收尾)(?:之?中|当中|阶段)|"
    "(?:已经?|正式|顺利|宣布|刚刚|近日|日前|全部|成功|终于|终|尘埃|于[^，。；]{1,8})*(?:完成|到账|落地|落定|落袋|交割|收官|敲定|结束|关闭|告吹|搁浅|流产|泡汤|夭折|告终|失败|终止|中止|受挫|生变|获得?[^，。；]{0,12}(?:支持|领投))"
)
"""What follows a round that is the subject of its clause: "甲公司的A轮融资已完成"."""
_FAILS = re.compile("告吹|搁浅|流产|泡汤|夭折|失败|终止|中止|受挫|生变|落定")
_BACKED = re.compile(r" ?(?:并|均|(?:本轮|此次|该轮|本次)(?:融资|投资)?)?(?:由|获)")
_THIS_IS = re.compile(
    "(?:据悉，?)?(?P<is>(?:此次|本轮|本次|此轮|这轮)(?:融资|投资)?(?:为|是|系))(?P<company>[^，。；\ue000\ue001]{2,20}?)的?(?:第[一二三四五]轮|\ue001)"
)
"""Whose a round is, told of it: "此次融资为甲公司B2轮融资"."""
_BEGINS = re.compile("(?:其中|而|并且|此外|同时|另外|以及)?的?")
_LED = re.compile(r"(?:融资|投资)?(?:中|则|分别)?(?:由|获|，由)")
"""What follows a label that opens a clause about the company at hand: "A轮由甲资本领投，B轮由乙资本领投"."""
_LED_BY = re.compile(r"在?由[^，。；]{2,40}的?$|在[^，。；]{2,40}(?:领投|牵头|参投|投资)的?$")
"""Who leads, told before the label: "在由甲集团领投的C轮融资中筹集…"."""
_ITS_BACKERS = re.compile(rf"(?:包括|以及|分别[是为]|和|及)[^，。；]{{2,30}}(?:领投|投资|跟投|参投)的?[{MONEY}级]*$")
"""Who backs one of several rounds: "两轮融资，包括甲资本投资的天使轮，以及乙资本领投的A轮"."""
_TAKES_IN = frozenset(["获得", "获", "拿到", "拿下", "引入", "引进", "迎来", "接受", "斩获", "得到", "收获", "收到"])
"""Verbs after which stands who gives: "引入甲资本的投资"."""
_RECEIVES = re.compile("到账|获得?|拿到|拿下|引入|引进|迎来|接受|斩获|揽获|揽下|得到|收获|收到|吸引|完成")
_ISSUED_TO = re.compile(
    r"发行[^，。；]{0,16}(?:新股|股份|股)[予给](?P<to>[^，。；]{2,40})|向(?!不超|不特定|特定|社会|公众|全体|其他)(?P<names>[^，。；]{2,60}?)(?:定向|非公开)?(?:发行|配发|增发|出售)(?:并出售|及发行|并发行)?(?:了)?[^，。；]{0,16}(?:股|权证)"
)
"""Who is sold new shares: "向甲集团发行H股股票"."""
_SAYS = re.compile("宣布|官宣|公布|披露|正在|即将|计划|拟|考虑")
_RAISED_AS = re.compile("就(?:其|公司|一轮|新一轮|一笔|本轮|[^，。；]{0,8}(?:约|最多|至多|至少|高达|超过?|近|的))*$")
_TALKS_WITH = re.compile(
    "(?:事宜)?(?:正|，)?(?:与|和|同|跟|向)(?P<names>[^，。；]{2,40}?)(?:等[^，。；]{0,8})?(?:进行|展开|开展|保持|正在|正)*(?:初步|深入|密切)?(?:谈判|洽谈|磋商|接触|沟通|讨论|商谈|协商)"
)
"""Who talks about a round, and with whom: "甲公司正就一轮10亿美元的融资与乙资本谈判"."""
_ABOUT = re.compile("就(?:其|公司)?(?:新|最新|下)?(?:的)?$")
_TALKED_WITH = re.compile(
    "[^，。；]{2,}(?:与|同|和)(?P<names>[^，。；与同和]{2,40}?)(?:等[^，。；]{0,6})?(?:进行|展开)?(?:谈判|洽谈|磋商|商谈|接洽|接触)，$"
)
"""Whom a firm talks with, in the clause before what it is to raise: "甲公司正与乙资本谈判，拟融资1亿元"."""
_TALKS = re.compile("(?:事宜)?(?:进行|展开|开展|保持)?(?:初步|深入|密切)?(?:谈判|洽谈|磋商|接触|沟通|讨论|商谈|协商)")
_TALK = re.compile("洽谈|谈判|商谈|商讨|讨论|达成|签署|正在")
_WITH = re.compile(r"(?:正在|正|已|拟|将)?(?:与|同|跟|就|和)(?=[^，。；]{2,24})")
_WOOED_TO = re.compile("进行|就|展开|洽谈|商谈|商讨|谈判|讨论|达成|签署|正在|沟通|接触")
_WOULD_LEAD = re.compile("(?:主导|领投|牵头)(?:其|该公司|后者)?[^，。；]{0,6}$")
"""What turns talks round: "甲基金正与乙洽谈领投其新一轮融资" is of 乙's round."""
_OF_SUM = re.compile(f"{MONEY}+的(?:融资|投资)")
_FIRM_VERB = re.compile("完成|谋求|获|拿|斩|揽|融|引|签|寻求|洽谈|启动|开启|推进(?!系统|器|剂|技术)|正在")


_NO_ROUND = re.compile(
    rf"(?:一般|通常|往往|大多|普遍)[^，。；]{{0,6}}{ROUND}|{ROUND}(?:融资|阶段|的?项目)?(?:则|都|通常|一般|往往|大多)+(?:都?是|为|需|在)|"
    r"(?:增资|注资|出资)[^，。；]{0,4}(?:全资|控股)(?:子公司|孙公司|附属公司)"
    r"|[向对](?:旗下|其|公司|下属)*(?:全资|控股)(?:子公司|孙公司|附属公司)[^，。；]{0,30}(?:增资|注资|出资)"
    r"|继[^，。；获融]*(?:投资|领投|跟投|参投|入股)[^，。；获融]*后$"
)
"""Money of a parent for its own arm ("增资全资子公司甲公司"), and what a backer did before ("继领投甲公司A轮后")."""
