"""Acquisitions in a sentence: who buys whom, for how much, and whether control changes hands.

"A收购B", "B被A收购", "A对B的收购", "A将B出售给C", "A与B合并". The thing bought must be an organisation or a business,
and the stake, where it is told, at least half, unless the text says that control passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.chinese import roles, stance, worth
from dealwire.core.extract.chinese.names import Span, segments
from dealwire.core.extract.chinese.parties import subject
from dealwire.core.extract.chinese.prose import DATE, MONEY
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Basis, Investor, Kind, Money, Role, Status, Told, Valuation

_BUY = (
    r"收购|并购|吸收合并|买下|购得|购入|吞并|鲸吞|吞下|兼并|私有化|全资控股|全资入股|接盘|接手|收归麾下|收入囊中|购买|拿下"
    r"|(?<=\ue000)控股|入主|受让|竞购"
)
_VERB = re.compile(
    rf"(?<![被竞价值机])(?:全资|战略|现金|要约|整体|溢价|联合|成功|完成|正式|协议|间接|反向|跨境|恶意|敌意"
    rf"|合并)*(?P<verb>{_BUY})"
    r"(?!方|人|价|要约|邀约|案|事宜|事项|交易|完成|计划|谈判|协议|意向|标的|后|时|战|潮|了?不少|以来|主体|对价|款"
    r"|总|者|行为|的|、|和|及|传闻|提案|公司股票|股东|比例|义务|与|结果|期限|形势|工作|准备|旺季|季|预案|政策|量|清算|报告书|基金|基金专项|一事"
    r"|资产(?:$|暨)|重组|提议|请求|申请)(?:了|过|完|得)?"
)
_PASSIVE = re.compile(
    rf"被(?!曝|传|指|爆|迫|要求|批准|禁止|允许|视|认)(?P<buyer>[^，。；被]{{2,24}}?)(?:以[^，。；]{{0,4}}{MONEY}[^，。；]{{0,8}})?(?:全资|战略|整体"
    rf"|正式)?(?:{_BUY})"
)
_OF = re.compile(
    rf"对(?!外投)(?P<object>[^，。；对]{{2,30}}?)(?![A-Za-z])(?P<rest>(?:\d{{1,3}}(?:\.\d+)?%)?(?:的)?(?:全部|多数"
    rf"|控股|剩余)?"
    rf"(?:股权|股份|资产|业务|控股权|控制权)?(?:的)?(?:{MONEY}+(?:的)?)?(?:全资|战略|要约|全面|整体)*)(?:收购"
    rf"|并购)(?=[，。；、的]|$|完成|交易|计划|事|要约|案|已|将|提|邀|获|正|后|前|失败|意向|谈判|进程)"
)
_OFFER = re.compile(
    r"[向对](?P<object>[^，。；向对]{2,24}?)(?:股东|董事会)?(?:提出|发起|递交|提交|发出)(?:了)?[^，。；]{0,12}?(?:收购"
    r"|要约|并购)|(?:提出|发起|递交|提交)(?:了)?(?:收购|并购)(?P<object2>[^，。；]{2,20}?)(?:的)?(?:提案|要约|邀约"
    r"|报价|申请)|(?:拒绝|接受|考虑)(?:了)?(?P<buyer>[^，。；]{2,16}?)(?:提出)?(?:的)?(?:收购|要约)(?:邀约|要约"
    r"|提案|报价)"
)
_SELL = re.compile(
    r"(?:将|把)(?P<object>[^，。；]{2,40}?)(?:以[^，。；]{0,20})?(?:出售|卖|转让|售予|售)(?:给"
    r"|予)(?P<buyer>[^，。；的]{2,24})|(?P<sale>出售|卖掉|出让|转让)(?:旗下|其|所持|自家"
    r"|名下)?(?:的)?(?P<thing>[^，。；]{2,30})"
)
_FOR_SALE = re.compile(
    r"(?:启动|推进|考虑|寻求|计划|拟|正在|打算|探索|权衡)(?:了"
    r"|对)?(?P<object>[^，。；]{2,24}?)(?:的)?(?:出售(?:流程|程序|计划|事宜)?|潜在出售)(?=$|[，。；])"
    r"|(?P<who>[^，。；：]{2,20}?)(?:被传|被曝|传|拟|将|寻求|考虑|正|或)[^，。；]{0,12}(?:卖身|待价而沽|挂牌出售"
    r"|寻求出售|被出售)"
)
_SOLD_TO = re.compile(
    r"向(?P<buyer>[^，。；向]{2,30}?)(?:或其[^，。；]{1,8}?)?(?:协议|无偿|有偿)?(?:转让|出售|出让)(?:了)?(?:其|所|持有|旗下|的)*"
    r"(?P<object>[^，。；]{2,40}?)(?=的?\d{1,3}(?:\.\d+)?%|的?(?:全部|多数|控股)?(?:股权|股份|业务))"
)
_NEXT_HAND = re.compile(r"，(?P<buyer>[^，。；]{2,20}?)(?:将|已|拟)?(?:接手|接盘)")
_RULING = re.compile(
    r"(?:附[^，。；]{0,8}条件)?(?:批准|核准|禁止|否决|反对|阻止|叫停|审查|审批|放行|针对|解读|回应(?=.{2})|(?:部|局|院|委|委员会|机构|欧盟)为)(?:了|对)?"
)
"""What somebody else does about a purchase: who stands before it buys nothing."""
_FORBIDDEN = re.compile(
    r"(?:禁止|否决|(?<!起诉)(?<!要求)(?<!试图)(?<!可能)阻止|叫停|撤销|拒绝)(?!令)[^，。；]{0,24}(?:收购|并购|要约|合并)|(?:收购|并购)[^，。；]{0,24}(?:禁止|撤销)"
)
_NEW_OWNER = re.compile(
    r"(?:控股股东|实际控制人|实控人)(?:将|拟|已|或|正式)?(?:由[^，。；]{2,20})?变更为(?P<buyer>[^，。；]{2,24})"
)
_HOLDER = re.compile("控股股东[^，。；]{0,24}变更为")
_MERGE = re.compile(
    r"(?:与|和|同)(?P<object>[^，。；与和]{2,24}?)(?![A-Za-z])(?:正式|宣布|将|拟|就|达成|的|终止|进行|完成|同意"
    r"|计划|正在|洽谈)*(?:超级|全面|业务|重组)?合并(?!报表|财务|口径|现金|利润|净|资产|营|收入|交付|销|出货|范围"
    r"|同类|后首)"
)
_STAKE = re.compile(r"(?P<about>[约近超逾])?(?P<stake>\d{1,3}(?:\.\d+)?)(?:%|％|个百分点)")
_CONTROL = re.compile(
    r"控股权|控制权|多数股权|全资|控股(?!股东|子公司|集团|有限)|私有化|全部股权|全部股份|剩余股权|绝对控股|实控权"
    r"|并表|吞并|吸收合并|控股子公司"
)
_SUBSIDIARY = re.compile(r"将?成为[^，。；]{0,12}控股(?:子公司|孙公司)|纳入[^，。；]{0,6}合并|取得[^，。；]{0,8}控制权")
_AFTERWARDS = 200
"""Characters after a purchase of a small stake within which the text may say that control passes with it."""
_PART = re.compile(r"(?:部分|少数|若干|一定|少量|小部分)(?:股权|股份|股票)")
_NO_FIRM = re.compile(
    r"^(?:(?:动力|固态|锂|大量|旧|新)?(?:芯片|电池|电力|保险|数据|显卡))$|电脑|笔记本|房屋|乘用车|股票|债券|账号"
    r"|厂房|用地|旧址|地块|土地|宗地|学区房|房产|房源|住宅|商铺|楼|酒店项目|矿权|采矿权|探矿权|专利|版权|商标"
    r"|游戏机|设备|粮|秋粮|飞机|车辆|手机|产品$|服务$|回购|份额|国债|黄金|比特币|债权|使用权|经营权$|牌照|资产$"
    r"|会员|门票|原材料|原油|天然气|机票|显卡|冠军|订单|项目$|第一|奖|金牌|市场$|权益$|仓位|头寸|期货|贷款|美债"
)
_OBJECT_END = re.compile(
    r"(?:约|近|超过|超|逾|剩余|其余|全部|部分|合计|A类|B类|普通股|共计|的|多数|少数|若干|不超过|不低于|至多|至少"
    r"|所有|各|共)*(?:\d{1,3}(?:\.\d+)?%|\d+(?:\.\d+)?万股|股权|股份(?!有限|\d|约|合计)|控股权|控制权|权益|股票|资产)"
    r"|现有股东|全体股东|股东所持|所持|等(?!离)|旗下|(?:部分|关键|核心|剩余|主要|大部分|整个|全部|相关)+(?:业务"
    r"|资产)|的(?=(?:交易|事项|计划|提案|要约|谈判|消息|传闻|申请|协议|意向|事宜|请求|可能|方式|议案|公告))|一事|事宜|开绿灯|放行"
    r"|事项|交易|后|并(?!购)|以(?=[\ue000扩加增推补强])|从而|，|用于|；|作为|进入|进军|意在|布局|落实|将|已|，|（"
    r"|：|完成|获|遭|失败|告吹|提案|提议|案|——|—|\ue000|之后|来|至|使|时(?!代|尚)|\?|？"
)
_OWNED = re.compile(r"(?:所)?持有的?|手中的?|手里的?|名下的?|拥有的?|旗下的?(?=[^部关核]{2,})")
_PERHAPS = re.compile("购|合并|私有化|控股|拿下|接手|接盘|吞|入主|受让|卖|售|转让|收归|要约|并购|变更为")
_PRICE = re.compile(
    r"(?:交易|收购|转让|成交|总|股权)?(?:价格|作价|对价|金额|价款|总价|价|总额|代价|规模|总值"
    r"|价值)[^，。；\ue000]{0,6}$"
)
_VALUED = re.compile(r"估值[^，。；\ue000]{0,10}$")


def read(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Yield the acquisitions that a sentence tells."""
    coded = scene.text.coded
    if not _PERHAPS.search(coded, start, end):
        return
    taken: list[tuple[int, int]] = []
    for first, last in scene.text.clauses(start, end):
        if not _PERHAPS.search(coded, first, last):
            continue
        for reader in (_passive, _offer, _sold, _for_sale, _new_owner, _of, _merged, _active):
            found = [f for f in reader(scene, start, first, last, end) if _credible(f[0])]
            fresh = [(d, span) for d, span in found if not any(s < span[1] and span[0] < e for s, e in taken)]
            taken.extend(span for _, span in fresh)
            yield from (draft for draft, _ in fresh)


def _credible(draft: Draft) -> bool:
    """Tell whether enough of a purchase looks like organisations: the thing bought, or else its buyer."""
    bought = draft.company.confidence if draft.company else 0.0
    buyer = max((i.confidence for i in draft.investors), default=0.0)
    return bought >= 0.9 or (bought >= 0.5 and buyer >= 0.75) or (bought >= 0.75 and buyer >= 0.5)


Found = tuple[Draft, tuple[int, int]]


def _passive(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _PASSIVE.finditer(scene.text.coded, first, last):
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        company = subject(scene, start, first, m.start())
        if company and buyers:
            yield _draft(scene, company, buyers, m.span(), (start, end)), m.span()


def _offer(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _OFFER.finditer(scene.text.coded, first, last):
        if m["buyer"]:
            buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
            company = subject(scene, start, first, m.start())
        else:
            group = "object" if m["object"] else "object2"
            span = _firm(scene, *m.span(group))
            company = scene.names.told(span) if span else None
            buyers = _buyers(scene, start, first, m.start())
        if company and buyers:
            yield _draft(scene, company, buyers, m.span(), (start, end), Status.IN_TALKS), m.span()


def _sold(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _SOLD_TO.finditer(scene.text.coded, first, last):
        span = _firm(scene, *m.span("object"))
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        if span and buyers and not _minor(scene, m.start("object"), last):
            yield _draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()
    for m in _SELL.finditer(scene.text.coded, first, last):
        if m["buyer"]:
            span = _firm(scene, *m.span("object"))
            buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        else:
            finish = m.end()
            if stop := _OBJECT_END.search(scene.text.coded, m.start("thing") + 2, m.end()):
                finish = stop.start()
            span, buyers = _firm(scene, m.start("thing"), finish), ()
            if hand := _NEXT_HAND.match(scene.text.coded, last, end):
                buyers = roles.listed(scene.names, *hand.span("buyer"), Role.ACQUIRER)
            if (
                span is None
                or (not buyers and scene.names.sureness(span) < 0.9)
                or not (buyers or re.search("股权|公司|业务|全部股份|控制权", scene.text.coded[m.start() : last]))
            ):
                continue
        if span and not _minor(scene, m.start(), last):
            yield _draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


def _for_sale(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _FOR_SALE.finditer(scene.text.coded, first, last):
        span = _firm(scene, *m.span("object")) if m["object"] else scene.names.before(*m.span("who"))
        if span and scene.names.sureness(span) >= 0.7:
            yield _draft(scene, scene.names.told(span), (), m.span(), (start, end), Status.IN_TALKS), m.span()


def _new_owner(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _NEW_OWNER.finditer(scene.text.coded, first, last):
        if m[0].startswith("实") and _HOLDER.search(scene.text.coded, start, end):
            continue  # who stands behind the new owner buys no second time
        company = subject(scene, start, first, m.start())
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        owners = tuple(b for b in buyers if len(b.value.name) > 3)
        if company and owners:
            yield _draft(scene, company, owners, m.span(), (start, end)), m.span()


def _of(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _OF.finditer(scene.text.coded, first, last):
        if _NO_FIRM.search(m["object"]) or _too_small(m["rest"]):
            continue
        span = _firm(scene, *m.span("object"))
        buyers = _buyers(scene, start, first, m.start())
        if span:
            yield _draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


def _merged(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _MERGE.finditer(scene.text.coded, first, last):
        span = _firm(scene, *m.span("object"))
        other = scene.names.before(first, m.start())
        if span and other and scene.names.sureness(span) >= 0.5:
            buyer = scene.names.told(other)
            buyers = (
                Told(Investor(buyer.value, Role.ACQUIRER), buyer.start, buyer.end, buyer.quote, buyer.confidence),
            )
            yield _draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


def _active(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    coded = scene.text.coded
    for m in _VERB.finditer(coded, first, last):
        if coded[max(first, m.start() - 1) : m.start()] in ("被", "的", "次"):
            continue
        finish = last
        region = coded[m.end() : last]
        owned = _OWNED.search(region)
        begin = m.end() + (owned.end() if owned else 0)
        if stop := _OBJECT_END.search(coded, begin + 1, last):
            finish = stop.start()
        if owned and "业务" in coded[begin:finish] and not _surely_named(scene, begin, finish):
            begin, finish = m.end(), m.end() + owned.start()  # a business without a name goes by its owner's
        weak = m["verb"] in ("购买", "拿下", "受让", "接手", "接盘", "控股", "入主", "竞得", "竞购", "购入")
        staked = bool(re.search(r"%[^，。；]{0,4}(?:股权|股份)|控股权|控制权|股权", coded[begin:last]))
        spans = [
            s for s in _objects(scene, begin, finish, last) if not weak or staked or scene.names.sureness(s) >= 0.9
        ]
        if not spans or _minor(scene, m.start(), last):
            continue
        if (
            weak
            and m["verb"] not in ("入主", "接手", "竞购")
            and not re.search(r"股权|股份|公司|业务|控制权|资产|经营权", coded[m.end() : last])
        ):
            continue
        buyers = _buyers(scene, start, first, m.start())
        for span in spans:
            company = scene.names.told(span)
            if any(b.value.name == company.value for b in buyers):
                continue
            yield _draft(scene, company, buyers, (m.start(), max(m.end(), span[1])), (start, end)), (m.start(), span[1])


def _firms(scene: Scene, start: int, end: int) -> list[Span]:
    """Return the organisations that the object of a purchase names: one, or several joined by 和, 及, 、."""
    coded = scene.text.coded
    found = []
    for first, last, _ in segments(coded, start, end):
        if span := _firm(scene, first, last):
            found.append(span)
    return found


def _surely_named(scene: Scene, start: int, end: int) -> bool:
    return any(scene.names.sureness(span) >= 0.9 for span in _firms(scene, start, end))


_NEXT = re.compile(
    r"(?:\d{1,3}(?:\.\d+)?%)(?:的)?(?:股权|股份)(?:及|和|、|与"
    r"|以及)(?P<object>[^，。；、]{2,24}?)(?=\d{1,3}(?:\.\d+)?%|股权|控股权)"
)


def _objects(scene: Scene, begin: int, finish: int, last: int) -> list[Span]:
    """Return what a purchase is of: "甲51%股权及乙70%股权" holds two."""
    spans = _firms(scene, begin, finish)
    for more in _NEXT.finditer(scene.text.coded, begin, last):
        if span := _firm(scene, *more.span("object")):
            spans.append(span)
    return spans


def _firm(scene: Scene, start: int, end: int) -> Span | None:
    coded = scene.text.coded
    for owned in _OWNED.finditer(coded, start, end):
        if end - owned.end() >= 2:
            start = owned.end()
    stop = _OBJECT_END.search(coded, min(start + 2, end), end)
    if stop and not (stop[0] == "股份" and coded[end : end + 1].isdigit()):  # "盛普股份100%股权": part of the name
        end = stop.start()
    if re.match(
        r"(?:[一两三四五六七八九十几多\d]+[家个处座宗]|某|更多|任何|其他|这家|该|竞争对手|外部|同行|海外|国内外|全球)",
        coded[start:end],
    ):
        return None
    span = scene.names.after(start, end)
    if span is None or (
        _NO_FIRM.search(coded[slice(*span)])
        and not coded[: span[1]].endswith(("业务", "公司", "部门", "团队", "集团", "工厂"))
    ):
        return None
    return span if scene.names.sureness(span) >= 0.7 or span[1] - span[0] <= 14 else None


def _minor(scene: Scene, start: int, last: int) -> bool:
    """Tell whether a clause speaks of a stake that gives no control."""
    clause = scene.text.coded[start : last + 30].split("。")[0]
    if _SUBSIDIARY.search(scene.text.coded, last, last + _AFTERWARDS):
        return False
    if _CONTROL.search(clause):
        return False
    return _too_small(scene.text.coded[start:last]) or bool(_PART.search(clause))


def _too_small(text: str) -> bool:
    stakes = [float(m["stake"]) for m in _STAKE.finditer(text)]
    return bool(stakes) and max(stakes) < 50 and not _CONTROL.search(text)


def _buyers(scene: Scene, sentence: int, first: int, verb: int) -> tuple[Told[Investor], ...]:
    coded = scene.text.coded
    end = verb
    if not coded[first:verb].strip() and first > sentence:
        before = scene.text.clauses(sentence, first - 1)
        if before and _RULING.search(coded, *before[-1]):  # "…批准A以…的价格，收购B"
            first, verb = before[-1]
            end = verb
    ruling = _RULING.search(coded, first, verb)
    if ruling:
        first = ruling.end()
    lead = re.compile(
        rf"(?:以|斥资|作价|出资|耗资|豪掷|拟|将|欲|正在|正式|宣布|计划|同意|已|{DATE}|{MONEY}|通过|终止|取消|放弃|撤销|回应|被曝|被传|据悉"
        rf"|暂停|中止|撤回|花费|出价|决定|使用|利用|动用|为了|关于|审议|会议|本期|自(?=20)|就|完成|考虑|有意|即将"
        rf"|寻求|洽谈|执着|公告|达成|近日|日前|签署|签订|筹划|此前|曾|再次|也|还|从|向|于|在|今年|去年|上半年"
        rf"|下半年|前三季度|主动|报价|参与|对)"
    )
    head = coded[first:verb]
    if lead.match(head):
        end = first
    elif found := lead.search(head, 2):
        end = first + found.start()
    end = scene.names.trim(first, end)
    buyers = roles.listed(scene.names, first, end, Role.ACQUIRER)
    if buyers:
        return tuple(b for b in buyers if b.confidence >= 0.7)
    buyer = None if ruling else subject(scene, sentence, first, end if head.strip() else first)
    if buyer is scene.topic:
        buyer = scene.buyer  # what the article is about is more often bought than buying
    if buyer is None:
        return ()
    return (Told(Investor(buyer.value, Role.ACQUIRER), buyer.start, buyer.end, buyer.quote, buyer.confidence),)


def _draft(
    scene: Scene,
    company: Told[str],
    buyers: tuple[Told[Investor], ...],
    span: tuple[int, int],
    sentence: tuple[int, int],
    status: Status | None = None,
) -> Draft:
    text = scene.text
    kind = text.told(Kind.ACQUISITION, *span, 0.9)
    amount, valuation = price(scene, *_clause(scene, span[0], sentence))
    if amount is None:
        amount, valuation = price(scene, *sentence)
    status = status or acquisition_status(text.plain[slice(*sentence)], text.plain[: text.title_end], bool(buyers))
    days = scene.dates.within(sentence[0], span[1])
    return Draft(
        kind,
        company,
        buyers,
        amount,
        valuation,
        status=Told(status, kind.start, kind.end, kind.quote, 0.88),
        background=stance.past(scene, sentence[0], sentence[1], span[1]),
        announced_on=days[-1][2] if days else None,
    )


def _clause(scene: Scene, at: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """Return the clause of a sentence that holds a place."""
    return next((c for c in scene.text.clauses(*sentence) if c[0] <= at < c[1]), sentence)


def acquisition_status(sentence: str, lead: str, has_buyer: bool) -> Status:
    """Return how far an acquisition has come. A board's announced plan (拟收购) counts as announced."""
    if stance.is_called_off(sentence) or _FORBIDDEN.search(sentence):
        return Status.ABANDONED
    if re.search(
        r"(?:收购|并购|要约收购|过户|交割|交易)(?:事项)?(?:已|均已|全部)?(?:完成|交割)|已完成(?:对|收购|交割|过户)"
        r"|成功收购",
        sentence,
    ) and not re.search("尚未|完成后|预计", sentence):
        return Status.CLOSED if "完成" in sentence or "交割" in sentence else Status.ANNOUNCED
    sourced = stance.is_sourced(sentence) or stance.is_sourced(lead)
    if re.search(
        r"洽谈|谈判|磋商|正在收购|考虑|有意|寻求|提案|要约|邀约|竞购|竞标|或将|意向|筹划|筹备|欲|打算|试图|评估"
        r"|接触|待售|卖身|出售流程|报价|计划收购|或收购|执着",
        sentence,
    ):
        return Status.IN_TALKS
    if sourced and re.search(r"拟|将|计划", sentence):
        return Status.IN_TALKS
    if sourced and not re.search(r"宣布|公告|官宣|完成", sentence):
        return Status.RUMOURED
    if re.search(
        r"完成(?!收购后)[^，。；]{0,60}(?:收购|并购|交割|合并)|收购[^，。；]{0,16}(?:完成|交割)|已完成", sentence
    ):
        return Status.CLOSED
    return Status.ANNOUNCED if has_buyer or not re.search(r"拟|计划", sentence) else Status.IN_TALKS


def price(scene: Scene, start: int, end: int) -> tuple[Told[Money] | None, Told[Valuation] | None]:
    """Return what a sentence says that a purchase costs, and what it says the whole is worth."""
    coded = scene.text.coded
    amount: Told[Money] | None = None
    valuation: Told[Valuation] | None = None
    for first, last, told in scene.money.within(start, end):
        before, after = coded[max(start, first - 24) : first], coded[last : last + 24]
        if re.match("(?:/|每)股", after):
            continue
        if _VALUED.search(before) or re.match(r"(?:的)?(?:整体)?估值", after):
            valuation = valuation or Told(
                Valuation(told.value, Basis.UNSPECIFIED), told.start, told.end, told.quote, 0.8
            )
        elif re.search(
            r"罚|市值|营收|收入|利润|亏损|每股|债务|增长|现汇率|资本支出|注册资本|募集|募资|销售额|配套", before[-12:]
        ):
            continue
        elif amount is None and (
            _PRICE.search(before)
            or re.match(rf"[^，。；]{{0,14}}?(?:{_BUY}|出售|卖|价格|对价|的?交易)", after)
            or re.search(rf"(?:{_BUY}|以|斥资|出售)[^，。；]{{0,24}}$", before)
        ):
            amount = replace(told, confidence=min(told.confidence, worth.SURE_OF_SUM))
    return amount, valuation
