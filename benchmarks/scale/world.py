"""Who there is in the synthetic world: companies, investors, people, mastheads, each made from its number alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random


def listed(words: str, apart: str | None = None) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(words.split(apart))


_STARTS = listed(
    "Al Ar Bel Bor Cal Cor Dax Dro Ely Est Fen For Gal Gri Hol Hul Ist Jor Kel Kri Lum Mar Mol Nor Nul Or Pel "
    "Pra Quil Ros Sel Ska Tar Tri Umb Vel Vor Wen Wy Xan Yar Yev Zel Zu"
)
_MIDDLES = listed("a e i o u ari ela ino ora ume anta esti ivo osca undra")
_ENDS = listed("ban cora dell dyne fex gon hart is lyn mond nix phos quen ria ssa thos vant wick xis zor")
_FIRST = listed(
    "Amber Arctic Birch Bold Brass Bright Broad Calm Canyon Cedar Clear Cloud Cobalt Copper Coral Crimson Delta "
    "Distant Eager Early Ember Fern Field First Flint Forest Frost Glacier Golden Granite Harbor Hazel Heron "
    "Hidden Indigo Iron Ivory Jade Juniper Keen Lake Linen Lively Lunar Maple Marble Meadow Mellow Misty Modern "
    "Noble North Oak Ocean Olive Onyx Opal Pine Plain Prairie Quiet Rapid Raven Red River Rustic Sage Scarlet "
    "Silent Silver Slate Solar Spring Steady Stone Summit Sunny Swift Tall Tidal Timber Topaz True Upland Velvet "
    "Violet Warm Western White Wild Willow Winter"
)
_SECOND = listed(
    "Anchor Arrow Atlas Axis Badger Beacon Bridge Brook Canvas Circuit Compass Crane Cube Current Dial Engine "
    "Falcon Ferry Finch Flow Forge Fox Frame Garden Gate Gear Grid Grove Hammer Helix Hive Horizon Hound Kernel "
    "Kite Ladder Lantern Lens Lever Loom Lynx Magnet Mast Mesh Mill Needle Nest Orbit Otter Paddle Panda Path "
    "Pebble Pilot Piston Pixel Plover Prism Pulse Quarry Quill Relay Rocket Rudder Sail Scout Shell Signal "
    "Sparrow Spindle Sprocket Stack Stream Switch Table Tempo Thread Tiger Torch Tower Trail Turbine Valve Vault "
    "Vector Wagon Wave Wharf Wheel Yard Zephyr"
)
_ENGLISH_TAILS = listed(
    "Labs AI Robotics Bio Health Systems Energy Security Software Pay Foods Motors Space Chips Games Analytics"
)
_HAN = (
    "安白百邦宝博才辰晨诚川创春达丹德鼎东敦帆方飞丰峰福光广贵国海涵翰航昊浩和恒弘宏鸿华辉慧吉佳嘉简江金锦京晶景敬君"
    "钧凯康科可坤蓝乐力立联良林凌龙隆鲁路满茂美米民明铭木牧南宁诺鹏平普奇启谦强乔清晴庆秋泉仁荣融锐瑞若三森山尚深升盛石"
    "世舒朔思松苏太泰唐涛天通同图万旺威微维伟文闻沃西希熙仙翔小晓心欣新信星兴行修旭轩雪雅炎阳耀业一依亿义益逸音引盈永优"
    "友宇羽雨玉育誉元源远悦云允泽展张昭哲真振正知志智中众周竹卓子宗祖"
)
_CHINESE_TAILS = listed("科技 智能 机器人 生物 医疗 能源 半导体 软件 数据 汽车 航天 食品 材料 光电 网络 安全")
SECTORS = listed(
    "software ai robotics biotech health software energy security software fintech food mobility space chips "
    "games software"
)

_CHINESE_CITIES = listed("北京 上海 深圳 杭州 苏州 广州 成都 武汉 南京 西安 合肥 天津")
CITIES = listed(
    "Austin Berlin Boston Chicago Copenhagen Denver Dublin Hamburg Helsinki Jakarta Lagos Lisbon London Lyon "
    "Madrid Manila Melbourne Milan Mumbai Munich Nairobi Oslo Paris Prague Seattle Seoul Singapore Stockholm "
    "Sydney Tallinn Tokyo Toronto Vienna Warsaw Zurich"
)
_FUNDS = listed("Ventures Capital Partners Growth Fund Equity")
_CHINESE_FUNDS = listed("资本 创投 投资 基金 产业基金")
_GIVEN = listed(
    "Ada Ahmed Aisha Alan Alice Amara Anders Anna Ben Bruno Carla Chen Clara Daniel Diego Elena Emeka Emma Erik "
    "Fatima George Grace Hana Hugo Ines Ivan James Jana Joon Julia Karim Kate Lars Laura Leo Lina Lucas Maria "
    "Marta Mei Nadia Noah Olga Omar Oscar Paula Peter Priya Rafael Rosa Ruth Samir Sara Sofia Sven Tara Tom Vera "
    "Wei Yara Zoe"
)
_FAMILY = listed(
    "Abbott Adeyemi Alvarez Anand Baker Bauer Becker Bergman Brandt Carter Castro Costa Dalton Diaz Duarte "
    "Eriksen Farouk Fischer Forde Garcia Green Haas Hansen Haruki Hassan Holm Ibrahim Ito Jensen Kamara Keller "
    "Khan Kowalski Kumar Lam Larsen Lindgren Lopez Marsh Mendes Meyer Molina Moreau Nakata Novak Okafor Okoye "
    "Olsen Osei Park Patel Pereira Quinn Rahman Reyes Rossi Ruiz Sato Schmidt Silva Singh Soto Stein Tanaka "
    "Torres Vargas Vogel Walsh Weber Wright Yilmaz Zhou"
)
_CHINESE_FAMILY = "陈程邓丁杜方冯高顾郭韩何胡黄江蒋李梁林刘罗马孟潘彭钱沈宋孙唐田汪王魏吴夏谢徐许杨叶袁张赵郑周朱"

_ENGLISH_ROOTS = len(_STARTS) * len(_MIDDLES) * len(_ENDS) * len(_ENDS)
_ENGLISH_PAIRS = len(_FIRST) * len(_SECOND)
_CHINESE_PAIRS = len(_HAN) ** 2


@dataclass(frozen=True, slots=True)
class Company:
    """A company: what it is called in English and in Chinese, at home where, in what."""

    number: int
    english: str
    chinese: str
    city: str
    chinese_city: str
    sector: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """A publisher, its language, and whether it prints what agencies send."""

    name: str
    domain: str
    lang: str


def _spread(number: int, of: int) -> int:
    """Return another number under `of` for each number under it, far from that of its neighbours."""
    return (number * 7_368_787 + 104_729) % of  # a prime above every `of`, so that no two meet


@lru_cache(maxsize=20_000)
def company(number: int) -> Company:
    """Return a company by its number; no two under 100,000 have a name in common."""
    at, kind = divmod(number, 3)
    tail = _ENGLISH_TAILS[(number * 5 + number // 16) % len(_ENGLISH_TAILS)]
    if kind:
        name = _invented(_spread(at * 2 + kind - 1, _ENGLISH_ROOTS))
        english = name if number % 5 == 0 else f"{name} {tail}"
    else:
        again, n = divmod(at, _ENGLISH_PAIRS)
        pair = _spread(n, _ENGLISH_PAIRS)
        tail = _ENGLISH_TAILS[(again + n) % len(_ENGLISH_TAILS)]
        english = f"{_FIRST[pair % len(_FIRST)]} {_SECOND[pair // len(_FIRST)]} {tail}"
    at, long = divmod(number, 2)
    stem = _spread(at, _CHINESE_PAIRS) if not long else _spread(at, _CHINESE_PAIRS * len(_HAN))
    chinese = ""
    for _ in range(2 + long):
        stem, sign = divmod(stem, len(_HAN))
        chinese += _HAN[sign]
    which = (at + at // _CHINESE_PAIRS) % len(_CHINESE_TAILS)
    return Company(
        number,
        english,
        chinese + _CHINESE_TAILS[which],
        CITIES[number * 11 % len(CITIES)],
        _CHINESE_CITIES[number * 5 % len(_CHINESE_CITIES)],
        SECTORS[_ENGLISH_TAILS.index(tail)],
    )


def _invented(n: int) -> str:
    n, a = divmod(n, len(_STARTS))
    n, b = divmod(n, len(_MIDDLES))
    n, c = divmod(n, len(_ENDS))
    return _STARTS[a] + _MIDDLES[b] + _ENDS[c] + (_ENDS[n] if n else "")


def invented(rng: Random) -> str:
    """Draw a word that is nobody's name: a product's, a law's, a place's."""
    return _invented(rng.randrange(_ENGLISH_ROOTS))


INVESTORS = 3000


@lru_cache(maxsize=INVESTORS)
def investor(number: int) -> tuple[str, str]:
    """Return what an investor is called in English and in Chinese; there are 3,000."""
    rng = Random(f"investor {number}")
    pair = (number * 2_741 + 977) % _ENGLISH_PAIRS
    first, second = _FIRST[pair % len(_FIRST)], _SECOND[pair // len(_FIRST)]
    english = f"{first}{second.lower()} {rng.choice(_FUNDS)}"
    stem = (number * 7_919 + 31) % _CHINESE_PAIRS
    return english, _HAN[stem % len(_HAN)] + _HAN[stem // len(_HAN)] + rng.choice(_CHINESE_FUNDS)


def some_investor(rng: Random) -> tuple[str, str]:
    """Draw an investor, the early numbers far more often."""
    return investor(int(INVESTORS * rng.random() ** 3))


def person(rng: Random) -> str:
    """Draw a person's name."""
    return f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}"


def chinese_word(of: str) -> str:
    """Return a made-up Chinese word for an invented English one."""
    return "".join(Random(of).choices(_HAN, k=3))


def chinese_person(rng: Random) -> str:
    """Draw a Chinese person's name."""
    return rng.choice(_CHINESE_FAMILY) + "".join(rng.choices(_HAN, k=rng.choice((1, 2, 2))))


def _mastheads() -> tuple[Masthead, ...]:
    papers = listed("Herald Courier Ledger Chronicle Dispatch Tribune Business Tech Wire Monitor")
    told = [Masthead(f"{c} {p}", f"{c}-{p}.example".lower(), "en") for p in papers for c in CITIES]
    chinese = listed("科技报 财经网 创业邦 观察 商报 日报")
    told += [
        Masthead(c + p, f"{n}-{m}.cn.example", "zh")
        for m, p in enumerate(chinese)
        for n, c in enumerate(_CHINESE_CITIES)
    ]
    Random("mastheads").shuffle(told)
    return tuple(told)


_MASTHEADS = _mastheads()
MASTHEADS = {lang: tuple(m for m in _MASTHEADS if m.lang == lang) for lang in ("en", "zh")}


def masthead(rng: Random, lang: str) -> Masthead:
    """Draw a publisher that writes in a language, the great ones more often."""
    those = MASTHEADS[lang]
    return those[int(len(those) * rng.random() ** 2)]
