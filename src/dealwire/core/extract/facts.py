"""What a text tells of organisations other than deals: founders, dates, seats, products, customers, parents.

Every rule names its organisation: beside the words ("X was founded by Y"), or, where the text says "the startup" or
公司, the one that the sentences before are about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dealwire.core.extract import facts_chinese, facts_english
from dealwire.model import OrganisationFact, Told

_MOST_NAMES: Final = 200


def find_facts(content: str, published: date | None, names: Sequence[Told[str]] = ()) -> tuple[OrganisationFact, ...]:
    """Return the facts that a text tells, in order, each once.

    `names` are the organisations that a reader found; "the startup" stands for one of them. Without any, names are
    taken from the text's own capitals and quotation marks, which finds fewer.
    """
    ordered = _everywhere(content, names)
    found: dict[tuple[str, str, str], OrganisationFact] = {}
    for fact in (*facts_english.find(content, published, ordered), *facts_chinese.find(content, published, ordered)):
        found.setdefault((fact.organisation.value, fact.field, fact.value.value), fact)
    return tuple(sorted(found.values(), key=lambda fact: (fact.value.start, fact.field)))


def _everywhere(content: str, names: Sequence[Told[str]]) -> list[Told[str]]:
    """Return every place where one of the names stands, the longest name at each place."""
    values = sorted({name.value for name in names if name.value}, key=len, reverse=True)[:_MOST_NAMES]
    if not values:
        return []
    anywhere = re.compile("|".join(re.escape(value) for value in values))
    return [
        Told(match[0], *match.span(), match[0])
        for match in anywhere.finditer(content)
        if not (_is_letter(content[match.start() - 1 : match.start()]) and _is_letter(match[0][0]))
        and not (_is_letter(content[match.end() : match.end() + 1]) and _is_letter(match[0][-1]))
    ]


def _is_letter(c: str) -> bool:
    return c.isascii() and c.isalpha()
