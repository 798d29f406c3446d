"""The noun phrases of funding rounds ("数千万元A轮融资"), and the verbs that a company gets one with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dealwire.core.extract.chinese import words
from dealwire.core.extract.chinese.prose import MONEY, ROUND
from dealwire.model import Investor, Told

_NOT_FUNDING = (
    r"融资(?!传闻|传言|本(?!轮|次|金)|融券|租赁|担保|性担保|券|余额|难|成本|渠道|环境|净|客|买入|规模净|盘|平仓|服务|功能"
    r"|偿还|顾问|工具|方式|能力|需求|支持|制度|条件|约束|体系|协调|政策|信用|案例|事件|观察|报告|数据|图谱|趋势|历程|故事|项目|市场|总额|活动|机构|方"
    r"|时机|新规|压力|意愿|周报|日报|月报|速递|快报|简报|盘点|汇总|一览|榜|早报|动态|新闻|者|双方|笔数|数量|窗口|利率|收紧|第[一二三四五六七八九十\d]+[单笔起]|业务|结构|火热|热潮|火爆|升温|遇冷|提速|频频|热度|潮|寒冬|回暖)"
)
RAISE = "(?:(?<![金圆通交消])融|筹集|募集|募(?=[了到])|筹得|募得|融得|筹措|吸金)(?:了|到)?"
CORE = re.compile(
    rf"{ROUND}+(?:资金)?|(?<!投)(?<!金)(?<!净)(?<!直接)(?<!间接)(?<!股票)(?<!票据)(?<!社会)(?<!公开市场)(?<!定向)(?<!披露){_NOT_FUNDING}|募资|(?<!募)集资(?!额|总额|活动|规模|诈|款)"
    rf"|(?<!使用)(?<!节余)(?<!超募)(?<!前次)(?<!闲置)(?<!剩余)募集资金(?!净额|将|投|用途|使用|专户|存放|运用|用于)"
    rf"|(?<!自)筹资|获投|(?<=[{MONEY}的])(?:{words.BONDS})|(?<={MONEY})(?:初始|启动|种子|创业)资金|银团贷款|(?<=[{MONEY}的])(?:政府|银行|政策性|贴息|低息|优惠|夹层|可持续发展挂钩|绿色|定期|循环|无抵押|有抵押|综合|意向性?|流动资金|专项|并购|项目|人民币|最高|中长期|短期|一年期)*(?:贷款|授信额度|授信|信贷)(?!利率|余额|市场|业务|损失|平台|的?利息|合同|担保)|(?<=[{MONEY}的])(?:的)?(?:战略|资金|资本|股权)(?:支持|加持)|(?<=[{MONEY}])的?加持|作为战略投资者|(?<=引[入进])(?:了|战略|国资|国有|产业|新|外部|重要|机构|财务|境外)*(?:股东|投资方|投资者|投资人)|战略投资|战投(?=$|，|并|后|及)|注资|挹注|增资(?!产|至|到|项目|事项|议案|协议|扩股项目)|{RAISE}(?=(?:约|近|至少|不?超过?|不低于|逾|高达|最多|至多)*{MONEY})|(?<=[{MONEY}{ROUND}的])投资(?!建设|新建|设立|扩|者|人|方|机构"
    rf"|公司|部|总|额|计|组合)|投资(?=$|，)|入股(?=$|，)"
)
_GLUE = re.compile(
    rf"^(?:{MONEY}|{ROUND}|[的、及和与 等中]|股票|以及|新一轮|新一|轮|首轮|系列|两轮|三轮|连续|近|超|约|总额|总计"
    rf"|规模|级|人民币|美元|新|股权|外部|独家|战略|天使|第[一二三四五六]|又一|一笔|大额|巨额|私募|公开|债务|Pre-|达|为|累计"
    rf"|合计|金额){{0,40}}$"
)
GET = re.compile(
    r"终止|取消|放弃|叫停|暂停|搁置|挺进|晋级|闯入|迈入|迈进|跨入|步入|到账|喜提|完成|获得|获投|喜?获(?!悉|批|奖|利|客|取|准|益|评|颁|授|选)|拿到|拿下|斩获|揽获|揽下"
    r"|收获|筹集|筹得|募得|募集|谋求|谋划|融得|融到|融了|吸金|敲定|寻求|洽谈|商谈|商讨|启动|开启|推进(?!系统|器|剂|技术)"
    r"|进行|开放|引入|引进|迎来|接受|得到|收到|吸引|签署|达成|酝酿|筹备|筹划|计划(?!工具|软件|平台|系统|管理|服务|应用|厂商|公司|企业|品牌|书|表)|(?<!虚)(?<!模)拟|考虑|宣布|官宣"
    r"|公布|披露|正在|即将|接近|谈判|结束|关闭|交割|通过|讨论|权衡|目标|[融募筹增注]资(?!项目|事件|案例|交易|[则就]?[是为]|来自|中|轮次)|定增"
    r"|发行(?!价|人|市|后|股)(?=[^，。；]{0,8}$)"
)


@dataclass(slots=True)
class Mention:
    """One round as one clause mentions it."""

    start: int
    end: int
    company: Told[str] | None
    backers: list[Told[Investor]] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    gave: bool = False
    recalled: bool = False


def noun_phrases(coded: str, first: int, last: int) -> list[tuple[int, int]]:
    """Join the words of one noun phrase: "10亿元", "B轮及B+轮", "融资"."""
    clusters: list[tuple[int, int]] = []
    for core in CORE.finditer(coded, first, last):
        if clusters and core.start() - clusters[-1][1] <= 40 and _GLUE.match(coded[clusters[-1][1] : core.start()]):
            clusters[-1] = (clusters[-1][0], core.end())
        else:
            clusters.append(core.span())
    widened = []
    for head, tail in clusters:
        while head > first and (lead := _LEADS.search(coded, max(first, head - _LEAD), head)):
            head = lead.start()
        widened.append((head, tail))
    return widened


_LEAD = 6
"""Characters of the longest word that leads a noun phrase on."""
_LEADS = re.compile(
    rf"(?:{MONEY}+|[最全]?新一轮|[首上又第]?[首上一两三]轮|[一两三首][笔次]|系列|级|的|约|近|超|最新|新)$"
)
"""What belongs to the noun phrase behind it: "新一轮融资", "亿元级A轮"."""
_GOES_ON = re.compile(f"，(?:投前|投后|估值|金额|规模|总额|融资)[^，。；]{{0,12}}{MONEY}")


_AT_VALUE = re.compile(
    f"以[^，。；]{{0,4}}{MONEY}[^，。；]{{0,4}}估值[^，。；]{{0,10}}$|估值[^，。；]{{0,6}}{MONEY}[^，。；]{{0,4}}(?:寻求|筹集|进行|洽谈)[^，。；]{{0,4}}$"
)
"""A value at which money is to come in: "拟以15亿美元估值引入战投"."""


def told_well(coded: str, head: int, tail: int, last: int) -> bool:
    """Tell whether a mention has a sum or a label, without which 融资 is a common noun."""
    near = coded[head : min(last, tail + 14)]
    if at := _AT_VALUE.search(coded, max(0, head - 24), head):
        near += at[0]
    if more := _GOES_ON.match(coded, tail):
        near += more[0]
    return MONEY in near or ROUND in near or "轮" in coded[max(0, head - 6) : tail]


def first_word(coded: str, head: int, tail: int) -> int:
    """Return where a cluster's first word begins that is no sum and no label."""
    while head < tail and coded[head] in MONEY + ROUND + "新一轮首的级系列第两三笔约近超再上最":
        head += 1
    return head


_LABEL = re.compile(f"{ROUND}+")


def labels_in(coded: str, head: int, tail: int) -> list[tuple[int, int]]:
    """Return the spans of a phrase's labels."""
    return [m.span() for m in _LABEL.finditer(coded, head, tail)]
