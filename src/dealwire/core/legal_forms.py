"""Legal forms of companies in some thirty jurisdictions, folded: what a name loses before it is compared.

Libraries with such tables were weighed: one brings ICU, the other lacks Chinese, Japanese and Korean and lists
everyday words ("private", "et", "da") as forms. Each form here is written as `names.plain` leaves it: lower case, no
punctuation, initials joined.
"""

from __future__ import annotations


def _forms(table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(form.split()) for form in table.replace("\n", "|").split("|") if form.strip())


def _glued(table: str) -> tuple[str, ...]:
    return tuple(table.split())


_CYRILLIC = """
ооо | оао | зао | пао | ао | тов | ат | пат | еоод | оод | ад | общество с ограниченной ответственностью |
акционерное общество | публичное акционерное общество | открытое акционерное общество |
закрытое акционерное общество
"""

SUFFIXES = _forms(
    _CYRILLIC
    + """
company | and company | co | and co | corporation | corp | incorporated | inc | limited | ltd | co ltd | group |
holding | holdings | plc | public limited company | llc | limited liability company | llp | lllp | lp |
limited partnership | limited liability partnership | pllc | na | pbc | public benefit corporation | gmbh | mbh |
ggmbh | gesellschaft mit beschrankter haftung | ag | aktiengesellschaft | kgaa | kg | ohg | gbr |
ug haftungsbeschrankt | gmbh and co kg | se | societas europaea | sa | s a | sas | sasu | sarl | s a r l | eurl |
sca | scs | snc | societe anonyme | societe par actions simplifiee | bv | nv | b v | n v | besloten vennootschap |
bvba | sprl | vof | spa | s p a | srl | s r l | societa per azioni | srls | sl | slu | sau | sociedad anonima |
sociedad limitada | sa de cv | s a de c v | s de rl de cv | sapi de cv | sab de cv | de cv | ltda | limitada | s a s |
eireli | lda | unipessoal lda | ab | aktiebolag | publ | ab publ | as | a s | asa | aps | anpartsselskab |
aktieselskab | oy | oyj | ab oy | osakeyhtio | hf | ehf | sp z oo | sp zoo | spolka z oo | spolka akcyjna | sp k |
spzoo | sro | spol s ro | akciova spolecnost | vos | kft | zrt | nyrt | doo | ead | ood | eood | d o o | ooo | oao |
zao | pao | ao | jsc | pjsc | ojsc | cjsc | joint stock company | open joint stock company |
public joint stock company | closed joint stock company | societatea cu raspundere limitata | as anonim sirketi |
anonim sirketi | limited sirketi | ltd sti | san ve tic as | pty | pty ltd | pty limited | proprietary limited | pte |
pte ltd | private limited | pvt ltd | pvt | private ltd | pte limited | sdn bhd | bhd | berhad | sendirian berhad |
tbk | persero | kk | gk | kabushiki kaisha | godo kaisha | gruppe | gruppen | grupo | groupe |
gruppo | sae | s a e | fzco | fze | fz llc | dmcc | wll | saog | saoc | qsc |
pjs
"""
)
"""Forms that end a name, as words."""

PREFIXES = _forms(
    _CYRILLIC
    + """
grupo | groupe | gruppo | compagnie de | compagnie | koninklijke |
pt | cv | ooo | oao | zao | pao | ao | ano | jsc | pjsc | ojsc | cjsc | srl | ab | firma | joint stock company |
open joint stock company | public joint stock company | closed joint stock company | limited liability company |
societatea cu raspundere limitata | kabushiki kaisha
"""
)
"""Forms that begin a name, as words."""

LONGEST = max(map(len, SUFFIXES | PREFIXES))
"""How many words the longest form has."""

GLUED_SUFFIXES = _glued("""
集团控股股份有限公司 集团控股有限公司 集团股份有限公司 集团有限责任公司 集团有限公司 集團控股有限公司
集團股份有限公司 集團有限公司 股份有限公司 有限责任公司 有限責任公司 有限公司 股份公司 有限合伙 普通合伙
特殊普通合伙 集团公司 集團公司 集团 集團 公司 株式会社 合同会社 有限会社 ホールディングス グループ 주식회사 유한회사
그룹
""")
"""Forms glued to a name in scripts without spaces, the longest first.

控股 (holding) goes only with a form after it: 联想控股 is not 联想集团.
"""

GLUED_PREFIXES = ("株式会社", "合同会社", "有限会社", "주식회사", "유한회사")
"""Forms glued to the beginning of a name."""
