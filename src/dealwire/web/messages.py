"""Every word of the interface, in every language: one table."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "zh")

MESSAGES: Mapping[str, tuple[str, str]] = {
    "language": ("English", "中文"),
    "title": ("Deals from the news, each value with its sentence", "新闻里的交易，每个数字都有出处"),
    "skip": ("Skip to content", "跳到正文"),
    "nav.site": ("Site", "导航"),
    "nav.language": ("Language", "语言"),
    "nav.front": ("Front page", "首页"),
    "nav.deals": ("Deals", "交易"),
    "nav.search": ("Search", "搜索"),
    "about": (
        "Everything here was read in the articles named beside it. dealwire {version}.",
        "本站内容均读自所列文章。dealwire {version}。",
    ),
    "front.latest": ("Latest deals", "最新交易"),
    "deals.date": ("Date", "日期"),
    "deals.company": ("Company", "公司"),
    "deals.deal": ("Deal", "交易"),
    "deals.amount": ("Amount", "金额"),
    "deals.investors": ("Investors", "投资方"),
    "deals.status": ("Status", "状态"),
    "deals.none": (
        "No deals yet. Bring news in with: dealwire ingest PATH",
        "还没有交易。先读入新闻：dealwire ingest PATH",
    ),
    "error.404": ("There is no such page", "没有这个页面"),
    "error.404.help": (
        "Perhaps it was joined into another; search finds it by a name.",
        "也许已并入别处；可按名称搜索。",
    ),
    "error.call": ("This address can't be answered", "无法处理这个地址"),
    "error.away": ("The store is away", "数据库暂不可用"),
    "error.bug": ("Something broke on our side", "服务器出错"),
    "error.back": ("To the front page", "回到首页"),
    "kind.funding_round": ("funding round", "融资"),
    "kind.acquisition": ("acquisition", "收购"),
    "kind.fund_close": ("fund close", "基金募集"),
    "kind.ipo": ("IPO", "上市"),
    "round.pre_seed": ("pre-seed", "种子前轮"),
    "round.seed": ("seed", "种子轮"),
    "round.angel": ("angel", "天使轮"),
    **{f"round.series_{c}": (f"Series {c.upper()}", f"{c.upper()} 轮") for c in "abcdefghij"},
    "round.series_unknown": ("series unknown", "轮次不明"),
    "round.convertible_note": ("convertible note", "可转债"),
    "round.corporate_round": ("corporate round", "战略投资"),
    "round.debt_financing": ("debt financing", "债权融资"),
    "round.equity_crowdfunding": ("equity crowdfunding", "股权众筹"),
    "round.grant": ("grant", "资助"),
    "round.initial_coin_offering": ("initial coin offering", "代币发行"),
    "round.private_equity": ("private equity", "私募股权"),
    "round.secondary_market": ("secondary sale", "老股转让"),
    "round.post_ipo_equity": ("post-IPO equity", "上市后增发"),
    "round.post_ipo_debt": ("post-IPO debt", "上市后债权"),
    "round.undisclosed": ("undisclosed", "未披露"),
    "status.rumoured": ("rumoured", "传闻"),
    "status.in_talks": ("in talks", "洽谈中"),
    "status.announced": ("announced", "已宣布"),
    "status.closed": ("closed", "已完成"),
    "status.abandoned": ("abandoned", "已终止"),
    "role.lead": ("lead", "领投"),
    "role.participant": ("participant", "跟投"),
    "role.existing": ("existing investor", "老股东"),
    "role.adviser": ("adviser", "顾问"),
    "role.acquirer": ("acquirer", "收购方"),
}
"""Message → its text in each of `LANGUAGES`, in that order."""
