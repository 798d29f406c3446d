"""The gate for pages against the reader: no page that states a deal in a sentence of its own may be passed over.

It is no superset of the gate for texts, which lets nearly every whole page by; docs/explanation/reading.md has figures.
"""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.extract import extract, page_gate
from dealwire.core.read import JSON_LINE, read
from dealwire.model import Document

AT = datetime(2026, 3, 20, tzinfo=UTC)

COMPANIES = ("Larkspur Robotics", "Fernhill", "Corvid Analytics", "Saltmarsh Foods", "Quillstone Bio")
BACKERS = ("Bluebarn Ventures", "Harbour Lane Capital", "Norden Growth", "the Mossgate Fund")
SUMS = ("$8.5 million", "$12M", "€40m", "£3 million", "US$1.2 billion", "CAD 25 million", "Rs 90 crore", "$650,000")
ROUNDS = ("seed round", "Series A round", "Series C funding round", "round of financing", "growth equity round")
ENGLISH = st.one_of(
    st.builds(
        "{} {} {} in a {} led by {}.".format,
        st.sampled_from(COMPANIES),
        st.sampled_from(("has raised", "raised", "closed", "secured", "announced it raised", "has landed")),
        st.sampled_from(SUMS),
        st.sampled_from(ROUNDS),
        st.sampled_from(BACKERS),
    ),
    st.builds(
        "{} {} {} for {}.".format,
        st.sampled_from(COMPANIES),
        st.sampled_from(
            ("has acquired", "will buy", "bought", "agreed to buy", "is to acquire", "completed its purchase of")
        ),
        st.sampled_from(COMPANIES),
        st.sampled_from(SUMS),
    ),
    st.builds(
        "{} {} {} in {}.".format,
        st.sampled_from(BACKERS),
        st.sampled_from(("invested", "has invested", "is investing")),
        st.sampled_from(SUMS),
        st.sampled_from(COMPANIES),
    ),
    st.builds(
        "{}, which sorts parcels, {} a {} of {} from {}.".format,
        st.sampled_from(COMPANIES),
        st.sampled_from(("received", "took", "got", "has obtained")),
        st.sampled_from(("loan", "credit facility", "strategic investment", "debt facility", "venture loan")),
        st.sampled_from(SUMS),
        st.sampled_from(BACKERS),
    ),
)

HAN_COMPANIES = ("拾光智造", "云汀科技", "青禾医疗", "远山新材", "明川机器人")
HAN_BACKERS = ("松涧资本", "临川创投", "北岸基金", "鹿鸣投资")
HAN_SUMS = ("数千万元", "1.2亿元", "3000万美元", "近亿元", "5亿元人民币")
HAN_ROUNDS = ("天使轮", "A轮", "Pre-A轮", "B+轮", "战略", "C轮")
CHINESE = st.one_of(
    st.builds(
        "{}{}{}{}融资，由{}领投，资金将用于产品研发和市场拓展。".format,
        st.sampled_from(HAN_COMPANIES),
        st.sampled_from(("完成", "宣布完成", "获得", "近日完成", "已完成")),
        st.sampled_from(HAN_SUMS),
        st.sampled_from(HAN_ROUNDS),
        st.sampled_from(HAN_BACKERS),
    ),
    st.builds(
        "{}{}{}收购{}，交易预计在年内完成，双方没有透露更多细节。".format,
        st.sampled_from(HAN_COMPANIES),
        st.sampled_from(("宣布以", "拟以", "将以", "以")),
        st.sampled_from(HAN_SUMS),
        st.sampled_from(HAN_COMPANIES),
    ),
    st.builds(
        "{}宣布向{}投资{}，并将取得一个董事席位，后者的团队会继续扩大。".format,
        st.sampled_from(HAN_BACKERS),
        st.sampled_from(HAN_COMPANIES),
        st.sampled_from(HAN_SUMS),
    ),
)

CODE = "<script>var a={b:[1,2,3],f:function(){return a;}};</script><style>.a{color:#fff}</style>" * 40
MENU = "<ul>" + "<li><a href='/a'>Home</a></li>" * 30 + "</ul>"
PROSE = {
    "en": "The workshop lies beside the old harbour, and its windows look out on the water. Visitors come on Sundays.",
    "zh": "工厂建在老码头旁边，窗户朝向河面，每到周末都有许多人前来参观，附近的街道也热闹起来。",
}
FRAMES = (
    "<html><head><title>{title}</title>{code}</head><body>{menu}<h1>{title}</h1><p>{lead}</p><p>{prose}</p>{code}</body></html>",
    "<html><head>{code}<meta charset='utf-8'><title>{title}</title></head><body><table><tr><td>{menu}</td><td>"
    "<div><b>{title}</b></div><div>{prose}<br><br>{lead}</div></td></tr></table>{menu}</body></html>",
    "<html><head><title>{title}</title></head><body><article><p><a href='/x'>{prose}</a></p><p><span>{lead}</span>"
    "</p><p>{prose}</p></article>{code}{menu}</body></html>",
)


def tells(title: str, lead: str) -> bool:
    line = f'{{"title": "{title}", "text": "{lead}"}}'.encode()
    (article,) = read(Document(sha256(line).hexdigest(), line, JSON_LINE, "made", AT)).articles
    return bool(extract(article).deals)


def framed(frame: str, lang: str, title: str, lead: str) -> str:
    return frame.format(title=escape(title), lead=escape(lead), prose=PROSE[lang], menu=MENU, code=CODE)


@given(st.sampled_from(FRAMES), ENGLISH, st.booleans())
@settings(max_examples=400, deadline=None)
def test_what_the_reader_reads_in_an_english_lead_passes(frame: str, lead: str, titled: bool) -> None:
    title = lead.rstrip(".") if titled else "News from the harbour"
    if tells(title, lead):
        assert page_gate.passes(framed(frame, "en", title, lead).encode())
        assert page_gate.passes(framed(frame, "en", title, lead).encode("utf-16"))


@given(st.sampled_from(FRAMES), CHINESE, st.booleans(), st.sampled_from(("utf-8", "gb18030", "utf-16")))
@settings(max_examples=400, deadline=None)
def test_what_the_reader_reads_in_a_chinese_lead_passes(frame: str, lead: str, titled: bool, encoding: str) -> None:
    title = lead.partition("，")[0] if titled else "码头消息"
    if tells(title, lead):
        assert page_gate.passes(framed(frame, "zh", title, lead).encode(encoding))


@given(st.binary(max_size=3000))
def test_no_bytes_fail(body: bytes) -> None:
    assert page_gate.passes(body) in {True, False}


@pytest.mark.parametrize(
    "lead",
    [
        "Gannet Works, a maker of pumps, received financial backing from Example Partners, but gave no figure.",
        "Gannet Works, a maker of pumps near the old harbour in Lyon, received an investment from Example Partners.",
        "Gannet Works, a maker of pumps near the old harbour in Lyon, raised 8m in Series A funding, it said.",
        "甲乙食品公司周一宣布达成协议，将与丙丁调味品公司的食品业务合并，交易预计明年完成，双方股东各持有一半。",
        "上交所官网显示，甲乙航天的IPO审核状态变更为已受理，公司计划在下半年完成全部的准备工作并公布细节。",
        "甲乙控股宣布，已同意将其在丙丁汽车的股权出售给一家由戊己资本牵头的财团，交易预计年底之前完成。",
    ],
)
def test_deals_stated_without_a_sum_pass(lead: str) -> None:
    lang, title = ("en", "News from the harbour") if lead.isascii() else ("zh", "码头消息")
    assert page_gate.passes(framed(FRAMES[0], lang, title, lead).encode())


@pytest.mark.parametrize("times", [1, 4])
def test_what_is_told_again_is_no_more_evidence(times: int) -> None:
    told = "The council has spent $4 million on the harbour's new gate, and offers boat owners a berth beside it."
    page = "".join(f"<p>{PROSE['en']} {PROSE['en']} {told} {PROSE['en']} {PROSE['en']}</p>" for _ in range(times))
    assert not page_gate.passes(f"<html><head><title>The gate</title></head><body>{page}</body></html>".encode())


def test_two_sums_are_more_evidence_than_one() -> None:
    told = "The council has spent ${} million on the harbour's new gate, and offers boat owners a berth beside it."
    page = "".join(f"<p>{PROSE['en']} {PROSE['en']} {told.format(n)} {PROSE['en']}</p>" for n in (4, 7))
    assert page_gate.passes(f"<html><head><title>The gate</title></head><body>{page}</body></html>".encode())
