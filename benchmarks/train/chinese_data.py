"""Chinese text to train on: labelled sentences, articles, lists of names. Nothing that is measured on is among it."""

from __future__ import annotations

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from benchmarks.train.sets import DATA, HeldOut, rows, scored, texts
from benchmarks.train.silver import silver
from benchmarks.train.spans import ORG, PERSON, Labelled, Span, apart

OTHER: Final = "OTHER"
"""What bears a name but is no party to a deal (a game, a place, a book): neither to learn nor a clear case of none."""

_FEWFC_NAMES = {
    "sub-org": ORG,
    "obj-org": ORG,
    "share-org": ORG,
    "target-company": ORG,
    "sub-per": PERSON,
    "obj-per": PERSON,
    "share-per": PERSON,
}


@cache
def _held_out() -> HeldOut:
    return HeldOut(scored("zh"), size=16)


def _table(name: str) -> list[dict[str, str]]:
    with gzip.open(DATA / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def cluener() -> tuple[tuple[str, Labelled], ...]:
    """Return CLUENER's sentences with their split: organisations and persons, and OTHER for what else has a name."""
    kinds = {"company": ORG, "organization": ORG, "name": PERSON, "position": None}
    found = []
    for item in rows("zh_cluener"):
        spans = [
            Span(start, end + 1, kinds.get(kind, OTHER) or "")
            for kind, names in item["label"].items()
            for places in names.values()
            for start, end in places
            if kinds.get(kind, OTHER)
        ]
        if not _held_out().has(item["text"]):
            found.append((item["split"], Labelled(item["text"], apart(spans))))
    return tuple(found)


@cache
def named_in_news() -> tuple[Labelled, ...]:
    """Return sentences of FewFC, FinRE and DuEE with the names that their events and relations are about.

    They label the parties of an event; what else has a name in the sentence stays without a label. Their parts for
    tests are left out: `chinese_trial` counts on them how often the reader cuts a name rightly.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    for item in rows("zh_fewfc_events"):
        if item["split"].startswith("test"):
            continue
        for event in item["events"]:
            for part in event["mentions"]:
                label = _FEWFC_NAMES.get(part["role"]) or (
                    ORG if part["role"] in ("sub", "obj") and event["type"] == "投资" else None
                )
                if label:
                    start, end = part["span"]
                    spans[item["text"]].append(Span(start, end, label))
    for item in rows("zh_finre_relations"):
        if item["split"] != "train":
            continue
        for name in {item["head"], item["tail"]}:
            spans[item["text"]] += [Span(m.start(), m.end(), ORG) for m in re.finditer(re.escape(name), item["text"])]
    for item in rows("zh_duee1_dev"):
        for event in item["event_list"]:
            for part in event["arguments"]:
                if re.search("(?:方|企业|公司|机构|组织|股票)$", part["role"]) and len(part["argument"]) <= 12:
                    start = part["argument_start_index"]
                    spans[item["text"]].append(Span(start, start + len(part["argument"]), ORG))
    tested = names_of_deals()
    return tuple(
        Labelled(text, apart(s for s in found if len(text[s.start : s.end].strip()) >= 2))
        for text, found in spans.items()
        if text not in tested and not _held_out().has(text)
    )


@cache
def names_of_deals() -> dict[str, frozenset[str]]:
    """Return the names that FewFC and FinRE label in the sentences about purchases and stakes of their test parts."""
    names: dict[str, set[str]] = defaultdict(set)
    deals: set[str] = set()
    for item in rows("zh_fewfc_events"):
        if item["split"].startswith("test"):
            parts = [part for event in item["events"] for part in event["mentions"]]
            names[item["text"]] |= {
                p["word"] for p in parts if p["role"] in _FEWFC_NAMES or p["role"] in ("sub", "obj")
            }
            deals |= {item["text"] for event in item["events"] if event["type"] in ("收购", "投资", "股份股权转让")}
    for item in rows("zh_finre_relations"):
        if item["split"] != "train":
            names[item["text"]] |= {item["head"], item["tail"]}
            deals |= {
                item["text"] for word in ("收购", "入股", "注资", "合并", "重组", "转让") if word in item["relation"]
            }
    return {text: frozenset(names[text]) for text in names if text in deals}


@cache
def articles() -> tuple[str, ...]:
    """Return the tech articles, title and text."""
    return tuple(text.content for text in texts("zh_tech_articles") if not _held_out().has(text.content))


@cache
def sentences() -> tuple[str, ...]:
    """Return news sentences without labels: DuEE's."""
    return tuple(item["text"] for item in rows("zh_duee1_unlabelled") if not _held_out().has(item["text"]))


@cache
def read_surely() -> tuple[Labelled, ...]:
    """Return the articles and headlines that the rules read surely, with their parties."""
    found = silver(texts("zh_tech_articles", "zh_smoothnlp_deals"), _held_out(), negatives=False)
    return tuple(found)


@cache
def short_names() -> tuple[str, ...]:
    """Return the short forms of company names, without their legal and trade words."""
    with gzip.open(DATA / "zh_company_short_forms.txt.gz", "rt", encoding="utf-8") as file:
        return tuple(line.strip() for line in file if len(line.strip()) >= 2)


_PLACE = re.compile(
    r"^[\u4e00-\u9fff]{2,3}[省市区县]|^(?:北京|上海|深圳|广州|杭州|成都|武汉|南京|苏州|天津|重庆|厦门|宁波|西安|长沙)市?"
)
_LEGAL = re.compile(r"(?:股份|集团|控股)?(?:有限责任公司|有限公司|公司|合伙企业.*)$|[（(][^（）()]*[)）]")


@cache
def firm_names() -> tuple[str, ...]:
    """Return brands, legal names whole and without place and legal form, investors, and Chinese aliases."""
    names: list[str] = []
    for row in _table("zh_company_brand_to_legal.csv.gz"):
        names += (row["brand"], row["legal_name"], _PLACE.sub("", _LEGAL.sub("", row["legal_name"])))
    names += [row["机构名称"] for row in _table("zh_investors.csv.gz")]
    names += [row["target"] for row in rows("zh_smoothnlp_deals")]
    names += [n for row in rows("zh_smoothnlp_deals") for n in (row["investors_raw"] or "").split()]
    names += [n for row in rows("aliases_en_zh") for n in (row["name"], *row["aliases"])]
    return tuple(dict.fromkeys(n.strip() for n in names if n and 2 <= len(n.strip()) <= 30))


def ngrams(texts: Iterable[str], longest: int = 5) -> dict[str, int]:
    """Count in how many texts each string of two to `longest` Chinese, Latin or numeral characters stands."""
    counts: dict[str, int] = defaultdict(int)
    for text in texts:
        inside = {
            run[i : i + n]
            for run in re.findall("[\u4e00-\u9fffA-Za-z0-9]+", text[:700])
            for n in range(2, longest + 1)
            for i in range(len(run) - n + 1)
        }
        for gram in inside:
            counts[gram] += 1
    return counts
