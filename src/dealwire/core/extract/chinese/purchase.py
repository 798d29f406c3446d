"""One purchase as a place tells it: who buys, at what price, how far it has come, whether it is history."""

from __future__ import annotations

import re
from dataclasses import replace

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.chinese import roles, stance, terms
from dealwire.core.extract.chinese.parties import (
    LEAST_SURE,
    OPENING,
    announcer,
    opener,
    opens,
    own_subject,
    spoken_of,
    subject,
    verb_or_end,
)
from dealwire.core.extract.chinese.prose import DATE, MONEY
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Investor, Kind, Role, Status, Told

Found = tuple[Draft, tuple[int, int]]
"""A purchase, and the plain span that tells it."""

_RULING = re.compile(
    r"(?:附[^，。；]{0,8}条件)?(?:批准|核准|禁止|否决|反对|阻止|叫停|审查|审批|放行|针对|解读|回应(?=.{2})|(?:部|局|院|委|委员会|机构|欧盟)为)(?:了|对)?"
)
"""What somebody else does about a purchase: who stands before it buys nothing."""


def who_buys(scene: Scene, sentence: int, first: int, verb: int) -> tuple[Told[Investor], ...]:
    """Return who buys: named before the verb, or the subject of the clauses before, or who puts out the notice."""
    coded = scene.text.coded
    end = verb
    resolved = coded.rfind("关于", first, verb)
    if resolved >= 0:
        first = resolved + len("关于")
        if ours := _OURS.match(coded, first, verb):
            first = ours.end()
    elif told := list(_WHOSE.finditer(coded, first, verb))[-1:]:
        first = told[0].end()
    before = scene.text.clauses(sentence, first - 1)[-1:] if first > sentence else []
    joint = _GROUP.search(coded, first, verb) or (before and _CONSORTIUM.search(coded, *before[0]))
    if joint and (members := _members(scene, joint, sentence)):
        return members
    if not coded[first:verb].strip() and first > sentence:
        before = scene.text.clauses(sentence, first - 1)
        if before and _RULING.search(coded, *before[-1]):  # "…批准A以…的价格，收购B"
            first, verb = before[-1]
            end = verb
    if opening := OPENING.match(coded, first, verb):
        first = opening.end()
    ruling = _RULING.search(coded, first, verb)
    if ruling:
        first = ruling.end()
    lead = re.compile(
        rf"(?:与[^，。；]{{2,20}}(?:订立|签署|签订|达成)|继|[斥掷砸](?={MONEY}|\d)|提出|提$|以|斥资|作价|出资|耗资|豪掷|(?<!虚)(?<!模)拟|接近|将|欲|正在|正式|宣布|有?计划|同意|已|{DATE}|{MONEY}|通过|终止|取消|放弃|撤销|回应|被曝|被传|据悉"
        rf"|暂停|中止|搁置|推迟|暂缓|延后|重启|落实|敲定|加码|提高|撤回|否认|辟谣|澄清|驳斥|花费|出价|决定|使用|利用|动用|为了|关于|审议|会议|本期|自(?=20)|就|完成|考虑|有意|即将"
        rf"|寻求|洽谈|执着|公告|达成|近日|日前|签署|签订|筹划|此前|曾|再次|也|还|从|向|于|在|今年|去年|上半年"
        rf"|下半年|前三季度|主动|报价|建议|参与|研究|商讨|讨论|评估|探讨|酝酿|谋划|着手|推进|启动|试图|准备|希望|打算|想要|获准|获批|组成的|领衔的?财团|领衔的|牵头的?财团|牵头的|对)"
    )
    head = coded[first:verb]
    if lead.match(head):
        end = first
    elif found := lead.search(head, 2):
        end = first + found.start()
    end = scene.names.trim(first, end)
    if owner := list(_HEAD_NOUN.finditer(coded, first, end))[-1:]:
        first = owner[0].end()
    led = coded.startswith("由", first)
    if _LATTER.match(coded, first, verb) and (party := _AGREED_WITH.search(coded, sentence, first)):
        first, end, led = *party.span("party"), True
    if helped := _HELPED.search(coded[first:verb]):
        first, end = first + helped.start("buyer"), verb
    buyers = _before(scene, first, end)
    if buyers:
        if ruling:  # who is allowed to buy, or forbidden to, is a firm
            return tuple(replace(b, confidence=max(b.confidence, 0.75)) for b in buyers)
        if led:  # "由甲出资5亿元收购乙": who is led in so is a firm
            return tuple(replace(b, confidence=max(b.confidence, LEAST_SURE)) for b in buyers)
        return tuple(b for b in buyers if b.confidence >= LEAST_SURE)
    if resolved >= 0 and (company := _meets(scene, sentence, resolved)):
        return (as_buyer(company),)
    buyer = None if ruling else subject(scene, sentence, first, end if head.strip() else first)
    if buyer is None and not ruling:
        buyer = own_subject(scene, first, verb_or_end(coded, first, verb))  # "甲集团又启动了在海外收购的乙"
    if buyer is scene.topic and not _WE.fullmatch(scene.names.bare(first, end)):
        silent = not ruling and not scene.names.bare(first, end if head.strip() else first)
        named = opener(scene, sentence, first) if silent else None
        buyer = named or scene.buyer  # what the article is about is more often bought than buying
    if buyer is None and not ruling:
        buyer = _spokesman(scene, sentence, verb)
        buyer = buyer or spoken_of(scene, sentence, sentence, verb_or_end(coded, sentence, verb))
    if buyer is None:
        return ()
    return (as_buyer(buyer),)


def _before(scene: Scene, first: int, end: int) -> tuple[Told[Investor], ...]:
    """Return who is named before a verb; of one buyer's name the cut that is shorter, since words lead to it."""
    buyers = roles.listed(scene.names, first, end, Role.ACQUIRER)
    own = (
        own_subject(scene, first, end) if len(buyers) < 2 and not _JOINS.search(scene.text.coded, first, end) else None
    )
    if own and (not buyers or own.start > buyers[0].start or own.confidence > buyers[0].confidence):
        return (as_buyer(own),)
    return buyers


_JOINS = re.compile("[、和与及给]")
FIRMLY = 0.9
"""How sure the name is of whom a stake is told."""
_HEAD_NOUN = re.compile("(?<!美)的(?!卢)(?=[^，。；的]{2,})")
"""What ends the words that describe a buyer: "主营纺织与服装业务的甲股份"."""
_OURS = re.compile(
    "(?:审议)?(?:公司|本公司|上市公司)?(?:之)?(?:全资|控股|下属|间接)*(?:子公司|孙公司)?"
    "(?:拟|以[^，。；]{0,12}|使用[^，。；]{0,12})?"
)
"""What leads to the buyer of a resolution: "《关于全资子公司甲收购乙100%股权的议案》"."""
_WHOSE = re.compile(
    "(?:知悉|获悉|得知|担任|前期|如果|如(?=公司|其|该|上市|[此本]次|交易)|若|随着|几乎在|低于|参照|除|因为|鉴于|针对|由于|对(?=[^，。；对]{2,10}拟(?:使用|以|通过|收购|购买)))(?=[^，。；在对因如除]{2,24}$)"
)
"""What a purchase is only part of: whoever stands before it buys nothing ("丙在知悉甲收购乙后买入")."""
_TOGETHER = "由?(?P<names>[^。；由]{4,160}?)(?:共同|联合)?组成的?[^，。；]{0,8}?(?:财团|联合体|买方团|集团|投资人团)"
_CONSORTIUM = re.compile(_TOGETHER + "$")
_WITH = "(?:(?!达成|签|订立|协议|就|洽|谈)[^。；]){2,60}?"
_GROUP = re.compile(
    rf"{_TOGETHER}"
    rf"|(?:携手|联合|联手|联同|会同|携同)(?P<with>{_WITH})(?:共同|一起|一同)?(?:拟|将|出资|斥资|以[^，。；]{{0,16}})*$"
    rf"|(?:拟|将|计划|已|公司|其)(?:与|和)(?P<also>{_WITH})(?:共同|联手|联合|一起|一同|携手)(?:出资|以[^，。；]{{0,16}})*$"
)
"""Several that buy together: "甲、乙和丙组成的财团", "甲拟与乙、丙联手收购"."""


def _members(scene: Scene, group: re.Match[str], sentence: int) -> tuple[Told[Investor], ...]:
    coded = scene.text.coded
    if group["names"]:
        lead = OPENING.match(coded, *group.span("names"))
        return roles.listed(
            scene.names, lead.end() if lead else group.start("names"), group.end("names"), Role.ACQUIRER
        )
    first = max(coded.rfind(mark, 0, group.start()) for mark in "，。；：\n") + 1
    cuts = dict.fromkeys([group.start(), verb_or_end(coded, first, group.start())])
    head = next((span for at in cuts if first < at and (span := scene.names.before(first, at))), None)
    told = roles.listed(scene.names, *group.span("with" if group["with"] else "also"), Role.ACQUIRER)
    own = as_buyer(scene.names.told(head)) if head else None
    if own is None and told and (company := announcer(scene, sentence, group.start())):
        own = as_buyer(company)
    return tuple(b for b in ((own,) if own else ()) + told if b.confidence >= LEAST_SURE)


_MEETING = re.compile(
    "(?P<name>[^，。；：]{2,30}?)(?:[\ue002\\d]+年?(?:年?度)?)?(?:第[一二三四五六七八九十\\d]+届)?(?:[\ue002\\d]+年)?(?:第[一二三四五六七八九十\\d]+次)?(?:临时)?(?:董事会|监事会|股东大会|股东会)"
)


def _meets(scene: Scene, sentence: int, at: int) -> Told[str] | None:
    """Return the company whose board or holders pass a resolution: "甲股份第五届董事会第七次会议审议通过…"."""
    meeting = _MEETING.search(scene.text.coded, sentence, at)
    span = scene.names.before(meeting.start("name"), meeting.end("name")) if meeting else None
    if span is None:
        first, last = scene.text.clauses(sentence, at)[0]
        return announcer(scene, sentence, at) or own_subject(scene, first, verb_or_end(scene.text.coded, first, last))
    return scene.names.told(span, max(scene.names.sureness(span), LEAST_SURE))


_LATTER = re.compile("由?(?:后者|对方)")
_AGREED_WITH = re.compile("(?:与|和|同)(?P<party>[^，。；与和]{2,24}?)(?:已|正式|就|近日)*(?:达成|签[署订]|订立)")
"""Whom "the latter" is that buys: "已与甲集团达成协议，由后者收购公司"."""
_HELPED = re.compile("(?:参与|支持|协助|帮助|助力)(?P<buyer>[^，。；]{2,20})$")
"""Whose purchase it is that somebody else puts money into: "甲集团出资参与乙科技收购丙公司"."""


def as_buyer(name: Told[str]) -> Told[Investor]:
    """Return a name in the role of who buys."""
    return Told(Investor(name.value, Role.ACQUIRER), name.start, name.end, name.quote, name.confidence)


_WE = re.compile("(?:该|本|上市)?公司|其|集团")


_ARM = re.compile(
    "(?:，|：)(?:公司|其)?(?:旗下|(?:全资|控股|下属|间接)*(?:子公司|孙公司|附属公司))(?P<name>[^，。；]{4,30}?)(?:近日|日前|已|拟|将)*(?=于[\ue002\\d]|与|同|和[^，。；]{2,20}签)"
)
"""The arm of a notice's company that signs: "甲股份公告，公司控股子公司乙与丙签订协议，以…收购丁"."""


def _spokesman(scene: Scene, sentence: int, verb: int) -> Told[str] | None:
    """Return who puts out the notice that a sentence reports: "甲股份公告，公司与…签署协议，以…受让…"."""
    arm = _ARM.search(scene.text.coded, sentence, verb)
    if arm and (span := scene.names.after(*arm.span("name"))):
        return scene.names.told(span)
    speaker = announcer(scene, sentence, verb)
    return None if speaker is scene.topic else speaker


_SINCE = re.compile(
    r"[^，。；]{0,6}?(?:[一二两三四五六七八九十几数\d]+(?:多|个)?(?:年|月)(?:多|半)?(?:之?后|以?来)|以来|之后(?=，))(?P<next>，)?"
)
"""How long ago a purchase was: "收购甲公司两年后，…", "自收购甲公司以来"."""
_DOES = re.compile("的|推出|发布|宣布|开始|将|正在|已|又|在|完成|成为|表示|计划|决定|实现|裁|关闭|拆|卖|出售")
"""What ends the buyer's name where it stands behind the purchase."""


def draft(
    scene: Scene,
    company: Told[str],
    buyers: tuple[Told[Investor], ...],
    span: tuple[int, int],
    sentence: tuple[int, int],
    status: Status | None = None,
) -> Draft:
    """Return a purchase with what its sentence says of price, status and time; `span` holds the words that tell it."""
    text = scene.text
    kind = text.told(Kind.ACQUISITION, *span, 0.9)
    amount, valuation = terms.price(scene, *clause(scene, span[0], sentence))
    if amount is None:
        before = _EARLIER.search(text.coded, sentence[0], span[0])
        amount, valuation = terms.price(scene, before.end() if before else sentence[0], sentence[1])
    buyers = buyers or tuple(b for b in terms.bidders(scene, *sentence) if b.value.name != company.value)
    since = _SINCE.match(text.coded, span[1], sentence[1])
    if not buyers and ((since and since["next"]) or _is_led(scene, span, sentence)):
        buyers = _next_subject(scene, since.end() if since else span[1], sentence[1])
    firm = bool(buyers) or _NOTICE.search(text.plain, 0, sentence[1]) is not None
    status = status or terms.status(_about(scene, span, sentence), text.plain[: text.title_end], firm)
    past = stance.past(scene, sentence[0], sentence[1], span[0])
    if past is None and text.coded.endswith("继", sentence[0], span[0]):
        past = text.told(value=True, start=span[0] - 1, end=span[0], confidence=0.85)
    after = since or (_SINCE_THEN.search(text.coded, sentence[0], span[0]) and _AFTERWARDS.match(text.coded, span[1]))
    if after and past is None:
        past = text.told(value=True, start=after.start(), end=after.end(), confidence=0.85)
    days = scene.dates.within(sentence[0], span[1])
    return Draft(
        kind,
        company,
        buyers,
        amount,
        valuation,
        status=Told(status, kind.start, kind.end, kind.quote, 0.88),
        background=past,
        announced_on=days[-1][2] if days else None,
    )


def _about(scene: Scene, span: tuple[int, int], sentence: tuple[int, int]) -> str:
    """Return what a sentence says of a purchase: all but later clauses that go on about something else."""
    plain = scene.text.plain
    _, last = clause(scene, span[0], sentence)
    after = [plain[slice(*c)] for c in scene.text.clauses(last, sentence[1]) if c[0] >= last]
    return "，".join([plain[sentence[0] : last], *(words for words in after if _OF_DEAL.search(words))])


_OF_DEAL = re.compile(
    "收购|并购|交易|谈|商|讨论|协议|要约|报价|出价|售|卖|交割|过户|完成|终止|取消|破裂|失败|叫停|批准|审批|监管|接触|初步|早期|阶段|尚未|未有"
    "|置评|否认|回应|敲定|买家|竞标|股权|股份|对价|价格|作价|合并|溢价|双方|意向|搁|作罢|方案|阻止|禁止|反对|否决|可能|或将|接近|细节|消息|知情|报道|停牌|筹划|沟通|控制权|控股权|重组"
)
"""What a clause says that goes on about a purchase."""


def _is_led(scene: Scene, span: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """Tell whether a purchase is what its sentence's subject does something else by, for or after."""
    coded = scene.text.coded
    first = clause(scene, span[0], sentence)[0]
    if opening := OPENING.match(coded, first, span[0]):
        first = opening.end()
    if _LED_BY.fullmatch(coded, first, span[0]):
        return True
    return _OPENS.fullmatch(coded, first, span[0]) is not None and _AFTER.match(coded, span[1]) is not None


def _next_subject(scene: Scene, at: int, end: int) -> tuple[Told[Investor], ...]:
    """Return whom the clause behind a purchase is about, as its buyer."""
    comma = scene.text.coded.find("，", at - 1, end)
    if comma < 0 or comma - at > _NEAR:
        return ()
    does = _DOES.search(scene.text.coded, comma + 3, end)
    verb = min(does.start() if does else end, verb_or_end(scene.text.coded, comma + 1, end))
    owner = own_subject(scene, comma + 1, verb)
    owner = owner or opens(scene, comma + 1, end)
    return (as_buyer(owner),) if owner else ()


_NEAR = 24
"""Characters between a purchase and the end of its clause."""
_OPENS = re.compile("(?:成功|完成|本次|此次|这次|最新|先后|间接|全资|了)*")
_LED_BY = re.compile(
    "(?:通过|为了?|因为?|由于|自从?|在|随着|凭借|借助|借由|继)(?:成功|完成|本次|此次|这次|先后|间接|全资|溢价|大举|陆续)*"
)
"""What leads to a purchase that its sentence tells as the way, the aim or the time of something else."""
_SINCE_THEN = re.compile("(?:在|自从?)(?:成功|[此本这]次)?$")
_AFTERWARDS = re.compile("[^，。；]{0,8}?(?:之?后|以来)，")
"""What stands around a purchase that is long done: "自收购甲以来，"."""
_AFTER = re.compile("[^，。；]{0,12}?(?:之?后|以来|之?前|之际|时)，")


_EARLIER = re.compile("继[^。；]*?后，")
"""An earlier purchase that its own clause tells: "继以2亿元收购甲后，再收购乙"."""
_NOTICE = re.compile("公告|公布|：拟")
"""A board's plan to sell that is put out is announced, though it names no buyer."""


def clause(scene: Scene, at: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """Return the clause of a sentence that holds a place."""
    return next((c for c in scene.text.clauses(*sentence) if c[0] <= at < c[1]), sentence)
