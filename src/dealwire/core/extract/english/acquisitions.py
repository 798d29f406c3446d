"""Who buys whom: told from either side, as a verb or as a noun."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import (
    backers,
    belonging,
    bids,
    compounds,
    control,
    for_sale,
    groups,
    interest,
    mergers,
    names,
    objects,
    parties,
    payments,
    per_share,
    purchasers,
    relatives,
    sales,
    stakes,
    swings,
    takeovers,
    talks,
)
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import UNIT, assets_of, listed_after, objects_at, stake_at
from dealwire.core.extract.english.elsewhere import is_of_parties
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.offers import bidders, is_spoken_of
from dealwire.core.extract.english.purchases import (
    NOUNS,
    consortium_before,
    drafts_of,
    last_buyer,
    minority,
    priced,
    priced_apart,
    priced_once,
)
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, PUNCT, ROUND, WORD, Sentence

_TRIGGER: Final = re.compile(
    r"dispos|hiv(?:e|es|ed|ing) off|bidding|\bparts? |parted |parting |"
    r"acqui|buy|bought|purchas|merg|sell|sold|\bsale\b|takeover|tie-up|combination|tak(?:e|es|en|ing) over|took "
    r"over|stake|rescu|\bsave[sd]? |outbid|trump|winner|between|swallow|snap|pursuit|circl|stalking|\boffer\b|"
    r"scoop|pick|gobbl|absorb|combin|divest|\bbids?\b|offer|proposal|approach|buyer|suitor|bidder"
    r"|front-?runner|contender|auction|rivals|battle|race |deal for|private|takes control"
    r"|offload|majority|controlling|strategic (?:alternatives|options)"
    r"|took control|holders |interest|\bblock\b|swoop|turn(?:s|ed) (?:down|away)"
    r"|\bpa(?:ys?|id|ying) |sp(?:ends?|ent|ending) |shell|fork|splash|ownership|grab|bag|nab|land|snag"
    rf"|{belonging.TRIGGER}",
    re.IGNORECASE,
)
MOST: Final = 12
"""Deals that one sentence is believed to tell."""
OFFERED: Final = 120
"""Tokens of a sentence within which a bid is read: it looks all the way back for who makes it."""
_CIRCLES: Final = w.words("circling circles circled stalking wooing woos wooed courting courts courted")
_PURSUED: Final = re.compile(r"\b(?:bids?|takeover|buyout|acqui\w+|offers?|buy|purchase|take private)\b", re.IGNORECASE)
_UP: Final = w.verbs(
    "snap scoop pick gobble swallow hoover",
) - {"picking"}
_GETS: Final = w.words("received receives secured secures closed announced gets lands completed")
_TAKES: Final = w.words("take takes took taking taken")
_TIES: Final = w.words("deal tie-up combination transaction link-up")
_RESCUES: Final = w.words("rescue rescues rescued save saves saved saving rescuing")
_DISTRESS: Final = w.words(
    "administration bankruptcy collapse insolvency receivership liquidation administrators collapsed stricken failed "
    "bankrupt insolvent ailing"
)
_TENDERS: Final = w.words("bid bids offers offered offering")
_ARTICLES: Final = w.words("a an the its their his first second third new rival 's ’s")
_GRABS: Final = w.verbs("grab bag nab land snag clinch scoop swallow capture net") | w.words("bags bagging bagged")
_LIFTS: Final = w.verbs("raise increase boost lift up hike")
_HOLDS: Final = w.words(
    "take takes took taking taken hold gain gains target targets targeting eye eyes eyeing seek seeks seeking pursue "
    "pursues make makes made making pay pays paid paying"
)


def read(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the acquisitions and mergers that a sentence tells."""
    tokens = sentence.tokens
    if tokens[-1].text == "?":
        return []
    if not _TRIGGER.search(scene.content, sentence.start, sentence.end):
        return priced(sentence, scene) or bidders(sentence, scene)
    if is_of_parties(sentence, scene.content):
        return []
    found: list[Draft] = []
    scene.here = None
    for i, token in enumerate(tokens):
        scene.here = found[-1].company if found else None
        if token.low == "tender offer" and sentence.low(i + 1) == "for":
            found += takeovers.bid(sentence, i, scene)
        amid = token.caps and not sentence.titled and i > 0
        if token.kind != WORD or (amid and not _between_names(sentence, i)):
            continue
        low = token.low
        if len(found) >= MOST:
            break
        if (
            (low in w.ACQUIRE and (low not in NOUNS or _active(sentence, i)))
            or (low in _UP and sentence.low(i + 1) == "up" and not _is_of_money(sentence, i + 2))
            or (low in _TAKES and sentence.low(i + 1) == "over")
            or (low in _RESCUES and _DISTRESS & {sentence.low(k) for k in range(i + 1, i + 12)})
            or (low in {"swallow", "swallows", "swallowed"} and not _is_of_money(sentence, i + 1))
        ):
            found += _bought(sentence, i, scene)
        elif low in _GETS and (got := control.majority_received(sentence, i, scene)):
            found += got
        elif low in w.SELL or (low in sales.SHEDS and sentence.low(i + 1) in {"of", "off", "with"}):
            found += sales.sold(sentence, i if low in w.SELL else i + 1, scene)
        elif low in {"sale", "sales"} and sentence.low(i + 1) in ({"of", "to"} if low == "sale" else {"of"}):
            found += sales.sale(sentence, i, scene)
        elif (
            low in {"merge", "merges", "merged", "merging"}
            or (low in w.MERGE and sentence.low(i + 1) == "with" and _is_merger(sentence))
            or (low in {"combining", "combines"} and sentence.low(i + 1) == "with" and _is_deal(sentence))
            or (low == "combine" and sentence.low(i - 1) == "to" and sentence.low(i - 2) in {"deal", "agreement"})
            or (low == "combine" and sentence.low(i - 2) in {"agreed", "agree", "agrees"})
        ):
            found += mergers.merged(sentence, i, scene)
        elif low == "acquisitions" and (listed := listed_after(sentence, i)):
            spoken = last_buyer(scene) or scene.focus or scene.topic
            buyer = PRONOUN if spoken else None
            found += drafts_of(sentence, scene, i, listed, buyer, from_=len(tokens), each=True, buyer=spoken)
        elif low in {"takeover", "buyout"} and sentence.low(i + 1) in bids.NOUNS:
            found += bids.answered(sentence, i + 1, scene) or takeovers.told_by_noun(sentence, i, scene)
        elif (
            (low == "buy" and sentence.title and i + 1 == len(tokens) and tokens[i - 1].caps)
            or low in NOUNS
            or low in {"merger", "tie-up"}
        ):
            found += takeovers.told_by_noun(sentence, i, scene)
        elif low in interest.WORDS and i < OFFERED and (wanted := interest.read(sentence, i, scene)):
            found += wanted
        elif (
            low in _TENDERS and sentence.low(i - 1) not in _ARTICLES and (tendered := _offered_sum(sentence, i, scene))
        ):
            found += tendered
        elif low in {"receive", "receives", "get", "gets"} and (got := per_share.received(sentence, i, scene)):
            found += got
        elif low in bids.NOUNS and i < OFFERED and (valued := per_share.valued(sentence, i, scene)):
            found += valued
        elif low in bids.NOUNS and i < OFFERED and (answer := bids.answered(sentence, i, scene)):
            found += answer
        elif low in bids.RUNNERS and sentence.low(i + 1) == "for":
            found += bids.runner(sentence, i, scene)
        elif low in _LIFTS and (lifted := stakes.raised(sentence, i, scene)):
            found += lifted
        elif low in _GRABS and (grabbed := payments.grabbed(sentence, i, scene)):
            found += grabbed
        elif low in {"swoop", "swoops", "swooped"} and (swooped := payments.swooped(sentence, i, scene)):
            found += swooped
        elif low in _TIES and sentence.low(i + 1) == "between":
            found += payments.between(sentence, i, scene)
        elif low in {"bid", "bidding"} and (tendered := bids.bidding(sentence, i, scene)):
            found += tendered
        elif low == "deal" and (owned := payments.deal_of(sentence, i, scene)):
            found += owned
        elif low in bids.REJECTS and (refused := bids.turned_down(sentence, i, scene)):
            found += refused
        elif low in stakes.GIVES and sentence.low(i + 1) not in {"up", "rise", "way"}:
            found += stakes.given(sentence, i, scene)
        elif low in bids.OUTBIDS and (outbid := bids.outbid(sentence, i, scene)):
            found += outbid
        elif low in bids.CONTESTS:
            found += bids.won(sentence, i, scene)
        elif low == "sale":
            found += for_sale.put_up(sentence, i, scene)
        elif low in {"bid", "offer"} and sentence.low(i + 1) in {"for", "worth", "of", "valued"} and i < OFFERED:
            aimed = takeovers.bid(sentence, i, scene) or swings.moved(sentence, i, scene)
            found += aimed or takeovers.answered(sentence, i, scene)
        elif low in swings.NOUNS and i < OFFERED:
            found += takeovers.answered(sentence, i, scene) or swings.moved(sentence, i, scene)
        elif low == "deal" and sentence.low(i + 1) == "for":
            found += payments.struck(sentence, i, scene)
        elif low in w.TALKS and sentence.low(i + 1) in talks.LINKS:
            found += talks.told(sentence, i, scene)
        elif low == "pursuit" and sentence.low(i + 1) == "of":
            found += takeovers.pursued(sentence, i, scene)
        elif low in _CIRCLES and _PURSUED.search(scene.content, sentence.start, sentence.end):
            found += takeovers.circled(sentence, i, scene)
        elif low == "block" and (put := for_sale.blocked(sentence, i, scene)):
            found += put
        elif low in {"buyer", "buyers", "suitor"}:
            found += for_sale.seeking(sentence, i, scene)
        elif low in {"alternatives", "options"} and sentence.low(i - 1) == "strategic":
            found += for_sale.put_up(sentence, i, scene)
        elif (low in payments.PAYS or low in _TENDERS or (low in w.INVEST and stakes.for_control(sentence, i))) and (
            money := payments.paid_at(sentence, i)
        ):
            paid = payments.paid(sentence, i, money, scene)
            found += (
                paid or swings.moved(sentence, i, scene) or (control.took(sentence, i, scene) if low in _HOLDS else [])
            )
        elif low in swings.VERBS and (swing := swings.moved(sentence, i, scene)):
            found += swing
        elif low in {"hands", "owner"} and (owner := belonging.handed_over(sentence, i, scene)):
            found += owner
        elif low in belonging.WORDS and (belongs := belonging.read(sentence, i, scene)):
            found += belongs
        elif low == "private" and sentence.low(i - 1) in control.GOES:
            found += control.goes_private(sentence, i, scene)
        elif low in _HOLDS:
            found += control.took(sentence, i, scene)
    if not found:
        nouns = (k for k, t in enumerate(tokens) if k and t.low in compounds.NOUNS and t.kind == WORD)
        found = next((told for k in nouns if (told := compounds.told(sentence, k, scene))), [])
    return priced_apart(priced_once(_once(found)), sentence) or priced(sentence, scene) or bidders(sentence, scene)


def _is_merger(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of firms that combine: "to combine with B in a |merger|", not with a shell."""
    words = {t.low for t in sentence.tokens}
    return bool(words & {"merger", "takeover"}) and not words & {"spac", "blank-check", "acquisition"}


def _is_deal(sentence: Sentence) -> bool:
    """Tell whether firms combine by a deal: "is |combining| with B in an all-share deal"."""
    return bool({t.low for t in sentence.tokens} & {"all-share", "all-stock", "deal", "transaction", "shareholders"})


def _is_of_money(sentence: Sentence, i: int) -> bool:
    """Tell whether what is picked up is money: "has picked up |seed funding|"."""
    for token in sentence.tokens[i : i + 4]:
        if token.kind in {MONEY, ROUND} or token.low in w.FIRM_NOUN:
            return True
        if token.caps:
            break
    return False


def _between_names(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb with a capital stands between two names, as in a list: "Acme |Acquired| Pelt"."""
    verb = sentence.low(i) in {"acquires", "acquired", "buys", "bought"}
    return verb and 0 < i <= ITEM and names.is_part(sentence, i - 1) and names.run_after(sentence, i + 1) > i + 1


def _offered_sum(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A |bid| 310 pence per share for B", "A |offers| $5M for B"."""
    money = payments.paid_at(sentence, verb)
    return payments.paid(sentence, verb, money, scene) if money else []


ITEM: Final = 8
"""Tokens at the head of a list's item within which its verb stands."""


def _once(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        same = next((k for k, d in enumerate(kept) if _is_of_one(d, draft)), None)
        if draft.company is None or same is None:
            kept.append(draft)
        elif draft.investors and not kept[same].investors and kept[same].kind.quote.lower() in bids.NOUNS:
            kept[same] = replace(draft, background=kept[same].background)  # "a rival bid for |B|, which A is buying"
    return kept


def _is_of_one(a: Draft, b: Draft) -> bool:
    return a.company is not None and b.company is not None and a.company.start == b.company.start


_BECOMING: Final = w.words("be been being gets get got getting was were")


def _bought(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A acquires B"; "B acquired by A"; "A acquires a majority stake in B"."""
    tokens = sentence.tokens
    at = verb + 1
    if tokens[verb].low == "bought" and sentence.low(at) in {"deal", "-"}:
        return []  # "a |bought| deal private placement"
    if at < len(tokens) and tokens[at].low in {"up", "over", "out"}:
        at += 1
    while at < len(tokens) and tokens[at].low in w.ADVERB and not names.is_part(sentence, at):
        at += 1
    if tokens[at - 1].low == "out" and sentence.low(at) in _HOLDERS_OF:
        return _bought_out(sentence, verb, at, scene)
    by = _by(sentence, at)
    if by is not None:
        if not _passive(sentence, verb):
            return []
        buyers, _ = backers.read_list(sentence, purchasers.past_product(sentence, by))
        if not buyers and (members := purchasers.consortium(sentence, by)):
            buyers, _ = backers.read_list(sentence, members)
        if not buyers and tokens[verb].low.startswith(("absorb", "gobbl")):
            return []  # "is absorbed by the body"
        who = parties.passive_subject(sentence, verb)
        each = isinstance(who, list) and len(who) > 1 and _are_several(sentence, verb)
        return drafts_of(sentence, scene, verb, who, [b.name for b in buyers], from_=verb, each=each)
    if (
        verb
        and not tokens[verb].low.endswith("ing")
        and tokens[verb - 1].low in _BECOMING
        and (at >= len(tokens) or tokens[at].kind == PUNCT or tokens[at].low in w.FUNCTION)
    ):
        return drafts_of(sentence, scene, verb, parties.passive_subject(sentence, verb), [], from_=verb)
    if verb == 0 or not _active(sentence, verb):
        return []
    if sentence.low(verb - 1) == "to" and (party := purchasers.dealt(sentence, verb)) is not None:
        bought = stake_at(sentence, at)
        objects_ = objects_at(sentence, bought[1] if bought is not None else at)
        return drafts_of(sentence, scene, verb, objects_, [party], from_=verb) if bought is None or bought[0] else []
    if sentence.low(verb - 1) in {"he", "she", "it"} and sentence.low(verb - 2) in {"what", "than"}:
        return []  # "more than what he bought Acme for"
    buyers_ = consortium_before(sentence, verb) or purchasers.with_partners(
        sentence, verb, parties.subject(sentence, verb) or parties.main_subject(sentence, verb)
    )
    buyers_ = purchasers.of_deal(sentence, verb) or buyers_ or purchasers.of_unit(sentence, verb)
    stake = stake_at(sentence, at)
    if stake is not None:
        gives_control, of = stake
        target = objects.after(sentence, of)
        if target is None and gives_control and is_spoken_of(sentence, of):
            first = parties.main_subject(sentence, verb)
            other = isinstance(first, list) and isinstance(buyers_, list) and first[0] != buyers_[0]
            return drafts_of(sentence, scene, verb, first if other else PRONOUN, buyers_, from_=verb)
        if not gives_control:
            return minority(sentence, verb, scene, target, buyers_)
        return drafts_of(sentence, scene, verb, [target] if target else None, buyers_, from_=verb)
    if owned := relatives.which(sentence, verb, buyers_):
        return drafts_of(sentence, scene, verb, [owned], buyers_, from_=verb)
    targets = objects_at(sentence, assets_of(sentence, at) or at)
    if not targets and is_spoken_of(sentence, at) and (managed := control.managed(sentence, verb)):
        return drafts_of(sentence, scene, verb, [managed], [], from_=verb)
    if not targets and is_spoken_of(sentence, at) and isinstance(buyers_, list):
        first = parties.main_subject(sentence, verb)
        theirs = isinstance(first, list) and all(first[0] != buyer for buyer in buyers_)
        own = [parties.firm_of(sentence, first[0])] if theirs and isinstance(first, list) else PRONOUN
        return drafts_of(sentence, scene, verb, own, buyers_, from_=verb)
    return drafts_of(sentence, scene, verb, targets, buyers_, from_=verb, each=True) if targets else []


def _bought_out(sentence: Sentence, verb: int, at: int, scene: Scene) -> list[Draft]:
    """Read "to buy out minority shareholders in B", "to buy out its 73% owned unit B", not founders."""
    in_ = next((k for k in range(at, at + 6) if sentence.low(k) in {"in", "of"}), None)
    holders = in_ is not None and _HELD_BY & {sentence.low(k) for k in range(at, in_)}
    if holders and in_ is not None:
        target = objects.after(sentence, in_ + 1)
    else:
        unit = UNIT & {sentence.low(k) for k in range(at, at + 8)}
        target = objects.after(sentence, at) if sentence.low(at) == "its" and unit else None
    if target is None:
        return []
    return drafts_of(sentence, scene, verb, [target], parties.subject(sentence, verb), from_=verb)


_HELD_BY: Final = w.words("shareholders minority investors holders stockholders")


_HOLDERS_OF: Final = w.words(
    "founder founders co-founder investors backers shareholders minority existing partner partners its"
)


def _by(sentence: Sentence, at: int) -> int | None:
    """Return where the buyers of "acquired (in 2020) by |A|" begin, if they do."""
    tokens = sentence.tokens
    for i in range(at, min(at + 6, len(tokens))):
        if tokens[i].low == "by":
            return i + 1
        if (
            tokens[i].kind == PUNCT
            or tokens[i].low in {"and", "to", "a", "the"}
            or (tokens[i].caps and tokens[i].low not in w.MONTHS and i == at)
        ):
            return None
    return None


def _passive(sentence: Sentence, verb: int) -> bool:
    return sentence.tokens[verb].low.endswith(("ed", "bought", "over")) or sentence.tokens[verb].low in {
        "taken",
        "took",
    }


_BEFORE_NOUN: Final = w.words("a an the best 's ’s its their this of")


def _active(sentence: Sentence, verb: int) -> bool:
    low = sentence.tokens[verb].low
    if low == "takeover":
        return sentence.low(verb - 1) in {"to", "will"}
    if low in {"purchase", "buy"}:
        before = sentence.tokens[verb - 1].low if verb else ""
        if sentence.low(verb + 1) == "by":
            return False  # "the Acme |purchase| by Quayside"
        priced = verb > 0 and sentence.tokens[verb - 1].kind == MONEY  # "its planned $9M purchase of"
        return before not in _BEFORE_NOUN and not priced and not before.endswith("-")
    return True


def _are_several(sentence: Sentence, verb: int) -> bool:
    """Tell whether a passive is of more than one: "Acme and Pelt |were both| bought by"."""
    head = groups.head_of_group(sentence, verb)
    return any(t.low in {"were", "are", "have", "both"} for t in sentence.tokens[head:verb])
