"""What the gate lets in and the reader leaves unread, by the form of the words, most frequent first.

    python -m benchmarks.quality.mining --lang en|zh [--top 40] [--examples 2] [--source NAME]

Reads the unlabelled texts of ../shared/data. A text is listed under the first thing that is wanting: a deal, its
company, or its sum though the text gives one. Many of them tell no deal, and are rightly left; which forms do is for
the reader of the list to say. Nothing of the texts is kept: mined.md tells what was found in words of its own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from benchmarks.quality.deals import SHARED, article
from dealwire.core.extract import extract, gate, money, rounds
from dealwire.core.extract.english import tokens
from dealwire.core.extract.english import words as w
from dealwire.model import Article, Kind, Reading

SMALLEST: Final = 50_000
"""A smaller sum (in whole units of its currency) is a price."""

BEFORE, AFTER = 4, 3
"""Words of the form on either side of its anchor."""


class Source(NamedTuple):
    """A file of ../shared/data and the fields that hold a text's title and its body ("" where it has none)."""

    file: str
    title: str
    text: str


SOURCES: Final = {
    "en": (
        Source("en_vcnewsdaily_titles", "title", ""),
        Source("en_techcrunch_headlines", "title", ""),
        Source("en_finsmes_ledes", "", "text"),
    ),
    "zh": (Source("zh_tech_articles", "title", "text"), Source("zh_duee1_unlabelled", "", "text")),
}


def articles(lang: str, source: Source) -> Iterator[Article]:
    """Yield the texts of a file."""
    with gzip.open(SHARED / "data" / f"{source.file}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            told = {"title": row.get(source.title), "text": row.get(source.text), "lang": lang}
            yield article({"id": str(row.get("id", "")), **told})


def wanting(reading: Reading, content: str) -> str:
    """Return what a reading lacks, or "" where it lacks nothing."""
    if not reading.deals:
        return "company" if reading.nameless else "deal"
    news = [d for d in reading.deals if d.kind.value in {Kind.FUNDING_ROUND, Kind.FUND_CLOSE}]
    priced = any(d.amount or d.valuation for d in reading.deals)
    if news and not priced and any(told.value.value >= SMALLEST for told in money.find_money(content)):
        return "sum"
    return ""


def form(content: str, lang: str) -> str:
    """Return the words around a text's first sum, round or verb of a deal, names and figures made alike."""
    return (_chinese if lang == "zh" else _english)(content)


_PLAIN: Final = w.FUNCTION | w.VERB | w.AUXILIARY | w.FUNDING_NOUN | w.DESCRIPTOR | w.RAISE | w.FILLER
_DEAL_VERBS: Final = w.RAISE_PLAIN | w.LEAD | w.INVEST | w.ACQUIRE | w.SELL | w.MERGE | w.BACK


def _english(content: str) -> str:
    typed = tokens.typed_tokens(money.find_money(content), rounds.find_rounds(content))
    cut = [t for s in tokens.sentences(content, content.find("\n"), len(content), typed) for t in s.tokens]
    anchor = next(
        (i for test in (_is_sum, _is_round, _is_deal_verb, _is_noun) for i, t in enumerate(cut) if test(t)), 0
    )
    words: list[str] = []
    at = 0
    for i, token in enumerate(cut):
        word = _alike(token)
        at = len(words) if i == anchor else at
        if i == anchor or not words or word != words[-1]:
            words.append(word)
    return " ".join(words[max(0, at - BEFORE) : at + AFTER + 1])


def _is_sum(token: tokens.Token) -> bool:
    return token.kind == tokens.MONEY


def _is_round(token: tokens.Token) -> bool:
    return token.kind == tokens.ROUND


def _is_deal_verb(token: tokens.Token) -> bool:
    return token.low in _DEAL_VERBS


def _is_noun(token: tokens.Token) -> bool:
    return token.low in w.FUNDING_NOUN


def _alike(token: tokens.Token) -> str:
    """Return a word as the form shows it: "$" a sum, "R" a round, "0" a figure, "N" a name or an unknown word."""
    signs = {tokens.MONEY: "$", tokens.ROUND: "R", tokens.NUMBER: "0"}
    if token.kind in signs:
        return signs[token.kind]
    return token.low if token.kind == tokens.PUNCT or token.low in _PLAIN else "N"


_KNOWN_HAN: Final = re.compile(
    "完成|获得|获|宣布|融资|投资|领投|跟投|参投|收购|并购|入股|增资|注资|估值|上市|基金|募集|募资|首期|数额|交割|认购"
    "|出售|转让|控股|股权|股份|股东|独家|战略|新一轮|近日|日前|拟|将|已|被|由|与|和|对|向|以|在|从|为|的|了|曾|元"
    "|[，。；：！？、“”「」（）《》]"
)
_CLAUSE_HAN: Final = re.compile(r"[^。；！？\n]+")


def _chinese(content: str) -> str:
    signs = sorted(
        [(t.start, t.end, "$") for t in money.find_money(content)]
        + [(t.start, t.end, "R") for t in rounds.find_rounds(content)]
    )
    verb = re.search("收购|并购|入股|融资|投资|上市|募", content)
    at = signs[0][0] if signs else verb.start() if verb else 0
    clause = next((m for m in _CLAUSE_HAN.finditer(content) if m.start() <= at < m.end()), None)
    if clause is None:
        return ""
    marks = {start: (end, sign) for start, end, sign in signs}
    words: list[str] = []
    anchor, i = 0, clause.start()
    while i < clause.end():
        anchor = len(words) if i <= at else anchor
        known = _KNOWN_HAN.match(content, i)
        end, word = marks.get(i) or ((known.end(), known.group()) if known else (i + 1, "…"))
        if not words or word != words[-1]:
            words.append(word)
        i = end
    return " ".join(words[max(0, anchor - BEFORE) : anchor + AFTER + 1])


def mine(lang: str, source: Source) -> tuple[Counter[str], dict[str, Counter[str]], dict[tuple[str, str], list[str]]]:
    """Return counts of a file: texts by fate, forms by what is wanting, and texts by both."""
    fates: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text in articles(lang, source):
        content = text.content
        fates["texts"] += 1
        if not gate.passes(content):
            continue
        fates["pass the gate"] += 1
        lacks = wanting(extract(text), content)
        fates[f"without a {lacks}" if lacks else "read"] += 1
        if lacks:
            shape = form(content, lang)
            forms[lacks][shape] += 1
            texts[lacks, shape].append(" ".join(content.split()))
    return fates, forms, texts


def main() -> None:
    """Print the forms of what is left unread, file by file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", choices=sorted(SOURCES), required=True)
    parser.add_argument("--top", type=int, default=40, help="forms to list for each thing wanting")
    parser.add_argument("--examples", type=int, default=1, help="texts to show for each form")
    parser.add_argument("--source", help="a file of ../shared/data, without its endings; all if left out")
    wanted = parser.parse_args()
    tell: Callable[[str], None] = print
    for source in SOURCES[wanted.lang]:
        if wanted.source not in {None, source.file}:
            continue
        fates, forms, texts = mine(wanted.lang, source)
        tell(f"\n# {source.file}: " + ", ".join(f"{count} {fate}" for fate, count in fates.items()))
        for lacks, counts in forms.items():
            tell(f"\n## without a {lacks}: {counts.total()} texts, {len(counts)} forms")
            for shape, count in counts.most_common(wanted.top):
                tell(f"{count:5}  {shape}")
                for text in texts[lacks, shape][: wanted.examples]:
                    tell(f"         {text[:200]}")


if __name__ == "__main__":
    main()
