"""Funds in a sentence: one that is raised, closed, set up or registered, by whom, how large, with whose money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealwire.core.extract.assemble import Draft, join_investors
from dealwire.core.extract.chinese import enumerated, roles, stance
from dealwire.core.extract.chinese.parties import announcer, own_subject, subject, verb_or_end
from dealwire.core.extract.chinese.prose import DATE, MONEY, ROUND, simplified
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_anaphor, is_name
from dealwire.model import Investor, Kind, Money, Role, Status, Told

_FUND = r"(?:基金|母基金)(?:[一二三四五六七八九十IVX\d]+期)?(?:合伙企业)?"
_CLOSE = (
    r"首关|终关|关账|超募|(?:首次|首轮|首期|最终|终轮|二次|再次|完全|最新|正式|超额)(?:关闭|封闭|交割|关账|封账)|封闭"
)
_RAISED = re.compile(
    rf"(?P<fund>[^，。；、]{{2,28}}?{_FUND})(?!管理)[^，。；]{{0,10}}?(?:完成|宣布|已|实现|顺利|成功"
    rf"|正式)*[^，。；]{{0,14}}?(?:募集(?!资金用|规模超|失败)|募资|超额认购|{_CLOSE}"
    rf"|落定|收官|完成工商(?:注册|登记)|完成[^，。；]{{0,10}}备案|登记成立|注册成立|揭牌|(?:正式|揭牌|宣布|今日|近日|顺利|签约)+(?:设立|落地|启动)|落地(?=$|，|[^，。；]{{2,10}}(?:，|$))|成立(?!以来|于|时|的))"
    rf"|(?P<house>[^，。；、]{{2,16}}?(?:资本|创投|基金|投资|产投|Capital|Ventures|Partners))(?:近日|日前|今日|宣布|已|成功|顺利|正式)*(?:完成|实现)了?[^，。；]{{0,8}}?(?:{_CLOSE})"
    rf"|(?P<shown>[^，。；、]{{2,28}}?{_FUND})(?:今[日天]|昨[日天]|近日|日前|正式|隆重|在[^，。；]{{2,8}})*(?:发布|亮相|启航|问世|签约|获批|设立|落户)(?=[^。；]{{0,24}}规模)"
    rf"|为[^，。；]{{0,16}}?{_FUND}(?:已|成功|共)*[募筹](?:[资集募得到措])"
    rf"|关闭了?[^，。；]{{0,14}}?{_FUND}(?=，|$)|(?P<firm>[^，。；、]{{2,28}}?(?:创业投资|股权投资|投资基金)合伙企业)(?:近日|正式|已)*(?:注册|登记)?成立"
    rf"|(?:完成|宣布|实现)[^，。；]{{0,24}}?{_FUND}[^，。；]{{0,10}}?(?:募集|募资|筹[资集]|集资|{_CLOSE}|交割)"
    rf"|(?:进行|开启|启动|推进|筹备|计划)[^，。；]{{0,8}}?{_FUND}的?(?:募集|募资|筹资)"
    rf"|(?:设立|成立(?!以来|至今|于|之初|后)|新设|发起|组建|推出|启动|筹建|募集|参与投资|出资认购|认购)(?:了|成立)?(?:一支|一只|一个|首支|首只"
    rf"|新的)?(?P<made>[^，。；]{{0,30}}?(?:{_FUND}[“「]?|投资合伙企业))(?!会|份额|部分|股权|经理|管理|公司|业务)"
)
_PARTNER = re.compile(
    r"(?:执行事务合伙人|基金管理人|普通合伙人|管理人|GP)(?:为|是|系|：|由)(?P<name>[^，。；、]{3,26}?)(?:担任|，|、"
    r"|。|；|$)"
)
_MANAGED = re.compile(
    r"(?:，|由)(?P<keeper>[^，。；由]{2,20}?)(?:担任|作为|为|任)(?:基金)?(?:管理人|管理机构|普通合伙人|GP)(?=，|。|；|$)|由(?P<name>[^，。；由、]{2,20}?)(?:负责|受托|进行|牵头|发起|出资)*(?:管理|运营|运作|设立|组建|发起)+(?=，|。|；|$)"
)
_WITH_HOUSE = re.compile(
    r"(?:与|和|携手|联合)(?:关联方|专业机构|专业投资机构)?(?P<name>[^，。；、与和]{2,24}?(?:资本|创投|基金|私募|私募基金管理[^，。；、]{0,6}))"
    r"(?:等|及其他[^，。；]{2,6})?(?:共同|合作|联合|拟|合资|一起|出资|投资)*(?:发起|设立|成立|组建)"
)
"""The house in a fund that a company sets up together with one."""
_HOUSE_WITH = re.compile(
    r"(?P<name>[^，。；：]{2,16}?(?:资本|创投|投资|基金|私募))(?:与|和|携手)[^，。；]{2,20}?(?:合作|共同|联合)(?:发起)?(?:设立|成立|组建)"
)
_MAKER = re.compile(
    r"(?:参与(?:投资|认购)?|认购|由)(?:由)?(?P<name>[^，。；参与]{2,20}?)(?:发起)?(?:设立|成立|管理"
    r"|发起)的[^，。；]{2,20}基金"
)
_ITS = re.compile("其|旗下|该公司")
_RAISES_FOR = re.compile("(?:计划|拟|正在|正|将|已)*为(?=其|旗下|新|第|首|自)")
"""Who raises money for a fund of its own: "甲资本计划为其三期基金募资"."""
_HOUSE = re.compile(
    r"(?P<name>.{2,14}?(?:资本|创投|投资|基金|集团|产投|国投|Capital|Ventures|Partners))"
    r"(?:的|旗下)?(?:第?[一二三四五六七八九十IVX\d]+期|新一期|新基金|最新一期|首期|美元|人民币|早期|成长|并购|母基金|S基金)"
)
_NUMBERED = re.compile(
    r"(?P<name>.{2,12}?)(?:的|旗下)?(?:首[支只个期]|新一期|新基金|第?[一二三四五六七八九十\d]+[期支只])"
)
"""A house that numbers its funds, or names them after what they invest: "甲创投三期美元基金"."""
SURE_MAKER = 0.9
"""Who sets up a fund is believed only with a name as sure as this: much else is set up, and by nobody in particular."""

_SETS_UP = re.compile("宣布|官宣|旗下|完成|(?:牵头|独家|全额|主导)*出资(?=设立|发起|成立|组建)|设立|发起|推出|管理的")
_SIZE = re.compile(
    r"(?:规模|注册资本|[首终]关|募[了到得]|筹[得到]|筹集|筹资|出资额|总额|募集|募资|资金|认缴|金额|达到?|为|超|近|约|首期|目标|总)[^，。；\ue000]{0,8}$"
)
_SHARE = re.compile(r"(?:拟|以|自有资金)[^，。；\ue000]{0,10}(?:出资|认缴)[^，。；\ue000]{0,6}$|出资(?:不超)?$")
_BY = re.compile(
    r"由(?P<names>[^。；]{4,120}?)(?:等)?(?:共同|联合)?(?:出资|持股|发起)"
    r"|，(?P<joined>[^，。；]{2,60}?)等?(?:共同)?参与(?:出资|认购|投资)"
    r"|(?:合作方|出资[方者]|出资人|投资[方者]|投资人|LP|有限合伙人|(?<!大)股东)(?:中)?(?:还|主要|则)*(?:包括|为|有|是|来自|：)(?P<listed>[^。；]{4,160}?)"
    r"(?=等|，|。|；|$)"
)
_SUBSCRIBES = re.compile(
    f"(?:^|[，。；由])(?:其中|由|该基金由)?(?P<names>[^，。；由]{{2,40}}?)(?:及其[^，。；]{{0,8}}子公司)?(?:合计|共同|分别|拟|将)*认缴(?:出资)?(?:额|了|约|为)*{MONEY}"
)
"""Who gives to a fund, with his part: "甲集团认缴出资299亿元，乙投资认缴出资1000万元"."""
_WHO = "(?:主要|基石|关键|重要|锚定|最大|第一大|联合)(?:的)?(?:LP|投资[者人方]|出资[者人方]|股东|有限合伙人)"
_AS = re.compile(
    rf"(?:^|[，。；由])(?P<names>[^，。；：由]{{2,40}}?)(?:已|经)?(?:确定|担任|为|是|作为|成为|系)+(?:其|该基金|新基金|此次|本次)?{_WHO}"
)
"""Who gives, told by what it is in the fund: "甲集团是关键投资人"."""
_NOT = re.compile(
    r"违规|监管|国办|证监会|意见|ETF|公募|基金经理|货币基金|指数基金|净值|基金会|私募证券|对冲基金|FOF|社保基金"
    r"|养老|REIT|公积金|基金份额|(?<![首一两二三四五六七八九十新])只基金|多[只支]|(?:均|都|也)?有基金|减持|持有|增持|备案规模|产品|募捐|慈善|基金公司|新发|债券基金|主权|主动权益|混合基金|股票基金|结募|权益类|大额基金|[新拟]?设基金|募资市场|严控|不得|不少基金|鼓励|市场|趋势|升温"
)

_SEEKS = re.compile("(?:遴选|征集|招募|选聘)[^，。；]{0,10}(?:管理机构|管理人|GP)|招GP|申报指南")
"""What a fund of funds puts out that looks for those who are to raise the next."""


def read(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Yield the fund that a sentence tells of, if it is one of private money."""
    coded, text = scene.text.coded, scene.text
    if sized := _sized(scene, start, end):
        yield sized
        return
    if not any(word in coded[start:end] for word in ("基金", "关", "投资合伙企业")):
        return
    found = _RAISED.search(coded, start, end)
    if found is None or _NOT.search(coded, start, min(end, found.end() + 4)) or _SEEKS.search(coded, start, end):
        return
    if re.search(f"领投|跟投|轮融资|{ROUND}+(?:投资|融资)", coded[start:end]):
        return
    companies = _joint(scene, start, found) or ([one] if (one := _manager(scene, start, end, found)) else [])
    if not companies or is_any(companies[0].value):
        return
    kind = text.told(Kind.FUND_CLOSE, *found.span(), 0.8)
    words = text.plain[start:end]
    status = (
        (Status.RUMOURED if stance.is_sourced(words) else Status.IN_TALKS)
        if re.search("接近(?:完成|关闭)|即将(?:完成|关闭)", words)
        else Status.IN_TALKS
        if re.search(
            r"拟|计划|筹备|(?<![老大名小])将|寻求|目标|正在|正(?=募|筹|为)|启动募集|进行(?!了)",
            words[: found.end() - start],
        )
        or _UNDER_WAY.search(words)
        or (_AIM.search(words) and not _DONE.search(words))
        else Status.CLOSED
        if re.search(r"完成|关闭|首关|终关|交割|封闭", coded[found.start() : found.end() + 4])
        else Status.ANNOUNCED
    )
    if status in (Status.CLOSED, Status.ANNOUNCED) and _HEARSAY.search(words):
        status = Status.RUMOURED
    days = scene.dates.within(start, found.end())
    for company in companies:
        yield Draft(
            kind,
            company,
            _partners(scene, start, end, found, company) if len(companies) == 1 else (),
            _size(scene, start, end),
            status=Told(status, kind.start, kind.end, kind.quote, 0.8),
            background=stance.past(scene, start, end, found.end()),
            announced_on=days[-1][2] if days else None,
        )


_UNDER_WAY = re.compile("募集(?:的)?最后阶段|募资(?:的)?(?:布局|工作)|正(?:在)?为[^，。；]{2,16}基金[募筹]")
_AIM = re.compile("(?<!超出)(?<!超过)目标(?:募集|募资)?(?:总?规模|金额)")
_DONE = re.compile("完成|[首终]关|关闭|交割|超募")
"""The size that a fund is to have, which says that it is being raised unless some of it is closed."""
_HEARSAY = re.compile("被指|被传|被曝|据传|市传|知情人士|消息人士|消息称")
_RAISE_EACH = re.compile(
    "(?:[均都也还]|分别|相继|先后|纷纷|陆续)*(?:(?:成立|设立|发起|管理)的(?=[^，。；]*基金)"
    "|(?:进行|开启|启动|推进|筹备|完成)(?=[^，。；]*基金[^，。；]{0,6}(?:募|筹)))"
)
"""What each house of a list does: "甲资本和乙创投设立的美元基金", "甲、乙等相继进行新一轮基金的募资"."""

_AS_ONE = re.compile("(?:共同|联合|合作|携手)(?:出资|发起|投资)*$")
"""What several do for one fund between them: "甲集团、乙资本共同出资设立的丙基金"."""


def _joint(scene: Scene, start: int, found: re.Match[str]) -> list[Told[str]]:
    """Return the houses of a list that each raise a fund: "甲资本、乙创投等也相继进行新一轮美元基金的募资"."""
    coded = scene.text.coded
    first = max(coded.rfind("，", start, found.start()) + 1, start)
    verb = _RAISE_EACH.search(coded, first, found.end())
    if verb and _AS_ONE.search(coded, first, verb.start()):
        return []
    return list(enumerated.before(scene, first, verb.start())) if verb else []


_RUN_BY = re.compile(
    "(?:管理机构|管理人|普通合伙人)(?:为|是|：)(?P<name>[^，。；]{2,30}?)(?:，即(?P<short>[^，。；]{2,12}))?(?=[，。；]|$)"
)
"""Who manages a fund: "管理机构为木屿投资管理有限公司，即木屿创投"."""
_SIZED = re.compile(f"(?:(?:基金|总|认缴|募集|首期)规模|认缴出资(?:总)?额)(?:为|达|是|约)?(?:约|近|超|逾)?{MONEY}")
_NEAR = 60
"""Characters after its manager within which a text gives the size of a fund."""


def _sized(scene: Scene, start: int, end: int) -> Draft | None:
    """Read "管理机构为甲投资有限公司，即甲创投。基金规模为16亿元": a fund told by its manager and its size."""
    coded = scene.text.coded
    managed = _RUN_BY.search(coded, start, end) if "管理" in coded[start:end] else None
    size = _SIZED.search(coded, managed.end(), min(len(coded), end + _NEAR)) if managed else None
    if managed is None or size is None:
        return None
    span = scene.names.in_list(*managed.span("short" if managed["short"] else "name"))
    if span is None:
        return None
    kind = scene.text.told(Kind.FUND_CLOSE, *managed.span(), 0.75)
    sums = scene.money.within(*size.span())
    return Draft(
        kind,
        scene.names.told(span),
        (),
        sums[0][2] if sums else None,
        status=Told(Status.ANNOUNCED, kind.start, kind.end, kind.quote, 0.7),
        background=stance.past(scene, start, end, managed.end()),
    )


def _manager(scene: Scene, start: int, end: int, found: re.Match[str]) -> Told[str] | None:
    """Return who raises the fund: its manager where the article names one, else who sets it up, else the fund."""
    coded = scene.text.coded
    for pattern, first, last in (
        (_PARTNER, start, min(len(coded), end + 200)),
        (_WITH_HOUSE, start, end),
        (_HOUSE_WITH, start, end),
        (_MANAGED, start, end),
        (_MAKER, start, min(len(coded), end + 200)),
    ):
        if named := pattern.search(coded, first, last):
            whole = named.span("name") if pattern is _PARTNER and named["name"].endswith("有限公司") else None
            if span := whole or scene.names.after(*named.span(named.lastgroup or "name")):
                return scene.names.told(span)
    if found["house"]:
        return own_subject(scene, found.start("house"), found.end("house"))
    told_by = next((group for group in ("fund", "shown", "made") if found[group]), None)
    begin, finish = found.span(told_by) if told_by else (0, 0)
    if found["firm"]:
        return None
    if found["fund"] and (told := _TELLS.match(found["fund"])):
        maker = subject(scene, start, found.start(), found.start())
        begin += told.end()
        if maker is not None and maker is not scene.topic:
            return maker
    if found["fund"] and _ITS.match(found["fund"]):
        return subject(scene, start, found.start(), found.start())
    if found["fund"] and (raises := _RAISES_FOR.search(coded, begin + 2, finish)):
        return own_subject(scene, begin, raises.start())
    if found["fund"] or found["shown"]:
        if (verb := _SETS_UP.search(coded, begin + 2, finish)) and (maker := own_subject(scene, begin, verb.start())):
            return maker
        while begin < finish and coded[begin] in DATE + " “「":
            begin += 1
        text = re.compile(r"(?:近日|日前|今日|据悉|据报|消息称|一则|宣布|获悉|消息|旗下|报道|设立|成立|的)+").split(
            coded[begin:finish]
        )[-1]
        begin = finish - len(text)
        if (house := _HOUSE.match(text) or _NUMBERED.match(text)) and not house["name"].endswith("基金"):
            finish = begin + house.end("name")
            text = house["name"]
        if len(text) < 4 or not is_name(text) or _ANY.search(text):
            return None
        return scene.names.told((begin, finish), 0.75)
    if found["made"] and (named := _NAMED.match(coded, finish - 1)) and (span := scene.names.after(*named.span())):
        return scene.names.told(span, SURE_MAKER)
    if re.match("参与|认购|出资", found[0]) and found["made"].endswith("合伙企业"):
        return scene.names.told((begin, finish), SURE_MAKER)
    if re.match("参与|认购|出资", found[0]) or "等" in coded[max(start, found.start() - 8) : found.start()]:
        return None
    first = max(coded.rfind(mark, start, found.start()) for mark in "，：") + 1
    joined = _WITH.search(coded, max(first, start) + 2, found.start())
    cut = joined.start() if joined else min(found.start(), verb_or_end(coded, max(first, start), found.start()))
    if joined and (maker := own_subject(scene, max(first, start), cut)):
        return maker
    if maker := own_subject(scene, max(first, start), found.start()) or own_subject(scene, max(first, start), cut):
        return maker
    if signs := _SIGNS.search(coded, start, max(first, start)):
        clause = max(coded.rfind("，", start, signs.start()) + 1, start)
        if maker := own_subject(scene, clause, signs.start()):
            return maker
    maker = subject(scene, start, max(first, start), found.start())
    said = scene.names.bare(max(first, start), found.start())
    return maker if maker is not scene.topic or is_anaphor(said) else None


_ANY = re.compile(
    "\\d+余?多?[家只支]|不到|多家|^(?:新发|新设|新建|大型|小型|不少|许多|部分|美元|人民币|母|私募|产业|股权|创业|专项|并购|投资)*基金$"
)


def is_any(name: str) -> bool:
    """Tell whether what ends like a fund's name only says what sort of fund it is, or how many."""
    return _ANY.search(simplified(name)) is not None


_TELLS = re.compile("(?:宣布|正式|已经?|近日|日前|完成|实现|成功|顺利)+")
"""What opens a clause whose subject stands before it: "…有甲基金，宣布完成创新基金三期的首次关账"."""
_NAMED = re.compile("[“「](?P<name>[^”」，。；]{2,12})[”」]")
"""The name of a fund, set apart: "天使基金「甲资本」"."""
_WITH = re.compile("(?:联合|携手)(?=[^，。；]{2,})")
_SIGNS = re.compile("(?:联合|携手|与|和|同)[^，。；]{2,80}?(?:签[署订]|订立|达成)了?[^，。；]{0,12}?协议，")
"""With whom a house signs before it sets up a fund: "甲基金联合乙、丙共同签署合伙协议，发起设立…"."""
_GIVES = re.compile("拟|将|出资|认购|参与|以自有|计划|携手|[与和联](?=[^，。；]{2,20}(?:共同|合作|联合))")


def _giver(scene: Scene, start: int, at: int) -> Told[str] | None:
    """Return who puts money into a fund: the subject of the clause that says so, or of the notice."""
    first = max(scene.text.coded.rfind("，", start, at) + 1, start)
    gives = _GIVES.search(scene.text.coded, first, at)
    return (
        subject(scene, start, first, gives.start() if gives else at)
        or subject(scene, start, start, at)
        or announcer(scene, start, at)
    )


_SORT = re.compile(
    "^(?:主权(?:财富)?|大学捐赠|慈善|养老|社保|保险|家族|产业|市场化|国家级|省级|市级|区级|国资|央企|地方|政府引导)*(?:母)?"
    "(?:基金|机构|办公室|险资|资本|银行|企业|平台|金|公司)$"
)
"""What sort of partner, and none by name: "主权财富基金"."""


def _partners(
    scene: Scene, start: int, end: int, found: re.Match[str], company: Told[str]
) -> tuple[Told[Investor], ...]:
    coded = scene.text.coded
    backers: tuple[Told[Investor], ...] = ()
    ceiling = min(len(coded), end + 160)
    if by := _AS.search(coded, start, ceiling) or _BY.search(coded, start, ceiling):
        backers = roles.listed(scene.names, *by.span(by.lastgroup or "names"), Role.PARTICIPANT)
    backers = backers or join_investors(
        b
        for share in _SUBSCRIBES.finditer(coded, start, ceiling)
        for b in roles.listed(scene.names, *share.span("names"), Role.PARTICIPANT)
    )
    if (
        not backers
        and re.search(rf"出资{MONEY}|认购|参与", coded[start : found.end()])
        and (giver := _giver(scene, start, found.start()))
    ):
        backers = (Told(Investor(giver.value, Role.PARTICIPANT), giver.start, giver.end, giver.quote, 0.7),)
    return tuple(b for b in backers if b.value.name != company.value and not _SORT.search(simplified(b.value.name)))


def _size(scene: Scene, start: int, end: int) -> Told[Money] | None:
    coded = scene.text.coded
    for first, last, told in scene.money.within(start, min(len(coded), end + 160)):
        before = coded[max(start, first - 20) : first]
        if not _SHARE.search(before) and (
            _SIZE.search(before) or re.match("(?:的)?[^，。；]{0,8}(?:基金|募集|规模)", coded[last : last + 12])
        ):
            return told
    return None
