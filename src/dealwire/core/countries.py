"""Countries (ISO 3166-1): their codes, their names in English and Chinese, the words by which texts call them.

Names are those of the Unicode CLDR (Unicode licence), shortened where the news is shorter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dealwire.errors import UsageError

TABLE: Final = """\
AD|Andorra|安道尔
AE|United Arab Emirates|阿联酋|Emirati,UAE,U.A.E.|阿拉伯联合酋长国
AF|Afghanistan|阿富汗|Afghan
AG|Antigua and Barbuda|安提瓜和巴布达
AI|Anguilla|安圭拉
AL|Albania|阿尔巴尼亚|Albanian
AM|Armenia|亚美尼亚|Armenian
AO|Angola|安哥拉|Angolan
AQ|Antarctica|南极洲
AR|Argentina|阿根廷|Argentinian,Argentine
AS|American Samoa|美属萨摩亚
AT|Austria|奥地利|Austrian
AU|Australia|澳大利亚|Australian
AW|Aruba|阿鲁巴
AX|Åland Islands|奥兰群岛
AZ|Azerbaijan|阿塞拜疆|Azerbaijani
BA|Bosnia and Herzegovina|波黑|Bosnian,Bosnia
BB|Barbados|巴巴多斯
BD|Bangladesh|孟加拉国|Bangladeshi
BE|Belgium|比利时|Belgian
BF|Burkina Faso|布基纳法索
BG|Bulgaria|保加利亚|Bulgarian
BH|Bahrain|巴林|Bahraini
BI|Burundi|布隆迪
BJ|Benin|贝宁|Beninese
BL|St. Barthélemy|圣巴泰勒米
BM|Bermuda|百慕大
BN|Brunei|文莱
BO|Bolivia|玻利维亚|Bolivian
BQ|Caribbean Netherlands|荷属加勒比区
BR|Brazil|巴西|Brazilian
BS|Bahamas|巴哈马
BT|Bhutan|不丹
BV|Bouvet Island|布韦岛
BW|Botswana|博茨瓦纳|Botswanan
BY|Belarus|白俄罗斯|Belarusian
BZ|Belize|伯利兹
CA|Canada|加拿大|Canadian
CC|Cocos (Keeling) Islands|科科斯（基林）群岛
CD|DR Congo|刚果（金）
CF|Central African Republic|中非共和国
CG|Congo|刚果（布）
CH|Switzerland|瑞士|Swiss
CI|Ivory Coast|科特迪瓦|Ivorian
CK|Cook Islands|库克群岛
CL|Chile|智利|Chilean
CM|Cameroon|喀麦隆|Cameroonian
CN|China|中国|Chinese,Mainland China,PRC|中国大陆
CO|Colombia|哥伦比亚|Colombian
CR|Costa Rica|哥斯达黎加|Costa Rican
CU|Cuba|古巴|Cuban
CV|Cape Verde|佛得角
CW|Curaçao|库拉索
CX|Christmas Island|圣诞岛
CY|Cyprus|塞浦路斯|Cypriot
CZ|Czechia|捷克|Czech,Czech Republic
DE|Germany|德国|German
DJ|Djibouti|吉布提
DK|Denmark|丹麦|Danish
DM|Dominica|多米尼克
DO|Dominican Republic|多米尼加
DZ|Algeria|阿尔及利亚|Algerian
EC|Ecuador|厄瓜多尔|Ecuadorian
EE|Estonia|爱沙尼亚|Estonian
EG|Egypt|埃及|Egyptian
EH|Western Sahara|西撒哈拉
ER|Eritrea|厄立特里亚
ES|Spain|西班牙|Spanish
ET|Ethiopia|埃塞俄比亚|Ethiopian
FI|Finland|芬兰|Finnish
FJ|Fiji|斐济
FK|Falkland Islands|福克兰群岛
FM|Micronesia|密克罗尼西亚
FO|Faroe Islands|法罗群岛
FR|France|法国|French
GA|Gabon|加蓬
GB|United Kingdom|英国|British,UK,U.K.,Britain,Great Britain,England,Scotland,Scottish,Wales,Welsh,Northern Ireland
GD|Grenada|格林纳达
GE|Georgia|格鲁吉亚
GF|French Guiana|法属圭亚那
GG|Guernsey|根西岛
GH|Ghana|加纳|Ghanaian
GI|Gibraltar|直布罗陀
GL|Greenland|格陵兰
GM|Gambia|冈比亚
GN|Guinea|几内亚
GP|Guadeloupe|瓜德罗普
GQ|Equatorial Guinea|赤道几内亚
GR|Greece|希腊|Greek
GS|South Georgia and South Sandwich Islands|南乔治亚和南桑威奇群岛
GT|Guatemala|危地马拉|Guatemalan
GU|Guam|关岛
GW|Guinea-Bissau|几内亚比绍
GY|Guyana|圭亚那
HK|Hong Kong|香港||中国香港
HM|Heard Island and McDonald Islands|赫德岛和麦克唐纳群岛
HN|Honduras|洪都拉斯
HR|Croatia|克罗地亚|Croatian
HT|Haiti|海地
HU|Hungary|匈牙利|Hungarian
ID|Indonesia|印度尼西亚|Indonesian
IE|Ireland|爱尔兰|Irish
IL|Israel|以色列|Israeli
IM|Isle of Man|马恩岛
IN|India|印度|Indian
IO|British Indian Ocean Territory|英属印度洋领地
IQ|Iraq|伊拉克|Iraqi
IR|Iran|伊朗|Iranian
IS|Iceland|冰岛|Icelandic
IT|Italy|意大利|Italian
JE|Jersey|泽西岛
JM|Jamaica|牙买加|Jamaican
JO|Jordan|约旦|Jordanian
JP|Japan|日本|Japanese
KE|Kenya|肯尼亚|Kenyan
KG|Kyrgyzstan|吉尔吉斯斯坦
KH|Cambodia|柬埔寨|Cambodian
KI|Kiribati|基里巴斯
KM|Comoros|科摩罗
KN|St. Kitts and Nevis|圣基茨和尼维斯
KP|North Korea|朝鲜
KR|South Korea|韩国|South Korean|南韩
KW|Kuwait|科威特|Kuwaiti
KY|Cayman Islands|开曼群岛
KZ|Kazakhstan|哈萨克斯坦|Kazakh,Kazakhstani
LA|Laos|老挝
LB|Lebanon|黎巴嫩|Lebanese
LC|St. Lucia|圣卢西亚
LI|Liechtenstein|列支敦士登
LK|Sri Lanka|斯里兰卡|Sri Lankan
LR|Liberia|利比里亚
LS|Lesotho|莱索托
LT|Lithuania|立陶宛|Lithuanian
LU|Luxembourg|卢森堡|Luxembourgish
LV|Latvia|拉脱维亚|Latvian
LY|Libya|利比亚|Libyan
MA|Morocco|摩洛哥|Moroccan
MC|Monaco|摩纳哥
MD|Moldova|摩尔多瓦|Moldovan
ME|Montenegro|黑山|Montenegrin
MF|St. Martin|法属圣马丁
MG|Madagascar|马达加斯加
MH|Marshall Islands|马绍尔群岛
MK|North Macedonia|北马其顿|Macedonian
ML|Mali|马里
MM|Myanmar|缅甸|Burmese
MN|Mongolia|蒙古|Mongolian
MO|Macao|澳门||中国澳门
MP|Northern Mariana Islands|北马里亚纳群岛
MQ|Martinique|马提尼克
MR|Mauritania|毛里塔尼亚
MS|Montserrat|蒙特塞拉特
MT|Malta|马耳他|Maltese
MU|Mauritius|毛里求斯|Mauritian
MV|Maldives|马尔代夫
MW|Malawi|马拉维
MX|Mexico|墨西哥|Mexican
MY|Malaysia|马来西亚|Malaysian
MZ|Mozambique|莫桑比克|Mozambican
NA|Namibia|纳米比亚|Namibian
NC|New Caledonia|新喀里多尼亚
NE|Niger|尼日尔
NF|Norfolk Island|诺福克岛
NG|Nigeria|尼日利亚|Nigerian
NI|Nicaragua|尼加拉瓜
NL|Netherlands|荷兰|Dutch,the Netherlands,Holland
NO|Norway|挪威|Norwegian
NP|Nepal|尼泊尔|Nepali,Nepalese
NR|Nauru|瑙鲁
NU|Niue|纽埃
NZ|New Zealand|新西兰||纽西兰
OM|Oman|阿曼|Omani
PA|Panama|巴拿马|Panamanian
PE|Peru|秘鲁|Peruvian
PF|French Polynesia|法属波利尼西亚
PG|Papua New Guinea|巴布亚新几内亚
PH|Philippines|菲律宾|Filipino,Philippine,the Philippines
PK|Pakistan|巴基斯坦|Pakistani
PL|Poland|波兰|Polish
PM|St. Pierre and Miquelon|圣皮埃尔和密克隆群岛
PN|Pitcairn Islands|皮特凯恩群岛
PR|Puerto Rico|波多黎各
PS|Palestine|巴勒斯坦
PT|Portugal|葡萄牙|Portuguese
PW|Palau|帕劳
PY|Paraguay|巴拉圭|Paraguayan
QA|Qatar|卡塔尔|Qatari
RE|Réunion|留尼汪
RO|Romania|罗马尼亚|Romanian
RS|Serbia|塞尔维亚|Serbian
RU|Russia|俄罗斯|Russian
RW|Rwanda|卢旺达|Rwandan
SA|Saudi Arabia|沙特|Saudi,Saudi Arabian|沙特阿拉伯
SB|Solomon Islands|所罗门群岛
SC|Seychelles|塞舌尔
SD|Sudan|苏丹
SE|Sweden|瑞典|Swedish
SG|Singapore|新加坡|Singaporean
SH|St. Helena|圣赫勒拿
SI|Slovenia|斯洛文尼亚|Slovenian
SJ|Svalbard and Jan Mayen|斯瓦尔巴和扬马延
SK|Slovakia|斯洛伐克|Slovak
SL|Sierra Leone|塞拉利昂
SM|San Marino|圣马力诺
SN|Senegal|塞内加尔|Senegalese
SO|Somalia|索马里
SR|Suriname|苏里南
SS|South Sudan|南苏丹
ST|São Tomé and Príncipe|圣多美和普林西比
SV|El Salvador|萨尔瓦多|Salvadoran
SX|Sint Maarten|荷属圣马丁
SY|Syria|叙利亚
SZ|Eswatini|斯威士兰
TC|Turks and Caicos Islands|特克斯和凯科斯群岛
TD|Chad|乍得
TF|French Southern and Antarctic Lands|法属南部领地
TG|Togo|多哥
TH|Thailand|泰国|Thai
TJ|Tajikistan|塔吉克斯坦
TK|Tokelau|托克劳
TL|Timor-Leste|东帝汶
TM|Turkmenistan|土库曼斯坦
TN|Tunisia|突尼斯|Tunisian
TO|Tonga|汤加
TR|Turkey|土耳其|Turkish,Türkiye
TT|Trinidad and Tobago|特立尼达和多巴哥
TV|Tuvalu|图瓦卢
TW|Taiwan|台湾|Taiwanese|中国台湾
TZ|Tanzania|坦桑尼亚|Tanzanian
UA|Ukraine|乌克兰|Ukrainian
UG|Uganda|乌干达|Ugandan
UM|U.S. Outlying Islands|美国本土外小岛屿
US|United States|美国|American,US,U.S.,USA,U.S.A.,United States of America
UY|Uruguay|乌拉圭|Uruguayan
UZ|Uzbekistan|乌兹别克斯坦|Uzbek,Uzbekistani
VA|Vatican City|梵蒂冈
VC|St. Vincent and Grenadines|圣文森特和格林纳丁斯
VE|Venezuela|委内瑞拉|Venezuelan
VG|British Virgin Islands|英属维尔京群岛
VI|U.S. Virgin Islands|美属维尔京群岛
VN|Vietnam|越南|Vietnamese,Viet Nam
VU|Vanuatu|瓦努阿图
WF|Wallis and Futuna|瓦利斯和富图纳
WS|Samoa|萨摩亚
YE|Yemen|也门|Yemeni
YT|Mayotte|马约特
ZA|South Africa|南非|South African
ZM|Zambia|赞比亚|Zambian
ZW|Zimbabwe|津巴布韦|Zimbabwean
"""
"""Code|name|name in Chinese|further words, as those for what is of the country|further words in Chinese."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country; `words` are all by which texts call it or what is of it, its names first."""

    code: str
    english: str
    chinese: str
    words: tuple[str, ...]


def _read(row: str) -> Country:
    code, english, chinese, words, more = (*row.split("|"), "", "")[:5]
    told = (english, chinese, *filter(None, words.split(",")), *filter(None, more.split(",")))
    return Country(code, english, chinese, told)


COUNTRIES: Final[Mapping[str, Country]] = {row[:2]: _read(row) for row in TABLE.splitlines()}
"""Code → country."""

UNCLEAR: Final = frozenset({"Georgia"})
"""Names that are as often another place's: the state's."""

CODES: Final[Mapping[str, str]] = {
    word: one.code for one in COUNTRIES.values() for word in one.words if word not in UNCLEAR
}
"""Word → the code of the country that it tells."""


def code_of(words: str) -> str:
    """Return a code as it is written, of a code in any case.

    Raises:
        UsageError: no country has it.
    """
    code = words.strip().upper()
    if code not in COUNTRIES:
        raise UsageError(f"{words[:20]!r} is no country: give a code of ISO 3166-1, as US, CN, DE")
    return code
