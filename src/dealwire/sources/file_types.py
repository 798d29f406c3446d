"""What a file is: by its name, and where that says nothing by its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath

from dealwire.core.read import HTML, HUB, JSON, JSON_LINE, TEXT, XML
from dealwire.errors import InputError

WARC = "application/warc"
"""The media type of web archives (ISO 28500), which are read page by page."""

HEAD = 4096
"""How many of a file's first bytes are looked at."""

_BY_SUFFIX = {
    ".md": HUB,
    ".markdown": HUB,
    ".txt": TEXT,
    ".text": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".jsonl": JSON_LINE,
    ".ndjson": JSON_LINE,
    ".json": JSON,
    ".xml": XML,
    ".rss": XML,
    ".atom": XML,
    ".rdf": XML,
    ".opml": XML,
}
_ARCHIVES = {".warc", ".wet"}
# What these begin with; most is binary without looking further.
_BINARY = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a media file",
    b"PK\x03\x04": "a ZIP archive or office file",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"BZh": "bzip2 data",
    b"\xfd7zXZ": "xz data",
    b"\x28\xb5\x2f\xfd": "Zstandard data",
    b"\x1f\x8b": "gzip within gzip",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a SQLite database",
    b"PAR1": "a Parquet file",
}
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HTML_START = re.compile(rb"(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_XML_START = re.compile(rb"<(?:\?xml|rss|feed|opml|rdf:RDF)\b", re.IGNORECASE)
_OBJECT_LINE = re.compile(rb"\{[^\n]*\}[ \t\r]*\n")


def media_type(name: str, head: bytes) -> str:
    """Return the media type of a file by its name and its first, unpacked bytes; raises `InputError` for what is none.

    The name decides where its suffix is known ("news.jsonl.gz" is of ".jsonl"), the content otherwise; what is
    binary is so whatever its name.
    """
    suffix = _suffix(name)
    if suffix == ".wat":
        raise InputError("a WAT archive holds what is known of pages, and no page: name the .warc or .wet")
    if suffix in _ARCHIVES or head.startswith(b"WARC/1."):
        return WARC
    if kind := _binary(head):
        raise InputError(f"not text but {kind}")
    return _BY_SUFFIX.get(suffix) or sniffed(head)


def is_archive(name: str) -> bool:
    """Tell by its name whether a file is a web archive."""
    return _suffix(name) in _ARCHIVES


def _suffix(name: str) -> str:
    return PurePath(name.lower().removesuffix(".gz")).suffix


def sniffed(head: bytes) -> str:
    """Return what text looks like: HTML, XML, JSON, a line of JSON, or else a hub record or bare text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _HTML_START.match(start):
        return HTML
    if _XML_START.match(start):
        return HTML if re.search(rb"<html\b", start, re.IGNORECASE) else XML
    if start.startswith(b"{"):
        one_line = b"\n" not in start.strip()
        return JSON_LINE if _OBJECT_LINE.match(start) or one_line else JSON
    if start.startswith(b"[") and start[1:].lstrip()[:1] in {b"{", b"]"}:
        return JSON
    return TEXT


def _binary(head: bytes) -> str | None:
    for magic, kind in _BINARY.items():
        if head.startswith(magic):
            return kind
    if head.startswith(_UNICODE_MARKS):
        return None
    # One byte in ten: a stray NUL makes no binary of a text. UTF-16 without its mark has a NUL in every other place.
    if len(_CONTROL.findall(head)) * 10 > len(head) and not _looks_utf16(head):
        return "binary data"
    return None


def _looks_utf16(head: bytes) -> bool:
    even, odd = head[::2], head[1::2]
    for zeros, text in ((even, odd), (odd, even)):
        if zeros.count(0) * 10 > len(zeros) * 9 and not _CONTROL.search(text):
            return True
    return False
