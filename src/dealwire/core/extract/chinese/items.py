"""The items of a round-up: where one begins, and whom a heading names that is a name and nothing else."""

from __future__ import annotations

from dealwire.core.extract.chinese.name_model import likeness
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_name
from dealwire.model import Told

_HEADING = 60
"""Characters of a line that, without a full stop, heads an item of a round-up."""


def begins_item(plain: str, start: int, title_end: int = 0) -> bool:
    """Tell whether a sentence of a round-up begins an item: with its heading, or without one."""
    if start and plain[start - 1] != "\n":
        return False
    if title_end and start <= title_end + 1:
        return True  # the first line below the headline
    before = plain.rfind("\n", 0, max(0, start - 1)) + 1
    return not _is_heading(plain[before : max(0, start - 1)])


def heading_name(stage: Scene, start: int, end: int) -> Told[str] | None:
    """Return the name that a line is and nothing else, if the lines below it go on to speak of it."""
    plain = stage.text.plain
    if (
        end - start > _LONGEST_NAME
        or start <= stage.text.title_end
        or plain[start - 1] != "\n"
        or plain[end : end + 1] != "\n"
    ):
        return None
    name = plain[start:end].strip()
    below = plain[end + 1 : end + 1 + _BELOW]
    if len(name) < 2 or name not in below:
        return None
    first = plain.index(name, start)
    span = (first, first + len(name))
    return stage.names.told(span, _SURE) if is_name(name) and likeness(name) >= _LIKELY else None


_LONGEST_NAME, _BELOW = 12, 200
"""Characters of a line that may be a name alone, and of the lines below that must have it again."""


def _is_heading(line: str) -> bool:
    return 0 < len(line.strip()) <= _HEADING and not line.rstrip().endswith(("。", "！", "？", "；", "）", "："))


_LIKELY, _SURE = 0.6, 0.9
"""How likely the characters of such a line must make a name, and how sure the name is then."""
