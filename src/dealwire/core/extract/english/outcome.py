"""What came of a deal, told in a later sentence: "The transaction closed in May", "The merger has since collapsed"."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.tokens import WORD, Sentence
from dealwire.model import Kind, Status, Told

_PURCHASES: Final = w.words("acquisition merger sale takeover purchase buyout combination")
_ROUNDS: Final = w.words("round financing funding investment fundraise fundraising raise placement")
_OFFERINGS: Final = w.words("offering ipo listing")
_ANY: Final = w.words("deal transaction")
_OPENS: Final = w.words("the this that its their")
_OPEN_YET: Final = w.words(
    "will would should could may might can expected expects expect subject once when until pending remains not yet "
    "likely if unless before n't scheduled due set hopes to anticipated conditional"
)
_AFTER: Final = w.words("on in at last this earlier today yesterday after and ahead late early within for with") | {
    "",
    ".",
    ",",
}
_BEING: Final = w.words("was is has been were have now since already officially successfully formally")
NEAR: Final = 12
"""Tokens after the noun of a deal within which a sentence says what came of it."""


def told(sentence: Sentence, content: str) -> tuple[frozenset[Kind], Told[Status]] | None:
    """Return the kinds of deal that a sentence's subject may stand for, and how far it says that it has come."""
    noun = _noun(sentence)
    if noun is None:
        return None
    low = sentence.low(noun)
    kinds = frozenset(kind for kind, nouns in _KINDS if low in nouns | _ANY)
    end = sentence.tokens[min(noun + NEAR, len(sentence.tokens) - 1)].end
    if (over := status.abandoned(content, sentence.tokens[noun].start, end)) is not None:
        return kinds, over
    for i in range(noun + 1, min(noun + NEAR, len(sentence.tokens))):
        if sentence.low(i) in _OPEN_YET:
            return None
        if _is_done(sentence, i):
            token = sentence.tokens[i]
            return kinds, Told(Status.CLOSED, token.start, token.end, token.text, 0.8)
    return None


_KINDS: Final = (
    (Kind.ACQUISITION, _PURCHASES),
    (Kind.FUNDING_ROUND, _ROUNDS),
    (Kind.IPO, _OFFERINGS),
)


def _noun(sentence: Sentence) -> int | None:
    """Return the noun of a deal that a sentence opens with, which names nobody: "|The| $5M cash |transaction|"."""
    if sentence.title or sentence.low(0) not in _OPENS:
        return None
    for i in range(1, min(6, len(sentence.tokens))):
        if sentence.low(i) in _PURCHASES | _ROUNDS | _OFFERINGS | _ANY:
            return i
        if sentence.tokens[i].kind == WORD and sentence.tokens[i].caps:
            return None
    return None


def _is_done(sentence: Sentence, i: int) -> bool:
    low = sentence.low(i)
    if low in {"closed", "completed", "finalised", "finalized", "consummated"}:
        passive = sentence.low(i - 1) in _BEING
        return sentence.low(i + 1) in _AFTER and (passive or low == "closed")
    return low == "complete" and sentence.low(i - 1) in {"is", "now"} and sentence.low(i + 1) in _AFTER
