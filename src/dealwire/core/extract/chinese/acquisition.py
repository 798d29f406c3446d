"""Acquisitions in a sentence: who buys whom, for how much, and whether control changes hands.

"A收购B", "B被A收购", "A对B的收购", "A将B出售给C", "A与B合并". The thing bought must be an organisation or a business,
and the stake, where it is told, at least half, unless the text says that control passes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.chinese import bids, bought, nominal, notices, passed, purchase, roles, sale, stakes, taken
from dealwire.core.extract.chinese.parties import announcer, opens_with, own_subject, subject
from dealwire.core.extract.chinese.prose import DATE, MONEY
from dealwire.core.extract.chinese.purchase import Found
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_firm
from dealwire.core.extract.chinese.terms import BUY
from dealwire.model import Investor, Role, Status, Told

_VERB = re.compile(
    rf"(?<![被竞值机])(?<!(?<![出代对总高低市半作溢折])价)(?:跨界|闪电|抄底|大手笔|全资|战略|现金|要约|整体|溢价|联合|成功|完成|正式|协议|间接|反向|跨境|恶意|敌意"
    rf"|合并)*(?P<verb>{BUY})"
    r"(?!方|人|价|要约|邀约|案|事宜|事项|交易|完成|计划|谈判|协议|意向|标的|后(?!者)|时(?!代|尚)|战|潮|浪潮|热潮|风潮|趋势|案例|赛道|退市|进程|了?不少|以来|主体|对价|款|业务(?:被|将|的|，)|[^，。；]{0,4}项目"
    r"|总|者|行为|的|、|和|及|传闻|提案|公司股票|股东|比例|义务|与|结果|期限|形势|工作|准备|旺季|季|预案|政策|野心|意愿|兴趣|量|清算|报告书|基金|基金专项|一事"
    r"|资产(?:$|暨)|重组|提议|请求|申请)(?:了|过|完|得)?"
)
_PASSIVE = re.compile(
    rf"被(?!曝|传|指|爆|迫|要求|批准|禁止|允许|视|认)(?P<buyer>[^，。；被]{{2,24}}?)(?:以(?:[^，。；]{{0,4}}{MONEY}[^，。；]{{0,8}}|[^，。；被]{{2,12}}?(?:现金|股票|价格|代价|对价)))?(?:全资|战略|整体"
    rf"|正式)?(?:{BUY}|买走|揽入怀中|纳入麾下)"
)
_MERGE = re.compile(
    r"(?:与|和|同)(?P<object>[^，。；与和]{2,24}?)(?![A-Za-z])(?:正式|宣布|将|拟|就|达成|的|终止|进行|完成|同意"
    r"|计划|正在|洽谈|换股|吸收)*(?:超级|全面|业务|重组)?(?:(?:签署|签订)?(?:重组|换股|共同转换股份|合并)协议|合组|合并)(?!报表|财务|口径|现金|利润|净|资产|营|收入|交付|销|出货|范围"
    r"|同类|后首)"
)
_PERHAPS = re.compile(
    "购|买|%[^，。；]{0,6}股|清仓|股本|增持|持股|洽谈|易主|花落|落入|委身|竞标|表决权|控权|合并|重组协议|并入|洽购|换股|转换股份|合组|私有化|控股|拿下|接手|接盘|吞|入主|受让|控制权|控股权|接管|剥离|划转|卖|售|转|脱手|出让|收归|要约|并购|变更为|取得|竞得|全资子公司|加入|收入囊中|附属公司|将[^，。；]{2,40}(?:股权|股份|业务)$|吃下|转让|易主|换取|换得"
)


def read(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Yield the acquisitions that a sentence tells."""
    coded = scene.text.coded
    if not _PERHAPS.search(coded, start, end) or _LISTS.search(coded, start, end):
        return
    taken: list[tuple[int, int]] = []
    buyers: tuple[Told[Investor], ...] = ()
    for first, last in scene.text.clauses(start, end):
        if not _PERHAPS.search(coded, first, last):
            continue
        for words, reader in _READERS:
            if words and not words.search(coded, first, last):
                continue
            found = [f for f in reader(scene, start, first, last, end) if _credible(f[0])]
            fresh = [(d, span) for d, span in found if not any(s < span[1] and span[0] < e for s, e in taken)]
            taken.extend(span for _, span in fresh)
            for draft, _ in fresh:
                if buyers and _GOES_ON.match(coded, first, last) and not _names_buyer(scene, draft, first):
                    draft = replace(draft, investors=buyers)
                buyers = draft.investors or buyers
                yield draft


_GOES_ON = re.compile(
    r"(?:同时|此外|随后|之后|后来|接着|\d{1,2}月)?(?:并|还|也|又|再|拟|将|另)*(?:以|拟|将|斥资|出资|收购|并购|买下)"
)
"""How a clause opens that tells what else the same buyer buys."""


def _names_buyer(scene: Scene, draft: Draft, first: int) -> bool:
    """Tell whether a clause itself names who buys."""
    return any(scene.text.place(b.start, b.end)[0] >= first for b in draft.investors)


_Reader = Callable[[Scene, int, int, int, int], Iterator[Found]]


def _credible(draft: Draft) -> bool:
    """Tell whether enough of a purchase looks like organisations: the thing bought, or else its buyer."""
    bought = draft.company.confidence if draft.company else 0.0
    buyer = max((i.confidence for i in draft.investors), default=0.0)
    return bought >= 0.9 or (bought >= 0.5 and buyer >= 0.75) or (bought >= 0.75 and buyer >= 0.5)


_LISTS = re.compile("SPAC|[A-Za-z] Acquisition(?: Corp|达成|签|宣布|合并)|特殊目的收购|空白支票|借壳")
"""A merger that gets a company listed is told as a listing."""


def _passive(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _PASSIVE.finditer(scene.text.coded, first, last):
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        company = subject(scene, start, first, m.start())
        if company and buyers:
            yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()


def _agreed(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    coded = scene.text.coded
    for m in _AGREED.finditer(coded, first, last):
        span = bought.firm(scene, *m.span("object"))
        if span is None:
            continue
        selling = "转让" in m["how"]
        party = m.span("other" if selling else "one")
        parties = roles.listed(scene.names, *party, Role.ACQUIRER)
        yield purchase.draft(scene, scene.names.told(span), parties, m.span(), (start, end)), m.span()


_AGREED = re.compile(
    r"《(?P<one>[^《》，。；]{2,40}?)(?:与|和)(?P<other>[^《》，。；]{2,60}?)(?:关于|之)(?P<object>[^《》，。；]{2,40}?)"
    r"(?:之|的)?(?:\d+(?:\.\d+)?%的?)?(?:股权|股份|资产)(?:之|的)?(?P<how>收购|转让|购买|买卖)[^《》，。；]{0,12}(?:协议|合同)"
)
"""A contract's title names its parties and what is bought: "《甲公司与乙公司关于丙公司之股权收购协议》"."""


def _dissolved(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _DISSOLVED.finditer(scene.text.coded, first, last):
        if party := _WITH.search(scene.text.coded, start, m.start()):
            span = bought.firm(scene, *party.span("object"))
            buyers = purchase.who_buys(
                scene, start, purchase.clause(scene, party.start(), (start, end))[0], party.start()
            )
            if span and buyers:
                yield (
                    purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end), Status.ABANDONED),
                    m.span(),
                )


def _them(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Read "与甲公司达成协议，将以12亿元将其收购": whom the buyer has come to terms with is bought."""
    for m in _THEM.finditer(scene.text.coded, first, last):
        if party := _WITH.search(scene.text.coded, start, m.start()):
            span = bought.firm(scene, *party.span("object"))
            begins = purchase.clause(scene, party.start(), (start, end))[0]
            buyers = purchase.who_buys(scene, start, begins, party.start())
            if span and buyers:
                yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


_THEM = re.compile("[将把](?:其|后者|对方)(?:全资|整体|全部)?(?:收购|并购|买下|拿下|收入囊中|收归旗下)")
_DISSOLVED = re.compile("(?:解除|终止)[^，。；]{0,12}(?:收购|转让|购买)[^，。；]{0,6}协议")


def _taken_private(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _TAKEN.finditer(scene.text.coded, first, last):
        itself = announcer(scene, start, m.start()) if m["object"] in _ITSELF else None
        span = bought.firm(scene, *m.span("object")) if itself is None else None
        buyers = purchase.who_buys(scene, start, first, m.start())
        if itself and buyers and all(b.value.name != itself.value for b in buyers):
            yield purchase.draft(scene, itself, buyers, m.span(), (start, end)), m.span()
        if span and buyers:
            yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


_TAKEN = re.compile(
    "(?:以[^，。；]{0,8})?(?:将|把)(?P<object>[^，。；将把]{2,20}?)(?:私有化|收入囊中|收归[^，。；]{0,4}|纳入麾下|揽入怀中)"
)
_ITSELF = ("公司", "本公司", "该公司", "上市公司")


def _merged(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _MERGE.finditer(scene.text.coded, first, last):
        span = bought.firm(scene, *m.span("object"))
        other = scene.names.before(first, m.start())
        if span and other and scene.names.sureness(span) >= 0.5:
            buyer = scene.names.told(other)
            buyers = (purchase.as_buyer(buyer),)
            yield purchase.draft(scene, scene.names.told(span), buyers, m.span(), (start, end)), m.span()


def _together(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _JOINED.finditer(scene.text.coded, first, last):
        parties = roles.listed(scene.names, *m.span("names"), Role.ACQUIRER)
        if len(parties) == 2:
            buyer, other = parties
            company = Told(other.value.name, other.start, other.end, other.quote, max(other.confidence, 0.75))
            yield purchase.draft(scene, company, (buyer,), m.span(), (start, end)), m.span()


def _into(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    for m in _INTO.finditer(scene.text.coded, first, last):
        company = own_subject(scene, first, m.start())
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        if company and buyers:
            yield purchase.draft(scene, company, buyers, m.span(), (start, end)), m.span()


_JOINED = re.compile(
    "(?P<names>[^，。；]{4,40}?)(?:今日|正式|已|将|拟|同时|双双)*(?:宣布|达成|同意|签署)[^，。；]{0,6}合并(?!报表|范围)"
)
"""Two that tell of their merger together: "甲航空和乙航空宣布合并"."""
_INTO = re.compile(
    "(?:获批|正式|整体|将|被|已|拟|降级|宣布|，)*并入(?P<buyer>[^，。；：]{2,20}?)(?=$|[，。；的]|报表|旗下|公司|麾下)"
)
"""A firm that becomes part of another: "甲集团获批并入乙集团"."""


def _active(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    coded = scene.text.coded
    for m in _VERB.finditer(coded, first, last):
        if coded[max(first, m.start("verb") - 1) : m.start("verb")] in ("被", "的"):
            continue
        if coded.startswith("次", m.start("verb") - 1) and not _STAKED.match(coded, m.end(), last):
            continue  # "本次收购": what has been told
        if relative := _relative(scene, start, first, last, end, m):
            yield relative
            continue
        comma = coded.rfind("、", first, m.start())
        begins = comma + 1 if comma >= 0 and BOUGHT.search(coded, first, comma) else first
        if m["verb"] == "吸收合并" and _OWN_ARM.match(coded, m.end(), last):
            continue
        if _UNWILLING.search(coded, max(first, m.start() - 6), m.start()):
            continue
        if _OPINION.search(coded, max(first, m.start() - 8), m.start()):
            continue
        finish = last
        region = coded[m.end() : last]
        owned = bought.OWNED.search(region)
        begin = m.end() + (owned.end() if owned else 0)
        if kind := bought.A_KIND.match(coded, begin, last):
            begin = kind.end()
        stop = bought.OBJECT_END.search(coded, begin + 1, last)
        if stop and not bought.is_in_name(coded, begin, stop, m["verb"]):
            finish = stop.start()
        if owned and "业务" in coded[begin:finish] and not bought.surely_named(scene, begin, finish):
            begin, finish = m.end(), m.end() + owned.start()  # a business without a name goes by its owner's
        weak = m["verb"] in ("购买", "拿下", "受让", "接手", "接盘", "控股", "入主", "竞得", "购入")
        weak = weak and not (m["verb"] == "控股" and MONEY in coded[max(first, m.start() - 2) : m.start()])
        weak = weak or (m["verb"] == "吃下" and MONEY not in coded[start:end])  # "吃下定心丸"
        means = _MEANS_TO.search(coded, max(first, m.start() - 4), m.start())
        staked = bool(re.search(r"%[^，。；]{0,4}(?:股权|股份)|控股权|控制权|股权", coded[begin:last]))
        itself = bought.ITSELF.match(coded, begin, last) or (
            m["verb"] == "私有化" and coded[begin:last].endswith("公司")
        )
        if itself and (company := announcer(scene, start, m.start()) or opens_with(scene, start, m.start())):
            buyers = purchase.who_buys(scene, start, first, m.start())
            if buyers and not bought.is_minor(scene, m.start(), last):
                yield purchase.draft(scene, company, buyers, (m.start(), finish), (start, end)), (m.start(), finish)
            continue
        if _THEIRS.match(coded, begin, last) and (party := _WITH.search(coded, start, m.start())):
            span = bought.firm(scene, *party.span("object"))
            buyers = purchase.who_buys(
                scene, start, purchase.clause(scene, party.start(), (start, end))[0], party.start()
            )
            if span and buyers and not bought.is_minor(scene, m.start(), last):
                yield (
                    purchase.draft(scene, scene.names.told(span), buyers, (m.start(), finish), (start, end)),
                    (m.start(), finish),
                )
            continue
        spans = [
            s
            for s in bought.objects(scene, begin, finish, last)
            if not weak
            or staked
            or (scene.names.sureness(s) >= 0.9 and _is_paid_for(coded, first, m, s))
            or (scene.names.sureness(s) >= 0.9 and (m["verb"] not in _TAKES_ON or not coded[s[1] : last].strip("”」")))
        ]
        if not spans or bought.is_minor(scene, m.start(), last):
            continue
        if (
            weak
            and not any(_is_paid_for(coded, first, m, s) for s in spans)
            and m["verb"] not in ("入主", "接手", "接盘")
            and not (means and scene.names.sureness(spans[0]) >= purchase.FIRMLY)
            and not re.search(r"股权|股份|公司|业务|控制权|资产|经营权", coded[m.end() : last])
        ):
            continue
        buyers = purchase.who_buys(scene, start, begins, m.start())
        for span in spans:
            company = scene.names.told(span)
            if _PERCENT.match(coded, span[1]):  # of what but a firm
                company = replace(company, confidence=max(company.confidence, purchase.FIRMLY))
            if any(b.value.name == company.value for b in buyers):
                continue
            told = purchase.draft(scene, company, buyers, (m.start(), max(m.end(), span[1])), (start, end))
            if len(spans) > 1 and not _EACH.search(coded, start, end):
                told = replace(told, amount=None)  # one price for all
            yield told, (m.start(), span[1])


def _relative(scene: Scene, start: int, first: int, last: int, end: int, verb: re.Match[str]) -> Found | None:
    """Return the purchase that a clause tells to say who its subject is: "曾在2010年收购甲公司的乙资本将…"."""
    coded = scene.text.coded
    told = _WHO_BOUGHT.match(coded, verb.end(), last)
    if told is None or not _OPENS.fullmatch(coded, first, verb.start()):
        return None
    bought_, buyer = bought.firm(scene, *told.span("object")), scene.names.before(*told.span("buyer"))
    if bought_ is None or buyer is None or scene.names.sureness(buyer) < purchase.FIRMLY:
        return None
    span = verb.start(), told.end("buyer")
    past = scene.text.told(value=True, start=span[0], end=span[1], confidence=0.7)
    found = purchase.draft(
        scene, scene.names.told(bought_), (purchase.as_buyer(scene.names.told(buyer)),), span, (start, end)
    )
    return replace(found, background=found.background or past), span


_OPENS = re.compile(f"(?:刚刚|此前|曾|近日|去年|今年|在|于|年|月|初|底|已|{DATE}|[\\d ])*(?:完成)?")
_WHO_BOUGHT = re.compile(
    r"(?P<object>[^，。；的%]{2,16})的(?P<buyer>[^，。；的%]{2,16}?)(?=发布|将|表示|宣布|成为|拟|正|已|又|近日|称|也|，(?:将|拟|又|近日|宣布))"
)
_PERCENT = re.compile(r"的?(?:[约近超逾]|不少于|不低于)?\d{1,3}(?:\.\d+)?%(?:的)?(?:股权|股份)")
_STAKED = re.compile(r"[^，。；]{2,24}?\d{1,3}(?:\.\d+)?%(?:的)?(?:股权|股份)")
BOUGHT = re.compile("收购|并购|买下")


def _is_paid_for(coded: str, first: int, verb: re.Match[str], span: tuple[int, int]) -> bool:
    """Tell whether a sum stands before a plain verb, and a firm's name behind it: "以7亿美元购买竞争对手甲集团"."""
    priced = MONEY in coded[first : verb.start()] and verb["verb"] in ("购买", "购入", "竞购", "拿下")
    ends = span[1] == len(coded) or coded[span[1]] in "，。；、”」\n"
    return priced and ends and span[1] - span[0] <= _SHORT and is_firm(coded[slice(*span)])


_SHORT = 10
"""Characters of a firm's name that a plain verb of buying is believed to be said of."""
_EACH = re.compile("均以|各以|均为|分别(?=以|作价|为)")
_TAKES_ON = ("接手", "接盘", "入主")
"""What is said of a project, too."""
_MEANS_TO = re.compile("希望|有意|想要?|[拟欲]|试图|打算|寻求|计划|有望|竞相")
"""What says of a plain verb that its subject means to buy: "希望拿下游戏商甲"."""
_OWN_ARM = re.compile("(?:其|旗下|公司)?(?:全资|控股|下属)*(?:子公司|孙公司)")
"""What is its own already when a company merges it."""
_UNWILLING = re.compile("(?:无意|不会|没有|并未|未曾|从未|不打算|不考虑|无计划|未计划)(?:再|继续)?$")
_OPINION = re.compile("应该|应当|不应|值得|为什么|如果|假如|能否|是否|该不该|不如")
"""What somebody thinks of a purchase, which is none."""
_THEIRS = re.compile(
    r"(?:后者|对方)(?=$|，|。)|(?:其|后者|对方|标的公司|目标公司)(?:股东)?(?:所)?(?:持有)?(?:的)?(?:合计|约|全部)*(?:\d{1,3}(?:\.\d+)?%|控股权|股权|股份)"
)
_WITH = re.compile(
    r"(?:与|和|同)(?P<object>[^，。；与和]{2,24}?)(?:及其股东|的?原?股东|管理层)?(?:正式|已|拟|近日)*(?:签[署订]|达成|订立|就)"
)
"""The firm that a buyer has come to terms with, and whose shares it buys: "与甲公司签署意向书，拟收购其51%股权"."""


_BY_WORDS: tuple[tuple[tuple[str, ...], _Reader], ...] = (
    (("被",), _passive),
    (("将其", "将后者", "将对方", "把其", "把后者"), _them),
    (("收购", "要约", "并购"), bids.made),
    (("私有化", "收购", "并购"), bids.got),
    (("私有化", "收购"), bids.privatised),
    (("要约人",), bids.put_out),
    (("要约人",), bids.by_offeror),
    (("协议", "合同"), _agreed),
    (("将", "把"), _taken_private),
    (("解除", "终止"), _dissolved),
    (("私有化",), bids.planned),
    (
        (
            "获",
            "卖",
            "售",
            "转让",
            "成为",
            "变为",
            "加入",
            "被",
            "遭",
            "易主",
            "吸引",
            "引来",
            "花落",
            "落入",
            "委身",
        ),
        taken.goes_to,
    ),
    (("协议",), taken.comes_to_terms),
    (("控", "东家", "母公司"), taken.comes_to_control),
    (
        (
            "增持",
            "提高",
            "提升",
            "竞购",
            "竞标",
            "收购战",
            "争夺战",
            "控股股东",
            "大股东",
            "创始人",
            "合并",
        ),
        taken.is_taken,
    ),
    (("持股", "增持"), stakes.rises),
    (("易主", "变更", "生变", "转移", "卖了", "卖掉", "售出"), stakes.changes_hands),
    (("收购", "并购", "出售", "转让"), stakes.talked_about),
    (("目标", "对象", "标的"), stakes.wanted),
    (("%",), stakes.got),
    (("收购", "并购", "买下"), stakes.unnamed),
    (("对",), taken.called_off),
    (("出售", "剥离", "甩卖", "卖掉", "脱手", "处置"), sale.listed),
    ((), sale.sold),
    (("由", "给", "予", "至", "到"), passed.passed),
    ((), sale.for_sale),
    ((), sale.new_owner),
    (("股本", "目标公司", "标的"), notices.target),
    (("控", "表决权"), notices.control),
    (("对",), nominal.of),
    (("合并",), _together),
    (("合并", "合组", "协议"), _merged),
    (("并入",), _into),
    (("收购", "并购", "合并"), nominal.case),
    (("购", "买下", "吞并"), nominal.that_was_bought),
    ((), _active),
)
"""The readers of purchases in the order in which they are asked, each with the words without which it finds none."""
_READERS = tuple((re.compile("|".join(words)) if words else None, reader) for words, reader in _BY_WORDS)
"""The same, with a pattern of those words: one search is quicker than one for each."""
