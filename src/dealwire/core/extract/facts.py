"""What a text tells of organisations other than deals: founders, dates, seats, countries, products, parents.

Every rule names its organisation: beside the words ("X was founded by Y"), or, where the text says "the startup" or
公司, the one that the sentences before are about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from dealwire.core.extract import facts_chinese, facts_countries, facts_english
from dealwire.model import OrganisationFact, Told

_MOST_NAMES: Final = 200


def find_facts(content: str, published: date | None, names: Sequence[Told[str]] = ()) -> tuple[OrganisationFact, ...]:
    """Return the facts that a text tells, in order, each once.

    `names` are the organisations that a reader found; "the startup" stands for one of them. Without any, names are
    taken from the text's own capitals and quotation marks, which finds fewer.
    """
    ordered = _everywhere(content, names)
    found: dict[tuple[str, str, str], OrganisationFact] = {}
    told = (
        *facts_english.find(content, published, ordered),
        *facts_chinese.find(content, published, ordered),
        *facts_countries.find(content, ordered),
    )
    for fact in told:
        found.setdefault((fact.organisation.value, fact.field, fact.value.value), fact)
    return tuple(sorted(found.values(), key=lambda fact: (fact.value.start, fact.field)))


def _everywhere(content: str, names: Sequence[Told[str]]) -> list[Told[str]]:
    """Return every place where one of the names stands, the longest name at each place."""
    values = sorted({name.value for name in names if name.value}, key=len, reverse=True)[:_MOST_NAMES]
    if not values:
        return []
    taken = 0
    ordered: list[Told[str]] = []
    for start, end in sorted(_places(content, values), key=lambda place: (place[0], -place[1])):
        if start >= taken:
            taken = end
            ordered.append(Told(content[start:end], start, end, content[start:end]))
    return [told for told in ordered if not _amid_word(content, told.start) and not _amid_word(content, told.end)]


def _places(content: str, values: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield every place of each value; unlike a pattern of the values, `find` needs no compiling for each text."""
    for value in values:
        start = content.find(value)
        while start >= 0:
            yield start, start + len(value)
            start = content.find(value, start + len(value))


def _amid_word(content: str, at: int) -> bool:
    """Tell whether letters stand on both sides of an offset."""
    return _is_letter(content[at - 1 : at]) and _is_letter(content[at : at + 1])


def _is_letter(c: str) -> bool:
    return c.isascii() and c.isalpha()
