"""What a purchase is of: the organisations that its object names, and whether the stake gives control."""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import words
from dealwire.core.extract.chinese.lists import segments
from dealwire.core.extract.chinese.names import Span
from dealwire.core.extract.chinese.prose import MONEY
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import FIRM

_STAKE = re.compile(r"(?P<about>[约近超逾])?(?P<stake>\d{1,3}(?:\.\d+)?)(?:%|％|个百分点)")
_CONTROL = re.compile(
    r"控股权|控制权|控权|多数股权|全资(?!子公司|孙公司|附属)|控股(?!股东|子公司|集团|有限)|私有化|全部股权|全部股份|剩余股权|绝对控股|实控权"
    r"|并表|吞并|吸收合并|成为[^，。；]{0,8}控股子公司"
)
_MINORITY = re.compile("少数(?:股东)?(?:的|所持)?(?:股权|股份|权益)")
"""What a parent buys back of a firm that is its own already."""
_SUBSIDIARY = re.compile(
    r"将?成为[^，。；]{0,12}(?:控股(?:子公司|孙公司|股东)|实际控制人|实控人)|纳入[^，。；]{0,6}合并|取得[^，。；]{0,8}控制权"
    r"|持股(?:比例)?(?:将)?(?:从[^，。；]{2,10})?(?:增至|升至|提高至|增加至|提升至|达到?)"
    r"[约近超]? ?(?:5[1-9]|[6-9]\d|100)(?:\.\d+)?%"
    r"|表决权|(?:控股股东|实际控制人|实控人)(?:将|拟)?(?:由[^，。；]{2,20})?变更为"
)
_WHOLE = re.compile("(?:成为|实现|变为)[^，。；]{0,12}全资|持有[^，。；]{0,20}100%")
_AFTERWARDS = 200
"""Characters after a purchase of a small stake within which the text may say that control passes with it."""
_PART = re.compile(r"(?<!以)(?<!\+)(?:部分|若干|一定|少量|小部分)(?:股东)?(?:股权|股份|股票)")
NO_FIRM = re.compile(
    r"^(?:(?:动力|固态|锂|大量|旧|新)?(?:芯片|电池|电力|保险|数据|显卡))$|电脑|笔记本|房屋|乘用车|股票|债券|账号"
    r"|厂房|用地|旧址|地块|土地|宗地|学区房|房产|房源|住宅|商铺|楼|酒店项目|矿权|采矿权|探矿权|专利|版权|商标"
    r"|游戏机|设备|粮|秋粮|飞机|车辆|手机|产品$|服务$|回购|份额|国债|黄金|比特币|债权|使用权|经营权$|牌照|资产$|(?:测评|用户|训练|交易|个人|客户)数据$"
    r"|会员|手机号|号码|验证码|(?:银行|电话|物联网|流量)卡|门票|原材料|原油|天然气|机票|显卡|冠军|订单|项目$|第一|奖|金牌|市场$|权益$|仓位|头寸|^(?:销售|待售|标的|目标)股份|期货|贷款|美债|(?:DRAM|内存|存储|闪存)芯片$"
)
OBJECT_END = re.compile(
    r"(?:约|近|超过|超|逾|剩余|其余|全部|部分|合计|A类|B类|普通股|共计|的|多数|少数|若干|不超过|不低于|至多|至少"
    r"|所有|各|共)*(?:\d{1,3}(?:\.\d+)?%|百分之|\d+(?:\.\d+)?万股|已发行|股本|股权|股份(?!有限|\d|约|合计)|控股权|控制权|控权|权益|股票|资产)"
    r"|现有股东|全体股东|股东所持|所持|等(?!离)|旗下|(?:部分|关键|核心|剩余|主要|大部分|整个|全部|相关|所有|全球|海外|北美|欧洲|中国|国内|亚太|东南亚|印度|日本|美国|英国|内地|香港)+(?:与|和|及|的)?(?:中国|香港|海外)?(?:的)?(?:业务"
    r"|资产)(?!、)|的(?=(?:交易|事项|计划|提案|要约|谈判|消息|传闻|申请|协议|意向|事宜|请求|可能|方式|议案|公告))|一事|一案|(?:的)?(?:传闻|传言|消息|报道)|事宜|开绿灯|放行"
    r"|期限|届满|事项|交易(?!集团|所|中心|平台)|后|并(?!购)|以(?=[\ue000扩加增推补强弥])|从而|，|用于|；|作为|进入|进军|意在|布局|落实|将|已|，|（"
    r"|：|完成|获|遭|失败|告吹|达成|签署|提案|提议|进行|展开|形成|成立(?!的)|通过|价格|不同|耗资|花费|】|以来|[一二两三四五六七八九十\d]+个?[年月]后|案|(?<!家公司)(?<!企业)(?<!公司)——|(?<!—)—(?!—)|\ue000|之后|(?<!未)来|至|使|时(?!代|尚)|\?|？"
)
OWNED = re.compile(
    r"所持(?:有)?的?(?!有|的|股权|股份|股票|全部|部分|合计|\d)|持有的?|手中的?|手里的?|名下的?|拥有的?|旗下的?(?=[^部关核]{2,})"
)

ITSELF = re.compile(
    r"(?:其|所|持有|的)*(?:本|上市)?公司(?:约|合计|共计)?(?:\d{1,3}(?:\.\d+)?%|控股权|控制权"
    r"|(?:的)?(?:全部|剩余|所有|已发行)(?:已发行|流通|的)*(?:股份|股权|股票))"
)
"""The company whose notice this is, as what is bought: "受让公司24.5%股份"."""


def firms(scene: Scene, start: int, end: int) -> list[Span]:
    """Return the organisations that the object of a purchase names: one, or several joined by 和, 及, 、."""
    coded = scene.text.coded
    found = []
    for first, last, _ in segments(coded, start, end):
        if span := firm(scene, first, last):
            found.append(span)
    return found


def surely_named(scene: Scene, start: int, end: int) -> bool:
    """Tell whether an object of a purchase names an organisation that is surely one."""
    return any(scene.names.sureness(span) >= 0.9 for span in firms(scene, start, end))


_NEXT = re.compile(
    r"(?:\d{1,3}(?:\.\d+)?%)(?:的)?(?:股权|股份)(?:及|和|、|与"
    r"|以及)(?P<object>[^，。；、]{2,24}?)(?=\d{1,3}(?:\.\d+)?%|股权|控股权)"
)


def objects(scene: Scene, begin: int, finish: int, last: int) -> list[Span]:
    """Return what a purchase is of: "甲51%股权及乙70%股权" holds two."""
    spans = firms(scene, begin, finish)
    for more in _NEXT.finditer(scene.text.coded, begin, last):
        if span := firm(scene, *more.span("object")):
            spans.append(span)
    return spans


_PEER = re.compile(
    rf"(?:{words.PLACES})?(?:老)?(?:同行|同业|竞争对手|对手|友商)(?=[^企公机]{{2,}})"
    r"|(?:根据|依据)[^，。；]{2,16}法律?(?:注册)?成立的(?:有限|股份)*公司|所持(?:有)?的?"
)
"""What leads to the name of the firm that is bought, and is no part of it."""


_MAKER = re.compile(
    "[^，。；《“「]{0,8}?[《“「][^》”」]{1,24}[》”」](?:等[^，。；]{0,6})?(?:的)?[^，。；《“]{0,4}?"
    "(?:开发|制作|研发|运营|发行|出品|生产|制造|设计|供应|服务|母|所属|背后)(?:商|方|者|公司|企业|团队|工作室|厂商)+(?:的)?"
)
"""What a firm makes and that it does, before its name: "《青禾世界》的开发商木屿游戏"."""
_FOREIGN = re.compile(
    rf"(?:{words.PLACES}|意大利|西班牙|芬兰|挪威|丹麦|比利时|奥地利|波兰|爱尔兰|澳洲|土耳其|墨西哥)(?=[A-Z][A-Za-z])"
)
"""Where a firm with a Latin name is from: "收购意大利Muyu公司"."""
_ABROAD = re.compile(rf"(?:{words.PLACES})[\u4e00-\u9fff]{{2,4}}$")
_OF_A_KIND = re.compile(
    rf"(?:{words.PLACES}|[\u4e00-\u9fff]{{2,3}}[省市])?(?:的)?(?:[一某那]家|知名|著名|本土|当地|最大|领先|头部|上市)*"
    r"(?:[\u4e00-\u9fff]{0,3}[药车房酒乳险券银鞋]企|业务|(?:剩余|全部|部分|其余)?(?:股份|股权|资产)|(?:[\u4e00-\u9fff]{2,4})?(?:厂商|巨头|龙头|同行|独角兽|初创公司|初创企业|创企))"
)
"""What a firm is, and no name: "并购印度药企"."""
A_KIND = re.compile("[^，。；]{0,8}(?:一家|知名|著名|龙头)[^，。；—]{0,16}?[—]+")
"""What a firm is, before its name and a dash: "收购一家知名药企——木屿医药"."""
_BRAND_OF = re.compile(
    "[^，。；的]{2,16}?(?:公司|集团)(?P<brand>[^，。；的]{2,10})(?:品牌|车队|工作室|球队)(?=$|[，。；的])"
)
"""A brand that goes with its owner's name: "收购木屿汽车公司青禾品牌"."""
_KIND = re.compile("(?:巨头|龙头|厂商|平台|品牌|企业|独角兽|公司)")
_PAID = re.compile(f"{MONEY}|股权|\\d%|全资")


def firm(scene: Scene, start: int, end: int) -> Span | None:
    """Return the organisation that one object of a purchase names, without its stake and its owner."""
    coded = scene.text.coded
    if (apposed := coded.rfind("——", start, end)) >= 0 and end - apposed > 3:
        start = apposed + 2  # "收购一家药企——甲医药连锁有限公司"
    if (maker := _MAKER.match(coded, start, end)) and end - maker.end() > 1:
        start = maker.end()
    for owned in OWNED.finditer(coded, start, end):
        if end - owned.end() >= 2:
            start = owned.end()
    if peer := _PEER.match(coded, start, end) or _FOREIGN.match(coded, start, end):
        start = peer.end()
    if brand := _BRAND_OF.match(coded, start, end):
        start, end = brand.span("brand")
    stop = OBJECT_END.search(coded, min(start + 2, end), end)
    if stop and not (stop[0] == "股份" and coded[end : end + 1].isdigit()):  # "盛普股份100%股权": part of the name
        taken = "入主" if coded.endswith("入主", 0, start) else ""
        end = end if is_in_name(coded, start, stop, taken) else stop.start()
    if re.match(
        r"(?:[一两三四五六七八九十几多\d]+[家个处座宗]|某|自家|事情|折戟|遭|被|失败|涉[资及]|作价|更多|任何|其他|这家|该|(?:竞争对手|同行)(?:$|企业|公司)|外部|海外|国内外|全球)",
        coded[start:end],
    ):
        return None
    if _OF_A_KIND.fullmatch(coded, start, end):
        return None
    span = scene.names.after(start, end, sure=True)
    if span is None and end - start >= 2 and _PAID.search(coded, max(0, start - 24), min(len(coded), end + 12)):
        span = scene.names.in_list(start, end)  # who is paid for is a firm, though little else speaks for its name
    if span and _ABROAD.match(coded, *span) and _KIND.match(coded, span[1]):
        return None  # "买下英国教育巨头"
    if span is None or (
        NO_FIRM.search(coded[slice(*span)])
        and not coded[: span[1]].endswith(("业务", "公司", "部门", "团队", "集团", "工厂"))
    ):
        return None
    return span if scene.names.sureness(span) >= 0.7 or span[1] - span[0] <= 14 else None


def is_in_name(coded: str, begin: int, stop: re.Match[str], verb: str) -> bool:
    """Tell whether 股份 ends a listed firm's name: "要约收购木屿股份，", not "收购木屿科技股份"."""
    if stop[0] != "股份" or coded[stop.end() : stop.end() + 1] not in ("", "，", "。", "；", "\n"):
        return stop[0] == "股份" and verb == "入主"
    return verb == "入主" or (stop.start() - begin <= _LISTED and not FIRM.search(coded[begin : stop.start()]))


_LISTED = 3
"""Characters of a listed firm's name before 股份."""


def is_minor(scene: Scene, start: int, last: int) -> bool:
    """Tell whether a clause speaks of a stake that gives no control."""
    clause = scene.text.coded[start : last + 30].split("。")[0]
    if _MINORITY.search(clause):
        return True
    if "控股子公司" in scene.text.coded[start:last] and _too_little(scene.text.coded[start:last]):
        return True  # more of a firm that is its own already
    if _too_little(scene.text.coded[start:last]) and _WHOLE.search(scene.text.coded, start, last + _AFTERWARDS):
        return True  # who owns all after a small part owned the most before
    if _SUBSIDIARY.search(scene.text.coded, last, last + _AFTERWARDS):
        return False
    if _CONTROL.search(clause):
        return False
    told = _STAKE_NEXT.match(scene.text.coded, last)
    return is_small(scene.text.coded[start : told.end() if told else last]) or bool(_PART.search(clause))


_STAKE_NEXT = re.compile("，(?:股权|持股|股份)比例为[^，。；]{1,8}%")
"""The stake, told in the clause after the purchase."""


def is_small(text: str) -> bool:
    """Tell whether all stakes of a text are below half, and none of its words says that control passes."""
    return _too_little(text) and not _CONTROL.search(text)


def _too_little(text: str) -> bool:
    stakes = [float(m["stake"]) for m in _STAKE.finditer(text)]
    return bool(stakes) and max(stakes) < 50
