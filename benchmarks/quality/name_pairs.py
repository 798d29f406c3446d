"""Pairs of names drawn from the tables in ../shared: which are one organisation's, and which only look so.

Nothing of the tables is shipped. A pair counts as one organisation's where a table says so, the letters can show it
(`shown`), and a reader agreed: `names_read.txt` has, for each pair that was read and left out, the beginning of its
digest and the reason. Halves are split by organisation, so that no name is tuned on and measured on.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from dealwire.core.names import acronym, fold

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
READ: Final = Path(__file__).parent / "names_read.txt"

_HAN: Final = re.compile("[\u4e00-\u9fff]")
_SYMBOL: Final = re.compile(r"(?:[A-Z]{2,6}:)?[A-Z0-9]{1,12}(?:[.:][A-Z]{1,3})?")
_PERSONAL: Final = frozenset(
    {"person", "academic", "politician", "executive", "economist", "founder", "researcher", "engineer"}
)
_BUSINESS: Final = frozenset(
    {"company", "startup", "vc", "investor", "bank", "ai", "private", "public", "fintech", "hedge-fund"}
    | {"private-equity", "pe"}
)
_PLACE: Final = re.compile(
    r"^(?:中国)?[\u4e00-\u9fff]{2,3}?(?:省|市|自治区)|^(?:北京|上海|深圳|广州|杭州|南京|苏州|成都|武汉)"
)
_GENERIC: Final = frozenset(
    re.findall(
        r"\w+",
        """
the and for of in de capital ventures venture partners partner group holdings holding fund funds management asset bank
trust insurance securities financial finance global international national general first united states american european
asian pacific china india japan korea germany france new north south east west technologies technology tech systems
solutions services networks network media entertainment energy power health healthcare medical pharma pharmaceuticals
therapeutics biosciences bio labs lab research university institute foundation company corp corporation inc ltd
industries industrial software digital data cloud online mobile studios games food foods gold mining oil gas real
estate properties
""",
    )
)
_ARMS: Final = ("Cloud", "China", "Foundation", "Vision Fund", "Music", "Japan")
_HAN_ARMS: Final = ("云", "资本", "音乐", "日本", "银行", "基金会")
_LEGAL: Final = re.compile(
    r"((?:(?!是|为|前身|旗下|作为|的|系)[\u4e00-\u9fff（）()]){4,30}公司)"
    r"(?=成立|是|[，,（(]|创|于)"
)
_SHARE: Final = 8
"""Of the larger tables each eighth row is taken, by digest."""


class Pair(NamedTuple):
    """Two names, whether they are one organisation's, what kind of pair it is, and the half that it belongs to."""

    a: str
    b: str
    same: bool
    kind: str
    half: int


def digest(*texts: str) -> int:
    """Return a number that stands for some texts on any machine."""
    return int.from_bytes(hashlib.sha256("\n".join(texts).encode()).digest()[:8], "big")


@cache
def read_by_hand() -> dict[str, str]:
    """Return what a reader found of pairs, by the beginning of their digest."""
    lines = READ.read_text(encoding="utf-8").splitlines() if READ.exists() else []
    return dict(line.split() for line in lines if line and not line.startswith("#"))


def found(a: str, b: str) -> str | None:
    """Return what the reader found of a pair: `different`, `symbol`, `same`, or None where nothing was amiss."""
    return read_by_hand().get(f"{digest(*sorted((a, b))):016x}"[:10])


def shown(a: str, b: str) -> bool:
    """Tell whether letters can show two names to be one's: a telling word, the start, initials, nearly all letters."""
    a, b = fold(a), fold(b)
    short, long = sorted((a.replace(" ", ""), b.replace(" ", "")), key=len)
    words = {word for word in a.split() if len(word) > 2 and word not in _GENERIC} & set(b.split())
    initials = {acronym(a), acronym(b)} & {short}
    near = len(short) >= 5 and DamerauLevenshtein.distance(short, long, score_cutoff=2) <= 2
    return bool(words or initials or near or (len(short) >= 4 and long.startswith(short)))


@cache
def _register() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the folded names of Crunchbase's and the table's organisations by their first word and by their initials.

    Each stands for its organisation: of names of one organisation of the table only the first is in it.
    """
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    rows = _rows("crunchbase_acquisitions_2015.csv.gz")
    names = {fold(row[f"{side}_name"]) for row in rows for side in ("company", "acquirer")}
    for key in names | {fold(names[0]) for names in organisations()}:
        by_word[key.split()[0]].add(key)
        for initials in {acronym(key), key.replace(" ", "")} - {""}:
            by_initials[initials].add(key)
    return by_word, by_initials


def ambiguous(a: str, b: str) -> bool:
    """Tell whether what two names share points at a third organisation too: then letters alone can't show anything."""
    by_word, by_initials = _register()
    a, b = fold(a), fold(b)
    short = min(a.replace(" ", ""), b.replace(" ", ""), key=len)
    if short in (acronym(a), acronym(b)):
        return bool(by_initials.get(short, set()) - {a, b})
    shared = [word for word in a.split() if word in b.split() and word not in _GENERIC]
    if not shared:
        return any(key.replace(" ", "").startswith(short) for key in by_word.get(short, set()) - {a, b})
    third = by_word.get(shared[0], set()) - {a, b}
    return any(set(shared) <= set(key.split()) for key in third)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with gzip.open(SHARED / "data" / name, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def organisations() -> list[list[str]]:
    """Return the organisations of aliases_en_zh, each with its names; rows tagged as a person are left out."""
    with gzip.open(SHARED / "data/aliases_en_zh.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    kept = [row for row in rows if _BUSINESS & set(row["tags"]) and not _PERSONAL & set(row["tags"])]
    return [[row["name"], *row["aliases"]] for row in kept]


def aliases(count: Counter[str] | None = None) -> Iterator[Pair]:
    """Yield an organisation's name with each of its aliases, where letters can show it; count what is left out."""
    count = Counter() if count is None else count
    seen: set[tuple[str, str]] = set()
    for name, *others in organisations():
        for other in others:
            keys = (fold(name), fold(other))
            symbol = _SYMBOL.fullmatch(other) is not None
            dotted = symbol and re.search(r"[.:][A-Z]{1,3}$", other) is not None
            if name.casefold() == other.casefold():
                count["written the same"] += 1
            elif keys in seen and keys[0] != keys[1]:
                count["twice in the table"] += 1
            elif keys[0] == keys[1]:
                yield Pair(name, other, True, "same key", digest(name) % 2)
            elif _HAN.search(other):
                count["in another script"] += 1
            elif dotted or (symbol and not shown(name, other)) or found(name, other) == "symbol":
                count["a symbol of an exchange"] += 1
            elif not shown(name, other):
                count["only knowledge links them"] += 1
            elif found(name, other) == "different":
                count["read as two: an arm, a product, a person"] += 1
            elif ambiguous(name, other):
                count["a third organisation is as like"] += 1
            else:
                yield Pair(name, other, True, "alias", digest(name) % 2)
            seen.add(keys)


def strangers() -> Iterator[Pair]:
    """Yield names of different organisations of the same table whose letters are alike: words, start, initials."""
    owners: defaultdict[str, set[int]] = defaultdict(set)
    rows = [[n for n in names if not _HAN.search(n)] for names in organisations()]
    keys = [{fold(name) for name in names} for names in rows]
    for n, names in enumerate(rows):
        for name in names:
            key = fold(name)
            compact = key.replace(" ", "")
            for part in {*(w for w in key.split() if len(w) > 2), compact[:4], acronym(key), compact}:
                if len(part) > 2:
                    owners[part].add(n)
    seen = set()
    for part in sorted(owners):
        for i, j in combinations(sorted(owners[part], key=lambda n: digest(rows[n][0]))[:12], 2):
            if keys[i] & keys[j] or (i, j) in seen:
                continue
            seen.add((i, j))
            pairs = [(a, b) for a in rows[i] for b in rows[j] if shown(a, b)]
            for a, b in sorted(pairs, key=lambda pair: digest(*pair))[:2]:
                if found(a, b) != "same" and not _symbol_only(a, b):
                    yield Pair(a, b, False, "strangers", digest(rows[i][0]) % 2)


def _symbol_only(a: str, b: str) -> bool:
    """A ticker is no name: what it is like says nothing."""
    return any(re.search(r"[.:][A-Z]{1,3}$", name) and _SYMBOL.fullmatch(name) for name in (a, b))


def arms() -> Iterator[Pair]:
    """Yield organisations with made names of their arms."""
    for names in organisations():
        arm = _ARMS[digest(names[0], "which") % len(_ARMS)]
        if digest(names[0], "arm") % 4 == 0 and not names[0].endswith(arm):
            yield Pair(names[0], f"{names[0]} {arm}", False, "arms", digest(names[0]) % 2)


def one_letter() -> Iterator[Pair]:
    """Yield names of two companies of Crunchbase (two permalinks) that differ by one letter in one word of five up."""
    owners: dict[str, tuple[str, set[str]]] = {}
    for row in _rows("crunchbase_acquisitions_2015.csv.gz"):
        for side in ("company", "acquirer"):
            name, link = row[f"{side}_name"], row[f"{side}_permalink"]
            owners.setdefault(fold(name), (name, set()))[1].add(link)
    without: defaultdict[str, set[str]] = defaultdict(set)
    for key in owners:
        if key.isascii() and 5 <= len(key) <= 24:
            for n in range(len(key)):
                without[key[:n] + key[n + 1 :]].add(key)
            without[key].add(key)
    pairs = {pair for keys in without.values() for pair in combinations(sorted(keys), 2)}
    for a, b in sorted(pairs):
        alike = a.replace(" ", "") == b.replace(" ", "")
        if not alike and not owners[a][1] & owners[b][1] and digest(a, b) % 4 == 0:
            first, second = owners[a][0], owners[b][0]
            if found(first, second) != "same":
                yield Pair(first, second, False, "one letter", digest(min(a, b)) % 2)


# --- Chinese


@cache
def _brands() -> list[tuple[str, str]]:
    """Return brands with the names that they are registered under."""
    rows = [(r["brand"].strip(), r["legal_name"].strip()) for r in _rows("zh_company_brand_to_legal.csv.gz")]
    return [(brand, legal) for brand, legal in rows if len(brand) > 1 and len(legal) > 4 and brand != legal]


def _shown_in_han(brand: str, legal: str) -> bool:
    """Tell whether a brand, or its first two letters, stand at the start of the registered name, after its place."""
    start = _PLACE.sub("", fold(legal))
    return bool(_HAN.search(brand)) and (fold(brand) in fold(legal) or start[:2] == _PLACE.sub("", fold(brand))[:2])


@cache
def _by_beginning() -> dict[str, set[str]]:
    """Return the brands and registered names of the table, without their place, by their first two letters."""
    by: defaultdict[str, set[str]] = defaultdict(set)
    for brand, legal in _brands():
        for name in (brand, legal):
            rest = _PLACE.sub("", fold(name))
            by[rest[:2]].add(rest)
    return by


def _common_start(a: str, b: str) -> str:
    return a[: next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))]


def _ambiguous_in_han(brand: str, legal: str) -> bool:
    """Tell whether what a brand and its registered name begin with begins a third name of the table too."""
    a, b = (_PLACE.sub("", fold(name)) for name in (brand, legal))
    shared = a if a in b else _common_start(a, b)
    own = {a, b}
    return any(other.startswith(shared) for other in _by_beginning().get(shared[:2], set()) - own)


def brands(count: Counter[str] | None = None) -> Iterator[Pair]:
    """Yield brands with their registered names, and investors with those that their descriptions begin with."""
    count = Counter() if count is None else count
    for brand, legal in _brands():
        if digest(brand, legal) % _SHARE:
            continue
        if fold(brand) == fold(legal):
            yield Pair(brand, legal, True, "same key", digest(brand) % 2)
        elif not _shown_in_han(brand, legal):
            count["only knowledge links them"] += 1
        elif _ambiguous_in_han(brand, legal):
            count["a third organisation is as like"] += 1
        else:
            yield Pair(brand, legal, True, "brand", digest(brand) % 2)
    for row in _rows("zh_investors.csv.gz"):
        name, told = row["机构名称"].strip(), row["介绍"] or ""
        legal_name = _LEGAL.match(told)
        if legal_name is None or name == legal_name[1]:
            continue
        if fold(legal_name[1]) == fold(name):
            yield Pair(name, legal_name[1], True, "same key", digest(name) % 2)
        elif not _shown_in_han(name, legal_name[1]):
            count["only knowledge links them"] += 1
        elif _ambiguous_in_han(name, legal_name[1]):
            count["a third organisation is as like"] += 1
        else:
            yield Pair(name, legal_name[1], True, "brand", digest(name) % 2)


def like_brands() -> Iterator[Pair]:
    """Yield Chinese names of two companies: that begin alike, that differ by one letter, that sound alike; and arms."""
    rows = [row for row in _brands() if _HAN.search(row[0])]
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for n, (brand, _) in enumerate(rows):
        key = _PLACE.sub("", fold(brand))
        owners[key[:2]].append(n)
        for at in range(len(key)):
            owners[f"{len(key)} {key[:at]}?{key[at + 1 :]}"].append(n)
    seen = set()
    for part in sorted(owners):
        for i, j in combinations(sorted(owners[part], key=lambda n: digest(*rows[n]))[:4], 2):
            (a, a_legal), (b, b_legal) = rows[i], rows[j]
            if fold(a) == fold(b) or a_legal == b_legal or (i, j) in seen or digest(a, b) % _SHARE:
                continue
            seen.add((i, j))
            for one, other in ((a, b_legal), (a, b), (a_legal, b_legal)):
                if found(one, other) != "same":
                    yield Pair(one, other, False, "like brands", digest(a) % 2)
    for brand, legal in rows:
        if digest(brand, legal) % (_SHARE * 4) == 0:
            arm = _HAN_ARMS[digest(brand, "which") % len(_HAN_ARMS)]
            if not brand.endswith(arm):
                yield Pair(brand, brand + arm, False, "arms", digest(brand) % 2)


def drawn() -> list[Pair]:
    """Return all pairs, each once."""
    made: Iterable[Pair] = (
        pair for source in (aliases(), strangers(), arms(), one_letter(), brands(), like_brands()) for pair in source
    )
    return list({(pair.a, pair.b): pair for pair in made}.values())


def halves(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Return the half to tune on and the half to report."""
    return [p for p in pairs if p.half == 0], [p for p in pairs if p.half == 1]


def bench() -> Iterator[Pair]:
    """Yield the organisations of nomenklatura's bench."""
    with (SHARED / "bench/names/name_bench.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["schema"] in ("Company", "Organization", "LegalEntity"):
                yield Pair(row["name1"], row["name2"], row["is_match"] == "true", "bench", 1)
