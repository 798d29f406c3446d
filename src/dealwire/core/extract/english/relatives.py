"""What a relative clause tells to be bought: "|Acme|, which Quayside acquired", "|Acme|, a pump maker Beta bought"."""

from __future__ import annotations

from dealwire.core.extract.english import names
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.purchases import Who
from dealwire.core.extract.english.tokens import PUNCT, WORD, Sentence


def which(sentence: Sentence, verb: int, buyers: Who) -> Name | None:
    """Return the name before a relative clause that ends in a verb of buying and says who bought it."""
    after = sentence.low(verb + 1)
    if not isinstance(buyers, list) or (after and after not in w.FUNCTION and sentence.tokens[verb + 1].kind != PUNCT):
        return None
    which = buyers[0].first - 1
    which -= sentence.low(which) == "the"
    bare = sentence.low(which) in w.DESCRIPTOR and not sentence.tokens[which].caps  # "Acme, a pump |maker| Beta bought"
    if bare and (comma := _described_from(sentence, which)):
        return names.run_before(sentence, comma - 1)
    if sentence.low(which) not in {"which", "that"}:
        return None
    before = which - 1 - (sentence.low(which - 1) == ",")
    named = names.run_before(sentence, before)
    if named is None and (comma := _described_from(sentence, before)):
        return names.run_before(sentence, comma - 1)
    return named


def _described_from(sentence: Sentence, last: int) -> int:
    """Return the comma before what describes a name, up to token `last`: "Acme|,| the pump maker that", else 0."""
    for i in range(last, max(0, last - 8), -1):
        if sentence.low(i) == ",":
            return i if sentence.low(i + 1) in {"the", "a", "an"} else 0
        if sentence.tokens[i].caps or sentence.tokens[i].kind != WORD:
            return 0
    return 0
