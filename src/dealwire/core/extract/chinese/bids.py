"""Purchases told as offers: made, got, refused, put out together, or called private plans that fall through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dealwire.core.extract.chinese import bought, purchase, roles, terms
from dealwire.core.extract.chinese.parties import announcer, own_subject, subject, verb_or_end
from dealwire.core.extract.chinese.purchase import Found
from dealwire.core.extract.chinese.scene import Scene
from dealwire.model import Role, Status

_OFFER = re.compile(
    r"[向对](?P<object>[^，。；向对]{2,24}?)(?:股东|董事会)?(?:提出|发起|递交|提交|发出)(?:了)?[^，。；]{0,12}?(?:收购"
    r"|要约|并购)|(?:提出|发起|递交|提交)(?:了)?(?:收购|并购)(?P<object2>[^，。；]{2,20}?)(?:的)?(?:提案|要约|邀约"
    r"|报价|申请)|(?:拒绝|否决|回绝|接受|考虑|收到|接获|同意)(?:了)?(?P<bidder>[^，。；]{2,16}?)(?:对)?(?:收购|并购)(?P<object3>[^，。；]{2,20}?)的?(?:收购)?(?:要约|邀约|提议|报价|请求|提案)|(?:同意(?=接受))?(?:拒绝|否决|回绝|接受|考虑|收到|接获|同意|批准)(?:了)?(?P<buyer>(?![对向])[^，。；]{2,16}?)(?:此前|早前|先前)?(?:提出|发出)?(?:的)?(?:\ue000+的?)?(?:收购|要约|私有化)(?:邀约|要约"
    r"|提案|提议|报价|交易|方案|案(?!例))"
)


def made(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the offer that somebody makes, or that its target turns down or accepts."""
    for m in _OFFER.finditer(scene.text.coded, first, last):
        if m["buyer"]:
            buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
            company = subject(scene, start, first, verb_or_end(scene.text.coded, first, m.start()))
        else:
            group = next(g for g in ("object", "object2", "object3") if m[g])
            span = bought.firm(scene, *m.span(group))
            company = scene.names.told(span) if span else None
            buyers = (
                roles.listed(scene.names, *m.span("bidder"), Role.ACQUIRER)
                if m["bidder"]
                else purchase.who_buys(scene, start, first, m.start())
            )
        if company and buyers:
            agreed = m[0].startswith("同意接受")
            off = terms.is_off(scene.text.plain[start:end])
            status = Status.ABANDONED if off else Status.ANNOUNCED if agreed else Status.IN_TALKS
            yield purchase.draft(scene, company, buyers, m.span(), (start, end), status), m.span()


def got(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the offer that a clause says its target has got."""
    for m in _OFFERED_TO.finditer(scene.text.coded, first, end):
        if m.start() >= last:
            return
        named = bought.firm(scene, *m.span("object")) if len(m["object"]) > 1 else None
        company = (
            scene.names.told(named)
            if named
            else subject(scene, start, first, m.start())
            or own_subject(scene, first, verb_or_end(scene.text.coded, first, m.start()))
            or announcer(scene, start, m.start())
        )
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER) if m["buyer"] else ()
        if company and all(b.value.name != company.value for b in buyers):
            agreed = m[0].startswith("同意接受")
            off = terms.is_off(scene.text.plain[start:end])
            status = Status.ABANDONED if off else Status.ANNOUNCED if agreed else Status.IN_TALKS
            yield purchase.draft(scene, company, buyers, m.span(), (start, end), status), m.span()


_OFFERED_TO = re.compile(
    "(?:收到|接到|接获|收悉)了?(?:[^。；，]{0,16}?(?:来自|由)(?P<buyer>[^。；]{2,120}?)(?:等)?(?:方面|各方|人士)?(?:发出|提出)?的)?"
    "(?:针对|关于|有关|对|就)?(?P<object>[^。；，]{0,24}?)(?:的)?"
    "(?:非约束性?|无约束力|具约束力|初步|书面|一份|全面|现金|的)*(?:私有化|收购|并购)(?:要约|提议|建议书?|邀约|提案)"
)
"""An offer told by who gets it: "董事会收到来自甲、乙等的非约束性私有化要约"."""


def privatised(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the offer of which its target is the subject: "甲公司获大股东提出私有化"."""
    for m in _PRIVATISED.finditer(scene.text.coded, first, last):
        if company := own_subject(scene, first, m.start()):
            buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
            if _NOBODY_NAMED.search(m["buyer"]):
                buyers = ()
            yield purchase.draft(scene, company, buyers, m.span(), (start, end), Status.IN_TALKS), m.span()


def put_out(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the offer that its target and whoever makes it put out together."""
    coded = scene.text.coded
    for m in _JOINT.finditer(coded, first, last):
        if not _OFFERED.search(coded, start, min(len(coded), end + _SOON)):
            continue
        own = own_subject(scene, first, m.end("company"))
        company = own or announcer(scene, start, m.start())
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        if company and buyers:
            status = terms.status(scene.text.plain[m.end() : end], "", has_buyer=True)
            put_out = Status.ABANDONED if status is Status.ABANDONED else Status.ANNOUNCED
            yield purchase.draft(scene, company, buyers, m.span(), (start, end), put_out), m.span()


_JOINT = re.compile(
    "(?P<company>[^，。；]{2,24}?)(?:与|及|和|、|联合|联同)要约人(?P<buyer>[^，。；]{2,30}?)(?:联合|共同|今日|同日|已|于)*(?:宣布|公布|公告|发布|发出)"
)
"""A notice that the firm and whoever offers for it put out together: "甲集团及要约人乙有限公司联合公布"."""
_OFFERED = re.compile("私有化|要约|收购|计划股份|注销价")
_SOON = 120
"""Characters after such a notice within which it says what is offered."""


_PRIVATISED = re.compile(
    "获(?:得|接)?(?:要约人)?(?P<buyer>[^，。；获]{2,16}?)(?:提|建议|洽|拟|以|发)[^，。；]{0,16}(?:私有化|全面收购|要约收购|收购要约)"
)
"""An offer told from the side of who gets it: "甲公司获大股东提出私有化"."""
_NOBODY_NAMED = re.compile("^(?:大|主要|控股|第一大)?股东$")


def planned(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the firm of which a private plan fell through."""
    for m in _PRIVATE_PLAN.finditer(scene.text.coded, first, last):
        if company := own_subject(scene, first, m.start()):
            if _PER_SHARE.search(scene.text.coded, m.end(), end):
                company = replace(company, confidence=max(company.confidence, FIRMLY))
            status = Status.IN_TALKS if m[0].endswith("私有化") else None
            yield purchase.draft(scene, company, (), m.span(), (start, end), status), m.span()


def by_offeror(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield the firm whose notice tells who acts as the offeror: "甲公告，大股东乙作为要约人，…提出私有化"."""
    for m in _AS_OFFEROR.finditer(scene.text.coded, first, end):
        if m.start() >= last:
            return
        company = announcer(scene, start, m.start()) or subject(scene, start, first, first)
        buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
        if company and all(b.value.name != company.value for b in buyers):
            yield purchase.draft(scene, company, buyers, m.span(), (start, end), Status.IN_TALKS), m.span()


_AS_OFFEROR = re.compile(
    "(?:(?:大|主要|控股)股东)?(?:兼[^，。；]{0,8}?(?:主席|董事长|行政总裁))?(?P<buyer>[^，。；]{2,20}?)(?:持有的公司|旗下公司)?(?:作为|为|担任)要约人"
    "[^。；]{0,24}?(?:提出|建议)[^，。；]{0,8}私有化"
)


FIRMLY = 0.9
"""How sure the name is of a firm that is to go private at a price a share."""
_PER_SHARE = re.compile("每股|注销价|要约价")
_PRIVATE_PLAN = re.compile(
    "的?私有化(?:方案|计划|建议|提案|要约)(?=遭|被|失效|告|未获|未能)|(?<=[拟欲])(?:进行)?私有化(?=$|[，。；])"
)
