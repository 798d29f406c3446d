"""From names to organisations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dealwire.core import names
from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.compare import apart, compare_keys
from dealwire.core.resolve.components import Components, verdicts
from dealwire.core.resolve.glance import strangers
from dealwire.core.resolve.ids import organisation_id
from dealwire.core.resolve.judgements import about
from dealwire.model import Judgement, NameLink, NamePair, Organisation

Forms = Mapping[str, int]

TOLD = "told"
"""The rule of a link that a text itself states."""
TOLD_SHORT = "told, initials"
"""The rule of such a link to a name's initials: other names have the same, so they are one organisation's only."""
_FIRM = frozenset({"alias", TOLD})


LIKELY = "likely"
"""The rule of a link that a store does not merge by."""
LONGEST_INITIALS = 5


def blocks(key: str, aliases: Aliases = NO_ALIASES) -> frozenset[str]:
    """Return the blocks of a name key: only names that share one are compared."""
    return names.blocks(key) | aliases.blocks(key)


def link(a_key: str, b_key: str, aliases: Aliases = NO_ALIASES) -> NameLink | None:
    """Return why two name keys are one organisation's, or None: of these two names and the fixed table alone.

    A link of the rule `LIKELY` merges nothing: it is there for a person to see.
    """
    if a_key == b_key:
        return None
    a, b = sorted((a_key, b_key))
    if (aliases.entity(a) is None or aliases.entity(b) is None) and strangers(a, b, aliases.everyday):
        return None
    comparison = compare_keys(a, b, aliases)
    if not comparison.same:
        return None
    strongest = max(comparison.features, key=lambda feature: (feature.weight, feature.name))
    return NameLink(a, b, strongest.name if comparison.merges else LIKELY, comparison.score, comparison.why)


def told_link(a_key: str, b_key: str, pair: NamePair) -> NameLink | None:
    """Return the link that a text states by giving one organisation two names."""
    if a_key == b_key:
        return None
    a, b = sorted((a_key, b_key))
    score = min(pair.name.confidence, pair.other.confidence)
    short, long = sorted((a, b), key=lambda key: (len(key), key))
    rule = (
        TOLD_SHORT if len(short) <= LONGEST_INITIALS and short.isascii() and " " not in short and " " in long else TOLD
    )
    return NameLink(a, b, rule, score, f"a text calls one organisation both: “{pair.name.quote}”, “{pair.other.quote}”")


def shown_name(forms: Mapping[str, Forms], keys: Sequence[str]) -> tuple[str, ...]:
    """Return the written forms of some keys, the most used first; ties go to the longer, then the lesser form."""
    counts: dict[str, int] = {}
    for key in keys:
        for written, count in forms.get(key, {}).items():
            counts[written] = counts.get(written, 0) + count
    return tuple(sorted(counts, key=lambda written: (-counts[written], -len(written), written))) or tuple(keys)


def cluster(
    keys: Sequence[str],
    forms: Mapping[str, Forms],
    links: Sequence[NameLink],
    judgements: Sequence[Judgement] = (),
    aliases: Aliases = NO_ALIASES,
) -> list[Organisation]:
    """Group the name keys of one or more connected components into organisations.

    A person's verdicts come first. Then links of the alias table and of texts that state two names, then likenesses,
    the surest first; a likeness joins no two sets that hold names which look like two organisations ("Acorn AI"
    and "Acorn Energy" through "Acorn"). Initials that texts give to several names go to one of them.
    """
    same, different = verdicts(about(judgements, "name"), names.fold)
    components = Components(keys, different)
    for a, b in same:
        components.join(a, b)

    def strength(one: NameLink) -> tuple[object, ...]:
        uses = sum(forms.get(one.a, {}).values()) + sum(forms.get(one.b, {}).values())
        return one.rule not in _FIRM, -one.score, -uses, one.a, one.b, one.rule

    for one in sorted((one for one in links if one.rule != LIKELY), key=strength):
        if one.rule == TOLD_SHORT:
            joins = not _taken(components, one, aliases)
        else:
            joins = one.rule in _FIRM or not _clash(components, one.a, one.b, aliases)
        if joins:
            components.join(one.a, one.b)
    return [_organisation(members, forms, links) for members in components.sets()]


def _clash(components: Components, a: str, b: str, aliases: Aliases) -> bool:
    try:
        first, second = components.of(a), components.of(b)
    except KeyError:
        return True
    return first != second and any(apart(x, y, aliases) for x in sorted(first) for y in sorted(second))


def _taken(components: Components, link: NameLink, aliases: Aliases) -> bool:
    """Tell whether the initials of a link already are another name's."""
    initials, name = sorted((link.a, link.b), key=lambda key: (len(key), key))
    try:
        others = components.of(initials) - {initials}
        own = components.of(name)
    except KeyError:
        return True
    return bool(others - own) and not any(compare_keys(name, other, aliases).same for other in sorted(others))


def _organisation(members: tuple[str, ...], forms: Mapping[str, Forms], links: Sequence[NameLink]) -> Organisation:
    written = shown_name(forms, members)
    inside = set(members)
    evidence = sorted(
        {one for one in links if one.a in inside and one.b in inside and one.rule != LIKELY},
        key=lambda one: (one.a, one.b, one.rule, -one.score, one.why),
    )
    return Organisation(organisation_id(members[0]), written[0], written, members, tuple(evidence))
