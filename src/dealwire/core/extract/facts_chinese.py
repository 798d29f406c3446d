"""Facts of organisations in Chinese sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from dealwire.core.extract.dates import find_dates
from dealwire.core.extract.facts_english import iso
from dealwire.model import OrganisationFact, Told

_ANAPHOR: Final = re.compile(r"该?公司|该(?:企业|机构|品牌|平台|团队)|这家(?:公司|企业|创企|初创公司)|其(?=由|总部)")
_WHEN: Final = r"(?:19|20)\d\d[ ]?年(?:[ ]?\d{1,2}[ ]?月)?(?:[ ]?\d{1,2}[ ]?日)?"

_FOUNDED_ON: Final = re.compile(
    rf"(?:成立|创立|创办|创建|组建|诞生)于[ ]?(?P<when>{_WHEN})"
    rf"|于?(?P<when2>{_WHEN})(?:在[\u4e00-\u9fff]{{2,8}})?(?:正式)?(?:成立|创立|创办|创建)"
)
_FOUNDED_BY: Final = re.compile(
    rf"由(?P<people>(?:[\u4e00-\u9fff]{{2,3}}|[A-Z][a-zA-Z.]+(?: "
    rf"[A-Z][a-zA-Z.]+){{1,2}})(?:[、和与及](?:[\u4e00-\u9fff]{{2,3}}|[A-Z][a-zA-Z.]+(?: "
    rf"[A-Z][a-zA-Z.]+){{1,2}})){{0,4}})(?:等人?)?(?:于[ ]?{_WHEN})?(?:共同|联合)?(?:创立|创办|创建|成立)"
    rf"|(?:创始人|联合创始人)(?:兼(?:CEO|CTO|董事长|首席执行官|总裁|首席科学家|COO)[、，]?)*(?:为|是"
    rf"|：)?(?P<people2>[\u4e00-\u9fff]{{2,3}})(?=[，。、；（(]|表示|曾|毕业|说|介绍|称|认为|透露|在|于|指出)"
)
_FORMER: Final = re.compile(
    r"(?P<person>[\u4e00-\u9fff]{2,3})[，,]?(?:曾(?:任|担任|是|在)|原(?:任|是)?"
    r"|前)(?P<employer>[\u4e00-\u9fffA-Za-z]{2,12}?)(?P<post>副总裁|总裁|高级副总裁|首席[\u4e00-\u9fff]{2,4}官"
    r"|首席科学家|总经理|副总经理|总监|研究员|科学家|工程师|负责人|合伙人|CEO|CTO|COO|高管)"
)
_SEAT: Final = re.compile(
    r"总部(?:位于|设在|设于|坐落于|在)(?P<place>(?:中国|美国|英国|德国|日本|法国|新加坡)?[\u4e00-\u9fff]{2,6}?)(?=的"
    r"|，|。|、|；|,|市?[，。]|$)"
)
_SERVES: Final = re.compile(
    r"(?:客户|合作伙伴|合作客户|服务客户|客户群体?)(?:已?(?:包括|涵盖|覆盖|有)"
    r"|包含)(?:了)?(?P<list>[^。；！？\n]{2,120}?)(?:等|。|；|$)|(?:服务于|已服务|服务了"
    r"|为)(?P<list2>[^。；！？，\n]{2,80}?)等(?:[^。，]{0,16})?(?:客户|企业|应用|产品|品牌|公司)(?:提供)?"
)
_PRODUCT: Final = re.compile(
    r"(?:推出了?|上线了?|旗下(?:产品|应用|App|APP|模型|平台)(?:包括"
    r"|有)?)[^，。；“”《》\n]{0,16}[“「](?P<product>[^”」》]{2,20})[”」》]"
)
_PARENT: Final = re.compile(
    r"(?:母公司|控股股东)(?:为|是)?(?P<parent>[\u4e00-\u9fffA-Za-z]{2,16}?)(?=[，。、；（(]|旗下|的)"
)
_CHILD: Final = re.compile(r"是(?P<parent>[\u4e00-\u9fffA-Za-z]{2,12}?)(?:的|旗下的?)(?:全资|控股)?(?:子公司|附属公司)")
_SPLIT: Final = re.compile(r"[、，,]|以及|和|及")
_SENTENCE: Final = re.compile(r"[^。！？!?\n]+")
_GOES_ON: Final = re.compile(r"\s*(?:成立|创立|创办|总部|客户|创始人|联合创始人|由)")
_QUOTED: Final = re.compile(r"[“「](?P<name>[^”」]{2,14})[”」]")
_NAMED_BEFORE: Final = re.compile(
    r"(?<!公司)(?<!其)(?<!位)(?<!和)(?<!及)(?<!为)(?<!是)(?<=[\u4e00-\u9fffA-Za-z0-9”])\Z"
)
_NOT_PEOPLE: Final = re.compile(
    r"公司|团队|多位|一批|来自|其中|科学|博士|教授|大学|集团|资本|政府|平台|企业|三位|两位|他们|我们|知名|前|原"
)
_MARKS: Final = (
    "成立",
    "创立",
    "创办",
    "创建",
    "创始人",
    "总部",
    "客户",
    "服务",
    "旗下",
    "推出",
    "发布",
    "上线",
    "母公司",
    "子公司",
    "诞生",
    "组建",
)


def find(content: str, published: date | None, names: Sequence[Told[str]]) -> Iterator[OrganisationFact]:
    """Yield the facts of a text, sentence by sentence."""
    if not any(mark in content for mark in _MARKS):
        return
    topic: Told[str] | None = None
    known = names or list(_quoted(content))  # without names, only what stands right beside a quoted one is told
    for sentence in _SENTENCE.finditer(content):
        here = [name for name in known if sentence.start() <= name.start < sentence.end()]
        first = here[0] if here and names else None
        anaphor = _ANAPHOR.search(content, *sentence.span())
        goes_on = _GOES_ON.match(content, *sentence.span()) or (
            anaphor and (not first or anaphor.start() < first.start)
        )
        subject = topic if topic and goes_on else first
        yield from _of_sentence(content, sentence.span(), published, here, subject)
        topic = subject or topic


def _quoted(content: str) -> Iterator[Told[str]]:
    for match in _QUOTED.finditer(content):
        yield Told(match["name"], match.start("name"), match.end("name"), match["name"], 0.5)


def _of_sentence(
    content: str,
    span: tuple[int, int],
    published: date | None,
    names: Sequence[Told[str]],
    subject: Told[str] | None,
) -> Iterator[OrganisationFact]:
    for field, pattern in _FIELDS:
        for match in pattern.finditer(content, *span):
            organisation = _nearest(names, match.start(), subject)
            if organisation is None:
                continue
            group = str(match.lastgroup)
            if field == "founder":
                yield from _people(content, match, organisation, span)
            elif field == "serves":
                yield from _customers(content, match, organisation)
            elif field == "founded_on":
                for told in find_dates(match[group], published)[:1]:
                    value = Told(iso(told.value), *match.span(group), match[group], 0.9)
                    yield OrganisationFact(organisation, field, value)
            elif match[group] != organisation.value:
                yield OrganisationFact(organisation, field, Told(match[group], *match.span(group), match[group], 0.7))


_FIELDS: Final = (
    ("founded_on", _FOUNDED_ON),
    ("founder", _FOUNDED_BY),
    ("headquarters", _SEAT),
    ("product", _PRODUCT),
    ("parent", _PARENT),
    ("parent", _CHILD),
    ("serves", _SERVES),
)


def _nearest(names: Sequence[Told[str]], at: int, subject: Told[str] | None) -> Told[str] | None:
    """Return the name that words at an offset follow directly, else the subject of the sentence."""
    return next((name for name in reversed(names) if name.end <= at <= name.end + 2), subject)


def _people(
    content: str, match: re.Match[str], organisation: Told[str], span: tuple[int, int]
) -> Iterator[OrganisationFact]:
    group = str(match.lastgroup)
    if group == "people2" and organisation.end + 2 < match.start() and _NAMED_BEFORE.search(content, 0, match.start()):
        return  # another organisation's founder
    for person in re.finditer(r"[^、和与及]+", match[group]):
        if _NOT_PEOPLE.search(person[0]) or len(person[0]) < 2:
            continue
        start = match.start(group) + person.start()
        yield OrganisationFact(organisation, "founder", Told(person[0], start, start + len(person[0]), person[0], 0.8))
        for former in _FORMER.finditer(content, *span):
            if former["person"].endswith(person[0]):
                value = f"{former['post']}, {former['employer']}"
                yield OrganisationFact(
                    organisation,
                    "founder_former_post",
                    Told(
                        value,
                        former.start("employer"),
                        former.end("post"),
                        content[former.start("employer") : former.end("post")],
                        0.8,
                    ),
                )


def _customers(content: str, match: re.Match[str], organisation: Told[str]) -> Iterator[OrganisationFact]:
    group = str(match.lastgroup)
    position = match.start(group)
    for part in (*_SPLIT.finditer(content, *match.span(group)), None):
        end = part.start() if part else match.end(group)
        name = content[position:end].strip(" “”「」")
        if 2 <= len(name) <= 12 and not re.search(r"客户|企业|的|个|家|多|提供|服务", name):
            start = content.index(name, position)
            yield OrganisationFact(organisation, "serves", Told(name, start, start + len(name), name, 0.7))
        position = part.end() if part else end
