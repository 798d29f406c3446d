"""Writing content-hub records: those that were read, without loss, and those made of articles that came another way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import yaml

from dealwire.core.read.front_matter import HubRecord, has_front_matter
from dealwire.core.read.hub import ARTICLE_ID
from dealwire.model import Article, Provider

# Words that the hub leaves without quotes, unless YAML would take them for something else.
_PLAIN = re.compile(r"[A-Za-z][\w.-]*(?: [\w.-]+){0,3}", re.ASCII)
_LONGEST_EXCERPT = 300
_SENTENCE_END = re.compile("[.!?](?=\\s)|[。！？]")


def write_hub(front: Mapping[Any, Any], body: str) -> str:
    """Return a record as text. Reading it gives equal front matter, key by key in order, and the same body.

    A record without front matter is its body alone.
    """
    if not front:
        return f"---\n---\n{body}" if has_front_matter(body) else body
    lines = ["---"]
    after_block = False
    for key, value in front.items():
        is_block = bool(value) and isinstance(value, Mapping | list | tuple)
        if is_block or after_block:
            lines.append("")
        after_block = is_block
        lines.append(_yaml({key: value}).rstrip("\n"))
    if after_block:
        lines.append("")
    return "\n".join([*lines, "---", body])


def hub_from_article(article: Article, related: Sequence[Article], quality: int, heat: int) -> HubRecord:
    """Return a record for an article that did not come as one, with the articles to tie to it.

    Scores are 0..100, -1 for none.
    """
    excerpt, body = _excerpt(article)
    front: dict[str, Any] = {
        "category": "news",
        "title": article.title,
        "excerpt": excerpt,
        **_when(article),
        **({"originalUrl": article.address} if article.address else {}),
        **({"webUrl": article.address} if article.address else {}),
        "type": "article",
        "quality": quality,
        "heat": heat,
        "published": not article.draft,
        **_provider(article),
        **({"topics": list(article.topics)} if article.topics else {}),
        **({"related": [_related(other) for other in related]} if related else {}),
        **_id(article),
    }
    return HubRecord(front, body)


def _excerpt(article: Article) -> tuple[str, str]:
    """Part the text into the sentence that leads it and the body; a body that is one short paragraph is all excerpt."""
    text = article.text.strip()
    first, _, rest = text.partition("\n")
    if len(first) <= _LONGEST_EXCERPT and not rest.strip():
        return first, ""
    if len(first) > _LONGEST_EXCERPT:
        ends = [match.end() for match in _SENTENCE_END.finditer(first, 0, _LONGEST_EXCERPT)]
        first = first[: ends[-1] if ends else _LONGEST_EXCERPT]
    return first.strip(), f"{text}\n"


def _related(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "excerpt": _excerpt(article)[0],
        **_when(article),
        **({"webUrl": article.address} if article.address else {}),
        "type": "article",
        **_provider(article),
        "quality": article.quality,
        **_id(article),
    }


def _id(article: Article) -> dict[str, str]:
    return {ARTICLE_ID: article.ref} if article.ref != article.key else {}


def _when(article: Article) -> dict[str, datetime]:
    return {} if article.published is None else {"publishedDateTime": article.published}


def _provider(article: Article) -> dict[str, Any]:
    provider: Provider = article.provider
    named = {
        **({"name": provider.name} if provider.name else {}),
        **({"domain": provider.domain} if provider.domain else {}),
        **({"authors": list(article.authors)} if article.authors else {}),
    }
    return {"provider": named} if named else {}


def _yaml(fields: Mapping[Any, Any]) -> str:
    written: str = yaml.dump(
        fields, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**9, default_flow_style=False, indent=2
    )
    return written


class _Dumper(yaml.SafeDumper):
    """Writes as the hub does: lists indented under their key, texts in double quotes, times as 2024-02-27T13:04:00Z."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists too, which YAML leaves open."""
        del indentless
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:
        """Write a value that occurs twice, twice."""
        del data
        return True


def _write_text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if _PLAIN.fullmatch(value) else '"')


def _write_time(dumper: yaml.SafeDumper, value: datetime) -> yaml.ScalarNode:
    written = value.isoformat()
    return dumper.represent_scalar(
        "tag:yaml.org,2002:timestamp", f"{written[:-6]}Z" if written.endswith("+00:00") else written
    )


_Dumper.add_representer(str, _write_text)
_Dumper.add_representer(datetime, _write_time)
