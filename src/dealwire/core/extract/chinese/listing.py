"""Listings in a sentence: an offering filed, priced or begun to trade. A product that is "上市" is none.

The word for a product's launch and for a listing is one: a listing needs an exchange, a filing or IPO beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.chinese import enumerated, issuers, sponsors, stance, worth
from dealwire.core.extract.chinese.name_model import likeness
from dealwire.core.extract.chinese.parties import verb_or_end
from dealwire.core.extract.chinese.prose import ROUND, simplified
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_anaphor, is_firm
from dealwire.model import Kind, Money, Qualifier, Status, Told

_EVENT = re.compile(
    rf"(?<!有望)(?<!将)(?<!欲)(?<!或)(?:成为|摘下|拿下)(?:了)?[“「]?[^，。；]{{2,16}}第一股|首日(?=[^，。；]{{0,3}}(?:[升涨飙]|破发|[高低]开|收[报升涨]))|(?:科创板|创业板|北交所|港交所|上交所|深交所|纳斯达克|纽交所)(?:正式|成功)?(?:鸣锣|敲钟|鸣钟)|聆讯后资料集|(?:敲钟|上市|挂牌)(?:(?:首日|当[日天])(?=[^，。；]{{0,4}}(?:破发|[大暴收高低]?[涨跌]|收|开盘|市值|股价))|，[^，。；]{{0,4}}成为“?[^，。；]{{2,10}}第一股)|(?:冲击|冲刺|角逐|争夺|剑指)(?:{issuers.PLACE})?“?[^，。；]{{0,10}}第一股"
    rf"|(?:{issuers.PLACE})[^，。；]{{0,4}}首日(?=[^，。；]{{0,3}}(?:[涨跌收]|[高低]开|破发))|(?:签署|签订)[^，。；]{{0,10}}辅导协议|(?:{issuers.PLACE}|在港|来港|回港)(?:主板|市场)?[^，。；：]{{0,10}}?(?:上市(?!审核|委)|挂牌|敲钟|IPO|鸣锣)|(?:登陆|登录"
    rf"|挂牌|驶入|驶向)(?:于)?(?:港交所|联交所|上交所|深交所|北交所|纳斯达克|纽交所|科创板|创业板|港股|美股|A股|新三板)"
    rf"|(?:奔赴|冲刺|叩响|闯关|冲击|赴|申请在?|计划在?)(?:于|在)?(?:{issuers.PLACE})[^，。；]{{0,8}}?(?:上市|挂牌|IPO)"
    rf"|(?:冲刺|冲击|冲向|转赴|叩响|叩门|叩开|闯关|转战|转道|改道|剑指|敲开|递表|转投|二闯|三闯)(?:{issuers.PLACE})(?=，|$|、|[的之]?大门)"
    r"|(?:撤回|终止|中止|恢复)了?其?[^，。；]{0,4}上市申请|(?:通过|过)[^，。；]{0,10}上市委|上市了?(?=，[^，。；]{0,12}(?:陪跑|市值|开盘|募资|身家|敲钟|浮盈|大赚|账面|破发|涨|跌))|上市了(?=$|！)|(?:网上)?申购[^，。；]{0,4}中签率|挂牌交易|境外(?:发行)?上市(?:备案|通知书)|(?:境外|海外)(?:发行)?上市备案|[国境]际?外发行上市"
    r"|IPO|首次公开募股|首次公开发行|首发上市|招股书|招股说明书|递表|递交(?:了)?(?:上市|招股)|(?:提交|递交)了?(?:[FS]-1|[^，。；]{0,4}注册声明)|(?:提交|递交"
    r"|呈交)[^，。；]{0,12}上市申请|上市申请书?|上市聆讯|通过(?:了)?[^，。；]{0,6}聆讯|首挂(?=[收报升跌劲高低曾一表破涨，]|$)|首日挂牌|挂牌首日|明[日天]挂牌|暗盘|公开发售(?=获|录|已)|招股(?:期)?(?:结束|截止)|(?:今日|今起|明日)(?:网上)?申购(?=，|$)|(?:开启|启动|开始)(?:网上|网下)?申购|首发募资|预披露|申报稿|(?:拟|将|申请)?(?:创业板|科创板|主板|北交所|A股|H股)上市(?=，|$|申请|获|提交|注册)|获准[^，。；]{0,8}上市|路演|上市辅导|辅导备案|辅导机构|定价(?:为|在)?每股|(?<=\d)[^，。；]{0,12}定价(?=，)|二次上市|重新上市|借壳[^，。；]{0,12}上市"
    r"|SPAC(?![A-Za-z])|特殊目的(?:收购|并购)公司|预计(?:将|会|最[快早])?(?:于|在)?(?:[本下]周|[本下]月|[今明后]年|年[内底]|月内|[一二三四第]+季度?)[^，。；]{0,6}上市(?=$|[，。；])|第[二2]次?上市|双重(?:主要)?上市|发售价(?:已|将)?(?:厘定|定为|为?每股)|全球发售(?=[净集筹约\d])|(?:今日|今起|开始|展开)公开发售|一手入场费|[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,3}\sAcquisition(?=\s?Corp|达成|签|宣布|合并)|全球发售所得"
    r"|(?:创业板|科创板|主板|北交所)(?:首次)?(?:公开)?发行(?:注册)?申请|首发(?:的)?(?:上市)?(?:申请|过会|获通过|获批|事项)|(?:正式|首日)开盘交易|敲钟(?:上市)?|挂牌上市|(?:申请|登录|正式|转)上柜|上柜(?:挂牌|交易|申请)|送件申请|发审会|(?:拟|将|欲|计划|转|冲)上(?:科创板|创业板|主板|北交所|港交所|A股|纳斯达克)|成功上市|正式上市(?=[^，。；]{0,6}(?:市值|股价|开盘|发行))|(?:启动|筹备|寻求|计划"
    r"|推进|考虑|准备|申请|谋求|拟|推动)[^，。；]{0,12}?(?<!重新)上市(?!公司|辅导期|销售|发售|车)|(?<=[^，。；]{3})上市(?=，(?:该|总部))|上市(?:在即|进程"
    r"|首日|计划|铺路|前夕|前奏)|(?:将于|定于)[^，。；]{1,8}上市(?=$|[，。；：])|(?:明日|今日|即将|周[一二三四五]|本周|下周|今天|明天)上市(?=$|[，。；])|登录兴柜|上市审议会?|兴柜挂牌|(?:提交|递交|呈交)[^，。；]{0,4}A1|通过了?聆讯|(?:上会|过会)(?:获|已获|顺利|成功)*通过|分拆[^，。；]{2,30}?上市|确定(?:每股|最终)?(?:IPO)?发[行售]价|(?:委任|委聘|选择|聘请|挑选|选定)[^，。；]{2,40}(?:安排|负责|牵头|主导|承销|操刀)(?:其|是次|此次|本次)?[^，。；]{0,4}(?:上市|IPO|招股)|(?<=[今昨当明]日)(?:挂牌|上市|招股)的|发行价格?(?:确定|厘定|定)为|[赴于](?:中国|海外|境外|新加坡|东京|伦敦|纽约|香港|美国)[^，。；]{0,10}(?:上市|挂牌)(?=$|[，。；])|两地(?:同时)?(?:上市|挂牌)|(?:空白支票|壳)公司[^，。；]{0,16}合并[^，。；]{0,6}上市|(?:最快|最早)[^，。；]{0,10}上市(?=$|[，。；])|(?:考虑|计划|拟|打算|正|寻求|筹划)将[^，。；将]{2,24}上市(?=$|[，。；])|招股(?!书|说明|材料|文件|意向|章程)|(?:配售|分配|发售)结果"
)
_PERHAPS = re.compile(
    "上市|IPO|[上过审]会|上[科创主北港A纳]|发行申请|发行注册|中签|第一股|新股|过会|挂牌|敲钟|招股|递表|聆讯|申购|开盘|上柜|首次公开|首发|鸣锣|首挂|登[陆录]|驶[入向]|[递提呈]交|暗盘|发售|预披露|申报稿|路演|辅导|定价|SPAC|冲[刺击]|叩[响门开]|闯关|转战|[转改]道|剑指|兴柜|A1"
    "|送件|首日|Acquisition|入场费|基石|特殊目的|发行价|配售结果|分配结果"
)
"""One of what every event holds: quicker to look for."""
_NOT = re.compile(
    r"特定对象|影响[^，。；]{0,10}(?:IPO|上市)|票据|债券|合约|认股证|大屏|基金份额|暂停(?:公司)?(?:股票)?上市(?!辅导|计划|进程|申请)|(?:越来越多|不少|许多|大批|众多|更多)[^，。；]{0,16}(?:公司|企业|新创)|斩获[^，。；]{0,8}IPO|支持[^，。；]{0,12}(?:独立|单独)|减持|限售|首发前|公开发行前|持续督导|解禁|(?:是|为)(?:一?家)?[于在][^，。；]{0,12}上市的|IPO(?:开闸|重启|提速|常态化)|如果|倘若|假如|收获[^，。；]{0,8}IPO|^一旦|一旦[^，]{0,6}通过|发行人|咨询文件|上市(?:机制|制度|改革)|何时[^，。；]{0,4}上市|不会上市|上市规则|(?:发行|上市)条件|可转换|可转债|REIT|产品|疫苗|终止上市(?!辅导|申请|审核|计划|进程)|股票终止|终止(?:公司)?股票|退市|摘牌|(?<!第[一二三四五六七八九十两\d])家(?:企业"
    r"|公司)?(?:IPO|上市)|[\d]家|境内上市|回购|IPO中|IPO(?:市场|数量|企业|项目|投资|募资总|节奏|规则|制度|收紧|热潮|排队"
    r"|业务|储备|募资排|参考|承销|机制|浪潮|申报量)|已上市公司|(?<!第[一二三四五六七八九十两\d][家大])上市公司|Pre-?IPO|(?:IPO|上市|首次公开(?:募股|招股|发行))之?前(?:的|进行|通过|完成)?(?:再|[以从向][^，。；]{1,16})?(?:新?一?轮)?[^，。；\ue000]{0,4}\ue000*(?:的)?(?:私募)?(?:[融募筹]|引[入进])"
)
_DESCRIBES = re.compile(
    "(?:上市|挂牌)的(?!相关|前期|具体|准备|筹备|工作|文件|事项|事宜|方案|资料|目的|意愿|条件|情况|H股|申请|计划|消息|进程|时间|目标|可能|步伐|公告|议案|请求|传闻|意向|程序|[^，。]{0,6}(?:公司|企业)(?:$|，))"
)
"""Where a firm is listed, told to say who it is: "已于香港上市的甲公司"."""
_SUCH_FIRM = re.compile("(?:企业|公司)(?!合并|上市|挂牌|IPO)(?=[^，。；、的]{3})")
"""What a firm is that means to be listed, before its name: "拟上市企业甲科技"."""
_COMING = re.compile("即将|筹备|筹划|准备|计划|拟|寻求|谋求|冲刺|冲击|有望|待")
"""What says of a listing that tells which firm is meant that it is to come."""
_WISHED = re.compile("支持[^。；]{0,24}(?:独立|单独)$")
"""A listing that somebody would not mind: "支持甲公司独立发展，独立IPO"."""
_LAUNCH = re.compile(
    r"新车|车型|款|售价|起售|版本|预售"
    r"|国行|续航|SUV|轿车|手机|耳机|显示器|笔记本|显卡|处理器|电脑|相机|镜头|主机|配色|游戏本|平板|鼠标|键盘|水冷|散热器|家电|新品"
    r"|首发搭载|万元起|上市时间|年度|季度上市"
)
_MEDICINE = re.compile("新药|药品|药物|适应症|审评|药监|NDA|注射液|临床")
"""What is filed and approved for the market too."""
_EXCHANGE = re.compile(
    r"IPO|空白支票|基石投资|兴柜|[赴于](?:中国|海外|境外|新加坡)[^，。；]{0,10}(?:上市|挂牌)|两地(?:同时)?(?:上市|挂牌)|借壳|上会|过会|首次公开|证交会|那斯达克|挂牌上市|上柜|蜜月行情|(?:网上|网下|今日|明日|开启)申购|公开发售|暗盘|明[日天]挂牌|首日挂牌|首挂|挂牌首日|[在来回]港[^，。；]{0,4}上市|第[二2]次?上市|双重(?:主要)?上市|发售|预披露|申报稿|上市辅导|聆讯|首发(?:的)?(?:申请|过会|获|事项)|(?:同意|审议|审核)[^，。；]{0,40}首发上市|赴港|赴美|招股|港交所|交易所|纳斯达克|纽交所|科创板|创业板|主板|A股|港股|美股|北交所|上交所|深交所"
    r"|(?:香港|美国|纽约|伦敦)(?:主板)?(?:挂牌)?上市|中签率|发行价|陪跑|破发|开盘(?:大|高|涨|跌|价)|公开募股|证监会|H股|新三板|[国境海]内上市|[境海]外上市|整体上市|(?:香港|美国|纽约|伦敦|新加坡|东京)上市申请|(?:在|于)(?:香港|美国|纽约|伦敦|东京|新加坡)[^，。；]{0,6}上市"
)
_MARKET = re.compile("交所|沪|深|港|IPO|申请|股票|挂牌|募")
_DONE = re.compile(
    r"确定(?:IPO)?发行价|发行价格?(?:确定|厘定|定)为|发售价(?:已)?(?:厘定|定为)|全球发售所得|招股(?!书|说明书|材料|文件|意向)|敲响[^，。；]{0,4}钟|敲钟|挂牌上市|成功上市|成功登陆|正式登陆|正式挂牌|终于登陆|已(?:成功|正式)?(?:上市|登陆|挂牌|在)|开盘|首日"
    r"|上市首日|奔赴[^，。；]{0,8}上市|挂牌交易|开始交易|(?:登陆|挂牌)(?:纳斯达克|港交所|纽交所|科创板|创业板|港股|A股|主板|北交所)|通过IPO(?:筹|募|集)|(?:在"
    r"|(?<!关)于)[^，。；]{0,12}(?:正式)?(?:挂牌)?上市|完成[^，。；]{0,6}IPO(?! ?辅导)|上市后"
    r"|成为[“「]?[^，。；]{2,16}第一股|鸣锣|鸣钟|首日[^，。；]{0,3}[升涨飙收破]"
)
_PRICED = re.compile(
    r"最终发售价|IPO定价(?!区间)|入场费|(?:今日|今起|展开)公开发售|发售价(?:已)?(?:厘定|定为)|确定(?:IPO)?发行价|定价(?:为|在)?每股|全球发售所得|暗盘|完成[^，。；]{0,6}定价|公开发售获|截止(?:公开)?招股|招股(?:期)?(?:结束|截止)|(?:今日|今起)(?:网上)?申购|以[^，。；]{1,10}定价|今[起日]招股|招股价|\d日(?:起)?(?:开始)?招股(?!书|说明)|(?:开启|启动|开始)(?:网上|网下)?(?:申购|招股)|申购日|发行价格为"
    r"|每股发行价 ?\d"
)
"""What is said of an offering only once it is open."""
_COMPLETED = re.compile(
    "(?<!将)(?<!计划)(?<!预计)完成了?(?:在?[^，。；和与]{0,10})?(?:上市|挂牌|首次公开(?:募股|发行)|IPO)"
    "(?!和|与|辅导|申请|备案|定价|前|后|进程)"
)
_AHEAD = re.compile(
    "拟|计划|筹备|筹划|冲刺|即将|择日|或将|有望|申请|最早|最快|考虑|寻求|预计|预期|将[于在会]|定于|推进|明年|有意|建议|议案|H股(?:股票)?并|(?<![材资原燃])料(?!$)|下[周月]"
)
"""What puts a listing off that is else told as done."""
_PENDING = re.compile(
    r"建议|预计|拟|将|计划|申请|递|提交|受理|审核|招股书|招股说明书|冲刺|筹备|寻求|考虑|正在|有望|或|最早|聆讯|辅导|备案"
    r"|过会|上会|注册|在即|即将|推进|加速|启动|重启|预计|预披露|秘密|目标|完成[^，]{0,8}改造|问询|上市委|议案|铺路|前奏|前夕|驶入|驶向|来袭|分拆|筹划|H股(?:股票)?并|[本下]周|明年|定于|没有终止|非终止"
)
_OFF = re.compile(
    r"(?<!没有)(?<!并未)(?<!非)(?<!不是)(?:终止|撤回|取消|搁置|放弃(?!认购)|失败|失效(?!后)|失利(?!后)|折戟|被否|未(?:能|获)?(?:得)?通过(?!的)|否决|不予注册"
    r"|暂停(?=[^，。；]{0,10}(?:上市|IPO|辅导)))(?!了?[^，。；]{0,24}(?:出售|收购|并购|重组|定增|增发))(?!.{0,40}(?:重启|卷土重来))(?![^，。；]{0,14}后[^，。；]{0,6}，)"
    r"|中止(?=.{0,6}(?:IPO|上市))(?!.{0,6}非终止)"
)
_FILED = re.compile(
    r"(?P<before>[^，。；：]{0,40}?)(?:(?:递交|提交|呈交|递)(?:了)?[^，。；]{0,24}?(?:上市(?:的)?申请|上市前文件|IPO|招股|首次公开|注册声明|[FS]-1)"
    r"|递表|送件申请|(?:签[署订]|达成)了?[^，。；]{0,8}(?:业务|最终)?合并协议|向[^，。；]{2,16}递交(?:了)?申请|(?<!并)申请(?:美股|港股|在?[^，。；]{0,8})?IPO|(?P<asks>向[^，。；]{0,8}(?:交所|交易所|证监会|SEC)|来港|回港|赴[港美])(?:再度|正式|已)*申请[^，。；]{0,10}(?:上市|挂牌)(?!获|被|已)|申上市)"
)
"""A listing filed: with the words of its clause before, which may put it off."""
_PLANNED = re.compile(
    r"(?<!虚)(?<!模)拟|将|计划|筹备|筹划|接近|最早|最快|考虑|准备|预计|建议|需|待|辅导|有望|或(?!许)|寻求|目标|未(?!来)|议案|审议|即将|争取|打算|希望"
)
_SOON = re.compile("预计|明日|今日|即将|将于|定于|分拆|上市(?:在即|前夕)|筹备|谋求|寻求|推动|考虑")
_FIRMS = ("公司", "企业", "集团", "机构", "独角兽", "券商", "银行", "运营商", "服务商", "巨头")
_LAST_WORTH = re.compile("(?:最近|上|前)一[次轮][^，。；]{0,16}估值")
_BRINGS = re.compile("(?:考虑|计划|拟|打算|正|寻求|筹划)将")
"""Who brings a firm of its own to market: "拟将甲公司上市"."""
_STOCK_CODE = re.compile(r"[（(]\d{4,6}")
_DAY = re.compile("明日|今日|周|本周|下周|今天|明天|即将|将于|定于")
_PLAIN = re.compile(
    "[^，]{0,6}分拆(?!为)|挂牌交易|发行价|确定|SPAC|特殊目的|[A-Z][A-Za-z\\s]+\\sAcq|撤回|(?:终止|中止|恢复)|境外|上市(?:铺路|前奏)|敲钟|[委选聘挑].*(?:上市|IPO|招股)|(?:上市|挂牌)(?:首日|当[日天]|，)|.*第一股|签[署订].*辅导"
)
_MOST_EVENTS = 6


def read(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Yield the listings that a sentence tells."""
    coded, text = scene.text.coded, scene.text
    found: list[tuple[re.Match[str], Told[str], int]] = []
    if not _PERHAPS.search(coded, start, end):
        return
    if counted := list(_counted(scene, start, end)):
        yield from counted
        return
    for event in islice(_EVENT.finditer(coded, start, end), _MOST_EVENTS):
        first, last = next((c for c in text.clauses(start, end) if c[0] <= event.start() < c[1]), (start, end))
        if _DESCRIBES.match(coded, event.end() - 2) or _SUCH_FIRM.match(coded, event.end()):
            planned = _COMING.search(coded, max(first, event.start() - 8), event.end())
            if planned and (coming := issuers.that_lists(scene, last, event)):
                found.append((event, coming, first))
            continue
        if _WISHED.search(coded, start, event.start()):
            continue
        unlisted = _NOT.search(coded, max(first, event.start() - 30), min(last, event.end() + 24))
        if unlisted and not (_OF_MANY.search(unlisted[0]) and enumerated.before(scene, first, event.start())):
            continue
        launched = _LAUNCH.search(coded, max(start, event.start() - 30), min(end, event.end() + 24))
        if launched and not _EXCHANGE.search(event[0]):
            break
        if _MEDICINE.search(coded, start, end) and not _EXCHANGE.search(coded, start, end):
            break
        if "主板" in event[0] and not _MARKET.search(coded, start, end):
            break
        told = [c for c in issuers.companies(scene, start, first, last, event) if _is_listing(scene, event[0], c)]
        earlier = list(found)
        for company in told:
            if (again := _recalled_before(scene, found, company, event, (start, end))) is not None:
                found[again] = (event, company, first)
            elif not _is_told(scene, earlier, company):
                found.append((event, company, first))
    for i, (event, company, first) in enumerate(found):
        after = next((at for _, _, at in found[i + 1 :] if at > first), end)
        yield _draft(scene, event, company, first if i else start, after)


def _recalled_before(
    scene: Scene,
    found: list[tuple[re.Match[str], Told[str], int]],
    company: Told[str],
    event: re.Match[str],
    sentence: tuple[int, int],
) -> int | None:
    """Return which listing of a sentence is an earlier try of the one now told: "去年递表失效后，本周再度递表"."""
    for i, (before, other, _) in enumerate(found):
        if same_name(company.value, other.value) and stance.past(scene, *sentence, before.end()):
            return i if stance.past(scene, *sentence, event.end()) is None else None
    return None


def _is_told(scene: Scene, found: list[tuple[re.Match[str], Told[str], int]], company: Told[str]) -> bool:
    """Tell whether a sentence goes on about a listing it has told: of one firm, or of none that is surely named."""
    if any(same_name(company.value, other.value) for _, other, _ in found):
        return True
    return bool(found) and (
        (company.confidence < _SURE and likeness(company.value) < issuers.CLEARLY)
        or scene.text.place(company.start, company.end)[0] < found[-1][0].end()
    )


_OF_MANY = re.compile("家")
"""What speaks of listings in general, unless it counts the firms that it names: "甲、乙等三家公司IPO"."""
_SURE = 0.9
_COUNTED = re.compile(
    "(?:(?P<count>[两二三四五六七八九十\\d]+|多|数)[家只支][^，。；：]{0,20}?)?(?:上市(?!公司)|递表|IPO|挂牌|敲钟|过会|上会|聆讯|招股|新股|招股书|上市申请|申购)[^，。；：]{0,8}?(?<!投资)(?<!收购)(?<!投资[者人方])(?<!机构)"
    "(?:：|，?(?:还|主要|分别)?(?:分别(?:是|为)|包括|有|即))(?P<names>[^，。；]{4,120}?)(?=等|[，。；]|$)"
)
"""How many, and who: "本周三家公司递表：甲医药、乙生物和丙科技"."""


_TO_COME = re.compile(
    "(?:有|迎来|包括)(?P<names>[^，。；有]{4,120}?)(?:等|共|这)?(?:[两二三四五六七八九十\\d]+)[只家](?:新股|公司|企业)[^，。；]{0,8}(?:申购|上市|招股|挂牌|过会|上会)"
)
"""Who is to come, and how many: "下周将有甲医药、乙生物两只新股申购"."""
_NUMBERS = {**{str(n): n for n in range(2, 31)}, "两": 2, **{c: n for n, c in enumerate("二三四五六七八九十", 2)}}
_OF_SHARES = re.compile("新股|上市申请|招股书|递表|IPO")


def _counted(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Yield the listings that a sentence counts and then lists."""
    coded = scene.text.coded
    several = issuers.AND.search(coded, start, end)
    counted = (_COUNTED.search(coded, start, end) or _TO_COME.search(coded, start, end)) if several else None
    if counted is None or not (_EXCHANGE.search(coded) or _OF_SHARES.search(counted[0])):
        return
    told = counted.groupdict().get("count")
    names = enumerated.names(scene, *counted.span("names"), count=_NUMBERS.get(told, 0) if told else 0)
    kind = scene.text.told(Kind.IPO, *counted.span(), 0.8)
    status = Told(listing_status(scene.text.plain[start : counted.end()]), kind.start, kind.end, kind.quote, 0.8)
    past = stance.past(scene, start, end, counted.end())
    for name in names:
        yield Draft(kind, name, status=status, background=past)


def _is_listing(scene: Scene, event: str, company: Told[str]) -> bool:
    """Tell whether 上市 is of shares: an exchange is named, or what comes to market is a firm and no product."""
    if issuers.NO_ISSUER.search(simplified(company.value)):
        return False
    if _EXCHANGE.search(scene.text.coded) or _PLAIN.match(event) or (event == "上市" and scene.roundup):
        return True
    if _BRINGS.match(event) and re.search("集资|募资|筹资|募集|估值", scene.text.plain):
        return True
    content = scene.text.content
    if _STOCK_CODE.match(content, company.end) and _DAY.match(event):
        return True
    listed = _STOCK_CODE.match(content, company.end) or content[: company.start].endswith(_FIRMS)
    return bool(_SOON.match(event)) and (is_firm(simplified(company.value)) or bool(listed))


def _draft(scene: Scene, event: re.Match[str], company: Told[str], start: int, end: int) -> Draft:
    coded, text = scene.text.coded, scene.text
    sentence = text.plain[start:end]
    own = _of_one(scene, company, event.end(), start, end)
    kind = text.told(Kind.IPO, *event.span(), 0.85)
    sums = (
        []
        if ROUND in coded[start:end]
        else [s for s in worth.sums(scene, start, end) if _raises(scene, start, end, s[0])]
    )
    values = [] if ROUND in coded[start:end] or _LAST_WORTH.search(sentence) else worth.valuations(scene, start, end)
    days = scene.dates.within(start, event.end())
    past = stance.past(scene, start, end, event.end())
    return Draft(
        kind,
        company,
        sponsors.advisers(scene, start, end),
        _hedged(scene, _current(scene, sums)) if sums else None,
        values[0] if values else None,
        status=Told(
            Status.ANNOUNCED if past and not _PENDING.search(sentence) else listing_status(own),
            kind.start,
            kind.end,
            kind.quote,
            0.9 if _is_completed(sentence) or any(p.search(sentence) for p in (_FILED, _DONE, _PENDING)) else 0.5,
        ),
        background=past,
        announced_on=days[-1][2] if days else None,
    )


def _of_one(scene: Scene, company: Told[str], at: int, start: int, end: int) -> str:
    """Return the words of a sentence without the clauses that tell how far somebody else's listing has come."""
    for first, last in scene.text.clauses(start, end):
        filed = not first <= at <= last and _FILED.search(scene.text.plain[first:last])
        other = scene.names.bare(first, verb_or_end(scene.text.coded, first, last)) if filed else ""
        if len(other) > 2 and not is_anaphor(other) and company.value not in other:
            start, end = (last, end) if last < at else (start, first)
    return scene.text.plain[start:end]


_RAISES = re.compile("募|集资|发行|IPO|筹|上市|招股")


_CHANGED_TO = re.compile("(?:减|调|增|升|降|提高|扩大|缩)[^，。；\ue000]{0,2}[至到][^，。；\ue000]{0,3}$")


def _current(scene: Scene, sums: list[tuple[int, int, Told[Money]]]) -> tuple[int, int, Told[Money]]:
    """Return the sum that an offering is now to raise: "由20亿元缩减至15亿元"."""
    changed = (s for s in sums[1:] if _CHANGED_TO.search(scene.text.coded, max(0, s[0] - 10), s[0]))
    return next(changed, sums[0])


def _hedged(scene: Scene, found: tuple[int, int, Told[Money]]) -> Told[Money]:
    """Take a sum that an offering may reach at best for its upper bound: "拟募资高达8亿美元"."""
    first, _, told = found
    if told.value.qualifier is not Qualifier.EXACT or not _AT_BEST.search(scene.text.coded, max(0, first - 6), first):
        return told
    return replace(told, value=replace(told.value, qualifier=Qualifier.AT_MOST))


_AT_BEST = re.compile("(?:高|可|或|最多可|料)达到?$|(?:最多|至多)(?:可)?(?:募资|集资|筹资|筹集|募集)$")
_ORDERS = re.compile(
    "孖展|超购|超额认购|申购资金|冻[结资]|认购(?:金额)?(?:逾|达|超)|放弃认购|成交|认购(?:需求|订单)|订单|需求规模|营收|收入|亏损|净利|利润|收益|薪|账面|身家|财富|减持"
)
"""What the public orders or trades, and not what the company raises."""
_EARLIER = re.compile("完成|轮|获投|获得")


def _raises(scene: Scene, start: int, end: int, at: int) -> bool:
    """Tell whether the clause of a sum speaks of the offering, and not of an earlier round."""
    clause = next((c for c in scene.text.clauses(start, end) if c[0] <= at < c[1]), (start, end))
    coded = scene.text.coded
    if _ORDERS.search(coded, *clause):
        return False
    return bool(_RAISES.search(coded, *clause)) or not _EARLIER.search(coded, *clause)


_IF = re.compile(
    "(?:预计|预期|计划|争取|有望|将)[^，。；]{0,8}完成|一旦|如果|假如|倘若|若(?=能|成|[^，。；]{0,12}完成)"
)


def _is_completed(sentence: str) -> bool:
    """Tell whether a sentence says that a listing is completed, and not what would follow from it."""
    done = _COMPLETED.search(sentence)
    return done is not None and _IF.search(sentence) is None and not _AHEAD.search(sentence, 0, done.start())


def _told_before(sentence: str, filed: re.Match[str]) -> str:
    """Return what a clause says before a filing, or all that its sentence does where it only says 申请."""
    return sentence[: filed.end("before")] if filed["asks"] else str(filed["before"])


def listing_status(sentence: str) -> Status:
    """Return how far a listing has come: done where shares trade, in talks while it is filed or planned."""
    if _OFF.search(sentence):
        return Status.ABANDONED
    if any(not _PLANNED.search(_told_before(sentence, filed)) for filed in _FILED.finditer(sentence)):
        return Status.RUMOURED if stance.is_hearsay(sentence) else Status.ANNOUNCED
    if _is_completed(sentence):
        return Status.CLOSED
    open_ = any(not _AHEAD.search(sentence, max(0, p.start() - 8), p.start()) for p in _PRICED.finditer(sentence))
    if open_ or (_DONE.search(sentence) and not _AHEAD.search(sentence)):
        return Status.ANNOUNCED
    return Status.IN_TALKS
