"""Repairing text without moving more of it than must be: mojibake, entities, control and invisible characters.

Spans count in the repaired text, so what is sound stays as it is, character for character: no NFKC (full-width digits
stay), no straightened quotes, no squeezed blanks.
"""

from __future__ import annotations

import html
import re
import unicodedata

from dealwire.core.printable import printable

# UTF-8 read as windows-1252 or Latin-1 leaves a lead byte's letter followed by a continuation byte's character. ftfy
# decides; this only spares it the sound texts.
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
# Only whole entities: "R&D", "AT&T" and "?a=1&copy=2" are no entities.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Controls but tab, line feed and carriage return; soft hyphen; zero-width characters; marks of direction; surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# What browsers take the controls from U+0080 for (WHATWG HTML): "don&#146;t" and its like were written on Windows.
_CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_ELEMENTS = (
    "abbr|acronym|address|applet|area|article|aside|audio|a|base|basefont|bdi|bdo|big|blink|blockquote|body|br|button|b|"
    "canvas|caption|center|cite|code|colgroup|col|command|datalist|data|dd|del|details|dfn|dialog|dir|div|dl|dt|embed|em|"
    "fieldset|figcaption|figure|font|footer|form|frameset|frame|h[1-6]|header|head|hgroup|hr|html|iframe|img|input|ins|i|"
    "kbd|keygen|label|legend|link|li|main|map|mark|marquee|math|menu|meta|meter|nav|nobr|noframes|noscript|object|ol|"
    "optgroup|option|output|param|picture|pre|progress|p|q|rp|rt|ruby|samp|script|search|section|select|slot|small|"
    "source|span|strike|strong|style|sub|summary|sup|svg|s|table|tbody|td|template|textarea|tfoot|thead|th|time|title|"
    "track|tr|tt|ul|u|var|video|wbr"
)
# The end of an element is evidence, and so is the start of one that is hardly ever written of.
_MARKUP = re.compile(
    rf"</(?:{_ELEMENTS})\s*>|<(?:{_ELEMENTS})\s*/>|<!--|<!DOCTYPE html"
    r"|<(?:br|p|img|hr|script|style|iframe|object|embed|applet|frameset|meta|link|svg|math|video|audio|input|html|body)"
    r"(?:\s[^<>]{1,1000})?>",
    re.IGNORECASE,
)


def repair(text: str) -> str:
    """Return a text as its writer meant it: mojibake and entities resolved, invisible characters gone, NFC."""
    if not text.isascii() and _MOJIBAKE.search(text):
        text = _unscramble(text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")  # keeps every later character in its place
    if "\x1b" in text:  # a terminal's colours, copied along: no sign of theirs is the writer's
        text = printable(text)
    if not text.isprintable():
        text = _INVISIBLE.sub("", text.translate(_CONTROLS))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _unscramble(text: str) -> str:
    import ftfy  # 0.2 s to import, and few texts need it

    # Line by line, since a sound line ("—") beside a broken one ("â€”") would keep ftfy from mending either.
    return "\n".join(ftfy.fix_encoding(line) if _MOJIBAKE.search(line) else line for line in text.split("\n"))


def storable(text: str) -> str:
    """Return a text that is kept as given, such as an id, but for the NULs and half characters that no store takes."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def one_line(text: str) -> str:
    """Return a title: runs of white space become one blank."""
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    """Return text without blank lines and without blanks around its lines."""
    return "\n".join(filter(None, map(" ".join, map(str.split, text.split("\n")))))


def has_markup(text: str) -> bool:
    """Tell whether a text is evidently HTML."""
    return "<" in text and _MARKUP.search(text) is not None


def plain(text: str) -> str:
    """Return a text without its HTML, if it has any; a sound plain text comes back as it is."""
    if not has_markup(text):
        return text
    from dealwire.core.read.markup import strip

    return strip(text)
