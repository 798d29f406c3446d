"""Which language an article is in, by the share of scripts and a few small words: enough to pick a reader by."""

from __future__ import annotations

import re

_SAMPLE = 1500
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ebef]+")
_KANA_HANGUL = re.compile("[\u3041-\u30ff\uac00-\ud7af]+")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_OTHER_SCRIPT = re.compile("[\u0370-\u052f\u0590-\u0e7f]+")
_ENGLISH = frozenset(
    {"the", "of", "to", "and", "in", "for", "is", "on", "with", "by", "from", "at", "as"}
    | {"that", "its", "it", "has", "an", "will", "was", "are", "this", "be", "said"}
)
_NOT_ENGLISH = frozenset(
    {"der", "die", "und", "das", "ein", "eine", "von", "mit", "für", "ist", "den", "im", "auf"}
    | {"le", "la", "les", "des", "et", "une", "du", "dans", "pour", "sur", "est", "au"}
    | {"el", "los", "las", "que", "del", "por", "con"}
    | {"il", "che", "per", "gli", "della", "di"}
    | {"de", "do", "da", "os", "em", "um", "uma", "não"}
    | {"het", "een", "van", "voor", "och", "att", "som", "på"}
)
_TAG = re.compile(r"[A-Za-z]{2,3}\b")
_BLANKS = {n: " " for n in range(128) if not chr(n).isalpha()}
OTHER = "other"


def detect(text: str) -> str:
    """Return "en", "zh" or "other". A text with neither letters nor Han characters is "other"."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _latin(sample.lower().translate(_BLANKS).split())
    han = _count(_HAN, sample)
    foreign = _count(_KANA_HANGUL, sample) + _count(_OTHER_SCRIPT, sample)
    if foreign > 0.15 * (han + foreign) and foreign > 5:
        return OTHER
    words = _LATIN_WORD.findall(sample)
    # A Chinese word has about two characters. In between stand such headlines as
    # "塔恩 raises $34M" beside "塔恩AI融资": a word in small letters is hardly ever a name.
    if han > 2 * len(words) or (han and han >= len(words) and not any(word.islower() for word in words)):
        return "zh"
    return _latin(" ".join(words).lower().split(" "))


def _count(script: re.Pattern[str], text: str) -> int:
    return sum(map(len, script.findall(text)))


def _latin(words: list[str]) -> str:
    """Tell the language of words in small letters; single letters are none."""
    if not any(len(word) > 1 for word in words):
        return OTHER
    english = sum(map(_ENGLISH.__contains__, words))
    other = sum(map(_NOT_ENGLISH.__contains__, words))
    return OTHER if other > english and other >= 2 else "en"


def of(text: str, declared: str | None = None) -> str:
    """Return an article's language: as declared, unless its script says otherwise; else as detected.

    A declared language other than English and Chinese comes back as its primary subtag ("fr"). Sites often declare "en"
    whatever they write, so a Chinese text is Chinese whatever it is declared to be.
    """
    match = _TAG.match(declared.strip()) if declared else None
    detected = detect(text)
    if match is None or detected == "zh":
        return detected
    primary = match[0].lower()
    if primary in {"zh", "en"}:
        return detected
    return primary
