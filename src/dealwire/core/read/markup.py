"""HTML to a tree and to plain text, in bounded depth: libxml2 drops what lies deeper than 255 levels."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree, html

from dealwire.core.read import text
from dealwire.core.read.result import guarded
from dealwire.errors import InputError

MAX_CHARACTERS = 6_000_000
"""The longest HTML that is parsed; the largest pages of news sites have some three million characters."""

MAX_ATTRIBUTES = 2000
"""Of one element; one with more loses them all. libxml2 takes time with the square of them, minutes for 100,000."""

_ATTRIBUTE = r"""\s++[^\s=>]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_CROWDED = re.compile(rf"(<[a-zA-Z][^\s>]*+)(?:{_ATTRIBUTE}){{{MAX_ATTRIBUTES},}}+")
"""May match within a script too, which no reader looks at."""

_OPTIONS: Final[dict[str, Any]] = {
    "encoding": "utf-8",
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
    "no_network": True,
}
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "applet", "button", "form"})
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "article",
    }
    | {"header", "footer", "figure", "figcaption", "pre", "hr", "dt", "dd", "dl", "tbody", "thead", "main", "aside"}
)


def tree(source: str) -> html.HtmlElement:
    """Parse a page, however broken; raises `InputError` where it has no element at all."""
    root: html.HtmlElement = _parsed(source, html.HTMLParser(**_OPTIONS))
    return root


def drop_surroundings(page: html.HtmlElement) -> None:
    """Take out of a page what no reader of its text looks at, and most of its bytes are.

    That is scripts (but for data in JSON, which tell dates and names), styles, menus and what the page itself calls
    aside. Footers stay: the date of many pages stands there.
    """
    for element in list(page.iter("script", "style", "nav", "aside")):
        if element.getparent() is not None and "json" not in (element.get("type") or "").lower():
            element.drop_tree()


def _parsed(source: str, parser: etree.HTMLParser) -> etree._Element:
    if len(source) > MAX_CHARACTERS:
        raise InputError(f"HTML of {len(source):,} characters, at most {MAX_CHARACTERS:,} are parsed")
    body = _CROWDED.sub(r"\1", source).replace("\0", "").encode("utf-8", "replace")
    root = guarded("HTML", lambda: etree.fromstring(body or b" ", parser))
    if root is None:
        raise InputError("HTML without any element")
    return root


def strip(fragment: str) -> str:
    """Return the text of a fragment, a line a block, entities resolved."""
    # Within HTML a line feed is a blank like any other; between Chinese characters it would part a word.
    flat = fragment.replace("\n", " ").replace("\r", " ")
    try:
        root = _parsed(flat, etree.HTMLParser(**_OPTIONS))
    except InputError:
        return text.paragraphs(fragment)
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag in _BLOCKS:
            pieces.append("\n")
        if event == "end":
            words = element.tail
        else:
            if tag in _SILENT:
                element.clear(keep_tail=True)
            words = element.text
        if words:
            pieces.append(words)
    return text.paragraphs("".join(pieces))
