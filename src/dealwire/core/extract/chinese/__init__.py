"""The reader of Chinese articles: deals with their backers, by rules, each value with the words that tell it.

`prose` makes the text plain, `names` cuts names out of it, `roles` reads lists of backers; `funding` (with `mentions`
and `worth`), `acquisition`, `listing` and `fund` each read one kind of deal from a sentence, `several` and `members` of
several firms; `stance` tells how far a deal has come, `recall` what is history by its place; `article` goes through the
sentences, and `joining` makes one deal of what is told twice.
"""

from __future__ import annotations

from datetime import date

from dealwire.core.extract import pairs
from dealwire.core.extract.assemble import Draft, report
from dealwire.core.extract.chinese import article, funding, joining
from dealwire.core.extract.chinese.scene import scene
from dealwire.model import Reading, Round

__all__ = ["read"]


def read(content: str, title_end: int, published: date | None) -> Reading:
    """Read the deals and name pairs of a Chinese article.

    `content` is title, line feed, text; `title_end` is the title's length, 0 where there is none.
    """
    stage = scene(content, title_end, published)
    told, nameless = article.drafts(stage)
    found = pairs.find_pairs(content)
    named = [d for d in told if d.company is not None]
    one = joining.one_name(found, content, named)
    deals = joining.without_echoes(joining.merged(stage.text.plain, one, named, title_end), content)

    def default_round(draft: Draft) -> Round:
        return funding.default_round(draft, content)

    return Reading(
        deals=tuple(report(d, default_round) for d in deals),
        nameless=tuple(report(d, default_round) for d in nameless if not deals),
        names=found,
    )
