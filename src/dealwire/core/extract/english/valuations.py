"""What a company is said to be worth as money comes in, and the rounds that are told by that alone."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import history, names, neighbours, objects, parties, status, sums, worth
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import stake_at
from dealwire.core.extract.english.drafts import build
from dealwire.core.extract.english.frame import HOLDERS, Frame
from dealwire.core.extract.english.givers import with_backers
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, NUMBER, ROUND, Sentence
from dealwire.model import Basis, Investor, Kind, Role, Status, Told, Valuation


def of_another(sentence: Sentence, i: int, draft: Draft) -> bool:
    """Tell whether a valuation is told of a company before the one of the draft.

    "A hits $5B valuation after B gets $2B".
    """
    return (
        draft.company is not None
        and sentence.tokens[i].end < draft.company.start
        and sentence.tokens[i].end < draft.kind.start
    )


def with_valuations(sentence: Sentence, parts: dict[int, Sum], drafts: list[Draft]) -> list[Draft]:
    """Return drafts with the valuations of their sentence, each given to the deal told before it."""
    result = list(drafts)
    for i, part in parts.items():
        if not result or part is not Sum.VALUATION or _is_old_value(sentence, i) or _was_valued(sentence, i):
            continue
        told = sums.valuation(sentence, i)
        k = max((k for k, d in enumerate(result) if d.kind.start <= sentence.tokens[i].start), default=0)
        if _is_of_antecedent(sentence, i, result[k]):
            continue
        if told is not None and _is_better(told, result[k].valuation):
            result[k] = _with_value(result[k], told)
    return result


def _is_of_antecedent(sentence: Sentence, i: int, draft: Draft) -> bool:
    """Read "a company called Beta, which would be valued at |$5B|": worth told of another than the draft's company."""
    verb = next((k for k in range(i - 1, max(0, i - 6), -1) if sentence.low(k) in {"valued", "worth"}), 0)
    which = next((k for k in range(verb - 1, max(0, verb - 4), -1) if sentence.low(k) in {"which", "that"}), 0)
    if not any(sentence.low(k) in {"be", "is", "was", "worth"} for k in range(which, verb + 1)):
        return False  # "a round that valued it at"
    name = names.run_before(sentence, which - 1 - (sentence.low(which - 1) == ",")) if which else None
    if name is None or draft.company is None:
        return False
    told = " ".join(t.text for t in sentence.tokens[name.first : name.last])
    return not same_name(told, draft.company.value)


def _with_value(draft: Draft, told: Told[Valuation]) -> Draft:
    """Return a draft with its valuation; "doubled its valuation to $5B after raising $180M" is news."""
    if told.start > draft.kind.start or draft.background is None:
        return replace(draft, valuation=told)
    weak = draft.background.confidence <= history.WEAK
    return replace(draft, valuation=told, background=None) if weak else draft


def _is_better(told: Told[Valuation], before: Told[Valuation] | None) -> bool:
    return before is None or (told.value.basis is Basis.POST and before.value.basis is not Basis.POST)


_THAN: Final = w.words("than versus against with to double triple twice")
_MEASURED: Final = w.words("higher lower larger bigger compared versus premium discount double triple twice")
_MOVES: Final = ("jump", "leap", "ris", "rose", "climb", "step", "increas", "drop", "fall", "fell", "cut", "surg")
_BEFORE: Final = w.words("previously last previous prior earlier")


def _is_old_value(sentence: Sentence, i: int) -> bool:
    """Read "up from a $1B valuation", "valued at $1B in 2021, …": the value before this deal."""
    near = [t.low for t in sentence.tokens[max(0, i - 7) : i]]
    wide = {t.low for t in sentence.tokens[max(0, i - 14) : i]}
    measured = any(a in _THAN and b in {"the", "its"} for a, b in itertools.pairwise(near[-4:]))
    if (measured and wide & _MEASURED) or "fraction" in near:
        return True  # "higher than the $86B valuation", "double the $4B valuation"
    if "from" in near[-4:] and any(low.startswith(_MOVES) for low in near):
        return True  # "a jump from the $1B valuation"
    if "from" in near[-4:] and (
        "up" in near or "down" in near or "jump" in near or "rose" in near or "increase" in near
    ):
        return True
    if (
        near[-1:] == ["from"]
        and sentence.low(i + 1) == "to"
        and any(t.kind == MONEY for t in sentence.tokens[i + 2 : i + 6])
    ):
        return True  # "hiked its valuation from |$1B| to $2B"
    return any(low in _BEFORE for low in near)


def _was_valued(sentence: Sentence, i: int) -> bool:
    """Read "which was valued at $2B in 2023": no new money, unless it goes on with "in the round"."""
    tokens = sentence.tokens
    for k in range(i - 1, max(-1, i - 6), -1):
        if tokens[k].low == "valued":
            near = {t.low for t in tokens[max(0, k - 3) : k]}
            after = itertools.takewhile(lambda t: t.text not in {";", "—"}, tokens[i : i + 14])
            by_round = any(t.kind == ROUND or t.low in {"round", "deal", "funding", "raise"} for t in after)
            return bool(near & {"was", "were", "been"}) and not by_round
    return False


_VALUE_VERB: Final = w.verbs(
    "hit reach double triple quadruple near eye value top surpass cross target exceed notch fetch command "
    "achieve attain pass earn boost jump soar aim climb approach more-than-double claim confirm secure "
    "land nab raise fundraise mull float",
    "seek seeks sought seeking get gets got is are was were find finds found win wins won sell sells selling",
)
_STATIVE: Final = w.words("is are was were get gets got")


def valued(sentence: Sentence, parts: dict[int, Sum], scene: Scene) -> list[Draft]:
    """Return the round told by its new valuation alone: "Acme hits $5B valuation", "valuing Acme at $2B"."""
    for i, part in parts.items():
        if part is not Sum.VALUATION or _is_old_value(sentence, i):
            continue
        frame = _valuing_verb(sentence, i) or _told_alone(sentence, i, scene)
        if frame is None or status.is_denied(sentence, frame.verb, scene.content):
            continue
        if [sentence.low(frame.verb - 2), sentence.low(frame.verb - 1)] == ["would", "have"]:
            continue  # "a deal that would have valued Acme at $9M"
        listed = any(t.low in _LISTINGS for t in sentence.tokens)
        spoken = (_lister(scene) if listed else None) or scene.focus or scene.topic
        own = frame.company == PRONOUN and any(t.low in w.TALKS for t in sentence.tokens[:i])
        reaching = frame.company == PRONOUN and sentence.low(frame.verb).startswith(_REACHES)
        if reaching and isinstance(who := parties.main_subject(sentence, frame.verb), list):
            frame.company = who[:1]  # "Last month |Acme|, which …, became the first to reach a $1B valuation"
        company = spoken if frame.company == PRONOUN and not own else scene.company(sentence, frame.company)
        told = sums.valuation(sentence, i)
        if company is None or told is None:
            continue
        other = _other_deal(scene, company, listed=listed)
        if other is not None:
            return [_priced(other, told)]
        if frame.company == PRONOUN and not own and not any(d.company == company for d in scene.drafts):
            continue
        investors = [Told(Investor(t.value, Role.PARTICIPANT), t.start, t.end, t.quote, t.confidence)
                     for t in (scene.told(sentence, name) for name in frame.owners)]  # fmt: skip
        draft = build(sentence, scene, None, frame, company, investors)
        if listed:
            draft = replace(draft, kind=replace(draft.kind, value=Kind.IPO))  # "The IPO values Acme at $5B"
        if draft.status is None and (talks := _talks_before(sentence, i)) is not None:
            draft = replace(draft, status=talks)
        place = Phrase(frame.verb, frame.verb, i + 1, (), (), frozenset())
        return with_valuations(sentence, parts, with_backers(sentence, scene, [(place, draft)]))
    return []


_REACHES: Final = ("reach", "hit", "cross", "pass", "top", "exceed", "surpass", "attain", "achiev")


def worth_now(sentence: Sentence, parts: dict[int, Sum], scene: Scene) -> list[Draft]:
    """Return the round told last with what its company is "now worth", or with what is said of its valuation later."""
    i = next((k for k, part in parts.items() if part is Sum.VALUATION and not _is_old_value(sentence, k)), None)
    told = sums.valuation(sentence, i) if i is not None else None
    last = next((d for d in reversed(scene.drafts) if d.kind.value is Kind.FUNDING_ROUND and not d.recalled), None)
    if i is None or told is None or last is None or last.company is None or last.valuation is not None:
        return []
    before = [sentence.low(k) for k in range(max(0, i - 9), i)]
    valued_at = next(
        (k for k in range(i - 4, i) if sentence.low(k) in {"worth", "valued"} and sentence.low(k - 1) in {"is", "now"}),
        None,
    )
    now = valued_at is not None or ("now" in before and bool({"worth", "valued"} & set(before)))
    of = "valuation" in before and bool({"of", "was", "is", "now"} & set(before[before.index("valuation") :]))
    who = parties.main_subject(sentence, i)
    other = isinstance(who, list) and not same_name(scene.told(sentence, who[0]).value, last.company.value)
    if valued_at is not None and bool({sentence.low(valued_at - 2), sentence.low(valued_at - 3)} & _ITSELF):
        other = False  # "Jane Doe said |the company| is now valued at"
    if (
        not (now or of)
        or (other and (now or any(t.low in {"became", "becomes"} for t in sentence.tokens[:i])))
        or _is_of_other(sentence, i, last.company.value, scene)
        or ({"was", "last", "previous", "earlier"} - ({"was"} if sentence.low(1) == "valuation" else set()))
        & set(before)
    ):
        return []
    return [replace(last, valuation=told, investors=())]


_ITSELF: Final = w.words("company startup start-up firm business group it")


def _priced(other: Draft, told: Told[Valuation]) -> Draft:
    """Return a purchase or listing told before with what it is now said to value the company at."""
    return replace(other, valuation=other.valuation or told, status=None)


def _valuing_verb(sentence: Sentence, money: int) -> Frame | None:
    """Return the frame of the verb before a valuation that makes it news."""
    tokens = sentence.tokens
    if [sentence.low(money - 2), sentence.low(money - 1)] == [",", "at"]:
        verb = worth.valuing_before(sentence, money - 2)
        if verb is not None and tokens[verb].low != "valuable":
            return _valuing(sentence, verb, money)
    for j in range(money - 1, max(-1, money - 9), -1):
        low = tokens[j].low
        if low in {"valuing", "values", "value", "valued"}:
            return _valuing(sentence, j, money)
        if low in _VALUE_VERB and low not in _STATIVE and (sentence.titled or not tokens[j].caps):
            return _reaching(sentence, j, money)
        if low in w.TALKS:
            return _in_talks_at(sentence, j, money)
    return None


def _talks_before(sentence: Sentence, money: int) -> Told[Status] | None:
    """Return the word by which a valuation is only talked of: "in |talks| that would value Acme at $5B"."""
    token = next((t for t in sentence.tokens[:money] if t.low in w.TALKS), None)
    return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.8) if token else None


_TALKS_OF: Final = w.words("deal funding fundraising financing investment in early late advanced active preliminary")
_TALKS_END: Final = w.words("at a an the for funds funding money capital investment about around more than over new of")
_TALKING: Final = w.words("is are said be reportedly now currently still")


def _in_talks_at(sentence: Sentence, talks: int, money: int) -> Frame | None:
    """Read "Acme is in deal talks at a |$5B| valuation", "Acme said in talks for funds at |$5B| valuation"."""
    between = [sentence.low(k) for k in range(talks + 1, money)]
    head = talks
    while head > 0 and sentence.low(head - 1) in _TALKS_OF:
        head -= 1
    while head > 0 and sentence.low(head - 1) in _TALKING:
        head -= 1
    if "at" not in between or not set(between) <= _TALKS_END or sentence.low(talks - 1) in _OF_PURCHASE:
        return None
    who = neighbours.adjacent(sentence, head - 1)
    return Frame(talks, who, confidence=0.75, plan=True) if who else None


_OF_PURCHASE: Final = w.words("takeover acquisition merger buyout sale")


def _reaching(sentence: Sentence, verb: int, money: int) -> Frame | None:
    """Read "Acme reaches a |$5B| valuation", "Norrland eyes stake in Acme at |$5B| valuation"."""
    between = [sentence.low(k) for k in range(verb + 1, money)]
    after = between[between.index("valuation") :] if "valuation" in between else []
    if "of" in after and sentence.tokens[verb + 2 + between.index("valuation") + after.index("of")].caps:
        return None  # "cuts its valuation of Acme to"
    who = parties.subject(sentence, verb)
    if "stake" in between and (stake := stake_at(sentence, verb + 1)) is not None:
        target = objects.after(sentence, stake[1])
        return Frame(verb, [target], who, confidence=0.7) if target and isinstance(who, list) else None
    return Frame(verb, who, confidence=0.7, plan=True) if who else None


def _lister(scene: Scene) -> Told[str] | None:
    """Return the company whose listing the text told last."""
    return next((d.company for d in reversed(scene.drafts) if d.kind.value is Kind.IPO), None)


_PAST: Final = w.words("was were had been once ago")
_OTHERS: Final = w.words("market rival rivals competitor competitors parent peers peer average")


def _is_of_other(sentence: Sentence, money: int, company: str, scene: Scene) -> bool:
    """Tell whether a valuation is said to be another's: "the valuation of Quayside", "Its rival has a valuation of"."""
    if _OTHERS & {t.low for t in sentence.tokens[:money]}:
        return True
    noun = next((k for k in range(max(0, money - 14), money) if sentence.low(k) == "valuation"), 0)
    named = objects.after(sentence, noun + 2) if noun and sentence.low(noun + 1) == "of" else None
    return named is not None and named.last <= money and not same_name(scene.told(sentence, named).value, company)


def _told_alone(sentence: Sentence, money: int, scene: Scene) -> Frame | None:
    """Read a sentence that gives the deal told last its valuation, whatever its verb.

    "Investors are looking at a valuation of |$6B|", "The combined company will have an equity value of |$2B|": it
    names nobody else, and speaks of no earlier time.
    """
    last = next((d for d in reversed(scene.drafts) if d.company is not None), None)
    if sentence.title or last is None or last.company is None or last.recalled or last.valuation is not None:
        return None
    if last.kind.value is Kind.FUND_CLOSE or any(t.text in {"'s", "’s"} and not _is_own(sentence, i, last.company.value)
                                                 for i, t in enumerate(sentence.tokens[:money])):  # fmt: skip
        return None  # "The value of Quayside's acquisition of"
    lows = {t.low for t in sentence.tokens}
    noun = next((k for k in range(max(0, money - 14), min(money + 6, len(sentence.tokens)))
                 if sentence.low(k) in {"valuation", "value", "worth"}), None)  # fmt: skip
    years = any(t.kind == NUMBER and t.text.startswith(("19", "20")) and len(t.text) == 4 for t in sentence.tokens)
    if noun is None or lows & (_PAST | _OTHERS | _BEFORE) or years or not (lows & _COMPANIES or "valuation" in lows):
        return None
    if _is_of_other(sentence, money, last.company.value, scene):
        return None
    spoken = parties.main_subject(sentence, money)
    named = isinstance(spoken, list) and not same_name(scene.told(sentence, spoken[-1]).value, last.company.value)
    return None if named else Frame(noun, PRONOUN, confidence=0.65)


def _is_own(sentence: Sentence, sign: int, company: str) -> bool:
    """Tell whether the owner before a sign is no other company than the one spoken of."""
    name = names.run_before(sentence, sign - 1)
    return name is None or same_name(" ".join(t.text for t in sentence.tokens[name.first : name.last]), company)


_LISTINGS: Final = w.words("ipo listing float flotation offering public")


def _other_deal(scene: Scene, company: Told[str], *, listed: bool) -> Draft | None:
    """Return the purchase or listing of the company that the text told last, which a later sum then values.

    `listed`: the sentence speaks of the listing, whatever was told after it.
    """
    for draft in reversed(scene.drafts):
        if listed and draft.kind.value is not Kind.IPO:
            continue
        if draft.company is not None and same_name(draft.company.value, company.value):
            return draft if draft.kind.value in {Kind.ACQUISITION, Kind.IPO} and not draft.recalled else None
    return None


_DEALS: Final = w.words("round funding deal investment raise financing raised raising sale transaction tender stake")
_COMPANIES: Final = w.words("it company startup firm business entity")


def _valuing(sentence: Sentence, verb: int, money: int) -> Frame | None:
    """Read "a deal valuing |Acme| at $2B", "the round values it at $2B", "Acme was valued at $2B in the round"."""
    tokens = sentence.tokens
    low = tokens[verb].low
    context = {t.low for t in tokens}
    deal = bool(context & _DEALS)
    if low == "valued" and sentence.low(verb - 1) not in _DEALS | HOLDERS:
        if not deal or "was" in context or "last" in context:
            return None
        who = parties.subject(sentence, verb)
        return Frame(verb, who, confidence=0.6) if who else None
    receiver = objects.after(sentence, verb + 1)
    if receiver is not None and receiver.last <= money:
        return Frame(verb, [receiver], confidence=0.75)
    if any(t.low in _COMPANIES for t in tokens[verb + 1 : money]):
        return Frame(verb, PRONOUN, confidence=0.75)
    return None
