"""Who gets money from whom: the frames around a phrase of funding and around the verbs of investing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dealwire.core.extract.assemble import Draft, join_investors
from dealwire.core.extract.english import backers, names, phrases, status, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import PRONOUN, Name
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, WORD, Sentence
from dealwire.model import Investor, Kind, Role, Round, Told

Who = list[Name] | str | None

_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
_INTO: Final = frozenset({"in", "into", "on", "to", "behind", "for"})
_PARTICLE: Final = frozenset({"up", "in", "on", "down", "off", "out", "over", "away", "to"})
_WALK: Final = w.FILLER | phrases._LEFT | frozenset("closing completion tranche part portion half most rest of for via through successful successfully has its raising receiving".split())


@dataclass(slots=True)
class Frame:
    """A phrase or verb of funding with its parties."""

    verb: int
    company: Who = None
    owners: list[Name] = field(default_factory=list)
    """Those who invest by being the subject of the verb."""
    role: Role = Role.PARTICIPANT
    anaphoric: bool = False
    confidence: float = 0.9
    plan: bool = False
    """The verb is one of raising: "is raising" and "to raise" are plans."""


# --- the verb that governs a phrase ---------------------------------------------------------------------------------------


def governor(sentence: Sentence, phrase: Phrase) -> tuple[int, str] | None:
    """Return the verb to the left of a phrase and the preposition between them ("" if none)."""
    tokens = sentence.tokens
    preposition = ""
    unknown = 0
    i = phrase.first - 1
    while i >= 0 and phrase.first - i < 12:
        token = tokens[i]
        low = token.low
        if token.kind == PUNCT and token.text not in {"“", "”", '"', "‘", "’", "-", "'", "~", "$"}:
            if low in {",", "'s", "’s"} and False:
                i -= 1
                continue
            return None
        if _is_verb(sentence, i):
            return i, preposition
        if low in w.PREPOSITION:
            if low in {"by", "from", "after", "amid", "before", "since", "despite", "following", "until", "without", "than"}:
                return None
            preposition = preposition or low
        elif token.kind in {MONEY, ROUND}:
            return None
        elif low not in _WALK and low not in w.ADVERB:
            unknown += 1
            if unknown > 2 + (preposition == "with") * 3:
                return None
        i -= 1
    return None


_MONEY_VERB: Final = w.RAISE | w.LEAD | w.JOIN | w.INVEST | w.GIVE | w.BACK | w.OTHER_VERB | w.MERGE


def _is_verb(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.kind != WORD or token.low not in _MONEY_VERB or token.low in {"has", "have", "had", "having", "to", "closing", "funding", "extension", "round", "backing", "funds", "plan", "plans", "need"}:
        return token.low in {"has", "have"} and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].kind == MONEY
    if i == 0:
        return False
    before = sentence.tokens[i - 1].low
    if before in {"a", "an", "the", "its", "their", "his", "'s", "’s"} and not token.low.endswith("ing"):
        return False
    return sentence.titled or not token.caps or token.low in w.RAISE_PLAIN


def _owner(sentence: Sentence, phrase: Phrase) -> Who:
    """Return whose round it is: "Acme's |$5M Series A|", "its |seed round|"."""
    tokens = sentence.tokens
    if any(t.low in {"its", "their", "our"} for t in tokens[phrase.first : phrase.core]) or (phrase.first and tokens[phrase.first - 1].low in {"its", "their", "our"}):
        return PRONOUN
    i = phrase.first - 1
    while i > 0 and phrase.first - i < 4 and tokens[i].text not in _POSSESSIVE and tokens[i].kind == WORD and not tokens[i].caps and tokens[i].low not in w.FUNCTION:
        i -= 1
    if i > 0 and tokens[i].text in _POSSESSIVE:
        name = names.run_before(sentence, i - 1)
        if name:
            return [name]
        if tokens[i - 1].low in w.DESCRIPTOR:
            return PRONOUN
    return None


def _target(sentence: Sentence, i: int) -> Name | None:
    """Return the party that the preposition at token i points at: "|in| AI startup Acme"."""
    tokens = sentence.tokens
    if i < len(tokens) and tokens[i].low in _INTO | {"of", "at"}:
        if i + 1 < len(tokens) and tokens[i + 1].kind in {MONEY, ROUND}:
            return None
        return names.after(sentence, i + 1)
    return None


def _after_phrase(sentence: Sentence, phrase: Phrase, prepositions: frozenset[str]) -> Name | None:
    """Return the party that the first of the prepositions within four tokens after a phrase points at."""
    tokens = sentence.tokens
    for i in range(phrase.last, min(len(tokens), phrase.last + 4)):
        token = tokens[i]
        if token.low in prepositions:
            return _target(sentence, i)
        if token.kind == PUNCT or (token.low in w.FUNCTION and token.low not in {"this", "last", "today"}):
            return None
    return None


# --- frames ----------------------------------------------------------------------------------------------------------------


def frame_of(sentence: Sentence, phrase: Phrase) -> Frame | None:
    """Return the parties of a phrase of funding, by the verb that governs it or by what stands around it."""
    found = governor(sentence, phrase)
    owner = _owner(sentence, phrase)
    if found is not None:
        verb, preposition = found
        frame = _governed(sentence, phrase, verb, preposition, owner)
        if frame is not None:
            return frame
    return _ungoverned(sentence, phrase, owner)


def _governed(sentence: Sentence, phrase: Phrase, verb: int, preposition: str, owner: Who) -> Frame | None:
    tokens = sentence.tokens
    low = tokens[verb].low
    follows = tokens[verb + 1].low if verb + 1 < len(tokens) else ""
    if follows == "by":
        return None
    bare = not preposition or preposition in _PARTICLE
    if low in w.LEAD and (bare or preposition in {"of", "for"}):
        company = owner or _listed(_after_phrase(sentence, phrase, frozenset({"for", "in", "into", "of", "at"})))
        return Frame(verb, company, _names(names.subject(sentence, verb)), Role.LEAD, anaphoric=company is None)
    if low in w.JOIN and preposition in {"", "in", "to", "on", "with"} and not (preposition == "with" and low.startswith(("join", "com"))):
        company = owner or _listed(_after_phrase(sentence, phrase, frozenset({"for", "in", "into", "of", "at"})))
        if company is None and phrase.sums and low.startswith("com"):
            return None
        return Frame(verb, company, _names(names.subject(sentence, verb)), anaphoric=company is None)
    stake = _after_phrase(sentence, phrase, frozenset({"in", "into", "on"})) if _is_stake(sentence, phrase) else None
    if low in w.INVEST and phrase.sums and (bare or preposition == "of"):
        company = _listed(_after_phrase(sentence, phrase, frozenset({"in", "into", "to", "on", "behind", "towards", "toward"})))
        if low.startswith(("commit", "pledg", "spend", "spent", "drop", "put")) and company is None:
            return None
        return Frame(verb, company, _names(names.subject(sentence, verb)), confidence=0.85) if company or low.startswith("invest") else None
    if stake is not None and bare and (low.startswith(("mak", "made", "announc", "tak", "took", "plan", "consider", "clos", "complet", "confirm", "lead", "led", "weigh", "mull", "near", "double", "up")) or owner):
        investors = _names(owner) or _names(names.subject(sentence, verb))
        return Frame(verb, [stake], investors, confidence=0.85)
    if low in w.GIVE:
        if bare and tokens[verb - 1].low in {"was", "were", "been", "is"}:
            return Frame(verb, names.subject(sentence, verb))
        if bare and not preposition:
            receiver = names.after(sentence, verb + 1)
            if receiver is not None and receiver.last <= phrase.first:
                return Frame(verb, [receiver], _names(names.subject(sentence, verb)), confidence=0.8)
            target = _after_phrase(sentence, phrase, frozenset({"to", "for"}))
            if target is not None:
                return Frame(verb, [target], _names(names.subject(sentence, verb)), confidence=0.8)
        if low not in w.RAISE:
            return None
    if low in w.BACK and preposition == "with":
        target = names.after(sentence, verb + 1)
        return Frame(verb, [target], _names(names.subject(sentence, verb)), confidence=0.8) if target else None
    if preposition == "with":
        who = names.subject(sentence, verb) or names.main_subject(sentence, verb)
        return Frame(verb, who, confidence=0.85)
    if low in w.RAISE and (bare or preposition in {"of", "for", "at"}):
        if not phrase.firm and low not in w.RAISE_PLAIN and not _near_round(sentence, phrase) and not (phrase.nouns & w.FUNDING_NOUN):
            return None
        if low in {"see", "sees", "hit", "hits", "need", "needs", "report", "reports", "reported"} and not phrase.firm:
            return None
        subject = names.subject(sentence, verb)
        if isinstance(owner, list):
            return Frame(verb, owner, plan=True)
        return Frame(verb, subject or owner, anaphoric=subject is None, plan=True)
    if isinstance(owner, list):
        return Frame(verb, owner, confidence=0.75)
    return None


def _near_round(sentence: Sentence, phrase: Phrase) -> bool:
    """A sum with "led by" or "from" right after it is a round even without the word."""
    return any(t.low in {"led", "from", "co-led"} for t in sentence.tokens[phrase.last : phrase.last + 2])


def _is_stake(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.tokens[phrase.last - 1].low in {"investment", "investments", "bet", "backing", "stake", "injection", "infusion"}


def _names(who: Who) -> list[Name]:
    return who if isinstance(who, list) else []


def _listed(name: Name | None) -> Who:
    return None if name is None else [name]


def _ungoverned(sentence: Sentence, phrase: Phrase, owner: Who) -> Frame | None:
    """Return the parties of a phrase that no verb governs: "Acme: $5M Series A", "$5M for Acme", "Acme's new round"."""
    tokens = sentence.tokens
    core = phrase.core
    target = _after_phrase(sentence, phrase, frozenset({"for", "in", "into", "on"}))
    if isinstance(owner, list):
        if target is not None and _is_stake(sentence, phrase):
            return Frame(core, [target], owner, confidence=0.85)
        if phrase.firm or phrase.sums:
            return Frame(core, owner, confidence=0.8)
        return None
    if owner == PRONOUN and (phrase.sums or phrase.labels or phrase.firm):
        return Frame(core, PRONOUN, confidence=0.75, anaphoric=True)
    done_by = _raised_by(sentence, phrase)
    if done_by is not None:
        return Frame(core, [done_by], confidence=0.85)
    if not (phrase.sums or phrase.labels or phrase.firm):
        return None
    if target is not None and (phrase.firm or phrase.first == 0) and tokens[phrase.last].low != "on":
        return Frame(core, [target], confidence=0.75)
    if phrases.is_definite(sentence, phrase) and not (phrase.sums and target):
        return Frame(core, None, anaphoric=True, confidence=0.7)
    labelled = _label_before(sentence, phrase)
    if labelled is not None and (phrase.firm or phrase.sums):
        return Frame(core, [labelled], confidence=0.75)
    return None


def _raised_by(sentence: Sentence, phrase: Phrase) -> Name | None:
    """ "$5M |raised by| Acme"."""
    tokens = sentence.tokens
    i = phrase.last
    if i + 1 < len(tokens) and tokens[i].low in {"raised", "secured", "received", "closed", "announced"} and tokens[i + 1].low == "by":
        return names.after(sentence, i + 2)
    return None


def _label_before(sentence: Sentence, phrase: Phrase) -> Name | None:
    """Return the company of an item of a list: "Acme: $5M", "Acme (Berlin) — $5M", "Acme, $5M Series A"."""
    tokens = sentence.tokens
    i = phrase.first - 1
    if i < 1 or tokens[i].text not in {":", "—", "–", "--", "-", ",", "(", "|"}:
        return None
    opened = tokens[i].text == "("
    name = names.run_before(sentence, names.skip_brackets(sentence, i - 1))
    if name is not None and (name.first == 0 or (name.first < 3 and tokens[name.first - 1].kind in {PUNCT, NUMBER}) or opened):
        return name
    end = names.run_after(sentence, 0)
    if end and end < i and tokens[end].text in {",", "(", ":", "—", "–"}:
        return names.trim(sentence, 0, end)
    return None


# --- from frames to drafts -------------------------------------------------------------------------------------------------------


def read(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the rounds that a sentence tells."""
    parts = sums.classify(sentence)
    found = phrases.find(sentence, parts)
    drafts: list[tuple[Phrase, Draft]] = []
    for phrase in found:
        if phrase.is_fund and not phrase.labels and _is_fund_close(sentence, phrase):
            continue
        draft = _draft(sentence, phrase, scene)
        if draft is not None:
            drafts.append((phrase, draft))
    told = _with_backers(sentence, scene, drafts)
    told = _with_valuations(sentence, parts, told)
    if not told:
        told = _valued(sentence, parts, scene)
    return told + _invested(sentence, found, scene)


def _is_fund_close(sentence: Sentence, phrase: Phrase) -> bool:
    last = sentence.tokens[phrase.last - 1].low
    return last in w.FUND_NOUN or sentence.tokens[phrase.core].low in w.FUND_NOUN


def _draft(sentence: Sentence, phrase: Phrase, scene: Scene) -> Draft | None:
    frame = frame_of(sentence, phrase)
    if frame is None or status.is_denied(sentence, frame.verb, scene.content):
        return None
    company = scene.company(sentence, frame.company)
    if company is None and frame.anaphoric:
        company = scene.focus or scene.topic
    investors = [Told(Investor(t.value, frame.role), t.start, t.end, t.quote, t.confidence) for t in (scene.told(sentence, n) for n in frame.owners)]
    if company is not None:
        investors = [i for i in investors if i.start != company.start]
    if company is None and not investors:
        return None
    return build(sentence, scene, phrase, frame, company, investors)


def build(sentence: Sentence, scene: Scene, phrase: Phrase | None, frame: Frame, company: Told[str] | None, investors: Iterable[Told[Investor]]) -> Draft:
    """Return the draft of a frame: its sum, its label, its status, and whether it is history."""
    tokens = sentence.tokens
    at = tokens[frame.verb]
    amount = tokens[phrase.sums[0]].money if phrase and phrase.sums else None
    round_, label = _round(sentence, phrase) if phrase else (None, None)
    return Draft(
        kind=Told(Kind.FUNDING_ROUND, at.start, at.end, scene.content[at.start : at.end], frame.confidence),
        company=company,
        investors=tuple(investors),
        amount=amount,
        round=round_,
        round_label=label,
        status=status.read(sentence, frame.verb, scene.content, progressive=frame.plan, infinitive=frame.plan),
        background=status.recalled(sentence, frame.verb, scene.content),
        confidence=frame.confidence,
    )


def _round(sentence: Sentence, phrase: Phrase) -> tuple[Told[Round] | None, Told[str] | None]:
    for i in phrase.labels:
        told = sentence.tokens[i].round
        if told is not None:
            return Told(told.value.round, told.start, told.end, told.quote, told.confidence), Told(told.value.label, told.start, told.end, told.quote, told.confidence)
    for token in sentence.tokens[phrase.core : phrase.last]:
        if token.low in w.DEBT_NOUN:
            return Told(Round.DEBT_FINANCING, token.start, token.end, token.text, 0.8), None
        if token.low == "grant":
            return Told(Round.GRANT, token.start, token.end, token.text, 0.8), None
    return None, None


# --- backers of a round --------------------------------------------------------------------------------------------------------

_LED: Final = frozenset({"led", "co-led", "headed", "anchored", "spearheaded", "coled"})
_BACKED: Final = frozenset({"backed", "supported", "joined", "underwritten", "financed", "funded", "provided"})
_GIVEN: Final = frozenset({"participation", "investment", "investments", "backing", "support", "funding", "money", "cash", "contributions", "contribution", "commitments", "financing", "capital", "involvement", "round", "participations"})
_HOLDERS: Final = frozenset({"investors", "investor", "backers", "participants", "shareholders", "firms", "funds", "angels"})


def _cues(sentence: Sentence) -> Iterable[tuple[int, int, Role]]:
    """Yield (token of the cue, token where its list begins, role of those listed)."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        low = token.low
        after = tokens[i + 1].low if i + 1 < len(tokens) else ""
        if low in _LED and after == "by":
            yield i, i + 2, Role.LEAD
        elif low in _BACKED and after == "by":
            yield i, i + 2, Role.PARTICIPANT
        elif low in {"participation", "involvement", "support", "contributions"} and after in {"from", "by", "of"}:
            yield i, i + 2, Role.PARTICIPANT
        elif low == "from" and i and tokens[i - 1].low not in {"participation", "involvement", "support", "contributions", "up", "stealth", "emerges", "emerge", "emerged", "emerging", "away", "down", "out"}:
            yield i, i + 1, Role.PARTICIPANT
        elif low in {"including", "include", "includes", "included", "were", "are"} and any(t.low in _HOLDERS for t in tokens[max(0, i - 6) : i]):
            yield i, i + 1, Role.PARTICIPANT
        elif low in {"alongside"} or (low == "along" and after == "with"):
            yield i, i + 1 + (low == "along"), Role.PARTICIPANT
        elif low == "with" and _with_participle(sentence, i):
            yield i, i + 1, _with_participle(sentence, i) or Role.PARTICIPANT


def _with_participle(sentence: Sentence, i: int) -> Role | None:
    """ "with |Acme and others| participating", "with Acme leading the round", "with Acme as lead investor"."""
    listed, end = backers.read_list(sentence, i + 1)
    if not listed:
        return None
    near = [t.low for t in sentence.tokens[end : end + 6]]
    if {"leading", "co-leading", "lead"} & set(near[:4]):
        return Role.LEAD
    if {"participating", "joining", "investing", "contributing"} & set(near):
        return Role.PARTICIPANT
    return None


def _with_backers(sentence: Sentence, scene: Scene, drafts: list[tuple[Phrase, Draft]]) -> list[Draft]:
    """Give each cue's backers to the phrase before it, or to the first phrase where none is before."""
    if not drafts:
        return []
    added: list[list[Told[Investor]]] = [[] for _ in drafts]
    done = -1
    for cue, begin, role in _cues(sentence):
        if begin <= done:
            continue
        k = max((k for k, (phrase, _) in enumerate(drafts) if phrase.core < cue), default=-1)
        if k < 0 and not (role is Role.LEAD and _round_before(sentence, cue)):
            continue
        k = max(k, 0)
        low = sentence.tokens[cue].low
        if low == "from" and not _from_belongs(sentence, drafts[k][0], cue):
            continue
        if role is Role.LEAD and _person_led(sentence, begin):
            continue
        listed, end = backers.read_list(sentence, begin)
        soft = _soft_joiner(sentence, begin, end)
        added[k] += backers.told(sentence, [b for b in listed if b.name.first < soft and not (role is Role.LEAD and b.existing and b is not listed[0])], scene.content, role, 0.9)
        added[k] += backers.told(sentence, [b for b in listed if b.name.first >= soft or (role is Role.LEAD and b.existing and b is not listed[0])], scene.content, Role.PARTICIPANT, 0.9)
        done = end - 1 if listed else done
    return [_plus(draft, more) for (_, draft), more in zip(drafts, added, strict=True)]


def _plus(draft: Draft, more: list[Told[Investor]]) -> Draft:
    from dataclasses import replace

    company = draft.company
    kept = [i for i in more if company is None or i.value.name != company.value]
    return replace(draft, investors=join_investors((*draft.investors, *kept)))


def _soft_joiner(sentence: Sentence, begin: int, end: int) -> int:
    """Return where "alongside", "along with", "as well as" divide leads from those who follow, or the end."""
    for i in range(begin, end):
        if sentence.tokens[i].low in {"alongside", "along", "well", "plus", "together"}:
            return i
    return end + 1


def _round_before(sentence: Sentence, cue: int) -> bool:
    return any(t.low in w.FIRM_NOUN or t.kind == ROUND for t in sentence.tokens[max(0, cue - 3) : cue])


def _from_belongs(sentence: Sentence, phrase: Phrase, cue: int) -> bool:
    """Tell whether a "from" names who gives the money: near its phrase, with no verb of another matter in between."""
    tokens = sentence.tokens
    between = tokens[phrase.last : cue]
    if len(between) > 14:
        return False
    if tokens[cue - 1].low in _GIVEN or tokens[cue - 1].low in _HOLDERS:
        return True
    return not any(t.low in {"to", "as", "for", "after", "while", "and", "by", "that", "with", "on"} or t.text in {";", ":"} for t in between) or _only_label(between)


def _only_label(between: tuple[object, ...]) -> bool:
    return False


def _person_led(sentence: Sentence, begin: int) -> bool:
    """ "Acme, led by former CEO Jane Doe" tells who runs it."""
    return any(t.low in {"ceo", "former", "ex", "founder", "co-founder", "founders", "chief", "veteran", "executive", "entrepreneur", "president"} or t.low.startswith("ex-") for t in sentence.tokens[begin : begin + 2])


# --- valuations ------------------------------------------------------------------------------------------------------------------


def _with_valuations(sentence: Sentence, parts: dict[int, Sum], drafts: list[Draft]) -> list[Draft]:
    from dataclasses import replace

    if not drafts:
        return drafts
    at = [i for i, part in parts.items() if part is Sum.VALUATION]
    result = list(drafts)
    for i in at:
        token = sentence.tokens[i]
        if _is_old_value(sentence, i):
            continue
        k = max((k for k, d in enumerate(result) if d.kind.start <= token.start), default=0)
        told = sums.valuation(sentence, i)
        if told and (result[k].valuation is None or result[k].valuation.value.basis is not told.value.basis is not None and told.value.basis.value == "post"):
            result[k] = replace(result[k], valuation=told)
    return result


def _is_old_value(sentence: Sentence, i: int) -> bool:
    """ "up from a $1B valuation", "valued at $1B in 2021, …": the value before this deal."""
    near = [t.low for t in sentence.tokens[max(0, i - 7) : i]]
    if "from" in near[-4:] and ("up" in near or "down" in near or "jump" in near or "rose" in near or "increase" in near):
        return True
    return any(low in {"previously", "last", "previous", "prior", "earlier"} for low in near)


_VALUE_VERB: Final = w._verb("hit", "reach", "double", "triple", "quadruple", "near", "seek seeks sought seeking", "eye", "value", "top", "surpass", "cross", "target", "exceed", "notch", "fetch", "command", "achieve", "attain", "pass", "earn", "boost", "jump", "soar", "aim", "climb", "approach", "more-than-double", "claim", "get gets got", "is are was were", "confirm", "secure", "land", "nab")


def _valued(sentence: Sentence, parts: dict[int, Sum], scene: Scene) -> list[Draft]:
    """Return rounds told by their new valuation alone: "Acme hits $5B valuation", "valuing Acme at $2B"."""
    tokens = sentence.tokens
    for i in [i for i, part in parts.items() if part is Sum.VALUATION]:
        if _is_old_value(sentence, i):
            continue
        for j in range(i - 1, max(-1, i - 9), -1):
            low = tokens[j].low
            if low in {"valuing", "values", "value", "valued"}:
                frame = _valuing(sentence, j, i)
                break
            if low in _VALUE_VERB and low not in {"is", "are", "was", "were", "get", "gets", "got"} and (sentence.titled or not tokens[j].caps):
                who = names.subject(sentence, j)
                frame = Frame(j, who, confidence=0.7, plan=True) if who else None
                break
        else:
            continue
        if frame is None or status.is_denied(sentence, frame.verb, scene.content):
            continue
        company = scene.company(sentence, frame.company) if frame.company != PRONOUN else scene.focus or scene.topic
        if company is None and not frame.owners:
            continue
        if company is not None and frame.company == PRONOUN and not any(d.company == company for d in scene.drafts):
            continue
        draft = build(sentence, scene, None, frame, company, ())
        return _with_valuations(sentence, parts, [draft])
    return []


def _valuing(sentence: Sentence, verb: int, money: int) -> Frame | None:
    """ "a deal valuing |Acme| at $2B", "the round values it at $2B", "Acme was valued at $2B in the round"."""
    tokens = sentence.tokens
    low = tokens[verb].low
    context = {t.low for t in tokens}
    deal = bool(context & {"round", "funding", "deal", "investment", "raise", "financing", "raised", "raising", "sale", "transaction", "tender", "stake"})
    if low == "valued":
        if not deal or "was" in context or "last" in context:
            return None
        who = names.subject(sentence, verb)
        return Frame(verb, who, confidence=0.6) if who else None
    receiver = names.after(sentence, verb + 1)
    if receiver is not None and receiver.last <= money:
        return Frame(verb, [receiver], confidence=0.75)
    if any(t.low in {"it", "company", "startup", "firm", "business"} for t in tokens[verb + 1 : money]):
        return Frame(verb, PRONOUN, confidence=0.75)
    return None


# --- verbs of investing without a phrase ----------------------------------------------------------------------------------------------


def _invested(sentence: Sentence, found: list[Phrase], scene: Scene) -> list[Draft]:
    """Return rounds told by a verb alone: "A invests in B", "A backs B", "B, backed by A"; and who "also participated"."""
    tokens = sentence.tokens
    drafts: list[Draft] = []
    for i, token in enumerate(tokens):
        if token.kind != WORD or (token.caps and not sentence.titled) or i == 0:
            continue
        frame = None
        low = token.low
        follows = tokens[i + 1].low if i + 1 < len(tokens) else ""
        if low.startswith("invest") and low in w.INVEST and follows == "in":
            target = _target(sentence, i + 1)
            who = _names(names.subject(sentence, i))
            if target and who:
                frame = Frame(i, [target], who, confidence=0.7)
        elif low in {"backs", "backed"} and follows != "by" and sentence.title:
            target = names.after(sentence, i + 1)
            who = _names(names.subject(sentence, i))
            if target and who:
                frame = Frame(i, [target], who, confidence=0.65)
        elif low in {"participated", "participate", "joined", "contributed", "invested", "joining"} or (low == "took" and follows == "part"):
            who = _names(names.subject(sentence, i))
            about = {t.low for t in tokens[i : i + 6]}
            if who and scene.focus and (about & {"round", "financing", "funding", "investment", "raise", "deal", "fundraise"} or "also" in {t.low for t in tokens[max(0, i - 2) : i + 2]}):
                if any(phrase.first <= i + 6 and phrase.core >= i and phrase.sums for phrase in found):
                    continue
                frame = Frame(i, None, who, confidence=0.8, anaphoric=True)
        if frame is None or status.is_denied(sentence, frame.verb, scene.content):
            continue
        company = scene.company(sentence, frame.company) or (scene.focus if frame.anaphoric else None)
        if company is None:
            continue
        existing = any(t.low in {"existing", "current", "previous", "returning"} for t in tokens[max(0, (frame.owners[0].first if frame.owners else i) - 3) : i])
        role = Role.EXISTING if existing else Role.PARTICIPANT
        investors = [Told(Investor(t.value, role), t.start, t.end, t.quote, t.confidence) for t in (scene.told(sentence, n) for n in frame.owners)]
        drafts.append(build(sentence, scene, None, frame, company, investors))
    return drafts
