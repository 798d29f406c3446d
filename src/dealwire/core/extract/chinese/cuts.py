"""Where a name begins or ends, by its characters: of all strings at a place, the one that most looks like a name.

Rules cut a name at the words around it. Where they find none, or one that does not look like a name, the strings that
end before a verb, or begin behind one, are weighed by the model of names: each by itself and where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from dealwire.core.extract.chinese.name_model import odds, odds_at
from dealwire.core.extract.chinese.shape import FIRM, LEGAL_ENDS, is_possible

Span = tuple[int, int]

_LONGEST = 14
"""Characters of a string that is weighed."""
_GOOD, _FAIRLY, _MUCH, _CLEARLY, _NEARLY = 1.0, 4.0, 3.0, 4.5, 2.0
"""Odds of a string by itself and in its place: from which a cut is not looked at again; that a likelier string must
reach, and by how much it must be likelier; from which it is a name where no cut gave any; and what counts as alike,
so that the longest of such is taken."""
_ENOUGH = 2.5
"""The odds from which a string is a name where there must be one."""
_LED = 4.8
"""How much less likely a name may be with its first letter than without: prepositions cost 5 to 12, letters less."""
_LEADS = re.compile("[和与及已将该在从对由据于为向以让继如]|正[和与同向以从对在]")
_NO_NAME = re.compile(r"(?<![A-Za-z])公司$|[\d.]$|\d[.\d]*[万亿%]")


def endings(text: str, floor: int, end: int) -> Iterator[Span]:
    """Yield the spans that end at a place and begin behind another.

    None leaves Chinese before Latin characters, since both may be of one name.
    """
    first = max(floor, end - _LONGEST)
    return (
        (start, end)
        for start in range(first, end - 1)
        if start == first or not text[start].isascii() or text[start - 1].isascii()
    )


def beginnings(start: int, ceiling: int) -> Iterator[Span]:
    """Yield the spans that begin at a place and end before another."""
    return ((start, end) for end in range(start + 2, min(ceiling, start + _LONGEST) + 1))


def is_good(text: str, span: Span, marked: Container[str]) -> bool:
    """Tell whether a cut looks enough like a name to be left as it is."""
    return _odds(text, span, marked) >= _GOOD


def likelier(
    text: str, found: Span | None, others: Iterable[Span], marked: Container[str], *, sure: bool = False
) -> Span | None:
    """Return the string whose characters speak far more clearly for a name than those of the cut that was found.

    `sure` is told where there must be a name, as behind 收购: less is enough there.
    """
    weighed = [(_odds(text, span, marked), span) for span in others]
    most = max((told for told, _ in weighed), default=-_CLEARLY)
    if most < ((_ENOUGH if sure else _CLEARLY) if found is None else max(_FAIRLY, _odds(text, found, marked) + _MUCH)):
        return None
    near = (span for told, span in weighed if told >= most - _NEARLY)
    return max(near, key=lambda span: span[1] - span[0])


def _odds(text: str, span: Span, marked: Container[str]) -> float:
    """Return how far the characters of a string, and those around it, speak for a name; 0 is even."""
    name = text[slice(*span)]
    if name in marked or name.endswith(LEGAL_ENDS):
        return _CLEARLY
    if _NO_NAME.search(name) or FIRM.fullmatch(name) or not is_possible(name):
        return -_CLEARLY
    return odds(name) + odds_at(text, *span)


def begins(text: str, start: int, end: int, lead: str) -> bool:
    """Tell whether a word that leads to names begins this one: "和光智能", "正和岛科技", not "由光智能".

    Where a sentence opens, such a word has nothing to lead on from; in a clause the name must be likelier with it.
    """
    if not _LEADS.fullmatch(lead):
        return False
    rest = start + len(lead)
    whole = odds(text[start:end]) + odds_at(text, start, end)
    opens = not start or text[start - 1] in "。！？\n"
    return whole > odds(text[rest:end]) + odds_at(text, rest, end) - (_LED if opens else -_GOOD)


def is_short_for(short: str, full: str) -> bool:
    """Tell whether a name holds the letters of a shorter one in their order, as "深创投" is in its full name."""
    letters = iter(full)
    return all(letter in letters for letter in short)


def inside_word(plain: str, at: int) -> bool:
    """Tell whether a cut would go through a Latin word."""
    return 0 < at < len(plain) and plain[at - 1 : at + 1].isascii() and plain[at - 1].isalpha() and plain[at].isalpha()


LONG_PREFIX = 4
"""Chinese characters before a Latin name that rather describe it than belong to it: "智能眼镜Muyu"."""


def describes(prefix: str) -> bool:
    """Tell whether the Chinese half of a mixed name only says what the Latin one is: "国产大模型Muyu"."""
    return len(prefix) >= LONG_PREFIX - 1 and odds(prefix) < 0 and not FIRM.search(prefix)
