"""The labels of funding rounds, English and Chinese, and the stage that each stands for.

Stages are in Crunchbase's vocabulary. A label is the text's own words ("Series A extension", Pre-A+轮). Where more
words tell ("seed funding", A轮融资) it is the part that names the stage. What only says that money came ("funding
round", 融资) is no label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dealwire.model import Round, Told


@dataclass(frozen=True, slots=True)
class RoundLabel:
    """The stage of a round and the words that name it."""

    round: Round
    label: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A pattern of labels of one stage; `round` is None where the label's letter tells it.

    Every label holds one of `triggers`, in small letters, or stands beside it: most rows cost no more than
    looking for those.
    """

    round: Round | None
    triggers: tuple[str, ...]
    pattern: re.Pattern[str]


def _english(round_: Round | None, triggers: str, pattern: str) -> _Row:
    return _Row(round_, tuple(triggers.split("|")), re.compile(rf"(?:{pattern})(?![A-Za-z])"))


def _chinese(round_: Round | None, triggers: str, pattern: str) -> _Row:
    return _Row(round_, tuple(triggers.split("|")), re.compile(pattern))


_LETTER: Final = (
    r"(?P<letter>[A-J])(?![A-Za-z])(?:[-–.]?[1-9I]{1,2}(?![\w,%]|\.\d)|-[1-9](?=,)|[ ](?:I{1,3}"
    r"|[1-9])(?![\w,.%])|['′]|[ "
    r"]?\+{1,2}|[a-d](?![A-Za-z]))?"
)
_ROUND_NOUNS: Final = (
    r"(?:round|rounds|funding|financing|financings|capital|money|investment|investments|stage|raise|raised"
    r"|extension|equity|led|deal|venture|fundraise|"
    r"fundraising|check|tranche|note|notes|syndicate|backing|infusion|injection|backed|fund(?=\s+(?:raise|round)))\b"
)
_HAN_SPACE: Final = r"[ \xa0]?"
_LETTER_TAIL: Final = r"(?:[0-9]{0,2}(?:[＋+]{1,8}|plus|Plus)?)"
_WHEEL: Final = r"[轮輪]"
_BEFORE_FINANCE: Final = rf"(?={_HAN_SPACE}(?:融资|股权融资|系列融资|独家|领投|及以后))"
_IN_LIST: Final = rf"[、和及与/](?:[Pp]re[-–]?)?(?:天使|[A-J])[0-9＋+]{{0,3}}(?:[两三四]?{_WHEEL}|[、和及与])"
"""What follows a label that shares its 轮 with the next: 种子和天使轮, 天使及Pre-A轮."""

_ROWS: Final = (
    _english(
        None,
        "series|round",
        rf"(?:(?i:pre|late|early|mega)[- ]?)?(?:[Ss]eries|SERIES)[ -]?[\"“'‘]?{_LETTER}[\"”'’]?(?:[- ](?i:extension"
        rf"|prime|preferred(?=[ ](?:stock|share|equity|financing|round|unit))))?"
        r"|(?<=eries [A-I] and )[B-J](?=[ ](?:rounds?|funding|financing)\b)"
        r"|(?<!\w)(?P<bare>[B-H](?=[- ])|A(?=-)|(?<=its )A(?= )|[A-H](?=[1-4]\+? ))(?:[1-4]\+?)?[- ][Rr]ound",
    ),
    _english(Round.PRE_SEED, "seed", r"(?i:pre[- –]?seed)(?:[- ](?i:extension|plus|\+))?"),
    _english(
        Round.SEED,
        "seed",
        rf"(?i:(?:late|post|mega|extended|series)[- ])?(?i:seed)(?:[- ](?i:extension|plus|prime)(?![A-Za-z])|\+{{1,2}}"
        rf"|[- ](?:[2-9]|II?)(?![\w,.%])|-[A-D](?=[ ](?i:round|fund|financ)))?"
        rf"(?:(?=[- ](?i:{_ROUND_NOUNS}|(?:and|&)[ ]series|to[ ]|from[ ]|at[ ]|for[ ]|with[ ]|in[ ]"
        r"|was[ ](?:co-)?led|of[ ][A-Z€$£]"
        r"|by[ ][€$£\d]|will[ ]|values?[ ]|that[ ][A-Z]|today\b|were[ ]))"
        rf"|(?=[ ]*(?:[,.;:()!’”\"'—–-]|$|\n)))",
    ),
    _english(
        Round.ANGEL,
        "angel|friends",
        r"(?i:angel)(?=[- ](?i:round|funding|investment round|financing|money|capital))|(?i:(?:friends|family) and "
        r"(?:family|friends) round)",
    ),
    _english(
        Round.CONVERTIBLE_NOTE,
        "convertible|safe",
        r"(?i:convertible (?:promissory )?(?:loan )?(?:senior )?(?:notes?|debt|loan|bonds?|debentures?))|SAFE(?: "
        r"(?i:notes?|round|financing|agreement))",
    ),
    _english(
        Round.DEBT_FINANCING,
        "debt|credit|loan|facility|securiti",
        r"(?i:(?:(?:venture|growth|senior|secured|mezzanine|structured|non-dilutive|private|long-term"
        r"|asset-backed) )*(?:debt (?:financing|facility|funding|round|capital|raise|investment|package|deal)"
        r"|venture debt"
        r"|credit (?:facility|facilities|line|agreement)|lines? of credit|revolving (?:credit )?facility|warehouse "
        r"(?:credit )?facility|loan facility|growth capital (?:loan|facility)"
        r"|(?:term|bridge|growth|venture|bank|syndicated|secured|senior|green|working capital) loan"
        r"|securiti[sz]ation)|(?<=in )debt|venture loan|bank loans?)",
    ),
    _english(
        Round.EQUITY_CROWDFUNDING,
        "crowdfund|crowdcube|kickstarter|wefunder",
        r"(?i:(?:equity[- ])?crowdfunding(?: (?:campaign|round|raise))?|crowdfunded)",
    ),
    _english(
        Round.INITIAL_COIN_OFFERING,
        "coin off|token|ico",
        r"ICO|(?i:initial coin offering|(?:private |public )?token (?:sale|round))",
    ),
    _english(
        Round.PRIVATE_EQUITY,
        "growth|private equity",
        r"(?i:growth[- ](?:equity|capital|financing|funding|round|investment|stage(?= (?:round|funding|financing"
        r"|investment)))|private equity(?= (?:investment|funding|round|financing)))",
    ),
    _english(
        Round.SECONDARY_MARKET,
        "secondary|tender|employee s",
        r"(?i:secondary (?:share |stock |stake |market )?(?:sales?|transaction|round|deal|funding|tender"
        r"|purchase|acquisition)|tender "
        r"offer|employee (?:share|stock) sale)",
    ),
    _english(
        Round.POST_IPO_EQUITY,
        "placement|pipe|qip|post-ipo|offering|rights issue",
        r"(?i:private placement|qualified institutional placement|post-IPO equity"
        r"|registered direct offering|follow-on (?:public |share )?offering"
        r"|rights issue|at-the-market offering|private investment in public equity)|QIP\b"
        r"|PIPE(?= (?:investment|financing"
        r"|deal|transaction|raise))",
    ),
    _english(Round.POST_IPO_DEBT, "post-ipo debt", r"(?i:post-IPO debt)"),
    _english(
        Round.CORPORATE_ROUND,
        "strategic|corporate",
        r"(?i:strategic (?:(?:venture|minority|growth|equity|capital|corporate|funding) )*(?:investments?|round"
        r"|funding|financing)|corporate (?:venture )?round)",
    ),
    _english(
        Round.GRANT,
        "grant",
        r"(?i:(?:(?:research|development|innovation|SBIR|EU|EIC|government|federal|seed|state|R&D|NIH|DARPA"
        r"|non-dilutive) )*grants?)(?= (?:from|funding|award|of|to|totall?ing|by)\b|[,.;]|\n|$)",
    ),
    _english(
        Round.SERIES_UNKNOWN,
        "bridge|pre-ipo|pre ipo|preipo|venture round|early stage|early-stage|later stage|later-stage|mezzanine|first",
        r"(?i:bridge(?= (?:round|financing|funding))|pre[- ]?IPO(?= (?:round|funding|financing|investment))"
        r"|venture round|early[- ]stage(?= (?:funding|round|financing|investment))|later[- ]stage(?= (?:funding"
        r"|round|financing))|mezzanine(?= (?:round|financing|funding))|first (?:institutional |external |outside "
        r")(?:funding )?round)",
    ),
    _chinese(
        None,
        "轮|輪|融资|投资|pre-",
        rf"(?:[Pp]re|PRE|准)[-－–—\s]?(?P<letter>[A-Ja-j])(?![A-Za-z]){_LETTER_TAIL}(?:{_HAN_SPACE}{_WHEEL})?"
        rf"|[A-JＡ-Ｊ](?<![A-Z0-9.-].)(?:[0-9]{{0,2}}(?:[-－][0-9]{{1,2}})?{_HAN_SPACE}[＋+]{{0,8}}|plus|Plus"
        rf"|[-－]?[1-9I]{{1,2}}){_HAN_SPACE}{_WHEEL}"
        rf"|[A-J](?<![A-Z0-9.-].)[0-9]?[＋+]{{0,2}}(?={_HAN_SPACE}[、和及与/,，]{_HAN_SPACE}(?:[A-J][0-9]?[＋+]"
        rf"{{0,2}}{_HAN_SPACE}[、和及与/,，]{_HAN_SPACE}){{0,4}}[A-J][0-9＋+]{{0,3}}{_HAN_SPACE}(?:两|三)?{_WHEEL})"
        rf"|[A-J](?<![A-Za-z0-9.-].)[1-9]?[＋+]{{0,2}}{_BEFORE_FINANCE}",
    ),
    _chinese(
        Round.ANGEL,
        "天使",
        rf"(?:[Pp]re[-–－]?{_HAN_SPACE}|超级|大)?天使{_HAN_SPACE}[＋+]{{0,2}}(?:[1-9]|plus)?{_HAN_SPACE}{_WHEEL}(?:[＋+]{{1,2}})?"
        rf"|天使(?=融资|期融资|投资(?!人|者|方|机构|基金))|天使[＋+]{{0,2}}(?={_IN_LIST})|天使[＋+]{{1,2}}(?=[两三]{_WHEEL})",
    ),
    _chinese(Round.PRE_SEED, "种子", rf"(?:[Pp]re|PRE)[-–－]?{_HAN_SPACE}种子{_HAN_SPACE}{_WHEEL}?"),
    _chinese(
        Round.SEED,
        "种子",
        rf"(?<![Ee]-)(?<![Ee])种子{_HAN_SPACE}[＋+]{{0,2}}{_HAN_SPACE}{_WHEEL}|种子(?=融资|期融资|期投资|{_IN_LIST})",
    ),
    _chinese(
        Round.SERIES_UNKNOWN,
        "pre ipo|preipo|pre-ipo|过桥|首轮|首次|增资扩股|首笔|新一轮|最新一轮",
        rf"[Pp][Rr][Ee]{_HAN_SPACE}[-–—－]?{_HAN_SPACE}(?:IPO|ipo){_HAN_SPACE}{_WHEEL}?|过桥(?:融资|{_WHEEL})"
        rf"|首{_WHEEL}(?:外部)?(?:股权|机构|独立)?融资|首{_WHEEL}|首次(?:外部|对外)?(?:股权)?融资|增资扩股",
    ),
    _chinese(
        Round.CORPORATE_ROUND,
        "战略|策略|产业",
        rf"(?:战略|策略)(?:性)?(?:投资|融资|入股|增资|注资|{_WHEEL})(?!者|人|方|部|委员会|机构|家|公司|基金|事业)"
        rf"|(?:独家|产业)战略{_WHEEL}|产业(?:投资)?{_WHEEL}",
    ),
    _chinese(
        Round.POST_IPO_EQUITY,
        "增发|发行|定增|配股|再融资|配售",
        r"定向增发|非公开发行(?:A?股票|A股)?|定增|配股|向特定对象(?:增发|发行)(?:A?股票|A股)?|再融资|配售(?=新股"
        r"|股份|H股)|先旧后新配售",
    ),
    _chinese(Round.CONVERTIBLE_NOTE, "可转|可换", r"可转换?(?:公司)?债券?|可换股(?:债券|票据)|可转股债"),
    _chinese(
        Round.DEBT_FINANCING,
        "债|贷|授信|信贷|租赁|中期票据|资产支持",
        r"债[务权券]融资|银行?贷款|银团贷款|贷款(?!利率|余额|市场|业务)|授信(?:额度)?|信贷额度|融资租赁|中期票据"
        r"|公司债券?|资产支持证券",
    ),
    _chinese(Round.EQUITY_CROWDFUNDING, "众筹", r"股权众筹|众筹"),
    _chinese(Round.SECONDARY_MARKET, "老股|隔轮|二级市场", r"老股转让|老股(?!东)|隔轮转让"),
    _chinese(
        Round.PRIVATE_EQUITY,
        "私募|成长|pe轮|pe 轮",
        rf"私募股权(?:融资|投资)(?!基金|机构)|(?<![A-Za-z])PE{_HAN_SPACE}{_WHEEL}|成长{_WHEEL}|成长期融资",
    ),
    _chinese(Round.GRANT, "资助|拨款", r"(?:政府|专项|科研|研发|无偿)(?:资助|拨款)"),
)

_REACH: Final = 48
"""How far from its trigger a label may reach."""

_HAN_WIDE: Final = {ord(wide): narrow for wide, narrow in zip("ＡＢＣＤＥＦＧＨＩＪ", "ABCDEFGHIJ", strict=True)}


def find_rounds(content: str) -> tuple[Told[RoundLabel], ...]:
    """Return the round labels of a text, in order and apart; of two that overlap, the earlier and longer one."""
    lower = _lower(content)
    found = [_told(row, match) for row in _ROWS for match in _matches(row, content, lower)]
    found.sort(key=lambda told: (told.start, -told.end))
    apart: list[Told[RoundLabel]] = []
    for told in found:
        if not apart or told.start >= apart[-1].end:
            apart.append(told)
    return tuple(apart)


def _lower(content: str) -> str:
    """Return the text in small letters, of the same length: a few letters have none of one character."""
    lower = content.lower()
    return lower if len(lower) == len(content) else "".join(c.lower() if len(c.lower()) == 1 else c for c in content)


def _matches(row: _Row, content: str, lower: str) -> Iterator[re.Match[str]]:
    """Yield a row's labels, searching only around its triggers: that costs little beside the whole text."""
    for trigger in row.triggers:
        at = lower.find(trigger)
        while at >= 0:
            beyond = at + len(trigger)
            for match in row.pattern.finditer(content, max(0, at - _REACH), beyond + _REACH):
                yield match
                beyond = max(beyond, match.end())
            at = lower.find(trigger, beyond)


def _told(row: _Row, match: re.Match[str]) -> Told[RoundLabel]:
    label = match[0].rstrip()
    stage = row.round or _series(match, label)
    return Told(RoundLabel(stage, label), match.start(), match.start() + len(label), label)


def _series(match: re.Match[str], label: str) -> Round:
    """Return the stage that a label's letter tells."""
    letter = match["letter"] or match.groupdict().get("bare") or label[0]
    return Round(f"series_{letter.translate(_HAN_WIDE).lower()}")
