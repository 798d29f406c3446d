"""Article → Reading: the gate, then the reader of the text's language.

A reader is a package with `read(content, title_end, published) -> Reading`, which leaves `facts` empty; a new language
is one package and one row of `READERS`. `EXTRACTOR` and `VERSION` name the extractor in every claim; `VERSION` rises
whenever a rule changes what is read, so that `rebuild` reads again what an older version read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib import import_module

from dealwire.core.extract import confidence, facts, gate
from dealwire.model import Article, Reading

EXTRACTOR = "rules"
VERSION = "16"

READERS = {"en": "english", "zh": "chinese"}
"""Language → the package that reads it.

Packages are imported when first needed: compiling their patterns takes a while.
"""

MAX_FOR_FACTS = 40_000
"""Characters of a text in which facts are looked for."""

FALLBACK = "en"
"""Texts in other languages are read with the rules for English.

Headlines often borrow its words, and sums look alike.
"""


def extract(article: Article) -> Reading:
    """Read the deals, facts and name pairs that an article tells; most articles end at the gate with nothing read."""
    if not gate.passes(article.content):
        return Reading()
    told = deals(article)
    companies = [deal.company for deal in told.deals if deal.company is not None]
    return replace(told, facts=facts.find_facts(article.content[:MAX_FOR_FACTS], _day(article), companies))


def deals(article: Article) -> Reading:
    """Read the deals and name pairs of an article that the gate let by, and no facts."""
    return confidence.calibrated(read(article), language_of(article))


def read(article: Article) -> Reading:
    """Read an article as `deals` does, with the degrees of confidence that the rules give."""
    package = import_module(f"{__name__}.{READERS[language_of(article)]}")
    reader: Callable[[str, int, date | None], Reading] = package.read
    return reader(article.content, len(article.title), _day(article))


def _day(article: Article) -> date | None:
    return article.published.date() if article.published else None


def language_of(article: Article) -> str:
    """Return the language by whose rules an article is read."""
    return article.lang if article.lang in READERS else FALLBACK
