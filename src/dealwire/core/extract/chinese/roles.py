"""Who backs a round, and as what: lists of names around 领投, 跟投, 投资方为, 担任财务顾问.

A backer's list stands before its verb ("由A、B领投，C跟投") or after its noun ("投资方包括A、B"). Lists are read
from the verb or noun outwards, segment by segment, and end where a segment can't be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dealwire.core.extract.chinese import words
from dealwire.core.extract.chinese.lists import segments
from dealwire.core.extract.chinese.names import Names, Span
from dealwire.core.extract.chinese.prose import MONEY, ROUND
from dealwire.core.extract.chinese.shape import is_firm, is_generic
from dealwire.model import Investor, Role, Told

_HOW = (
    r"(?:联合|共同|独家|战略|继续|持续|超额|追加|领衔|参与|跟进|重磅|携手|随同|一道|连续|再次|合力|深度|组团|多轮|分别|联袂|赫然|悉数|全部|双双|一同|一起|有份|确实"
    r"|再度|也|都|均|再|第[一二三四五六七八]次|第[二三四五六七八]轮|多次|首次)"
)
_THIS = r"(?:了|过)?(?:本轮|此轮|此次|该轮|本次|其|公司|这轮|这一轮|上述)?"
_LEADER = r"(?:领投|牵头|领头|主导)(?:的?战略)?(?:方|者|人|机构|角色|投资[者人方]|投资机构)"
_SPECIFIC = r"(?:本轮|此轮|此次|该轮|本次|这轮|这一轮)"
_VERB = re.compile(
    rf"(?P<lead>(?:作为|担任|成为|充当|扮演|(?:可能|或许?|将|会|料|有望)+是)(?:[^，。；]{{0,20}}?[融投]资)?{_THIS}(?:融资)?(?:的)?(?:独家|联合|共同)?{_LEADER}|(?:为|是|系)(?:独家|联合|共同)?领投(?:方|者|人|机构)(?=[，。；、（]|$)|(?:为|是|系){_SPECIFIC}(?:融资)?的?(?:独家|联合|共同)?{_LEADER}"
    rf"|{_HOW}*(?:领投|牵头|主投|主导|领头){_THIS})"
    rf"|(?P<join>{_HOW}*(?:跟投|参投|共投|追投|加投|复投|合投|追加投资|追加增资|加持|加注|加码|加仓|入局|入股|押注|出手|跟进|进场|到场|在列|现身|加盟|加入(?=[，。；]|$)|出现在[^，。；]{{0,8}}(?:名单|名册|行列)[之中上内]*|作为新(?:股东|投资[方人者])(?:加入|进入|入局|入股|参与)|支持的(?=[{MONEY}{ROUND}])"
    rf"|增持|注资|增资|认购|出资(?!设立|成立|组建|建设|创办)){_THIS}(?:投资|融资)?"
    rf"|(?:投资|出资|注资){MONEY}+(?:参与|认购|入股)|(?:投了|投出|认缴出资|认缴|出资|认购)(?:约|近|超|逾)?{MONEY}+(?=[，。；、]|$)|(?:追加|继续|再次)(?:投资|出资|跟进)(?=[，。；、]|$)|{_HOW}+{_THIS}(?:融资|投资|其中|认购)(?!方|人|者|机构|公司|基金)"
    rf"|(?:共同)?参与(?:投资)?的(?=[约近超数]?{MONEY}|{ROUND})|参与(?:了|到|进)?(?:本轮|此轮|其中|该轮|此次|这轮)?(?:的)?(?:投资|融资|认购|增资)?(?=[，。；、]|$)|参与(?=了?(?:本轮|此轮|其中|该轮|此次))|(?:进行了?)?投资(?=[，。；]|$|完成|的{MONEY}|的{ROUND})"
    rf"|入场(?=[，。；]|$)|联合(?={MONEY}|{ROUND})"
    rf"|(?:独家|共同|联合)+完成(?=[，。；]|$)|新(?:进|加入|入局)(?=[，。；]|$)|成为(?:其|公司|了)*(?:新|新晋|第[一二三]大|战略|重要|产业)*(?:股东|投资方|投资人|投资者)(?=[，。；]|$)|(?:继续|持续|再次|再度)(?:追加|加注|加码|加持|跟进|押注)(?=[，。；]|$)|(?:作为|成为|为|是|系)(?:{_SPECIFIC}(?:融资)?的?(?:主要|联合|共同|独家|唯一|产业|战略)?|独家|唯一|产业|战略)(?:投资者|投资方|投资人|投资机构|参投方|跟投方)(?!的)(?:参与(?:{_SPECIFIC}(?:投资|融资)?)?|入局|加入|入股)?"
    rf"|(?:的)?(?:青睐|垂青|力挺|加注|入股)(?=，|$))"
    rf"|(?P<adviser>(?:继续|将|共同|联合|长期|持续)?(?:担任|任|作为|为|出任|是)(?:本轮|此轮|公司|其|本次|此次|该轮|融资|的"
    rf"|长期|独家|唯一|首席|交易|项目|知行|上市|卖方|买方|联席|私募|股权|整体|首次|公开|募股|发行|主|股票|IPO|次|是次){{0,6}}(?:财务顾问|融资顾问|投资顾问|承销商|保荐人|保荐机构|账簿管理人|簿记管理人|协调人|FA"
    rf"|牵头融资顾问))"
)
_WEAK = re.compile("加码|出手|入场|支持|入股|增持|认购|出资|入局|增资|注资|押注|加持")
_NOUN = re.compile(
    r"(?:[两三四五六七八九十数多\d]+家[^，。；]{0,8}?(?:联合|共同|参与)*(?:投资|跟投|参投|入局|加入)，(?:分别)?(?:为|是|包括)|资金(?:全部|主要|均|则)*来自|(?:本轮|此轮|本次|此次|该轮)(?:融资|投资)?(?:还|共|成功)*(?:引入|引进|吸引|汇聚|得到|获得)了?|参与(?:投资|融资|(?:本轮|此轮|此次|该轮|本次)(?:融资|投资)?)的(?:机构|企业|投资方|投资机构|投资者|还)?(?:有|包括|为|是))(?=[^，。；]{2,40}(?:、|等|和|及|与))"
    r"|(?:并|同时|还|又|也|成功|一并)+(?:引入|引进|吸引|迎来)了?(?=[^，。；]{2,60}?等?[^，。；、]{0,6}(?:投资[者方人]|投资机构|股东|机构)(?:[，。；]|$))"
    r"|(?P<sole>(?:本轮|此轮|此次|本次)(?:融资)?的?(?:领投方|领投机构|投资方|投资人|投资机构)，?(?=[^，。；]{2,16}?(?:(?:创始|管理|执行)?合伙人|董事|总裁|投资总监|执行董事|副总裁|负责人|表示|认为|是[某一知])))"
    r"|(?P<role>(?:联合|共同)?(?:领投|牵头|领头)(?:方|者|人|机构|投资[者人方])|(?:领投|牵头|领头)的(?=是)|主导方|[跟参]投(?:方|者|人|机构)|参与[方者]|投资方|投资人|投资机构|投资者|资方|投资阵容"
    r"|新股东|新进股东|新晋股东|新进投资方|新晋投资方|新增投资方|新增股东|新投资方|新投资人|老股东|领投(?=：)|跟投(?=：)|参投(?=：)|财务顾问|融资顾问|保荐人|保荐机构|承销商|辅导机构|FA)"
    r"，?(?:中|则|分别|还|更|均|主要|也|既|就|名单|阵容(?:[^，。；]{0,6}，(?:既|(?=包括)))?){0,3}(?:包括|为|有|是|：|包含|涵盖|来自|囊括|系|[中里]?(?:出现|浮现|现身)|如(?![果今此何]))(?:了|：)?"
    r"|(?P<done>领投(?!，)|跟投|参投|参与|入局|加入|加持|加码)(?:的|，)(?:还|其中|分别|主要|既)*(?:包括|有|为|是|：)(?:了)?"
    r"(?![一二两三四五六七八九十\d]+家|[^，。；]*(?:在内|跟投|参投|参与|入局|加入))"
)
_OPENING = re.compile(
    rf"(?:(?<![自理缘])由(?!于|此|来|衷|头)|获得了?|获(?!悉|批|奖|利|客|取|准|得|益)|引入了?|引进了?|吸引了?|来自"
    rf"|既有|由?包括|涵盖|接受了?|受到|得到|迎来了?|拿[到下]了?|委托|聘请|选聘|委任|委聘|聘任|被|在|融资|{ROUND}+|{MONEY}+(?:的)?|：|其中|同时"
    rf"|完成了?(?=[^，。；{MONEY}{ROUND}]{{2,24}}$)|与此同时|此外|另外|对|向|为|是|并|而|作为)"
)
_STRONG_OPENING = re.compile(
    r"(?:(?<![自理缘])由(?!于|此|来|衷|头)|获得了?|获(?!悉|批|奖|利|客|取|准|得|益)|引入了?|引进了?|吸引了?|来自"
    r"|既有|包括|迎来了?|接受了?|拿[到下]了?|委托|聘请|委任|委聘|聘任|此外|另外|与此同时)"
)
_LEADING = re.compile(
    r"^[^等]*?(?:旗下的?(?:产业|投资|专项)?基金(?=[^、，]{8,})|关联[人方]|受让方|收购方|交易对方|接盘方|投资方|投资人|投资机构|投资者|产业方|资源方|股东|资本方|家办|成员|旗下|下属|代表|合作伙伴|战略伙伴|私募基金|私募巨头|产业资本|产业资方"
    r"|产业基金(?=[^，、]{2,}(?:投|资本))|基金(?=[A-Z][^，、])|(?:受托)?管理的|设立的|发起的)(?=[^等，、]{2,})"
)
SURE_BY_ROLE = 0.75
"""How sure a name is that follows what it is in the deal: "战略投资方甲公司"."""
_EXISTING = re.compile(rf"(?:{words.EXISTING})(?:中(?=[的，有、包]))?(?:的)?")
_NO_MORE = re.compile(rf"(?:{words.LIST_FILLER})*")
"""What may stand between 老股东 and its verb when the names stand before it: "甲资本等老股东全部跟投"."""
_EARLY = re.compile("原有|现有")
_LONG_AGO = re.compile("(?:早期|历史|过往|此前的?)$")
"""Who backed a firm at its beginning, which says nothing of this round: "早期投资方包括甲"."""
_ANGEL_POST = re.compile(
    r"(?:知名|著名|资深)?(?:天使投资人|个人投资人|投资人|企业家|连续创业者|科学家|董事长|创始人|联合创始人|CEO"
    r"|总裁|教授|院士|博士|首席[\u4e00-\u9fff]{1,4}官)"
)
_POST_TAIL = re.compile(r"(?:先生|女士|教授|博士|院士|等人|本人)$")


@dataclass(frozen=True, slots=True)
class Group:
    """Backers that one verb or noun names, with the plain span it was read from."""

    start: int
    end: int
    backers: tuple[Told[Investor], ...]

    @property
    def led(self) -> bool:
        """Tell whether the group leads the round."""
        return any(b.value.role is Role.LEAD for b in self.backers)


def groups(names: Names, start: int, end: int) -> Iterator[Group]:
    """Yield the groups of backers in a sentence, in order."""
    coded = names.text.coded
    floor = start
    last: Group | None = None
    told: list[int] = []
    taken = list(_NOUN.finditer(coded, start, end))
    for noun in taken:
        if group := _after_noun(names, noun, end):
            told.append(group.end)
            yield group
    spans = [(m.start(), m.end()) for m in taken]
    for verb in _VERB.finditer(coded, start, end):
        if any(s <= verb.start() < e for s, e in spans):
            continue
        role = _role(coded, verb)
        floor = max(floor, *(at for at in [floor, *told] if at <= verb.start()))
        if _NOUN_OF_SUM.search(coded, floor, verb.end()):
            floor = verb.end()
            continue
        if _PLAIN.fullmatch(verb[0]) and not _said_of_backers(coded, floor, verb.start()):
            continue
        if role is Role.LEAD and last and last.end == floor and _AND.fullmatch(coded, floor, verb.start()):
            last = Group(last.start, verb.end(), tuple(_leading(b) for b in last.backers))
            yield last
        elif group := _before_verb(names, floor + (floor > start and coded[floor] in "和与及"), verb, role):
            yield group
            last = group
        floor = verb.end()


_PLAIN = re.compile("(?:进行了?)?投资")


def _said_of_backers(coded: str, floor: int, verb: int) -> bool:
    """Tell whether a plain 投资 is what backers do: they are led in ("由甲投资"), or all that its clause holds."""
    comma = coded.rfind("，", floor, verb)
    return bool(_STRONG_OPENING.search(coded, floor, verb)) or (comma >= 0 and _all_firms(coded, comma + 1, verb))


_NOUN_OF_SUM = re.compile(f"完成[^，。；]{{0,12}}{MONEY}(?:的)?(?:增资|注资|出资)$")
"""What a company has completed, and nobody's act: "甲公司完成10亿元增资"."""
_AND = re.compile(f"(?:[、，并和及与且]|{_HOW})*")


def _leading(backer: Told[Investor]) -> Told[Investor]:
    """Return a backer of whom a second verb says that it leads: "甲公司战略入股、联合领投"."""
    return replace(backer, value=replace(backer.value, role=Role.LEAD))


_AGAIN = re.compile("继续|持续|追加|追投|再次|再度|复投|多次|第[二三四五六七八][次轮]")
_INVESTS_TOO = re.compile("(?:并|且|同时)(?:进行|参与)?(?:了|本轮)*(?:跟投|投资)")


def _role(coded: str, verb: re.Match[str]) -> Role:
    """Return the role that a verb gives: who invests again holds shares, and an adviser that invests is a backer."""
    if verb["lead"]:
        return Role.LEAD
    if verb["adviser"] and not _INVESTS_TOO.match(coded, verb.end()):
        return Role.ADVISER
    return Role.EXISTING if _AGAIN.search(verb[0]) else Role.PARTICIPANT


def _before_verb(names: Names, floor: int, verb: re.Match[str], role: Role) -> Group | None:
    coded = names.text.coded
    start, strong = floor, False
    for opening in _OPENING.finditer(coded, floor, verb.start()):
        if strong and not _STRONG_OPENING.fullmatch(opening[0]):
            continue
        if opening[0] in ("在", "为", "是", "对", "向", "并", "而", "被") and not _free_standing(coded, opening):
            continue
        start, strong = opening.end(), strong or bool(_STRONG_OPENING.fullmatch(opening[0]))
    if role is Role.ADVISER:
        start = max(start, coded.rfind("，", start, verb.start()) + 1)
    least = 0.7 if _WEAK.search(verb[0]) and not strong else 0.5
    backers = [b for b in _backwards(names, start, verb.start(), role) if b.confidence >= least]
    return Group(start, verb.end(), tuple(backers)) if backers else None


def _free_standing(coded: str, opening: re.Match[str]) -> bool:
    """Tell whether a preposition stands at the head of a clause, and not inside a name."""
    return opening.start() == 0 or coded[opening.start() - 1] in "，。；：、 "


def _after_noun(names: Names, noun: re.Match[str], ceiling: int) -> Group | None:
    role = Role.PARTICIPANT
    said = noun["role"] or noun["sole"] or noun["done"] or ""
    if _LEADS.match(said):
        role = Role.LEAD
    elif _LONG_AGO.search(names.text.coded, max(0, noun.start() - 3), noun.start()):
        return None
    elif said == "老股东" or _EARLY.search(names.text.coded, max(0, noun.start() - 6), noun.start()):
        role = Role.EXISTING
    elif _ADVISES.search(said):
        role = Role.ADVISER
    coded = names.text.coded
    counted = _COUNTED.match(coded, noun.end(), ceiling)
    begin = counted.end() if counted else noun.end()
    end = _end_of_list(coded, begin, ceiling)
    if noun["sole"] and (post := _SPEAKS.search(coded, begin, end)):
        end = post.start()
    if (verb := _VERB.search(coded, begin, end)) and not _PLAIN.fullmatch(verb[0]):
        end = verb.start() if verb["lead"] or verb["join"] else end
    if other := _NOUN.search(coded, begin, end):
        end = other.start()
    backers = _forwards(names, begin, end, role)
    return Group(noun.start(), end, tuple(backers)) if backers else None


_LEADS = re.compile("(?:联合|共同)?(?:领投|牵头|领头|主导)|(?:本轮|此轮|此次|本次)(?:融资)?的?领投")
_SPEAKS = re.compile("(?:创始|管理|执行)?合伙人|(?:执行)?董事|(?:副)?总裁|投资总监|负责人|表示|认为|是")
"""Whose words follow: "本轮领投方甲资本合伙人李明表示"."""
_LATIN_FUND = re.compile(
    r"[\u4e00-\u9fff](?:基金|机构|公司|企业|平台|品牌|风投|孵化器|巨头)(?=[A-Z][A-Za-z0-9 .&]{2,}$)"
)
_BLANK = re.compile(r"[^，。；、 ]{0,8}?(?:融资|投资|轮) +(?=[^ ]{2})|[^，。；、 ]{0,8}?融资(?=[A-Z])")
_COUNTED = re.compile(r"(?:[数多几两三四五六七八九十]|\d+)[家位支][^，。；、]{0,16}，(?:其中)?(?:包括|分别[是为]|有)")
"""How many there are, before their list: "投资方为三家产业基金，包括甲、乙"."""
_ADVISES = re.compile("顾问|保荐|承销|辅导|FA")
_MORE = re.compile(
    "，(?=[^，。；领跟参]{2,20}?等(?:众多|多家|多个|知名|[两三四五六七八九十数\\d]+家)?(?:投资|机构|公司|企业|基金|资本|$))|，(?:还|(?<!既)也|以及|同时|另)(?:包括|有|包含|涵盖)?了?(?=(?:(?!领投|跟投|参投|共投|追投)[^，。；])*(?:，|$))"
)


def _end_of_list(coded: str, start: int, ceiling: int) -> int:
    """Return the comma that ends a list; "包括甲、乙，还有丙" goes on behind one, and so does "包括甲资本，乙基金"."""
    comma = coded.find("，", start, ceiling)
    while comma >= 0:
        following = coded.find("，", comma + 1, ceiling)
        further = following if following >= 0 else ceiling
        more = _MORE.match(coded, comma, ceiling)
        if not more and not _all_firms(coded, comma + 1, further):
            return comma
        comma = coded.find("，", more.end(), ceiling) if more else following
    return ceiling


_SHORT = 16
"""Characters of a name in a list whose commas part names."""


def _all_firms(coded: str, start: int, end: int) -> bool:
    """Tell whether a clause is nothing but names that end as firms' do."""
    if not 0 < end - start <= 3 * _SHORT:
        return False
    if any(not _PLAIN.fullmatch(verb[0]) for verb in _VERB.finditer(coded, start, end)):
        return False  # "领投方为甲，乙|追加投资|"
    parts = [coded[first:last].strip().removesuffix("等") for first, last, _ in segments(coded, start, end)]
    return all(2 <= len(part) <= _SHORT and is_firm(part) and not _CLAUSE.search(part) for part in parts)


_CLAUSE = re.compile("资金|将|用于|表示|完成|持有|担任|跟投|领投|成立|专注|[的了在]")


def _backwards(names: Names, start: int, end: int, role: Role) -> list[Told[Investor]]:
    coded = names.text.coded
    found: list[Told[Investor]] = []
    parts = segments(coded, start, end)
    existing_from = _existing(coded, parts)
    for i in range(len(parts) - 1, -1, -1):
        first, last, mark = parts[i]
        if mark == "，" and role is Role.EXISTING:
            role = Role.PARTICIPANT  # who invests again stands in the verb's own clause
        segment_role = Role.EXISTING if role is Role.PARTICIPANT and existing_from[i] else role
        if role is Role.EXISTING and any(existing_from) and not existing_from[i]:
            segment_role = Role.PARTICIPANT  # "甲以及老股东乙持续跟投"
        backer = _backer(names, first, last, segment_role)
        if backer is not None:
            found.append(backer)
        elif (
            coded[first:last].strip()
            and not is_generic(_EXISTING.sub("", coded[first:last]).strip())
            and i < len(parts) - 1
            and (parts[i][2] == "，" or last - first > 14)
        ):
            break
    return found[::-1]


def _existing(coded: str, segments: list[tuple[int, int, str]]) -> list[bool]:
    """Tell which segments are named as those who held shares before: the mark stands before the list, or after it."""
    flags = [False] * len(segments)
    on, since = False, 0
    for i, (first, last, _) in enumerate(segments):
        segment = coded[first:last]
        mark = _EXISTING.search(segment)
        if mark and not segment[: mark.start()].strip(" 部分多家其公司一众另有"):
            on = True
        elif mark:
            for j in range(since, i + 1):
                flags[j] = True
        elif _NEWCOMERS.search(segment):
            on, since = False, i + 1
        flags[i] = flags[i] or on
    return flags


_NEWCOMERS = re.compile("新股东|新投资|新进|产业(?:投资)?方|新晋|合作伙伴")


def _forwards(names: Names, start: int, end: int, role: Role) -> list[Told[Investor]]:
    found = []
    coded = names.text.coded
    parts = segments(coded, start, end)
    for (first, last, mark), held in zip(parts, _existing(coded, parts), strict=True):
        own = Role.EXISTING if role is Role.PARTICIPANT and (held or _EXISTING.search(coded[first:last])) else role
        if backer := _backer(names, first, last, own):
            found.append(backer)
        elif mark == "，":
            break
    return found


def _backer(names: Names, start: int, end: int, role: Role) -> Told[Investor] | None:
    coded = names.text.coded
    if end > start + 2 and coded[end - 1] in "约近超逾" and coded.startswith(MONEY, end):
        end -= 1
    if held := _EXISTING.search(coded, start, end):
        start, end = (start, held.start()) if _NO_MORE.fullmatch(coded, held.end(), end) else (held.end(), end)
    if arm := _UNNAMED_ARM.search(coded, start, end):
        end = arm.start()
    if lead := _LEADING.match(coded[start:end]):
        start += lead.end()
    start = max((p.end() for p in _ANGEL_POST.finditer(coded, start, end) if end - p.end() >= 2), default=start)
    if place := _PLACE.match(coded[start:end]):
        start += place.end()
    if described := _LATIN_FUND.search(coded, start, end):
        start = described.end()
    if blank := _BLANK.match(coded, start, end):
        start = blank.end()
    span: Span | None = names.in_list(start, end)
    if span is None:
        return None
    first, last = span
    if tail := _POST_TAIL.search(coded[first:last]):
        last = first + tail.start()
    if last - first < 2:
        return None
    told = names.told((first, last))
    if (lead or held) and told.confidence < SURE_BY_ROLE:
        told = replace(told, confidence=SURE_BY_ROLE)
    role = _ROLE_ASIDE.get(names.aside_at(last), role) if role is not Role.ACQUIRER else role
    return Told(Investor(told.value, role), told.start, told.end, told.quote, told.confidence)


_PLACE = re.compile(rf"(?:[在由]?(?:{words.PLACES}))(?=[A-Z][A-Za-z][\x20-\x7e]*$)")
"""Where a backer with a Latin name is from: "香港Muyu Limited"."""
_UNNAMED_ARM = re.compile(
    "旗下的?(?:产业|投资|另类|全资|控股|相关|多[只支]|管理的?|[一二两]?[只支]|私募|股权|风投|美元|人民币|新能源|医疗|健康|科技|消费|文旅|绿色|双碳|半导体|直投|早期|成长|并购|母)*(?:基金|子公司|战投部门?|战略投资部门?|投资部门?|投资机构|机构|投资公司|创投公司|(?:创投|风投)部门?|创投|投资平台|公司)等?$"
)
"""An arm without a name, which goes by its owner's: "甲资本旗下基金"."""
_ROLE_ASIDE = {
    "领投": Role.LEAD,
    "联合领投": Role.LEAD,
    "领投方": Role.LEAD,
    "跟投": Role.PARTICIPANT,
    "老股东": Role.EXISTING,
    "财务顾问": Role.ADVISER,
    "FA": Role.ADVISER,
}
"""What a parenthesis behind a backer's name may say of it."""


def listed(names: Names, start: int, end: int, role: Role) -> tuple[Told[Investor], ...]:
    """Return the backers of a plain list that something else has bounded."""
    return tuple(_backwards(names, start, end, role)) if start < end else ()
