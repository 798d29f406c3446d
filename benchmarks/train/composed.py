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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

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
    "T": "",  # a sum that is no part of the deal
    "Y": "",  # a city
}
"""What each letter in braces stands for; "{Is}" is a list of investors."""

BACKERS: Final = """\
The round was led by {L}, with participation from {Is}.
The financing was led by {L} and included {Is}.
The investment was co-led by {L} and {L}, with {Is} also taking part.
{L} led the round, which also saw participation from {Is}.
{L} and {L} co-led the deal.
{L} led the round, joined by {Is}.
Backers included {Is}.
The round was led by {L}. Other investors include {Is}.
The round was led by existing investor {L}, alongside {Is}.
Led by {L}, the round brought in {Is} as new shareholders.
New investors {Is} joined existing backers {Is} in the round.
Existing investors {Is} also participated.
Participants in the round included {Is}.
Also participating were {Is}.
{Is} also participated in the round, the company said.
The {R} round was led by {L} with support from {Is}.
The {R} was led by {L}, a {Y}-based venture firm, with {Is} following on.
{C} raised the money from {Is}.
The money comes from {Is}.
The capital comes from {L}, which led, as well as {Is}.
{L} spearheaded the round, with contributions from {Is}.
Leading the round was {L}; {Is} participated too.
{L} was the lead investor and was joined by {Is}.
The company's investors in this round are {Is}.
It counts {Is} among the backers of this round.
Joining {L} were {Is}.
Participating investors: {Is}
Investors: {L} (lead), {Is}
The {M} {R} was led by {L}.
The {M} investment, led by {L} with participation from {Is}, will go towards hiring.
The funding, which was led by {L}, comes two years after the company left stealth.
The round drew {Is}, with {L} in the lead.
{L} anchored the round and will take a board seat.
{P}, partner at {L}, which led the round, will join the board.
As part of the deal, {P} of {L} joins the board of directors.
The round had backing from {Is}.
Funding came from {Is}.
{I} invested alongside {Is}.
Returning investors {Is} doubled down.
Strategic investors {Is} came in as well.
Angel investors {Is} also wrote checks.
The loan was provided by {I}.
{I} put in {T} of the total.
The syndicate was made up of {Is}.
"We are thrilled to back {C}," said {P}, general partner at {L}, which led the round.
Money came from {L} ({Y}), which led, {I} ({Y}) and {I}.
{A} acted as exclusive financial adviser to {C}.
{A} served as placement agent for the transaction.
{A} advised the company on the raise.
New backers including {Is} joined earlier ones.
The round was led by {Y}'s {L}, with {Y}'s {I}, {I} and {I} joining.
{L} led, next to {P}'s own firm, {I}.
It was joined by {I}, and by returning backers including {Is}.
The round, joined by {Is}, was oversubscribed.
The {M} raised includes {T} from {I}.
{L} and {L} together led the {R}, with {Is} and some others behind them.
{L} was joined by individuals including {Is}, and others.
Support came from {I} and {I}.
Both {I} and {I} had backed the company before and put in more.
""".splitlines()

OTHERS: Final = """\
The company intends to use the funds to expand operations and its development efforts.
The new money brings total funding to {T}.
To date, {C} has raised {T}.
The deal values {C} at {V}.
The round gives the company a post-money valuation of {V}.
{C} is now worth {V}, according to {P}, its chief executive.
The valuation stands at {V}, up from {T} a year ago.
Founded in 2019 by {P} and {P}, {C} sells software to hospitals and counts {O} and {O} as customers.
Led by {P}, CEO, {C} provides a platform that connects drivers with shippers.
Prior to founding the company, {P} worked at {O} and {O}.
Rivals include {O}, which raised {T} last year, and {O}.
{O} and {O} are among its competitors.
The announcement comes a month after {O} bought {O} for {T}.
"This funding lets us grow faster," said {P}, co-founder and CEO of {C}.
"There is no going back," {P} told {O}.
The startup, based in {Y}, has 40 employees and offices in {Y} and {Y}.
The market is expected to reach {T} by 2030, says {O}.
It had revenue of {T} last year.
Customers such as {O}, {O} and {O} use its product.
{C} works with partners including {O} and {O}.
{P} joins from {O}, where he was a vice president.
Earlier this year the company signed a partnership with {O}.
The company previously raised {T} from investors led by {O} in 2021.
{O} reported the talks first.
Terms were not disclosed.
The company was founded in {Y} in 2016.
About {O}: {O} is a family of funds with {T} under management.
For more information, visit the company's website.
The service launched with {O} as its first client, and it now handles {T} a month.
{O}, a unit of {O}, declined to comment.
Its Series A of {T}, led by {O} and {O}, was three years ago.
In 2021 it raised a {T} seed round from {O}, {O} and {P}.
Its founders include {P}, who led {O}, and {P}, who sold {O} to {O} for {T}.
{P}, who once ran {O}, is chairman; {P} of {O} is an adviser.
The company was last valued at {T} in 2022.
The round comes at a {V} valuation, {O} reported.
At {V}, its valuation has doubled in a year.
The financing values the startup at about {V}.
{O} had also shown interest in the company, a person close to the talks said.
Past acquisitions of {O} and {O} helped it grow.
""".splitlines()

OPENINGS: Final = """\
{C}, a {Y}-based startup, has raised {M} in a {R} round led by {L}.
{C}, which makes sensors for farms, announced a {M} {R} led by {L} with participation from {Is}.
{L} has led a {M} {R} round in {C}.
{L} invested {M} in {C}.
{Is} have invested {M} in {C}, the {Y} company said on Monday.
{C} closed a {M} {R} financing from {Is}.
{Y} — {C} today announced that it has secured {M} in {R} funding from {Is}.
{C} is in talks to raise {M} from {Is} at a valuation of {V}.
{C} has raised {M} at a {V} valuation in a round led by {L}.
{B} has agreed to acquire {C} for {M}.
{B}, the {Y} software group, said it will buy {C}, a maker of pumps, from {O}.
{C} has been acquired by {B} for {M} in cash and stock.
{C} was bought by {B} last week.
{B} announced the acquisition of {C} and its subsidiary {O}.
{C} has been sold to {B}; the seller, {O}, was advised by {A}.
{B} completed its purchase of {Y}-based {C}.
{C}, a {Y} fintech that was spun out of {O}, said {L} led its {M} {R}.
{M} for {C}: the {Y} company's {R} is led by {L}.
{C} snags {M} from {Is} for its robots
{L} leads {M} {R} in {C}
{B} to buy {C} in {M} deal
{C} lands {M} {R} from {L}, {I}
{Is} back {C} in {M} {R}
{Y}'s {C} gets {M} {R} to take on {O}
{O} alumni's startup {C} raises {M}
{Y}, June 3, 2024 /PRNewswire/ -- {C}, the leader in workplace software, today announced a {M} {R} led by {L}.
{Y}--(BUSINESS WIRE)--{C}, a provider of cloud security, announced it has closed {M} in {R} financing from {Is}.
March 4 (Reuters) - {C} has raised {M} from {Is}, it said, valuing the company at {V}.
{C} is seeking {M} in fresh funding at a {V} valuation, insiders told {O}.
{L} is in talks to lead a {M} round in {C} that would value the firm at {V}, {O} reported.
{B} nears deal to buy {C} for {M}: {O}
{B} said it would acquire all shares of {C} for {M}, ending months of talks with {O}.
{C} agreed to be bought by {B} in an all-stock deal worth {M}.
{B} takes over {C} from {O}
Private equity firm {B} is to take a majority stake in {C}, a family-owned maker of tools.
{C} and {B} have called off their {M} merger.
{C} files for US listing, {O} and {O} to underwrite
{C} raised {M} in its initial public offering, pricing shares at the top of the range. {O} managed the sale.
{C} plans to list in {Y} next year at a valuation of {V}.
{C} has closed its third fund at {M} to back founders in {Y}. It has invested in {O} and {O}.
Venture firm {C} raises {M} for a new fund, backed by {Is}.
{C} launches {M} fund for climate startups
{C} secures {M} loan from {I} to build its plant
{C} has drawn a {M} credit line from {Is}.
{C} wins {M} grant to test its batteries
{Is} pour {M} into {C}
{C} completes {R} worth {M}; {L} leads
{C} banks {M} as {L} and {I} pile in
How {C} raised {M} from {L} without a pitch deck
Exclusive: {C} raises {M} led by {L}
{C}, maker of a scheduling app used by {O}, has landed {M} in a {R} from {Is}
{L} writes {M} check for {C}
{I} takes a stake in {C}
{I} makes strategic investment in {C}
{C} receives strategic investment from {I}
{C}: {M} {R} from {Is}
{P}'s new venture {C} picks up {M} from {Is}
{C} raises {M} at {V} valuation
{C} took {M} in {R} money, at {V} valuation. Its backers: {Is}, among others.
{C} discusses raising {M} at {V} valuation
{C} seeks up to {V} valuation in new round
{C} is raising {M} with support from {I} and {I}
{C} will soon finish a round that puts it at about {V}, say insiders.
{C} is said to be valued at {V} after raising {M}
{I} acquires 5% stake in {C}
{I} invests in {C}
{I} and {I} invest in {Y}-based {C}
{I}-backed {C} raises {M}
{O}-backed {C} lands {M} from {L}
{C} stretched its {R} to {M} with {I} on board; it has had {T} in all.
{C} closed a {M} {R}; returning investor {L} led.
{C}, co-founded by {P} and {P}, in talks to raise {M}
Today, {C} announced its {R} led by {L}. It has now raised {T}.
{B} in talks to acquire {C}
{B} is in advanced talks to buy {C} for up to {M}, {O} reported
{B} buys {C} for its billing software
{B} bids {T} a share for {C} - {O}
{B} offers to buy {C} for {M}
{B} to merge with {C}
{B} snaps up {C}
{B} has made an offer of about {M} for {C}, according to insiders.
{C} prefers the bid that {B} made for it, {O} reported.
{C} explores sale at {M}, {O} says
{B} acquired {Y} startup {C}, founded by {P}.
{B} has agreed to acquire storage vendor {C}, a year after its purchase of {O}.
{C} has filed in confidence for a listing, an IPO due in spring.
{C} sets terms for IPO, aims to raise {M}
{C} went public on {O} at a valuation of {V}
""".splitlines()

NEGATIVES: Final = """\
{O} will spend {T} on data centres in {Y} over three years.
{O} reported revenue of {T}, up from {T}.
{O} named {P} as chief executive, replacing {P}.
{O} and {O} signed a partnership to build chips together.
{P} left {O} to join {O}.
{O} was fined {T} by regulators in {Y}.
{O} sued {O} over patents, asking for {T}.
Shares in {O} fell after {O} cut its forecast to {T}.
Should you raise a seed round this year? {P} has advice.
{O} won a {T} contract from {O}.
Venture funding in {Y} fell to {T} in the quarter, according to {O}.
{P} of {O} says investors have become careful about Series A rounds.
{O} launched a product that competes with {O}.
{O} has opened an office in {Y}.
""".splitlines()


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


def counted(items: Sequence[Labelled]) -> Mapping[str, int]:
    """Return how many spans of each label texts hold."""
    labels = [span.label for span in chain.from_iterable(item.spans for item in items)]
    return {label: labels.count(label) for label in sorted(set(labels))}
