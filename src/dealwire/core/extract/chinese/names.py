"""Names of companies and backers in Chinese text, which marks neither words nor names.

A name is what is left between a border and a verb once descriptors ("服务商", "平台"), dates, adverbs and words of
report are cut away. What quotation marks, brackets ("以下简称…") and "X成立于…" mark as a name anywhere in the article
helps to cut it elsewhere.
"""

from __future__ import annotations

import re

from dealwire.core.extract.chinese import words
from dealwire.core.extract.chinese.prose import Prose
from dealwire.model import Told

Span = tuple[int, int]

_REACH = 64
"""Characters that a name with all that leads to it may take."""

_HAN = r"\u4e00-\u9fff"
_RUN = f"[{words.RUNS}]"
_BORDER = re.compile(rf"[，：、“”「」《》【】\[\]—…~]+|{_RUN}+|{words.DAY}|(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")
_LEFT_CUT = re.compile(
    rf"{words.REPORTS}|{words.WHEN}|{words.DESCRIPTOR}|业务|之一|旗下的?|(?<!滴)的(?!卢)|对于|关于|随着|作为|包括|通过|带领|率领|执掌"
    rf"|根据|按照|除了|截止|针对|国产|总部位于[{_HAN}]{{2,8}}(?:的|，)?"
)
_WHEN = re.compile(words.WHEN)
_FILLER_END = re.compile(
    rf"(?:{words.FILLER}|{words.DAY}|{words.WHEN}|上个月|一直|直接|{words.FILLER_SAFE}|{_RUN}+| )$"
)
_RISKY_END = re.compile(rf"(?:{words.FILLER_RISKY})$")
_FILLER_START = re.compile(
    rf"^(?!联合|共同|顺利|成功|快速)(?:{words.FILLER}|{_RUN}| |了|传(?![音化神智奇])"
    rf"|(?:[上深北港]交所|证监会)(?:官网|网站)?|对(?!标)|向|由|从|被|据|而|但"
    rf"|且|并且|以|让|使|为|是|这家|该|一家|等|在|于|将|拟|已|与|和|及)"
)
_LIST_START = re.compile(
    rf"^(?:{_RUN}| |了|由|以及|及(?!时)|等|被|还有|还|包括|另有|如|比如|其中|引入|获得|获|来自|对|向|是|为|："
    rf"|(?:公司|其)?(?:实际控制人|实控人))"
)
_LIST_END = re.compile(rf"(?:{words.LIST_FILLER}|{_RUN}+| |等[^、，和]{{0,12}}|中的?|内)$")
_GENERIC = re.compile(rf"{words.GENERIC}|[一二两三四五六七八九十\d]+[家位名]|{_RUN}|[ ，、·/]")
_NOT_IN_NAME = re.compile(
    rf"{_RUN}|{'|'.join(words.NOT_IN_NAMES.split())}|[？！。；，：]|称$|[的总前去可副迎甚或]$"
    rf"|^近?[半一二三四五六七八九十两几\d]+个?(?:多)?[年月天日周]|内$|年来|\d+天$|已于|犹记|整体"
    rf"|^\d+[点个名只款台年]|^大模型$|^[一二三四五六七八九十\d]+部门|^股权|^总部|^非[A-Z]|^创业|^当(?![升代虹当])"
    rf"|是$|整合$|^共\d|(?:一项|价值|展开|敲定|效果|不佳)|\d%|(?<!投)创业$|发展$|公告|^\d+轮|轮$"
    r"|^(?:在|从|对|把|被|使|让|给|而|但|又|也|还|只|更|最(?!右)|很|不|没|有(?![道赞品方理研棵])"
    r"|无(?![锡界穹限尽人忧问])|或|等|其|该|此|这|那|哪|每(?!日)|各|某|另|多(?![点氟益乐维])|与|将|拟|并"
    r"|即(?![刻时构联可速])|一位|一名|一条|不少|许多|仅)(?![a-zA-Z])|^(?:二|三|四)是|^前(?!海|程|沿|进|瞻)|了|^向"
    r"|^(?:学习|商务|股票|未来|成本|公司股份|业务|财税|工作|资产|分析|事件|宿舍|基础|冲击|路演|排队|私募股权)$|^曾创|几乎|提到$|条款$|已至少|这次|选择权|经济稳"
    r"|\d+ ?页|\d0后|.(?<![存所实自])在(?![线行])|(?:博士|教授|院士|学霸)(?:做|造|创)"
    r"|^做(?!梦)|^造(?![梦就物作化极])|老板$|[一两三几数]公司$"
    r"|^如(?!意|家|果)|股份$(?<!..股份)"
)
_POST = re.compile(
    r"(?:负责人|创始人|联创|首席[\u4e00-\u9fffA-Za-z]{1,4}官|CEO|COO|CFO|CTO|高管|博士|教授|院士|总裁|总经理"
    r"|董事长|董事|主席|员工|总监|分析师|投资人|合伙人|副总|经理|先生|女士|记者|作者|编辑|学者|校友|大佬|首富)$"
)
_POST_INSIDE = re.compile(
    r"(?:联合)?创始人|首席[\u4e00-\u9fff]{1,4}官|CEO|COO|CFO|CTO|董事长|总裁(?!班)|总经理|董秘|发言人|高管"
)
_FIRM_ENDS = (
    r"科技|智能|资本|股份|集团|控股|机器人|生物|医疗|医药|制药|半导体|能源|汽车|动力|航天|宇航|空间|信息|网络"
    r"|数据|软件|电子|光电|材料|新材|传媒|文化|教育|健康|食品|银行|证券|保险|基金|投资|创投|产投|国投|公司|实验室"
    r"|研究院|创新|机电|环保|电气|重工|精密|微电子|通信|物流|电力|地产|置业|建设|矿业|药业|化工|电器|航空|船舶"
    r"|互联|互动|时代|技术|大药房|投控|智控|视觉|量子|未来|新能|新能源|世纪"
)
_SUFFIX = re.compile(rf"(?:{_FIRM_ENDS}|云|芯|微)$")
_LONG_SUFFIX = re.compile(rf"[{_HAN}](?:{_FIRM_ENDS})$")
_ALIAS = re.compile(r"(?:简称|下称|以下称|又称|又名|曾用名)(?:为|：|:)?[“「《\"]?([^“”「」《》\"，、：；）) ]{2,16})")
_FOUNDED = re.compile(
    r"(?:成立于|创立于|创办于|创建于|诞生于|成立时间|的?(?:联合)?创始人|是一家|为一家|总部位于|创始团队|首席执行官"
    r"|CEO|董事长)"
)
_LATIN = re.compile(rf"[{_HAN}]{{0,6}}[A-Z0-9a-z][A-Za-z0-9 .&'·\-+]+[{_HAN}]{{0,4}}")
_PLACE = re.compile(rf"(?:{words.PLACES}).{{1,2}}$")
_SPLIT = re.compile(words.SPLIT)
_SYSTEM = re.compile(rf"[{_HAN}A-Za-z]{{2,5}}系(?=[{_HAN}]{{4,}})")
_MIXED = re.compile(rf"([{_HAN}]{{2,}}) ?([A-Z][A-Za-z0-9.&\-]{{2,}})")
_LEGAL_ENDS = ("有限公司", "有限责任公司", "合伙企业")
_AFTER_AND = re.compile(r"(?<!\d)(?:、|和|与|及)$")
_STOCK_CODE = re.compile(r"\d{6}$")
_HAN_ONLY = re.compile(rf"[{_HAN}]+")
_QUOTED = re.compile(r"[“「《]([^“”「」《》，。\n]{2,24})[”」》]")
_MADE = re.compile(r"(?:做|打造|推出|发布|自研|研发|开发|生产|上线)[^，。；：“”「」的]{0,8}(?<!商)(?<!公司)(?<!平台)$")
"""What leads to a thing in quotation marks that somebody makes: it is no name of a company."""
_ANAPHOR = re.compile(
    r"^(?:该|本|这家|这|其|此|原)?(?:家)?(?:公司|企业|品牌|平台|团队|机构|项目|集团|标的|标的公司|目标公司"
    r"|上市公司|初创公司|创业公司|(?:全资|控股|下属|境外|境内|附属|间接)*(?:子公司|孙公司|附属公司|下属公司|子企业)|银行|该行)?(?:方面|方)?$|^(?:他|她|它|我|双方|前者|后者|各方|对方|官方|后"
    r"|两者)们?$"
)
_GENERIC_TAIL = re.compile(
    rf"(?:^|.*?(?:该|本|这家|一家|家|两家|上市|母|子|孙|全资|控股|初创|创业|科技|技术|创新|AI|智能|机器人|芯片"
    rf"|半导体|生物|医药|制药|医疗|游戏|软件|硬件|火箭|航天|能源|汽车|新能源|互联网|教育|金融|投资|中国|美国|英国"
    rf"|国内|海外|日本|德国|知名|头部|核心|独角兽|明星|具身|传感器|品牌|服务|系|热门|关联|某|相关|物流|管理|消费"
    rf"|装备|设备|材料|部件))(?:{words.DESCRIPTOR}|商)$|(?:厂商|厂家|大厂|(?<!合伙)企业|产业方|投资方|资本方|企业家"
    rf"|投资人|平台|机构|创企|独角兽|巨头|龙头|项目|团队|(?:服务|供应|提供|制造|开发|运营|方案|材料|生产|研发|研制"
    rf"|集成)商)$|^.{{7,}}(?<!有限)(?<!集团)(?<!股份)(?<!责任)公司$"
)
_NOBODY = re.compile(
    rf"^(?:IT之家|36氪|硬氪|智能涌|暗涌)|^(?:{words.MEDIA}|{words.PLACES})(?:援引|今天|昨日|注|记者|编辑|网站"
    rf"|报道)?$|^[ABH港美]股$|^(?:CEO|CFO|COO|CTO|IPO|AI|APP|App|GPU|LLM|ETF|PE|VC|LP|GP|FA)$"
)


class Names:
    """The names of one article: cuts them out of its text and knows the ones that it marks."""

    def __init__(self, text: Prose) -> None:
        self.text = text
        self.marked: set[str] = set()
        self.aliases: dict[str, Told[str]] = {}
        self.alias_at: dict[int, Told[str]] = {}
        self.seen: dict[str, None] = {}
        self._learned = False

    # --- what the article marks

    def _learn(self) -> None:
        """Go through the article's marks once, when the first name is wanted: most articles tell no deal."""
        if self._learned:
            return
        self._learned = True
        plain = self.text.plain
        for quoted in _QUOTED.finditer(plain):
            self.marked.add(quoted[1])
        for founded in _FOUNDED.finditer(plain):
            floor = max(plain.rfind(c, max(0, founded.start() - 40), founded.start()) for c in "，。；：！？｜\n") + 1
            if span := self.before(max(floor, founded.start() - 40), founded.start()):
                self.marked.add(plain[slice(*span)])
        for aside in self.text.asides:
            if alias := _ALIAS.search(aside.text):
                start, end = aside.start + alias.start(1), aside.start + alias.end(1)
                told = Told(alias[1], start, end, self.text.content[start:end])
                floor = max(plain.rfind(c, max(0, aside.at - 40), aside.at) for c in "，。；：！？｜、\n“「") + 1
                if legal := self.before(max(floor, aside.at - 40), aside.at):
                    self.aliases.setdefault(plain[slice(*legal)], told)
                self.alias_at.setdefault(aside.at, told)
                self.marked.add(alias[1])

    # --- cutting

    def before(self, floor: int, end: int) -> Span | None:
        """Return the name that ends at `end` but for adverbs, and begins after `floor`."""
        self._learn()
        coded, plain = self.text.coded, self.text.plain
        floor = max(floor, end - _REACH)
        end = self._strip_right(floor, end, _FILLER_END)
        if end > floor and plain[end - 1] in "”」》":
            start = max(plain.rfind(c, floor, end) for c in "“「《") + 1
            made = _MADE.search(plain, max(floor, start - 16), start - 1)
            return self._checked(start, end - 1) if start > floor and not made else None
        if (post := _POST_INSIDE.search(coded, floor + 2, end)) and not re.search("的|旗下", coded[floor:end]):
            end = post.start()
        start = floor
        for border in _BORDER.finditer(coded, floor, end):
            start = border.end()
        span = self._cut_left(start, end)
        if span and (len(segments(coded, *span)) > 1 or _AFTER_AND.search(plain[max(floor, span[0] - 2) : span[0]])):
            return None
        return span

    def after(self, start: int, ceiling: int) -> Span | None:
        """Return the name that fills `start` to `ceiling` but for what leads to it."""
        self._learn()
        ceiling = min(ceiling, start + _REACH)
        return self._quoted(start, ceiling) or self._cut_left(start, self._strip_right(start, ceiling, _FILLER_END))

    def _quoted(self, start: int, end: int, *, people: bool = False) -> Span | None:
        """Return the name in quotation marks inside a span."""
        plain = self.text.plain
        for opening, closing in ("“”", "「」", "《》"):
            first = plain.find(opening, start, end)
            if first >= 0 and (last := plain.find(closing, first, end + 1)) > 0:
                return self._checked(first + 1, last, people=people)
        return None

    def trim(self, start: int, end: int) -> int:
        """Return where a name ends once the adverbs before its verb are taken off."""
        return self._strip_right(start, end, _FILLER_END)

    def bare(self, start: int, end: int) -> str:
        """Return what stands before a verb once adverbs and dates are taken off both ends."""
        coded = self.text.coded
        end = self._strip_right(start, end, _FILLER_END)
        while start < end and (lead := _FILLER_START.match(coded[start:end])) and lead.end():
            start += lead.end()
        return coded[start:end].strip(" “”「」")

    def in_list(self, start: int, end: int) -> Span | None:
        """Return the name that one segment of a list of backers holds, if it names anybody."""
        self._learn()
        plain = self.text.plain
        start = max(start, end - _REACH)
        end = self._strip_right(start, end, _LIST_END)
        if quoted := self._quoted(start, end, people=True):
            return quoted
        if system := _SYSTEM.match(plain[start:end]):
            start += system.end()
        return self._cut_left(start, end, people=True)

    def _strip_right(self, floor: int, end: int, pattern: re.Pattern[str]) -> int:
        coded = self.text.coded
        for _ in range(8):
            low = max(floor, end - 24)
            match = pattern.search(coded[low:end]) or self._risky(low, end, pattern)
            if not match or coded[floor:end] in self.marked:
                break
            end = low + match.start()
        return end

    def _risky(self, low: int, end: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Find an adverb that also ends names (正, 共, 现): it is one where the name stands without it elsewhere."""
        plain = self.text.plain
        match = _RISKY_END.search(self.text.coded[low:end]) if pattern is _FILLER_END else None
        if (
            match
            and not _LONG_SUFFIX.search(plain[low : end - 1])
            and end - low >= 3
            and not plain[end - 2].isascii()
            and plain.count(plain[end - 3 : end]) >= plain.count(plain[end - 3 : end - 1])
        ):
            return None
        return match

    def _cut_left(self, start: int, end: int, *, people: bool = False) -> Span | None:
        """Cut what leads to the name: the last descriptor, date or word of report that leaves something over."""
        coded, plain = self.text.coded, self.text.plain
        opening = _LIST_START if people else _FILLER_START
        while start < end and (lead := opening.match(coded[start:end])) and lead.end():
            if lead[0] in ("今日", "昨日") and plain.count(plain[start:end]) > 1:
                break
            start += lead.end()
        known = self._known_suffix(start, end)
        if known is not None:
            return self._checked(known, end, people=people)
        for cut in reversed(list(_LEFT_CUT.finditer(coded, start, end))):
            rest = plain[cut.end() : end]
            if people and cut.start() == start and _WHEN.fullmatch(cut[0]):
                continue
            if cut[0] == "应用" and cut.start() == start:
                continue  # "应用材料"
            if (
                len(rest) >= 2
                and not rest.startswith(("公司", "集团", "股份", "之", "方", "管理", "有限", "科技", "合伙"))
                and not (cut[0] == "公司" and plain[cut.start() - 2 : cut.start()] in ("有限", "责任"))
            ):
                start = cut.end()
                break
        while start < end and (lead := opening.match(coded[start:end])) and lead.end() < end - start:
            start += lead.end()
        return self._checked(start, end, people=people)

    def _known_suffix(self, start: int, end: int) -> int | None:
        """Return where a name begins that the article marks elsewhere and that ends here."""
        plain = self.text.plain
        for first in range(start, end - 1):
            if plain[first:end] in self.marked and not _ANAPHOR.match(plain[first:end]):
                return first
        return None

    def _checked(self, start: int, end: int, *, people: bool = False) -> Span | None:
        plain = self.text.plain
        while start < end and plain[start] in " ·®™-—、，：“”「」《》【】":
            start += 1
        while start < end and plain[end - 1] in " ·®™-—、，：“”「」《》【】":
            end -= 1
        if code := _STOCK_CODE.search(plain[start:end]):
            end = start + code.start()
        core = plain[start : end - 2]
        if (
            plain.endswith("公司", start, end)
            and len(core) >= 5
            and _HAN_ONLY.fullmatch(core)
            and not core.endswith(("有限", "责任"))
            and plain.count(core) == plain.count(plain[start:end])
        ):
            return None
        if (
            plain.endswith("公司", start, end)
            and plain[start - 1 : start] == "的"
            and not core.endswith(("有限", "责任", "集团"))
            and plain.count(plain[start:end]) == 1
        ):
            return None  # "X押注过的芯片公司" tells what it is, not who
        if start >= end or _inside_word(plain, start) or _inside_word(plain, end):
            return None
        if (
            not is_name(plain[start:end])
            or (not people and _POST.search(plain[max(0, start - 12) : start]))
            or (not people and self._is_person(plain[start:end]))
        ):
            return None
        return self._latin_core(start, end), end

    def _latin_core(self, start: int, end: int) -> int:
        """Return where a Latin name begins that Chinese words were read into: its other mentions go without them."""
        plain = self.text.plain
        mixed = _MIXED.fullmatch(plain[start:end])
        whole = plain.count(plain[start:end])
        if mixed and plain.count(mixed[2]) >= 2 * whole + 1 and plain.count(mixed[1]) <= whole:
            return end - len(mixed[2])
        return start

    def _is_person(self, name: str) -> bool:
        """Tell whether the article puts a post before the name ("创始人李明", "技术负责人李明")."""
        if not 2 <= len(name) <= 4 or not _HAN_ONLY.fullmatch(name) or _SUFFIX.search(name):
            return False
        plain = self.text.plain
        at = plain.find(name)
        for _ in range(6):
            if at < 0:
                return False
            if _POST.search(plain[max(0, at - 12) : at]):
                return True
            at = plain.find(name, at + 1)
        return False

    def sureness(self, span: Span) -> float:
        """Return how surely a span is a name: by how it is marked, how it ends, how often and where it stands."""
        plain = self.text.plain
        name = plain[slice(*span)]
        if name in self.marked or name in self.aliases:
            return 0.95
        if _SUFFIX.search(name) or _LATIN.fullmatch(name):
            return 0.92
        if plain.count(name) >= 2:
            return 0.9
        before = plain[max(0, span[0] - 8) : span[0]]
        if (
            not before
            or before[-1] in "，。；：！？｜\n“「《 、"
            or (
                _LEFT_CUT.search(before + "$")
                and re.search(rf"(?:{words.DESCRIPTOR}|{words.REPORTS}|旗下|的|日)$", before)
            )
        ):
            return 0.75 if len(name) <= 8 or (re.search("[A-Za-z]{3}", name) and len(name) <= 16) else 0.5
        return 0.5

    # --- telling

    def told(self, span: Span, confidence: float | None = None) -> Told[str]:
        """Tell a name by its span, in the form that the article uses for short where it says so."""
        plain = self.text.plain[slice(*span)]
        confidence = self.sureness(span) if confidence is None else confidence
        alias = self.alias_at.get(span[1]) or next(
            (a for full, a in self.aliases.items() if full.endswith(plain) and len(plain) >= 6), None
        )
        if alias:
            return Told(alias.value, alias.start, alias.end, alias.quote, confidence)
        value = re.sub(r"\s+", " ", re.sub("[®™]", "", self.text.text(*span)))
        if plain.endswith(_LEGAL_ENDS):
            value = next((short for short in self.seen if short in plain and short != plain), value)
        elif len(plain) >= 2:
            self.seen.setdefault(plain)
        return self.text.told(value, *span, confidence)


def _inside_word(plain: str, at: int) -> bool:
    """Tell whether a cut would go through a Latin word."""
    return 0 < at < len(plain) and plain[at - 1 : at + 1].isascii() and plain[at - 1].isalpha() and plain[at].isalpha()


def segments(coded: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Cut a list at its separators; 和, 与, 及 inside a short name do not separate."""
    cuts: list[tuple[int, int, str]] = []
    cursor = start
    for mark in _SPLIT.finditer(coded, start, end):
        if mark[0] in ("和", "与", "及", "并", "+", "/"):
            following = _SPLIT.search(coded, mark.end(), end)
            left, right = coded[cursor : mark.start()], coded[mark.end() : following.start() if following else end]
            if (
                len(left.strip()) < 2
                or len(right.strip()) < 2
                or (re.search("[省市]", left) and right.endswith(("基金", "合伙企业")))
                or (len(left) <= 4 and _PLACE.match(left) and right.endswith("有限公司"))
            ):
                continue
            if (
                re.match(r"(?:资本|投资|创投|基金|科技|集团|声|君|信|谐|平|玉|泰|利|暖|颂|众|企业|管理)", right)
                and len(left) <= 3
            ):
                continue
        cuts.append((cursor, mark.start(), mark[0]))
        cursor = mark.end()
    cuts.append((cursor, end, ""))
    return cuts


def is_name(name: str) -> bool:
    """Tell whether a string can be an organisation's or a person's name at all."""
    if not 2 <= len(name) <= 48 or (
        len(name) > 24 and not name.isascii() and not name.endswith(("公司", "）", "合伙企业", "基金", "中心"))
    ):
        return False
    if is_generic(name) or name.startswith(("有限公司", "集团有限", "股份有限", "编者")):
        return False
    if name.endswith(("有限公司", "责任公司")) and len(name) >= 8 and not re.search(rf"{_RUN}|[，。；：了]", name):
        return True
    if (odd := _NOT_IN_NAME.search(name)) and not (
        odd.start() == 0 and odd.end() == 1 and len(name) >= 4 and _SUFFIX.search(name)
    ):
        return False
    return any(c.isalpha() for c in name)


def is_generic(name: str) -> bool:
    """Tell whether a string names nobody in particular ("该公司", "多家投资机构", "AI芯片公司")."""
    return (
        bool(_ANAPHOR.match(name))
        or bool(_WHEN.fullmatch(name))
        or not _GENERIC.sub("", name)
        or bool(_GENERIC_TAIL.search(name))
        or bool(_NOBODY.match(name))
    )


def is_firm(name: str) -> bool:
    """Tell whether a name ends as firms' names do ("…证券", "…科技")."""
    return bool(_SUFFIX.search(name))


def is_anaphor(name: str) -> bool:
    """Tell whether a string stands for an organisation named before ("该公司", "其")."""
    return bool(_ANAPHOR.match(name))
