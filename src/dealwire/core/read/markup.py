"""HTML to a tree and to plain text, in bounded depth: libxml2 drops what lies deeper than 255 levels."""

from __future__ import annotations

from lxml import etree, html

from dealwire.core.read import text
from dealwire.core.read.result import guarded
from dealwire.errors import InputError

MAX_CHARACTERS = 6_000_000
"""The longest HTML that is parsed; the largest pages of news sites have some three million characters."""

_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "button", "form"})
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
    """Parse a page or fragment, however broken; raises `InputError` where it has no element at all."""
    if len(source) > MAX_CHARACTERS:
        raise InputError(f"HTML of {len(source):,} characters, at most {MAX_CHARACTERS:,} are parsed")
    body = source.replace("\0", "").encode("utf-8", "replace")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, no_network=True
    )
    root = guarded("HTML", lambda: etree.fromstring(body or b" ", parser))
    if root is None:
        raise InputError("HTML without any element")
    return root


def strip(fragment: str) -> str:
    """Return the text of a fragment, a line a block, entities resolved."""
    try:
        root = tree(fragment)
    except InputError:
        return text.paragraphs(fragment)
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        block = element.tag in _BLOCKS
        if event == "start":
            if element.tag in _SILENT:
                element.clear(keep_tail=True)
            if block:
                pieces.append("\n")
            pieces.append(_flat(element.text))
        else:
            if block:
                pieces.append("\n")
            pieces.append(_flat(element.tail))
    return text.paragraphs("".join(pieces))


def _flat(words: str | None) -> str:
    """Within HTML a line feed is a blank like any other; between Chinese characters it would part a word."""
    return "" if words is None else words.replace("\n", " ").replace("\r", " ")
