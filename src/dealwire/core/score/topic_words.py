"""The topics that articles are sorted by, and the words that speak for each.

Two kinds of topics: what happens, and in which field. `TOPICS` is the whole taxonomy, documented in
docs/explanation/topics.md. A word is strong where it alone in a title says the topic, weak where it takes another.
English words count in every inflection.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its name, what it is about in a few words, and its words; phrases stand apart by a comma."""

    name: str
    about: str
    strong: str
    weak: str
    chinese_strong: str
    chinese_weak: str


HAPPENINGS = (
    Topic(
        "funding",
        "money for a company: rounds, debt, grants",
        "raises, raised, funding, series a, series b, series c, series d, series e, seed round, pre-seed, "
        "venture round, financing, backs, nabs, led the round, funding round, equity round, convertible note",
        "lands, secures, investment, investors, venture capital, valuation, million, round, seed, $",
        "融资 领投 跟投 种子轮 天使轮 Pre-A轮 A轮 B轮 C轮 D轮 战略投资 募资 定增 认购 入股 参股",
        "投资 估值 亿元 万元 出资 基金 股东",
    ),
    Topic(
        "acquisition",
        "one company buys or merges with another, or a part of it",
        "acquires, acquired, acquisition, merger, takeover, buyout, merges, to buy, buys, bought by",
        "sells, sold, deal, bid, stake, divests",
        "收购 并购 合并 要约 控股权 被收购 买下 收购案 重组",
        "出售 转让 股权 控股 交易",
    ),
    Topic(
        "ipo",
        "a company goes public or lists anew",
        "ipo, ipos, going public, public offering, files to go public, direct listing, spac, listing",
        "debut, nyse, nasdaq, shares, prospectus, public",
        "IPO 招股书 上市申请 递表 过会 聆讯 挂牌 港股上市 赴美上市 科创板 首发上市 赴港 上市辅导",
        "港交所 纳斯达克 发行 证监会 上交所 深交所",
    ),
    Topic(
        "earnings",
        "results of a period: revenue, profit, guidance",
        "earnings, quarterly results, net income, quarterly profit, revenue rises, profit falls, fiscal year, outlook",
        "revenue, profit, loss, quarter, quarterly, sales, results, guidance, annual",
        "净利润 财报 营收 归母 扣非 季度报告 一季报 半年报 年报 业绩预告 由盈转亏 盈利",
        "同比增长 同比下降 营业收入 季度 亏损 毛利率",
    ),
    Topic(
        "product",
        "something new to buy or use: launches, versions, prices",
        "launches, unveils, releases, introduces, rolls out, debuts, announces new, now available, prototype, "
        "new feature, hands-on, leaks",
        "updates, new, adds, feature, version, app, model, brings, shows off, device, tool, preview",
        "发布 推出 开售 首发 预售 亮相 上架 首销 官宣 曝光 新品 谍照 预告图 路测 上线 推送 正式版 新车 新款 新机 "
        "首款 开箱 众筹 定价",
        "全新 上市 新一代 版本 元起 售价 搭载 支持 配色 车型 参数 规格 升级 系列",
    ),
    Topic(
        "research",
        "findings, papers, benchmarks, science",
        "researchers, study finds, new study, paper, scientists, benchmark, peer-reviewed, clinical trial, "
        "breakthrough, discovery",
        "research, study, university, data, test, findings, institute, lab, experiment",
        "研究 研究人员 论文 科学家 科研 研究团队 临床试验 突破 实验室 自然科学",
        "大学 中科院 研究院 报告 首次 实验 测试 学者",
    ),
    Topic(
        "policy",
        "governments, laws in the making, regulators, trade",
        "senate, congress, lawmakers, regulators, regulator, legislation, bill, government, european commission, "
        "white house, ban, bans, tariffs, tariff, export controls, ftc, sec, fda, faa, antitrust, sanctions, "
        "ministry, policy, eu",
        "rules, law, trump, biden, federal, state, minister, election, green light, officials, approve",
        "监管 政策 法规 条例 新规 国务院 发改委 工信部 网信办 证监会 欧盟 反垄断 关税 出口管制 备案 约谈 禁令 禁止 "
        "政府 自律监管 国家标准 征求意见 交通运输部",
        "部门 通知 要求 合规 管理办法 白宫 特朗普 国会 监管措施 获批 整改 深交所 上交所 治理",
    ),
    Topic(
        "legal",
        "courts, suits, settlements, arrests",
        "lawsuit, sues, sued, court, judge, settlement, settles, copyright, arrests, arrested, fraud, indicted, "
        "trial, jury, class action, infringement, guilty, sentenced, patent suit, legal",
        "case, defense, claims, charges, complaint, alleged, police, emails, crime",
        "起诉 诉讼 法院 判决 判 侵权 败诉 胜诉 和解 逮捕 被捕 刑拘 立案 版权 索赔 仲裁 违法",
        "律师 案件 犯罪 警方 指控 涉嫌 法律",
    ),
    Topic(
        "people",
        "who comes and goes: appointments, departures, deaths",
        "appoints, steps down, step down, resigns, hires, new ceo, named ceo, as ceo, leaves, dies, departs, "
        "joins as, to lead, poaches, fired, successor, retires",
        "ceo, chief executive, executive, co-founder, head of, chairman, cto, cfo, alum",
        "任命 离职 辞职 卸任 接任 出任 加盟 离任 升任 去世 逝世 退休 跳槽 挖角 高管变动 换帅 首席执行官",
        "高管 董事长 总裁 创始人 人事 掌门人",
    ),
    Topic(
        "partnership",
        "companies work together",
        "partners with, partnership, teams up, collaborates, collaboration, joint venture, taps, "
        "strategic alliance, joins forces, supply agreement, memorandum",
        "partner, agreement, together, integrates, contract, alliance, join, joins",
        "合作 携手 联手 战略合作 合资 签约 达成合作 联合 签署 合作协议 伙伴关系",
        "协议 共同 打造 联盟 供应 接入",
    ),
    Topic(
        "layoffs",
        "staff cut, offices shut, companies that fail",
        "layoffs, lays off, laid off, cutting jobs, job cuts, shuts down, shutting down, bankruptcy, bankrupt, "
        "winds down, collapse",
        "cuts, staff, closing, workforce, jobs",
        "裁员 破产 倒闭 关停 停运 清算 解散 优化人员",
        "员工 关闭 停产 缩减",
    ),
)

FIELDS = (
    Topic(
        "ai",
        "artificial intelligence, models and what is built on them",
        "ai, artificial intelligence, openai, anthropic, llm, llms, language model, language models, chatgpt, gpt, "
        "gemini, claude, generative, deepseek, mistral, copilot, agi, deepmind, machine learning, chatbot, siri, "
        "xai, grok, agentic, hugging face",
        "agents, agent, model, models, assistant, inference, nvidia",
        "AI 人工智能 大模型 智能体 OpenAI ChatGPT DeepSeek Claude Anthropic 生成式 Qwen Gemini Agent AIGC 千问 "
        "豆包 智谱 Kimi Copilot MiniMax 机器学习 多模态",
        "模型 算法 智能 训练 推理 算力",
    ),
    Topic(
        "chips",
        "semiconductors and the machines that make them",
        "chip, chips, semiconductor, semiconductors, nvidia, tsmc, gpu, gpus, intel, amd, processor, fab, "
        "qualcomm, asml, arm",
        "memory, silicon, wafer, hardware",
        "芯片 半导体 英伟达 台积电 英特尔 GPU 显卡 晶圆 光刻 存储芯片 处理器 内存芯片 长鑫 华虹 中芯 摩尔线程 AMD "
        "光模块",
        "骁龙 天玑 麒麟 制程 封装 内存 代工 缓存",
    ),
    Topic(
        "robotics",
        "robots and drones",
        "robot, robots, robotics, humanoid, humanoids, drone, drones, embodied, exoskeleton",
        "automation, autonomous, warehouse",
        "机器人 人形机器人 具身智能 机械臂 无人机 宇树 智元 外骨骼 机器狗",
        "自动化 关节 灵巧手",
    ),
    Topic(
        "biotech",
        "drugs, devices, care, health",
        "biotech, therapeutics, drug, drugs, healthcare, health, medical, pharma, clinical, telehealth, vaccine, "
        "cancer, biosciences, biopharmaceutical, hospital, patients, gene, life sciences",
        "care, wellness, diagnostics, doctor",
        "医药 生物医药 新药 医疗 药物 疫苗 临床 基因 制药 医院 抗体 肿瘤 医疗器械 健康",
        "患者 治疗 医生 手术 诊断",
    ),
    Topic(
        "fintech",
        "payments, lending, banks, insurance, crypto",
        "fintech, payments, payment, bank, banking, crypto, bitcoin, blockchain, stablecoin, lending, loan, "
        "neobank, insurtech, debt, stripe, coinbase, robinhood, klarna, ethereum, web3",
        "financial, insurance, credit, wallet, finance",
        "金融科技 支付 银行 加密货币 比特币 区块链 稳定币 保险 贷款 数字人民币 信贷",
        "金融 理财 钱包 ETF",
    ),
    Topic(
        "energy",
        "power, batteries, climate",
        "energy, battery, batteries, solar, wind, nuclear, fusion, geothermal, climate, carbon, hydrogen, grid, "
        "power plant, cleantech, charging, oil, gas",
        "electric, renewable, emissions, power",
        "能源 储能 光伏 核电 风电 电池 氢能 碳中和 充电站 电网 宁德时代 碳排放 石油 天然气 固态电池 节能 煤炭",
        "锂 电力 充电 低碳 绿色",
    ),
    Topic(
        "mobility",
        "cars, transport, delivery, aviation",
        "ev, evs, electric vehicle, electric vehicles, tesla, rivian, waymo, robotaxi, uber, lyft, self-driving, "
        "autonomous vehicle, car, cars, airline, aviation, vans, trucks, scooter",
        "driver, vehicle, transport, delivery, ride, fleet, charging",
        "汽车 电动车 新能源汽车 智驾 自动驾驶 特斯拉 比亚迪 小鹏 蔚来 理想 SUV MPV 轿车 车型 高铁 铁路 航空 航班 "
        "网约车 单车 宝马 奔驰 法拉利 新车 鸿蒙智行 智界 问界 赛力斯 吉利 奇瑞 本田 丰田 大众 保时捷 尊界 乐道 "
        "纯电 燃油车 启境 激光雷达 FSD",
        "车 续航 出行 物流 试驾 整车 车主",
    ),
    Topic(
        "space",
        "rockets, satellites, space science",
        "space, spacex, satellite, satellites, rocket, rockets, starship, nasa, orbit, blue origin, lunar, moon, "
        "starlink, launch vehicle",
        "launch, mission, spacecraft",
        "航天 卫星 火箭 商业航天 SpaceX 星舰 载人航天 天舟 神舟 空间站 月球 探月 星链",
        "发射 轨道 飞船 太空",
    ),
    Topic(
        "security",
        "attacks on computers, and defence against them",
        "cybersecurity, hackers, hacker, hacked, breach, data breach, ransomware, malware, spyware, vulnerability, "
        "cyber, phishing, zero-day, encryption, ddos, stolen, surveillance",
        "security, privacy, attack, protect, protects, leak",
        "黑客 网络安全 漏洞 数据泄露 勒索软件 恶意软件 DDoS 钓鱼 信息泄露 信息安全 木马",
        "安全 攻击 隐私 泄露",
    ),
    Topic(
        "software",
        "programs for work: business, developers, cloud",
        "software, saas, developer, developers, enterprise software, cloud, open source, api, crm, productivity, "
        "workflow, payroll, windows, excel, devops, software-defined",
        "platform, tool, tools, business, data, startup",
        "软件 操作系统 开源 云计算 SaaS 开发者 IDE HarmonyOS Windows 鸿蒙 API CLI 数据库 办公 企业服务",
        "系统 平台 代码 程序 应用 正式版",
    ),
    Topic(
        "consumer",
        "phones, devices, appliances, shops",
        "iphone, smartphone, smartphones, headphones, wearable, wearables, e-commerce, retailer, grocery, "
        "app store, fitness tracker, controller, smart home, online retailer, apple watch, dating, pixel, airpods, "
        "shopping, beauty, fashion",
        "apple, device, devices, customers, phone, consumer, consumers, store, samsung, brand",
        "手机 平板 耳机 手环 手表 笔记本 路由器 充电器 音箱 相机 家电 显示器 iPhone 电商 固态硬盘 移动电源 眼镜 "
        "可穿戴 国补 空调 冰箱 电视 OPPO vivo 一加 荣耀 REDMI 小米",
        "苹果 三星 华为 京东 天猫 消费者 零售 销量 首发价 智能硬件 大疆",
    ),
    Topic(
        "media",
        "games, film, social networks, publishing",
        "video game, gaming, games, social network, tiktok, instagram, netflix, facebook, threads, mastodon, "
        "bluesky, creators, podcast, film, music, spotify, publisher, nintendo, playstation, xbox, twitter, "
        "reddit, media, misinformation, video service, television, snapchat",
        "video, content, users, social, viral, youtube, meta, streaming",
        "游戏 电影 票房 任天堂 Switch 抖音 快手 短视频 微信 影视 漫画 动漫 Epic Steam 索尼 PlayStation 文学",
        "玩家 微博 小红书 直播 内容 粉丝",
    ),
)

TOPICS = HAPPENINGS + FIELDS
