"""Which country a place lies in, by the words that a text gives; None where they leave it open."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from dealwire.core.countries import CODES

STATES: Final = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana "
    "Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana "
    "Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming"
)
MORE_STATES: Final = (
    "New York", "New Jersey", "New Mexico", "New Hampshire", "North Carolina", "South Carolina", "North Dakota",
    "South Dakota", "Rhode Island", "West Virginia", "Washington State", "Silicon Valley", "Bay Area",
    "San Francisco Bay Area", "San Francisco", "Washington", "Washington DC",
    "NYC", "Southern California", "Northern California",
)  # fmt: skip
SHORT_STATES: Final = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC Calif Mass Mich Minn Penn Tex Wash Conn Colo Fla Ill "
    "Ind Neb Wis Ore Ariz"
)
REGIONS: Final[Mapping[str, str]] = {
    **dict.fromkeys((*STATES.split(), *MORE_STATES), "US"),
    **dict.fromkeys(("Barcelona",), "ES"),
    **dict.fromkeys(("Milan", "Turin"), "IT"),
    **dict.fromkeys(("Geneva",), "CH"),
    **dict.fromkeys(("Oxford", "Bristol", "England", "Scotland", "Wales"), "GB"),
    **dict.fromkeys(("Delft", "Eindhoven", "The Hague"), "NL"),
    **dict.fromkeys(("Vancouver", "Ontario", "Quebec", "British Columbia", "Alberta", "Manitoba", "Nova Scotia"), "CA"),
    **dict.fromkeys(("Bavaria", "Saxony"), "DE"),
    **dict.fromkeys(("Karnataka", "Maharashtra", "Tamil Nadu", "Telangana", "Haryana", "Gujarat", "Kerala"), "IN"),
    **dict.fromkeys(("New South Wales", "Queensland", "Tasmania"), "AU"),
    **dict.fromkeys(("Catalonia", "Andalusia"), "ES"),
    **dict.fromkeys(
        (
            "Guangdong", "Zhejiang", "Jiangsu", "Sichuan", "Shandong", "Fujian", "Hubei", "Hunan", "Henan", "Hebei",
            "Anhui", "Shaanxi", "Shanxi", "Jiangxi", "Liaoning", "Yunnan", "Guangxi", "Guizhou", "Hainan",
            "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北",
            "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "广西", "内蒙古", "宁夏", "新疆",
            "西藏", "长三角", "粤港澳大湾区", "中关村", "北京", "上海", "天津", "重庆",
        ),
        "CN",
    ),
}  # fmt: skip
"""Parts of countries, which tell the country; and cities of which others bear the name, but not in the news."""

COUNTRY_TOLD_BY: Final = frozenset({"headquarters", "country"})
"""The facts of an organisation that tell its country."""

LONGEST: Final = 6
"""Characters of a name of a place in Chinese."""


def plain(name: str) -> str:
    """Return a name of a place as it is looked up: without accents, case, full stops."""
    bare = unicodedata.normalize("NFKD", name)
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).casefold().replace(".", "").split())


_COUNTRIES: Final = {plain(word): code for word, code in CODES.items()}
_REGIONS: Final = {plain(name): code for name, code in REGIONS.items()}
_AFTER_CITY: Final = {**_REGIONS, **{plain(short): "US" for short in SHORT_STATES.split()}}


class Places:
    """Knows the countries of the world, their parts, and cities by the names that tell one country alone."""

    __slots__ = ("_cities",)

    def __init__(self, cities: Mapping[str, str]) -> None:
        self._cities = cities

    def country(self, words: str) -> str | None:
        """Return the code (ISO 3166-1 alpha-2) of the country that words for a place or an origin tell.

        "Berlin", "Austin, Texas", "Indian", 深圳市南山区. What follows a comma decides, where it tells a country.
        """
        first, _, rest = words.strip().partition(",")
        if rest and (code := _COUNTRIES.get(plain(rest)) or _AFTER_CITY.get(plain(rest))):
            return code
        name = plain(first).removeprefix("the ").removeprefix("greater ")
        return _COUNTRIES.get(name) or _REGIONS.get(name) or self._cities.get(name) or self._chinese(name)

    def _chinese(self, name: str) -> str | None:
        """Look up what a name in Chinese begins with: 深圳市南山区 begins with 深圳."""
        if not name or name[0].isascii():
            return None
        for end in range(min(len(name), LONGEST), 1, -1):
            begins = name[:end]
            if code := _COUNTRIES.get(begins) or _REGIONS.get(begins) or self._cities.get(begins):
                return code
        return None


NOWHERE: Final = Places({})
"""Knows countries and their parts, and no city."""


def read(lines: Iterable[str]) -> dict[str, str]:
    """Read a table of cities: a line a country, `code:name;name`."""
    rows = (line.rstrip("\n").partition(":") for line in lines if not line.startswith("#"))
    return {name: code for code, _, names in rows for name in names.split(";")}


def most_told(articles: Iterable[Mapping[str, int]]) -> str | None:
    """Return the country that most articles tell of an organisation, by how many tell each of it; None for a tie.

    There is one mapping for each of its names.
    """
    counts: Counter[str] = Counter()
    for its in articles:
        counts.update(its)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
