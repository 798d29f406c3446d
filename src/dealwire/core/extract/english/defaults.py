"""What a round is when the text gives it no label."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.assemble import Draft, fold
from dealwire.core.extract.english import words as w
from dealwire.model import Role, Round

_CORPORATIONS: Final = w.words(
    "softbank nvidia google microsoft amazon apple meta facebook intel amd qualcomm samsung "
    "sony toyota honda hyundai kia bmw volkswagen vw ford gm stellantis mercedes-benz bosch siemens ibm oracle "
    "salesforce sap cisco dell hp baidu bytedance jd meituan xiaomi huawei didi uber lyft grab sea visa "
    "mastercard paypal stripe coinbase binance ripple tether nyse nasdaq cme ice disney comcast netflix "
    "walmart target unilever nestle pepsico pfizer merck novartis roche bayer astrazeneca gsk sanofi lilly "
    "amgen gilead biogen shell bp exxonmobil chevron totalenergies equinor aramco reliance tata infosys "
    "mahindra foxconn tsmc micron broadcom arm snowflake databricks servicenow adobe workday openai anthropic "
    "tesla boeing airbus lockheed northrop raytheon verizon at&t t-mobile vodafone telefonica orange naver "
    "kakao line rakuten lg sk ntt docomo kddi panasonic hitachi mitsubishi mitsui sumitomo itochu denso "
    "yamaha ikea maersk fedex ups dhl basf dow dupont cargill"
)
"""Companies that do business of their own and are named without a word that says so."""

_CORPORATE: Final = re.compile(
    r"\b(?:Inc|Corp|Corporation|Motors?|Pharma\w*|Electronics|Energy|Technolog(?:y|ies)|Airlines?|Media|"
    r"Foods|Systems|Semiconductors?|Software|Industries|Airways|Telecom\w*|Laborator(?:y|ies)|"
    r"Biosciences|Therapeutics|Health|Healthcare|Entertainment|Automotive|Aerospace|Petroleum|Steel|"
    r"Chemical\w*|Stock Exchange|Bank)\b"
)
_INVESTING: Final = re.compile(
    r"\b(?:Ventures?|Capital|Partners?|Funds?|Equity|Invest\w*|Management|VC|Angels?|Growth|Holdings?|"
    r"Advisors|Advisers|Accelerator|Associates|Family|Office|Asset|Assets|Credit|Finance|"
    r"Lending|Trust|Seed|Innovation|Labs?|Commission|Department|Ministry|Agency|Authority|Council|Foundation|Government|M12|GV|CapitalG|Next47|Foundry|University)\b",
    re.IGNORECASE,
)


_TRADES: Final = (
    r"(?:giants?|conglomerate|carmaker|automaker|chipmaker|drugmaker|retailer|airline|telco|grocer|manufacturer|"
    r"supplier|titan|major|utility|heavyweight|behemoth|car maker|chip maker|oil company|software company|"
    r"e-commerce company|internet company|tech company|technology company|subsidiary|network operator|telecom operator)"
)


def round_of(draft: Draft, content: str = "") -> Round:
    """Return `corporate_round` where a corporation is the only backer, else `series_unknown`.

    A corporation is known by its name, or by what the text calls it: "the e-commerce giant Acme".
    """
    backers = [told.value.name for told in draft.investors if told.value.role is not Role.ADVISER]
    if (
        len(backers) == 1
        and not _is_one_of_many(backers[0], content)
        and (_is_corporation(backers[0]) or _is_called_one(backers[0], content))
    ):
        return Round.CORPORATE_ROUND
    return Round.SERIES_UNKNOWN


def _is_one_of_many(name: str, content: str) -> bool:
    """Tell whether a text names a backer as one of several: "from investors including |Acme|", "|Acme| and others"."""
    own = re.escape(name)
    before = rf"\b{_SEVERAL},? (?:including|such as|like) (?:[\w’'-]{{1,20}} ){{0,3}}{own}\b"
    after = rf"\b{own},? {_WITH} (?:several |many |a number of )?(?:other|others|existing|angels?)\b"
    return re.search(f"{before}|{after}", content) is not None


_SEVERAL: Final = r"(?:investors|backers|others|shareholders|firms|companies|group|names)"
_WITH: Final = r"(?:and|among|as well as|along with|alongside)"


def _is_called_one(name: str, content: str) -> bool:
    if _INVESTING.search(name):
        return False
    own = re.escape(name)
    before = rf"\b{_TRADES}['’]?s?[ ,]{{1,2}}{own}\b"
    after = rf"\b{own}, (?:a|an|the|one of the)(?: [\w’'-]{{1,20}}){{0,5}} {_TRADES}\b"
    return re.search(f"{before}|{after}", content, re.IGNORECASE) is not None


def _is_corporation(name: str) -> bool:
    if _INVESTING.search(name):
        return False
    words = fold(name)
    return bool(_CORPORATE.search(name)) or (len(words) <= 2 and words[0] in _CORPORATIONS)
