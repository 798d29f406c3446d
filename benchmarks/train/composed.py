"""Composed articles: silver headlines and ledes under new names, followed by sentences that say who else took part.

The unlabelled English texts are first sentences and headlines; who led, who joined, who advised stands further down,
in paragraphs that we have none of. Sentences of our own wording fill that gap, with names drawn from tables of real
companies and investors, so that a tagger learns the words around a name and not the name.
"""

from __future__ import annotations

import csv
import gzip
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.train.sentences import BACKERS, NEGATIVES, OPENINGS, OTHERS
from benchmarks.train.sets import DATA
from benchmarks.train.silver import KNOWN
from benchmarks.train.spans import (
    ACQUIRER,
    ADVISER,
    AMOUNT,
    COMPANY,
    INVESTOR,
    LEAD,
    ORG,
    PERSON,
    ROUND,
    VALUATION,
    Labelled,
    Span,
)

_SLOTS: Final = {
    "C": COMPANY,
    "L": LEAD,
    "I": INVESTOR,
    "A": ADVISER,
    "B": ACQUIRER,
    "M": AMOUNT,
    "V": VALUATION,
    "R": ROUND,
    "O": ORG,
    "P": PERSON,
    "T": "",
    "Y": "",
}
"""The label of what stands in the place of each letter: see `sentences`."""


def _among(choices: str) -> tuple[str, ...]:
    return tuple(choices.split("|"))


_CITIES: Final = _among(
    "Berlin|Austin|London|Paris|New York|San Francisco|Tel Aviv|Bengaluru|Singapore|Boston|Toronto|"
    "Stockholm|Munich|Dubai|Lagos|Nairobi|São Paulo|Mexico City|Palo Alto, Calif.|Cambridge, MA|"
    "Chicago, IL|Denver|Amsterdam|Warsaw|Seattle|Zurich|Helsinki|Jakarta|Sydney|Mumbai|Cape Town|"
    "Madrid|Lisbon|Seoul|Tokyo|Montreal|Oslo|Milan"
)
_FIRST: Final = _among(
    "Maya|Jonas|Priya|Wei|Lars|Amelia|Carlos|Fatima|Noah|Elena|Kenji|Omar|Sofia|Daniel|Ingrid|Raj|"
    "Chloe|Tomasz|Grace|Andrei|Yael|Samuel|Nadia|Peter|Lucia|Hugo|Aisha|Viktor|Hannah|Mateo"
)
_LAST: Final = _among(
    "Lindqvist|Okafor|Sharma|Chen|Novak|Fischer|Moreau|Tanaka|Haddad|Rossi|Kowalski|Levy|Andersen|"
    "Silva|Mbeki|Park|O'Neill|Petrov|Garcia|Whitfield|Iyer|Costa|Bauer|Larsen|Nguyen|Adeyemi|Stone|"
    "Keller|Rahman|Duarte"
)
_ROUNDS: Final = _among(
    "Series A|Series B|Series C|Series D|seed|pre-seed|Seed|Series A extension|growth|bridge|"
    "Series A-1|pre-Series A|angel|strategic|Series E|debt"
)
_FIRM_TAILS: Final = _among(
    "Ventures|Capital|Partners|Capital Partners|Venture Partners|Growth|Equity Partners|Holdings|Group|"
    "Angels|VC|Fund|Investments|Asset Management|Labs|Bank|Corp|Investment Management|Family Office|"
    "Innovation Fund|Growth Equity"
)
_SUMS: Final = ("${}M", "${} million", "${}m", "€{}M", "€{} million", "£{}m", "${:.1f}M", "US${} million", "₹{} crore")


@dataclass(frozen=True, slots=True)
class Names:
    """Names to draw from."""

    companies: Sequence[str]
    investors: Sequence[str]

    def company(self, draw: random.Random) -> str:
        """Draw a company."""
        return draw.choice(self.companies)

    def investor(self, draw: random.Random) -> str:
        """Draw a backer: a known one, one called after a surname or a company, a person, or a corporation."""
        kind = draw.random()
        if kind < 0.45:
            return draw.choice(self.investors)
        if kind < 0.75:
            stem = draw.choice(_LAST) if draw.random() < 0.3 else draw.choice(self.companies)
            return f"{stem} {draw.choice(_FIRM_TAILS)}"
        return self.person(draw) if kind < 0.85 else draw.choice(self.companies)

    def person(self, draw: random.Random) -> str:
        """Draw a person."""
        return f"{draw.choice(_FIRST)} {draw.choice(_LAST)}"


_PLAIN_NAME: Final = re.compile(r"(?=.*[A-Za-z])[\w&.'’+ -]{2,40}\Z")


def tables(silver: Sequence[Labelled]) -> Names:
    """Return the names of the public tables and of silver texts."""
    with gzip.open(DATA / "crunchbase_acquisitions_2015.csv.gz", "rt", encoding="utf-8") as lines:
        bought = list(csv.DictReader(lines))
    with gzip.open(DATA / "india_startup_funding.csv.gz", "rt", encoding="utf-8") as lines:
        funded = list(csv.DictReader(lines))
    companies = {row[f"{side}_name"] for row in bought for side in ("company", "acquirer")}
    companies |= {row["Startup Name"] for row in funded}
    companies |= {item.text[s.start : s.end] for item in silver for s in item.spans if s.label == COMPANY}
    investors = {
        name.strip(" .")
        for row in funded
        for name in re.split(r",| and |&", row["Investors’ Name"] or "")
        if re.match(r" ?[A-Z0-9]", name) and not re.search(r"ndisclosed|thers|nvestors", name)
    }
    investors |= {item.text[s.start : s.end] for item in silver for s in item.spans if s.label in {INVESTOR, LEAD}}
    return Names(*(sorted(filter(_PLAIN_NAME.match, found)) for found in (companies, investors)))


def composed(silver: Sequence[Labelled], seed: int, count: int) -> Iterator[Labelled]:
    """Yield articles; `silver` gives headlines (before a line feed) and ledes (after one)."""
    draw = random.Random(seed)
    names = tables(silver)
    deals = [item for item in silver if item.spans]
    headlines = [item for item in deals if item.text.endswith("\n")]
    ledes = [item for item in deals if item.text.startswith("\n")]
    for _ in range(count):
        writer = _Writer(draw, names, {})
        if draw.random() < 0.1:
            lines = draw.sample(NEGATIVES, draw.randint(1, 3)) + draw.sample(OTHERS[-6:], 1)
            yield writer.text([writer.fill(line) for line in lines])
            continue
        parts = [writer.renamed(draw.choice(headlines))] if draw.random() < 0.4 else []
        own = draw.random() < 0.5
        parts.append(writer.fill(draw.choice(OPENINGS)) if own else writer.renamed(draw.choice(ledes)))
        more = draw.sample(BACKERS, draw.choice((0, 1, 1, 2))) + draw.sample(OTHERS, draw.randint(0, 2))
        draw.shuffle(more)
        if _has(parts, ACQUIRER):
            more = [line for line in more if line in OTHERS]
        parts += [writer.fill(line) for line in more]
        article = writer.text(parts)
        yield roughened(article, draw) if draw.random() < 0.3 else article


_SLIPS: Final = (
    (re.compile(r"\b(?:by|from|of|in|with) "), ""),  # a small word lost
    (re.compile(r"(?<=[a-z]) (?=[a-z$€£])"), ""),  # words run together where a link ended
    (re.compile(r"\. (?=[A-Z])"), ".\n"),  # a new paragraph
    (re.compile(r"'"), "’"),
)


def roughened(item: Labelled, draw: random.Random) -> Labelled:
    """Return a text with one slip of the sort that pages taken from the web show, outside its spans."""
    slip, instead = draw.choice(_SLIPS)
    places = [
        found
        for found in slip.finditer(item.text)
        if all(found.end() <= span.start or span.end <= found.start() for span in item.spans)
    ]
    if not places:
        return item
    at = draw.choice(places)
    shift = len(instead) - (at.end() - at.start())
    spans = (s if s.end <= at.start() else Span(s.start + shift, s.end + shift, s.label) for s in item.spans)
    return Labelled(item.text[: at.start()] + instead + item.text[at.end() :], tuple(spans), item.known)


def _has(parts: Sequence[Labelled], label: str) -> bool:
    return any(span.label == label for part in parts for span in part.spans)


@dataclass(slots=True)
class _Writer:
    """One article in the making: the company, the sum and the round stay the same throughout."""

    draw: random.Random
    names: Names
    said: dict[str, str]

    def text(self, parts: Sequence[Labelled]) -> Labelled:
        """Return parts as one text; a headline keeps its line."""
        whole, spans = "", []
        for i, part in enumerate(parts):
            body = part.text.strip("\n")
            shift = len(whole) - (len(part.text) - len(part.text.lstrip("\n")))
            spans += [Span(s.start + shift, s.end + shift, s.label) for s in part.spans]
            whole += body + ("" if i == len(parts) - 1 else "\n" if part.text.endswith("\n") else " ")
        return Labelled(whole, tuple(spans), KNOWN)

    def renamed(self, item: Labelled) -> Labelled:
        """Return a silver text with the article's company, sum and round, and with other backers."""
        pieces, spans, at, length = [], [], 0, 0
        for span in item.spans:
            old = item.text[span.start : span.end]
            new = self._value(span.label, old)
            pieces += [item.text[at : span.start], new]
            length += span.start - at
            spans.append(Span(length, length + len(new), span.label))
            length += len(new)
            at = span.end
        return Labelled("".join([*pieces, item.text[at:]]), tuple(spans), KNOWN)

    def _value(self, label: str, old: str) -> str:
        match label:
            case "COMPANY":
                return self._same("C", self.names.company)
            case "INVESTOR" | "LEAD" | "ADVISER":
                return self.names.investor(self.draw)
            case "ACQUIRER":
                return self.names.company(self.draw)
            case _:
                return old

    def _same(self, slot: str, make: object) -> str:
        if slot not in self.said and callable(make):
            self.said[slot] = str(make(self.draw))
        return self.said[slot]

    def fill(self, template: str) -> Labelled:
        """Return a sentence with its slots filled."""
        text, spans = "", []
        for literal, slot in re.findall(r"([^{}]*)(?:\{(\w+)\})?", template):
            text += literal
            for between, letter in self._expanded(slot):
                text += between
                value = self._slot(letter)
                if _SLOTS.get(letter):
                    spans.append(Span(len(text), len(text) + len(value), _SLOTS[letter]))
                text += value
        return Labelled(text, tuple(spans), KNOWN)

    def _expanded(self, slot: str) -> Iterator[tuple[str, str]]:
        """Yield (text before, letter) for a slot; a list becomes its members with what stands between them."""
        if slot != "Is":
            if slot:
                yield "", slot
            return
        count = self.draw.choice((1, 2, 2, 3, 3, 4, 5, 7))
        comma = self.draw.choice((", and ", " and ", " and ", ", as well as "))
        for i in range(count):
            before = "" if i == 0 else comma if i == count - 1 else ", "
            yield before + self.draw.choice(_BEFORE), "I"
            aside = self.draw.random()
            if aside < 0.05:
                yield " (", "Y"
                yield ")", ""
            elif aside < 0.1:
                yield ", the founder of ", "O"
            elif aside < 0.13:
                yield ", the venture arm of ", "O"

    def _slot(self, letter: str) -> str:
        draw, names = self.draw, self.names
        match letter:
            case "C":
                return self._same("C", names.company)
            case "M":
                return self._same("M", _sum)
            case "V":
                return self._same("V", _worth)
            case "R":
                return self._same("R", lambda d: d.choice(_ROUNDS))
            case "L" | "I" | "A":
                return names.investor(draw)
            case "B":
                return self._same("B", names.company)
            case "O":
                tail = "" if draw.random() < 0.7 else f" {draw.choice(_FIRM_TAILS)}"
                return names.company(draw) + tail
            case "P":
                return names.person(draw)
            case "T":
                return _sum(draw)
            case "Y":
                return draw.choice(_CITIES)
            case _:
                return ""


_BEFORE: Final = ("",) * 14 + ("existing investor ", "angel investor ", "Berlin-based ", "the ", "investors such as ")


def _sum(draw: random.Random) -> str:
    return draw.choice(_SUMS).format(draw.choice((draw.randint(1, 40), draw.randint(10, 400))))


def _worth(draw: random.Random) -> str:
    return draw.choice(("${} billion", "${}B", "€{} billion", "${}bn")).format(round(draw.uniform(1, 20), 1))
