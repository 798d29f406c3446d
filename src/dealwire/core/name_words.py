"""What the words of a name are worth: those that merely describe an organisation, those that many names share."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _spellings(table: str) -> dict[str, str]:
    """Read entries "variant variant: word", separated by semicolons."""
    result = {}
    for entry in re.split(r"[;\n]+", table.strip()):
        variants, word = entry.split(":")
        result.update(dict.fromkeys(variants.split(), word.strip()))
    return result


CANONICAL = _spellings("""
technologies tech technology's: technology; labs laboratory laboratories: lab; ventures: venture; partners: partner;
funds: fund; systems: system; solutions: solution; networks: network; investments investors: investment;
robots robot: robotics; pharmaceuticals pharmaceutical: pharma; biotechnology biotechnologies: biotech;
sciences: science; services: service; industries: industry; intl int'l: international; organisation org: organization;
organisations: organizations; labour: labor; centre: center; centres: centers; defence: defense; associates: associate;
advisors advisers advisor: adviser; mgmt: management; 1st: first; 2nd: second; 3rd: third; us usa: united states;
uk: united kingdom; uae: emirates; therapeutic: therapeutics; foods: food; chemicals: chemical; platforms: platform;
motor: motors; batteries: battery; materials: material; sistemas systeme systemes: system;
servicos servicios dienste: service; solucoes soluciones losungen: solution;
tecnologia tecnologias technologie technologies technik: technology; alimentos alimentacion: food;
energia energie energies energi: energy; investimentos inversiones investissements investissement: investment;
participacoes participaciones participations beteiligungen: holding; gestao gestion: management;
quimica chimie chemie: chemical; farmaceutica farma: pharma; banco banque banca: bank;
biopharma biopharmaceuticals biopharmaceutical: biotherapeutics; semi: semiconductor;
ingenieria engenharia: engineering; laboratorios laboratoires: lab; bros: brothers; reinsurance rueck ruck: re;
telecommunications telekom telecoms: telecom; financials: financial; renewable: renewables;
industrial industrials: industry; animations: animation; chips: chip
""")
"""One spelling for the common words that writers vary."""

DESCRIPTIVE = _words("""
ai ml vr ar technology lab com io app hq net software robotics therapeutics bio bioscience biosciences biotech
biotherapeutics biologics pharma health healthcare genomics diagnostics medical network security semiconductor
semiconductors motors automotive auto aerospace intelligence partner games gaming studio studios platform online web
quantum photonics inc energy power battery fusion space mobility food analytics system solution industry manufacturing
beauty coffee brewing cosmetics hydration mining gold hydrogen science airlines airways chemical resorts wireless
computing companies enterprises biotherapeutics semiconductor financial logistics entertainment renewables
re media research dao protocol animation microphones waste telecom lng chemicals petroleum steel roasters education
electronics engineering construction railway chip
""")
"""Words that describe what an organisation does: writers add and drop them ("Acorn", "Acorn AI")."""

NEUTRAL = _words("ai technology com io app hq lab inc net xyz dev")
"""Descriptive words of any trade."""

SMALL = _words("of and the for de in on du la le les el al der die das plus by")
"""Words that say nothing."""

FIRM = _words("capital partner management adviser associate investment equity asset holding global international")
"""Words that an investor's or a holding's name ends with, and that writers leave out: "Accel", "Accel Partners".

Not among them are venture and fund: of the names of Crunchbase that end so, three to eight times as many stand beside
another company by the shorter name (an arm beside its parent) as of those that end with these.
"""

COUNTRIES = _words("""
china chinese chile india japan korea germany france britain england london berlin paris spain italy europe asia
africa america americas us usa uk united kingdom american european asian canada australia singapore taiwan hong kong
israel sweden denmark norway finland netherlands nederland norge ireland mexico brazil estonia ethiopia armenia
argentina austria switzerland schweiz beijing shanghai shenzhen hangzhou guangzhou emirates dubai saudi arabia arabian
russia turkey poland iran iraq
""")
"""Countries, regions and cities that branches are named after."""

ARMS = COUNTRIES | _words("""
venture vc fund vision growth seed early opportunity opportunities accelerator cloud foundation bank banking insurance
securities trust institute university college school academy ministry government department music pictures sports
racing news magazine hotel casino pay payments retail digital interactive hydrogen solar north south east west
national first new angels pacific atlantic
""")
"""Words that name a part of a house or a house of its own: what has one more of them is another organisation."""

COMMON = (
    DESCRIPTIVE
    | SMALL
    | _words("""
capital venture vc fund investment management asset equity growth holding bank banking trust insurance securities
financial finance cloud group global international national general first united states kingdom american european
asian pacific atlantic world new great north south east west central data digital pay payments foods media music
sports entertainment service systems resources sciences wealth real estate properties development foundation institute
university college school ministry government department state city corporation organization association council
center business enterprise consulting communications telecom mobile internet electric electronics oil gas petroleum
steel engineering construction railway aviation logistics retail brands products vision innovation innovations
opportunity opportunities accelerator angels seed early series strategic research design creative education learning
china chinese chile india japan korea germany france britain england london berlin paris spain italy europe asia
africa america americas us usa uk canada australia singapore taiwan hong kong israel sweden denmark norway finland
netherlands nederland norge ireland mexico brazil estonia ethiopia armenia argentina austria switzerland schweiz
beijing shanghai shenzhen hangzhou guangzhou emirates dubai saudi arabia arabian russia turkey poland iran iraq chad
york san francisco tokyo
""")
)
"""Words that many names share; those that don't describe tell apart: an arm from its parent, a fund from its house."""

GLUED = _spellings("""
科技 技术 科学技术: technology; 智能 人工智能: intelligence; 智能科技: intelligence technology; 网络 互联网: network;
网络科技 网络技术: network technology; 信息: information; 信息技术 信息科技: information technology; 软件: software;
机器人: robotics; 生物: biotech; 生物科技 生物技术: biotech technology; 医药 制药: pharma; 医疗 医学: medical;
医疗科技: medical technology; 汽车: motors; 半导体: semiconductor; 微电子 电子: electronics;
电子科技 电子技术: electronics technology; 光电 光电子: photonics; 能源 新能源: energy; 材料 新材料: materials;
航天 航空航天: aerospace; 文化 文化传媒 文化传播 传媒 传播: media; 教育: education; 教育科技: education technology;
电子商务 电商: commerce; 数据 大数据: data; 数字: digital; 平台: platform; 互动 互娱 娱乐: entertainment; 游戏: games;
商贸 贸易: trading; 供应链 供应链管理: supply; 物流: logistics; 健康: health; 健康科技: health technology;
实业 工业: industry; 股份: shares; 网 在线: online; 资讯 咨询 信息咨询 企业管理咨询: consulting; 服务: service;
装饰 装饰工程: decoration; 工程: engineering; 发展: development; 体育: sports; 食品: foods; 餐饮 餐饮管理: catering;
旅游 旅行: travel; 广告: advertising; 影视 影业: film; 计算机: computing; 系统: system; 资本 资本管理: capital;
创投 创业投资 风投 风险投资 创业投资管理: venture; 基金 基金管理 投资基金: fund;
股权投资 股权投资基金 股权投资管理: equity; 投资 投资管理 投资咨询: investment; 资产 资产管理: asset;
产投 产业投资 产业基金: industry fund; 证券: securities; 银行: bank; 保险: insurance; 金融 金服: financial;
控股: holding; 云 云计算: cloud; 中国: china; 国际: international; 管理 企业管理: management; 信托: trust;
孵化器: incubator; 音乐: music; 研究院: institute; 实验室: lab; 大学: university; 支付: pay; 美元: dollar;
人民币: yuan; 合伙人: partner; 成长: growth; 种子: seed; 战投: strategic; 资管 资产管理: asset;
高科 高科技 高新技术 高技术 新技术: technology; 新材 复合材料: materials; 环保 环境 节能环保 环保节能: environment;
环保科技 环境科技: environment technology; 装备 设备 机械 机械制造 制造 机床: machinery;
智能装备 智能设备: intelligence machinery; 电器 电气 电力: electric; 电池 蓄电池: battery; 光学: optics;
仪器 仪表 器械: instruments; 医疗器械: medical instruments; 化工 化学 精细化工: chemical; 农业 农牧: agriculture;
生态 园林: landscaping; 酒店 酒店管理: hotel; 医院 医院管理: hospital; 旅行社 国际旅行社 旅业: travel;
动漫 动画: animation; 珠宝 首饰: jewellery; 包装: packaging; 自动化: automation; 零部件 配件: parts;
汽车零部件: motors parts; 商业管理 商务 商务咨询 商业: business; 金融服务 金融信息服务: financial;
财富 财富管理: wealth; 开发 技术开发 科技开发 技术服务: development; 营销 营销策划 策划 创意: marketing;
文化创意: media marketing; 文化交流 文化艺术: media; 通信 通讯 通信技术 移动通信: telecom; 导航: navigation;
建材 玻璃 陶瓷 塑料 纸业 造纸: building; 家居 家具: furniture; 服装 服饰 纺织: clothing;
药业 生物医药 生物制药: pharma; 日用品 化妆品 用品: goods; 地产 房地产 置业 物业: property;
租赁 融资租赁 汽车租赁: leasing; 人才 人力资源: staffing; 肉类 乳业 饮品 饮料 酒业 茶业: foods;
冷链 冷链物流: logistics; 基金会: foundation; 日本: japan; 美国: america; 韩国: korea; 欧洲: europe; 印度: india;
新加坡: singapore; 英国: britain; 德国: germany; 法国: france; 亚洲 亚太: asia; 海外: international;
工艺品 工艺 礼品: crafts; 图像: imaging; 数控: machinery; 讯息: information; 电子元件: electronics; 数码: digital
""")
"""Words glued to the end of Chinese names, and the English word that does the same duty."""

REGISTERED = _words("""
technology information network software intelligence shares online platform consulting development commerce media
service management
""")
"""What companies are registered as whatever they do: as the end of a Chinese name these words say nothing."""

GLUED_DESCRIPTIVE = REGISTERED | _words("""
environment machinery electric battery optics instruments chemical agriculture landscaping hospital animation
jewellery packaging automation parts imaging business financial wealth marketing telecom navigation building furniture
clothing pharma goods property leasing staffing crafts electronics energy materials material data digital trading
supply decoration engineering sports food foods catering travel advertising film computing system medical health
education logistics entertainment
""")
"""English words that, as the end of a Chinese name, merely describe."""

PLACES = _words("""
北京 上海 天津 重庆 广东 江苏 浙江 山东 河南 四川 湖北 湖南 福建 安徽 河北 陕西 辽宁 江西 云南 广西 山西 贵州 吉林
黑龙江 内蒙古 新疆 甘肃 海南 宁夏 青海 西藏 深圳 广州 杭州 南京 苏州 成都 武汉 西安 长沙 厦门 青岛 宁波 无锡 合肥 郑州
济南 福州 东莞 佛山 大连 沈阳 昆明 南昌 珠海 常州 嘉兴 温州 绍兴 南通 泉州 烟台 石家庄 哈尔滨 长春 太原 贵阳 南宁 海口
兰州 乌鲁木齐 呼和浩特 银川 西宁 拉萨 徐州 扬州 镇江 台州 金华 湖州 芜湖 中山 惠州 潍坊 威海 洛阳 绵阳 桂林 香港 澳门
台湾 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 包头 乌海
赤峰 通辽 鄂尔多斯 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 四平 辽源 通化 白山 松原 白城 延边
齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 连云港 淮安 盐城 泰州 宿迁 昆山 江阴 张家港 常熟
宜兴 太仓 义乌 衢州 舟山 丽水 慈溪 余姚 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 莆田
三明 漳州 南平 龙岩 宁德 晋江 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 淄博 枣庄 东营 济宁 泰安 日照 临沂
德州 聊城 滨州 菏泽 开封 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 黄石 十堰 宜昌
襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 韶关 汕头
江门 湛江 茂名 肇庆 梅州 汕尾 河源 阳江 清远 潮州 揭阳 云浮 前海 柳州 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池
来宾 崇左 三亚 儋州 自贡 攀枝花 泸州 德阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 六盘水 遵义 安顺
毕节 铜仁 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 嘉峪关 金昌 白银 天水
武威 张掖 平凉 酒泉 庆阳 定西 陇南 石嘴山 吴忠 固原 中卫 克拉玛依 光谷 浦东 临港 中关村 雄安
""")
"""Provinces and cities that Chinese companies are registered in."""
