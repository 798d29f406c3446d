"""Who gets the money of a phrase that no verb governs, by what stands around it."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import (
    backers,
    brackets,
    groups,
    names,
    objects,
    openings,
    parties,
    phrases,
    recipients,
)
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.frame import HOLDERS, Frame, as_names
from dealwire.core.extract.english.governors import POSSESSIVE, Who, after_phrase, is_stake
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, Sentence
from dealwire.model import Round

_BORNE: Final = w.words("buoyed backed fueled fuelled boosted powered funded bolstered supported emboldened helped")
_FOLLOWS: Final = w.words("after following since follows followed")


def ungoverned(sentence: Sentence, phrase: Phrase, owner: Who) -> Frame | None:
    """Return the parties of a phrase that no verb governs: "Acme: $5M Series A", "$5M for Acme", "Acme's new round"."""
    tokens = sentence.tokens
    core = phrase.core
    target = after_phrase(sentence, phrase, frozenset({"for", "in", "into", "on"}))
    if isinstance(owner, list):
        if not phrase.labels and sentence.low(phrase.last - 1) == "loan":
            return None  # "Jane Doe's $9M loan": one taken before, maybe a person's
        if is_stake(sentence, phrase) and (target is not None or tokens[phrase.last - 1].low == "bet"):
            return Frame(core, [target], owner, confidence=0.85) if target else None
        if (
            phrase.sums
            or phrase.nouns & w.FIRM_NOUN - {"investment", "investments"}
            or any(t.low.startswith(("series", "seed", "pre-")) for t in tokens[phrase.core : phrase.last])
        ):
            return Frame(core, owner, confidence=0.8)
        return None
    if target is not None and is_stake(sentence, phrase):
        return Frame(core, [target], _leavers(sentence, phrase), confidence=0.6)
    if phrase.sums or phrase.firm:
        if (opener := recipients.opened(sentence, phrase)) is not None:
            return Frame(core, [opener], confidence=0.8)
        if (served := recipients.served(sentence, phrase)) is not None:
            spoken = isinstance(served, str)
            company: Who = served if isinstance(served, str) else [served]
            return Frame(core, company, anaphoric=spoken, confidence=0.8)
    if owner == PRONOUN and (
        phrase.sums or phrase.labels or phrase.nouns & w.FIRM_NOUN - {"investment", "investments"}
    ):
        return Frame(core, PRONOUN, confidence=0.75, anaphoric=True)
    if phrase.sums and phrase.first and tokens[phrase.first - 1].low in _FOLLOWS:
        return Frame(core, None, confidence=0.7, anaphoric=True)
    if phrase.labels and sentence.low(phrase.first - 2) == "form" and sentence.low(0) in {"the", "this"}:
        return Frame(core, None, anaphoric=True, confidence=0.7)  # "The money came in the form of |debt financing|"
    if phrase.labels and _names_round(sentence, phrase):
        return Frame(core, None, anaphoric=True, confidence=0.7)
    if phrase.sums and phrase.labels and sentence.low(phrase.first - 1) == "including":
        who = parties.main_subject(sentence, phrase.first)  # "with $9M in total, including a $5M Series A"
        return Frame(core, who, confidence=0.75) if who else None
    if (talks := _talked_of(sentence, phrase)) and (who := parties.subject(sentence, talks)):
        return Frame(talks, who, confidence=0.75, plan=True)
    borne = [sentence.low(phrase.first - k) for k in (3, 2, 1)]
    if phrase.sums and phrase.firm and borne[0] == "," and borne[1] in _BORNE and borne[2] == "by":
        who = parties.main_subject(sentence, phrase.first)  # "Acme opens today, |buoyed by| $2M in seed funding"
        return Frame(core, who, confidence=0.75) if who else None
    if (agreed := _agreed_with(sentence, phrase)) is not None:
        return agreed
    if phrase.sums and _helps(sentence, phrase) and (who := parties.main_subject(sentence, phrase.first)):
        return Frame(core, who, confidence=0.75)
    if phrase.sums and (passive := recipients.invested_in(sentence, phrase)) is not None:
        return Frame(core, [passive[0]], passive[1], confidence=0.85)
    if not (phrase.sums or phrase.labels or phrase.firm):
        return None
    if (
        phrase.first == 1
        and tokens[0].low == "with"
        and sentence.low(phrase.last) != "to"
        and (phrase.sums or phrase.firm)
        and (who := parties.main_subject(sentence, len(tokens)))
    ):
        return Frame(core, who, confidence=0.75)
    if phrase.sums and phrase.firm and sentence.low(phrase.first - 1) in {"in", "with"} and not sentence.title:
        worth = any(t.low in {"valued", "valuation", "worth"} for t in tokens[: phrase.first])
        if worth and (who := parties.main_subject(sentence, phrase.first)):
            return Frame(core, who, confidence=0.7)  # "Acme was valued at $2bn |in a $100M round|"
    if sentence.low(phrase.first - 1) in {"with", "in"} and (backing := _backing(sentence, phrase)):
        return backing
    if sentence.low(phrase.first - 1) == "with" and any(sentence.low(k) == "back" for k in range(phrase.first)):
        return None  # "Acme to back startups with $50m"
    if (
        phrase.first
        and (tokens[phrase.first - 1].low in {"with", "in", "as"} or tokens[phrase.first].low == "as")
        and sentence.title
        and (phrase.sums or phrase.firm)
        and (who := parties.main_subject(sentence, phrase.first))
    ):
        return Frame(core, who, confidence=0.7)
    if (
        phrase.first
        and tokens[phrase.first - 1].low == "in"
        and target
        and tokens[phrase.first - 2].low in HOLDERS
        and any(t.low == "among" for t in tokens[max(0, phrase.first - 6) : phrase.first])
    ):
        return Frame(core, [target], as_names(parties.main_subject(sentence, phrase.first)), confidence=0.8)
    if phrase.first and tokens[phrase.first - 1].low == "in" and (holders := _holders_before(sentence, phrase)):
        return Frame(core, [holders], confidence=0.75)
    if target is not None and (phrase.firm or _opens(sentence, phrase)) and tokens[phrase.last].low != "on":
        return Frame(core, [target], confidence=0.75)
    lent = bool(phrase.nouns & w.DEBT_NOUN) and phrase.first <= 1 and sentence.low(0) in {"the", "this"}
    opens = phrase.labels and not phrase.sums and phrase.first == 0 and not sentence.title
    if opens and sentence.low(phrase.last - 1) in _MONEY_NOUN | {"funds", "proceeds"}:
        return Frame(core, None, anaphoric=True, confidence=0.7)  # "|Series B funds| will enable"
    several = sentence.low(phrase.last - 1) in {"rounds", "financings", "fundings"} and not phrase.sums
    if several and phrase.first <= 1:
        return None  # "The recent |Series A financings| caught my attention"
    if phrases.is_definite(sentence, phrase) and (phrase.firm or lent) and not (phrase.sums and target):
        return Frame(core, None, anaphoric=True, confidence=0.7)
    if phrase.firm and phrase.sums and (whole := openings.prefix(sentence, phrase.first)):
        return Frame(core, [whole], confidence=0.7)
    if any(
        t.round is not None and t.round.value.round is Round.SECONDARY_MARKET for t in tokens[phrase.core : phrase.last]
    ) and (who := parties.main_subject(sentence, phrase.first)):
        return Frame(core, who, confidence=0.6)
    if phrase.first == 0 and phrase.sums and sentence.low(phrase.last) in {"–", "—", "-", ":"}:
        named = names.run_after(sentence, phrase.last + 1)
        first = names.trim(sentence, phrase.last + 1, named) if named > phrase.last + 1 else None
        if first is not None:
            return Frame(core, [first], confidence=0.7)  # "$75M – |Acme| (Paris): Series E"
    labelled = _label_before(sentence, phrase)
    if labelled is not None and (phrase.firm or phrase.sums):
        return Frame(core, [labelled], confidence=0.75)
    return None


def _opens(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase opens its sentence, or what a headline says after a sign: "15 March 2021 – |$9M| for"."""
    return phrase.first == 0 or (sentence.title and sentence.low(phrase.first - 1) in {":", "–", "—", "|", "--"})


def _leavers(sentence: Sentence, phrase: Phrase) -> list[Name]:
    """Return who "|A| walks away from" an investment in B, "pulls out of" it."""
    left = sentence.low(phrase.first - 1) in {"from", "of"} and sentence.low(phrase.first - 2) in {"away", "out"}
    return as_names(parties.subject(sentence, phrase.first - 3)) if left and phrase.first > 3 else []


_AGREEMENT: Final = w.words("deal agreement terms pact accord agreements")
_MONEY_NOUN: Final = w.FIRM_NOUN | w.DEBT_NOUN | w.words("capital injection infusion backing financing equity")


def _agreed_with(sentence: Sentence, phrase: Phrase) -> Frame | None:
    """Read "A struck a deal with B |for| a $5M injection", "A is close to an agreement |for| new capital"."""
    money = bool(phrase.nouns & _MONEY_NOUN or phrase.labels)
    if not money or sentence.low(phrase.first - 1) not in {"for", "on", "over"}:
        return None
    far = max(0, phrase.first - groups.FAR)
    noun = next((k for k in range(phrase.first - 2, far, -1) if sentence.low(k) in _AGREEMENT), 0)
    if not noun or any(t.kind in {MONEY, ROUND} for t in sentence.tokens[noun : phrase.first]):
        return None
    who = parties.main_subject(sentence, noun)
    with_ = noun + 1 if sentence.low(noun + 1) == "with" else 0
    giver = [b.name for b in backers.read_list(sentence, with_ + 1, phrase.first)[0]] if with_ else []
    return Frame(phrase.core, who, giver, confidence=0.75) if who else None


_HELPS: Final = w.words("support help aid assistance backing benefit")


def _helps(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a firm does something with money: "has expanded |with the help of| a £5m loan", "|thanks to|"."""
    before = [sentence.low(phrase.first - k) for k in (2, 1)]
    helped = before[0] in _HELPS and before[1] == "of"
    thanks = before in (["thanks", "to"], ["courtesy", "of"])
    return (helped or thanks) and bool(phrase.nouns & _MONEY_NOUN) and phrase.first > 3


_TALK: Final = w.words("for about on over regarding around of")


def _talked_of(sentence: Sentence, phrase: Phrase) -> int:
    """Return the word of talks about a round, else 0: "is in |talks| with investors for a new funding round"."""
    if not (phrase.firm or phrase.sums) or sentence.low(phrase.first - 1) not in _TALK:
        return 0
    far = max(0, phrase.first - groups.FAR)
    talks = next((k for k in range(phrase.first - 2, far, -1) if sentence.low(k) in w.TALKS), 0)
    while talks > 1 and sentence.low(talks - 1) in {
        "in",
        "advanced",
        "early",
        "late-stage",
        "final",
        "early-stage",
        "preliminary",
    }:
        talks -= 1
    return talks


def _names_round(sentence: Sentence, phrase: Phrase) -> bool:
    """Read "The round was |a Series A|", "The financing, |a Series A|, was led by"."""
    before = {sentence.low(phrase.first - 1), sentence.low(phrase.first - 2)}
    return (
        2 <= phrase.first <= 4
        and sentence.low(0) in {"the", "this"}
        and bool({sentence.low(1), sentence.low(2)} & (w.FIRM_NOUN | {"deal", "raise", "money", "injection"}))
        and bool(before & {"was", "is", ",", "being"})
    )


def _backing(sentence: Sentence, phrase: Phrase) -> Frame | None:
    """Read "A backs B in $30M Series B", "A doubles down on B with new $50M investment"."""
    for j in range(1, phrase.first):
        backs = sentence.low(j) in {"back", "backs", "backed"} and sentence.low(j + 1) != "by"
        doubles = sentence.low(j + 1) == "down" and sentence.low(j + 2) == "on"
        bets = sentence.low(j) in {"bet", "bets"} and sentence.low(j + 1) in {"on", "big"}
        if not backs and not doubles and not bets:
            continue
        at = j + (3 if doubles or sentence.low(j + 1) == "big" else 1 + bets)
        end = names.run_after(sentence, at)
        owner = names.trim(sentence, at, end) if end > at and sentence.low(end) in {"'s", "’s"} else None
        target = owner or objects.after(sentence, at)
        who = as_names(parties.subject(sentence, j))
        if target is not None and who and target.last <= phrase.first:
            return Frame(phrase.core, [target], who, confidence=0.8)
    return None


def _holders_before(sentence: Sentence, phrase: Phrase) -> Name | None:
    """Read "|Acme| investors in its $5M round include …"."""
    tokens = sentence.tokens
    i = phrase.first - 2
    if i > 0 and tokens[i].low in HOLDERS:
        j = i - 1 - (tokens[i - 1].text in POSSESSIVE)
        return names.run_before(sentence, j)
    return None


_LABEL_SIGNS: Final = w.words(": — – -- - , ( |")
_NAME_SIGNS: Final = frozenset(",(:—–")


def _label_before(sentence: Sentence, phrase: Phrase) -> Name | None:
    """Return the company of an item of a list: "Acme: $5M", "Acme (Berlin) — $5M", "Acme, $5M Series A"."""
    tokens = sentence.tokens
    i = phrase.first - 1
    if i < 1 or tokens[i].text not in _LABEL_SIGNS:
        return None
    opened = tokens[i].text == "("
    name = names.run_before(sentence, brackets.skip_brackets(sentence, i - 1))
    if name is not None and (
        name.first == 0
        or (name.first < 3 and tokens[name.first - 1].kind in {PUNCT, NUMBER})
        or (opened and sentence.low(name.first - 1) not in {"by", "from", "with"})
    ):
        return name
    end = names.run_after(sentence, 0)
    after = names.run_after(sentence, end + 1) if end and tokens[end].text == ":" else 0
    if after > end + 1 and after < i and tokens[after].text == ",":
        return names.trim(sentence, end + 1, after)  # "Healthcare: |Acme|, an insurer, $5M"
    if end and end < i and tokens[end].text in _NAME_SIGNS:
        return names.trim(sentence, 0, end)
    return None
