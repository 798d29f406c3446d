"""Articles as JSON: a line of a `.jsonl` file, or a `.json` file with an article, a list of them, or a JSON Feed."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from dealwire.core.read import text
from dealwire.core.read.article import Found, labels, make, provider, score, string
from dealwire.core.read.encoding import decode
from dealwire.core.read.result import STAGE, ReadResult
from dealwire.errors import InputError
from dealwire.model import Article, Document, Rejected

_DECODER = msgspec.json.Decoder()
JSON_FEED = "jsonfeed.org/version/"


def read(document: Document) -> ReadResult:
    """Read one article, a list of articles, or a JSON Feed."""
    value = load(document.body)
    if isinstance(value, list):
        return ReadResult.of(
            [_article(document, part, item, f"{document.origin}[{part}]") for part, item in enumerate(value)]
        )
    if isinstance(value, dict) and JSON_FEED in str(value.get("version", "")):
        from dealwire.core.read import json_feed

        return json_feed.articles(document, value)
    return ReadResult.of([_article(document, 0, value, document.origin)])


def load(body: bytes) -> object:
    """Parse JSON; what strict parsers refuse (other encodings, NaN, half a surrogate pair) is read if it can be."""
    try:
        return _DECODER.decode(body)
    except RecursionError:
        raise InputError("JSON is nested too deep") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as strict:
        try:
            return json.loads(decode(body))
        except RecursionError:
            raise InputError("JSON is nested too deep") from None
        except ValueError:
            raise InputError(f"not JSON: {strict}") from strict


def _article(document: Document, part: int, value: object, where: str) -> Article | Rejected:
    if not isinstance(value, dict):
        return Rejected(STAGE, where, f"a JSON object is expected, not {_noun(value)}")
    title, body = value.get("title"), value.get("text")
    for name, field in (("title", title), ("text", body)):
        if field is not None and not isinstance(field, str):
            return Rejected(STAGE, where, f"`{name}` is {_noun(field)}, not a string")
    return make(
        document,
        part,
        Found(
            title=title or "",
            text=text.plain(body or ""),
            url=string(value.get("url")),
            id=string(value.get("id")),
            published=_first(value, "published", "date"),
            lang=string(value.get("lang")),
            provider=provider(_first(value, "provider", "source")),
            authors=labels(value.get("authors")),
            topics=labels(value.get("topics")),
            quality=score(value.get("quality")),
            heat=score(value.get("heat")),
        ),
        where,
    )


def _first(value: dict[str, Any], *names: str) -> object:
    """Return the first field that says something: a record may carry `published: null` beside a `date`."""
    return next((value[name] for name in names if value.get(name)), None)


def _noun(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case _:
            return "an object"
