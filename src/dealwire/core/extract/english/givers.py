"""Who backs a round, by the words around it: "led by A", "with participation from B", "from C and D"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, join_investors
from dealwire.core.extract.english import backers, names
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.frame import HOLDERS
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, NUMBER, ROUND, Sentence
from dealwire.model import Investor, Role, Told

_LED: Final = w.words("led co-led headed anchored spearheaded coled")
_BACKED: Final = w.words("backed supported joined underwritten financed funded provided")
_GIVEN: Final = w.words(
    "participation investment investments backing support funding money cash contributions contribution "
    "commitments financing capital involvement round participations"
)
_NOT_FROM: Final = w.words(
    "participation involvement support contributions up stealth emerges emerge emerged emerging away down out"
)
_AMONG: Final = w.words("including include includes included were are")


def _cues(sentence: Sentence) -> Iterable[tuple[int, int, Role]]:
    """Yield (token of the cue, token where its list begins, role of those listed)."""
    for i in range(len(sentence.tokens)):
        cue = _cue(sentence, i)
        if cue is not None:
            yield i, *cue


_TAKING_PART: Final = w.words("participation involvement support contributions")
_DASHES: Final = w.words("- – — | --")


def _cue(sentence: Sentence, i: int) -> tuple[int, Role] | None:
    low, after = sentence.low(i), sentence.low(i + 1)
    if after == "by" and low in _LED:
        return i + 2, Role.LEAD
    if low == "led" and _is_passive_lead(sentence, i):
        return i + 1, Role.LEAD
    if after == "by" and (low in _BACKED or (low == "followed" and any(t.low in _LED for t in sentence.tokens[:i]))):
        return i + 2, Role.PARTICIPANT
    if low == "and" and sentence.low(i - 1) in {"leading", "co-leading"} and _names_next(sentence, i + 1):
        return i + 1, Role.PARTICIPANT  # "with Acme leading |and| Pelt following"
    if low in _TAKING_PART and (after in {"from", "form", "by", "of"} or _names_next(sentence, i + 1)):
        held = sentence.low(i - 1) in _AGAIN_BEFORE
        return i + 1 + (not _names_next(sentence, i + 1)), Role.EXISTING if held else Role.PARTICIPANT
    if (role := _inverted(sentence, i)) is not None:
        return i + 1, role
    if low in _FEATURES and any(t.low in w.FIRM_NOUN or t.kind == ROUND for t in sentence.tokens[max(0, i - 4) : i]):
        return i + 1, Role.PARTICIPANT  # "a $410M series B |featuring| Acme"
    if low == "which" and sentence.low(i - 1) == "in" and (end := backers.read_list(sentence, i + 1)[1]) > i + 1:
        joined = sentence.low(end) in w.JOIN | w.INVEST or sentence.low(end + 1) in w.JOIN | w.INVEST
        return (i + 1, Role.PARTICIPANT) if joined else None  # "a Series A (in which Acme participated)"
    if low in _BRINGS and (role := _brought_on(sentence, i)):
        return i + 1, role
    if low == "as" and after in HOLDERS and (end := backers.read_list(sentence, i + 1)[1]) > i + 2:
        doubles = any(sentence.low(k) in _AGAIN for k in range(end, end + 3))
        return (i + 1, Role.EXISTING) if doubles else None
    if low == "along" and after == "with":
        return i + 2, Role.PARTICIPANT
    if low == "with" and sentence.low(i - 1) in w.TALKS | {"sheet"} and _names_next(sentence, i + 1):
        end = backers.read_list(sentence, i + 1)[1]
        leads = sentence.low(end) == "to" and sentence.low(end + 1) in w.LEAD
        return i + 1, Role.LEAD if leads else Role.PARTICIPANT  # "in talks |with| Acme for a $9M round"
    if low == "including" and sentence.low(i - 1) in HOLDERS and _names_next(sentence, i + 1):
        return i + 1, Role.PARTICIPANT  # "has approached investors |including| Acme"
    if low in {"which", "that"} and (role := _of_relative(sentence, i)):
        return i + 1, role
    if low == "with" and (role := _with_participle(sentence, i)):
        return i + 1, role
    if low == "with" and _after_led_round(sentence, i):
        return i + 1, Role.PARTICIPANT
    return (i + 1, Role.PARTICIPANT) if _lists_next(sentence, i) else None


def _of_relative(sentence: Sentence, i: int) -> Role | None:
    """Read "a $9M round |that| Acme led", "the round, |which| Acme and Pelt joined"."""
    tokens = sentence.tokens
    before = i - 1 - (sentence.low(i - 1) == ",")
    if before < 0 or not (tokens[before].kind in {ROUND, MONEY} or tokens[before].low in w.FIRM_NOUN):
        return None
    listed, end = backers.read_list(sentence, i + 1)
    if not listed or listed[0].name.first != i + 1 + (sentence.low(i + 1) == "the"):
        return None
    verb = end + (sentence.low(end) in w.ADVERB | {"has", "have"})
    if sentence.low(verb) in w.LEAD:
        return Role.LEAD
    return Role.PARTICIPANT if sentence.low(verb) in w.JOIN | w.BACK else None


def _in_talks_with(sentence: Sentence, cue: int) -> bool:
    """Tell whether a cue before the money names who is talked to: "in talks |with| A", "approached A"."""
    near = {sentence.low(k) for k in range(cue - 4, cue)}
    return bool(near & (w.TALKS | _COURTS))


_COURTS: Final = w.words("sheet approached approaches approaching courting courted tapped pitched sounded")
_FEATURES: Final = w.words("featuring involving comprising")


def _after_led_round(sentence: Sentence, i: int) -> bool:
    """Read "Acme led the round |with| Quayside and Pelt", "led by Acme, |with| Quayside.": who follows the lead."""
    if sentence.low(i - 1) == "," and any(sentence.low(k) in w.LEAD for k in range(max(0, i - 12), i - 1)):
        listed, end = backers.read_list(sentence, i + 1)
        return bool(listed) and listed[0].name.first <= i + 2 and sentence.low(end) in {"", ".", ";", ")"}
    verb = next((k for k in range(i - 2, max(0, i - 7), -1) if sentence.low(k) in w.LEAD), 0)
    round_ = sentence.tokens[i - 1].kind == ROUND or sentence.low(i - 1) in w.FIRM_NOUN
    return (
        verb > 0
        and round_
        and sentence.low(i + 1) not in {"participation", "a", "the"}
        and _names_next(sentence, i + 1)
    )


_SEVERAL: Final = w.words("deal consortium group syndicate")
_AGAIN_BEFORE: Final = w.words("continued follow-on repeat renewed continuing")


def _names_next(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.tokens) and names.run_after(sentence, i) > i


def _is_passive_lead(sentence: Sentence, i: int) -> bool:
    """Read "the round was |led| Acme", the "by" left out."""
    led_by_round = sentence.low(i - 1) in {"was", "is"} and sentence.low(i - 2) in w.FIRM_NOUN
    return led_by_round and _names_next(sentence, i + 1)


_INVERTED: Final = w.words("joining participating behind backing investing contributing supporting also leading")
HEAD: Final = 4
"""Tokens of the longest heading of a list of backers: "Participating investors:"."""
_BRINGS: Final = w.words("brings bringing brought adds adding added welcomes welcoming welcomed")
_AGAIN: Final = w.words("double doubled doubles re-up return returned pile back")


def _inverted(sentence: Sentence, i: int) -> Role | None:
    """Read "Joining the round |were| A and B", "Behind the round |are| A and B", "Leading the round |was| A"."""
    if sentence.low(i) not in {"are", "were", "is", "was"} or not 1 < i < 9 or sentence.low(0) not in _INVERTED:
        return None
    also = i == 2 and sentence.low(0) == "also" and sentence.low(1) in _INVERTED  # "Also investing were A and B"
    if not also and not any(t.low in w.FIRM_NOUN or t.kind == ROUND for t in sentence.tokens[1:i]):
        return None
    return Role.LEAD if "leading" in {sentence.low(0), sentence.low(1)} else Role.PARTICIPANT


def _brought_on(sentence: Sentence, i: int) -> Role | None:
    """Read "|brings| Acme on as an investor", "|adds| Acme as lead investor"."""
    end = backers.read_list(sentence, i + 1)[1]
    near = [sentence.low(k) for k in range(end, end + 6)]
    if end == i + 1 or "as" not in near or not HOLDERS & set(near):
        return None
    return Role.LEAD if "lead" in near else Role.PARTICIPANT


_LENT: Final = w.words("agreement facility loan line placement note package deal")


def _lists_next(sentence: Sentence, i: int) -> bool:
    """Tell whether the word or sign at i is followed by those who give the money of the phrase before it."""
    tokens = sentence.tokens
    low, before = sentence.low(i), sentence.low(i - 1)
    if low == "alongside" or (low == ":" and before in HOLDERS and i <= HEAD):
        return True
    if low == "from":
        return i > 0 and before not in _NOT_FROM
    if low == "with":
        holders = any(sentence.low(k) in HOLDERS for k in range(i + 1, i + 4)) and sentence.low(i + 1) != ","
        round_ = before in w.FIRM_NOUN - {"raise"} or (i > 1 and tokens[i - 1].kind == ROUND)
        if round_ and _names_next(sentence, i + 1) and i + 1 < len(tokens):
            return True  # "a $40M round |with| Acme and Beta"
        return holders or before.rpartition(" ")[2] in _LENT
    if low in {"join", "joins", "joining"}:
        return any(sentence.low(k) in HOLDERS for k in range(i + 1, i + 4))
    if low in _AMONG:
        rounds = {sentence.low(k) for k in range(i - 9, i)} & (w.FIRM_NOUN | _SEVERAL)
        if low.startswith("includ") and {"which", "that"} & {sentence.low(i - 1), sentence.low(i - 2)} and rounds:
            return True  # "led the round, which also included Acme"
        it = sentence.low(0) == "it" and i <= 3
        of_round = sentence.low(i - 1) in w.FIRM_NOUN or (i > 0 and sentence.tokens[i - 1].kind == ROUND)
        if low.startswith("includ") and of_round and _names_next(sentence, i + 1):
            return True  # "Acme's funding round included Quayside"
        if low.startswith("includ") and (it or (sentence.low(i - 1) in {"and", "also"} and _speaks_of_round(sentence))):
            return True  # "The financing was led by Acme and included Quayside"
        return _inverted(sentence, i) is not None or any(t.low in HOLDERS for t in tokens[max(0, i - 6) : i])
    if low == "by":
        noun = next((k for k in range(i - 1, i - 5, -1) if sentence.low(k) in w.FIRM_NOUN), None)
        if noun is not None and not any(
            sentence.low(k) in (w.VERB | w.AUXILIARY) - w.FIRM_NOUN for k in range(noun + 1, i)
        ):
            return True  # "secured a round of funding in 2013 |by| Acme"
        awarded = any(t.low in {"awarded", "granted", "given"} for t in tokens[max(0, i - 12) : i])
        return awarded and (before in w.FUNDING_NOUN or tokens[i - 1].kind == MONEY)
    if low == "," and tokens[i - 1].kind in {MONEY, ROUND} and i > 1:
        opened = any(tokens[k].text == "(" for k in range(max(0, i - 5), i))
        return opened and _names_next(sentence, i + 1)  # "Acme ($80M, |Beta Capital|)"
    if i == 0 or not (low in _DASHES or low == "("):
        return False
    if low == "(" and i + 2 < len(tokens) and tokens[i + 2].kind in {NUMBER, MONEY}:
        return False  # "(Rs 3,328 crore)"
    if low == "(" and sentence.low(i + 2) in {"million", "billion", "crore", "trillion"}:
        return False  # "(RM446 million)"
    typed = tokens[i - 1].kind in {ROUND, MONEY}
    return typed if low != "(" else (typed or before in w.FIRM_NOUN) and sentence.low(i + 1) not in _LED


def _speaks_of_round(sentence: Sentence) -> bool:
    """Tell whether a sentence begins with a round: "The financing was", "Its Series B is"."""
    return any(t.low in w.FIRM_NOUN or t.kind == ROUND for t in sentence.tokens[1:4])


_TAKING: Final = w.words(
    "participating joining investing contributing putting taking chipping tipping among re-upping pitching "
    "returning following"
)


def _with_participle(sentence: Sentence, i: int) -> Role | None:
    """Read "with |Acme and others| participating", "with Acme leading the round", "with Acme as lead investor"."""
    listed, end = backers.read_list(sentence, i + 1)
    if not listed:
        return None
    near = [t.low for t in sentence.tokens[end : end + 6]]
    if {"leading", "co-leading", "lead", "co-lead", "co-leads", "co-leader"} & set(near[:4]):
        return Role.LEAD
    if (_TAKING & set(near) and not ("joining" in near and {"board", "team"} & set(near))) or (
        near[:1] == ["as"] and HOLDERS & set(near[:4])
    ):
        return Role.PARTICIPANT
    return None


def with_backers(sentence: Sentence, scene: Scene, drafts: list[tuple[Phrase, Draft]]) -> list[Draft]:
    """Give each cue's backers to the phrase before it, or to the first phrase where none is before."""
    if not drafts:
        return []
    added: list[list[Told[Investor]]] = [[] for _ in drafts]
    done = -1
    opens = _opens_with_lead(sentence, drafts[0][0])
    for cue, begin, role in _cues(sentence):
        if begin <= done:
            continue
        k = max((k for k, (phrase, _) in enumerate(drafts) if phrase.core < cue), default=-1)
        ahead = opens or _in_talks_with(sentence, cue) or (role is Role.LEAD and _round_before(sentence, cue))
        if k < 0 and not ahead:
            continue
        if k < 0:
            k = max(k for k, (phrase, _) in enumerate(drafts) if phrase.core == drafts[0][0].core)
        low = sentence.tokens[cue].low
        if low == "from" and not _from_belongs(sentence, drafts[k][0], cue):
            continue
        if role is Role.LEAD and _person_led(sentence, begin):
            continue
        listed, end = backers.read_list(sentence, begin)
        soft = soft_joiner(sentence, listed[0].name.last if listed else begin, end)
        for backer in listed:
            follows = backer.name.first >= soft or (backer.existing and not listed[0].existing)
            own = Role.PARTICIPANT if follows and role is Role.LEAD else role
            added[k] += backers.told(sentence, [backer], scene.content, own, 0.9)
        done = end - 1 if listed else done
    for name in _led_compounds(sentence, scene.content):
        k = min(range(len(drafts)), key=lambda k: abs(drafts[k][1].kind.start - name.start))
        added[k].append(Told(Investor(name.value, Role.LEAD), name.start, name.end, name.quote, 0.85))
    for k, (phrase, _) in enumerate(drafts):
        giver = _money_backer(sentence, phrase)
        if giver is not None:
            added[k] += backers.told(sentence, [backers.Backer(giver, False)], scene.content, Role.PARTICIPANT, 0.8)
    return [_plus(draft, more) for (_, draft), more in zip(drafts, added, strict=True)]


def _led_compounds(sentence: Sentence, content: str) -> Iterable[Told[str]]:
    """Yield the lead of "a Sequoia-led round", "an Index Ventures-led $9M Series A"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if not token.low.endswith("-led") or len(token.text) < 6 or not (token.caps or token.text[0].isdigit()):
            continue
        if not any(t.low in w.FIRM_NOUN or t.kind in {ROUND, MONEY} for t in tokens[i + 1 : i + 5]):
            continue
        run = names.run_before(sentence, i - 1) if i and tokens[i - 1].caps else None
        start, end = tokens[run.first if run else i].start, token.end - len("-led")
        if run or token.low[:-4] not in w.GENERIC:
            yield Told(content[start:end], start, end, content[start:end], 0.85)


def _money_backer(sentence: Sentence, phrase: Phrase) -> Name | None:
    """Read "$2B |NYSE| backing"."""
    end = names.run_after(sentence, phrase.last)
    if (
        phrase.sums
        and phrase.last < end < len(sentence.tokens)
        and sentence.tokens[end].low in {"backing", "investment", "funding", "cash"}
    ):
        return names.trim(sentence, phrase.last, end)
    return None


def _plus(draft: Draft, more: list[Told[Investor]]) -> Draft:
    company = draft.company
    kept = [i for i in more if company is None or i.value.name != company.value]
    return replace(draft, investors=join_investors((*draft.investors, *kept)))


def _opens_with_lead(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a sentence opens with a round's backers: "|Led by A|, the round", "|Led by A| and B, this marks"."""
    if sentence.low(0) in _BACKED and sentence.low(1) == "by":
        return True  # "|Joined by A|, Beta raised"
    if sentence.low(0) not in _LED or sentence.low(1) != "by":
        return False
    return any(
        sentence.low(k - 1) == ","
        and (sentence.low(k) == "this" or (sentence.low(k) == "the" and k >= phrase.first - 1))
        for k in range(3, phrase.core + 1)
    )


_SOFT: Final = w.words("including alongside along well plus together")


def soft_joiner(sentence: Sentence, begin: int, end: int) -> int:
    """Return where "alongside", "along with", "as well as" divide leads from those who follow, or the end."""
    for i in range(begin, end):
        if sentence.tokens[i].low in _SOFT:
            return i
    return end + 1


def _round_before(sentence: Sentence, cue: int) -> bool:
    return any(t.low in w.FIRM_NOUN or t.kind == ROUND for t in sentence.tokens[max(0, cue - 3) : cue])


_TURNS: Final = w.words("to as for after while and by that with on")


def _from_belongs(sentence: Sentence, phrase: Phrase, cue: int) -> bool:
    """Tell whether a "from" names who gives the money: near its phrase, with no verb of another matter in between."""
    tokens = sentence.tokens
    between = tokens[phrase.last : cue]
    if (
        between
        and between[0].low == "for"
        and len(between) < 7
        and all(t.caps or t.text in {"'s", "’s"} for t in between[1:])
    ):
        return True  # "$9M for Acme |from| Quayside"
    if len(between) > 14:
        return False
    if tokens[cue - 1].low in _GIVEN or tokens[cue - 1].low in HOLDERS:
        return True
    return not any(t.low in _TURNS or t.text in {";", ":"} for t in between)


_RUNS_IT: Final = w.words("ceo former ex founder co-founder founders chief veteran executive entrepreneur president")


def _person_led(sentence: Sentence, begin: int) -> bool:
    """Read "Acme, led by former CEO Jane Doe" tells who runs it."""
    named = not sentence.titled  # "led by Founders Fund"
    return any(
        (t.low in _RUNS_IT or t.low.startswith("ex-")) and not (named and t.caps and t.low != "ceo")
        for t in sentence.tokens[begin : begin + 2]
    )
