"""Names of companies and backers in Chinese text, which marks neither words nor names.

A name is what is left between a border and a verb once descriptors ("服务商", "平台"), dates, adverbs and words of
report are cut away. What quotation marks, brackets ("以下简称…") and "X成立于…" mark as a name anywhere in the article
helps to cut it elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dealwire.core.extract.chinese import around, cuts, slots, words
from dealwire.core.extract.chinese.lists import segments
from dealwire.core.extract.chinese.name_model import odds, odds_at
from dealwire.core.extract.chinese.prose import MONEY, Prose, simplified
from dealwire.core.extract.chinese.shape import FIRM, LEGAL_ENDS, LONG_FIRM, is_anaphor, is_branded, is_likely, is_name
from dealwire.model import Told

Span = tuple[int, int]

_REACH = 64
"""Characters that a name with all that leads to it may take."""

_HAN = r"\u4e00-\u9fff"
_DESCRIBED = re.compile("(?:商|品牌|公司|企业|巨头|独角兽|平台|应用|社区|连锁|机构|初创)(?:——|[“「])?$")
"""What a name follows that is told by what it is: "户外品牌木屿"."""
_POST_INSIDE = re.compile(
    r"(?:总部)?发言人|(?:联合)?创始人|首席[\u4e00-\u9fff]{1,4}官|CEO|COO|CFO|CTO|执行长|行政总裁|创办人|董座|董事长|总裁(?!班)|总经理|董秘|发言人|高管|(?:相关)?负责人"
)
_ALIAS = re.compile(
    r"(?:简称|统称|下称|后称|以下称|又称|又名|曾用名)(?:为|：|:)?[“「《\"]?([^“”「」《》\"，、：；）) ]{2,16})"
)
_ACRONYM = re.compile("(?!IPO|CEO|SPAC|ETF|AI)[A-Z]{2,5}")  # "木屿工业互联网（MIN）"
_SHORT_FORM = re.compile(
    rf"(?!有限合伙|普通合伙|特殊|筹|中国|集团|标的|公司|发行人|本|甲|乙|买|卖|原|曾)([{_HAN}A-Za-z]{{2,8}})"
)
"""What stands by itself in parentheses behind a name of the register."""
_FOUNDED = re.compile(
    r"(?:成立于|创立于|创办于|创建于|诞生于|成立时间|的?(?:联合)?创始人|是一家|为一家|总部位于|创始团队|首席执行官"
    r"|CEO|董事长)"
)
_INTRODUCES = re.compile("成立|创立|创办|创建|诞生|是一家|为一家|总部")
"""By which an article introduces whom it is about; that somebody is an organisation's head introduces the head."""
_SPEAKS = re.compile("[^，。；：]{0,16}?(?:表示|说|称|告诉|透露|介绍)")
"""What its head does who speaks for a firm: "“我们已完成融资。”甲公司创始人李某表示"."""
_LATIN = re.compile(rf"[{_HAN}]{{0,6}}[A-Z0-9a-z][A-Za-z0-9 .&'·\-+]+[{_HAN}]{{0,4}}")
_LATIN_FIRM = re.compile("^[A-Za-z][A-Za-z0-9 .&-]+公司$")  # "Nvidia公司"
_KIND_ONLY = re.compile(rf"[{_HAN}]{{0,4}}?(?:平台|品牌|应用|App|APP|社区|网站|小程序|连锁|电商|超市|项目)")
"""What a quoted name is, told behind it: "“木屿”打车应用"."""
_POLICY = re.compile("(?:结构|发展|改革|混合|重组|创新|创业|培育|成长|投资)[^，、]{0,8}(?:基金|资本)")
"""What a fund is for that has 企业 in its name: "中小企业发展基金"."""
_SYSTEM = re.compile(rf"[{_HAN}A-Za-z]{{2,5}}系(?=[{_HAN}]{{4,}})")
_MIXED = re.compile(rf"([{_HAN}]{{2,}}) ?([A-Za-z][A-Za-z0-9.&\-]{{2,}})")
_REGISTERED = ("公司", "集团", "企业", "基金", "中心")
"""How names of the register end, for which a text gives the usual one."""
_AFTER_AND = re.compile(r"(?<!\d)(?:、|和|与|及)$")
_LEGAL = re.compile("(?:集团)?(?:股份)?有限(?:责任)?公司")
_CODE = re.compile("代[码号][为：是]?[“「]?$")
_STOCK_CODE = re.compile(r"\d{6}$")
_HAN_ONLY = re.compile(rf"[{_HAN}]+")
_QUOTED = re.compile(r"[“「《]([^“”「」《》，。\n]{2,24})[”」》]")
_APPOSED = re.compile(
    "(?:公司|企业|品牌|平台|厂商|独角兽|巨头|玩家|机构|团队|选手|创企)——([^，。；：—“”「」 ]{2,12})(?=[，。；])"
)
"""A name behind what it is, and a dash: "另一家公司——木屿，"."""
_MADE = re.compile(r"(?:做|打造|推出|发布|自研|研发|开发|生产|上线)[^，。；：“”「」的]{0,8}(?<!商)(?<!公司)(?<!平台)$")
"""What leads to a thing in quotation marks that somebody makes: it is no name of a company."""

_STAKE = re.compile(r"的?[约近超]?\d{1,3}(?:\.\d+)?%")
_ONE_OF_MANY = re.compile("(?:[一某这那两]家|一个)$")
_KINDS = ("公司", "企业", "平台", "品牌", "机构", "团队", "厂商", "基金")


_FIRMLY = 1.2
"""The odds from which what ends in 公司 is a firm's name, and not what a firm is: 全美航空公司, 商业航天公司."""
_BY_LETTERS, _FEW = 1.5, 5
"""The odds of a short string by itself and in its place from which its characters alone make it a name."""
_OFTEN = 3
"""Mentions of a string that a descriptor stands before, from which it is a name, whatever its characters."""


class Names:
    """The names of one article: cuts them out of its text and knows the ones that it marks."""

    def __init__(self, text: Prose) -> None:
        self.text = text
        self.marked: set[str] = set()
        self.aliases: dict[str, Told[str]] = {}
        self.alias_at: dict[int, Told[str]] = {}
        self.acronyms: dict[str, Span] = {}
        self.seen: dict[str, None] = {}
        self.introduced: list[Span] = []
        self._learned = False
        self._ends: dict[Span, Span | None] = {}

    # --- what the article marks

    def _learn(self) -> None:
        """Go through the article's marks once, when the first name is wanted: most articles tell no deal."""
        if self._learned:
            return
        self._learned = True
        plain = self.text.plain
        for quoted in _QUOTED.finditer(plain):
            if not FIRM.fullmatch(quoted[1]):
                self.marked.add(quoted[1])
        for apposed in _APPOSED.finditer(plain):
            self.marked.add(apposed[1])
        for founded in _FOUNDED.finditer(plain):
            floor = max(plain.rfind(c, max(0, founded.start() - 40), founded.start()) for c in "，。；：！？｜\n") + 1
            if span := self._before(max(floor, founded.start() - 40), founded.start()):
                self.marked.add(plain[slice(*span)])
                if _INTRODUCES.match(founded[0]) or _SPEAKS.match(plain, founded.end()):
                    self.introduced.append(span)
        for aside in self.text.asides:
            alias = _ALIAS.search(simplified(aside.text))
            if coded := slots.before_code(plain, aside.at, aside.text):
                self.marked.add(coded)
            if alias is None and plain.endswith(LEGAL_ENDS, 0, aside.at):
                alias = _SHORT_FORM.fullmatch(aside.text)
                if alias and not cuts.is_short_for(alias[1], plain[max(0, aside.at - 40) : aside.at]):
                    alias = None
            if _ACRONYM.fullmatch(aside.text):
                floor = max(plain.rfind(c, max(0, aside.at - 40), aside.at) for c in "，。；：！？｜、\n“「") + 1
                if spelt := self._before(max(floor, aside.at - 40), aside.at):
                    self.acronyms.setdefault(aside.text, spelt)
            if alias and not is_anaphor(alias[1]):
                start, end = aside.start + alias.start(1), aside.start + alias.end(1)
                written = self.text.content[start:end]
                told = Told(written.rstrip("®™"), start, end, written)
                floor = max(plain.rfind(c, max(0, aside.at - 40), aside.at) for c in "，。；：！？｜、\n“「") + 1
                if legal := self._before(max(floor, aside.at - 40), aside.at):
                    self.aliases.setdefault(plain[slice(*legal)], told)
                self.alias_at.setdefault(aside.at, told)
                self.marked.add(alias[1])

    # --- cutting

    def before(self, floor: int, end: int) -> Span | None:
        """Return the name that ends at `end` but for adverbs, and begins after `floor`, once a place."""
        self._learn()
        if (floor, end) not in self._ends:
            if (found := self._before(floor, end)) and not self.is_good(found):
                last = self.trim(max(floor, end - _REACH), end)
                first = max([floor, *(m.end() for m in around.BORDER.finditer(self.text.coded, floor, last))])
                first = max(first, found[0]) if slots.is_linked(self.text.plain, found[0]) else first
                found = self.likelier(found, cuts.endings(self.text.plain, first, last))
            self._ends[floor, end] = found
        return self._ends[floor, end]

    def _before(self, floor: int, end: int) -> Span | None:
        coded, plain = self.text.coded, self.text.plain
        floor = max(floor, end - _REACH)
        end = self._strip_right(floor, end, around.FILLER_END)
        if plain.endswith("团队", floor, end) and any(aside.at == end - 2 for aside in self.text.asides):
            end -= 2  # "木屿科技（Muyu）团队"
        if end > floor + 2 and plain[end - 1] in "“「":
            end = self._strip_right(floor, end - 1, around.FILLER_END)  # a quotation begins: "木屿“已经完成…"
        if (post := _POST_INSIDE.search(coded, floor + 2, end)) and not re.search("的|旗下", coded[post.start() : end]):
            end = post.start()
        if end > floor and plain[end - 1] in "”」》】":
            start = max(plain.rfind(c, floor, end) for c in "“「《【") + 1
            made = _MADE.search(plain, max(floor, start - 16), start - 1)
            return self._checked(start, end - 1) if start > floor and not made else None
        start = floor
        for border in around.BORDER.finditer(coded, floor, end):
            start = border.end()
        if start > floor and plain[start - 1] in "”」" and _KIND_ONLY.fullmatch(coded, start, end):
            return self._quoted(floor, start)
        span = self._cut_left(start, end)
        if span and (len(segments(coded, *span)) > 1 or _AFTER_AND.search(plain[max(floor, span[0] - 2) : span[0]])):
            return None
        return span

    def after(self, start: int, ceiling: int, *, sure: bool = False) -> Span | None:
        """Return the name that fills `start` to `ceiling` but for what leads to it; `sure` where there must be one."""
        self._learn()
        ceiling = min(ceiling, start + _REACH)
        if quoted := self._quoted(start, ceiling, sure=sure):
            return quoted
        found = self._cut_left(start, self._strip_right(start, ceiling, around.FILLER_END))
        if self.is_good(found):
            return found
        start = found[0] if found else start
        border = around.BORDER.search(self.text.coded, start, ceiling)
        span = self.likelier(found, cuts.beginnings(start, border.start() if border else ceiling), sure=sure)
        legal = _LEGAL.match(self.text.coded, span[1], ceiling) if span else None
        return (span[0], legal.end()) if span and legal else span

    def is_good(self, found: Span | None) -> bool:
        """Tell whether a cut needs no other to be weighed against it."""
        return found is not None and cuts.is_good(self.text.plain, found, self.marked)

    def likelier(self, found: Span | None, others: Iterable[Span], *, sure: bool = False) -> Span | None:
        """Return the string that is far likelier a name than the cut that was found; `sure` where there must be one."""
        better = cuts.likelier(self.text.plain, found, others, self.marked, sure=sure)
        return (self._checked(*better) if better else None) or found

    def _quoted(self, start: int, end: int, *, people: bool = False, sure: bool = False) -> Span | None:
        """Return the name in quotation marks inside a span; `sure` where there must be one."""
        plain = self.text.plain
        for opening, closing in ("“”", "「」", "《》"):
            first = plain.find(opening, start, end)
            if first >= 0 and (last := plain.find(closing, first, end + 1)) > 0:
                whole = (first + 1, last) if sure and first <= start + 1 and is_name(plain[first + 1 : last]) else None
                return self._checked(first + 1, last, people=people) or whole
        return None

    def trim(self, start: int, end: int) -> int:
        """Return where a name ends once the adverbs before its verb are taken off."""
        return self._strip_right(start, end, around.FILLER_END)

    def bare(self, start: int, end: int) -> str:
        """Return what stands before a verb once adverbs and dates are taken off both ends."""
        coded = self.text.coded
        end = self._strip_right(start, end, around.FILLER_END)
        while start < end and (lead := around.FILLER_START.match(coded[start:end])) and lead.end():
            start += lead.end()
        return coded[start:end].strip(" “”「」")

    def in_list(self, start: int, end: int) -> Span | None:
        """Return the name that one segment of a list of backers holds, if it names anybody."""
        self._learn()
        plain = self.text.plain
        start = max(start, end - _REACH)
        end = self._strip_right(start, end, around.LIST_END)
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
        match = around.RISKY_END.search(self.text.coded[low:end]) if pattern is around.FILLER_END else None
        if match and match[0] == "正" and around.GOES_ON.match(self.text.coded, low + match.end()):
            return match
        if match and match[0] in "约近超逾" and self.text.coded.startswith(MONEY, low + match.end()):
            return match
        if (
            match
            and not LONG_FIRM.search(plain[low : end - 1])
            and end - low >= 3
            and not plain[end - 2].isascii()
            and plain.count(plain[end - 3 : end]) >= plain.count(plain[end - 3 : end - 1])
        ):
            return None
        return match

    def _cut_left(self, start: int, end: int, *, people: bool = False) -> Span | None:
        """Cut what leads to the name: the last descriptor, date or word of report that leaves something over."""
        coded, plain = self.text.coded, self.text.plain
        opening = around.LIST_START if people else around.FILLER_START
        while start < end and (lead := opening.match(coded[start:end])) and lead.end():
            again = lead[0] in ("今日", "昨日") and plain.count(plain[start:end]) > 1
            if again or ((not people or lead[0] == "如") and cuts.begins(plain, start, end, lead[0])):
                break
            start += lead.end()
        known = self._known_suffix(start, end)
        if known is not None:
            return self._checked(known, end, people=people)
        for cut in reversed(list(around.LEFT_CUT.finditer(coded, start, end))):
            rest = plain[cut.end() : end]
            if people and cut.start() == start and around.WHEN.fullmatch(cut[0]) and not around.NEWS.fullmatch(cut[0]):
                continue
            if cut[0] == "应用" and cut.start() == start:
                continue  # "应用材料"
            if (
                len(rest) >= 2
                and not rest.startswith(around.NEVER_FIRST)
                and not (cut[0] == "企业" and _POLICY.match(rest))
                and not (cut[0] == "公司" and plain[cut.start() - 2 : cut.start()] in ("有限", "责任"))
            ):
                start = cut.end()
                break
        while start < end and (lead := opening.match(coded[start:end])) and lead.end() < end - start:
            if (not people or lead[0] == "如") and cuts.begins(plain, start, end, lead[0]):
                break
            start += lead.end()
        return self._checked(start, end, people=people)

    def alias_within(self, start: int, end: int) -> Told[str] | None:
        """Return the short form that the article gives a company inside a span ("以下简称…")."""
        self._learn()
        return next((told for at, told in self.alias_at.items() if start < at <= end and self._listed(at)), None)

    def protagonist(self) -> Told[str] | None:
        """Return whom the article introduces: by a short form, or as what was founded; the one it names most."""
        self._learn()
        plain = self.text.plain
        aliases = list(self.aliases.values())
        if aliases:
            return replace(max(aliases, key=lambda a: plain.count(simplified(a.value))), confidence=0.9)
        most = max(self.introduced, key=lambda s: plain.count(plain[slice(*s)]), default=None)
        alone = len({plain[slice(*span)] for span in self.introduced}) == 1
        return self.told(most) if most and (alone or plain.count(plain[slice(*most)]) > 1) else None

    def aside_at(self, at: int) -> str:
        """Return what a parenthesis behind a name says."""
        return next((aside.text for aside in self.text.asides if aside.at == at), "")

    def _listed(self, at: int) -> bool:
        """Tell whether a name ends there of which the clause says more: "甲公司（简称“甲”）、乙的合作伙伴，完成…"."""
        return self.text.plain[at : at + 1] in ("", "，", "、")

    def _known_suffix(self, start: int, end: int) -> int | None:
        """Return where a name begins that the article marks elsewhere and that ends here."""
        plain = self.text.plain
        for first in range(start, end - 1):
            if plain[first:end] in self.marked and not is_anaphor(plain[first:end]):
                return first
        return None

    def _checked(self, start: int, end: int, *, people: bool = False) -> Span | None:
        plain = self.text.plain
        while start < end and plain[start] in " ·®™-—、，：｜丨|“”「」《》【】":
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
            and odds(plain[start:end]) < _FIRMLY
        ):
            return None
        if (
            plain.endswith("公司", start, end)
            and plain.endswith(("的", "旗下"), 0, start)
            and not core.endswith(("有限", "责任", "集团"))
            and plain.count(plain[start:end]) == 1
            and not (_STAKE.match(plain, end) or is_branded(plain[start:end]))
        ):
            return None  # "X押注过的芯片公司" tells what it is, not who
        if _ONE_OF_MANY.search(plain, max(0, start - 2), start) and plain.endswith(_KINDS, start, end):
            return None  # "一家AI玩具公司"
        if _CODE.search(plain, max(0, start - 8), start) or plain.startswith(("代码", "代号"), start):
            return None  # "股票代码“MUYU”"
        if start >= end or cuts.inside_word(plain, start) or cuts.inside_word(plain, end):
            return None
        mixed = None if people else _MIXED.fullmatch(plain[start:end])
        if (
            mixed
            and cuts.describes(mixed[1])
            and (
                len(mixed[1]) > cuts.LONG_PREFIX
                or (plain.count(mixed[1]) == plain.count(mixed[0]) and not self._likely(start, end, people=people))
            )
        ):
            start = end - len(mixed[2])  # "国产大模型Muyu"
        if (
            not self._likely(start, end, people=people)
            or (not people and slots.POST.search(plain[max(0, start - 12) : start]))
            or (not people and slots.is_person(plain, plain[start:end]))
        ):
            return None
        if _LATIN_FIRM.search(plain[start:end]):
            end -= 2
        return self._latin_core(start, end), end

    def _likely(self, start: int, end: int, *, people: bool) -> bool:
        name = self.text.plain[start:end]
        if any(run in self.text.coded[start:end] for run in words.RUNS):
            return False  # a sum, a round's label or a date
        plain = self.text.plain
        marked = name in self.marked
        described = _DESCRIBED.search(plain, max(0, start - 6), start) is not None
        placed = 1  # a list of backers speaks for what stands in it
        if not people:
            placed = slots.witnesses(plain, self.text.coded, start, end, described=described)
        if placed < slots.SURE and described and (marked or plain.count(name) >= _OFTEN):
            placed = 2
        if not placed:
            titled = name in plain[: self.text.title_end]
            placed = int(described or titled or self.sureness((start, end)) >= 0.9)
        return is_likely(plain, start, end, marked=marked, witnesses=placed)

    def _latin_core(self, start: int, end: int) -> int:
        """Return where a Latin name begins that Chinese words were read into: its other mentions go without them."""
        plain = self.text.plain
        mixed = _MIXED.fullmatch(plain[start:end])
        whole = plain.count(plain[start:end])
        described = mixed is not None and len(mixed[1]) >= cuts.LONG_PREFIX and odds(mixed[1]) < 0
        alone = whole + 1 if described else 2 * whole + 1
        if mixed and plain.count(mixed[2]) >= alone and plain.count(mixed[1]) <= whole:
            return end - len(mixed[2])
        return start

    def sureness(self, span: Span) -> float:
        """Return how surely a span is a name: by how it is marked, how it ends, how often and where it stands."""
        plain = self.text.plain
        name = plain[slice(*span)]
        if name in self.marked or name in self.aliases:
            return 0.95
        if FIRM.search(name) or _LATIN.fullmatch(name):
            return 0.92
        if plain.count(name) >= 2:
            return 0.9
        before = plain[max(0, span[0] - 8) : span[0]]
        if (
            not before
            or slots.begins(plain, self.text.coded, *span)
            or slots.is_subject(plain, self.text.coded, *span)
            or (
                around.LEFT_CUT.search(before + "$")
                and re.search(rf"(?:{words.DESCRIPTOR}|{words.REPORTS}|旗下|的|日)$", before)
            )
        ):
            return 0.75 if len(name) <= 8 or (re.search("[A-Za-z]{3}", name) and len(name) <= 16) else 0.5
        return 0.75 if len(name) <= _FEW and odds(name) + odds_at(plain, *span) >= _BY_LETTERS else 0.5

    # --- telling

    def told(self, span: Span, confidence: float | None = None) -> Told[str]:
        """Tell a name by its span, in the form that the article uses for short where it says so."""
        plain = self.text.plain[slice(*span)]
        confidence = self.sureness(span) if confidence is None else confidence
        if written := self.acronyms.get(plain):
            return self.text.told(self.text.text(*written), *written, confidence)
        alias = self.alias_at.get(span[1]) or next(
            (a for full, a in self.aliases.items() if full.endswith(plain) and len(plain) >= 6), None
        )
        short = alias is not None and simplified(alias.value) not in plain and cuts.is_short_for(alias.value, plain)
        own = short and not plain.endswith(_REGISTERED)  # "木屿医药生物（简称“木屿生物”）": the text uses both
        if alias and not plain.isascii() and not own:
            return Told(alias.value, alias.start, alias.end, alias.quote, confidence)
        value = re.sub(r"\s+", " ", re.sub("[®™]", "", self.text.text(*span)))
        if plain.endswith(LEGAL_ENDS):
            value = next((short for short in self.seen if short in plain and short != plain), value)
        elif len(plain) >= 2:
            self.seen.setdefault(plain)
        return self.text.told(value, *span, confidence)
