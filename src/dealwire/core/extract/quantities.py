"""Figures with their magnitudes, in digits or words: "1,250", "2.5 billion", "half a million", 三千万, 数亿.

A figure is kept exact as a `Decimal`. A magnitude without a figure (千万, 数亿, "tens of millions") is the interval
that it means: from its one-digit multiple to ten times that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MAX_DIGITS: Final = 30
"""A longer run of digits is an order number or an attack, not a sum."""

_ENGLISH_MAGNITUDES: Final[dict[str, Decimal]] = {
    name: Decimal(10) ** power
    for power, names in {
        2: "hundred",
        3: "k thousand thousands",
        5: "lakh lakhs lac lacs",
        6: "m mm mn mln mil mio million millions",
        7: "cr crore crores",
        9: "b bn bln billion billions",
        12: "t tn trn trillion trillions",
    }.items()
    for name in names.split()
}
_HAN_DIGITS: Final = dict(
    zip(
        "零〇一二两兩三四五六七八九壹贰叁肆伍陆柒捌玖",
        (0, 0, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9),
        strict=True,
    )
)
_HAN_SMALL: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_HAN_LARGE: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_ONES: Final = (
    "zero one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate(_ONES.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
}

_SMALL: Final = "".join(_HAN_SMALL)
LARGE: Final = "".join(_HAN_LARGE)
_HAN: Final = "".join(_HAN_DIGITS) + _SMALL + LARGE

_DIGITS: Final = (
    r"\d{1,3}(?:,\d{2,3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d+(?:[.,]\d+)?"
)
_MAGNITUDE: Final = (
    r"(?:[ \u00a0]?(?:lakh|thousand) crores?"
    r"|[ \u00a0-]?(?i:hundred(?: (?:million|billion|thousand))?|thousand|lakhs?|lacs?|crores?|millions?|billions?"
    r"|trillions?|m[mnl]n?|mil|mio|bl?n|tr?n|cr)(?![A-Za-z])"
    r"|[kKmMbBtT](?![A-Za-z0-9])|[ \u00a0](?P<spaced>[kKmMbBT])(?![A-Za-z0-9'’.-]))"
)
_HAN_MAGNITUDE: Final = rf"[ \u00a0]?(?P<more>[多余])?[{_SMALL}]?(?:万亿|萬億|[{LARGE}]|[千百仟佰])"

_HAN_SUM: Final = (
    rf"{_HAN_MAGNITUDE}(?:[ \u00a0]?\d+(?:\.\d+)?{_HAN_MAGNITUDE.replace('(?P<more>', '(?:')})*"
    r"(?P<plus>[多余+＋](?=[元美港欧日英人融天的]))?"
)
FIGURE: Final = re.compile(rf"(?P<digits>{_DIGITS})(?:(?P<han>{_HAN_SUM})|(?P<magnitude>{_MAGNITUDE}))?")
_TWO_DIGITS: Final = re.compile(rf"([{''.join(_HAN_DIGITS)}])([{''.join(_HAN_DIGITS)}])([{_SMALL}{LARGE}]+)")
_APART: Final = re.compile(r"[ ](?:thousand|million|billion|trillion)(?![A-Za-z])")
_PART: Final = re.compile(rf"(\d+(?:\.\d+)?)[ \u00a0]?[多余]?([{_SMALL}]?)(万亿|萬億|[{LARGE}])?")
HAN_FIGURE: Final = re.compile(
    rf"[数數几幾上]?[{_HAN}]+(?:点[{''.join(_HAN_DIGITS)}]+[{_SMALL}{LARGE}]*)?[多余]?[{_SMALL}{LARGE}]*"
)
RUN: Final = re.compile(rf"\d[\d,.\u00a0\u202f]*|[数數几幾上{_HAN}]+")
"""A pattern of where a figure in digits or Chinese numerals may stand."""

MAGNITUDE_STARTS: Final = frozenset(_SMALL + LARGE + "多余点") | {
    name[:2] for name in _ENGLISH_MAGNITUDES if len(name) > 1
}
"""What may follow such a run in a sum, currencies aside: a character, or two small letters."""

_VAGUE: Final = re.compile(rf"[数數几幾上]?[{_SMALL}]?(?:[{LARGE}]|万亿)?|[数數几幾上]?[{_SMALL}]{{1,2}}")

_ENGLISH_WORD: Final = "|".join(sorted(_WORDS, key=len, reverse=True))
_ENGLISH_WORDS: Final = rf"(?:{_ENGLISH_WORD})(?:[ -](?:and )?(?:{_ENGLISH_WORD}|hundred(?= [a-z])))*"
WORD_FIGURE: Final = re.compile(
    rf"(?i)(?<![A-Za-z-])(?:"
    rf"(?P<vague>(?:(?:tens|hundreds) of )?(?:thousands|millions|billions)(?= of )"
    rf"|(?:several|a few|multiple) (?:hundred )?(?:thousand|million|billion))"
    rf"|(?P<multi>(?:multi|(?:single|one|double|two|triple|three)[ -]digits?)[ -]?(?:million|billion))"
    rf"|(?P<figures>six|seven|eight|nine|ten|eleven|twelve)[ -]figures?"
    rf"|(?P<part>(?:a )?half a|half|(?:a )?quarter (?:of )?a|(?:a )?quarter|three quarters(?: of a)?|one and a half"
    rf"|a|an)[ -](?P<unit>hundred million|hundred thousand|thousand|million|billion|trillion|crore|lakh)"
    rf"|(?P<words>{_ENGLISH_WORDS})(?P<scale>(?:[ -](?:hundred|thousand|million|billion|trillion|crores?|lakhs?))*)"
    rf")(?![A-Za-z])"
)
# Words in figures count only beside one of these.
_WORD_TAIL: Final = re.compile(
    r"illion|ollar|housand|undred|crore|lakh|yen|euro|pence|penny|pound|yuan|kuai|cents?\b|rupee|MUSD|MEUR|figure"
)
_WORDS_REACH: Final = 48
_DIGITS_BEFORE: Final = {"double": 10, "two": 10, "triple": 100, "three": 100}
_PARTS: Final = {"half": Decimal("0.5"), "three": Decimal("0.75"), "quarter": Decimal("0.25"), "one": Decimal("1.5")}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as written from `start` to `end`: from `low` to `high` where it is an interval.

    `scale` is its magnitude, 1 if none was written. `more` is true for "and some" (10多亿), `spelt` for words and
    numerals.
    """

    low: Decimal
    start: int
    end: int
    high: Decimal | None = None
    scale: Decimal = Decimal(1)
    more: bool = False
    spelt: bool = False


def digits_at(content: str, start: int) -> Quantity | None:
    """Read the figure in digits that starts at an offset, with its magnitude."""
    match = FIGURE.match(content, start)
    if match is None or match.end("digits") - start > MAX_DIGITS:
        return None
    digits, scale, end = match["digits"], Decimal(1), match.end()
    if match["han"]:
        return _mixed(match, end)
    if match["magnitude"]:
        scale = _english_scale(match["magnitude"])
    return Quantity(_number(digits, scale) * scale, start, end, scale=scale)


def han_at(content: str, start: int) -> Quantity | None:
    """Read the figure in Chinese numerals that starts at an offset."""
    match = HAN_FIGURE.match(content, start, min(len(content), start + MAX_DIGITS))
    if match is None:
        return None
    text = match[0]
    span = _TWO_DIGITS.fullmatch(text)
    if span and _HAN_DIGITS[span[2]] == _HAN_DIGITS[span[1]] + 1:
        scale = _vague(span[3])  # 两三千万
        low, high = (_HAN_DIGITS[digit] * scale for digit in span.groups()[:2])
        return Quantity(low, start, match.end(), high=high, scale=scale, spelt=True)
    if _VAGUE.fullmatch(text) and (text[0] != "十" or content[match.end() : match.end() + 1] in ("级", "級")):
        low = _vague(text.lstrip("数數几幾上"))
        if text[0] == "上":
            return Quantity(low, start, match.end(), scale=low, more=True, spelt=True)
        if low >= 100 or text[0] in "数數几幾":
            return Quantity(low, start, match.end(), high=low * 10, scale=low, spelt=True)
    if text[0] in "数數几幾上":
        return None
    more = any(c in "多余" for c in text)
    value = _han_value(text.replace("多", "").replace("余", ""))
    large = next((Decimal(_HAN_LARGE[c]) for c in reversed(text) if c in _HAN_LARGE), Decimal(1))
    return None if value is None else Quantity(value, start, match.end(), scale=large, more=more, spelt=True)


def magnitude_at(content: str, start: int) -> tuple[Decimal, int] | None:
    """Read a magnitude that stands apart from its figure ("75 USD million"): its power of ten and where it ends."""
    match = _APART.match(content, start)
    return (_english_scale(match[0]), match.end()) if match else None


def words_in(content: str) -> Iterator[Quantity]:
    """Yield the figures in English words of a text, in order."""
    position = 0
    for tail in _WORD_TAIL.finditer(content):
        if tail.start() < position or not _follows_word(content, tail.start()):
            continue
        at = max(position, tail.start() - _WORDS_REACH)
        while (match := WORD_FIGURE.search(content, at, tail.end() + _WORDS_REACH)) and match.start() <= tail.start():
            yield _words(match)
            at = position = match.end()


def _follows_word(content: str, start: int) -> bool:
    """Tell whether the word in which an offset lies follows a word, and not a figure in digits."""
    for at in range(start - 1, max(0, start - 4), -1):
        if content[at] in " -":
            return content[at - 1].isalpha()
    return False


def _words(match: re.Match[str]) -> Quantity:
    start, end = match.span()
    if match["vague"]:
        words = match["vague"].lower().split()
        low = _ENGLISH_MAGNITUDES[words[-1]]
        low *= {"tens": 10, "hundreds": 100}.get(words[0], 1) * (100 if "hundred" in words else 1)
        return Quantity(low, start, end, high=low * 10, scale=low, spelt=True)
    if match["multi"]:
        words = match["multi"].lower()
        scale = _english_scale(re.split(r"multi|digits?", words)[-1])
        low = scale * _DIGITS_BEFORE.get(re.split(r"[ -]", words)[0], 1)
        return Quantity(low, start, end, high=low * 10, scale=scale, spelt=True)
    if match["figures"]:
        low = Decimal(10) ** (_WORDS[match["figures"].lower()] - 1)
        return Quantity(low, start, end, high=low * 10, scale=low, spelt=True)
    if match["part"]:
        part = match["part"].lower().removeprefix("a ").split()[0]
        scale = _english_scale(match["unit"])
        return Quantity(_PARTS.get(part, Decimal(1)) * scale, start, end, scale=scale, spelt=True)
    scale = _english_scale(match["scale"])
    return Quantity(_english_value(match["words"]) * scale, start, end, scale=scale, spelt=True)


def _number(digits: str, scale: Decimal) -> Decimal:
    """Read digits with their separators: a lone comma before one or two digits is a decimal one ("€2,5 million")."""
    if re.search(r"[\u00a0\u202f]", digits) or digits.count(".") > 1:
        return Decimal(re.sub(r"[^\d]", "", digits))
    if scale > 1 and re.fullmatch(r"\d{1,3},\d{1,2}", digits):
        return Decimal(digits.replace(",", "."))
    return Decimal(digits.replace(",", ""))


def _english_scale(words: str) -> Decimal:
    scale = Decimal(1)
    for word in re.findall(r"[a-z]+", words.lower()):
        scale *= _ENGLISH_MAGNITUDES.get(word, Decimal(1))
    return scale


def _english_value(words: str) -> Decimal:
    total = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        total = total * 100 if word == "hundred" else total + _WORDS.get(word, 0)
    return Decimal(total)


def _mixed(match: re.Match[str], end: int) -> Quantity:
    """Read digits with Chinese magnitudes, several in falling order: 1亿2000万, 3千万, 2.5千亿."""
    total, scale = Decimal(0), Decimal(1)
    text = match["digits"].replace(",", "") + match["han"]
    for digits, small, large in _PART.findall(text):
        scale = Decimal(_HAN_SMALL.get(small, 1)) * (
            Decimal(10) ** 12 if large in ("万亿", "萬億") else _HAN_LARGE.get(large, 1)
        )
        total += Decimal(digits) * scale
    return Quantity(total, match.start(), end, scale=scale, more=bool(match["more"] or match["plus"]))


def _vague(text: str) -> Decimal:
    """Return the low end of a bare magnitude: 千万 is 10,000,000, 十亿 1,000,000,000."""
    value = 1
    for c in text:
        value *= _HAN_SMALL.get(c) or _HAN_LARGE.get(c, 1)
    return Decimal(value)


def _han_value(text: str) -> Decimal | None:
    """Read a numeral: 一点五亿, 三千五百万, 四十九兆九千亿; None for what is none."""
    whole, _, fraction = text.partition("点")
    if fraction:
        digits = re.match(f"[{''.join(_HAN_DIGITS)}]+", fraction)
        if digits is None:
            return None
        scale = _vague(fraction[digits.end() :])
        base = _han_value(whole)
        decimals = Decimal("0." + "".join(str(_HAN_DIGITS[c]) for c in digits[0]))
        return None if base is None else (base + decimals) * scale
    if all(c in _HAN_DIGITS for c in whole):
        return Decimal("".join(str(_HAN_DIGITS[c]) for c in whole)) if whole else None
    total = section = digit = 0
    for c in whole:
        if c in _HAN_DIGITS:
            digit = _HAN_DIGITS[c]
        elif c in _HAN_SMALL:
            section += (digit or 1) * _HAN_SMALL[c]
            digit = 0
        elif c in _HAN_LARGE:
            here = section + digit
            if here == 0 and total:
                total *= _HAN_LARGE[c]  # 万亿
            else:
                total += (here or 1) * _HAN_LARGE[c]
            section = digit = 0
        else:
            return None
    return Decimal(total + section + digit)
