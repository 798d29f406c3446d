"""The language of the interface: what was asked for, what was chosen before, what the browser prefers."""

from __future__ import annotations

import re
from collections.abc import Callable

from starlette.requests import Request

from dealwire.web.messages import LANGUAGES, MESSAGES

COOKIE = "lang"
"""The only cookie that a reader gets, and only once a language is chosen."""

_PREFERENCE = re.compile(r"\s*([a-zA-Z]{1,8})[^,;]{0,40}(?:;\s*q=([01](?:\.\d{0,3})?))?\s*")
_MOST = 500
"""Characters of Accept-Language that are looked at."""

Translate = Callable[..., str]


def of(request: Request) -> str:
    """Return the language to answer in."""
    for wanted in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wanted in LANGUAGES:
            return wanted
    return preferred(request.headers.get("accept-language", ""))


def preferred(accepts: str) -> str:
    """Return our language that an Accept-Language header (RFC 9110, 12.5.4) ranks highest, else English."""
    ranked: list[tuple[float, int, str]] = []
    for n, part in enumerate(accepts[:_MOST].split(",")):
        found = _PREFERENCE.fullmatch(part)
        if found and (language := found[1].lower()) in LANGUAGES:
            ranked.append((-float(found[2] or 1), n, language))
    best = min(ranked, default=(0.0, 0, "en"))
    return best[2] if best[0] < 0 or not ranked else "en"


def translator(language: str) -> Translate:
    """Return the function that gives a message of the table in a language, its {fields} filled in.

    A term that the table lacks, such as a topic, comes back as it is, with blanks for underscores: what the store holds
    may be newer than the table. Of one (`n` is 1), a message may have words of its own, under its key and ".one".
    """
    n = LANGUAGES.index(language)

    def t(key: str, **fields: object) -> str:
        if key not in MESSAGES:
            return key.rpartition(".")[2].replace("_", " ")
        text = MESSAGES.get(f"{key}.one" if fields.get("n") == 1 else key, MESSAGES[key])[n]
        return text.format(**fields) if fields else text

    return t
