"""The currencies of the news: a table of how each is written, in English and in Chinese.

`CURRENCIES` holds a row a currency: its ISO 4217 code, the signs and short forms that may stand before or after
a figure, its names in English, its names in Chinese. A name that several currencies share ("dollar", 元) stands
in `GENERAL` for the one that a writer means by default: a fuller name elsewhere in the same sum overrules it
("$5 million Canadian").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts: a currency, or the `part` of it that is its coin (a cent is 0.01 USD).

    `general` marks a name that several currencies share.
    """

    code: str
    part: Decimal = Decimal(1)
    general: bool = False


HUNDREDTH: Final = Decimal("0.01")

# code: signs before or after a figure | English names | Chinese names. "_" in a name is optional blank space.
CURRENCIES: Final[dict[str, tuple[str, str, str]]] = {
    "USD": (
        "US_$ U.S._$ U.S_$ USD_$ $US",
        "us_dollar u.s._dollar united_states_dollar american_dollar",
        "美元 美金 美圆 美刀",
    ),
    "EUR": ("€ EUR_€", "euro", "欧元 歐元"),
    "GBP": ("GBP_£ UK£", "british_pound pound_sterling pounds_sterling sterling", "英镑 英鎊"),
    "CNY": (
        "RMB RMB_¥ RMB_￥ CN¥ CNY_¥ Rmb rmb",
        "yuan chinese_yuan renminbi yuan_renminbi rmb kuai",
        "人民币 人民幣 元人民币 元人民幣 人币 人幣 块钱 塊錢",
    ),
    "JPY": ("JP¥ JPY_¥", "yen japanese_yen", "日元 日圆 日圓 日币 円"),
    "HKD": ("HK_$ HKD_$", "hong_kong_dollar hk_dollar", "港元 港币 港幣 港圆 港纸"),
    "TWD": ("NT_$ TWD_$ NTD NTD_$", "new_taiwan_dollar taiwan_dollar nt_dollar", "新台币 新臺幣 新台幣 台币 台幣"),
    "SGD": ("S$ SG_$ SGD_$", "singapore_dollar singaporean_dollar", "新加坡元 新元 新币 坡元"),
    "AUD": ("A$ $A AU_$ AUD_$", "australian_dollar aussie_dollar", "澳元 澳大利亚元 澳币"),
    "NZD": ("NZ_$ $NZ NZD_$", "new_zealand_dollar", "新西兰元 纽元"),
    "CAD": ("C$ $C CA$ CAN_$ CAD_$ CDN_$ Cdn$ c_$", "canadian_dollar", "加元 加拿大元 加币"),
    "MXN": ("MX_$ Mex_$ MXN_$", "mexican_peso", "墨西哥比索"),
    "BRL": ("R$ BRL_R$", "brazilian_real brazilian_reais reais", "巴西雷亚尔 雷亚尔"),
    "INR": ("₹ Rs Rs. INR_₹ ₨", "indian_rupee", "印度卢比"),
    "PKR": ("", "pakistani_rupee", "巴基斯坦卢比"),
    "LKR": ("ரூ", "sri_lankan_rupee", "斯里兰卡卢比"),
    "BDT": ("৳", "taka bangladeshi_taka", "塔卡"),
    "NPR": ("", "nepalese_rupee", "尼泊尔卢比"),
    "KRW": ("₩", "won korean_won south_korean_won", "韩元 韓元 韩圆 韩币"),
    "IDR": ("Rp Rp.", "rupiah indonesian_rupiah", "印尼盾 印尼卢比"),
    "MYR": ("RM", "ringgit malaysian_ringgit", "林吉特 令吉 马币 马来西亚令吉"),
    "THB": ("฿", "baht thai_baht", "泰铢 泰銖"),
    "VND": ("₫", "dong vietnamese_dong", "越南盾"),
    "PHP": ("₱", "philippine_peso", "菲律宾比索"),
    "CHF": ("SFr SFr. Fr.", "swiss_franc", "瑞士法郎 瑞郎"),
    "SEK": ("", "swedish_krona swedish_kronor swedish_krone swedish_crown kronor", "瑞典克朗"),
    "NOK": ("", "norwegian_krone norwegian_kroner norwegian_krona norwegian_crown", "挪威克朗"),
    "DKK": ("", "danish_krone danish_kroner danish_crown", "丹麦克朗"),
    "ISK": ("", "icelandic_krona icelandic_krónur", "冰岛克朗"),
    "PLN": ("zł zl", "zloty zlotys złoty polish_zloty", "兹罗提"),
    "CZK": ("Kč", "czech_koruna czech_crown koruna", "捷克克朗"),
    "HUF": ("", "forint hungarian_forint", "福林"),
    "RON": ("", "romanian_leu romanian_lei", "罗马尼亚列伊"),
    "BGN": ("", "bulgarian_lev bulgarian_leva", "列弗"),
    "UAH": ("₴", "hryvnia ukrainian_hryvnia", "格里夫纳"),
    "RUB": ("₽", "rouble ruble russian_rouble russian_ruble", "卢布 盧布 俄罗斯卢布"),
    "TRY": ("₺", "turkish_lira", "土耳其里拉"),
    "ILS": ("₪ NIS", "shekel israeli_shekel new_israeli_shekel", "新谢克尔 谢克尔"),
    "AED": ("Dh Dhs", "dirham uae_dirham emirati_dirham", "迪拉姆"),
    "SAR": ("", "riyal saudi_riyal", "沙特里亚尔 里亚尔"),
    "QAR": ("", "qatari_riyal", "卡塔尔里亚尔"),
    "KWD": ("", "kuwaiti_dinar", "科威特第纳尔"),
    "BHD": ("", "bahraini_dinar", "巴林第纳尔"),
    "JOD": ("", "jordanian_dinar", ""),
    "EGP": ("E£", "egyptian_pound", "埃及镑"),
    "MAD": ("", "moroccan_dirham", ""),
    "NGN": ("₦", "naira nigerian_naira", "奈拉"),
    "KES": ("KSh Ksh KSh. KShs Kshs", "kenyan_shilling kenya_shilling", "肯尼亚先令"),
    "UGX": ("USh UShs", "ugandan_shilling", ""),
    "TZS": ("TSh", "tanzanian_shilling", ""),
    "GHS": ("GH₵ GHC ₵", "cedi ghanaian_cedi", "塞地"),
    "ZAR": ("ZAR_R", "rand south_african_rand", "兰特 南非兰特"),
    "XOF": ("CFA", "cfa_franc", "非洲法郎"),
    "XAF": ("FCFA", "", ""),
    "CLP": ("CLP_$ CL$", "chilean_peso", "智利比索"),
    "COP": ("COP_$ COL$", "colombian_peso", "哥伦比亚比索"),
    "ARS": ("AR$ ARS_$", "argentine_peso argentinian_peso", "阿根廷比索"),
    "PEN": ("S/.", "peruvian_sol", "秘鲁索尔"),
    "CRC": ("₡", "costa_rican_colon costa_rican_colón", ""),
    "KZT": ("₸", "tenge", "坚戈"),
    "GEL": ("₾", "lari georgian_lari", "拉里"),
    "LAK": ("₭", "kip lao_kip", "基普"),
    "MNT": ("₮", "tugrik", "图格里克"),
    "KHR": ("៛", "", "瑞尔"),
    "MOP": ("MOP$", "pataca", "澳门元"),
    "XBT": ("₿ BTC", "bitcoin", "比特币 比特幣 个比特币 枚比特币"),
    "ETH": ("", "ether", "以太币"),
    "FIM": ("", "finnish_markka markka", "芬兰马克"),
    "DEM": ("", "deutsche_mark deutschmark german_mark", "德国马克"),
    "NLG": ("", "dutch_guilder guilder netherlands_guilder", "荷兰盾"),
    "FRF": ("", "french_franc", "法国法郎"),
    "BEF": ("", "belgian_franc", "比利时法郎"),
    "ESP": ("", "peseta spanish_peseta", "比塞塔"),
    "ITL": ("", "italian_lira", "意大利里拉"),
    "ATS": ("", "austrian_schilling", ""),
    "PTE": ("", "portuguese_escudo escudo", ""),
    "GRD": ("", "drachma", ""),
    "IEP": ("IR£", "irish_pound", ""),
}

# Names that several currencies share, and the one that is meant where the sum says no more.
GENERAL: Final[dict[str, tuple[str, str, str]]] = {
    "USD": ("$", "dollar buck dlr", ""),
    "GBP": ("£", "pound quid", "镑"),
    "CNY": ("¥ ￥", "", "元 圆 圓"),
    "CHF": ("", "franc", "法郎"),
    "INR": ("", "rupee", "卢比 盧比"),
    "MXN": ("", "peso", "比索"),
    "SEK": ("", "krona", "克朗"),
    "NOK": ("kr kr.", "kroner krone", ""),
    "TRY": ("", "lira", "里拉"),
    "KES": ("", "shilling", "先令"),
}

# The hundredth parts.
COINS: Final[dict[str, tuple[str, str]]] = {
    "USD": ("cent", "美分"),
    "GBP": ("penny pence pennies", "便士"),
    "CNY": ("fen", ""),
}

# ISO codes read where no row above names them, and codes too like a word or a company to be read in small letters.
_OTHER_CODES: Final = (
    "USDT USDC TND DZD LBP OMR IQD IRR VES UYU BOB PYG DOP GTQ JMD TTD RSD MMK XAU ETB RWF ZMW BWP MUR NAD"
)
_UPPER_ONLY: Final = frozenset({"PEN", "MAD", "GEL", "COP", "CAD", "SEK", "CLP", "NAD", "RON", "BOB", "ETH", "TRY"})

_NOT_AFTER: Final = "宇旦素年件老帅气"
"""What makes 元 the start of another word: 元宇宙, 元旦, 元素 …"""

_SCALES: Final = {"": Decimal(1), "M": Decimal(1_000_000), "K": Decimal(1_000)}  # MUSD, as Nordic companies write
_OBSOLETE: Final = frozenset(["FIM", "DEM", "NLG", "FRF", "BEF", "ESP", "ITL", "ATS", "PTE", "GRD", "IEP"])
"""Codes that no longer stand for money: ESP32 is a chip."""

LIKE_WORDS: Final = frozenset(["COP", "CRC", "ETH", "PEN", "ILS", "PHP", "MYR", "MAD", "RON", "BOB", "GEL"])
"""Currencies whose code or sign is also a name (COP21, CRC32, PHP 8): a small figure beside it is no money."""

CRYPTO: Final = frozenset({"XBT", "ETH"})

_BEFORE_WORDS: Final = (
    "人民币 人民幣 人币 人幣 港币 港幣 新台币 台币 美元 美金 欧元 英镑 日元 "
    "dollar dollars pounds euros Dollar Euro EURO POUND"
)


def _is_letter(c: str) -> bool:
    return c.isascii() and c.isalpha()


def _spellings(name: str) -> Iterator[str]:
    """Yield a name with its optional blank spaces present and absent; "US$" and the like in small letters too."""
    forms = {name.replace("_", " "), name.replace("_", "")}
    yield from forms
    if name.endswith("_$"):
        yield from (form.lower() for form in forms)


def _rows() -> Iterator[tuple[Unit, list[str], list[str], list[str]]]:
    for table, general in ((GENERAL, True), (CURRENCIES, False)):
        for code, (signs, english, chinese) in table.items():
            yield Unit(code, general=general), signs.split(), english.split(), chinese.split()
    for code, (english_coin, chinese_coin) in COINS.items():
        yield Unit(code, HUNDREDTH), [], english_coin.split(), chinese_coin.split()


def _codes() -> dict[str, Unit]:
    """Return each ISO code, in capitals and where no word stands in the way in small letters, with its unit."""
    codes = {}
    for code in (*(CURRENCIES.keys() - _OBSOLETE), *_OTHER_CODES.split()):
        codes[code] = Unit(code)
        if code not in _UPPER_ONLY:
            codes[code.lower()] = codes[code.title()] = Unit(code)
    return codes


def _signs() -> dict[str, Unit]:
    return {spelling: unit for unit, signs, _, _ in _rows() for sign in signs for spelling in _spellings(sign)}


def _names() -> dict[str, Unit]:
    names = {}
    for unit, _, english, chinese in _rows():
        for name in english:
            for spelling in _spellings(name):
                names[spelling] = unit
                names.setdefault(spelling + "s", unit)
        names.update(dict.fromkeys(chinese, unit))
    return names


_CODES: Final = _codes()
_SIGNS: Final = _signs()
_NAMES: Final = _names()
_UNITS: Final = {**_NAMES, **_SIGNS, **_CODES, "块": Unit("CNY", general=True)}

_BEFORE: Final[dict[str, tuple[Unit, Decimal]]] = {
    **{
        scale + code: (unit, factor)
        for scale, factor in _SCALES.items()
        for code, unit in _CODES.items()
        if code.isupper()
    },
    **{name: (_UNITS[name.lower()], Decimal(1)) for name in _BEFORE_WORDS.split()},
    **{sign: (unit, Decimal(1)) for sign, unit in {**_CODES, **_SIGNS}.items()},
}
BEFORE_ENDS: Final = frozenset(name[-1] for name in _BEFORE)
"""The characters that a name of a currency before a figure may end with: a cheap test before `before`."""

_BEFORE_LONGEST: Final = max(map(len, _BEFORE))


def _alternatives(names: dict[str, Unit]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


_AFTER: Final = re.compile(
    rf"(?P<scale>[MK])?(?P<code>{_alternatives(_CODES)})(?![A-Za-z0-9])"
    rf"|(?P<sign>{_alternatives(_SIGNS)})(?![A-Za-z0-9])"
    rf"|(?P<english>(?i:{_alternatives({n: u for n, u in _NAMES.items() if n.isascii() or 'ó' in n or 'ł' in n})}))"
    rf"(?![A-Za-z])"
    rf"|(?P<chinese>{_alternatives({n: u for n, u in _NAMES.items() if n[0] > '⺀' and n != '元'})}"
    rf"|元(?![{_NOT_AFTER}])|块(?![^\s，。！？；：、,.!?;:)）”」]))"
)
AFTER_STARTS: Final = frozenset(
    name[:2].lower() if name[0].isalpha() else name[0]
    for name in (*_UNITS, *(scale + code for scale in _SCALES for code in _CODES))
)
"""What a currency after a figure may start with, a sign or two small letters: a cheap test before `after`."""


def before(text: str, end: int, floor: int = 0) -> tuple[Unit, Decimal, int] | None:
    """Return the currency named right before an offset, what it multiplies by (MUSD), and where it starts."""
    if not end or text[end - 1] not in BEFORE_ENDS:
        return None
    for start in range(max(floor, end - _BEFORE_LONGEST), end):
        found = _BEFORE.get(text[start:end])
        if found and not (text[start].isalpha() and text[start].isascii() and start and _is_letter(text[start - 1])):
            return *found, start
    return None


def after(text: str, start: int) -> tuple[Unit, Decimal, int] | None:
    """Return the currency named right after an offset, what it multiplies by, and where its name ends."""
    match = _AFTER.match(text, start)
    if match is None:
        return None
    name = match[match.lastgroup or 0]
    if match["sign"] and name.isalpha() and not text[start - 1 : start].isspace():
        return None  # 36kr
    unit = _UNITS.get(name) or _UNITS[name.lower()]
    return unit, _SCALES[match["scale"] or ""], match.end()
