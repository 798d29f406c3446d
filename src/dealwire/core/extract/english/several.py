"""Rounds of several companies told in one sentence: "A, B and C also raised money", "startups that raised include A".

What each raised is told where the sentence says "each"; else the list tells no more than who raised.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import backers, groups, names, objects
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.drafts import build
from dealwire.core.extract.english.frame import Frame
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.news import is_weak
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, ROUND, Sentence

_GOT: Final = w.verbs(
    "raise secure attract garner land close receive snag bag pocket nab score collect announce gather",
    "get gets got win wins won draw draws drew see sees saw bring brings brought",
)
_MONEY: Final = w.words(
    "money funding capital investment investments financing fundings financings funds rounds cheques checks fundraises "
    "cash backing round raises"
)
_FIRMS: Final = w.words(
    "startup startups start-up start-ups company companies firm firms venture ventures name names player players "
    "business businesses unicorn unicorns deal deals round rounds raise raises winner winners fundraises recipients "
    "fundings investments platforms brands"
)
_LISTS: Final = w.words("include includes included including were are comprise comprised namely featured feature")
_LINKS: Final = w.words("that which who to each also have has")
_GIVERS: Final = w.words("from by with investor investors backer backers led through via shareholders into")
"""After the money they turn to who gave it: "raised $9M from investors including"."""
_OF_EACH: Final = w.words("each apiece both all also similarly likewise")
NEAR: Final = 9
"""Tokens after a verb of raising within which the money stands."""
CLAUSE: Final = 16
"""Tokens between who raised money, as a class, and the list of them."""
FEWEST: Final = 3
"""Names from which on a list before a verb is one of companies without a word that says so."""


def read(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return a draft for each company of a list that raised money."""
    tokens = sentence.tokens
    for verb, token in enumerate(tokens):
        if token.low not in _GOT or (token.caps and not sentence.titled and verb):
            continue
        money = _money(sentence, verb)
        if not money:
            continue
        listed = _members(sentence, verb, money) or _subjects(sentence, verb)
        if listed:
            return _drafts(sentence, scene, verb, money, listed)
    return []


def _money(sentence: Sentence, verb: int) -> int:
    """Return the token of the money that a verb gets, else 0: "raised |$9M|", "attracted substantial |investments|"."""
    for i in range(verb + 1, min(verb + NEAR, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.kind in {MONEY, ROUND}:
            return i
        if token.low in _MONEY:
            after = sentence.low(i + 1)
            return i if token.low != "capital" or not after.isalpha() or after in w.FUNCTION | _WHEN else 0
        if (token.caps and not sentence.titled) or token.text in {",", ";", ":"}:
            return 0
    return 0


_WHEN: Final = w.words("today last yesterday earlier recently")


def _subjects(sentence: Sentence, verb: int) -> list[Name]:
    """Return the companies of "|A, B and C| raised money", "|A and B| both closed rounds"."""
    head = groups.head_of_group(sentence, verb)
    end = head
    if sentence.low(head - 1) in {"which", "who"}:
        end = head - 1 - (sentence.low(head - 2) == ",")
    opens = sentence.low(1) in w.DESCRIPTOR and not sentence.tokens[1].caps  # "|Logistics| firm Acme, …"
    listed = [b.name for b in backers.list_before(sentence, end, 1 if opens or sentence.low(0) == "both" else 0)]
    near = {sentence.low(k) for k in range(head, verb)} | {sentence.low(k) for k in range(verb, verb + NEAR)}
    near |= {sentence.low(0)} & {"both"}
    if listed and sentence.low(listed[0].first - 1) in _GIVERS:
        return []  # "raised $9M from |Pelt, and Acme| closed"
    several = len(listed) >= FEWEST or (len(listed) > 1 and near & _OF_EACH)
    joined = listed and {sentence.low(k) for k in range(listed[-1].first - 4, listed[-1].first)} & {"and", "&"}
    return listed if several and joined and not any(_is_place(sentence, name) for name in listed) else []


def _is_place(sentence: Sentence, name: Name) -> bool:
    return all(t.low in w.PLACE | w.NATIONALITY for t in sentence.tokens[name.first : name.last])


def _members(sentence: Sentence, verb: int, money: int) -> list[Name]:
    """Return the companies of "startups that raised money include |A, B and C|", "four firms raised $9M: |A; B; C|"."""
    tokens = sentence.tokens
    i = groups.head_of_group(sentence, verb) - 1
    while sentence.low(i) in _LINKS and i:
        i -= 1
    if sentence.low(i) not in _FIRMS or not sentence.low(i).endswith("s") or (tokens[i].caps and i):
        return []
    reach = range(money + 1, min(money + CLAUSE, len(tokens)))
    at = next((k for k in reach if _opens(sentence, k)), 0)
    if not at or any(sentence.low(k) in _GIVERS for k in range(money, at)):
        return []
    if any(t.text == ";" for t in tokens[at:]):
        return _parted(sentence, at + 1)
    return [b.name for b in backers.read_list(sentence, at + 1)[0]]


def _opens(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].text == ":" or (sentence.low(i) in _LISTS and not sentence.tokens[i].caps)


def _parted(sentence: Sentence, at: int) -> list[Name]:
    """Return the names of a list whose items, each with its description, semicolons part."""
    found: list[Name] = []
    start = at
    for i in range(at, len(sentence.tokens) + 1):
        if i < len(sentence.tokens) and sentence.tokens[i].text not in {";", "."}:
            continue
        start += sentence.low(start) == "and"
        name = _last_name(sentence, start, i)
        if name is not None:
            found.append(name)
        start = i + 1
    return found


def _last_name(sentence: Sentence, start: int, end: int) -> Name | None:
    """Return the name that closes an item, "Berlin-based maker |A|", else the one that it begins with."""
    if start >= end:
        return None
    closing = names.run_before(sentence, end - 1)
    return closing if closing is not None and closing.first >= start else objects.after(sentence, start, end - start)


def _drafts(sentence: Sentence, scene: Scene, verb: int, money: int, listed: list[Name]) -> list[Draft]:
    token = sentence.tokens[money]
    whole = " ".join(t.low for t in sentence.tokens)
    each = _EACH.search(whole) is not None
    sums = (money,) if token.kind == MONEY and each else ()
    labels = (money,) if token.kind == ROUND else ()
    phrase = Phrase(money, money, money + 1, sums, labels, frozenset())
    drafts: list[Draft] = []
    for name in listed:
        company = scene.told(sentence, name, 0.8)
        if not any(d.company is not None and same_name(d.company.value, company.value) for d in drafts):
            draft = build(sentence, scene, phrase, Frame(verb, [name], confidence=0.75), company, ())
            drafts.append(replace(draft, background=None) if is_weak(draft) else draft)
    return drafts


_EACH: Final = re.compile(r"\b(?:each|apiece|both)\b")
