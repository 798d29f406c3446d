"""Article → Reading: gate, typed spans, then the reader of the text's language.

`EXTRACTOR` and `VERSION` name the reader in every claim; `VERSION` rises whenever a rule changes what is read, so that
`rebuild` reads again what an older version read.
"""

from __future__ import annotations

from dealwire.core.extract import chinese, english, gate
from dealwire.model import Article, Reading

EXTRACTOR = "rules"
VERSION = "1"

HAN_SHARE = 0.2
"""From this share of Han characters among the letters on, a text is read as Chinese.

English names in it stay few words.
"""


def extract(article: Article) -> Reading:
    """Read the deals, facts and name pairs that an article tells.

    Most articles end at the gate with an empty reading.
    """
    content = article.content
    if not gate.passes(content):
        return Reading()
    published = article.published.date() if article.published else None
    reader = chinese if is_chinese(content) else english
    return reader.read(content, len(article.title), published)


def is_chinese(content: str) -> bool:
    """Tell whether a text is to be read as Chinese, by its characters and not by its label, which feeds get wrong."""
    sample = content[:2000]
    han = sum("\u4e00" <= c <= "\u9fff" for c in sample)
    letters = sum(c.isalpha() for c in sample)
    return letters > 0 and han >= HAN_SHARE * letters
