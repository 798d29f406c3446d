"""Whose listing a clause tells: the firm before its verb, one that an exchange or its parent speaks of, or several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealwire.core.extract.chinese import enumerated, sponsors
from dealwire.core.extract.chinese.name_model import likeness
from dealwire.core.extract.chinese.parties import LEAST_SURE, own_subject, subject, verb_or_end
from dealwire.core.extract.chinese.prose import simplified
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Told

PLACE = (
    r"港交所|香港交易所|香港联合交易所|联合交易所|联交所|上交所|深交所|北交所|纳斯达克|纽交所|纽约证券交易所|科创板|创业板|创新板|兴柜|主板|新三板|港股"
    r"|美股|A股|H股|香港|美国|纽约|上海证券交易所|深圳证券交易所|赴港|赴美|伦敦|东京"
)
AND = re.compile("[、和与及]")
NO_ISSUER = re.compile(
    "(?:协会|交易所|证监会|证监局|会计师事务所|委员会|研究院|毕马威|德勤|安永|普华永道|中证协|财政部)$"
)
"""Who speaks of listings and has none."""
CLEARLY = 0.8
"""How likely a string must be a name by its characters where little else speaks for it."""
_SUBJECT_END = re.compile(
    rf"(?:[沪深京](?={PLACE})|{PLACE}|于(?:中国|海外|境外|新加坡)|通过与|与(?=[^，。；]{{0,16}}(?:SPAC|特殊目的|空白支票|Acquisition))|(?<=..)(?:明[日天]|周[一二三四五]|进入|开始|迎来)|[沪深京]市)|(?:成功|正式|将|拟|计划|已|拿到|取得|斩获|领取|等来|宣布|公告|今日|今天|近日|日前|昨日|向|在(?!投)|(?<![胎注力立位源基])于|登陆|递交|递表|冲(?=港|A"
    rf"|科|美|创|I)|提交|更新|发布|披露|公布|启动|申请|筹备|冲刺|的?IPO|免去|上市|首次公开|招股|敲钟|挂牌|通过|考虑|正在"
    rf"|即将|寻求|谋求|开始|第[一二三四五六]次|加速|终于|有望|最早|最快|秘密|更改|冲击|角逐|争夺|剑指|选择|委任|委聘|聘请|挑选|选定|基本确定|很有可能|与[^，。；]{{0,6}}(?:机构|证券|公司|资本|国际)$|顺利|签[署订]|重启|暂停|终止|撤回|放弃|再度|再次|赴|奔赴|此次|本次|“?创纪录|股票|完成"
    rf"|进行|预计|可能(?=[在于将向会赴最])|主动|公开$|冲$|获[^，。；]{{0,8}}$|收到|定于|推迟|延迟|暂缓|延后|借壳|定价|已?办理|转板|公开发售|暗盘|正(?=考|计|寻|筹|准|就|与)|提高|上调|下调|扩大|缩减|首日|截至|今日申购|二次|首次|三度|二度|第[二三]次|终于|被曝|重新|需要|以每股|每股|今起|招股"
    rf"|确定|保留|募资|筹集|开盘|驶入|驶向|欲|迈入|据悉|接近|创(?:史上|下|纪录)|内部|高层|审核状态|获[^，。；]{{0,12}}受理)"
)
_RECEIVED = re.compile(
    r"(?:受理|审核|审议|批准|核准|同意|通过(?!特殊|SPAC|与|合并|借壳|子公司|旗下|分拆|在|发行)|备案|恢复|终止|中止|暂缓|为|助力|推动|让|(?:分拆|推动|安排)(?:旗下|其|子公司|控股子公司)+|(?:考虑|计划|拟|打算|欲|正|筹划|寻求)将)(?:了|的)?(?:对)?(?:审[核查议])?(?P<company>[^，。；]{2,20}?)(?:的)?"
    r"(?:[在赴到于]?(?:科创板|创业板|主板|北交所|港股|纽约|香港|美国|伦敦|新加坡|东京|中国|海外|境外|A股|H股)|赴[港美]|[在回来]港|分拆|单独|独立|首发|首次公开|IPO|上市)"
)
_NAMED_ARM = re.compile(
    "(?:公司|其)?(?:旗下|控股|全资|下属)*(?:子公司|孙公司)(?P<company>(?!拟|将|计划|筹划|申请|获|首发|IPO|上市|向)[^，。；]{2,16}?)(?=拟|将|计划|筹划|申请|获|首发|IPO|的?上市)"
)
"""An arm that its parent's notice names: "甲股份：控股子公司乙拟向北交所公开发行股票"."""
_ARM = re.compile("(?:公司)?(?:控股|全资|下属|旗下)*(?:子公司|孙公司)(?=拟|将|计划|筹划|申请|获|首发|IPO|上市|向)")
_OFFERS = re.compile(
    "(?:(?:截止|正在|结束|今日|今起|开始|首日|步入|进入|昨日|昨天)(?:公开)?招股(?:首日|第[一二三四五]日)?"
    "|(?:今日|昨日|本周|上周|周[一二三四五]|首日)(?:挂牌|上市))的(?P<company>(?!新股|公司|企业)[^，。；]{2,16})"
)
"""Who is named by what it does: "前日截止招股的甲公司"."""
_SPUN_OFF = re.compile(
    r"分拆(?:旗下|其|控股子公司|子公司|所属)*(?!至|到|在|于|赴|独立|上市|后|并)(?P<company>[^，。；]{2,20}?)(?:的)?"
    r"(?:科创板|创业板|港股|IPO|上市|至|到|赴|在|来|回|于|独立|登陆)"
)
_VERB_FIRST = re.compile("募资|筹集|创(?:史上|下|纪录)|预计|拟")
_HEARD = re.compile("(?:发布|披露|刊发)(?:了)?(?P<company>[^，。；]{2,20}?)(?:的)?聆讯后资料集")
"""Whose papers an exchange puts out: "港交所发布甲公司聆讯后资料集"."""
_BY_EXCHANGE = re.compile(r"据?(?:[上深北港]交所|证监会)(?:官网|网站)?(?:显示|消息)?")
_TRADED = re.compile("开盘|发行价|敲钟|挂牌|首日")
_BANKERS = re.compile("保荐|承销|顾问|担任|协助|负责|合并|投资|持有|减持")


def companies(scene: Scene, start: int, first: int, last: int, event: re.Match[str]) -> Iterator[Told[str]]:
    """Yield whose listing an event is: of one company, or of each of several."""
    coded = scene.text.coded
    names: tuple[Told[str], ...] = ()
    if AND.search(coded, first, event.end()) and not _BANKERS.search(coded, first, last):
        verb = _SUBJECT_END.search(coded, first + 2, event.start())
        cuts = dict.fromkeys([verb.start() if verb else event.start(), event.start()])
        names = next((n for at in cuts if (n := enumerated.before(scene, first, at))), ())
        if not names and (received := _RECEIVED.search(coded, first, last)):
            names = enumerated.names(scene, *received.span("company"))
    if not names and first > start and not _BANKERS.search(coded, start, last):
        names = _listed_before(scene, start, first, event.start())
    if len(names) > 1 and not any(sponsors.BANK.search(simplified(name.value)) for name in names):
        yield from names
    elif company := _company(scene, start, first, last, event):
        yield company


def _listed_before(scene: Scene, start: int, first: int, verb: int) -> tuple[Told[str], ...]:
    """Return the firms of which a clause without a subject goes on: "甲、乙将于周四，即8月8日上市"."""
    if scene.names.bare(first, verb) not in _GOES_ON:
        return ()
    before = scene.text.clauses(start, first - 1)
    begin, end = before[-1] if before else (start, start)
    return enumerated.before(scene, begin, verb_or_end(scene.text.coded, begin, end))


_KIND = re.compile("的|企业|公司")
_GOES_ON = ("", "即", "并", "也", "均", "都")
"""What a clause may open with that has the subject of the one before."""


def that_lists(scene: Scene, last: int, event: re.Match[str]) -> Told[str] | None:
    """Return the firm that a clause says is about to be listed to tell which one it means: "筹备上市的甲公司"."""
    kind = _KIND.match(scene.text.coded, event.end(), last)
    begin = kind.end() if kind else event.end()
    span = scene.names.after(begin, verb_or_end(scene.text.coded, begin, last), sure=True)
    return scene.names.told(span) if span and scene.names.sureness(span) >= LEAST_SURE else None


_THIS = re.compile("(?:据悉|招股书显示)?(?:[此本该]次|是次)(?:公开)?(?:IPO|上市|发行|招股)")
"""A clause that stands for the listing at hand, whose firm the next one names: "此次IPO，甲公司拟募资5亿元"."""
_NEAR = 30
_HEAD_NOUN = re.compile("的(?=[^，。；的]{3,})")
"""What ends the words that describe a firm, behind a verb of theirs."""
_LISTED_AT = re.compile("(?:已)?[在于][^，。；的]{2,12}(?:上市|挂牌)的(?=..)")
"""Where a firm is listed already: "在上海科创板上市的甲公司向港交所提交申请"."""
_SHELL = re.compile("SPAC|[A-Za-z] Acquisition|特殊目的收购|空白支票")
"""A company that exists to be merged with: whoever merges with it gets listed."""
_WITH_SHELL = re.compile(
    r"(?:与|和|同)(?P<company>[^，。；与和]{2,24}?)(?:就|达成|签署|签订|宣布|完成|进行|的|拟|将)*(?:业务|最终)?合并"
)


def _company(scene: Scene, start: int, first: int, last: int, event: re.Match[str]) -> Told[str] | None:
    coded = scene.text.coded
    if _THIS.fullmatch(coded, first, last) and coded.startswith("，", last):
        verb = verb_or_end(coded, last + 1, min(len(coded), last + _NEAR))
        if own := own_subject(scene, last + 1, verb):
            return own
    merged = _WITH_SHELL.search(coded, start, max(last, first)) if _SHELL.search(coded, start, last) else None
    if merged and not _SHELL.search(coded, max(start, merged.start() - 4), merged.end("company")):
        span = scene.names.after(*merged.span("company"))
        if span and scene.names.sureness(span) >= 0.5:
            return scene.names.told(span)
    if received := next((f for p in (_SPUN_OFF, _HEARD, _RECEIVED) if (f := p.search(coded, first, last))), None):
        lets = received[0][0] in "让考计拟打欲正筹寻"
        span = scene.names.after(*received.span("company"), sure=lets)
        if span is None and lets:
            span = scene.names.in_list(*received.span("company"))
        if span and scene.names.sureness(span) >= (0.7 if lets or received[0][0] in "为助推" else 0.5):
            return scene.names.told(span)
    if offers := _OFFERS.search(coded, first, last):
        span = scene.names.after(*offers.span("company"))
        if span and scene.names.sureness(span) >= 0.5:
            return scene.names.told(span)
    if arm := _NAMED_ARM.match(coded, first, last):
        span = scene.names.after(*arm.span("company"), sure=True) or scene.names.in_list(*arm.span("company"))
        if span:
            return scene.names.told(span)
    if _ARM.match(coded, first, last):
        return None  # a headline's "子公司拟上市": its text names it
    if listed := _LISTED_AT.match(coded, first, event.start()):
        first = listed.end()
    told_by = _BY_EXCHANGE.match(coded, first)
    begin = (told_by.end() if told_by else first) + 1
    stop = _SUBJECT_END.search(coded, begin, max(event.start(), begin))
    if stop and (described := _described(scene, stop.end(), event.start())):
        return described
    if _VERB_FIRST.match(coded, first):
        stop = None
    verb = stop.start() if stop else event.start()
    told = subject(scene, start, first, verb - 1 if coded[verb - 1] == "的" else verb)
    if told and (told.confidence >= 0.9 or _names_itself(scene, told, first, event.start())):
        return told
    if told is None and _TRADED.search(coded, start, max(start, first - 1)):
        told = subject(scene, start, first, first)  # "X开盘大涨，本市再添一家IPO"
    return scene.topic or (told if told and told.confidence >= 0.7 and len(told.value) <= 6 else None)


def _described(scene: Scene, at: int, end: int) -> Told[str] | None:
    """Return the firm that a clause describes by a verb before its name: "搁置过上市的甲公司重启IPO"."""
    for head in list(_HEAD_NOUN.finditer(scene.text.coded, at, end))[-1:]:
        stop = _SUBJECT_END.search(scene.text.coded, head.end() + 1, max(end, head.end() + 1))
        own = own_subject(scene, head.end(), stop.start() if stop else end)
        return own if own and own.confidence > LEAST_SURE and not _SHELL.search(own.value) else None
    return None


def _names_itself(scene: Scene, told: Told[str], first: int, at: int) -> bool:
    """Tell whether a clause names its own subject, by characters that likely make a name."""
    begins = scene.text.place(told.start, told.end)[0]
    return first <= begins < at and likeness(told.value) >= CLEARLY
