"""The words of topics: a row for each of `core.score.topic_words`."""

from __future__ import annotations

from collections.abc import Mapping

TOPIC_WORDS: Mapping[str, tuple[str, str]] = {
    "facet.topic": ("Topic", "话题"),
    "topics.articles": ("Topics, with how many articles are about each", "话题及相关文章数"),
    "topics.found": ("Topics of the articles found, with how many are about each", "所找到文章的话题及篇数"),
    "topics.none": ("Nothing about this topic.", "没有这一话题的内容。"),
    "topic.funding": ("Funding", "融资"),
    "topic.acquisition": ("Acquisitions", "并购"),
    "topic.ipo": ("IPOs", "上市"),
    "topic.earnings": ("Earnings", "财报"),
    "topic.product": ("Products", "产品"),
    "topic.research": ("Research", "研究"),
    "topic.policy": ("Policy", "政策"),
    "topic.legal": ("Legal", "法律"),
    "topic.people": ("People", "人事"),
    "topic.partnership": ("Partnerships", "合作"),
    "topic.layoffs": ("Layoffs", "裁员"),
    "topic.ai": ("AI", "人工智能"),
    "topic.chips": ("Chips", "芯片"),
    "topic.robotics": ("Robotics", "机器人"),
    "topic.biotech": ("Biotech and health", "生物医药"),
    "topic.fintech": ("Fintech", "金融科技"),
    "topic.energy": ("Energy", "能源"),
    "topic.mobility": ("Mobility", "出行"),
    "topic.space": ("Space", "航天"),
    "topic.security": ("Security", "网络安全"),
    "topic.software": ("Software", "软件"),
    "topic.consumer": ("Consumer", "消费"),
    "topic.media": ("Media", "传媒"),
}
"""Message → its text in each language, as in `dealwire.web.messages`."""
