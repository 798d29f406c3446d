"""The article made plain, and the way back to its characters."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.extract.chinese.prose import LONGEST_SENTENCE, MONEY, READ_AT_MOST, prose, simplified
from dealwire.core.extract.traditional import SIMPLIFIED
from dealwire.model import Told

HANDFUL = st.text(alphabet='甲乙公司完成融资（）()，。“”"「」：:,1亿 ABc\n·|；', max_size=120)


def test_parentheses_stand_aside() -> None:
    text = prose("木屿科技（Muyu）完成融资", 0)
    assert text.plain == "木屿科技完成融资"
    (aside,) = text.asides
    assert (aside.text, aside.at) == ("Muyu", 4)
    assert text.text(0, 6) == "木屿科技（Muyu）完成"


def test_blanks_between_scripts_go_and_those_between_latin_words_stay() -> None:
    assert prose("消息称 Harbor Works 完成 2 亿美元融资", 0).plain == "消息称Harbor Works完成2亿美元融资"


def test_traditional_and_full_width_characters_are_folded_in_place() -> None:
    text = prose("Ｂ輪２億：領投", 0)
    assert text.plain == "B轮2亿：领投"
    assert text.text(0, 2) == "Ｂ輪"


def test_values_become_private_characters() -> None:
    text = prose("完成（近日）1亿元融资", 0, [(MONEY, [Told(1, 6, 9, "1亿元")])])
    assert text.coded == f"完成{MONEY * 3}融资"


def test_a_value_inside_a_parenthesis_leaves_no_mark() -> None:
    text = prose("完成（约1亿元）融资", 0, [(MONEY, [Told(1, 4, 7, "1亿元")])])
    assert text.coded == "完成融资"


def test_endless_sentences_are_read_in_pieces() -> None:
    spans = list(prose("甲公司，" * 1000, 0).sentences())
    assert max(end - start for start, end in spans) <= LONGEST_SENTENCE
    assert spans[0][0] == 0
    assert all(a[1] == b[0] for a, b in pairwise(spans))


def test_only_the_beginning_of_a_long_article_is_read() -> None:
    assert len(prose("字" * (READ_AT_MOST + 500), 0).plain) == READ_AT_MOST


@given(HANDFUL)
def test_every_plain_character_leads_back_to_one_of_the_article(content: str) -> None:
    text = prose(content, 0)
    assert len(text.plain) == len(text.coded) == len(text.origin)
    assert list(text.origin) == sorted(set(text.origin))
    for start, end in text.sentences():
        first, last = text.span(start, end)
        assert content[first:last] == text.told("x", start, end).quote


def test_traditional_characters_fold_one_for_one() -> None:
    assert not set(SIMPLIFIED) & set(SIMPLIFIED.values())
    assert simplified("據報擬來港掛牌，保薦人為滙豐") == "据报拟来港挂牌，保荐人为汇丰"


def test_a_headline_set_into_a_flash_is_a_sentence() -> None:
    text = prose("【远山股份：终止收购蓝湾软件股权】远山股份公告。【木屿】完成融资", 0)
    assert [text.plain[a:b] for a, b in text.sentences()] == [
        "远山股份：终止收购蓝湾软件股权",
        "远山股份公告",
        "【木屿】完成融资",
    ]


def test_ascii_stops_end_sentences_of_chinese() -> None:
    text = prose("木屿科技完成A轮融资. 远川资本领投,估值1.5亿元.", 0)
    assert [text.plain[a:b].strip() for a, b in text.sentences()] == [
        "木屿科技完成A轮融资",
        "远川资本领投，估值1.5亿元",
    ]
