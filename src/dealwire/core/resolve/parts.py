"""The part of a deal that a sentence tells: its first close, its extension, its enlarged size."""

from __future__ import annotations

import re
from typing import Final

from dealwire.model import DealReport

WHOLE: Final = ""
FINAL: Final = "final"
ENLARGED: Final = "enlarged"
EXTENSION: Final = "extension"
PARTS: Final = ("first", "second", "third", EXTENSION)

_CLOSE: Final = r"(?:and final )?(?:clos(?:e|ing)|tranche|instal?ment)"
_GROWN: Final = r"(?:increas|expand|extend)(?:ed|es|ing) (?:the size of )?(?:its|the|a|that) [^.]{0,40}?\bto\b"
_ADDED: Final = (
    r"add(?:ed|s|ing) (?:another |an additional |a further )?[^.]{0,20}\d[^.]{0,12} to (?:its|the|a|that) "
    r"[^.]{0,30}\b(?:round|series)\b"
)
_TOLD: Final = (
    ("first", rf"(?:first|initial) {_CLOSE}|首次(?:交割|关闭|募集)|首关|首轮关闭|首期(?:资金|募集|交割)"),
    ("second", rf"second {_CLOSE}|二次(?:交割|关闭)|第二次(?:交割|关闭)|二期(?:资金|募集|交割)"),
    ("third", rf"third {_CLOSE}|第三次(?:交割|关闭)|三期(?:资金|募集|交割)"),
    (FINAL, r"final clos(?:e|ing)|最终(?:交割|关闭|募集)|终关|终轮关闭|完成全部募集"),
    (ENLARGED, rf"(?:upsiz|enlarg)(?:ed|es|ing)|{_GROWN}|总额(?:增至|扩大至)"),
    (
        EXTENSION,
        rf"extension|extend(?:ed|s|ing) (?:its|the|a|that)|topp?(?:ed|ing)?[ -]up|{_ADDED}|追加(?:融资|投资)|扩展轮",
    ),
)
_PATTERNS: Final = [(name, re.compile(written, re.IGNORECASE)) for name, written in _TOLD]
_SENTENCE: Final = re.compile(r"[.!?](?=\s+[^a-z\s])|[。！？\n]")
_AROUND: Final = 300


def tranche_of(content: str, deal: DealReport) -> str:
    """Return the part of a deal that the sentences with its sums, its verb and its round tell; "" for the whole."""
    told = (deal.amount, *deal.restated, deal.kind, deal.round_label)
    sentences = dict.fromkeys(_sentence(content, one.start, one.end) for one in told if one is not None)
    found = (name for sentence in sentences for name, pattern in _PATTERNS if pattern.search(sentence))
    return next(found, WHOLE)


def _sentence(content: str, start: int, end: int) -> str:
    begin = max((m.end() for m in _SENTENCE.finditer(content, max(0, start - _AROUND), start)), default=0)
    ending = _SENTENCE.search(content, end, end + _AROUND)
    return content[max(begin, start - _AROUND) : ending.start() if ending else end + _AROUND]
