"""Of which country a text says that an organisation is: "the Indian fintech X", "X, a German startup", 德国公司X.

The value is the text's word for it ("Indian"); which country that is, `dealwire.core.places` knows. A sum's currency
tells nothing, and neither does a word for a market, a cuisine or a language: "a Chinese food chain", 美国上市公司.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dealwire.core.countries import CODES
from dealwire.core.places import REGIONS
from dealwire.model import OrganisationFact, Told

FIELD: Final = "country"
_SURE: Final = 0.9
_WINDOW: Final = 90

_OTHERWISE: Final = frozenset({"Chad", "Cuba", "Dominica", "Guinea", "Jersey", "Jordan", "Mali", "Niger", "Turkey"})
"""Names that seldom stand before a noun as where something is from."""
_ENGLISH: Final = "|".join(
    re.escape(word) for word in sorted(CODES, key=len, reverse=True) if word.isascii() and word not in _OTHERWISE
)
_NATION: Final = rf"(?<![\w-])(?<!and )(?<!or )(?P<nation>{_ENGLISH})"
_NOT_OF: Final = (
    r"(?! (?:and|or|food|foods|cuisine|restaurants?|language|languages|learning|tutoring|translation|wine|art|stocks?"
    r"|shares?|bonds?|equities|market|markets|listed|investors?|rival|subsidiary|unit|arm|parent|government|state)\b)"
)
_NOUN: Final = (
    r"(?:startups?|start-ups?|scale-ups?|scaleups?|company|firm|business|unicorn|group|lab|outfit|venture|developer|maker"
    r"|provider|platform|fintech|insurtech|proptech|biotech|edtech|agritech|healthtech|neobank|bank|insurer|lender"
    r"|retailer|operator|manufacturer|supplier|specialist|marketplace|chain|brand|giant|chipmaker|carmaker|automaker"
    r"|drugmaker|airline|publisher|studio|exchange|broker|app|producer|builder|designer|distributor|supermarket|utility"
    r"|label|agency|consultancy|foundry|miner|shipper|carrier|[a-z]{3,12}maker)"
)
_DESCRIBED: Final = rf"{_NATION}{_NOT_OF} (?:[a-zA-Z][\w-]* ){{0,5}}?{_NOUN}"
_BEFORE: Final = re.compile(rf"{_NATION}{_NOT_OF} (?:[a-z][\w-]* ){{0,4}}{_NOUN} [“\"]?\Z")
_IN_HEADLINE: Final = re.compile(
    rf"{_NATION}{_NOT_OF} (?:[A-Z][\w-]* ){{0,3}}(?:Startup|Start-Up|Maker|Developer|Provider|Platform|Fintech|Biotech"
    r"|Unicorn|Chipmaker|Carmaker|Firm) \Z"
)
_AFTER: Final = re.compile(rf"[”\"]?,?(?: which| that)?(?: is| was)? (?:an?|the) {_DESCRIBED}\b")

_CITIES: Final = "深圳 杭州 广州 苏州 成都 南京 武汉 西安 合肥 东莞 宁波 无锡 厦门 青岛"
_CHINESE: Final = "|".join(
    sorted({word for word in (*CODES, *REGIONS, *_CITIES.split()) if not word.isascii()}, key=lambda w: (-len(w), w))
)
_NOT_IN: Final = r"(?![的在向对和与及、，。；]|上市|市场|客户|用户|业务|投资|基金|资本|领投)"
_KIND: Final = (
    r"(?:公司|企业|初创|创企|厂商|制造商|开发商|供应商|服务商|运营商|零售商|平台|机构|独角兽|品牌|团队|开发者|巨头|新秀"
    r"|车企|药企)"
)
_BEFORE_CHINESE: Final = re.compile(
    rf"(?P<nation>{_CHINESE})(?:{_NOT_IN}[\u4e00-\u9fffA-Za-z0-9-]){{0,10}}{_KIND}[“「《]?\Z"
)
_FROM: Final = re.compile(
    rf"(?:位于|来自)(?P<nation>{_CHINESE})市?的(?:{_NOT_IN}[\u4e00-\u9fffA-Za-z0-9-]){{0,14}}[“「]?\Z"
)
_AFTER_CHINESE: Final = re.compile(
    rf"[”」]?(?:（[^）]{{1,40}}）)?[，,]?(?:是|为)?一?家(?:来自|位于|总部位于)?(?P<nation>{_CHINESE})市?的?"
    rf"(?:{_NOT_IN}[\u4e00-\u9fffA-Za-z0-9-]){{0,12}}{_KIND}"
)


def find(content: str, names: Sequence[Told[str]]) -> Iterator[OrganisationFact]:
    """Yield what a text says of the country of the organisations named in it, in no order."""
    for name in names:
        before = content[max(0, name.start - _WINDOW) : name.start]
        for pattern in (_BEFORE, _IN_HEADLINE, _BEFORE_CHINESE, _FROM):
            if found := pattern.search(before):
                yield _fact(name, found, name.start - len(before))
        after = content[name.end : name.end + _WINDOW * 2]
        for pattern in (_AFTER, _AFTER_CHINESE):
            if found := pattern.match(after):
                yield _fact(name, found, name.end)


def _fact(organisation: Told[str], found: re.Match[str], offset: int) -> OrganisationFact:
    start, end = found.span("nation")
    word = found["nation"]
    return OrganisationFact(organisation, FIELD, Told(word, start + offset, end + offset, word, _SURE))
