"""One URL for one article: the form under which its copies meet.

Own code, since the general cleaners leave AMP, scheme and host alone, or drop by a pattern
parameters ("cid", "uid") that tell two articles of one site apart. Here a parameter goes only where its name, or its
name with its value, is known to track.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, unquote_to_bytes, urlsplit

_LONGEST = 4096
_TRACKING_PREFIXES = (
    "utm_",
    "mtm_",
    "pk_",
    "hsa_",
    "vero_",
    "oly_",
    "_hs",
    "__hs",
    "wt.",
    "at_medium",
    "at_campaign",
    "amp_",
)
_TRACKING = frozenset(
    {
        "__twitter_impression",
        "_ga",
        "_gl",
        "amp",
        "cmp",
        "cmpid",
        "dclid",
        "fbclid",
        "feature_rss",
        "from_rss",
        "ga_campaign",
        "ga_medium",
        "ga_source",
        "gbraid",
        "gclid",
        "gclsrc",
        "guccounter",
        "guce_referrer",
        "guce_referrer_sig",
        "hss_channel",
        "icid",
        "igsh",
        "igshid",
        "isappinstalled",
        "jsessionid",
        "mc_cid",
        "mc_eid",
        "mkt_tok",
        "msclkid",
        "ncid",
        "nsukey",
        "ocid",
        "outputtype",
        "phpsessid",
        "ref_src",
        "ref_url",
        "referrer",
        "rss_source",
        "s_cid",
        "scm",
        "sessionid",
        "share_from",
        "share_medium",
        "share_source",
        "share_token",
        "sharefrom",
        "sharer",
        "sharesource",
        "smid",
        "spm",
        "spm_id_from",
        "sr_share",
        "srnd",
        "trk",
        "trkcampaign",
        "ttclid",
        "twclid",
        "usqp",
        "wbraid",
        "xtor",
        "yclid",
    }
)
# Parameters that track only with such a value.
_TRACKING_VALUES = {
    "f": {"rss", "feed"},
    "from": {
        "rss",
        "feed",
        "timeline",
        "singlemessage",
        "groupmessage",
        "wechat",
        "weixin",
        "weibo",
        "qq",
        "share",
        "search",
    },
    "source": {"rss", "feed", "newsletter", "twitter", "facebook", "linkedin", "wechat", "weibo", "share"},
    "ref": {
        "rss",
        "feed",
        "newsletter",
        "twitter",
        "facebook",
        "linkedin",
        "techmeme",
        "hackernews",
        "producthunt",
        "homepage",
    },
    "feed": {"rss", "atom"},
    "share": {"twitter", "facebook", "linkedin", "wechat", "weibo", "1"},
    "output": {"amp", "1amp"},
    "view": {"amp"},
    "feature": {"share", "rss"},
}
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_SAFE = frozenset(b"/!$'()*,:;=@+")
_QUERY_SAFE = frozenset(b"/!$'()*,:;=@+?")
_PLAIN = re.compile(r"[A-Za-z0-9\-._~/!$'()*,:;=@+]*")
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|shtml|jsp|aspx?)$", re.IGNORECASE)
_AMP_END = re.compile(r"(?<=[^/])(?:/amp|\.amp|/amp\.html)$", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^/;]*", re.IGNORECASE)
_BARE_HOST = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}(?:[/?]|$)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*|\[[0-9a-f:.]{2,45}\]")
_MINOR_HOSTS = re.compile(r"(?:www\d?|amp|m|mobile)\.(?=[^.]+\.)")
_GOOGLE_AMP = re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/amp/(s/)?(.+)", re.IGNORECASE | re.DOTALL)
_AMP_CACHE = re.compile(r"https?://[^/]+\.cdn\.ampproject\.org/[a-z]/(s/)?(.+)", re.IGNORECASE | re.DOTALL)


def canonical(url: str) -> str | None:
    """Return the canonical form of an http(s) URL, or None where it is no such URL. Applying it twice changes nothing.

    Gone are: the scheme's variant (always https), user names, "www.", "m." and "amp." before a host, default ports,
    session ids, tracking parameters, AMP's marks and caches, index pages, the trailing slash, and the fragment (but one
    that routes: "#!/…", "#/…").
    """
    form: str | None = url
    for _ in range(8):  # unwrapping can bare another wrapper; each round but the last shortens the URL
        if form is None:
            return None
        before, form = form, _once(form)
        if form == before:
            return form
    return None


def host(url: str) -> str | None:
    """Return the host of a URL in its canonical form, or None."""
    form = canonical(url)
    return None if form is None else form.split("/", 3)[2]


def _once(url: str) -> str | None:
    url = _unwrapped(_with_scheme(url.strip()))
    if len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in {"http", "https"}:
            return None
        port = parts.port
        name = _host(parts.hostname or "")
    except ValueError:  # a broken IPv6 address, a port that is no number
        return None
    if name is None:
        return None
    authority = name if port in {None, 80, 443} else f"{name}:{port}"
    path = _path(parts.path)
    query = _query(parts.query)
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return "".join(
        (
            "https://",
            authority,
            path or "/",
            f"?{query}" if query else "",
            f"#{_encoded(fragment, _QUERY_SAFE)}" if fragment else "",
        )
    )


def _with_scheme(url: str) -> str:
    if url.startswith("//"):
        return f"https:{url}"
    if not _SCHEME.match(url) and _BARE_HOST.match(url):
        return f"https://{url}"
    return url


def _unwrapped(url: str) -> str:
    for cache in (_GOOGLE_AMP, _AMP_CACHE):
        if match := cache.match(url):
            return f"https://{match[2]}"
    return url


def _host(name: str) -> str | None:
    name = unquote(name).rstrip(".").lower()
    if ":" in name:
        name = f"[{name}]"
    elif not name.isascii():
        name = name.encode("idna").decode("ascii")
    while match := _MINOR_HOSTS.match(name):
        name = name[match.end() :]
    return name if _HOST.fullmatch(name) else None


def _path(path: str) -> str:
    path = _encoded(_without_dots(_SESSION.sub("", path)), _PATH_SAFE)
    before = None
    while before != path:
        before = path
        path = _AMP_END.sub("", _INDEX.sub("", path).rstrip("/"))
    return path[4:] if path.lower().startswith("/amp/") else path


def _without_dots(path: str) -> str:
    """Resolve "." and ".." and doubled slashes; an empty segment after a colon stays ("/web/2024/https://example.com")."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            if kept:
                kept.pop()
        elif segment not in {"", "."} or (kept and kept[-1].endswith(":")):
            kept.append(segment)
    return "".join(f"/{segment}" for segment in kept)


def _encoded(text: str, safe: frozenset[int]) -> str:
    """Percent-encode what must be and nothing else, in capitals, so that equal texts are equal strings."""
    if _PLAIN.fullmatch(text):
        return text
    pieces: list[str] = []
    raw = text.encode("utf-8", "surrogatepass")
    index = 0
    while index < len(raw):
        byte = raw[index]
        if byte == 0x25 and (match := _PERCENT.match(raw, index)):
            byte = int(match[1], 16)
            pieces.append(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}")
            index += 3
            continue
        pieces.append(chr(byte) if byte in _UNRESERVED or byte in safe else f"%{byte:02X}")
        index += 1
    return "".join(pieces)


def _query(query: str) -> str:
    kept = []
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if pair and not _tracks(unquote(name).lower(), unquote_to_bytes(value).decode("utf-8", "replace").lower()):
            kept.append(_encoded(pair, _QUERY_SAFE))
    return "&".join(sorted(kept))


def _tracks(name: str, value: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES) or value in _TRACKING_VALUES.get(name, ())
