"""YAML front matter, read with bounded work.

Values come out as `yaml.safe_load` gives them, but for two that it fails on: an impossible time ("2024-13-45") and a
lone "=" stay strings. Refused are explicit tags, aliases that build towers, and more nodes or depth than records have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml
from yaml.constructor import SafeConstructor

from dealwire.errors import InputError

if TYPE_CHECKING or yaml.__with_libyaml__:  # several times as fast
    from yaml import CSafeLoader as SafeLoader
else:
    from yaml import SafeLoader

MAX_CHARACTERS = 1_000_000
MAX_NODES = 20_000
MAX_DEPTH = 20
MAX_ALIASES = 8
MAX_NUMBER = 100

_OPENING = re.compile(r"\s*^---[ \t]*\r?$\n?", re.MULTILINE)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
_TIMESTAMP = "tag:yaml.org,2002:timestamp"


@dataclass(frozen=True, slots=True)
class HubRecord:
    """A content-hub record: its front matter key by key, in order, and the body after it, unchanged."""

    front: Mapping[Any, Any]
    body: str


def split(text: str) -> HubRecord:
    """Return the front matter and the body of a record; a text without front matter is all body."""
    opening = _OPENING.match(text)
    if opening is None:
        return HubRecord({}, text)
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        raise InputError("the front matter is not closed: a line --- opens it and none ends it")
    front = load(text[opening.end() : closing.start()])
    if front is None:
        front = {}
    if not isinstance(front, dict):
        raise InputError(f"the front matter is no mapping of keys to values but a {type(front).__name__}")
    return HubRecord(front, text[closing.end() :])


def has_front_matter(text: str) -> bool:
    """Tell whether a text begins as front matter does."""
    return _OPENING.match(text) is not None


def load(text: str) -> object:
    """Parse YAML of one document, within bounds."""
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"the front matter has {len(text):,} characters, at most {MAX_CHARACTERS:,} are read")
    try:
        _check(text)
        loader = _Loader(text)
        try:
            return loader.get_single_data()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line = f" in its line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise InputError(f"the front matter is not YAML{line}: {error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(f"the front matter is not YAML: {error}") from error


def _check(text: str) -> None:
    """Walk the events, which cost no more than the text is long, before anything is built of them."""
    nodes = aliases = 0
    open_anchors: list[str | None] = []
    for event in yaml.parse(text, Loader=SafeLoader):
        match event:
            case yaml.AliasEvent():
                aliases += 1
                if aliases > MAX_ALIASES or event.anchor in open_anchors:
                    raise InputError(
                        f"the front matter uses YAML aliases beyond measure (at most {MAX_ALIASES}, none to itself)"
                    )
            case yaml.CollectionStartEvent():
                open_anchors.append(event.anchor)
            case yaml.CollectionEndEvent():
                open_anchors.pop()
        if isinstance(event, yaml.NodeEvent):
            nodes += 1
        if nodes > MAX_NODES or len(open_anchors) > MAX_DEPTH:
            raise InputError(f"the front matter is too large (at most {MAX_NODES:,} values, {MAX_DEPTH} levels)")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            raise InputError(f"the front matter uses the YAML tag {event.tag[:60]}; none is read")


class _Loader(SafeLoader):
    """The safe loader, but that what only looks like a timestamp stays text."""


def _timestamp(loader: _Loader, node: yaml.ScalarNode) -> date | str:
    try:
        found: date = SafeConstructor.construct_yaml_timestamp(loader, node)
        return found
    except (ValueError, OverflowError):
        return str(node.value)


def _number(loader: _Loader, node: yaml.ScalarNode) -> int | float:
    if len(node.value) > MAX_NUMBER:  # "1:1:1:…" to the base of 60 costs the square of its length
        raise InputError(f"the front matter holds a number of {len(node.value):,} digits")
    if node.tag.endswith("int"):
        return SafeConstructor.construct_yaml_int(loader, node)
    return SafeConstructor.construct_yaml_float(loader, node)


def _text(_loader: _Loader, node: yaml.ScalarNode) -> str:
    return str(node.value)


_Loader.add_constructor(_TIMESTAMP, _timestamp)
_Loader.add_constructor("tag:yaml.org,2002:int", _number)
_Loader.add_constructor("tag:yaml.org,2002:float", _number)
_Loader.add_constructor("tag:yaml.org,2002:value", _text)
