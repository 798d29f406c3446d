"""The words that English deal news is made of.

Verbs by what they do to a deal, and the nouns that stand before names.
"""

from __future__ import annotations

import re
from typing import Final


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


def verbs(regular: str, irregular: str = "") -> frozenset[str]:
    """Return the forms of regular verbs, given by their stems, and those of irregular ones as they are written out."""
    return frozenset(form for stem in regular.split() for form in _forms(stem)) | words(irregular)


def _forms(stem: str) -> tuple[str, ...]:
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return stem, stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing"
    base = stem.removesuffix("e")
    plural = stem + ("es" if stem.endswith(("s", "x", "z", "ch", "sh")) else "s")
    forms = (stem, plural, base + "ed", base + "ing")
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", stem):
        return *forms, stem + stem[-1] + "ed", stem + stem[-1] + "ing"
    return forms


# --- verbs ----------------------------------------------------------------------------------------

RAISE: Final = verbs(
    "raise secure close land nab bag snag grab score net collect receive attract obtain complete announce "
    "ink pocket garner amass gather fetch procure gain capture seal finalize finalise clinch add claim "
    "lure snare corral swallow clear reveal confirm disclose report pull haul rake scoop pick snap lock "
    "reel rack wrap ring round welcome conclude command log record accept extend expand top unveil hit "
    "tap sign bank accrue achieve nail reach assemble consummate syndicate fundraise crowdfund borrow "
    "issue detail enjoy hail scores snatch unload eye target need want execute enter plan mull consider "
    "explore pursue chase near use weigh lead aim discuss negotiate contemplate float prepare notch chalk mobilize "
    "mobilise drum celebrate agree",
    "corralled win wins won winning get gets got gotten getting draw draws drew drawn drawing bring brings brought "
    "bringing take takes took taken taking see sees saw seen seeing find finds found finding has have had "
    "having seek seeks sought seeking hold holds held holding",
)
"""Verbs whose subject is the company and whose object is its money or its round."""

RAISE_PLAIN: Final = verbs(
    "raise secure land nab bag snag grab score net attract pocket garner amass snare close receive rake "
    "haul scoop ink obtain pick pull collect gather clinch lock reel rack swallow procure fetch snap "
    "snatch fundraise corral capture seal wrap ring gain bank nail borrow",
    "seek seeks sought seeking get gets got getting bring brings brought bringing win wins won winning draw draws drew "
    "drawing",
)
"""Those of `RAISE` that need no more than a sum after them."""

LEAD: Final = verbs(
    "anchor spearhead head",
    "lead leads led leading co-lead co-leads co-led co-leading",
) | {
    "coled",
    "co-led",
    "colead",
}
JOIN: Final = verbs(
    "join participate support contribute enter commit",
    "come comes came coming committed committing",
) | {
    "re-invested",
    "reinvested",
}
INVEST: Final = verbs(
    "invest inject pour pump plough plow plunk commit pledge funnel reinvest drop spend bet wager "
    "contribute infuse pony channel",
    "sink sinks sank sunk put puts putting committed committing",
) | {"betting", "bets", "ponied"}
BACK: Final = verbs(
    "back fund finance bankroll",
) | {"backs", "backed"}
GIVE: Final = verbs(
    "hand grant award provide loan extend offer",
    "give gives gave giving given lend lends lent lending write writes wrote",
)
ACQUIRE: Final = verbs(
    "acquire purchase acqui-hire acquihire gobble absorb takeover",
    "buy buys bought buying",
) | {"re-acquire"}
SELL: Final = verbs(
    "divest offload",
    "sell sells sold selling",
)
MERGE: Final = verbs(
    "merge combine",
)

AUXILIARY: Final = words(
    "has have had is are was were be been being will would could may might should can must do does did having "
    "'s to not n't ' it’s"
)
ADVERB: Final = words(
    "also just recently today now already previously first again since reportedly finally quietly "
    "successfully officially earlier still then formally initially soon newly both each all ever once "
    "originally later yesterday immediately currently actively allegedly potentially subsequently together "
    "jointly separately only even thus far here apparently yet quickly silently tentatively probably "
    "definitively thereby itself themselves"
)
CATENATIVE: Final = words(
    "plans plan planning planned seeks seek seeking sought aims aim aiming aimed hopes hope hoping hoped "
    "wants want wanted expects expect expected looks look looking set poised ready about tries trying tried "
    "prepares preparing intends intend intending intended agrees agree agreed considers considering "
    "considered discusses discussing weighs weighing weighed mulls mulling mulled explores exploring "
    "explored eyes eyeing eyed "
    "likely due close closer near nears nearing manages managed helps helped help need needs needed moves "
    "move moving moved bids bid bidding vows vowed pledged offers offered scheduled decided decides continues "
    "continue continued starts started starting begins began begun says said saying announces announced "
    "announcing confirms confirmed confirm claims claimed revealed reveals disclosed reported rumored "
    "rumoured believed understood proposed proposes attempts attempting attempted failed fails opts opted "
    "excited thrilled pleased proud delighted happy glad honored honoured able eager keen slated on track "
    "standby approved approves approve cleared in talks vying vies competing racing jostling "
    "discussions negotiations advanced early late-stage final active "
    "exclusive preliminary process the of"
)
TALKS: Final = words("talks discussions negotiations conversations")
TO_NOUN: Final = words(
    "frontrunner front-runner favourite favorite agreement deal bid offer plan plans proposal proposals intent "
    "intention intentions agreements letter talks "
    "discussions negotiations"
)
PRONOUN: Final = words(
    "it they he she we i who which that its their we're we’re we've we’ve we'll we’ll they're they’re they've they’ve "
    "it'll it’ll i'm i’m i've i’ve"
)
SAY: Final = words(
    "said says say announced announces announce confirmed confirms told reported revealed disclosed claims "
    "claimed stated adds added"
)

OTHER_VERB: Final = verbs(
    "launch debut emerge exit start unveil introduce value double triple quadruple expand build help "
    "power boost fuel scale accelerate develop bolster drive jump soar surge drop climb mark push call "
    "name hire appoint promote partner team sue slam face open plot ready prepare file price list warn "
    "ask urge mint create form reject deny scrap abandon cancel end delay pull walk exceed top surpass "
    "approach establish ramp rebrand roll ship move turn look try work show serve target tackle revamp "
    "speed disrupt transform automate simplify celebrate enter continue return beat crack cut agree "
    "approve evaluate propose follow offer bid split streamline strengthen upsize upsizes increase lower trim "
    "slash chill terminate authorize authorise",
    "grow grows grew grown growing make makes made making go goes went going rise rises rose rising fall "
    "falls fell falling become becomes became becoming say says said tell tells told think thinks thought "
    "left leaves keep keeps kept shine shines shone begin begins began set sets pay pays paid spin spins spun",
) | words(
    "amid signals nears eyes weighs mulls plans seeks aims wants to hopes considers reportedly denies "
    "confirms targets funds deal"
)
"""Verbs of headlines, by which a capitalised word is known to be no part of a name."""

VERB: Final = (RAISE | LEAD | JOIN | INVEST | BACK | GIVE | ACQUIRE | SELL | MERGE | OTHER_VERB) - words(
    "bank net round ring top find tap head needs want target lock chase near log record command anchor grant "
    "follow close bet score plan move rise start form list power ready scale open go drive work build grow "
    "accelerate mark turn shine spark launch exit set cut beat push value help grab gather back fund finance "
    "join hand support offer commit lead use see get take win bag pick snap extend land capital ink has "
    "report enter serve fuel boost climb jump soar surge mint create drop sink loan award combine merge show "
    "face price file page look name call make team partner hire end pull walk approach ramp ship speed spin "
    "split crack trim slash chill return begin continue rolling rising building making finding winning "
    "growing powering landing banking clearing lending sales partners funds names supports grants projects "
    "builds makes models tops turns helps returns shines sparks waves grabs drives reports records points "
    "calls pushes works files deals plans"
)

# --- words that are no part of a name -------------------------------------------------------------

PREPOSITION: Final = words(
    "in on at for from by with to of into as after amid over under via through between among during since "
    "until against about without within toward towards despite before following including across alongside "
    "ahead per than behind beyond upon near around like onto plus vs versus out off up down"
)
FUNCTION: Final = PREPOSITION | words(
    "a an the and or but nor so yet its it their his her our my your this that these those which who whom "
    "whose what when where while why how if because is are was were be been being has have had will would "
    "could may might should can must do does did not no more most less some any all both each other another "
    "than then there here just also now still even only new latest first second third fresh said says he she "
    "they we i you us them him me here's it's that's what's who's every many several few such same very too "
    "much here’s it’s that’s what’s let's almost nearly roughly independently formerly originally besides "
    "subsequently additionally currently eventually finally initially separately similarly previously "
    "recently later earlier soon together approximately up-to according meanwhile however today yesterday "
    "tomorrow once again ever per meet announcing introducing we're we’re we've we’ve we'll we’ll they're they’re "
    "they've they’ve it'll it’ll i'm i’m i've i’ve our inside exclusive breaking report updated watch one two "
    "three four five six seven eight nine ten additional undisclosed reportedly oversubscribed "
    "whether unless though although whereas whenever wherever therefore thus hence furthermore moreover nonetheless "
    "nevertheless instead indeed perhaps maybe overall ultimately likewise notably importantly interestingly "
    "unfortunately fortunately clearly certainly specifically generally typically usually often sometimes always given "
    "assuming considering regarding thanks amongst alongside rather"
)
"""Small words: no name begins or ends with them, except "The" before a capital."""

INTRO: Final = PREPOSITION | words(
    "when while once if because although though since founded based headquartered backed led today yesterday "
    "last earlier later meanwhile however separately also additionally according finally previously recently "
    "now then this next currently co-founded started established launched formerly known originally early "
    "late just only two three four five six seven months weeks days years exclusive breaking report update "
    "instead indeed thus hence overall perhaps rather therefore ultimately nonetheless nevertheless likewise "
    "back here having building moreover furthermore similarly still elsewhere and but initially eventually shortly "
    "subsequently afterwards afterward overnight consequently accordingly notably importantly interestingly "
    "simultaneously concurrently reportedly apparently officially fortunately unfortunately surprisingly "
    "historically typically specifically increasingly clearly naturally altogether besides soon tonight tomorrow "
    "prior ironically coincidentally alternatively conversely globally locally nowadays combined"
)
"""Words that begin a phrase before the subject: "On Tuesday, …", "Founded in 2019, …"."""

WEEKDAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")
MONTHS: Final = words(
    "january february march april may june july august september october november december jan. feb. mar. "
    "apr. jun. jul. aug. sept. sep. oct. nov. dec."
)

NATIONALITY: Final = words(
    "american u.s u.s. us uk u.k. british english scottish welsh irish french german italian spanish "
    "portuguese dutch belgian swiss austrian swedish norwegian danish finnish icelandic estonian latvian "
    "lithuanian polish czech slovak hungarian romanian bulgarian greek turkish ukrainian russian israeli "
    "hk egyptian nigerian kenyan ghanaian african ethiopian moroccan tunisian emirati saudi qatari kuwaiti "
    "jordanian lebanese iranian iraqi pakistani indian bangladeshi nepali sri-lankan chinese taiwanese "
    "japanese korean vietnamese thai malaysian singaporean indonesian filipino philippine australian zealand "
    "kiwi canadian mexican brazilian argentine argentinian chilean colombian peruvian european asian latin "
    "nordic scandinavian baltic mena mideast gulf eu global international national californian texan dubai "
    "singapore london berlin paris tokyo beijing shanghai shenzhen hangzhou bengaluru bangalore mumbai delhi "
    "boston austin seattle chicago toronto vancouver montreal sydney melbourne dublin stockholm helsinki "
    "amsterdam munich lagos nairobi nyc sf hong-kong mainland domestic local overseas foreign"
)

STRONG_DESCRIPTOR: Final = words(
    "insurer lender retailer airline grocer conglomerate wholesaler billionaire manufacturer supplier distributor "
    "startup start-up startups start-ups scaleup scale-up unicorn decacorn fintech insurtech edtech proptech "
    "healthtech medtech agritech agtech biotech legaltech hrtech regtech cleantech foodtech femtech adtech "
    "martech neobank chipmaker carmaker automaker drugmaker neocloud notetaker rival competitor challenger upstart "
    "newcomer deeptech spacetech govtech traveltech wealthtech paytech autotech climatetech e-tailer spinout "
    "spin-off spinoff spin-out subsidiary superapp steelmaker housebuilder homebuilder toymaker watchmaker winemaker "
    "shipbuilder papermaker jeweller reinsurer bookmaker"
)
WEAK_DESCRIPTOR: Final = words(
    "vc firm company maker platform portal giant giants developer provider app marketplace operator retailer "
    "specialist "
    "manufacturer supplier business brand bank lender insurer broker exchange publisher studio network "
    "service services group agency consultancy leader pioneer player builder designer producer vendor owner "
    "distributor team tool tools website site software tech technology technologies robotics chatbot model "
    "lab labs protocol airline carrier telco restaurant chain hospital clinic school university brewery "
    "utility contractor wholesaler grocer conglomerate heavyweight behemoth titan powerhouse major juggernaut "
    "innovator assistant hyperscaler incubator accelerator investor investors fund backer house arm unit "
    "consortium syndicate "
    "parent venture project solution solutions system creator founder entrepreneur co-founder cofounder ceo "
    "billionaire tycoon mogul executive veteran star actor singer rapper athlete companies firms wallet "
    "newsletter bookshop bookstore supermarket distillery winery bakery pharmacy newspaper magazine broadcaster "
    "hotelier competitor foundry shipyard dealership dealer cooperative co-operative brokerage housebuilder "
    "homebuilder laboratory winemaker brewer distiller steelmaker toymaker watchmaker jeweller jeweler shipbuilder "
    "shipper haulier railway driller explorer miner smelter refiner processor packager bottler printer recruiter "
    "caterer bookmaker clearinghouse reinsurer underwriter lessor landlord grower fishery sawmill papermaker "
    "reseller integrator auctioneer"
)
SUFFIX_DESCRIPTOR: Final = re.compile(
    r"(?:once|fast|then|non|ex)[-‑].+|.+[-‑](?:based|backed|owned|founded|focused|led|powered|maker|owner|"
    r"parent|making|born|listed|headquartered|"
    r"funded|controlled|supported|run|native|"
    r"driven|first|enabled|stage|friendly|tech|style|grade|generating|sized|facing|as-a-service|to-be|"
    r"related|old|headquartered|rival|valued|"
    r"killer|challenger|competitor|incumbent|turned|detecting|driving|building|free|anchored|incubated|"
    r"affiliated|like|sponsored|oriented|linked|trained|size|only|year-old)\Z",
    re.IGNORECASE,
)
DESCRIPTOR: Final = STRONG_DESCRIPTOR | WEAK_DESCRIPTOR

TYCOON: Final = words("billionaire tycoon mogul entrepreneur businessman businesswoman magnate financier")
"""What a sentence may call a person before the name."""

PLACE: Final = words(
    "europe asia africa america americas india china japan korea taiwan singapore indonesia vietnam thailand "
    "malaysia philippines australia canada mexico brazil argentina chile colombia peru germany france italy "
    "spain portugal netherlands belgium switzerland austria sweden norway denmark finland iceland estonia "
    "latvia lithuania poland ukraine russia israel turkey egypt nigeria kenya ghana ethiopia morocco uae "
    "dubai qatar saudi arabia pakistan bangladesh nepal britain england scotland wales ireland greece hungary "
    "romania bulgaria czechia u.k. u.s. us uk usa eu mena latam apac california texas florida massachusetts "
    "ohio michigan virginia colorado arizona oregon indiana illinois wisconsin minnesota georgia tennessee "
    "utah nevada maryland pennsylvania connecticut missouri kansas iowa nebraska oklahoma louisiana alabama "
    "kentucky washington york london paris berlin munich tokyo seoul beijing shanghai shenzhen bengaluru "
    "bangalore mumbai delhi sydney melbourne toronto boston seattle chicago austin atlanta denver miami "
    "hong taipei zurich frankfurt madrid milan rome vienna silicon valley bay area southeast asia-pacific "
    "middle east west north south latin"
)
CITY: Final = words(
    "manchester birmingham leeds glasgow edinburgh liverpool sheffield cardiff belfast nottingham leicester bradford "
    "houston dallas philadelphia detroit minneapolis pittsburgh cincinnati milwaukee baltimore nashville tulsa "
    "sacramento memphis dayton omaha hamburg cologne dusseldorf stuttgart lyon marseille rotterdam antwerp geneva "
    "basel oslo bergen gothenburg copenhagen warsaw prague budapest bucharest lisbon porto barcelona valencia turin "
    "athens istanbul cairo casablanca accra johannesburg nairobi chennai hyderabad pune kolkata jakarta manila "
    "bangkok hanoi osaka nagoya busan calgary ottawa vancouver montreal brisbane perth adelaide auckland "
)
"""Cities by which a firm is placed; they are parts of names too: "|Leeds| firm buys", but "Leeds United"."""

GENERIC: Final = (
    DESCRIPTOR
    | PLACE - words("valley bay area east west north south middle silicon washington york")
    | NATIONALITY
    | WEEKDAYS
    | MONTHS
    | words(
        "investors investor founders founder ceo cfo coo cto chief president chairman round rounds funding deal "
        "deals series seed capital equity venture vc vcs ventures funds shareholders sources source people person "
        "others team employees users customers market markets industry sector ai saas crypto blockchain web3 tech "
        "it q1 q2 q3 q4 h1 h2 fy ipo ipos spac m&a acquisition acquisitions merger valuation stake stakes shares "
        "share stock stocks bitcoin million billion news press release week month year today business wire "
        "newswire globenewswire prnewswire reuters bloomberg techcrunch terms entrepreneurs alumni alum "
        "executives teen buyer buyers seller bidder acquirer board management government state city ev evs api "
        "apis vr ar xr llm llms b2b nft nfts gpu gpus ebitda nasdaq nyse ether dow gold oil congress senate "
        "growth angel angels partner partners partnership institutional strategic private public debt loan grant "
        "usd eur gbp chf inr jpy cny rmb sgd aud cad nok sek dkk "
        "cash money investment investments financing total report reports exclusive proceeds transaction parties "
        "part portfolio family office firm firms company's startup's details rest majority minority assets "
        "pursuant s-1 f-1 further talks discussions negotiations conversations everything something nothing anyone "
        "everyone nobody "
        "more less ecosystem landscape united states kingdom emirates soe pv hvac oem smes dollars lp lps "
        "congratulations lessons thoughts observations reflections tips advice mistakes learnings insights secrets "
        "regulators lawmakers underwriters analysts welcome "
        "congrats mw gw kw mwh gwh arranger arrangers bookrunner bookrunners joint coordinating mandated lead "
        "administrative agent commission parliament"
    )
)
"""Words that alone, or one after the other, name nobody."""

LEGAL: Final = words(
    "inc inc. ltd ltd. llc llc. plc corp corp. co co. limited gmbh sa s.a s.a. ag bv b.v. n.v. nv oy ab as "
    "a/s aps srl sas corporation incorporated lp l.p. l.p llp pte pty pvt private kk k.k. s.p.a. s.p.a spa se "
    "sl holdings holding group pbc company jsc pjsc bhd sdn l.l.c. kgaa"
)

NAME_LINK: Final = words("& + of for de du la le van von der den del di and the")
"""Small words that may stand inside a name, between two capitals."""

OF_HEAD: Final = words(
    "exchange institutes institutions bank university board fund ministry government state kingdom republic institute "
    "college house department council city school church bureau province office commonwealth federation "
    "association society centre center art world authority sons corporation"
)
"""What may stand before "of" in a name: "Bank of …"; elsewhere "X of Y" is X and its place."""

# --- money and rounds -----------------------------------------------------------------------------

FUNDING_NOUN: Final = words(
    "funding fundings financing financings round rounds investment investments raise capital fundraise "
    "fundraising fund-raise tranche injection infusion backing commitments cash loan revolver loans "
    "facility debt debenture "
    "bonds notes grant fund funds vehicle equity bet note check cheque extension warchest bridge money lifeline"
)
FIRM_NOUN: Final = words("funding financing round investment raise fundraise fundraising tranche extension")
DEBT_NOUN: Final = words("revolver loan loans facility debt debenture bonds bond notes credit refinancing mortgage")
FUND_NOUN: Final = words("fund funds vehicle")
FILLER: Final = words(
    "a an the in of worth new fresh its their equity venture vc growth capital strategic initial additional "
    "first second third fourth fifth final oversubscribed extended extension undisclosed amount sum combined "
    "total private pre-ipo minority majority convertible & and primary secondary follow-on expansion stage "
    "late-stage early-stage early late mezzanine senior secured term credit line preferred stock debt "
    "non-dilutive bridge mega large big huge massive small sizeable sizable significant major inaugural debut "
    "maiden flagship latest opportunity opportunities institutional outside external funding financing "
    "investment round seed-stage series crowdfunding loan upsized over-subscribed close closing tranche "
    "commitments commitment buyout innovation climate impact continuation special purpose fund-of-funds "
    "multi-million-dollar dedicated co-investment second-close share sale working project structured "
    "asset-backed untied soft concessional syndicated revolving unsecured subordinated multi-year long-term "
    "short-term medium-term green sustainability-linked asset-based delayed-draw standby corporate insider internal "
    "current ongoing overall common seed angel federal government state "
    "research phase sbir more another further extra plus committed aggregate gross cumulative"
)
