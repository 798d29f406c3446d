"""What tells who a backer of a list is, which the list goes on past: brackets, posts, owners, ", a fund of Acme,"."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import names, objects
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.tokens import MONEY, PUNCT, Sentence

POST: Final = w.words(
    "parent founder founders co-founder cofounder co-founders ceo cto cfo coo chief executive president "
    "chairman chairwoman owner subsidiary affiliate unit arm vehicle boss head alum alumnus creator billionaire "
    "investor "
    "star"
)
CAPITAL_POSTS: Final = w.words("ceo cto cfo coo founder co-founder cofounder chairman chairwoman president")


def skip(sentence: Sentence, i: int, n: int) -> int:
    """Skip what tells who a backer is: brackets, "of Acme", ", founder of Acme,", ", the venture arm of Acme,"."""
    tokens = sentence.tokens
    if i < n and tokens[i].text in {"(", "["}:
        for j in range(i + 1, min(n, i + 25)):
            if tokens[j].text in {")", "]"}:
                i = j + 1
                break
    if i < n and tokens[i].text in {"”", '"', "’"}:
        i += 1
    if i + 1 < n and tokens[i].low in {"via", "through"}:
        begin = i + 1 + (tokens[i + 1].low in {"its", "his", "her", "their", "the"})
        end = names.run_after(sentence, begin)
        own = end + 1 < n and tokens[begin].low in {"firm", "fund", "vehicle"} and names.run_after(sentence, begin + 1)
        i = end if end > begin else own or i  # "Acme via its Growth Fund", "Jane Doe via his firm 776"
    if i < n and tokens[i].low in {"of", "from"}:
        end = names.run_after(sentence, i + 1)
        if end > i + 1:
            i = end
    if sentence.low(i) == "," and sentence.low(i + 1) in {"from", "of"} and i + 2 < n:
        end = names.run_after(sentence, i + 2)
        if end < n and end > i + 2 and tokens[end].text == "," and tokens[i + 2].low in w.PLACE | w.NATIONALITY:
            i = end  # "Acme, from Finland, and"
    if i + 1 < n and tokens[i].text == "," and _describes(sentence, i + 1, n):
        if owned := _owned_brands(sentence, i + 1, n):
            return owned
        for j in range(i + 1, min(n, i + 30)):
            if tokens[j].text in {",", ";"} or tokens[j].text == ".":
                return j
            if (
                tokens[j].low == "and"
                and j + 1 < n
                and names.run_after(sentence, j + 1) > j + 1
                and tokens[j + 1].low not in CAPITAL_POSTS | _POSTS_AFTER
                and not _of_before(sentence, i + 1, j)
            ):
                return j
        return min(n, i + 30)
    return i


_SORTS: Final = frozenset({"VC", "PE"})
_HOUSES: Final = w.words("firm firms fund funds investor investors house backer company giant")


def is_sort(sentence: Sentence, j: int) -> bool:
    """Tell whether capitals say what sort of investor a name is of: "|VC| firm Acme", "Oslo-based |VC| Acme"."""
    if sentence.tokens[j].text not in _SORTS:
        return False
    firm = sentence.low(j + 1) in _HOUSES and not sentence.tokens[j + 1].caps
    return firm or (j > 0 and bool(w.SUFFIX_DESCRIPTOR.match(sentence.tokens[j - 1].text)))


_SEVERAL: Final = w.words("firms capitalists angels investors funds backers houses groups giants banks companies")


def past_count(sentence: Sentence, i: int, n: int) -> int:
    """Return the index after what says how many or what sort of backers follow: "from |three investors,| Acme"."""
    if sentence.low(i - 1) not in {"from", "by"}:
        return i
    mark = next((k for k in range(i + 1, min(n - 1, i + 8)) if sentence.tokens[k].kind == PUNCT), i)
    plain = all(
        not t.caps or t.low in w.NATIONALITY | w.PLACE or t.text in _SORTS or w.SUFFIX_DESCRIPTOR.match(t.text)
        for t in sentence.tokens[i:mark]
    )
    named = mark > i and sentence.tokens[mark].text in {",", ":"} and sentence.tokens[mark + 1].caps
    return mark + 1 if named and plain and sentence.low(mark - 1) in _SEVERAL else i


_FUND_KINDS: Final = w.words(
    "growth opportunity opportunities venture ventures seed early stage late innovation impact climate strategic "
    "investment private equity infrastructure credit select continuity vision fund funds arm group vehicle i ii iii "
    "iv v vi vii 1 2 3 4 5 global asia europe india sustainability tech technology pension alpha"
)


def is_plain_fund(sentence: Sentence, i: int, end: int) -> bool:
    """Tell whether the name behind an owner says only which of its funds it is: "Acme Capital's |Growth Fund II|"."""
    own = sentence.tokens[i:end]
    return all(t.low in _FUND_KINDS for t in own) and any(t.low.startswith("fund") for t in own)


_OWNS: Final = w.words("owner operator parent publisher maker home")


def _owned_brands(sentence: Sentence, i: int, n: int) -> int:
    """Return the index after "owner of the A, B and C |chains|", else 0."""
    tokens = sentence.tokens
    i += tokens[i].low in {"a", "an", "the"}
    if i + 1 >= n or tokens[i].low not in _OWNS or tokens[i + 1].low != "of":
        return 0
    for j in range(i + 2, min(n, i + 30)):
        token = tokens[j]
        if token.kind != PUNCT and not token.caps and token.low not in {"and", "the"}:
            return j + 1 if token.low.endswith("s") and tokens[j - 1].caps and token.low not in w.FUNCTION else 0
        if token.kind == PUNCT and token.text not in {",", "'s", "’s", "&"}:
            return 0
    return 0


def _of_before(sentence: Sentence, i: int, j: int) -> bool:
    return any(t.low in {"of", "in", "between"} for t in sentence.tokens[max(i, j - 4) : j])


_POSTS_AFTER: Final = w.words(
    "which who whose formerly part one managing partner general ceo cto chairman chairwoman president director"
)
_HEADS_OF: Final = w.words("founder co-founder cofounder head owner chief vice")
_RANKS: Final = w.words("senior executive global vp svp evp director professor head")
_FURTHER: Final = w.words("angels others group syndicate number founders")


def _describes(sentence: Sentence, i: int, n: int) -> bool:
    tokens = sentence.tokens
    low = tokens[i].low
    if objects.is_placed(sentence, i - 1):
        return True  # ", Berlin-based early-stage fund,"
    joined = {"joined", "included", "drew", "saw", "attracted"} & {sentence.low(k) for k in range(i + 1, i + 4)}
    if low == "which" and (joined or sentence.low(i + 1).startswith("includ")):
        return False
    if low in _POSTS_AFTER and not _is_firm(sentence, i, n):
        return True
    if low == "former":
        rest = [t.low for t in tokens[i + 1 : i + 6]]
        posts = [k for k, word in enumerate(rest) if word in POST or word in _POSTS_AFTER | _HEADS_OF]
        return bool(posts) and bool({"of", "at"} & set(rest[posts[0] : posts[0] + 4]))
    if low in _HEADS_OF and not (i + 1 < n and names.run_after(sentence, i + 1) > i + 1):
        return True
    if (
        low == "the"
        and i + 2 < n
        and tokens[i + 1].text.isupper()
        and tokens[i + 2].low in w.DESCRIPTOR
        and not tokens[i + 2].caps
    ):
        return True  # ", the VC arm of"
    if low == "the" and _places(sentence, i + 1, n):
        return True  # ", the Munich venture firm,"
    if low in _HEADS_OF | _RANKS and sentence.low(names.run_after(sentence, i)) in {"at", "of"}:
        return True  # "Joe Pell, |Chief Scientist at| Acme"
    if low in {"a", "an"} or (low == "the" and not (i + 1 < n and tokens[i + 1].caps)):
        # "a Boston-based firm," describes; "a group of angels" and "the founders of X" name further backers
        return not any(t.low in _FURTHER for t in tokens[i : i + 5])
    return False


def _places(sentence: Sentence, i: int, n: int) -> bool:
    """Tell whether a firm's town and what it is stand at i, up to a comma: "Munich venture |firm|,"."""
    k = i
    while k < min(n, i + 3) and sentence.tokens[k].caps:
        k += 1
    end = next((j for j in range(k, min(n, k + 4)) if sentence.tokens[j].kind == PUNCT or sentence.tokens[j].caps), k)
    plain = all(t.low not in w.FUNCTION | w.VERB for t in sentence.tokens[k:end])
    return i < k < end and plain and sentence.low(end - 1) in w.DESCRIPTOR and sentence.low(end) in {",", ";"}


def _is_firm(sentence: Sentence, i: int, n: int) -> bool:
    """Tell a firm from a post with capitals: ", General Catalyst," from ", Managing Partner,"."""
    tokens = sentence.tokens
    if not tokens[i].caps or tokens[i].low in {"which", "who", "whose"}:
        return False
    end = names.run_after(sentence, i)
    posts = _POSTS_AFTER | _HEADS_OF | POST
    return i + 1 < end <= n and not any(t.low in posts for t in tokens[i + 1 : end])


def past_seat(sentence: Sentence, i: int, n: int) -> int:
    """Return the index after the seat of a backer in a list parted by semicolons: "Kelp State Board|, Oslo|; Pelt"."""
    if sentence.low(i) == "," and (sentence.low(i + 1), sentence.low(i + 2)) == ("national", "association"):
        return i + 3  # "Kelp Bank|, National Association|"
    if i + 2 >= n or sentence.low(i) != "," or not any(t.text == ";" for t in sentence.tokens):
        return i
    end = names.run_after(sentence, i + 1)
    end = end + 1 if sentence.low(end - 1) == "st" and sentence.low(end) == "." else end
    return end if i + 1 < end <= i + 4 and sentence.low(end) in {";", ".", ""} else i


_GROUPS: Final = w.words("group fund firm team unit arm syndicate network")


def past_noun(sentence: Sentence, i: int, n: int) -> int:
    """Return the index after what a backer is called behind its name: "the Kelp Impact |fund|, and", or its part.

    "Acme |at €50 million| and Pelt |at €30 million|".
    """
    follows = i + 1 < n and sentence.low(i + 1) in {",", "and", ".", ";", "&"}
    if i < n and sentence.low(i) in _GROUPS and not sentence.tokens[i].caps and follows:
        return i + 1
    part = i + 2 <= n and sentence.low(i) == "at" and sentence.tokens[i + 1].kind == MONEY
    return i + 2 if part and (i + 2 >= n or sentence.low(i + 2) in {",", "and", ".", ";", "&"}) else i


_DESKS: Final = w.words("sciences equity credit business banking growth alternatives healthcare capital investing")


def arm_at(sentence: Sentence, j: int, end: int) -> int:
    """Return the end of "|Life Sciences at Acme Alternatives|", a desk named by its house, or `end`."""
    desk = end - j >= 2 and sentence.low(end - 1) in _DESKS and sentence.low(end) == "at"
    house = names.run_after(sentence, end + 1) if desk else end
    return house if desk and house > end + 1 else end
