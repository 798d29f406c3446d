"""Bytes to text, whatever encoding they are in and whatever they claim to be in."""

from __future__ import annotations

import codecs
import re
from email.message import Message

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF_32 = {b"<\0\0\0": "utf-32-le", b"\0\0\0<": "utf-32-be"}
# What browsers read for these names (WHATWG Encoding Standard).
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
}
# Python knows other codecs, of which some make no text ("base64") and some run what they are given ("unicode_escape").
_PAGE_ENCODINGS = (
    "ascii",
    "big5",
    "cp",
    "euc",
    "gb",
    "hz",
    "iso",
    "johab",
    "koi8",
    "mac",
    "shift_jis",
    "tis",
    "windows",
)
# Declarations that pages carry without anyone having looked: a Chinese text proves them wrong.
_OFTEN_WRONG = frozenset({"cp1252", "gb18030", "big5hkscs"})
# What the statistical guess is trusted to tell apart; it takes short Western text for anything under the sun.
_GUESSABLE = frozenset(
    {"cp1251", "koi8_r", "cp1253", "cp932", "shift_jis", "euc_jp", "euc_kr", "cp949", "big5", "gb18030"}
)
_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 8192
_SAMPLE = 64_000
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_PAIR = re.compile(rb"[\x80-\xff].?", re.DOTALL)
# The block of common characters of each encoding, and its punctuation.
_COMMON_BLOCKS = {
    "gb18030": re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]"),
    "big5hkscs": re.compile(rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]"),
}
# Characters that any running text in Chinese uses over and over, simplified and traditional.
_COMMON_HAN = "的一是不了在有人这中大来上国和到为年公司投资业這來國說們為與業資個個對於新"


def decode(body: bytes, declared: str | None = None) -> str:
    """Return the text of some bytes; never fails. See `decoded`."""
    return decoded(body, declared)[0]


def decoded(body: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text of some bytes and the encoding that they were read in; never fails.

    By order: byte order mark, UTF-8 if it is that, what is declared, what it looks like. Valid UTF-8 goes before the
    declaration, since pages that were saved anew keep the old one, and other text is hardly ever valid UTF-8 by chance.
    """
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return body.decode(codec, "replace"), codec
    if b"\0" in body[:_HEAD] and (name := _without_mark(body)):
        return body.decode(name, "replace"), name
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _cut_short(body, error):
            return body.decode("utf-8", "replace"), "utf-8"
    if (found := _as_declared(body, declared)) is not None:
        return found
    name = sniff(body)
    return body.decode(name, "replace"), name


def declared(body: bytes, media_type: str) -> str | None:
    """Return the encoding that a document declares: in its HTTP header (kept in the media type) or its first bytes."""
    if "charset" in media_type.lower():
        header = Message()
        header["content-type"] = media_type
        if named := header.get_content_charset():
            return named
    head = body[:_HEAD]
    match = _XML_DECLARED.match(head) or _DECLARED.search(head)
    return match[1].decode("ascii") if match else None


def _cut_short(body: bytes, error: UnicodeDecodeError) -> bool:
    """Tell whether UTF-8 is broken so late or so seldom that it is still UTF-8."""
    if error.start > 0 and error.reason == "unexpected end of data":
        return True
    broken = body[:_SAMPLE].decode("utf-8", "replace").count("\ufffd")
    multibyte = sum(byte >= 0xC2 for byte in body[:_SAMPLE])
    return broken * 20 <= multibyte and broken > 0


def _as_declared(body: bytes, declared: str | None) -> tuple[str, str] | None:
    try:
        name = codecs.lookup(declared.strip().lower()).name if declared else ""
    except (LookupError, ValueError):
        return None
    if not name.startswith(_PAGE_ENCODINGS):
        return None
    name = _SUPERSETS.get(name, name)
    if name in _OFTEN_WRONG:
        name = _chinese(body) or name
    text = body.decode(name, "replace")
    return (text, name) if text.count("\ufffd") * 50 <= len(text) else None


def sniff(body: bytes) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8."""
    if name := _chinese(body):
        return name
    if _is_western(body):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(body[:_SAMPLE]).best()
    return best.encoding if best is not None and best.encoding in _GUESSABLE else "cp1252"


def _without_mark(body: bytes) -> str | None:
    """Recognise UTF-16 and UTF-32 without a byte order mark: every other byte of its ASCII is NUL, or three in four."""
    sample = body[:4000]
    if sample[:4] in _UTF_32:  # "<" in four bytes
        return _UTF_32[sample[:4]]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < 8 or max(even, odd) * 10 < len(sample) or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_western(body: bytes) -> bool:
    """Tell whether high bytes stand alone among ASCII, as accented letters, dashes and quotes do in Western text."""
    sample = body[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    alone = sum(len(run) == 1 for run in _HIGH_RUN.findall(sample))
    return alone * 2 > high


def _chinese(body: bytes) -> str | None:
    """Recognise GB18030 and Big5 by how many of the characters are among each one's common ones.

    Nearly any pair of high bytes is *some* character in both, so that validity proves little, and statistical
    guessers take headlines for Korean or Cyrillic. But both sort the common characters into a block of their own.
    """
    sample = body[:_SAMPLE]
    pairs = _PAIR.findall(sample)
    common = {name: sum(map(bool, map(block.fullmatch, pairs))) for name, block in _COMMON_BLOCKS.items()}
    name = max(common, key=lambda name: common[name])
    if len(pairs) < 2 or common[name] < 0.75 * len(pairs):
        return None
    # Korean and Japanese have the same bytes in the same block; longer text without any 的 or 公司 is such.
    text = sample.decode(name, "replace")
    return name if len(pairs) < 40 or sum(map(text.count, _COMMON_HAN)) * 50 > len(pairs) else None
