"""How far a deal has come and whether it is news or history, by the words around the ones that tell it."""

from __future__ import annotations

import re
from datetime import date

from dealwire.core.extract.chinese.prose import DATE, Prose
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Precision, Status, Told

_OFF = re.compile(
    r"(?<!没有)(?<!并未)(?<!非)(?<!尚未)(?<!不是)终止|搁浅|泡汤|取消(?!费)|告吹|叫停|搁置|撤回|未能(?:完成|达成)|破裂|流产|无果而终|作罢|(?:协议|要约|收购|交易)[^，。；]{0,6}失效|不再(?:收购|进行)|解除[^，。；]{0,8}协议|放弃(?:收购|对|了|此|这|该|与(?=[^，。；]{1,16}(?:合并|收购|并购|交易))"
    r"|IPO|上市)|将放弃(?!与)|宣告结束|失败|否决|拒绝批准|中止|未果|撤销(?!股份|其?上市地位)|夭折"
)
_DENIED = re.compile(
    r"驳斥|不实(?![施现行际用体])|(?:不|并非|非)属实|辟谣|子虚乌有|(?:纯属|属于?|是)谣言|并非事实|假消息|：假的|纯属虚构"
    r"|(?<!未)(?<!没有)否认(?=[^，。；]{0,20}(?:收购|融资|上市|并购|入股|投资|接触|传闻|消息|报道|有关|出售))"
    r"|(?:予以|作出|遭|[，、\n ]|(?<=[^，。；])(?=否认$))否认"
)
"""What denies a report: what it denies was told, as done or as being talked about."""
_NO_PLAN = re.compile(
    r"(?:没有|无|暂无|不存在)[^，。；]{0,8}(?:收购|融资|上市|并购)"
    r"(?:的)?(?:计划|安排|意向|打算)|(?:没有|无|不存在)(?:相关|该|此类|这[一类个方]?面?|任何|上述)(?:计划|安排|意向|打算|事[宜项情])|未有?[^，。；]{0,8}(?:收购|融资|上市)(?:的)?(?:计划|安排|打算)|未(?:有)?(?:收购|融资|参与收购)"
)
"""What says that nothing is meant to be done."""
_TALKS = re.compile(
    r"洽谈|尾声|正以|谈判|磋商|商谈|商讨|讨论|寻求|计划|(?<!虚)(?<!模)拟(?!态|人|合)|考虑|筹备|筹划|有意|(?<!同)意向|目标(?!公司"
    r"|企业|客户)|启动|开启|推进|正在(?:敲定|进行(?!工商)|就|与|收购|考虑|寻求|推进|为)|正进行(?!工商)|进行中|接触|希望|或将|或(?=收购"
    r"|被|出售|以)|酝酿|试图|尝试|开放|预计(?:将|会)?(?:融|募|筹|完成|在|于|从|获得?|拿)|可能[会将]?(?:[融募筹]|获得|完成|拿)|有望|打算|想要|欲(?=收购|以|买|融|出售"
    r"|上演)|准备|竞购|竞标|提出收购|收购要约|收购邀约|要约收购|报价|评估|权衡|谋求|将为[^，。；]{2,16}(?:融资|筹资|募资|集资)|将(?:以|完成|收购|融|募|寻|启"
    r"|获|出售|上市|登陆|被|于)|即将|接近(?=完成|敲定|达成)|待售|挂牌出售|冲刺|聆讯|递表|递交|提交|招股书|受理|辅导|过会|上会|备案|申请"
)
_NEARLY = re.compile(
    r"即将(?:完成|获|敲定|达成)|接近(?:完成|达成|敲定)|将(?:完成|获)|收尾|基本(?:完成|敲定)|已(?:完成|获|敲定)"
    r"|完成|获得|获|领投|达成"
)
_SOURCED = re.compile(
    r"消息称|据报(?!告)|市传|知情人士|消息人士|接近[^，。；]{2,12}人士|内部人士|消息源|据传|传闻"
    r"|(?:^|[，：。 ])传(?=.{1,16}(?:融资|收购|上市|获|完成|拟|将))"
    r"|传出(?!声|信号|味)|被传|(?<![宣流遗相上盛谣言外])传(?=拟|欲|将|正|考虑|有意|洽)|被指(?!定|控|责|数)"
    r"|被曝|曝光|(?:^|[，：。 ])曝|爆料|据称|据报道|据外媒"
    r"|据(?!.{0,10}(?:资本|官微|官方|公告|官网|公众号)).{2,12}(?:报道|消息)|报道称|报道："
    r"|(?:路透社?|彭博社?|外媒|华尔街日报|金融时报)[^，。；]{0,4}(?:报道|报导|引述)|有消息|外媒称"
    r"|媒体报道|市场消息|(?:^|[，。：\n])(?:路透社?|彭博社?|外媒|媒体|知情人士|消息)："
    r"|(?<=[^，。：；｜\n 氪社报网家讯者体日])据悉|据悉.{0,20}(?:正|将|拟)|援引"
)
_OWN_WORD = re.compile(
    "据[^，]{2,16}(?:消息|介绍|透露)，(?:其|公司|该公司)|据(?:财联社|新华社|央视|中新社|新华财经|证券时报|上证报|中证报)[^，]{0,6}消息"
)
"""A source that is a party, or an agency that passes on what parties say."""
_SAID_BY_PARTY = re.compile("宣布|官宣")
_PUT_OUT = re.compile("(?:公告称?|宣布)，?")
_WILL = re.compile("(?:预计)?将(?=以|获)")
_DONE = re.compile(r"完成|交割|落定|收官|关闭募集|首关|终关|完毕")
_PAST = re.compile(
    r"尽管(?=[^，。；]{2,30}(?:破裂|终止|失败|告吹))|(?<![相较比])此前(?!报道|消息|的?\ue002|的?\d{1,2}月\d)|曾(?!经理)|早在|早前|先前|(?<!较)去年|前年|(?:上一轮|上轮|(?<![O市牌])前一轮)(?!(?:的)?(?:投资方|投资人|投资机构|投资者|股东|领投))|历史上|当时|当初|[在那]一年，|这一年，"
    r"|彼时|先后(?:完成|获|收购)|历经|历次|过往|截至目前|自成立以来|成立以来|多次获|已累计|(?:数|几|半"
    r"|[一二两三四五六七八九十\d]+)(?:个)?(?:多)?(?:年|个月|月)之?前|不久前|不到半年|年内已|一度|往期|在此之前|上次|回溯"
    r"|回顾|据IT之家此前报道|当年|同年|原本|距离?(?:其|上|前|首)|继(?=[^，。；]{2,24}后)|公开(?:资料|信息)显示(?![^。]*(?:变更|新增))|(?<!商)资料显示(?![^。]*(?:变更|新增))"
)
_AND_NOW = re.compile(
    "后，?(?:[^，。；]{0,10}，)?[^，。；]{0,16}(?:近日|日前|今日|今天|昨日|[本这上]周|又|再度?|再次|此次|本次|如今|卷土重来)"
    "|，[^，。；]{0,12}(?:近日|日前|今日|今天|昨日|昨天|如今|现[已正在]|预计(?:将|[今明]年)|[今明]年[^，。；]{0,4}(?:将|拟|计划|有望))"
)
_SINCE = re.compile("(?:成立|创立|创办|创建|诞生|组建|始|起步|上市)(?:时间)?(?:于|自|为|：)?$")
_FOUNDED = re.compile("(?:[^，。；]{0,4})?(?:成立|创立|创办|创建|诞生|问世)的")
_DESCRIBED = re.compile("[^，。；]*的[^，。；]*，")
_MONTH = re.compile(r"(?:今年|于|在|早在|(?<=[，。；\n]))(\d{1,2})月(?!\d)")
_PART_OF_YEAR = re.compile("(?P<year>20\\d\\d)年(?:年中|中|上半年|年?初|春|夏|秋|第?[一二三]季度)")
_EARLY = re.compile("(?:今年|同年|^)(?P<part>年?初|春[季天]?|上半年|一季度|第一季度)(?!以来|至今|开始)")
_EARLY_MONTHS = {"年初": 5, "初": 5, "春": 8, "春季": 8, "春天": 8, "上半年": 11, "一季度": 8, "第一季度": 8}
"""Parts of the year, and the month from which a text that names them recalls."""
_TO_BE_DONE = re.compile("(?:计划|拟|预计|有望|争取|目标是?|预期|希望)(?:在|于|将)?[^，。；]{0,8}完成")
"""A round that is to be completed, and is not."""
_LONG_AGO_DAYS = 90


def funding_status(sentence: str, lead: str) -> Status:
    """Return how far a round has come. `lead` is the headline, whose doubt covers what its text repeats."""
    if _OFF.search(sentence):
        return Status.ABANDONED
    sourced = is_sourced(sentence) or bool(re.search(r"消息称|被曝|^传(?=.{1,16}(?:融资|获|完成))|知情人士", lead))
    talks = _TALKS.search(sentence)
    if (
        sourced
        and _NEARLY.search(sentence)
        and not re.search(r"洽谈|谈判|磋商|寻求|计划|拟(?!态|人)|考虑|启动|商讨|讨论|权衡|筹备|目标", sentence)
    ):
        return Status.RUMOURED
    if talks and _PUT_OUT.search(sentence) and not _TALKS.search(_WILL.sub("", sentence)):
        return Status.ANNOUNCED  # "公告称，甲将以1亿元投资乙"
    if talks and not re.search(
        r"(?:宣布|已|近日|日前|今日|成功|正式)[^，]{0,6}完成|已经?获得?(?!悉|批)|(?<!即将)(?<!接近)(?<!将于近期)完成[^，]{0,30}(?:融资|轮)",
        _TO_BE_DONE.sub("", sentence),
    ):
        return Status.IN_TALKS
    if sourced:
        return Status.RUMOURED
    return Status.CLOSED if _DONE.search(sentence) else Status.ANNOUNCED


def is_denied(sentence: str) -> bool:
    """Tell whether a sentence denies what somebody reports."""
    return bool(_DENIED.search(sentence))


def is_ruled_out(sentence: str) -> bool:
    """Tell whether a sentence says that there is no such plan, or what more would come if more were allotted."""
    return bool(_NO_PLAN.search(sentence) or _IF_ALLOTTED.match(sentence))


_IF_ALLOTTED = re.compile("[ \n]*(?:若|如果?|倘若?)[^。]{0,12}超[额額]配[^。]{0,16}行使")


def when_denied(status: Status) -> Status:
    """Return how far a deal has come that a party denies: what was told as done is a rumour."""
    return Status.RUMOURED if status in (Status.CLOSED, Status.ANNOUNCED) else status


def is_called_off(sentence: str) -> bool:
    """Tell whether a sentence says that a deal was called off."""
    return bool(_OFF.search(sentence))


def is_sourced(sentence: str) -> bool:
    """Tell whether a sentence rests on reports or unnamed sources, and not on what a party itself says."""
    source = _SOURCED.search(sentence)
    return source is not None and not (
        _OWN_WORD.match(sentence, source.start()) or _SAID_BY_PARTY.search(sentence, source.end())
    )


_PAPER_SAYS = re.compile("据(?!知情|市场|网络)[^，。]{2,14}(?:消息|报道|报导)，")


def is_hearsay(sentence: str) -> bool:
    """Tell whether a sentence rests on unnamed sources: a paper that tells of a filing has looked it up."""
    return is_sourced(_PAPER_SAYS.sub("", sentence))


_DATED = re.compile(f"(?:融资)?(?:是|则|就)*早?[在于]{DATE}")
"""When a deal was that its clause is about: "甲公司的A轮融资是在2020年底宣布的"."""
_FRESHER = re.compile("，[^，。；]{0,16}(?:近日|日前|近期|今日|如今)")
"""What the sentence goes on to as its news: "2021年3月获A轮融资，近日再获B轮融资"."""
_THEN = re.compile("(?:当时|彼时)[^，。；]{0,4}(?:称|表示|说|透露|指出|宣布)")
"""What is said behind a deal that tells that it was long ago: "甲集团当时表示"."""


def past(scene: Scene, start: int, end: int, near: int) -> Told[bool] | None:
    """Return what says that a place of the text is history: a word for it, or a date long before the article's.

    In a text without a date of its own a bare year is history: news gives the month or the day.
    """
    text: Prose = scene.text
    if dated := _DATED.match(text.coded, near, end):
        near = dated.end()
    for cue in _PAST.finditer(text.plain, start, min(near + 1, end)):
        if cue[0] == "继" and "，" in text.plain[cue.end() : near]:
            continue  # "继甲公司之后，乙公司上市"
        if _FOUNDED.match(text.plain, cue.end(), near):
            continue  # "去年成立的甲公司完成融资"
        if cue[0] == "曾" and _DESCRIBED.match(text.plain, cue.end(), near):
            continue  # "曾在甲公司任职的乙创办的丙完成融资"
        if _AND_NOW.search(text.plain, cue.end(), near):
            continue  # "继去年完成A轮融资后，近日又完成B轮融资"
        return text.told(value=True, start=cue.start(), end=cue.end(), confidence=0.85)
    if then := _THEN.search(text.plain, near, end):
        return text.told(value=True, start=then.start(), end=then.end(), confidence=0.8)
    for month in _MONTH.finditer(text.plain, start, min(near + 1, end)):
        if _AND_NOW.search(text.plain, month.end(), near):
            continue
        if scene.published and 2 <= (scene.published.month - int(month[1])) % 12 <= 8:
            return text.told(value=True, start=month.start(), end=month.end(), confidence=0.75)
    early = _EARLY.search(text.plain, start, min(near + 1, end)) if scene.published else None
    if early and scene.published and _EARLY_MONTHS[early["part"]] <= scene.published.month:
        return text.told(value=True, start=early.start(), end=early.end(), confidence=0.75)
    part = _PART_OF_YEAR.search(text.plain, start, min(near + 1, end))
    if part and scene.published and scene.published.month > 2 and int(part["year"]) < scene.published.year:
        return text.told(value=True, start=part.start(), end=part.end(), confidence=0.75)
    for first, last, day in scene.dates.within(start, min(near + 1, end)):
        if text.plain.startswith("度", last) or _AND_NOW.search(text.plain, last, near):
            continue  # "2022年度发行方案"
        if _SINCE.search(text.plain, max(0, first - 6), first):
            continue  # "成立于2015年的甲公司"
        later = day.value.precision is not Precision.DAY and _FRESHER.search(text.plain, near, end) is not None
        bare = scene.published is None and (day.value.precision is Precision.YEAR or later)
        today = scene.today
        if bare or (today and _days_ago(day.value.value, day.value.precision, today) > _LONG_AGO_DAYS):
            return text.told(value=True, start=first, end=last, confidence=0.85)
    return None


def _days_ago(value: date, precision: Precision, published: date) -> int:
    """Return how long before publication a date ended, at least."""
    slack = {Precision.DAY: 0, Precision.MONTH: 30, Precision.YEAR: 365}[precision]
    return (published - value).days - slack
