"""The texts of ../shared: labelled sets as `Labelled`, unlabelled ones as `Text`, and what training must not see.

A loader yields whole files in their order. `HeldOut` tells which texts are, or contain, something that is scored.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.train.spans import ACQUIRER, COMPANY, INVESTOR, LABELS, ORG, PERSON, Labelled, Span, apart

SHARED: Final = Path(__file__).resolve().parents[3] / "shared"
DATA: Final = SHARED / "data"


class Text(NamedTuple):
    """A text that nobody labelled. `source` is the name of its file."""

    source: str
    title: str
    body: str
    lang: str

    @property
    def content(self) -> str:
        """Title, line feed, body, as `Article.content` has it."""
        return f"{self.title}\n{self.body}"


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a packed file of ../shared/data."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def texts(*names: str) -> Iterator[Text]:
    """Yield the texts of files that hold `title`, `text` or both."""
    for name in names:
        for row in rows(name):
            yield Text(name, row.get("title") or "", row.get("text") or row.get("body") or "", name[:2])


# --- what is scored -------------------------------------------------------------------------------------------

_WORD: Final = re.compile(r"[\u4e00-\u9fff]|[^\W_]+")


class HeldOut:
    """Texts that are scored, known by their runs of `size` words (in Chinese, characters)."""

    def __init__(self, paths: Iterable[Path], size: int = 8) -> None:
        self.size = size
        self.runs: set[tuple[str, ...]] = set()
        for path in paths:
            for line in path.read_text(encoding="utf-8").splitlines():
                item = json.loads(line)
                for part in (item.get("title") or "", item.get("text") or ""):
                    self.runs.update(self._runs(part))

    def has(self, text: str) -> bool:
        """Tell whether a text shares a run of words with one that is scored, or is as short a one."""
        return any(run in self.runs for line in text.splitlines() for run in self._runs(line))

    def _runs(self, text: str) -> Iterator[tuple[str, ...]]:
        words = tuple(_WORD.findall(text.casefold()))
        if words:
            for i in range(max(1, len(words) - self.size + 1)):
                yield words[i : i + self.size]


def scored(lang: str) -> list[Path]:
    """Return the files of one language that training must not see: dev, and hold-outs where this machine has any."""
    beside = sorted(Path("/tmp").glob(f"hold*/{lang}*.jsonl"))  # noqa: S108 - read only
    return [SHARED / "gold" / "dev" / f"{lang}.jsonl", *beside]


# --- English --------------------------------------------------------------------------------------------------

_NO_SPACE_BEFORE: Final = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "'s", "’s", "n't", "%", "”", "'", "’"})
_NO_SPACE_AFTER: Final = frozenset({"(", "[", "$", "€", "£", "“", "US$"})


def join(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return words set as a sentence, and where each stands in it."""
    text = ""
    places: list[tuple[int, int]] = []
    for i, word in enumerate(words):
        if i and word not in _NO_SPACE_BEFORE and words[i - 1] not in _NO_SPACE_AFTER:
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


_RELATION_ROLES: Final = {"acquired_by": (COMPANY, ACQUIRER), "shareholder_of": (INVESTOR, COMPANY)}
"""Relation → the parts of its first and second side."""
_RAISING: Final = re.compile(
    r"\b(?:rais\w+|rounds?|invest(?:ed|s|ment)|funding|financing|series [A-J])\b", re.IGNORECASE
)


def core() -> Iterator[Labelled]:
    """Yield CORE's sentences (CC BY 4.0) with the pairs that it labels; the rest of a sentence may hold anything."""
    found: dict[str, set[Span]] = defaultdict(set)
    for row in rows("en_core_business_relations"):
        text, places = join(row["context"])
        roles = _RELATION_ROLES.get(row["relation"], (ORG, ORG))
        if row["relation"] == "shareholder_of" and not _RAISING.search(text):
            roles = (ORG, ORG)
        sides = ("e2", "e1") if row["invert_relation"] else ("e1", "e2")
        for side, role in zip(sides, roles, strict=True):
            start, end = places[row[f"{side}_start"]][0], places[row[f"{side}_end"]][1]
            found[text].add(Span(start, end, role))
    for text, spans in found.items():
        parts = {(s.start, s.end): s for s in sorted(spans, key=lambda s: s.label != ORG)}
        if len({(s.start, s.end, s.label) for s in spans if s.label != ORG}) == len(
            {(s.start, s.end) for s in spans if s.label != ORG}
        ):
            yield Labelled(text, apart(parts.values()), frozenset())


_NER_LABELS: Final = {
    "organisation": ORG,
    "university": ORG,
    "politicalparty": ORG,
    "person": PERSON,
    "researcher": PERSON,
    "politician": PERSON,
}


def names(part: str) -> Iterator[Labelled]:
    """Yield the sentences of a NER file ("conll2003_train", "ai_dev"): organisations and people, none with a role."""
    words: list[str] = []
    tags: list[str] = []
    with gzip.open(DATA / "en_ner" / f"{part}.txt.gz", "rt", encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            word, _, tag = line.rstrip("\n").partition("\t")
            if tag:
                words.append(word)
                tags.append(tag)
            elif words:
                yield _named(words, tags)
                words, tags = [], []


def _named(words: Sequence[str], tags: Sequence[str]) -> Labelled:
    text, places = join(words)
    spans: list[Span] = []
    for (start, end), tag in zip(places, tags, strict=True):
        mark, _, sort = tag.partition("-")
        label = _NER_LABELS.get(sort)
        if label is None:
            continue
        if mark == "I" and spans:
            spans[-1] = spans[-1]._replace(end=end)
        else:
            spans.append(Span(start, end, label))
    return Labelled(text, tuple(spans), frozenset(LABELS))
