"""What stands around a name in its clause and is no part of it: borders, descriptors, adverbs, dates."""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import words
from dealwire.core.extract.chinese.prose import ROUND

_HAN = r"\u4e00-\u9fff"
_RUN = f"[{words.RUNS}]"
BORDER = re.compile(rf"[，：、／“”「」《》【】\[\]—…~]+|{_RUN}+|{words.DAY}|(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")
LEFT_CUT = re.compile(
    rf"{words.REPORTS}|{words.WHEN}|{words.DESCRIPTOR}|业务|部门|之一|旗下的?|[在被所]投(?:公司|企业|项目)|附属(?:公司)?|孵化的?(?!器)|(?<!滴)的(?!卢)|对于|关于|随着|意味着|作为|还有|包括|通过|带领|率领|执掌"
    rf"|根据|按照|祝贺|恭喜|除了|截止|针对|国产|(?<=融资|交易|项目|案例|事件)(?:则是|就是|是|为|来自)|总部位于(?:[{_HAN}]{{2,8}}?(?:的|，)|[{_HAN}]{{2,3}})"
)
WHEN = re.compile(words.WHEN)
NEWS = re.compile("近日|日前|近期|最近|此前|先前|目前|刚刚|不久前|上周|本周|本月")
"""When, in words that no house is called, as 今日资本 is."""
_IN_A_ROUND = rf"(?:在|于|通过)[^，。；、：“”]{{0,10}}?(?:融资|投资|[{ROUND}])(?:之?[中里内])?"
"""What stands between a company and its verb: "甲公司在最新一轮融资中筹集了…"."""
FILLER_END = re.compile(
    rf"(?:{_IN_A_ROUND}|以(?:超过?|约|近|逾|高于|不低于|不少于|至少|最高|高达)?{_RUN}+(?:的|左右)*(?:投[前后]|整体|最新)*估值|(?:投[前后]|整体|最新)*估值(?:已|约|近|超过?|高|逾|达到?|为|升至)*{_RUN}+|{words.FILLER}"
    rf"|{words.DAY}|{words.WHEN}|在(?:{words.PLACES})"
    rf"|在[^，。；]{{0,12}}?(?:博客|声明|公告|官网|微博|公众号|新闻稿|发布会|财报|内部信)[中上里]?|(?:很)?(?:高兴|荣幸|自豪)地?"
    rf"|(?:在)?(?:不到|短短)?[一二两三半几\d]+(?:年|个月)(?:的?时间)?(?:内|里)"
    rf"|(?:在|于)?(?:赴[港美])?(?:IPO|上市)之?前夕?|上个月|扎堆|组团|集体|密集|抱团|一直|直接|获批|获准|最新|原定|原计划|持续[^，。；]{{2,8}}?(?:个?[天周月年])(?:之久)?的?"
    rf"|{words.ADVERBS}"
    rf"|(?<!大)连(?=$)|{words.FILLER_SAFE}|{_RUN}+| )$"
)
RISKY_END = re.compile(rf"(?:{words.FILLER_RISKY})$")
FILLER_START = re.compile(
    rf"^(?!联合|共同|顺利|成功|快速)(?:自(?= ?[A-Z])|{words.FILLER}|{_RUN}| |了|曝(?!光)|传(?![音化神智奇])"
    rf"|(?:[上深北港]交所|证监会)(?:官网|网站)?|(?:科创板|创业板|新三板)(?:公司|企业|个股|股)?|对(?!标)|向|由|从|被|据|而|但|[此本]次|继|当初|(?:合并|收购|交易|重组)(?:完成)?之?后"
    rf"|且|并且|以|让|使|为|到(?= ?[A-Z])|(?:参与)?认购(?=..)|这[也正就]?是|是"
    rf"|当(?![升代虹红贝燃当地天初])(?=[^，。；]{{2,24}}$)|尽管|虽然|即便|还有|另有|{words.LINKS}|至于|再看|再来看|反观|说到|一则|这家|该|一家|等|在|于|将|拟|已|与|和|及)"
)
LIST_START = re.compile(
    rf"^(?:{_RUN}| |了|{words.LINKS}"
    rf"|已经?是|(?:目前|现)?已?(?:确定|敲定|选定|委任|委聘|聘任)|本轮|此轮|据报|据称|据悉|传闻|市传"
    rf"|传(?![音化神智奇媒])|由|以及|及(?!时)|等|被|给?予|还有|还|包括|另有|如|比如|其中"
    rf"|股东(?=[^，、]{{3}})|既有|也有|既包括|在(?=[A-Z])|引入|新增|获得|获|来自|对|向|是|为|："
    rf"|(?:公司|其)?(?:实际控制人|实控人))"
)
LIST_END = re.compile(
    rf"(?:{words.LIST_FILLER}|{words.DAY}"
    rf"|[约近超逾]?{_RUN}+| |等[^、，和]{{0,12}}|在内的?|中的?|内|的|的?(?:大力)?(?:支持|青睐|加持))$"
)
GOES_ON = re.compile(
    "研究|探讨|商讨|酝酿|谋|试图|努力|加速|着手|积极|洽谈|商谈|谈判|寻求|考虑|推进|筹备|筹划|准备|计划|接洽|接近|讨论|评估|就|与|以|在|冲击|冲刺"
)
"""What 正 stands before as an adverb."""

NEVER_FIRST = (
    *("公司", "集团", "股份", "之", "方", "管理", "有限", "科技", "合伙"),
    *("一期", "二期", "三期", "首期"),
)
"""What no name begins with: a descriptor before it belongs to the name, as in 青禾科技公司."""
