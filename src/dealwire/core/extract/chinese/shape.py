"""What a string must look like to be a name: its words, its ending, and how likely its characters make one."""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import words
from dealwire.core.extract.chinese.name_model import odds, odds_at

_HAN = r"\u4e00-\u9fff"
_RUN = f"[{words.RUNS}]"
_GENERIC = re.compile(rf"{words.GENERIC}|[上近数几]?[一二两三四五六七八九十百千\d]+[多余]?[家位名]|{_RUN}|[ ，、·/]")
_WHEN = re.compile(words.WHEN)
_NEVER = re.compile(
    rf"{_RUN}|[两几一二三四五六七八九十\d]名$|^[首一二三四五两末]期$|[？！。；，：]|^[.…]|公告|\d%|\d[万亿]?股|[一两三几数]公司$|^[一某这那两几][家个]|^一[笔轮项](?!点)|^(?:{words.PLACES})?(?:新创|初创|创业)(?:企业|公司|团队)?$|(?:烤肉|火锅|便利|奶茶|咖啡|面|餐饮|饮品|小|老|网红|连锁)店$|[^第统]一家(?!人)|^(?:暂|尚|还|并)?(?:没有|无)[^，]?[^，]?(?:公司|企业|新股)|^第?[一二三四五六七八九十]+[支只]|老板$|(?:博士|教授|院士|学霸|夫妇|夫妻|老乡|首富|猛人|男人|女人|掌门人|大佬|富豪|后男|后女|校友)$|^(?:本|上市)?公司(?:股份|股权|股票)$"
)
"""What no name holds."""
_ODD = re.compile(
    rf"{'|'.join(words.NOT_IN_NAMES.split())}"
    # numbers, and what they count
    rf"|^近?[半一二三四五六七八九十两几\d]+个?多?[年月天日周]|^\d+[点个名只款台年亿万轮岁]|\d+天$|^共\d"
    r"|\d+ ?页|\d0后|^20\d\d|^[IVX]+期"
    r"|^[一二三四五六七八九十\d]+部门|^(?:二|三|四)是|^某(?:[一二两三四五六七八九十几数]|家|知名|头部|大)"
    # words that open a phrase: prepositions, conjunctions, pronouns, adverbs
    r"|^(?:在|从|对|把|被|使|让|给|而|但|又|也|还|只|更|最(?!右)|很|不|没|有(?![道赞品方理研棵])"
    r"|无(?![锡界穹限尽人忧问])|或|等|其|该|此|这|那|哪|每(?!日)|各|某|另|多(?![点氟益乐维])|与|将|拟|并"
    r"|即(?![刻时构联可速])|一位|一名|一条|不少|许多|仅)(?![a-zA-Z])|^前(?!海|程|沿|进|瞻)|^向|^如(?!意|家|果)|^曾创"
    r"|^当(?![升代虹当])|^总部|^非[A-Z]|^创业|^股权|^做(?!梦)|^造(?![梦就物作化极])"
    # words that close one
    r"|称$|(?<![人海党高玄丹])参$|[的总前去可副迎甚或]$|内$|是$|整合$|(?<!投)创业$|发展$|(?:提到|爆料|透露|曝光|报道)$|条款$|轮$|股份$(?<!..股份)"
    # words of a clause
    r"|了(?!么)|年来|已于|犹记|整体|一项|价值|展开|敲定|效果|不佳|几乎|已至少|这次|选择权|.(?<![存所实自])在(?![线行])"
    r"|(?:博士|教授|院士|学霸)(?:做|造|创)"
)
"""What clauses hold and names hardly ever do: a string with it is a name only if its characters say so clearly."""
_CLEARLY = (1.5, 0.5)
"""The odds by itself and in its place from which a string with an odd word is a name all the same."""
_HARDLY = (-1.0, -3.2, -7.5, -13.0)
"""The sum of both odds below which a string is none, by whether nothing else speaks for it, its ending, its place
or its number does, a descriptor before it and its number too, or a clause that leaves it no other part."""
_HARDLY_MARKED = -5.0
"""The same where the article marks it."""
_HOUSE = re.compile(r"(?:资本|创投|基金|投资|控股|集团|股份)(?:第?[一二三四五六七八九十\d]+期)?$")
"""How houses that invest end, which choose any word for their name."""
_UNIT = re.compile("(?:业务|部门|团队|资产|工厂)$")
"""A part of a firm that is sold: it has no name of its own."""
_FIRM_ENDS = (
    r"科技|智能|资本|股份|集团|控股|机器人|生物|医疗|医药|制药|半导体|能源|汽车|动力|航天|宇航|空间|信息|网络"
    r"|数据|软件|电子|光电|材料|新材|传媒|文化|教育|健康|食品|银行|证券|保险|基金|投资|创投|产投|战投|国投|公司|实验室"
    r"|研究院|创新|机电|环保|电气|重工|精密|微电子|通信|物流|电力|地产|置业|建设|矿业|药业|化工|电器|航空|船舶"
    r"|互联|互动|时代|技术|大药房|投控|智控|视觉|量子|未来|新能|新能源|世纪"
)
LEGAL_ENDS = ("有限公司", "有限责任公司", "合伙企业")
"""How the register's names end."""
FIRM = re.compile(rf"(?:{_FIRM_ENDS}|云|芯|微)$")
LONG_FIRM = re.compile(rf"[{_HAN}](?:{_FIRM_ENDS})$")
_ANAPHOR = re.compile(
    r"^(?:关于|另外|此外|然后|同时|随后|紧随|意味着|一旦|要求|不过|根据|同意|目前|如果|由于|因为|随着)?(?:该|本|这家|这|其|此|原|你|贵|合并后的?|存续|新)?(?:家)?(?:公司|企业|品牌|平台|团队|机构|项目|集团|标的|标的公司|目标公司"
    r"|上市公司|初创公司|创业公司|(?:全资|控股|下属|境外|境内|附属|间接)*(?:子公司|孙公司|附属公司|下属公司|子企业)|银行|该行)?(?:方面|方)?$|^(?:他|她|他们|她们|我们|自己)的(?:公司|企业|团队)$|^(?:他|她|它|我|双方|前者|后者|各方|对方|官方|后"
    r"|两者)们?$"
)
_GENERIC_TAIL = re.compile(
    rf"(?:^|.*?(?:该|本|这家|一家|家|两家|上市|母|子|孙|全资|控股|初创|创业|科技|技术|创新|AI|智能|机器人|芯片"
    rf"|半导体|生物|医药|制药|医疗|游戏|软件|硬件|火箭|航天|能源|汽车|新能源|互联网|教育|金融|投资|{words.PLACES}"
    rf"|国内|海外|日本|德国|保险|主权|知名|头部|核心|独角兽|明星|具身|传感器|品牌|服务|系|热门|关联|某|相关|物流|管理|消费"
    rf"|装备|设备|材料|部件))(?:{words.DESCRIPTOR}|商)$|(?:厂商|厂家|大厂|(?<!合伙)企业|产业方|投资方|资本方|企业家"
    rf"|投资人|平台|机构|创企|独角兽|巨头|龙头|项目|团队|(?:服务|供应|提供|制造|开发|运营|方案|材料|生产|研发|研制"
    rf"|集成)商)$|^(?:期货|证券|信托|保险|地产|房地产|影视|电影|食品|化工|汽车|航空|电力|矿业|建筑|租赁|贸易)公司$|系$|^(?:[\u4e00-\u9fff]{{2}})?(?:家族|主权|主权财富|美元|人民币)(?:基金|办公室)$|^.{{7,}}(?<![a-z]{{2}})(?<!有限)(?<!集团)(?<!股份)(?<!责任)公司$"
)
_TRADES = (
    "科技|技术|智能|人工智能|AI|机器人|芯片|微?电子|半导体|集成电路|生物|医药|制药|药业|医疗|器械|医疗器械|健康|基因|疫苗|诊断|游戏|软件|硬件|数据|信息|通信|网络"
    "|互联网|云计算|航天|火箭|卫星|航空|无人机|能源|新能源|汽车|电动车|电池|储能|光伏|激光|雷达|自动驾驶|出行|物流|供应链|电商|零售|食品|餐饮|饮料|咖啡|服装|美妆"
    "|娱乐|传媒|文化|影视|动画|音乐|体育|旅游|酒店|地产|建筑|电力|化工|矿业|钢铁|材料|新材料|装备|设备|传感器|光电|显示|存储|环保|农业|家居|家电|教育|金融|保险|支付|安全"
)
_FIELD = re.compile(
    rf"(?:(?:新兴?|硬|智能|数字|商业|在线|移动|跨境|创新|具身|消费|高端|先进|绿色|清洁|电动|工业|民用|低空|脑机|合成|精准)?(?:{_TRADES}|接口|经济|制造|消费|药物?|茶饮|医美|零部件|芯片设计|计算"
    r"|电站|产业|地产|房地产|元宇宙|区块链|供应链|元器件|矿山|黄金|锂矿|铜矿|煤炭|石油|天然气|核聚变|预制菜|智驾|算力)){1,3}"
    r"|东南亚|中东|非洲|拉美|北美|南美|欧美|亚太|华东|华南|华北|西部|海外|内地"
)
"""A field or a region that money goes into, and no firm."""
_NOBODY = re.compile(
    rf"^(?:IT之家|.{{0,6}}[报社网][讯电]$|外电|36氪(?!基金|资本|创投)|硬氪|智能涌|暗涌)|^(?:{words.MEDIA}|{words.PLACES})(?:援引|今天|昨日|注|记者|编辑|网站"
    rf"|报道)?$|^[ABH港美]股$|^(?:中|国|央|民|外|港|台|日|美|韩)企(?:海外|跨境|出海)?$|^基石$|^(?:战略|投资|战投|战略投资|公关|法务|市场|公共关系)+部门?$|^(?:CEO|CFO|COO|CTO|IPO|AI|APP|App|GPU|LLM|ETF|PE|VC|LP|GP|FA|SPV|SPAC|L\.P\.?|Inc\.?|Ltd\.?|LLC|Corp\.?|Co\.?)$"
)


def is_likely(text: str, start: int, end: int, *, marked: bool, witnesses: int) -> bool:
    """Tell whether a name stands there, by its words and its characters.

    `marked` is a name that the article marks as one; `witnesses` is 0 where nothing else
    speaks for it, 1 where something does, 2 where much does, 3 where its clause leaves no doubt.
    """
    name = text[start:end]
    firm = _MARKED_FIRM.fullmatch(name) is not None and not text.startswith(("“", "「"), start - 1)
    if not is_possible(name) and not (marked and (firm or is_called(name, _FAIRLY))):
        return False
    odd = is_odd(name)
    if name.isascii() or _UNIT.search(name) or name.endswith(LEGAL_ENDS):
        return not odd
    alone, placed = odds(name), odds_at(text, start, end)
    if odd:
        told = (alone >= _CLEARLY[0] and placed >= _CLEARLY[1]) or (alone >= 0 and bool(_HOUSE.search(name)))
        return told or (marked and witnesses > 1 and len(name) <= _SHORT_NAME)
    bound = _HARDLY[min(witnesses, len(_HARDLY) - 1)]
    if alone + placed < (min(bound, _HARDLY_MARKED) if marked else bound):
        return bool(_HOUSE.search(name))
    return witnesses > 0 or placed >= 0 or (len(name) > 2 and (placed >= -1 or alone >= 0))


_MARKED_FIRM = re.compile("[\u4e00-\u9fff]{2,4}企业")
"""What ends in a word for any firm, and is one's name where the text marks it: "甲企业（00001.HK）"."""
_SHORT_NAME = 6
"""Characters of a marked name that may be a word of clauses: a community that is called “有我”."""


def is_possible(name: str) -> bool:
    """Tell whether a string can be an organisation's or a person's name: by its length and what it holds."""
    if not 2 <= len(name) <= 48 or (
        len(name) > 24 and not name.isascii() and not name.endswith(("公司", "）", "合伙企业", "基金", "中心"))
    ):
        return False
    if is_generic(name) or name.startswith(("有限公司", "集团有限", "股份有限", "编者")):
        return False
    return not _NEVER.search(name) and any(c.isalpha() for c in name)


def is_odd(name: str) -> bool:
    """Tell whether a string holds a word of clauses; a firm's name in full, or one that ends as they do, may."""
    if name.endswith(("有限公司", "责任公司")) and len(name) >= 8 and "了" not in name:
        return False
    odd = _ODD.search(name)
    if name.startswith(("这", "那", "该", "此")):
        return True
    return odd is not None and not (odd.end() == 1 and len(name) >= 4 and FIRM.search(name))


def is_name(name: str) -> bool:
    """Tell whether a string can be a name and holds no word of clauses."""
    return is_possible(name) and not is_odd(name)


def is_generic(name: str) -> bool:
    """Tell whether a string names nobody in particular ("该公司", "多家投资机构", "AI芯片公司")."""
    return (
        bool(_ANAPHOR.match(name))
        or bool(_WHEN.fullmatch(name))
        or not _GENERIC.sub("", name)
        or (bool(_GENERIC_TAIL.search(name)) and not is_called(name, _CLEARLY))
        or bool(_NOBODY.match(name))
        or bool(_FIELD.fullmatch(name))
    )


def is_called(name: str, least: tuple[float, float]) -> bool:
    """Tell whether what ends in a word for what a firm is goes by it: "青禾云平台", not "电商平台".

    `least` are the odds of the whole and of what stands before that word.
    """
    if is_branded(name):
        return odds(name) >= least[0]
    kind = _KIND.search(name)
    if kind is None or not _LEAST_HEAD <= kind.start() <= _MOST_HEAD or _RUN_IN.search(name):
        return False
    head = name[: kind.start()]
    return odds(name) >= least[0] and odds(head) >= least[1]


def is_branded(name: str) -> bool:
    """Tell whether a brand stands before what a firm makes and 公司: "苏州青禾半导体公司", not "商业航天公司"."""
    firm = _FIRM_OF.fullmatch(name)
    return firm is not None and not _QUALIFIES.search(firm["brand"]) and odds(firm["brand"]) >= _BRAND


_FIRM_OF = re.compile(
    rf"(?:{words.PLACES}|南京|苏州|武汉|西安|合肥|天津|重庆|长沙|厦门|青岛|宁波|无锡|郑州|济南|沈阳|大连|福州|东莞|佛山|珠海|常州|昆明|江苏|浙江|广东|山东|四川|湖北|湖南)?"
    rf"(?P<brand>[{_HAN}]{{2,4}}?)(?:{_TRADES}){{1,3}}公司"
)
_BRAND = 0.5
"""The odds from which the characters before a trade are a brand's, and no word for a sort of firm: "商业航天公司"."""
_QUALIFIES = re.compile(f"{words.GENERIC}|^(?:新兴|新锐|老牌|明星|共享|开源|太空|通用|创业|养老|移动|{_TRADES})")
"""Words for a sort of firm whose characters might be a brand's."""
_KIND = re.compile("平台$")
_LEAST_HEAD, _MOST_HEAD = 2, 5
_FAIRLY = (0.3, -1.0)
_RUN_IN = re.compile(_RUN)


_INVESTS = re.compile(
    "资本|创投|基金|投资|Capital|Ventures?|Partners|Fund|风投|产投|战投|国投|红杉|高瓴|经纬|真格|顺为|峰瑞|软银|淡马锡|腾讯|阿里"
)


def is_house(name: str) -> bool:
    """Tell whether a name is surely that of one who invests."""
    return bool(_INVESTS.search(name))


def is_firm(name: str) -> bool:
    """Tell whether a name ends as firms' names do ("…证券", "…科技")."""
    return bool(FIRM.search(name))


def is_anaphor(name: str) -> bool:
    """Tell whether a string stands for an organisation named before ("该公司", "其")."""
    return bool(_ANAPHOR.match(name))
