"""What the words of a name are worth: which tell an organisation apart, which merely describe it, and how names split into them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, as a range of a regular expression."""

MOST_WORDS = 16
"""Words of a name that are looked at."""


def _pairs(table: str) -> dict[str, str]:
    """Read "variant variant: canonical" entries, separated by commas or line feeds."""
    result = {}
    for entry in re.split(r"[,\n]", table):
        if entry.strip():
            variants, canonical = entry.split(":")
            result.update(dict.fromkeys(variants.split(), canonical.strip()))
    return result


# One spelling for the common words that writers vary.
CANONICAL = _pairs("""
technologies tech technology's: technology, labs laboratory laboratories: lab, ventures: venture, partners: partner, funds: fund
systems: system, solutions: solution, networks: network, investments investors: investment, robots robot: robotics
pharmaceuticals pharmaceutical: pharma, biotechnology biotechnologies: biotech, sciences: science, services: service
industries: industry, intl int'l: international, organisation: organization, organisations: organizations, labour: labor
centre: center, centres: centers, defence: defense, associates: associate, advisors advisers advisor: adviser, mgmt: management
1st: first, 2nd: second, 3rd: third, us usa: united states, uk: united kingdom, uae: emirates, therapeutic: therapeutics
""") | {"us": "us", "usa": "us"}

# Words that describe what an organisation does: writers add and drop them ("Moonshot", "Moonshot AI").
DESCRIPTIVE = frozenset("""
ai technology lab com io app hq net software robotics therapeutics bio biosciences bioscience biotech biotherapeutics biologics
pharma health genomics medical network security semiconductor semiconductors motor motors automotive auto aerospace
intelligence partner games gaming studio studios platform online web digital data quantum photonics systems' company inc
energy power materials batteries battery fusion space mobility foods pay payments analytics
""".split()) - {"digital", "data", "energy", "power", "health", "medical", "space", "pay", "payments", "foods", "platform"}

# Words that many names share and that do tell apart: an arm from its parent, a branch, a fund from its manager.
COMMON = DESCRIPTIVE | frozenset("""
capital venture fund investment management asset equity growth holding bank banking trust insurance securities financial finance
cloud group global international national general first united american european asian pacific atlantic world new great north south east
west central energy power health healthcare medical data digital space pay payments foods food platform media music sports entertainment
industry solution service system systems resources science sciences wealth real estate properties development foundation institute
university college school ministry government department state city of and the de for in on corporation organization association
council center business enterprise enterprises consulting communications telecom mobile internet electric electronics oil gas petroleum
steel chemical engineering construction railway airlines aviation logistics retail brands products vision innovation innovations
opportunity opportunities accelerator angels seed early series strategic research design creative education learning
china chinese chile india japan korea germany france britain england london berlin paris spain italy europe asia africa america americas
us usa uk canada australia singapore taiwan hong kong israel sweden denmark norway finland netherlands nederland norge ireland mexico brazil
estonia ethiopia armenia argentina austria switzerland schweiz beijing shanghai shenzhen hangzhou guangzhou emirates dubai
saudi arabia arabian russia turkey poland iran iraq chad york san francisco tokyo
""".split())

# Words glued to Chinese names, and the English word that does the same duty.
_GLUED_WORDS = _pairs("""
科技 技术 科学技术: technology, 智能 人工智能: intelligence, 智能科技: intelligence, 网络 网络科技 互联网: network, 信息 信息技术 信息科技: information
软件: software, 机器人: robotics, 生物 生物科技 生物技术: biotech, 医药 制药: pharma, 医疗 医疗科技 医学: medical, 汽车: motors, 半导体: semiconductor
微电子 电子 电子科技: electronics, 光电 光电子: photonics, 能源 新能源: energy, 材料 新材料: materials, 航天 航空航天: aerospace
文化 文化传媒 文化传播 传媒 传播: media, 教育 教育科技: education, 电子商务 电商: commerce, 数据 大数据: data, 数字: digital, 平台: platform
互动 互娱 娱乐: entertainment, 游戏: games, 商贸 贸易: trading, 供应链 供应链管理: supply, 物流: logistics, 健康 健康科技: health, 实业 工业: industry
股份: shares, 网 在线: online, 资讯 咨询 信息咨询 企业管理咨询: consulting, 服务: service, 装饰 装饰工程: decoration, 工程: engineering, 发展: development
体育: sports, 食品: foods, 餐饮 餐饮管理: catering, 旅游 旅行: travel, 广告: advertising, 影视 影业: film, 计算机: computing, 系统: system
资本 资本管理: capital, 创投 创业投资 风投 风险投资 创业投资管理: venture, 基金 基金管理 投资基金: fund, 股权投资 股权投资基金 股权投资管理: equity
投资 投资管理 投资咨询: investment, 资产 资产管理: asset, 产投 产业投资 产业基金: industrial fund, 证券: securities, 银行: bank, 保险: insurance
金融 金服: financial, 控股: holding, 云 云计算: cloud, 中国: china, 国际: international, 管理: management, 企业管理: management, 信托: trust, 孵化器: incubator
音乐: music, 研究院: institute, 实验室: lab, 大学: university, 支付: pay, 美元: dollar, 人民币: yuan, 合伙人: partner, 成长: growth, 种子: seed, 战投: strategic
""")

_GLUED_DESCRIPTIVE = frozenset("""
information electronics energy materials commerce data digital platform trading supply shares online consulting service decoration
engineering development sports foods catering travel advertising film computing system medical health education media logistics industry
""".split())
"""English words that, as the end of a Chinese name, merely describe."""

_LONGEST_GLUED = max(map(len, _GLUED_WORDS))

_PLACES = frozenset("""
北京 上海 天津 重庆 广东 江苏 浙江 山东 河南 四川 湖北 湖南 福建 安徽 河北 陕西 辽宁 江西 云南 广西 山西 贵州 吉林 黑龙江 内蒙古 新疆 甘肃 海南 宁夏 青海 西藏
深圳 广州 杭州 南京 苏州 成都 武汉 西安 长沙 厦门 青岛 宁波 无锡 合肥 郑州 济南 福州 东莞 佛山 大连 沈阳 昆明 南昌 珠海 常州 嘉兴 温州 绍兴 南通 泉州 烟台 石家庄
哈尔滨 长春 太原 贵阳 南宁 海口 兰州 乌鲁木齐 呼和浩特 银川 西宁 拉萨 徐州 扬州 镇江 台州 金华 湖州 芜湖 中山 惠州 潍坊 威海 洛阳 绵阳 桂林 香港 澳门 台湾
""".split())
_LONGEST_PLACE = max(map(len, _PLACES))
_PLACE_ENDINGS = ("省", "市", "特别行政区", "自治区", "区")

_RUNS = re.compile(rf"[{HAN}]+|[^{HAN}\s]+")
_HAN = re.compile(rf"[{HAN}]")
_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_NUMBERS = {word: number for number, word in enumerate(_UNITS.split())} | {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}


@dataclass(frozen=True, slots=True)
class Parts:
    """A folded name split up: `words` in one spelling each, of which `glued` describe a Chinese name; numbers; places it leads with.

    `compact` is the key without spaces, `han` whether it has Chinese characters.
    """

    words: tuple[str, ...]
    glued: frozenset[str]
    numbers: tuple[str, ...]
    places: frozenset[str]
    compact: str
    han: bool

    def describes(self, word: str) -> bool:
        """Tell whether a word of this name merely describes."""
        return word in DESCRIPTIVE or (word in self.glued and word in _GLUED_DESCRIPTIVE)

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that tell this name from others: those neither common nor merely descriptive, or failing such all."""
        rare = tuple(word for word in self.words if word not in COMMON and not self.describes(word))
        return rare or self.words


def _roman(word: str) -> str | None:
    if not _ROMAN.match(word):
        return None
    values = [_ROMAN_VALUES[letter] for letter in word]
    return str(sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True)))


def _number(word: str, first: bool) -> str | None:
    """Return a word's digits where it is a number: "2", "II" (but not as the first word: "X Development")."""
    if word.isdecimal():
        return str(int(word))
    return None if first else _roman(word)


def _split_han(run: str, at_end: bool) -> tuple[list[str], list[str], set[str]]:
    """Split a run of Chinese characters into its name proper, the descriptive words at its end, and the places around it."""
    places: set[str] = set()
    for size in range(_LONGEST_PLACE, 1, -1):
        if run[:size] in _PLACES and len(run) >= size + 2:
            places.add(run[:size])
            run = run[size:]
            for ending in _PLACE_ENDINGS:
                if run.startswith(ending) and len(run) >= len(ending) + 2:
                    run = run[len(ending) :]
            break
    tail: list[str] = []
    stripping = at_end
    while stripping:
        stripping = False
        for size in range(min(_LONGEST_GLUED, len(run) - 2), 0, -1):
            end = run[-size:]
            if end in _GLUED_WORDS or end in _PLACES:
                places.update({end} & _PLACES)
                tail[:0] = _GLUED_WORDS[end].split() if end in _GLUED_WORDS else []
                run = run[:-size]
                stripping = True
                break
    if run in _GLUED_WORDS and places:  # 北京银行: the place is the name
        return [min(places) + run], tail, set()
    return ([run] if run else []), tail, places


def _join_number_words(words: list[str]) -> list[str]:
    """Write "forty four" as 44, and a lone number word as digits."""
    joined: list[str] = []
    tens = False
    for word in words:
        number = _NUMBERS.get(word, int(word) if word.isdecimal() and len(word) == 1 else None)
        if tens and number is not None and 0 < number < 10:
            joined[-1] = str(int(joined[-1]) + number)
            tens = False
        else:
            joined.append(str(_NUMBERS[word]) if word in _NUMBERS else word)
            tens = word in _NUMBERS and _NUMBERS[word] >= 20
    return joined


@lru_cache(maxsize=65536)
def parts(key: str) -> Parts:
    """Split a folded name into the parts that names are compared by."""
    words: list[str] = []
    glued: set[str] = set()
    places: set[str] = set()
    runs = _RUNS.findall(key)[:MOST_WORDS]
    han = False
    for position, run in enumerate(runs):
        if _HAN.match(run):
            han = True
            core, tail, found = _split_han(run, at_end=position + 1 == len(runs) or runs[position + 1].isascii())
            words += core + tail
            glued.update(tail)
            places |= found
        else:
            words.append(CANONICAL.get(run, run))
    words = [part for word in _join_number_words(words) for part in word.split()] or [key]
    numbers = tuple(sorted(n for i, word in enumerate(words) if (n := _number(word, first=i == 0))))
    return Parts(tuple(words), frozenset(glued), numbers, frozenset(places), key.replace(" ", ""), han)
