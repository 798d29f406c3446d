"""Listings in a sentence: an offering filed, priced or begun to trade. A product that is "上市" is none.

The word for a product's launch and for a listing is one: a listing needs an exchange, a filing or IPO beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.chinese import roles, stance, worth
from dealwire.core.extract.chinese.names import is_firm
from dealwire.core.extract.chinese.parties import subject
from dealwire.core.extract.chinese.prose import ROUND
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Kind, Role, Status, Told

_PLACE = (
    r"港交所|香港交易所|联交所|上交所|深交所|北交所|纳斯达克|纽交所|纽约证券交易所|科创板|创业板|主板|新三板|港股"
    r"|美股|A股|H股|香港|美国|纽约|上海证券交易所|深圳证券交易所|赴港|赴美|伦敦|东京"
)
_EVENT = re.compile(
    rf"(?:{_PLACE})(?:主板|市场)?[^，。；]{{0,10}}?(?:上市(?!审核|委)|挂牌|敲钟|IPO|鸣锣)|(?:登陆|登录"
    rf"|挂牌|驶入|驶向)(?:于)?(?:港交所|联交所|上交所|深交所|北交所|纳斯达克|纽交所|科创板|创业板|港股|美股|A股|新三板)"
    rf"|(?:奔赴|冲刺|叩响|闯关|冲击|赴|申请在?|计划在?)(?:于|在)?(?:{_PLACE})[^，。；]{{0,8}}?(?:上市|挂牌|IPO)"
    r"|IPO|首次公开募股|首次公开发行|首发上市|招股书|招股说明书|递表|递交(?:了)?(?:上市|招股)|(?:提交|递交"
    r"|呈交)[^，。；]{0,12}上市申请|上市申请书?|上市聆讯|通过(?:了)?[^，。；]{0,6}聆讯|上市辅导|辅导备案|二次上市|重新上市|借壳上市"
    r"|SPAC"
    r"|敲钟(?:上市)?|挂牌上市|成功上市|正式上市(?=[^，。；]{0,6}(?:市值|股价|开盘|发行))|(?:启动|筹备|寻求|计划"
    r"|推进|考虑|准备|申请|谋求|拟|推动)[^，。；]{0,12}?(?<!重新)上市(?!公司|辅导期|销售|发售|车)|上市(?:在即|进程"
    r"|首日|计划|铺路|前夕|前奏)|(?:将于|定于)[^，。；]{1,8}上市(?=$|[，。；：])|(?:明日|今日|即将)上市(?=$|[，。；])|分拆[^，。；]{2,30}?上市|确定(?:IPO)?发行价"
)
_NOT = re.compile(
    r"特定对象|(?:发行|上市)条件|可转换|可转债|REIT|产品|疫苗|上市外资股|终止上市|股票终止|终止(?:公司)?股票|退市|摘牌|家(?:企业"
    r"|公司)?(?:IPO|上市)|[\d]家|境内上市|回购|IPO中|IPO(?:市场|数量|企业|项目|投资|募资总|节奏|规则|制度|收紧|热潮|排队"
    r"|业务|储备|募资排|参考|承销|机制|浪潮|申报量)|已上市公司|上市公司|Pre-?IPO"
)
_LAUNCH = re.compile(
    r"新车|车型|款|售价|起售|版本|预售"
    r"|国行|续航|SUV|轿车|手机|耳机|显示器|笔记本|显卡|处理器|电脑|相机|镜头|主机|配色|游戏本|平板|鼠标|键盘"
    r"|首发搭载|万元起|上市时间|年度|季度上市"
)
_EXCHANGE = re.compile(
    r"IPO|赴港|赴美|招股|港交所|交易所|纳斯达克|纽交所|科创板|创业板|主板|A股|港股|美股|北交所|上交所|深交所"
    r"|公开募股|证监会|H股|新三板|[国境海]内上市|[境海]外上市|整体上市|(?:在|于)(?:香港|美国|纽约|伦敦|东京|新加坡)[^，。；]{0,6}上市"
)
_MARKET = re.compile("交所|沪|深|港|IPO|申请|股票|挂牌|募")
_SUBJECT_END = re.compile(
    rf"(?:{_PLACE}|[沪深京]市)|(?:成功|正式|将|拟|计划|已|宣布|公告|今日|今天|近日|日前|昨日|向|在|于|登陆|递交|递表|冲(?=港|A"
    rf"|科|美|创|I)|提交|更新|发布|披露|公布|启动|申请|筹备|冲刺|的?IPO|上市|首次公开|招股|敲钟|挂牌|通过|考虑|正在"
    rf"|即将|寻求|加速|终于|有望|最早|秘密|更改|重启|暂停|终止|撤回|再度|再次|赴|奔赴|此次|本次|“?创纪录|股票|完成"
    rf"|定于|终于|被曝|重新|需要"
    rf"|确定|保留|募资|筹集|开盘|驶入|驶向|欲|迈入|据悉|接近|创(?:史上|下|纪录)|内部|高层|审核状态|获[^，。；]{{0,12}}受理)"
)
_RECEIVED = re.compile(
    r"(?:受理|审核|审议|批准|同意|通过|备案|恢复|终止|中止|为|助力|推动)(?:了|的)?(?P<company>[^，。；]{2,20}?)(?:的)?"
    r"(?:科创板|创业板|主板|北交所|港股|首发|首次公开|IPO|上市)"
)
_SPUN_OFF = re.compile(
    r"分拆(?:旗下|其|控股子公司|子公司|所属)*(?P<company>[^，。；]{2,20}?)(?:的)?"
    r"(?:科创板|创业板|港股|IPO|上市|至|到|赴|在|独立|登陆)"
)
_DONE = re.compile(
    r"确定(?:IPO)?发行价|敲响[^，。；]{0,4}钟|敲钟|挂牌上市|成功上市|成功登陆|正式登陆|正式挂牌|终于登陆|已(?:成功|正式)?(?:上市|登陆|挂牌|在)|开盘|首日"
    r"|上市首日|奔赴[^，。；]{0,8}上市|登陆(?:纳斯达克|港交所|纽交所|科创板|创业板|港股|A股|主板|北交所)|(?:在"
    r"|于)[^，。；]{0,12}(?:正式)?(?:挂牌)?上市|完成[^，。；]{0,6}IPO(?! ?辅导)|上市后"
)
_PENDING = re.compile(
    r"建议|预计|拟|将|计划|申请|递|提交|受理|审核|招股书|招股说明书|冲刺|筹备|寻求|考虑|正在|有望|或|最早|聆讯|辅导|备案"
    r"|过会|上会|注册|在即|即将|推进|加速|启动|重启|预计|预披露|秘密|目标|完成[^，]{0,8}改造|问询|上市委|议案|铺路|前奏|前夕|驶入|驶向|来袭|分拆|筹划|H股(?:股票)?并|[本下]周|明年|定于|没有终止|非终止"
)
_OFF = re.compile(
    r"(?<!没有)(?<!并未)(?<!非)(?<!不是)(?:终止|撤回|取消|搁置|失败)|中止(?=.{0,6}(?:IPO|上市))(?!.{0,6}非终止)"
)
_FILED = re.compile(
    r"(?P<before>[^，。；：]{0,40}?)(?:(?:递交|提交|呈交|递)(?:了)?[^，。；]{0,24}?(?:上市(?:的)?申请|IPO|招股|首次公开|注册声明|[FS]-1)"
    r"|递表|向[^，。；]{2,16}递交(?:了)?申请|(?<!并)申请(?:美股|港股|在?[^，。；]{0,8})?IPO)"
)
"""A listing filed: with the words of its clause before, which may put it off."""
_PLANNED = re.compile(
    r"(?<!虚)(?<!模)拟|将|计划|筹备|筹划|接近|最早|考虑|准备|预计|建议|需|待|辅导|有望|或(?!许)|寻求|目标|未(?!来)|议案|审议|即将|争取|打算|希望"
)
_VERB_FIRST = re.compile("募资|筹集|创(?:史上|下|纪录)|预计|拟")
_SOON = re.compile("明日|今日|即将|将于|定于|分拆|上市(?:在即|前夕)")
_BY_EXCHANGE = re.compile(r"据?(?:[上深北港]交所|证监会)(?:官网|网站)?(?:显示|消息)?")
_TRADED = re.compile("开盘|发行价|敲钟|挂牌|首日")
_LAST_WORTH = re.compile("(?:最近|上|前)一[次轮][^，。；]{0,6}估值")
_STOCK_CODE = re.compile(r"[（(]\d{4,6}")
_PLAIN = re.compile("上市(?:铺路|前奏)")
_MOST_EVENTS = 6


def read(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Yield the listings that a sentence tells."""
    coded, text = scene.text.coded, scene.text
    for event in islice(_EVENT.finditer(coded, start, end), _MOST_EVENTS):
        if _NOT.search(coded, max(start, event.start() - 30), min(end, event.end() + 24)):
            return
        launched = _LAUNCH.search(coded, max(start, event.start() - 30), min(end, event.end() + 24))
        if launched and not _EXCHANGE.search(event[0]):
            return
        if "主板" in event[0] and not _MARKET.search(coded, start, end):
            return
        first, last = next((c for c in text.clauses(start, end) if c[0] <= event.start() < c[1]), (start, end))
        company = _company(scene, start, first, last, event)
        if company is not None and _is_listing(scene, event[0], company):
            yield _draft(scene, event, company, start, end)
            return


def _is_listing(scene: Scene, event: str, company: Told[str]) -> bool:
    """Tell whether 上市 is of shares: an exchange is named, or what comes to market is a firm and no product."""
    if _EXCHANGE.search(scene.text.coded) or _PLAIN.match(event):
        return True
    content = scene.text.content
    listed = _STOCK_CODE.match(content, company.end) or content[: company.start].endswith("公司")
    return bool(_SOON.match(event)) and (is_firm(company.value) or bool(listed))


def _draft(scene: Scene, event: re.Match[str], company: Told[str], start: int, end: int) -> Draft:
    coded, text = scene.text.coded, scene.text
    sentence = text.plain[start:end]
    kind = text.told(Kind.IPO, *event.span(), 0.85)
    sums = (
        []
        if ROUND in coded[start:end]
        else [s for s in worth.sums(scene, start, end) if _raises(scene, start, end, s[0])]
    )
    values = [] if _LAST_WORTH.search(sentence) else worth.valuations(scene, start, end)
    advisers = tuple(
        b for g in roles.groups(scene.names, start, end) for b in g.backers if b.value.role is Role.ADVISER
    )
    days = scene.dates.within(start, event.end())
    return Draft(
        kind,
        company,
        advisers,
        sums[0][2] if sums else None,
        values[0] if values else None,
        status=Told(
            listing_status(sentence),
            kind.start,
            kind.end,
            kind.quote,
            0.9 if _FILED.search(sentence) or _DONE.search(sentence) or _PENDING.search(sentence) else 0.5,
        ),
        background=stance.past(scene, start, end, event.end()),
        announced_on=days[-1][2] if days else None,
    )


_RAISES = re.compile("募|发行|IPO|筹|上市|招股")
_EARLIER = re.compile("完成|轮|获投|获得")


def _raises(scene: Scene, start: int, end: int, at: int) -> bool:
    """Tell whether the clause of a sum speaks of the offering, and not of an earlier round."""
    clause = next((c for c in scene.text.clauses(start, end) if c[0] <= at < c[1]), (start, end))
    coded = scene.text.coded
    return bool(_RAISES.search(coded, *clause)) or not _EARLIER.search(coded, *clause)


def _company(scene: Scene, start: int, first: int, last: int, event: re.Match[str]) -> Told[str] | None:
    coded = scene.text.coded
    if received := _SPUN_OFF.search(coded, first, last) or _RECEIVED.search(coded, first, last):
        span = scene.names.after(*received.span("company"))
        if span and scene.names.sureness(span) >= 0.7:
            return scene.names.told(span)
    told_by = _BY_EXCHANGE.match(coded, first)
    begin = (told_by.end() if told_by else first) + 1
    stop = _SUBJECT_END.search(coded, begin, max(event.start(), begin))
    if _VERB_FIRST.match(coded, first):
        stop = None
    verb = stop.start() if stop else event.start()
    told = subject(scene, start, first, verb - 1 if coded[verb - 1] == "的" else verb)
    if told and told.confidence >= 0.9:
        return told
    if told is None and _TRADED.search(coded, start, max(start, first - 1)):
        told = subject(scene, start, first, first)  # "X开盘大涨，本市再添一家IPO"
    return scene.topic or (told if told and told.confidence >= 0.7 and len(told.value) <= 6 else None)


def listing_status(sentence: str) -> Status:
    """Return how far a listing has come: done where shares trade, in talks while it is filed or planned."""
    if _OFF.search(sentence):
        return Status.ABANDONED
    if any(not _PLANNED.search(filed["before"]) for filed in _FILED.finditer(sentence)):
        return Status.RUMOURED if stance.is_sourced(sentence) else Status.ANNOUNCED
    if _DONE.search(sentence) and not re.search(
        r"拟|计划|筹备|筹划|冲刺|即将|或将|有望|申请|最早|考虑|寻求|预计|将于|定于|建议|议案|H股(?:股票)?并", sentence
    ):
        return Status.ANNOUNCED
    return Status.IN_TALKS
