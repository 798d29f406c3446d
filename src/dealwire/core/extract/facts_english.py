"""Facts of organisations in English sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from dealwire.core.extract.dates import find_dates
from dealwire.model import OrganisationFact, PartialDate, Precision, Told

_NAME_WORD: Final = (
    r"(?:(?<!\w)(?:[A-Z][\w&'’+-]{0,30}(?:\.[a-z][\w-]{0,30})?|[a-z]{1,2}[A-Z]\w{0,30}|\d{1,4}[A-Z]\w{0,30}))"
)
_ORGANISATION: Final = rf"{_NAME_WORD}(?: (?:of |and |& )?{_NAME_WORD}){{0,4}}"
_PERSON_WORD: Final = r"(?:[A-Z][a-zA-Z'’.-]{1,30}|(?:de|van|von|der|bin|al)\b|[A-Z]\.)"
_PERSON: Final = rf"(?<!\w)[A-Z][a-zA-Z'’.-]{{1,30}}(?: {_PERSON_WORD}){{1,3}}"
_ASIDE: Final = r"(?:, (?:an? |the |who |former |formerly |previously )[^,.;]{3,80})"
_PEOPLE: Final = (
    rf"{_PERSON}(?:{_ASIDE}?(?:, (?:and )?| and | & ){_PERSON}(?!(?:, which)? (?:is|was|has|raised|will|makes"
    rf"|offers)\b)){{0,5}}"
)
_MONTHS: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?"
    r"|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_WHEN: Final = rf"(?:{_MONTHS}(?: \d{{1,2}},?)? )?(?:of )?(?:19|20)\d\d"

_ANAPHOR: Final = (
    r"(?:[Tt]he|[Tt]his) (?:[\w-]+ ){0,3}?(?:startup|start-up|company|firm|business|unicorn|group|lab|outfit"
    r"|venture|developer|maker|provider|platform)|[Ii]t(?= (?:was|is|has|provides|serves|counts))"
)
_FOUNDED: Final = re.compile(
    r"\b(?:[Cc]o-?)?(?:[Ff]ounded|[Ee]stablished|[Ii]ncorporated)\b(?=[ ](?:by|in|on|back in)[ ])"
    r"|\b(?:started|created|set up|Started|Created|Launched)\b(?=[ ](?:in (?:19|20)\d\d )?by[ ][A-Z])"
)
_BY: Final = re.compile(
    rf"(?: (?:back )?in {_WHEN})?(?: in [A-Z][\w ,.-]{{2,30}}?)? by "
    rf"(?:(?!from |at |of |with )[\w-]+ (?:and [\w-]+ )?){{0,4}}?(?P<people>{_PEOPLE})"
)
_IN: Final = re.compile(rf"(?: by [^.;]{{3,160}}?)?,? (?:back )?in (?P<when>{_WHEN})")
_FORMER: Final = re.compile(
    rf"(?P<person>{_PERSON}), (?:an? |the |who (?:was|is) (?:an? )?)?(?:former |ex-|ex |previously (?:an? )?|once "
    rf"(?:an? )?)(?P<post>[A-Za-z][\w &/-]{{2,60}}?) (?:at|of|for|with|from|in charge of) (?:the "
    rf")?(?P<employer>{_ORGANISATION})"
)
_FORMER_SHORT: Final = re.compile(
    rf"(?:former|ex-) ?(?P<employer>{_ORGANISATION}) (?P<post>(?:[a-z-]+ ){{0,3}}(?:executives?|engineers?"
    rf"|researchers?|scientists?|employees?|presidents?|directors?|managers?|designers?|vice presidents?|VPs?|CEO"
    rf"|CTO|leads?)) (?P<person>{_PEOPLE})"
)
_FOUNDERS: Final = re.compile(
    rf"(?:(?P<organisation>{_ORGANISATION})(?:['’]s?)? )?(?:[Cc]o-?)?[Ff]ounders?(?: (?:and|&) (?:[A-Z]{{3}}|chief "
    rf"[a-z]+ officer|president|chairman|chief executive))?,? (?P<people>{_PEOPLE})"
)
_FOUNDER_OF: Final = re.compile(
    rf"(?P<people>{_PERSON})(?:, (?:the )?| ?\(|, who is )(?:co-?)?(?:[Ff]ounder)(?: (?:and|&) [\w ]{{2,30}}?)? "
    rf"(?:of|at) (?P<organisation>{_ORGANISATION})"
)
_BASED: Final = re.compile(
    r"(?P<place>[A-Z][\w.’'-]+(?:[ ][A-Z][\w.’'-]+){0,2}(?:, (?:[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?|[A-Z]{2}"
    r"|[A-Z]\.[A-Z]\.))?)[- –]based\b"
)
_BASED_IN: Final = re.compile(
    r"\b(?:based|headquartered)(?: out)? (?:in|at) (?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w’'-]+){0,2}(?:, "
    r"(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{2}\b))?)"
)
_AFTER_BASED: Final = re.compile(
    rf"[^.;]{{0,80}}?\b(?:startup|start-up|company|firm|maker|developer|provider|unicorn|platform|fund) "
    rf"(?P<organisation>{_ORGANISATION})"
)
_SERVES: Final = re.compile(
    r"\b(?:provid(?:es|ed|ing)|suppl(?:ies|ied)|offers|delivers|powers)\b(?P<what>[^.;:]{0,120}?)\b(?:to|for) "
    r"(?:(?:applications?|apps|products?|customers?|clients?|companies|platforms|brands|services|users|enterprises"
    r"|businesses|partners)(?: (?:like|such as|including)|, including|, such as) )(?P<list>[^.;:]{2,200})"
    r"|\b(?:customers|clients|users|partners)(?: (?:already |now )?(?:include|including|such as|like|range from)|, "
    r"including) (?P<list2>[^.;:]{2,200})"
    r"|\b(?:counts|lists|names) (?P<list3>[^.;:]{2,160}?) (?:as|among(?:st)?) (?:its |their )?(?:customers|clients"
    r"|users)\b"
)
_NO_NOUN_AFTER: Final = r"(?=[ ]?[,.;)]|\s*$|[ ](?:has|is|was|and|that|which|will|said|raised|raises|in|for)\b)"
_PRODUCT: Final = re.compile(
    rf"\b(?:(?:maker|developer|creator)s? of|(?:company|startup|firm|lab|team) behind) "
    rf"(?:the )?(?P<product>{_ORGANISATION}){_NO_NOUN_AFTER}"
    rf"|\b(?:launched|unveiled|released|introduced|rolled out) (?:its |an? |the )?(?:[a-z-]+ ){{0,6}}"
    rf"(?:called|named|dubbed) (?P<product2>{_ORGANISATION})"
    rf"|\b[Ii]ts (?:[a-z-]+ ){{0,3}}(?:app|product|platform|model|chatbot|flagship),? "
    rf"(?:called |named |dubbed )?(?P<product3>{_ORGANISATION}){_NO_NOUN_AFTER}"
)
_PARENT: Final = re.compile(
    rf"\b(?:an? )?(?:wholly[- ]owned |majority-owned )?(?:subsidiary|unit|division|arm|affiliate|spin-?off"
    rf"|spinout) of (?:the )?(?P<parent>{_ORGANISATION})"
    rf"|\b(?:owned by|backed and owned by|part of) (?:the )?(?P<parent2>{_ORGANISATION})|\b(?:its|whose) parent(?: "
    rf"company)?,? (?P<parent3>{_ORGANISATION})"
)
_LEADING: Final = re.compile(
    rf"\s*(?:According to [^,]{{2,40}}, )?(?:[A-Z][\w ]{{2,20}}-based (?:[\w-]+ ){{0,4}})?(?P<name>{_ORGANISATION})"
    r"(?=,| is\b| was\b| has\b| raise| announce| will\b| secure| close| \()"
)
_AFTER_FOUNDED: Final = re.compile(rf", (?P<name>{_ORGANISATION})(?= is | was | has | makes | raised )")
_EMPLOYED: Final = re.compile(r" (?:at|of|from|with|for|ex-|former) (?:the )?\Z")
_ITEM: Final = re.compile(rf"\A(?:the |its |and |such as |like )*(?P<item>{_ORGANISATION}(?:\.com|\.ai)?)")
_SPLIT: Final = re.compile(r", and |, | and | & |、|;")
_SENTENCE_WORDS: Final = (
    "The This That A An It In On At But And For With According By As If When While Founded Established "
    "Launched Started Its They He She We Our After Before Since Series Inc CEO CTO Co Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Founders Founder Co-founder Co-founders Cofounders Premier "
    "President Minister Reports Reuters Bloomberg TechCrunch TechNode Chinese American Two AI Headquartered History "
    "Company Overview Some Other Past Prior However Although Early Clients Technology Products Background "
    "Part Owned Today Earlier Later"
)
_NOT_NAMES: Final = frozenset(_SENTENCE_WORDS.split())
_NOT_PEOPLE: Final = re.compile(
    r"\b(?:University|Canada|America|Capital|Group|Ventures|Partners|Inc|Bank|Corporation|Corp|Institute|Labs"
    r"|School|College|Fund|Holdings"
    r"|Technologies|International|Company|Foundation|Association|Angels|Equity|Management)\b"
)
_APPOSITION: Final = re.compile(r",(?: (?:which|that))?(?: (?:an?|the|is|was))?(?: [a-z-]+){0,4}? ?\Z")
_ADJACENT: Final = re.compile(
    r"(?:['’]s)?(?: ?\([^()]{1,60}\))?,?(?: (?:which|that|who))?(?: (?:is|was|has|are|were|been|now|also|already"
    r"|currently))*"
    r"(?:(?: an?| the)(?:[ ][a-z-]+){0,4}?)?(?:[ ](?:[\w-]+[ ]){0,3}?(?:startup|company|firm|maker|platform"
    r"|developer|unicorn),?)? ?"
)
_VERBAL: Final = re.compile(
    r",? (?:is|was|has|had|will|plans?|seeks|raised|raises|said|announced|expects|secured|closed|aims|wants|makes"
    r"|develops|provides|offers|which|recently|also)\b"
)
_SENTENCE_END: Final = re.compile(r"(?<![A-Z])(?<!\bInc)(?<!\bCorp)(?<!\bLtd)(?<!\bCo)[.!?][\"”’]?(?=\s)|\n")
_LONGEST_SENTENCE: Final = 1500
_MARKS: Final = (
    "ound",
    "stablish",
    "aunched",
    "based",
    "headquartered",
    "customers",
    "clients",
    "such as",
    "maker",
    "developer",
    "behind",
    "subsidiary",
    "unit of",
    "owned",
    "parent",
    "used by",
    "arm of",
    "counts",
    "ncorporated",
)


def find(content: str, published: date | None, names: Sequence[Told[str]]) -> Iterator[OrganisationFact]:
    """Yield the facts of a text, sentence by sentence."""
    if not any(mark in content for mark in _MARKS):
        return
    topic: Told[str] | None = None
    for start, end in _sentences(content):
        reader = _Sentence(content, start, end, published, names, topic)
        yield from reader.facts()
        topic = reader.subject or topic


def _sentences(content: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _SENTENCE_END.finditer(content):
        yield start, min(stop.end(), start + _LONGEST_SENTENCE)
        start = stop.end()
    yield start, min(len(content), start + _LONGEST_SENTENCE)


class _Sentence:
    """One sentence, with the organisation that the ones before it are about."""

    __slots__ = ("content", "end", "names", "published", "start", "subject", "topic")

    def __init__(
        self,
        content: str,
        start: int,
        end: int,
        published: date | None,
        names: Sequence[Told[str]],
        topic: Told[str] | None,
    ) -> None:
        self.content, self.start, self.end, self.published = content, start, end, published
        self.names = (
            [name for name in names if start <= name.start < end] if names else list(_capitalised(content, start, end))
        )
        self.topic = topic
        self.subject = self._subject()

    def facts(self) -> Iterator[OrganisationFact]:
        """Yield the facts that the sentence tells."""
        text = self.content[self.start : self.end]
        for marks, read in _READERS:
            if any(mark in text for mark in marks):
                yield from read(self)

    def _subject(self) -> Told[str] | None:
        """Return the organisation that the sentence is about: the first before a verb, else the first."""
        if re.match(rf"\s*(?:{_ANAPHOR})\b", self.content[self.start : self.start + 60]) and self.topic:
            return self.topic
        return next(
            (name for name in self.names if _VERBAL.match(self.content, name.end)),
            self.names[0] if self.names else None,
        )

    def _before(self, at: int) -> Told[str] | None:
        """Return the organisation that words at an offset speak of: a name beside them, else the subject."""
        nearest = max((name for name in self.names if name.end <= at), key=lambda name: name.end, default=None)
        if nearest and _ADJACENT.fullmatch(self.content, nearest.end, at):
            return nearest
        if self.subject and (self.subject.end <= at or self.subject is self.topic):
            return self.subject
        return nearest or self.topic

    def _after(self, at: int) -> Told[str] | None:
        """Return the organisation that "Founded in 2016 by …, X is" speaks of: after the comma, or the topic."""
        comma = self.content.find(", ", at, self.end)
        if comma < 0:
            return self.topic
        rest = re.match(rf", (?:{_ANAPHOR})\b", self.content[comma : comma + 60])
        if rest and self.topic:
            return self.topic
        later = [name for name in self.names if name.start >= comma]
        return next(
            (name for name in later if _VERBAL.match(self.content, name.end)), later[0] if later else self.topic
        )

    def _fact(
        self,
        organisation: Told[str] | None,
        field: str,
        start: int,
        end: int,
        value: str | None = None,
        confidence: float = 0.8,
    ) -> Iterator[OrganisationFact]:
        if organisation and end > start:
            quote = self.content[start:end]
            if value is not None or quote != organisation.value:
                yield OrganisationFact(
                    organisation, field, Told(quote if value is None else value, start, end, quote, confidence)
                )

    def foundings(self) -> Iterator[OrganisationFact]:
        """Yield when the organisation was founded, by whom, and what they did before."""
        for match in _FOUNDED.finditer(self.content, self.start, self.end):
            organisation = (
                self._after(match.end())
                if match.start() - self.start <= 2 or self.content[match.start()].isupper()
                else self._before(match.start())
            )
            if organisation is None:
                continue
            if by := _BY.match(self.content, match.end(), self.end):
                yield from self._people(organisation, by)
            if when := _IN.match(self.content, match.end(), self.end):
                yield from self._founded_on(organisation, when.span("when"))

    def _founded_on(self, organisation: Told[str] | None, span: tuple[int, int]) -> Iterator[OrganisationFact]:
        for told in find_dates("in " + self.content[slice(*span)], self.published):
            yield from self._fact(organisation, "founded_on", *span, value=iso(told.value), confidence=0.9)
            return

    def _people(self, organisation: Told[str] | None, match: re.Match[str]) -> Iterator[OrganisationFact]:
        start = match.start("people")
        for person in re.finditer(_PERSON, match["people"]):
            employed = _EMPLOYED.search(match["people"][: person.start()])
            if person[0].split()[0] not in _NOT_NAMES and not employed and not _NOT_PEOPLE.search(person[0]):
                end = start + person.start() + len(_without_stop(person[0]))
                yield from self._fact(organisation, "founder", start + person.start(), end, confidence=0.9)
        for pattern in (_FORMER, _FORMER_SHORT):
            for former in pattern.finditer(self.content, max(self.start, start - 80), min(self.end, match.end() + 160)):
                if former["person"] in match["people"] or match["people"] in former["person"]:
                    value = f"{former['post'].strip()}, {former['employer']}"
                    yield from self._fact(
                        organisation,
                        "founder_former_post",
                        min(former.start("post"), former.start("employer")),
                        max(former.end("post"), former.end("employer")),
                        value=value,
                    )

    def founders(self) -> Iterator[OrganisationFact]:
        """Yield who is called a founder."""
        for pattern in (_FOUNDERS, _FOUNDER_OF):
            for match in pattern.finditer(self.content, self.start, self.end):
                organisation = self._named(match) or (self.subject if pattern is _FOUNDERS else None)
                yield from self._people(organisation, match)

    def _named(self, match: re.Match[str]) -> Told[str] | None:
        if not match["organisation"] or match["organisation"].split()[0] in _NOT_NAMES:
            return None
        start, end = match.span("organisation")
        known = next((name for name in self.names if name.start <= start < name.end or start <= name.start < end), None)
        return known or Told(self.content[start:end], start, end, self.content[start:end], 0.7)

    def seats(self) -> Iterator[OrganisationFact]:
        """Yield where the organisation sits."""
        for match in _BASED.finditer(self.content, self.start, self.end):
            ahead = _AFTER_BASED.match(self.content, match.end(), self.end)
            apposition = re.search(
                r", (?:an? |the )\Z", self.content[max(self.start, match.start() - 8) : match.start()]
            )
            organisation = (
                self._before(match.start())
                if apposition
                else self._named(ahead)
                if ahead
                else self._directly_after(match.end())
            )
            yield from self._fact(organisation, "headquarters", *match.span("place"))
        for match in _BASED_IN.finditer(self.content, self.start, self.end):
            organisation = self._after(match.end()) if match.start() - self.start <= 2 else self._before(match.start())
            start = match.start("place")
            yield from self._fact(organisation, "headquarters", start, start + len(_without_stop(match["place"])))

    def _directly_after(self, at: int) -> Told[str] | None:
        return next((name for name in self.names if name.start == at + 1), None)

    def services(self) -> Iterator[OrganisationFact]:
        """Yield whom or what its products serve."""
        for match in _SERVES.finditer(self.content, self.start, self.end):
            group = next(name for name in ("list", "list2", "list3") if match[name])
            organisation = self._before(match.start())
            for start, end in self._items(*match.span(group)):
                yield from self._fact(organisation, "serves", start, end)

    def _items(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of the names that a list starts with: it ends at the first part that is none."""
        position = start
        for part in (*_SPLIT.finditer(self.content, start, end), None):
            stop = part.start() if part else end
            item = _ITEM.match(self.content[position:stop])
            if item is None or item["item"].split()[0] in _NOT_NAMES:
                return
            yield position + item.start("item"), position + item.end("item")
            if item.end() < stop - position:
                return
            position = part.end() if part else end

    def products(self) -> Iterator[OrganisationFact]:
        """Yield what the organisation makes: "maker of X", "its chatbot, X"."""
        yield from self._beside(_PRODUCT, "product")

    def parents(self) -> Iterator[OrganisationFact]:
        """Yield whose the organisation is: "a subsidiary of X", "owned by X"."""
        yield from self._beside(_PARENT, "parent")

    def _beside(self, pattern: re.Pattern[str], field: str) -> Iterator[OrganisationFact]:
        for match in pattern.finditer(self.content, self.start, self.end):
            group = str(match.lastgroup)
            organisation = self._before(match.start())
            if match[group].split()[0] in _NOT_NAMES or not organisation:
                continue
            if self._in_apposition(match.start()) and not _ADJACENT.fullmatch(
                self.content, organisation.end, match.start()
            ):
                continue  # it speaks of the name before the comma, which isn't known
            yield from self._fact(organisation, field, *match.span(group), confidence=0.7)

    def _in_apposition(self, at: int) -> bool:
        return _APPOSITION.search(self.content, max(self.start, at - 60), at) is not None


_READERS: Final[tuple[tuple[tuple[str, ...], Callable[[_Sentence], Iterator[OrganisationFact]]], ...]] = (
    (("ounded", "stablished", "aunched", "tarted", "set up", "created", "ncorporated"), _Sentence.foundings),
    (("ounder",), _Sentence.founders),
    (("based", "headquartered"), _Sentence.seats),
    (("customers", "clients", "users", "partners", "such as", "including", " like ", "used by"), _Sentence.services),
    ((" of ", "behind", "called", "named", "dubbed", "ts "), _Sentence.products),
    (
        ("subsidiary", "unit of", "division", "arm of", "affiliate", "spin", "owned by", "part of", "parent"),
        _Sentence.parents,
    ),
)
"""Which words a sentence must hold to be read for which facts."""


def _capitalised(content: str, start: int, end: int) -> Iterator[Told[str]]:
    """Yield the name that a sentence starts with, for want of better."""
    match = _LEADING.match(content, start, end)
    if match and match["name"].split()[0] not in _NOT_NAMES:
        yield Told(match["name"], *match.span("name"), match["name"], 0.5)
    for match in _AFTER_FOUNDED.finditer(content, start, end):
        yield Told(match["name"], *match.span("name"), match["name"], 0.5)


def _without_stop(name: str) -> str:
    """Return a name without the full stop of its sentence, which an initial or "Jr." keeps."""
    last = name.rsplit(" ", 1)[-1]
    return name[:-1] if name.endswith(".") and last not in ("Jr.", "Sr.") and len(last) > 2 else name


def iso(value: PartialDate) -> str:
    """Return a date in ISO 8601, cut to what is known of it: "2021-12"."""
    return value.value.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}[value.precision]]
