"""Which organisation a clause is about: the one before its verb, or of the clauses before, or the article's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealwire.core.extract.chinese import around, cuts, enumerated, words
from dealwire.core.extract.chinese.names import Span
from dealwire.core.extract.chinese.prose import DATE
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_anaphor, is_possible
from dealwire.model import Told

_REPORTER = re.compile(
    r"(?:获悉|(?<!好)消息|报道|了解|(?<!喜)讯|日电|电|据悉|披露信息|公开资料|数据显示|显示)$|^(?:据|若|如果|一旦|假如)"
    r"|作者|编辑|(?<!告诉)(?<!向)(?<!对)记者|来源|文 ｜"
)


_HEARD_FROM = re.compile(
    "据(?P<named>[^，据]{2,16}?)(?:官方|官微|官网|公众号|公告)+[^，]{0,4}(?:消息|披露|信息|显示|宣布)|(?:^|(?<=[，。！？；：｜\n]))(?P<filed>[^，据]{2,16}?)(?:最新|近日|日前|今日|向[^，]{2,12})*(?:公布|提交|披露|发布|递交|公开)的[^，]{0,10}(?:文件|公告|招股书|声明|数据|财报|备案)(?:显示|称|指出|披露)?$|(?:^|(?<=[，。！？；：｜\n]))(?P<own>[^，据]{2,16}?)(?:官方|官微|官网|公众号)+[^，]{0,4}(?:消息|显示|宣布|发文)$|从(?P<who>[^，]{2,16}?)(?:方面|处|官方|公司)?(?:获悉|了解到|得知)"
)
"""Whom "该公司" is after a clause that says who told it: "记者从甲公司获悉，该公司已完成…"."""
_LEFT = re.compile("离职|出走|离开|(?:前|原)[^，]{2,12}(?:创始人|高管|总裁|副总裁|CEO)创业|创始人[^，]{0,4}创业")
"""Whoever leaves a firm to found another: the clause names the old one."""

SPUN_OFF = re.compile("分拆(?:旗下|其|所属|控股子公司|子公司)*")
"""What leads to the part of a firm that the clauses after it are about: "甲计划分拆乙，融资10亿元"."""

OPENING = re.compile(
    rf"(?:{words.REPORTS}|{words.CONJUNCTIONS}|近日|日前|近期|最近|此前|先前|目前|如今|本周|上周|本月|上个?月|今[天晨晚]|昨[日天晚]"
    rf"|去年|今年|前年|同年|当年|当时|随后|其后|后来|早年|[此这本]次|当地时间|[{DATE}]|[ ，：])+(?=..)"
)
"""What stands in a clause before whoever gives or buys: "消息称，近日…", "但去年…"."""
SURELY = 0.9
"""What is told by its name's end, its quotation marks, or its number."""
LEAST_SURE = 0.7
"""A string less surely a name than this is none."""


def own_subject(scene: Scene, first: int, verb: int) -> Told[str] | None:
    """Return the company that a clause itself names before a verb."""
    span = scene.names.before(first, verb)
    return scene.names.told(span) if span and scene.names.sureness(span) >= LEAST_SURE else None


def _before(scene: Scene, sentence: int, first: int, verb: int) -> Iterator[Span]:
    """Yield the clauses before a place, the last first; what stands before a colon is a clause too."""
    own = scene.text.coded.rfind("：", first, verb)
    if own > first:
        yield first, own
    for start, end in reversed(scene.text.clauses(sentence, max(sentence, first - 1))):
        colon = scene.text.coded.find("：", start, end)
        yield start, end
        if colon > start:
            yield start, colon


_SPEAKS = re.compile(
    "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房缪解应宗丁宣邓单杭洪包诸左石崔吉钮龚程邢裴陆荣翁荀甄曲封储靳段焦谷车侯全班秋仲宫宁仇栾甘厉武符刘景詹龙叶司黎白蒲卓池乔闻党翟谭贡姬申冉桑桂牛边燕尚温庄晏柴瞿阎慕连茹习艾容向古易廖耿匡文寇广欧利越聂辛简饶沙鞠关][\u4e00-\u9fff]{1,2}"
    "(?:近日|日前|随后|还|也|则)?(?:对[^，。；]{2,10})?(?:透露|表示|说|称|介绍|指出|坦言|强调|认为|回忆|告诉[^，。；]{2,10})"
)
"""A clause in which somebody speaks: "李明透露", by his surname and no more than two further characters."""
_OF_TWO = {"前者": 0, "后者": -1}
_THIS_ONE = re.compile(
    "(?:而|但|目前|如今|如今的|当时)?(?:这|该)一?[个家款只][^，。；“「]{0,14}?[“「]?(?:社区|平台|公司|企业|品牌|独角兽|巨头|厂商|机构|应用|网站|团队|创企)[”」]?"
)
"""What stands for the firm at hand and says what it is: "这家两岁的公司", "这个最大的社区"."""


def _of_two(scene: Scene, sentence: int, first: int, which: int) -> Told[str] | None:
    """Return which of the two firms of a clause before "前者" or "后者" stands for."""
    for start, end in reversed(scene.text.clauses(sentence, max(sentence, first - 1))):
        if two := enumerated.before(scene, start, verb_or_end(scene.text.coded, start, end)):
            return two[which]
    return None


def subject(scene: Scene, sentence: int, first: int, verb: int) -> Told[str] | None:
    """Return the company before a verb, or of the clauses before, or that the article is about."""
    coded = scene.text.coded
    rest = scene.names.bare(first, verb)
    if rest in _OF_TWO and (one := _of_two(scene, sentence, first, _OF_TWO[rest])):
        return one
    described = _THIS_ONE.fullmatch(rest) is not None
    if not described and (own := own_subject(scene, first, verb)):
        return own
    if len(rest) >= 4 and not described and not is_anaphor(rest):
        return None
    for start, end in _before(scene, sentence, first, verb):
        clause = coded[start:end].strip()
        heard = _HEARD_FROM.search(coded, start, end) if is_anaphor(rest) else None
        if heard and (span := scene.names.after(*heard.span(heard.lastgroup or "who"))):
            return scene.names.told(span, max(scene.names.sureness(span), LEAST_SURE))
        if not clause or _REPORTER.search(clause):
            continue
        if _LEFT.search(clause):
            return None
        if _SPEAKS.fullmatch(clause) and is_anaphor(rest) and (scene.topic or spoken_of(scene, sentence, first, verb)):
            continue
        if (part := SPUN_OFF.search(coded, start, end)) and (span := scene.names.after(part.end(), end)):
            return scene.names.told(span)
        if alias := scene.names.alias_within(start, end):
            return alias
        cut = end if coded[start] == "由" else verb_or_end(coded, start, end)  # "由甲与乙打造的品牌丙，…"
        if (
            (end - start <= 40 or (cut - start <= _NEAR and (not rest or is_anaphor(rest))))
            and (span := scene.names.before(start, cut))
            and scene.names.sureness(span) >= LEAST_SURE
        ):
            return scene.names.told(span)
        if end - start > 14 and not _APPOSITION.match(coded, start, end):
            break
    return scene.topic or (_next(scene, verb) if first == sentence and _GETS.match(coded, first) else None)


def _next(scene: Scene, verb: int) -> Told[str] | None:
    """Return whom the clause behind one without a subject names: "获甲资本投资，乙加速出海"."""
    coded = scene.text.coded
    comma = _CLAUSE_END.search(coded, verb)
    if comma is None or comma[0] != "，":
        return None
    end = _CLAUSE_END.search(coded, comma.end())
    last = end.start() if end else len(coded)
    act = verb_or_end(coded, comma.end(), last)
    return opens(scene, comma.end(), last) or (own_subject(scene, comma.end(), act) if act < last else None)


_GETS = re.compile("(?:再|连|又|喜)?(?:获(?!批|准|悉)|完成|拿下|斩获|揽获)")
_CLAUSE_END = re.compile("[，。！？；：\n]")
_NEAR = 14
"""Characters of a long clause within which its subject and its verb stand."""
_APPOSITION = re.compile(
    "(?:凭[借藉着]|依靠|依托|靠着|起家|[一这][家个款]|[国海]内|中国|全球|专注|成立于|总部|与|通过|经过?|根据|按照|以|[拟将已并]|斥资|出资|达成|签[署订])"
)
"""What opens a clause without a subject of its own: it says what its subject is, or how and with whom it acts."""


def opens(scene: Scene, start: int, end: int) -> Told[str] | None:
    """Return whom a clause names at its head, whatever its verb: a name whose characters leave hardly a doubt."""
    coded = scene.text.coded
    if lead := OPENING.match(coded, start, end):
        start = lead.end()
    if (latin := _LATIN.match(coded, start, end)) and is_possible(latin[0]):
        return scene.names.told(latin.span(), LEAST_SURE)
    if around.FILLER_START.match(coded, start, end):
        return None
    border = around.BORDER.search(coded, start + 1, end)
    span = scene.names.likelier(None, cuts.beginnings(start, border.start() if border else end))
    return scene.names.told(span, LEAST_SURE) if span else None


_LATIN = re.compile(r"[A-Z][A-Za-z0-9.&\-]+(?: [A-Z][A-Za-z0-9.&\-]+){0,3}(?! ?(?:业务|板块|端))(?= ?[\u4e00-\u9fff])")


def opener(scene: Scene, sentence: int, first: int) -> Told[str] | None:
    """Return whom the nearest clause before a place is about that surely names somebody at its head."""
    for start, end in reversed(scene.text.clauses(sentence, max(sentence, first - 1))):
        if not _REPORTER.search(scene.text.coded[start:end]) and (named := opens(scene, start, end)):
            return named
    return None


_LOOK_BACK = 160
"""Characters before a sentence within which "公司" stands for a firm that a sentence is about."""
_ITS_ROUND = re.compile("(?P<whose>[^，。；的]{2,20})的[^，。；]{0,8}(?:融资|上市|收购|并购)")
_END = re.compile("[。！？；]")


_OF_BACKERS = re.compile(" *(?:领投|跟投|投资|参投)(?:方|人|者|机构)|“[^“”]{9,}|由")
"""What opens a clause about others than the company: its backers, or what somebody said."""
_HEADS = re.compile(
    "[^，。；]{2,4}是(?P<firm>[^，。；的]{2,20})的?(?:联合)?(?:创始人|创办人|董事长|掌门人|CEO|首席执行官)"
)
"""Whose head a clause presents: "李明是|甲智能|的创始人"."""
_CIRCUMSTANCE = re.compile(
    "^ *(?:在|提起|说起|谈起|提到|作为|随着|对于|面对).*|(?:[里内上下中旁边外前]|时|之际|之后|以来)$"
)
"""What clauses say where or when the next one is: "宁波港边的一座仓库里"."""
_WHOSE = re.compile(
    "([^，。；的]{2,20})的(?:[^，。；]{0,6}(?:师|员|人|者|长|团队|产品|机器|设备|业务|客户|总部|工厂|订单|收入|营收))"
)
"""Whose people or things a clause speaks of: "|甲智能|的工程师正在调试"."""
_FOUNDED = re.compile("(?:创办|创立|创建|成立|组建)了")
"""What somebody did whose firm the sentences after it are about: "周先生创办了甲智能"."""
_THE_FIRM = re.compile("(?:该|这家|本|他的|她的|他们的)?(?:公司|企业|初创公司)")


def spoken_of(scene: Scene, sentence: int, first: int, verb: int) -> Told[str] | None:
    """Return whom "公司" stands for before the article has told a deal: the subject of the sentences before it."""
    rest = scene.names.bare(first, verb)
    if scene.topic is not None or not (
        _THE_FIRM.fullmatch(rest) or (not rest and "其" in scene.text.coded[first:verb])
    ):
        return None
    line = scene.text.coded.rfind("\n", 0, sentence) + 1
    ends = [m.start() for m in _END.finditer(scene.text.coded, max(line, sentence - _LOOK_BACK), sentence)]
    starts = [end + 1 for end in ends]
    for start, end in zip(reversed([line, *starts[:-1]]), reversed(ends), strict=False):
        for first, last in scene.text.clauses(start, end)[:3]:
            clause = scene.text.coded[first:last]
            if _REPORTER.search(clause) or _OF_BACKERS.match(clause) or _CIRCUMSTANCE.search(clause):
                continue
            if _LEFT.search(scene.text.coded, first, last):
                if _FOUNDED.search(scene.text.coded, last, end):
                    continue
                return None
            own = own_subject(scene, first, verb_or_end(scene.text.coded, first, last))
            if own is None and (its := _ITS_ROUND.match(scene.text.coded, first, last)):
                own = own_subject(scene, first, its.end("whose"))
            if headed := _HEADS.match(scene.text.coded, first, last):
                own = own_subject(scene, headed.start("firm"), headed.end("firm"))
            if own is None and (whose := _WHOSE.match(scene.text.coded, first, last)):
                own = own_subject(scene, first, whose.end(1))
            if own is None and (made := _FOUNDED.search(scene.text.coded, first, last)):
                span = scene.names.after(made.end(), last)
                own = scene.names.told(span) if span and scene.names.sureness(span) >= SURELY else None
            sure = LEAST_SURE if start == line else SURELY
            if own is not None and own.confidence >= sure and not is_anaphor(own.value):
                return own
            if named := opens(scene, first, last):
                return named
    return scene.names.protagonist()


def announcer(scene: Scene, sentence: int, at: int) -> Told[str] | None:
    """Return who speaks as 公司: the one whose notice a sentence reports, or that the article is about."""
    notice = _NOTICE.search(scene.text.coded, sentence, at)
    if notice is None:
        return scene.topic
    first = max(scene.text.coded.rfind(mark, sentence, notice.start()) for mark in "，：") + 1
    own = own_subject(scene, max(first, sentence), notice.start())
    if own is None and first > sentence and not scene.names.bare(first, notice.start()):
        own = own_subject(scene, sentence, first - 1)  # "甲股份，7月5日公告，公司拟…"
    return own or scene.topic


def opens_with(scene: Scene, sentence: int, at: int) -> Told[str] | None:
    """Return whom the first clause of a sentence is about that names its subject before a place."""
    for start, end in scene.text.clauses(sentence, at):
        if _REPORTER.search(scene.text.coded[start:end]):
            continue
        if own := own_subject(scene, start, verb_or_end(scene.text.coded, start, end)):
            return own
    return None


_NOTICE = re.compile("(?:发布|晚间?|披露|发出)?(?:公告称?|公布)(?=，|：)")


_SAID = re.compile(
    "(?:(?:有|市场|网络|媒体|最新)?(?:消息|传闻|传言|报道)|[^，。；]{0,6}人士)(?:今日|昨日)?(?:称|指|透露|传)"
)
"""What leads a clause that reports: "消息称甲公司正与…"."""


def verb_or_end(coded: str, first: int, last: int) -> int:
    """Return where a clause's first verb begins, or its end."""
    said = _SAID.match(coded, first, last)
    match = re.compile(
        rf"首次|股价|盘[前后中]|启动(?=了)|[更颇备](?=受|为|加|具)|同样|显得|凭借|依靠|依托|[只仅]用|用了|花了|经[历过](?!的)|是(?=一[家个款支]|中国|国内|全球|目前)|继(?=去年|今年|此前|早前|先前|上|完成|获|领投|收购|斥|以|\ue001|\ue002)|再(?![鼎生造])|又|注册|成立(?!于)|(?<!虚)(?<!模)拟|将|要|开始|告诉|斥资|豪掷|引入|引进|{words.TO}(?=[^，。；]{{2,20}}(?:增发|发行|配发|\ue001))|耗资|出资|掷|砸下|花费|动用|正式|计划|宣布|主营|估值(?=已?[达为超约升涨近至突\ue000])|由(?=[^，。；]{{2,20}}(?:创立|创办|创建|打造|孵化))|完成|获(?![悉奖益利])|发?公告|表示|否认|承诺|辟谣|澄清|透露|指出|坦言|强调|回应|据称|据悉|接近|同意|称|投资(?!的)|已|已经|正式|近日|日前|董事会|股东会|股东大会|通过|公布|发布|披露|签署|签订|收到|召开|审议"
        r"|此前|曾|与|在|(?<!专注)(?<!致力)(?<!位)(?<!成立)(?<!服务)于|启动|开启|确定|开盘|定价|每股|有意|欲(?=[在赴于向以收分])|公开发售|招股|超额|集资|募资|配售|配发|配股|供股|增发|先旧后新|发生|工商(?:信息)?变更|注册资本|赴(?=[港美])|今日|昨日|今天|正(?=按|以|在|与|寻|计|考|就|和|洽|进)|按|以|股票(?=停牌|复牌|自|将|今|明|[\ue002]|将)"
    ).search(coded, (said.end() if said else first) + 2, last)
    return match.start() if match else last
