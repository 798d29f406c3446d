"""An event told in Chinese: a title and a text of some hundred characters."""

from __future__ import annotations

from random import Random

from benchmarks.scale import world
from benchmarks.scale.events import Event, Told
from benchmarks.scale.world import listed

YUAN = 7.1
"""Yuan for a dollar."""

WHAT = {
    "ai": ("保险智能助手", "工业大模型", "智能客服平台"), "robotics": ("仓储机器人", "厨房机械臂", "手术机器人"),
    "biotech": ("基因治疗药物", "罕见病新药", "肺癌抗体"), "health": ("门诊应用", "远程监护系统", "助听器"),
    "software": ("财务软件", "开发者工具", "造船软件", "施工计划工具"),
    "energy": ("储能电池", "热泵", "地热井", "光伏屋顶"),
    "security": ("云安全产品", "身份核验系统", "密码保险箱"), "fintech": ("小微支付服务", "薪资贷款", "自由职业者银行"),
    "food": ("植物奶酪", "半成品菜", "酵母蛋白"), "mobility": ("电动货车", "充电站", "自动驾驶卡车"),
    "space": ("小型火箭", "雷达卫星", "星间激光终端"), "chips": ("光学芯片", "相机芯片", "数据中心存储"),
    "games": ("手机游戏", "益智游戏"),
}  # fmt: skip
ROUND = {"seed": "种子轮", "series_a": "A轮", "series_b": "B轮", "series_c": "C轮", "series_d": "D轮"}

TITLES = {
    "rumour": ("消息称{c}正洽谈{m}融资", "{c}拟融资{m}，{i}或领投"),
    "news": (
        "{c}完成{m}{r}融资，{i}领投", "{w}厂商「{c}」获{m}{r}融资", "{i}领投，{c}完成{m}{r}融资",
        "{c}宣布完成{r}融资", "聚焦{w}，{c}获{i}{m}投资",
    ),
    "closed": ("{c}{r}融资正式交割", "{c}完成{r}融资交割，金额{m}"),
}  # fmt: skip
LEDES = {
    "rumour": (
        "据知情人士透露，{w}厂商{c}正在洽谈新一轮融资，金额约{m}，{i}或将领投。",
        "有消息称，{c}计划融资约{m}，投后估值约{v}。",
    ),
    "news": (
        "近日，{c}宣布完成{m}{r}融资，本轮融资由{i}领投{with_}。",
        "{w}厂商{c}日前完成{r}融资，金额{m}，投资方为{i}{with_}。",
        "记者获悉，{c}已完成{m}的{r}融资，由{i}领投{with_}。",
    ),
    "closed": ("{c}宣布，由{i}领投的{m}{r}融资已完成交割。",),
}
BOUGHT_TITLES = {
    "rumour": ("消息称{o}拟收购{c}",),
    "news": ("{o}以{m}收购{c}", "{o}宣布收购{w}厂商{c}", "{c}被{o}收购"),
    "closed": ("{o}完成对{c}的收购",),
}
BOUGHT_LEDES = {
    "rumour": ("据知情人士透露，{o}正在洽谈收购{c}，金额约{m}。",),
    "news": ("{o}宣布以{m}收购{city}{w}厂商{c}。", "{c}日前被{o}收购，交易金额为{m}。"),
    "closed": ("{o}宣布完成对{c}的收购，交易金额为{m}。",),
}
OTHER_TITLES = {
    "product": ("{c}发布{x}{thing}", "{c}推出{x}", "{x}上手：{c}更{adj}了", "{c}{x}登陆{city}"),
    "policy": ("{city}就{x}征求意见", "{city}加强{x}管理", "{x}新规"),
    "research": ("{city}学者发现{x}", "{x}与{topic}有关", "{x}有望改善{topic}"),
    "people": ("{c}任命{p}", "{p}离任{c}", "{c}：{p}负责{x}"),
    "earnings": ("{c}营收因{x}增长{n}%", "{c}{x}放缓", "{c}因{x}上调指引"),
    "partnership": ("{c}与{o}合作{x}", "{o}选择{c}供应{x}", "{c}携手{o}布局{x}"),
    "security": ("{c}{x}曝漏洞", "{c}{n}万账号因{x}泄露", "{city}{x}遭攻击"),
    "legal": ("{o}起诉{c}，涉及{x}", "{c}{x}案败诉", "{c}就{x}案与{o}和解"),
    "layoffs": ("{c}裁撤{x}", "{c}关闭{city}{x}办公室", "{c}{x}团队裁员{n}人"),
    "feature": ("{x}为何在{city}", "{x}为什么{adj}", "看懂{x}", "谁需要{x}的{thing}"),
}  # fmt: skip
_ADJECTIVES = listed(
    "安静 薄 长续航 成熟 粗糙 低调 低价 独特 高效 高端 厚重 缓慢 简洁 谨慎 精致 旧 开放 可靠 快速 宽大 廉价 灵活 "
    "耐用 平价 轻便 柔软 锐利 实用 稀缺 小巧 新颖 严格 硬核 优雅 直观 稳定 智能 紧凑 克制 复杂"
)
_THINGS = listed(
    "笔记本 变压器 冰箱 车载屏 充电器 传感器 打印机 灯具 电动车 电视 耳机 浮标 鼓风机 光模块 机床 键盘 空调 "
    "控制器 雷达 路由器 麦克风 门锁 摩托车 平板 汽车 热水器 扫描仪 手表 手机 水泵 投影仪 无人机 洗衣机 显示器 "
    "相机 眼镜 音箱 应用 游戏机 主板"
)
_TOPICS = listed(
    "出口管制 城市规划 储能安全 大模型备案 低空经济 电池回收 短视频 房租 非遗 感冒用药 港口物流 个人信息保护 "
    "公共采购 共享出行 海洋塑料 航班延误 换电 货运价格 机器翻译 基础研究 家政服务 降水预报 教育公平 居家养老 "
    "开源软件 快递包装 垃圾分类 量子计算 零工经济 农机补贴 气象卫星 汽车出海 人才引进 人脸识别 乳品标准 森林防火 "
    "商业航天 生成内容标识 水表改造 算力调度 碳核算 铁路货运 未成年人保护 文旅消费 稀土 心理健康 信用评分 "
    "医保目录 预制菜 粤剧 职业培训 智能网联 专利费"
)
_VERBS = listed(
    "避免 查看 重置 处理 登记 读取 分析 改善 规范 核对 减少 降低 控制 连接 量化 模拟 排查 升级 识别 试用 替代 "
    "推广 验证 优化 整理"
)
_WHO = listed(
    "车主 村民 店主 工程师 骑手 家长 教师 居民 老人 旅客 企业 球迷 商家 设计师 司机 学生 养殖户 医生 用户 玩家 志愿者"
)
_SENTENCES = (
    "{city}的{who}表示，这款{thing}{adj}，也足够{adj2}。",
    "新的{thing}可以{verb}{topic}，不必再用{adj}的{thing2}。",
    "{city}大学研究{topic}的{p}称，这一做法较为{adj}。",
    "也有人担心{topic}和{topic2}的影响。",
    "“我们希望{who}能{verb}{topic}，这并不{adj}。”{p}说。",
    "{topic}与{topic2}的关系，目前仍不明朗。",
    "在{city}，{who}每天{verb}{n}台{thing}。",
    "这款{thing}重{n}克，售价{n2}元。",
    "此前{verb}{topic}的尝试大多{adj}。",
    "{p}认为，{topic2}需要更{adj}的{thing}。",
    "{c}尚未就{topic}作出回应。",
    "公司成立于{year}年，现有员工{n2}人。",
    "数据显示，{n}%的{who}愿意{verb}{thing}。",
    "业内人士指出，{topic}正在{city}、{city2}等地推开。",
)
_DEAL_SENTENCES = (
    "本轮资金将用于{w}的研发和市场拓展。",
    "创始人{p}表示，公司将加快{w}在{city2}的落地。",
    "{c}成立于{year}年，总部位于{city}，现有员工{n}人。",
    "公司计划今年新增{n}名工程师。",
    "本轮融资后，公司投后估值约{v}。",
    "{i}合伙人{p}认为，{w}市场仍处早期。",
)


def tell(event: Event, told: Told) -> tuple[str, str]:
    """Return the title and the text of a report."""
    rng = Random(told.variant)
    words = _words(rng, event)
    if event.kind == "acquisition":
        titles, ledes = BOUGHT_TITLES[told.stage], BOUGHT_LEDES[told.stage]
    elif event.deal:
        titles, ledes = TITLES[told.stage], LEDES[told.stage]
    else:
        subject = _words(Random(event.number), event)
        lede = f"{rng.choice(_SAID)}，{rng.choice(OTHER_TITLES[event.kind]).format(**subject)}。"
        title = rng.choice(OTHER_TITLES[event.kind]).format(**subject)
        if event.number % 3:  # most headlines say more than their kind of news
            title += rng.choice(_TAILS).format(**subject)
        return title, "\n".join((lede, *_prose(rng, event, rng.randrange(4, 24))))
    own = [s.format(**words) for s in rng.sample(_DEAL_SENTENCES, rng.randrange(2, 5))]
    text = (rng.choice(ledes).format(**words), *own, *_prose(rng, event, rng.randrange(0, 12)))
    return rng.choice(titles).format(**words), "\n".join(text)


_TAILS = ("，{y}{verb}{topic2}", "，{p}称{y}{adj2}", "：{y}{thing2}引{who}热议", "，涉{y}{topic2}", "，{y}回应{topic2}")
_SAID = ("记者获悉", "近日", "据报道", "日前消息", "有媒体称")


def _prose(rng: Random, event: Event, count: int) -> list[str]:
    return [rng.choice(_SENTENCES).format(**_words(rng, event)) for _ in range(count)]


def _words(rng: Random, event: Event) -> dict[str, object]:
    pick = rng.choice
    backers = [chinese for _, chinese in event.backers]
    cities = ("北京", "上海", "深圳", "杭州", "苏州", "广州", "成都", "武汉", "南京", "西安", "合肥", "天津")
    return {
        "c": event.company.chinese,
        "o": event.other.chinese,
        "city": event.company.chinese_city if event.deal else pick(cities),
        "city2": pick(cities),
        "w": WHAT[event.company.sector][event.number % len(WHAT[event.company.sector])],
        "i": event.lead[1],
        "with_": f"，{'、'.join(backers)}跟投" if backers and rng.random() < 0.7 else "",
        "r": ROUND[event.round],
        "m": _money(event.millions * YUAN),
        "v": _money(event.valuation * YUAN),
        "x": world.chinese_word(event.subject),
        "y": world.chinese_word(world.invented(rng)),
        "p": world.chinese_person(rng),
        "year": rng.randrange(2012, 2025),
        "n": rng.randrange(3, 95),
        "n2": rng.randrange(100, 900),
        "adj": pick(_ADJECTIVES),
        "adj2": pick(_ADJECTIVES),
        "thing": pick(_THINGS),
        "thing2": pick(_THINGS),
        "topic": pick(_TOPICS),
        "topic2": pick(_TOPICS),
        "verb": pick(_VERBS),
        "who": pick(_WHO),
    }


def _money(millions: float) -> str:
    """Return millions of yuan as Chinese papers round them."""
    if millions >= 100:
        return f"{millions / 100:.1f}亿元".replace(".0亿", "亿")
    return f"{round(millions, -1) * 100:.0f}万元" if millions >= 10 else f"{millions * 100:.0f}万元"
