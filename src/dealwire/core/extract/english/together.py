"""Several phrases of one sentence that tell one round, or two of one company: labels, sums and parts told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.drafts import round_of_phrase
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import NUMBER, WORD, Sentence, Token
from dealwire.model import Told

_OPENS_ROUND: Final = w.words("in as through with via for following")


def with_opening_label(
    sentence: Sentence, found: list[Phrase], drafts: list[tuple[Phrase, Draft]]
) -> list[tuple[Phrase, Draft]]:
    """Read "|In a seed round|, Acme raised $3M": the label that opens the sentence is that of its first sum."""
    opens = next((p for p in found if p.labels and not p.sums), None)
    if opens is None or opens.core > 6 or sentence.low(0) not in _OPENS_ROUND:
        return drafts
    if sentence.low(opens.last) not in {","} | w.LEAD | {"co-led", "backed", "that", "which", "with", "from"}:
        return drafts
    k = next((k for k, (phrase, d) in enumerate(drafts) if phrase.sums and d.round is None), None)
    if k is None or any(p.labels for p, _ in drafts if p.first > opens.first):
        return drafts
    apart = sentence.tokens[opens.last : drafts[k][0].first]
    if len(apart) > OPENING or not any(t.text == "," for t in apart):
        return drafts
    round_, label = round_of_phrase(sentence, opens)
    phrase, draft = drafts[k]
    rest = [(p, d) for p, d in drafts if p is not opens and p is not phrase]
    return [*rest, (phrase, replace(draft, round=round_, round_label=label))]


OPENING: Final = 24
"""Tokens of the longest clause that opens a sentence with a round: "In a seed round led by A, B and C, Acme raised"."""
_VIA: Final = w.words("in via through as under of with")
_SUMMED: Final = w.words("for of worth totaling totalling at amounting")


def with_trailing(
    sentence: Sentence, found: list[Phrase], drafts: list[tuple[Phrase, Draft]]
) -> list[tuple[Phrase, Draft]]:
    """Give the one round of a sentence the label, or the sum, that is told after its backers.

    "raised $9M from Acme |via a secondary sale|", "secured a loan from Acme |for up to $9M|".
    """
    if len(drafts) == 2 and _sums_up(sentence, *drafts):
        (phrase, draft), (later, _) = drafts
        return [(phrase, replace(draft, amount=sentence.tokens[later.sums[0]].money))]
    if len(drafts) != 1:
        return drafts
    phrase, draft = drafts[0]
    for later in found:
        if later.first < phrase.last:
            continue
        beside = sentence.low(later.first - 1) == "," and later.first == phrase.last + 1  # "$9M in funding, a Series E"
        via = sentence.low(later.first - 1) in _VIA or beside or sentence.low(later.first - 1).endswith("-led")
        if draft.round is None and later.labels and via and (not later.sums or (beside and draft.amount is None)):
            round_, label = round_of_phrase(sentence, later)
            money = sentence.tokens[later.sums[0]].money if later.sums else draft.amount
            return [(phrase, replace(draft, round=round_, round_label=label, amount=money))]
        only = phrase.nouns <= {"commitments", "commitment"} and draft.round is None and draft.amount is None
        if only and later.sums and sentence.low(later.first - 1) in {"for", "of", "a"}:
            round_, label = round_of_phrase(
                sentence, later
            )  # "obtained commitments from lenders |for a $9M term loan|"
            money = sentence.tokens[later.sums[0]].money
            return [(phrase, replace(draft, amount=money, round=round_, round_label=label))]
        if draft.amount is None and later.sums and not later.firm and _is_sum_of(sentence, phrase, later):
            whole = phrase._replace(last=later.last)
            return [(whole, replace(draft, amount=sentence.tokens[later.sums[0]].money))]
    return drafts


def _is_sum_of(sentence: Sentence, phrase: Phrase, later: Phrase) -> bool:
    """Tell whether a later sum is the round's: "a loan from Acme |for $9M|", "extends its seed round |with $2M|"."""
    near = {sentence.low(k) for k in range(max(phrase.last, later.first - 3), later.core)}
    apart = sentence.tokens[phrase.last : later.first]
    grows = any(sentence.low(k).startswith(_GROWS) for k in range(max(0, phrase.first - 3), phrase.first))
    if grows and len(apart) <= 2 and sentence.low(later.first - 1) in {"with", "by"}:
        return True
    if any(t.low in _BRINGS for t in apart) and len(apart) <= OPENING:
        return True  # "The Series B, led by Acme, |brings| Pelt $9M"
    return bool(near & _SUMMED) and not any(_tells_else(t) for t in apart)


_GROWS: Final = ("exten", "expand", "upsiz", "top", "increas", "boost", "grow", "grew", "reopen")
_BRINGS: Final = w.words("brings brought gives gave nets netted")


def without_shares(scene: Scene, drafts: list[tuple[Phrase, Draft]]) -> list[tuple[Phrase, Draft]]:
    """Return rounds of which one backer's part is none by itself: "A invests $4M in B |as part of its $9M round|"."""
    if len(drafts) != 2:
        return drafts
    (first, share), (second, whole) = drafts
    same = share.company and whole.company and same_name(share.company.value, whole.company.value)
    if not (same and share.amount and whole.amount and share.investors and (second.labels or second.firm)):
        return drafts
    smaller = share.amount.value.value < whole.amount.value.value and share.round is None
    if not smaller:
        return drafts
    scene.shares.append(share)
    return [(first, replace(share, amount=None)), (second, whole)]


def topped_up(sentence: Sentence, drafts: list[tuple[Phrase, Draft]]) -> list[tuple[Phrase, Draft]]:
    """Tell the round that is added to as history: "added $12M |to the $51M round| it closed in May"."""
    if len(drafts) != 2 or not drafts[0][1].kind.value.startswith("funding"):
        return drafts
    (first, more), (second, before) = drafts
    added = more.kind.quote.lower().startswith("add") and {
        sentence.low(second.first),
        sentence.low(second.first - 1),
    } & {"to"}
    told = Told(True, before.kind.start, before.kind.end, before.kind.quote, 0.7)
    return [(first, more), (second, replace(before, background=told))] if added and before.amount else drafts


def _sums_up(sentence: Sentence, told: tuple[Phrase, Draft], later: tuple[Phrase, Draft]) -> bool:
    """Tell whether a second phrase is only the sum of the first: "secured a loan from Acme |for up to $9M|"."""
    phrase, draft = told
    bare = later[0].sums and not later[0].firm and later[1].round is None and not phrase.sums and draft.amount is None
    near = {sentence.low(k) for k in range(max(phrase.last, later[0].first - 3), later[0].core)}
    return bool(bare and near & _SUMMED) and not any(
        _tells_else(t) for t in sentence.tokens[phrase.last : later[0].first]
    )


def coordinate(sentence: Sentence, phrase: Phrase, before: list[tuple[Phrase, Draft]]) -> list[Draft]:
    """Read "raised $25M in equity and |a $15M loan|": one company, a deal for each sum."""
    tokens = sentence.tokens
    if not before:
        return []
    last, draft = before[-1]
    round_, label = round_of_phrase(sentence, phrase)
    if not phrase.sums and _is_beside(sentence, phrase, last) and draft.round and round_:
        other = replace(draft, amount=None, round=round_, round_label=label, investors=())
        return [other] if draft.round.value is not round_.value else []
    if _comes_later(sentence, phrase, last) and last.sums and round_ is not None:
        pass
    elif not phrase.sums or sentence.low(phrase.first - 1) not in {"and", "plus", ","}:
        return []
    else:
        listed = sentence.low(phrase.first - 1) == ","
        if not last.sums or (listed and (round_ is None or (draft.round and draft.round.value is round_.value))):
            return []
        between = tokens[last.last : phrase.first - 1]
        if between and (round_ is None or listed or len(between) > 40 or any(_tells_else(t) for t in between)):
            return []
    if not phrase.sums:
        return []
    money = tokens[phrase.sums[0]].money
    return [replace(draft, amount=money, round=round_, round_label=label, investors=())] if money else []


_LATER: Final = w.words(
    "then later subsequently followed by in a an and , year years month months two three four five six the next "
    "following after with also another from angels most recently early late mid of"
)


def _comes_later(sentence: Sentence, phrase: Phrase, last: Phrase) -> bool:
    """Tell whether a round follows another: "a $2M seed round |and then| a $9M Series A", "|a year later|, a"."""
    between = sentence.tokens[last.last : phrase.first]
    plain = all(t.low in _LATER | w.MONTHS or t.kind == NUMBER for t in between)
    return (
        0 < len(between) <= OPENING
        and plain
        and any(t.low in {"then", "later", "followed", ",", "and"} for t in between)
    )


def _is_beside(sentence: Sentence, phrase: Phrase, last: Phrase) -> bool:
    """Tell whether a round without a sum stands beside another: "a $6M seed round, alongside |a pre-seed|"."""
    link = {sentence.low(phrase.first - 1), sentence.low(phrase.first - 2)}
    between = sentence.tokens[last.last : phrase.first]
    return bool(phrase.labels and link & {"alongside", "plus", "besides"}) and not any(_tells_else(t) for t in between)


def _tells_else(token: Token) -> bool:
    """Tell whether a word between two sums has the second told of something else than the first's company."""
    led = token.low in w.LEAD or token.low in {"backed", "joined", "participating"}
    return token.text in {";", ":"} or (token.kind == WORD and not token.caps and token.low in w.VERB and not led)
