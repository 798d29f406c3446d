"""The newsroom that an article itself names as the source of its news: a by-line, a release wire, an attribution.

Ten mastheads that print one agency's copy, or tell what one paper "reported", are one origin however they word it.
"""

from __future__ import annotations

import re
from typing import Final

from dealwire.model import Provider

READ: Final = 6000
"""Characters at the beginning of an article in which an attribution counts; so do its last `CREDIT`."""
CREDIT: Final = 300

_WRITTEN: Final = {
    "Reuters": r"Reuters|路透社?",
    "Bloomberg": r"Bloomberg(?: News)?|彭博社?(?:新闻社)?",
    "Associated Press": r"Associated Press|AP(?= ?\)|[ \w]{0,12}(?:reported|—|–))|美联社",
    "Agence France-Presse": r"Agence France-Presse|AFP|法新社",
    "Dow Jones": r"Dow Jones(?: Newswires)?|Wall Street Journal|WSJ|华尔街日报|道琼斯",
    "Financial Times": r"Financial Times|金融时报",
    "New York Times": r"New York Times|纽约时报",
    "CNBC": r"CNBC",
    "The Information": r"The Information(?= (?:first |earlier )?report|\b(?=[,.]))",
    "Nikkei": r"Nikkei(?: Asia)?|日经(?:亚洲|新闻|中文网)?",
    "TechCrunch": r"TechCrunch",
    "Axios": r"Axios",
    "Kyodo": r"Kyodo(?: News)?|共同社",
    "Yonhap": r"Yonhap|韩联社",
    "Press Trust of India": r"Press Trust of India|PTI",
    "Xinhua": r"Xinhua|新华社",
    "Cailianshe": r"财联社",
    "LatePost": r"LatePost|晚点(?:LatePost)?",
}
_RELEASES: Final = r"PR ?Newswire|Business ?Wire|GlobeNewswire|Globe Newswire|ACCESSWIRE|美通社|美国商业资讯"
RELEASE: Final = "a party's release"

_NAME: Final = "|".join(_WRITTEN.values())
_BYLINE: Final = re.compile(
    rf"[(（\[](?P<name>{_NAME})[)）\]]|[/(（](?P<release>{_RELEASES})|(?P<wired>{_RELEASES})\s*[/)）–—-]"
)
_CITED: Final = re.compile(
    rf"(?:according to|reported by|cited by|told)\s+(?:an? )?(?:report (?:by|from|in) )?(?:the )?(?P<by>{_NAME})\b"
    rf"|\b(?P<says>{_NAME})\s+(?:first |earlier |has |had |also )?(?:report(?:ed|s)\b|said\b|says\b|wrote\b)"
    rf"|据《?(?P<ju>{_NAME})》?[^。，,]{{0,8}}(?:报道|消息|援引|获悉)"
    rf"|(?P<bao>{_NAME})》?[^。，,]{{0,6}}(?:报道称?|援引)"
)
_AGENCIES: Final = [(name, re.compile(written)) for name, written in _WRITTEN.items()]


def agency(content: str, provider: Provider) -> str | None:
    """Return the newsroom whose copy or word an article passes on, by one name; None where it names none.

    A by-line goes before an attribution. An agency's own article names it by its publisher.
    """
    if provider.name and (own := _called(provider.name)):
        return own
    told = content[:READ]
    found = _BYLINE.search(told) or _BYLINE.search(content[max(READ, len(content) - CREDIT) :]) or _CITED.search(told)
    if found is None:
        return None
    if found.re is _BYLINE and not found["name"]:
        return RELEASE
    return _called(next(part for part in found.groups() if part))


def _called(written: str) -> str | None:
    return next((name for name, form in _AGENCIES if form.match(written)), None)
