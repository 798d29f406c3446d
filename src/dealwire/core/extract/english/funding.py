"""Who gets money from whom: the frames around a phrase of funding and around the verbs of investing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from dealwire.core.extract.assemble import Draft, join_investors, same_name
from dealwire.core.extract.english import backers, names, phrases, status, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import PRONOUN, Name
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, WORD, Sentence, Token
from dealwire.model import Investor, Kind, Role, Round, Status, Told

Who = list[Name] | str | None

_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
_INTO: Final = frozenset({"in", "into", "on", "to", "behind", "for"})
_PARTICLE: Final = frozenset({"up", "in", "on", "down", "off", "out", "over", "away", "to"})
_WALK: Final = (
    w.FILLER
    | phrases._LEFT
    | frozenset(
        "closing completion tranche part portion half most rest of for via through successful successfully has its raising receiving".split()
    )
)


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
    share: bool = False
    """The sum is one backer's part."""
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
        if low == "close" and i + 1 < len(tokens) and tokens[i + 1].low == "to":
            preposition = ""
            i -= 1
            continue
        if _is_verb(sentence, i) or (sentence.title and _is_odd_verb(sentence, i, phrase)):
            return i, preposition
        if low in w.PREPOSITION:
            if low == "from" and preposition == "with":
                i -= 1
                continue
            if low in {
                "by",
                "from",
                "after",
                "amid",
                "before",
                "since",
                "despite",
                "following",
                "until",
                "without",
                "than",
            }:
                return None
            preposition = preposition or low
        elif token.kind == ROUND or (token.kind == MONEY and not _is_slip(token)):
            return None
        elif low not in _WALK and low not in w.ADVERB:
            unknown += 1
            if unknown > 2 + (preposition == "with") * 3:
                return None
        i -= 1
    return None


def _is_odd_verb(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """A headline's own verb for raising, right before the sum: "Acme |digs| up $7M", "Acme |chills| with $4M"."""
    tokens = sentence.tokens
    token = tokens[i]
    between = [t.low for t in tokens[i + 1 : phrase.first]]
    return (
        i > 0
        and bool(phrase.sums)
        and token.kind == WORD
        and token.low.endswith("s")
        and not token.low.endswith("ss")
        and len(between) <= 2
        and all(low in {"up", "in", "with", "on", "down", "to", "out", "off", "away"} for low in between)
        and (token.text.islower() or sentence.titled)
        and token.low not in w.DESCRIPTOR | w.GENERIC | w.FUNCTION
    )


def _is_slip(token: Token) -> bool:
    return token.money is not None and token.money.value.value < sums.SMALLEST


_MONEY_VERB: Final = w.RAISE | w.LEAD | w.JOIN | w.INVEST | w.GIVE | w.BACK | w.OTHER_VERB | w.MERGE


def _is_verb(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if (
        token.kind != WORD
        or token.low not in _MONEY_VERB
        or token.low
        in {
            "has",
            "have",
            "had",
            "having",
            "to",
            "funding",
            "extension",
            "round",
            "backing",
            "funds",
            "plan",
            "plans",
            "need",
        }
    ):
        return token.low in {"has", "have"} and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].kind == MONEY
    if i == 0:
        return False
    before = sentence.tokens[i - 1].low
    if token.low in {"closing", "close", "holding"} and before not in {
        "is",
        "are",
        "was",
        "were",
        "after",
        "by",
        "to",
        "and",
        ",",
    }:
        return False
    if before in {"a", "an", "the", "its", "their", "his", "'s", "’s"} and not token.low.endswith("ing"):
        return False
    return sentence.titled or not token.caps or token.low in w.RAISE_PLAIN


def _owner(sentence: Sentence, phrase: Phrase) -> Who:
    """Return whose round it is: "Acme's |$5M Series A|", "its |seed round|"."""
    tokens = sentence.tokens
    if any(t.low in {"its", "their", "our"} for t in tokens[phrase.first : phrase.core]) or (
        phrase.first and tokens[phrase.first - 1].low in {"its", "their", "our"}
    ):
        return PRONOUN
    i = phrase.first - 1
    while (
        i > 0
        and phrase.first - i < 4
        and tokens[i].text not in _POSSESSIVE
        and tokens[i].kind == WORD
        and not tokens[i].caps
        and tokens[i].low not in w.FUNCTION
    ):
        i -= 1
    if i > 0 and tokens[i].text in _POSSESSIVE:
        owner = names.adjacent(sentence, i - 1)
        if owner is not None:
            return owner
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
        return _of_others(
            Frame(verb, company, _names(names.subject(sentence, verb)), Role.LEAD, anaphoric=company is None)
        )
    if (
        low in w.JOIN
        and preposition in {"", "in", "to", "on", "with"}
        and not (preposition == "with" and low.startswith(("join", "com")))
    ):
        company = owner or _listed(_after_phrase(sentence, phrase, frozenset({"for", "in", "into", "of", "at"})))
        if company is None and phrase.sums and low.startswith("com"):
            return None
        share = company is None and low.startswith("contrib")
        return _of_others(
            Frame(verb, company, _names(names.subject(sentence, verb)), anaphoric=company is None, share=share)
        )
    if low in w.BACK and bare and phrase.firm:
        company = owner or _listed(_after_phrase(sentence, phrase, frozenset({"for", "in", "of", "at"})))
        return _of_others(Frame(verb, company, _listed_before(sentence, verb), anaphoric=company is None))
    stake = _after_phrase(sentence, phrase, frozenset({"in", "into", "on"})) if _is_stake(sentence, phrase) else None
    if low in w.INVEST and phrase.sums and (bare or preposition == "of"):
        company = _listed(
            _after_phrase(sentence, phrase, frozenset({"in", "into", "to", "on", "behind", "towards", "toward"}))
        )
        if low.startswith(("commit", "pledg", "spend", "spent", "drop", "put")) and company is None:
            return None
        return (
            Frame(verb, company, _names(names.subject(sentence, verb)), confidence=0.85)
            if company or low.startswith("invest")
            else None
        )
    if (
        stake is not None
        and bare
        and (
            low.startswith(
                (
                    "mak",
                    "made",
                    "announc",
                    "tak",
                    "took",
                    "plan",
                    "consider",
                    "clos",
                    "complet",
                    "confirm",
                    "lead",
                    "led",
                    "weigh",
                    "mull",
                    "near",
                    "double",
                    "up",
                )
            )
            or owner
        )
    ):
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
        who = (
            names.subject(sentence, verb) or names.main_subject(sentence, verb) or _listed(names.prefix(sentence, verb))
        )
        return Frame(verb, who, confidence=0.85)
    if low in w.RAISE and (
        bare or preposition in {"of", "for", "at"} or (preposition == "into" and low.startswith("enter"))
    ):
        if low.startswith(("enter", "execut", "hold", "held", "sign")) and not (
            phrase.labels or phrase.nouns & (w.DEBT_NOUN | w.FIRM_NOUN)
        ):
            return None
        more = any(t.low in {"another", "additional", "more"} for t in tokens[phrase.first : phrase.last])
        brief = sentence.title and len(tokens) <= 8 and verb + 3 >= phrase.core
        if (
            not phrase.firm
            and low not in w.RAISE_PLAIN
            and not brief
            and not (more and low.startswith("add"))
            and not _near_round(sentence, phrase)
            and not (phrase.nouns & w.FUNDING_NOUN)
        ):
            return None
        if low in {"hit", "hits", "need", "needs", "report", "reports", "reported"} and not phrase.firm:
            return None
        subject = names.subject(sentence, verb) or _listed(names.prefix(sentence, verb))
        if isinstance(owner, list):
            return Frame(verb, owner, plan=True)
        if (
            (subject is None or _by_founder(sentence, verb))
            and phrase.last < len(tokens)
            and tokens[phrase.last].low == "for"
            and (receiver := _target(sentence, phrase.last))
        ):
            return Frame(verb, [receiver], confidence=0.75, plan=True)
        return Frame(verb, subject or owner, anaphoric=subject is None, plan=not low.startswith("us"))
    if isinstance(owner, list):
        backs = low in {"fuels", "powers", "backs", "funds", "fuel", "anchors"}
        return Frame(verb, owner, _names(names.subject(sentence, verb)) if backs else [], confidence=0.75)
    if (
        sentence.title
        and bare
        and (who := names.subject(sentence, verb))
        and (phrase.labels or _is_odd_verb(sentence, verb, phrase))
    ):
        return Frame(verb, who, confidence=0.65)
    if sentence.title and bare and _is_odd_verb(sentence, verb, phrase) and (whole := names.prefix(sentence, verb)):
        return Frame(verb, [whole], confidence=0.6)
    if sentence.title and bare and phrase.labels and (who := names.main_subject(sentence, verb)):
        return Frame(verb, who, confidence=0.6)
    return None


def _by_founder(sentence: Sentence, verb: int) -> bool:
    """ "An Acme founder raises $5M for Beta": the money is Beta's."""
    head = names.head_of_group(sentence, verb)
    return head > 0 and sentence.tokens[head - 1].low in {
        "founder",
        "founders",
        "co-founder",
        "co-founders",
        "alum",
        "alums",
        "vet",
        "vets",
        "veteran",
        "veterans",
        "ceo",
    }


def _of_others(frame: Frame) -> Frame:
    """In "A led its round" the round is not A's but that of the company spoken of before."""
    if frame.company == PRONOUN:
        frame.company, frame.anaphoric = None, True
    return frame


def _near_round(sentence: Sentence, phrase: Phrase) -> bool:
    """A sum with "led by" or "from" right after it is a round even without the word."""
    return any(t.low in {"led", "from", "co-led"} for t in sentence.tokens[phrase.last : phrase.last + 2])


def _is_stake(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.tokens[phrase.last - 1].low in {
        "investment",
        "investments",
        "bet",
        "backing",
        "stake",
        "injection",
        "infusion",
    }


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
        if (
            phrase.sums
            or phrase.nouns & w.FIRM_NOUN - {"investment", "investments"}
            or any(t.low.startswith(("series", "seed", "pre-")) for t in tokens[phrase.core : phrase.last])
        ):
            return Frame(core, owner, confidence=0.8)
        return None
    if target is not None and _is_stake(sentence, phrase):
        return Frame(core, [target], confidence=0.6)
    if owner == PRONOUN and (
        phrase.sums or phrase.labels or phrase.nouns & w.FIRM_NOUN - {"investment", "investments"}
    ):
        return Frame(core, PRONOUN, confidence=0.75, anaphoric=True)
    if (
        phrase.sums
        and phrase.first
        and tokens[phrase.first - 1].low in {"after", "following", "since", "follows", "followed"}
    ):
        return Frame(core, None, confidence=0.7, anaphoric=True)
    done_by = _raised_by(sentence, phrase)
    if done_by is not None:
        return Frame(core, [done_by], confidence=0.85)
    if not (phrase.sums or phrase.labels or phrase.firm):
        return None
    if (
        phrase.first == 1
        and tokens[0].low == "with"
        and (phrase.sums or phrase.firm)
        and (who := names.main_subject(sentence, len(tokens)))
    ):
        return Frame(core, who, confidence=0.75)
    if (
        phrase.first
        and tokens[phrase.first - 1].low in {"with", "in", "as"}
        and sentence.title
        and (phrase.sums or phrase.firm)
        and (who := names.main_subject(sentence, phrase.first))
    ):
        return Frame(core, who, confidence=0.7)
    if (
        phrase.first
        and tokens[phrase.first - 1].low == "in"
        and target
        and tokens[phrase.first - 2].low in _HOLDERS
        and any(t.low == "among" for t in tokens[max(0, phrase.first - 6) : phrase.first])
    ):
        return Frame(core, [target], _names(names.main_subject(sentence, phrase.first)), confidence=0.8)
    if phrase.first and tokens[phrase.first - 1].low == "in" and (holders := _holders_before(sentence, phrase)):
        return Frame(core, [holders], confidence=0.75)
    if target is not None and (phrase.firm or phrase.first == 0) and tokens[phrase.last].low != "on":
        return Frame(core, [target], confidence=0.75)
    if phrases.is_definite(sentence, phrase) and not (phrase.sums and target):
        return Frame(core, None, anaphoric=True, confidence=0.7)
    if phrase.firm and phrase.sums and (whole := names.prefix(sentence, phrase.first)):
        return Frame(core, [whole], confidence=0.7)
    if any(
        t.round is not None and t.round.value.round is Round.SECONDARY_MARKET for t in tokens[phrase.core : phrase.last]
    ) and (who := names.main_subject(sentence, phrase.first)):
        return Frame(core, who, confidence=0.6)
    labelled = _label_before(sentence, phrase)
    if labelled is not None and (phrase.firm or phrase.sums):
        return Frame(core, [labelled], confidence=0.75)
    return None


def _holders_before(sentence: Sentence, phrase: Phrase) -> Name | None:
    """ "|Acme| investors in its $5M round include …"."""
    tokens = sentence.tokens
    i = phrase.first - 2
    if i > 0 and tokens[i].low in _HOLDERS:
        j = i - 1 - (tokens[i - 1].text in _POSSESSIVE)
        return names.run_before(sentence, j)
    return None


def _raised_by(sentence: Sentence, phrase: Phrase) -> Name | None:
    """ "$5M |raised by| Acme"."""
    tokens = sentence.tokens
    i = phrase.last
    if (
        i + 1 < len(tokens)
        and tokens[i].low in {"raised", "secured", "received", "closed", "announced"}
        and tokens[i + 1].low == "by"
    ):
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
    if name is not None and (
        name.first == 0 or (name.first < 3 and tokens[name.first - 1].kind in {PUNCT, NUMBER}) or opened
    ):
        return name
    end = names.run_after(sentence, 0)
    if end and end < i and tokens[end].text in {",", "(", ":", "—", "–"}:
        return names.trim(sentence, 0, end)
    return None


# --- from frames to drafts -------------------------------------------------------------------------------------------------------


_OTHER_DEAL: Final = frozenset(
    "acquisition purchase takeover buyout merger deal offer bid buy sale ipo contract lawsuit settlement project plant factory".split()
)


def read(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the rounds that a sentence tells."""
    if sentence.tokens[-1].text == "?":
        return []
    parts = sums.classify(sentence)
    found = phrases.find(sentence, parts)
    drafts: list[tuple[Phrase, Draft]] = []
    for phrase in found:
        if not phrase.sums and any(t.low == "total" for t in sentence.tokens[phrase.first : phrase.core + 1]):
            continue
        if phrase.last < len(sentence.tokens) and sentence.tokens[phrase.last].low in _OTHER_DEAL:
            continue
        if (phrase.is_fund and not phrase.labels and _is_fund_close(sentence, phrase)) or phrases.describes_another(
            sentence, phrase
        ):
            continue
        drafts += [(phrase, draft) for draft in _drafts(sentence, phrase, scene)]
    if not drafts:
        drafts = _leading(sentence, scene)
    told = _with_backers(sentence, scene, drafts)
    first = min((i for i, part in parts.items() if part is Sum.VALUATION), default=None)
    if told and first is not None and _of_another(sentence, first, told[0]):
        told = [
            *_valued(sentence, {first: parts[first]}, scene),
            *_with_valuations(sentence, {i: p for i, p in parts.items() if i != first}, told),
        ]
    else:
        told = _with_valuations(sentence, parts, told) or _valued(sentence, parts, scene)
    return told + _invested(sentence, found, scene)


def _leading(sentence: Sentence, scene: Scene) -> list[tuple[Phrase, Draft]]:
    """ "A leads record deal to mint a $2B firm", "A leads deal for B": a round that is called a deal."""
    tokens = sentence.tokens
    for i in range(1, len(tokens)):
        if (
            tokens[i].low not in w.LEAD
            or tokens[i].low in {"head", "heads", "headed"}
            or (tokens[i].caps and not sentence.titled)
        ):
            continue
        noun = next((k for k in range(i + 1, min(i + 7, len(tokens))) if tokens[k].low == "deal"), None)
        owners = _names(names.subject(sentence, i))
        if noun is None or not owners:
            continue
        company = (
            _target(sentence, noun + 1) if noun + 1 < len(tokens) and tokens[noun + 1].low in {"for", "in"} else None
        )
        frame = Frame(i, _listed(company), owners, Role.LEAD, confidence=0.7)
        investors = [
            Told(Investor(t.value, Role.LEAD), t.start, t.end, t.quote, t.confidence)
            for t in (scene.told(sentence, n) for n in owners)
        ]
        told = scene.told(sentence, company) if company else None
        return [(Phrase(i, i, i + 1, (), (), frozenset()), build(sentence, scene, None, frame, told, investors))]
    return []


def _is_fund_close(sentence: Sentence, phrase: Phrase) -> bool:
    last = sentence.tokens[phrase.last - 1].low
    return last in w.FUND_NOUN or sentence.tokens[phrase.core].low in w.FUND_NOUN


def _drafts(sentence: Sentence, phrase: Phrase, scene: Scene) -> list[Draft]:
    """Return the draft of a phrase; one for each company where "A and B each raised"."""
    frame = frame_of(sentence, phrase)
    if frame is None:
        return []
    if isinstance(frame.company, list) and len(frame.company) > 1 and not frame.owners:
        near = sentence.tokens[frame.company[-1].last : phrase.core]
        if any(t.low in {"each", "both", "respectively"} for t in near):
            return [
                d for name in frame.company if (d := _draft(sentence, phrase, scene, replace(frame, company=[name])))
            ]
    draft = _draft(sentence, phrase, scene, frame)
    return [draft] if draft else []


def _draft(sentence: Sentence, phrase: Phrase, scene: Scene, frame: Frame) -> Draft | None:
    if status.is_denied(sentence, frame.verb, scene.content):
        return None
    company = scene.company(sentence, frame.company)
    if company is None and frame.anaphoric:
        company = scene.focus or scene.topic
    if company is not None and not phrase.sums and _is_stake(sentence, phrase) and not frame.owners:
        return _recalled_stake(sentence, scene, phrase, frame, company)
    investors = [
        Told(Investor(t.value, frame.role), t.start, t.end, t.quote, t.confidence)
        for t in (scene.told(sentence, n) for n in frame.owners)
    ]
    if company is not None:
        investors = [i for i in investors if i.start != company.start]
    if company is None and (
        not investors
        or not (frame.role is Role.LEAD or tokens_join(sentence, frame.verb))
        or not (phrase.sums or phrase.labels)
    ):
        return None
    return build(sentence, scene, phrase, frame, company, investors)


def _recalled_stake(sentence: Sentence, scene: Scene, phrase: Phrase, frame: Frame, company: Told[str]) -> Draft | None:
    """ "This follows an investment in B": by whom the text spoke of as a backer before, if it is history; else no more than talk."""
    draft = build(sentence, scene, phrase, frame, company, ())
    if frame.verb == phrase.core and not draft.recalled:
        return (
            draft
            if scene.drafts and any(d.company and same_name(d.company.value, company.value) for d in scene.drafts)
            else None
        )
    if not draft.recalled:
        return draft
    backers_ = next((d.investors for d in reversed(scene.drafts) if d.investors), ())
    known = [
        replace(i, value=Investor(i.value.name, Role.PARTICIPANT), confidence=0.5)
        for i in backers_
        if i.value.name != company.value
    ]
    return replace(draft, investors=tuple(known) if len(known) == 1 else ())


def tokens_join(sentence: Sentence, verb: int) -> bool:
    """Tell whether the verb is one of joining a round, which can be told of without naming the company."""
    return sentence.tokens[verb].low in w.JOIN


def build(
    sentence: Sentence,
    scene: Scene,
    phrase: Phrase | None,
    frame: Frame,
    company: Told[str] | None,
    investors: Iterable[Told[Investor]],
) -> Draft:
    """Return the draft of a frame: its sum, its label, its status, and whether it is history."""
    tokens = sentence.tokens
    at = tokens[frame.verb]
    amount = tokens[phrase.sums[0]].money if phrase and phrase.sums and not frame.share else None
    round_, label = _round(sentence, phrase) if phrase else (None, None)
    return Draft(
        kind=Told(Kind.FUNDING_ROUND, at.start, at.end, scene.content[at.start : at.end], frame.confidence),
        company=company,
        investors=tuple(investors),
        amount=amount,
        round=round_,
        round_label=label,
        status=_status(sentence, scene, phrase, frame),
        background=status.recalled(sentence, frame.verb, scene.content),
        confidence=frame.confidence,
    )


def _status(sentence: Sentence, scene: Scene, phrase: Phrase | None, frame: Frame) -> Told[Status] | None:
    if (
        sentence.title
        and phrase is not None
        and frame.verb == phrase.core
        and (told := status.planned(sentence, phrase.first, scene.content))
    ):
        return told
    return status.read(sentence, frame.verb, scene.content, progressive=frame.plan, infinitive=frame.plan)


def _round(sentence: Sentence, phrase: Phrase) -> tuple[Told[Round] | None, Told[str] | None]:
    for i in phrase.labels:
        told = sentence.tokens[i].round
        if told is not None:
            return Told(told.value.round, told.start, told.end, told.quote, told.confidence), Told(
                told.value.label, told.start, told.end, told.quote, told.confidence
            )
    for token in sentence.tokens[phrase.core : phrase.last]:
        if token.low in w.DEBT_NOUN and not any(t.low == "equity" for t in sentence.tokens[phrase.core : phrase.last]):
            return Told(Round.DEBT_FINANCING, token.start, token.end, token.text, 0.8), None
        if token.low == "grant":
            return Told(Round.GRANT, token.start, token.end, token.text, 0.8), None
    return None, None


# --- backers of a round --------------------------------------------------------------------------------------------------------

_LED: Final = frozenset({"led", "co-led", "headed", "anchored", "spearheaded", "coled"})
_BACKED: Final = frozenset({"backed", "supported", "joined", "underwritten", "financed", "funded", "provided"})
_GIVEN: Final = frozenset(
    {
        "participation",
        "investment",
        "investments",
        "backing",
        "support",
        "funding",
        "money",
        "cash",
        "contributions",
        "contribution",
        "commitments",
        "financing",
        "capital",
        "involvement",
        "round",
        "participations",
    }
)
_HOLDERS: Final = frozenset(
    {"investors", "investor", "backers", "participants", "shareholders", "firms", "funds", "angels"}
)


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
        elif (
            low == "from"
            and i
            and tokens[i - 1].low
            not in {
                "participation",
                "involvement",
                "support",
                "contributions",
                "up",
                "stealth",
                "emerges",
                "emerge",
                "emerged",
                "emerging",
                "away",
                "down",
                "out",
            }
        ):
            yield i, i + 1, Role.PARTICIPANT
        elif low in {"including", "include", "includes", "included", "were", "are"} and any(
            t.low in _HOLDERS for t in tokens[max(0, i - 6) : i]
        ):
            yield i, i + 1, Role.PARTICIPANT
        elif (
            low == "by"
            and i
            and any(t.low in {"awarded", "granted", "given"} for t in tokens[max(0, i - 12) : i])
            and tokens[i - 1].low in w.FUNDING_NOUN
        ):
            yield i, i + 1, Role.PARTICIPANT
        elif (
            token.text == "("
            and i
            and (tokens[i - 1].kind in {ROUND, MONEY} or tokens[i - 1].low in w.FIRM_NOUN)
            and after not in _LED
            and not after.startswith("nas")
        ):
            yield i, i + 1, Role.PARTICIPANT
        elif low in {"alongside"} or (low == "along" and after == "with"):
            yield i, i + 1 + (low == "along"), Role.PARTICIPANT
        elif low == "with" and i and tokens[i - 1].low in {"agreement", "facility", "loan", "line"}:
            yield i, i + 1, Role.PARTICIPANT
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
        added[k] += backers.told(
            sentence,
            [
                b
                for b in listed
                if b.name.first < soft and not (role is Role.LEAD and b.existing and b is not listed[0])
            ],
            scene.content,
            role,
            0.9,
        )
        added[k] += backers.told(
            sentence,
            [b for b in listed if b.name.first >= soft or (role is Role.LEAD and b.existing and b is not listed[0])],
            scene.content,
            Role.PARTICIPANT,
            0.9,
        )
        done = end - 1 if listed else done
    for name in _led_compounds(sentence, scene.content):
        k = min(range(len(drafts)), key=lambda k: abs(drafts[k][1].kind.start - name.start))
        added[k].append(Told(Investor(name.value, Role.LEAD), name.start, name.end, name.quote, 0.85))
    for k, (phrase, _) in enumerate(drafts):
        backer = _money_backer(sentence, phrase)
        if backer is not None:
            added[k] += backers.told(sentence, [backers.Backer(backer, False)], scene.content, Role.PARTICIPANT, 0.8)
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
        if token.low[:-4] not in w.GENERIC:
            yield Told(content[start:end], start, end, content[start:end], 0.85)


def _money_backer(sentence: Sentence, phrase: Phrase) -> Name | None:
    """ "$2B |NYSE| backing"."""
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
    return not any(
        t.low in {"to", "as", "for", "after", "while", "and", "by", "that", "with", "on"} or t.text in {";", ":"}
        for t in between
    ) or _only_label(between)


def _only_label(between: tuple[object, ...]) -> bool:
    return False


def _person_led(sentence: Sentence, begin: int) -> bool:
    """ "Acme, led by former CEO Jane Doe" tells who runs it."""
    return any(
        t.low
        in {
            "ceo",
            "former",
            "ex",
            "founder",
            "co-founder",
            "founders",
            "chief",
            "veteran",
            "executive",
            "entrepreneur",
            "president",
        }
        or t.low.startswith("ex-")
        for t in sentence.tokens[begin : begin + 2]
    )


# --- valuations ------------------------------------------------------------------------------------------------------------------


def _of_another(sentence: Sentence, i: int, draft: Draft) -> bool:
    """Tell whether a valuation is told of a company before the one of the draft: "A hits $5B valuation after B gets $2B"."""
    return (
        draft.company is not None
        and sentence.tokens[i].end < draft.company.start
        and sentence.tokens[i].end < draft.kind.start
    )


def _with_valuations(sentence: Sentence, parts: dict[int, Sum], drafts: list[Draft]) -> list[Draft]:
    if not drafts:
        return drafts
    at = [i for i, part in parts.items() if part is Sum.VALUATION]
    result = list(drafts)
    for i in at:
        token = sentence.tokens[i]
        if _is_old_value(sentence, i) or _was_valued(sentence, i):
            continue
        k = max((k for k, d in enumerate(result) if d.kind.start <= token.start), default=0)
        told = sums.valuation(sentence, i)
        if told and (
            result[k].valuation is None
            or result[k].valuation.value.basis is not told.value.basis is not None
            and told.value.basis.value == "post"
        ):
            news = result[k].background if told.start > result[k].kind.start else None
            result[k] = replace(result[k], valuation=told, background=news)
    return result


def _is_old_value(sentence: Sentence, i: int) -> bool:
    """ "up from a $1B valuation", "valued at $1B in 2021, …": the value before this deal."""
    near = [t.low for t in sentence.tokens[max(0, i - 7) : i]]
    if "from" in near[-4:] and (
        "up" in near or "down" in near or "jump" in near or "rose" in near or "increase" in near
    ):
        return True
    return any(low in {"previously", "last", "previous", "prior", "earlier"} for low in near)


def _was_valued(sentence: Sentence, i: int) -> bool:
    """ "which was valued at $2B in 2023": no new money."""
    tokens = sentence.tokens
    for k in range(i - 1, max(-1, i - 6), -1):
        if tokens[k].low == "valued":
            near = {t.low for t in tokens[max(0, k - 3) : k]}
            return bool(near & {"was", "were", "been"}) and not any(
                t.low in {"round", "deal", "funding", "raise"} for t in tokens[i : i + 6]
            )
    return False


_VALUE_VERB: Final = w._verb(
    "hit",
    "reach",
    "double",
    "triple",
    "quadruple",
    "near",
    "seek seeks sought seeking",
    "eye",
    "value",
    "top",
    "surpass",
    "cross",
    "target",
    "exceed",
    "notch",
    "fetch",
    "command",
    "achieve",
    "attain",
    "pass",
    "earn",
    "boost",
    "jump",
    "soar",
    "aim",
    "climb",
    "approach",
    "more-than-double",
    "claim",
    "get gets got",
    "is are was were",
    "confirm",
    "secure",
    "land",
    "nab",
    "raise",
    "fundraise",
    "mull",
    "find finds found",
    "win wins won",
    "sell sells selling",
)


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
            if (
                low in _VALUE_VERB
                and low not in {"is", "are", "was", "were", "get", "gets", "got"}
                and (sentence.titled or not tokens[j].caps)
            ):
                who = names.subject(sentence, j)
                frame = Frame(j, who, confidence=0.7, plan=True) if who else None
                break
        else:
            continue
        if frame is None or status.is_denied(sentence, frame.verb, scene.content):
            continue
        company = scene.company(sentence, frame.company) if frame.company != PRONOUN else scene.focus or scene.topic
        if company is not None and (other := _other_deal(scene, company)) is not None:
            told = sums.valuation(sentence, i)
            if told is None:
                continue
            if other.kind.value is Kind.ACQUISITION:
                price = Told(told.value.money, told.start, told.end, told.quote, told.confidence)
                return [replace(other, amount=other.amount or price, status=None)]
            return [replace(other, valuation=other.valuation or told, status=None)]
        if company is None and not frame.owners:
            continue
        if company is not None and frame.company == PRONOUN and not any(d.company == company for d in scene.drafts):
            continue
        draft = build(sentence, scene, None, frame, company, ())
        return _with_valuations(sentence, parts, [draft])
    return []


def _other_deal(scene: Scene, company: Told[str]) -> Draft | None:
    """Return the purchase or listing of the company that the text told last, which a later sum then values."""
    for draft in reversed(scene.drafts):
        if draft.company is not None and same_name(draft.company.value, company.value):
            return draft if draft.kind.value is not Kind.FUNDING_ROUND and not draft.recalled else None
    return None


def _valuing(sentence: Sentence, verb: int, money: int) -> Frame | None:
    """ "a deal valuing |Acme| at $2B", "the round values it at $2B", "Acme was valued at $2B in the round"."""
    tokens = sentence.tokens
    low = tokens[verb].low
    context = {t.low for t in tokens}
    deal = bool(
        context
        & {
            "round",
            "funding",
            "deal",
            "investment",
            "raise",
            "financing",
            "raised",
            "raising",
            "sale",
            "transaction",
            "tender",
            "stake",
        }
    )
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
    """Return rounds told by a verb alone: "A invests in B", "A backs B"; and who "led" or "also participated" in the round spoken of."""
    tokens = sentence.tokens
    drafts: list[Draft] = []
    for i, token in enumerate(tokens):
        if token.kind != WORD or (token.caps and not sentence.titled) or i == 0:
            continue
        frame = _investing(sentence, i) or _joining(sentence, i, found)
        if frame is None or status.is_denied(sentence, frame.verb, scene.content):
            continue
        company = scene.company(sentence, frame.company) or (scene.focus if frame.anaphoric else None)
        if company is None:
            continue
        first = frame.owners[0].first
        held = any(t.low in {"existing", "current", "previous", "returning"} for t in tokens[max(0, first - 3) : first])
        role = Role.EXISTING if held and frame.role is Role.PARTICIPANT else frame.role
        investors = [
            Told(Investor(t.value, role), t.start, t.end, t.quote, t.confidence)
            for t in (scene.told(sentence, n) for n in frame.owners)
        ]
        draft = build(sentence, scene, None, frame, company, [i for i in investors if i.value.name != company.value])
        if frame.role is Role.LEAD:
            draft = _with_backers(sentence, scene, [(Phrase(i, i, i + 1, (), (), frozenset()), draft)])[0]
        drafts.append(draft)
    return drafts


def _investing(sentence: Sentence, i: int) -> Frame | None:
    """ "A invests in B", "A backs B"."""
    tokens = sentence.tokens
    low = tokens[i].low
    follows = tokens[i + 1].low if i + 1 < len(tokens) else ""
    target: Name | None = None
    if low.startswith("invest") and low in w.INVEST and follows == "in":
        target = _target(sentence, i + 1)
    elif low in {"backs", "backed"} and follows != "by" and sentence.title:
        target = names.after(sentence, i + 1)
    who = _names(names.subject(sentence, i)) if target else []
    return Frame(i, [target], who, confidence=0.65) if target and who else None


def _joining(sentence: Sentence, i: int, found: list[Phrase]) -> Frame | None:
    """ "A and B also participated (in the round)", "A co-led"."""
    tokens = sentence.tokens
    low = tokens[i].low
    follows = tokens[i + 1].low if i + 1 < len(tokens) else ""
    about = {t.low for t in tokens[i : i + 6]}
    near = {t.low for t in tokens[max(0, i - 2) : i + 2]}
    lead = low in {"led", "co-led"} and (follows in {",", ".", "with", "it"} or i + 1 == len(tokens))
    among = (
        low in {"were", "are", "was"} and follows == "among" and bool({t.low for t in tokens[i + 2 : i + 6]} & _HOLDERS)
    )
    if among and not any(phrase.core >= i and phrase.sums for phrase in found):
        who = _listed_before(sentence, i)
        return Frame(i, None, who, anaphoric=True, confidence=0.8) if who else None
    joins = low in {"participated", "participate", "joined", "contributed", "invested", "joining", "participating"} or (
        low == "took" and follows == "part"
    )
    if not lead and not (
        joins
        and (
            about & {"round", "financing", "funding", "investment", "raise", "deal", "fundraise"}
            or "also" in near
            or follows in {".", ""}
        )
    ):
        return None
    if low in {"participating", "joining"} and "with" in {t.low for t in tokens[:i]}:
        return None
    if any(phrase.first <= i + 6 and phrase.core >= i and phrase.sums for phrase in found):
        return None
    who = _listed_before(sentence, i)
    return Frame(i, None, who, Role.LEAD if lead else Role.PARTICIPANT, anaphoric=True, confidence=0.8) if who else None


def _listed_before(sentence: Sentence, verb: int) -> list[Name]:
    """Return the list of names that ends before a verb, from where its clause begins."""
    tokens = sentence.tokens
    starts = (
        [0]
        + [k + 1 for k in range(1, verb) if tokens[k].low in {"while", "and"} and tokens[k - 1].text == ","]
        + [k + 1 for k in range(verb) if tokens[k].text in {":", "—"}]
    )
    for start in starts:
        listed, end = backers.read_list(sentence, start, verb)
        if listed and verb - end <= 4:
            return [b.name for b in listed]
    return _names(names.subject(sentence, verb))
