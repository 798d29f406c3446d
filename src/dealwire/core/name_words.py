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
sciences: science; services: service; industries: industry; intl int'l: international;
organisation org: organization; organisations: organizations; labour: labor; centre: center; centres: centers;
defence: defense; associates: associate; advisors advisers advisor: adviser; mgmt: management; 1st: first;
2nd: second; 3rd: third; us usa: united states; uk: united kingdom; uae: emirates; therapeutic: therapeutics;
foods: food; chemicals: chemical; platforms: platform; motor: motors; batteries: battery; materials: material
""")
"""One spelling for the common words that writers vary."""

DESCRIPTIVE = _words("""
ai ml vr ar technology lab com io app hq net software robotics therapeutics bio bioscience biosciences biotech
biotherapeutics biologics pharma health healthcare genomics diagnostics medical network security semiconductor
semiconductors motors automotive auto aerospace intelligence partner games gaming studio studios platform online web
quantum photonics inc energy power battery fusion space mobility food analytics system solution industry
manufacturing beauty coffee brewing cosmetics hydration mining gold hydrogen science airlines airways chemical
resorts wireless computing companies enterprises
""")
"""Words that describe what an organisation does: writers add and drop them ("Acorn", "Acorn AI")."""

NEUTRAL = _words("ai technology com io app hq lab inc")
"""Descriptive words of any trade."""

SMALL = _words("of and the for de in on du la plus")
"""Words that say nothing."""

COMMON = (
    DESCRIPTIVE
    | SMALL
    | _words("""
capital venture vc fund investment management asset equity growth holding bank banking trust insurance securities
financial finance cloud group global international national general first united states kingdom american european
asian pacific atlantic world new great north south east west central data digital pay payments foods media music
sports entertainment service systems resources sciences wealth real estate properties development foundation
institute university college school ministry government department state city corporation organization association
council center business enterprise consulting communications telecom mobile internet electric electronics oil gas
petroleum steel engineering construction railway aviation logistics retail brands products vision innovation
innovations opportunity opportunities accelerator angels seed early series strategic research design creative
education learning china chinese chile india japan korea germany france britain england london berlin paris spain
italy europe asia africa america americas us usa uk canada australia singapore taiwan hong kong israel sweden
denmark norway finland netherlands nederland norge ireland mexico brazil estonia ethiopia armenia argentina austria
switzerland schweiz beijing shanghai shenzhen hangzhou guangzhou emirates dubai saudi arabia arabian russia turkey
poland iran iraq chad york san francisco tokyo
""")
)
"""Words that many names share; those that don't describe tell apart: an arm from its parent, a fund from its house."""

GLUED = _spellings("""
科技 技术 科学技术: technology; 智能 人工智能 智能科技: intelligence; 网络 网络科技 互联网: network;
信息 信息技术 信息科技: information; 软件: software; 机器人: robotics; 生物 生物科技 生物技术: biotech;
医药 制药: pharma; 医疗 医疗科技 医学: medical; 汽车: motors; 半导体: semiconductor;
微电子 电子 电子科技: electronics; 光电 光电子: photonics; 能源 新能源: energy; 材料 新材料: materials;
航天 航空航天: aerospace; 文化 文化传媒 文化传播 传媒 传播: media; 教育 教育科技: education; 电子商务 电商: commerce;
数据 大数据: data; 数字: digital; 平台: platform; 互动 互娱 娱乐: entertainment; 游戏: games; 商贸 贸易: trading;
供应链 供应链管理: supply; 物流: logistics; 健康 健康科技: health; 实业 工业: industry; 股份: shares;
网 在线: online; 资讯 咨询 信息咨询 企业管理咨询: consulting; 服务: service; 装饰 装饰工程: decoration;
工程: engineering; 发展: development; 体育: sports; 食品: foods; 餐饮 餐饮管理: catering; 旅游 旅行: travel;
广告: advertising; 影视 影业: film; 计算机: computing; 系统: system; 资本 资本管理: capital;
创投 创业投资 风投 风险投资 创业投资管理: venture; 基金 基金管理 投资基金: fund;
股权投资 股权投资基金 股权投资管理: equity; 投资 投资管理 投资咨询: investment; 资产 资产管理: asset;
产投 产业投资 产业基金: industrial fund; 证券: securities; 银行: bank; 保险: insurance; 金融 金服: financial;
控股: holding; 云 云计算: cloud; 中国: china; 国际: international; 管理 企业管理: management; 信托: trust;
孵化器: incubator; 音乐: music; 研究院: institute; 实验室: lab; 大学: university; 支付: pay; 美元: dollar;
人民币: yuan; 合伙人: partner; 成长: growth; 种子: seed; 战投: strategic
""")
"""Words glued to the end of Chinese names, and the English word that does the same duty."""

REGISTERED = _words("""
technology information network software intelligence shares online platform consulting development commerce media
service management
""")
"""What companies are registered as whatever they do: as the end of a Chinese name these words say nothing."""

GLUED_DESCRIPTIVE = REGISTERED | _words("""
electronics energy materials material data digital trading supply decoration engineering sports food foods catering
travel advertising film computing system medical health education logistics entertainment
""")
"""English words that, as the end of a Chinese name, merely describe."""

PLACES = _words("""
北京 上海 天津 重庆 广东 江苏 浙江 山东 河南 四川 湖北 湖南 福建 安徽 河北 陕西 辽宁 江西 云南 广西 山西 贵州 吉林
黑龙江 内蒙古 新疆 甘肃 海南 宁夏 青海 西藏 深圳 广州 杭州 南京 苏州 成都 武汉 西安 长沙 厦门 青岛 宁波 无锡 合肥
郑州 济南 福州 东莞 佛山 大连 沈阳 昆明 南昌 珠海 常州 嘉兴 温州 绍兴 南通 泉州 烟台 石家庄 哈尔滨 长春 太原 贵阳
南宁 海口 兰州 乌鲁木齐 呼和浩特 银川 西宁 拉萨 徐州 扬州 镇江 台州 金华 湖州 芜湖 中山 惠州 潍坊 威海 洛阳 绵阳
桂林 香港 澳门 台湾
""")
"""Provinces and cities that Chinese companies are registered in."""
