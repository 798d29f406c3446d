"""Article → Reading: the gate, then the reader of the text's language.

A reader is a package with `read(content, title_end, published) -> Reading`; a new language is one package and one row
of `READERS`. `EXTRACTOR` and `VERSION` name the extractor in every claim; `VERSION` rises whenever a rule changes what
is read, so that `rebuild` reads again what an older version read.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module

from dealwire.core.extract import gate
from dealwire.model import Article, Reading

EXTRACTOR = "rules"
VERSION = "1"

READERS = {"en": "english", "zh": "chinese"}
"""Language → the package that reads it.

Packages are imported when first needed: compiling their patterns takes a while.
"""

FALLBACK = "en"
"""Texts in other languages are read with the rules for English.

Headlines often borrow its words, and sums look alike.
"""


def extract(article: Article) -> Reading:
    """Read the deals, facts and name pairs that an article tells; most articles end at the gate with nothing read."""
    content = article.content
    if not gate.passes(content):
        return Reading()
    package = READERS.get(article.lang) or READERS[FALLBACK]
    read: Callable[[str, int, date | None], Reading] = import_module(f"{__name__}.{package}").read
    return read(content, len(article.title), article.published.date() if article.published else None)
