"""How common English words are in headlines, written by `python -m benchmarks.train story-weights`."""

from __future__ import annotations

UNKNOWN = 10.5
"""The weight of one that is not in the table."""

_TABLE = """
0.5 seri
1.5 ai fund rais round
2.0 secur startup
2.5 1 1996 2 2025 announc clos disrupt financ seed techcrunch
3.0 0 08 3 4 5 6 app found googl grab ink invest land openai receiv tech
3.5 10m 12 15m 2024 20m 30m 5m 7 appl back build ceo compani complet data day elect first govern help launch mak model
3.5 nab now parti power pull scor snar stag stat therapeutic valu want year
4.0 10 12m 15 22 25m 2m 3m 40m 4m 50m 6m 7m 8 8m 9 acquir against agent also beat bill bring capit chatgpt co cod com
4.0 custom elon form fridai gam gener get group growth health includ india ipo last lead list market match meta mill
4.0 musk nation next offici open other percent plai plan platform polic president report reportedli result sav scoop
4.0 second socc tak technologi tesla thre thursdai tim tool unit user ventur work world
4.5 1.5m 100m 11 11m 13 14 16 16m 1m 2.5m 20 21 23 24 25 26 27 28 29 30 31 35m 60m 9m addition amazon american anthropic
4.5 australia bag bank battlefield bet between big blueski busi buy call centr chang citi comprehensiv creat cup deal
4.5 democratic develop divis driv dur earli employe end england ev event expand expect featur feder find fintech fiv
4.5 follow forc four franc futur generat germani hack hir hit hom internation kill lab layoff leagu left let lik london
4.5 look mad medic meet memb microsoft minist minut mondai month nvidia offer onli own partn pay peopl point politic
4.5 pric product releas research right robot run sal saturdai scal securiti sell servic sess shar show sinc six softwar
4.5 sourc south spac stand such support system talk team test third ticket tiktok told top trad trump tuesdai union use
4.5 using vc vcs video war wednesdai week win won york
5.0 06 13m 14m 17 17m 18 18m 1b 200 21m 22m 23m 3.5m 4.5m 45m 5.5m 6.5m 7.5m 70 75m a16z access ad add agenda aim altman
5.0 anoth appli area associ attack august australian automat ban bas becaus becom being biggest bioscienc bond boost
5.0 both brand britain british built campaign canada canadian candidat car cash cent challeng champ championship chatbot
5.0 chicago china chip claim clinton cloud coalit combinat competit comput conferenc connect conservativ cost countri
5.0 cut debt deepseek defens deliveri design digit dog electric energi engin enterpris equiti europ european everyth
5.0 exec exhibit explain fac fast fight fil final firm focus foreign fre french gen german goal grow half head held high
5.0 him host hous human imag in indian industri instagram ios iphon israel issu itali japan job john join juli jun know
5.0 latest lawsuit learn leav led less liber local long los lost major manage mani mark men metr miss monei nam need net
5.0 network new newsroom north northern nt numb offic old onlin order pakistan parlia part pass payment peac perplexiti
5.0 person pharmaceutic phon plac presidenti prim public rat re real rebel region republican return reut reve revenu
5.0 review rival rivian robotaxi robotic rul russia russian sam san search season seat see self septemb set seven sever
5.0 shut sid sign silicon singl smart soci spacex spain spokesman spotifi st start state still stock stor strategic
5.0 strik sundai term them think through took track train truck turn uber unicorn unveil updat used vallei victori visit
5.0 voic vot watch way web well west whil women wordpress xai yc youtub
5.5 1.1m 1.2m 100 12.5m 150m 19 1992 1994 1995 1997 2.3m 200m 24m 26m 27m 28m 32 32m 33m 40 50 55m 60 65 65m 67 68 69
5.5 70m 71 72 73 75 8.5m 80m 96 accelerat account acquisit action africa african agenci ago agree ahead air allianc
5.5 allow alreadi alternativ amid amsterdam analyst android angel april arm armi around arrest ask assistant atlanta
5.5 attendanc austria authoriti autonomous bankruptci batteri began begin behind belgium believ benchmark best bett bio
5.5 block board book boom brazil breach brows california cam carri cas ces chain charg chat check chief chines club
5.5 collect comment commerci commiss communist communiti condit confirm consum content continu contract control corp
5.5 council court cricket crypto cybersecuriti czech dat david de debut decemb decis deel deep defeat defend demand demo
5.5 democrat despit devic direct dollar dont doubl drama draw due dutch easi east eastern economic edit eight email
5.5 emerg engine english estimat eu even ex experienc extens eye facebook fact fail fall famili fell field film financi
5.5 fir fix food fourth fresh fuel full furth fusion gain gav gemini generativ giv glass glob go going good grand great
5.5 green grok halftim hand hold hong hour humanoid improv inc increas inform insid interest introduc involv io iraq
5.5 iraqi ireland isnt israeli italian judg keep key kid kingdom km known kong labour languag lat later law lay legal
5.5 level licens lif liv loss lower machin main maker man manag manufactur march massiv media michael mil militari
5.5 ministri mistr mobiliti mod moscow mov move much music near nearli netherland newspap nin non not nuclear oil operat
5.5 opposit organis palestinian paris paul pct per pick pivot play polici posit post pre press pro problem process
5.5 produc profit program progressiv project promis propos protest provid push put qualifi quart quest quot rac ramp
5.5 rang reach read realli reason recognit record red refuge relat remain remov replac republic rid rippl ris roll ros
5.5 safeti say schedul scienc secretari senat sequoia serv ship shot should sit small snag socialist solut soon speak
5.5 speech staff stealth step stream street strip strong student subscript suppli sweden tabl tabulat tap target tariff
5.5 tell tennis thread titl todai tonn toronto total tour tourna town troop try uk universiti until van veri vs
5.5 washington waymo websit weekli western whit wicket william winn without wiz wp wwdc yet zealand zuckerberg
6.0 07 1.3m 1.4m 1.6m 1.7m 1.8m 10.5m 10b 11.5m 110m 125m 13.5m 17.5m 1990 1991 1993 19m 2.1m 2.2m 2.4m 2.6m 2.7m 2.8m
6.0 2000 2001 2004 2006 2008 2011 250m 2b 3.2m 3.6m 300 300m 31m 33 34 34m 35 36 36m 37m 38 38m 3d 4.2m 4.3m 42 42m 44
6.0 45 46 48 5.2m 500 500k 500m 53 54 56 59 5b 61 62 63 64 66 74 76 77 9.5m 90m accel accord accus across act administr
6.0 ads advanc again age agentic agr ahm aid airport al algorithm alleg alli almost along although alum america among
6.0 analytic andreessen anduril answ anti api appear applic approach approv arab arafat arr arriv artifici assembli
6.0 attempt attend attent attract audio aug aurora auto autom automattic availabl averag awai award aws bad ball baltim
6.0 barcelona baseball battl becam belgian bench berlin beta beyond bid bik bird black blu bodi bolt bomb bonn bord born
6.0 boston bot bowl break brok brought brussel budget bug canc cap captain carbon care catalyst catch caus chairman
6.0 chanc chechnya children choic christian chrom church civil claud clear cleveland climat clueli coach coast coher
6.0 colorado command commerc committe common compan compar concern congress consid construct convent convers cook
6.0 copilot corporat costa countdown counti crack credit cross cto current curs daili databas death decid declar declin
6.0 deepmind defenc dei delai delet democraci deni depart deputi detail detect detroit dev died diego discount discuss
6.0 diseas distribut doesnt dol drawn dron drop drug each earn eat economi efficient effort egypt embassi enter
6.0 establish euro ever everi everyon evs exampl exchang executiv exit expans expert expl export expos express factori
6.0 far farm fash fear februari fee fellow few fifth figma figur fin finalli finish finland fisk fleet flight florida
6.0 forecast forward francisco fraud freedom friend front funct fundrais gap genai georg giant girl github given gm gmt
6.0 goe gold golf got gpt ground guerrilla guid hardwar hav healthcar heat hijack himself homer hop hospit houston howev
6.0 hug idea ii immediateli impact import incumbent independenc independent index indonesia influenc infrastructur injur
6.0 injuri innov insight institut insuranc intel intelligenc internet iran irish island jack jail januari japanes
6.0 jerusalem johnson jon jordan jos kansa kenya khosla kick king klarna korea korean kurdish labor lanka larg largest
6.0 least leb light likeli limit lin link liquid littl llm lock lot louis lov low lucid madrid majoriti manchest map
6.0 marketplac martin materi matt maximum mean measur merg messag met method mexico midfield milan milwauke min
6.0 minnesota mobil monthli montre morn moslem motor must nationalist natur netflix neur never night norwai novemb octob
6.0 often olympic onc oper oppos outsid over owner paid paper park parliamentari passeng past paus penalti performanc
6.0 period peter pharma philadelphia photo physic pitch plant playbook plus podcast poland polish poll popular port
6.0 positiv possibl pound premi premium prepar present previous prison privaci privat productiviti profitabl protect
6.0 provinc publish quantum quietli radio rain ralli ran rank readi recent recruit reduc reform represent representativ
6.0 resign rest retail revolut richard risk road robert robotaxis rocket romania rugbi ryan salesforc saw scen school
6.0 scotland scottish screen seattl secondari seek seen seiz seni sent sentenc serb settle shap shop short similar
6.0 singap slow snap societi solar soldi solv son sora southern soviet spe speci spend spin spot spywar squad sri stai
6.0 stak star starship steal stop stori straight strategi strictlyvc studi studio sue suff summari super suspect swiss
6.0 switzerland sydnei taken talent tax teach teen televis texa text thing thoma thousand threat tie too transform
6.0 transit treat treati trend tri trial trip turkei tv twitt upgrad various vehicl vers vib vic viral vision volunte
6.0 walk wall warn wasim wast water wav weekend went whatsapp wheth whos wimbledon windsurf wing within woman wont worri
6.0 worth writ yeltsin young zero
6.5 1.25m 1.5b 1.9m 105m 115m 120m 130m 14.5m 140m 15.5m 16.5m 160m 171 1984 1987 1988 1989 1998 1999 2.25m 2002 2003
6.5 2005 2007 2009 2010 2014 2015 2016 2017 2018 2019 2026 210 212 22.5m 23andme 250k 27.5m 29m 3.1m 3.25m 3.3m 3.7m
6.5 350m 37 39 3b 4.1m 400m 41 41m 43 43m 44m 450m 46m 47 47m 48m 49 5.3m 5.4m 5.6m 51 51m 52 52m 53m 542 54m 55 57 58
6.5 6.3m 6.4m 750k 78 80 81 82 859 85m 90 900m 95 97 abandon abl abus accept accuraci activ activist activiti actualli
6.5 adam addit address adopt advertis advic advis aerospac affair affect affordabl aggregat agi agre aircraft ajax akram
6.5 alan alert alex alexa alexand alphabet am ambassad ambit amd analysis andrea andrew anim annu anyon appe appoint
6.5 arabia arc argentina asia asian asset associat athen athletic atla atlassian audienc austin automaticalli aviat
6.5 avoid b2b backlash baghdad balanc bar basis basketball bat bay beij belgrad benefit berkelei bigg billionair
6.5 biosystem biotech biotechnologi biotherapeutic bit blam bob bosnia bosnian boy brain brazilian breakout brex bridg
6.5 brown bucharest burn bush byju cabinet camera cancel cant captur card carlo carta catholic caught ceasefir celebrat
6.5 centuri chair chao charact cheap cheat chechen chemic chil child chim chris cincinnati citizen civilian clash class
6.5 classific clean clock clon co2 coinbas colleg colombo combin commit commonwealth compet complianc conduct conflict
6.5 contact contain contest contribut controll controversi convict cooper copp copyright correct coupl cours crash crew
6.5 crim crisis critic criticiz croatia croft crowd cruis cuba cuban cultur currenci currentli cyber cybertruck cycl
6.5 damag daniel databrick dead deadlin debat decad deck deficit deliv denmark denot describ determin diagnostic
6.5 different diplomat directli discoveri district div doct docu domestic don donat door download drew driven driverless
6.5 dublin duolingo dutroux dynamic earth ecosystem edg educ edward effect eighth eith el elector embrac empir enabl
6.5 epic era eric error estat ethic ethnic experi exploit expo extend extra extract fak fan fath fbi fed feed feel femal
6.5 fill flexport flipkart floor flow fly football ford fought freight friendli fronti ftc gat gath gb grad grant
6.5 graviti greec greek grid guilti gulf gun hail hapoel happen hard heart heavi henri hidden hill histori holidai honda
6.5 horowitz hot hr hub hungari hunt hydrogen hyp ian identiti illeg ilya important impos incident incom indi indonesian
6.5 infinit inspir install instead interactiv interfac interfax intern interview investig investigat invit ipad iranian
6.5 islamic ive jakarta jam jan java jean jeff jewish jim jobi joint joni jump kdp kept kevin keynot khan kidnap klein
6.5 knowledg la label lawy lb le leadership leak lebanon lee leed leg legislativ lend lesson lett lewis lift likelihood
6.5 lineup llama lloyd load loan locat logistic loop lowest ltd mac malaysia marc margin mass mast math max mayor
6.5 medicin mega melbourn memori ment mercuri mexican mid middl mik mind minoriti mint moment monit morgan mostli moth
6.5 movi mullalli multipl munich municip murd mushtaq nativ nato navigat negoti neobank netanyahu newest nigeria nikola
6.5 ninth nomin nonprofit notebooklm notion nyc o1 o3 oakland observ obsess ocean officialli ohio oncologi ontario
6.5 opponent opportuniti optimiz option oracl orbit organiz origin osc outag output oval overall overnight oversubscrib
6.5 packag pact pair palantir panel par parent partnership patient pattern paulo payroll percentag permit personaliz
6.5 pilot pin pione pittsburgh pixel pledg politician pollut poor pop postpon potenti predict prefix pressur prevent
6.5 previousli primari print prix probabli programm progress prompt properti prosecut protein protocol psv purchas
6.5 qualiti queen quick quit radic react recall recentli recommend recov reddit regul relationship rent repair request
6.5 requir reserv restaurant restructur rethink retir revers revis reviv ring rio robinhood rol rom rout royal rumor
6.5 runwai saa samsung satellit saudi scam scan scott scrap se seal secret sect select semiconduct semifin send sens
6.5 sensitiv separatist sept settl seventh sex sharehold sheffield shift shin shoot shortli showcas shutdown significant
6.5 situ sixth siz ski slam slash slat sleep slovakia snowflak soar softbank sold sound spanish spent spinoff split
6.5 sport spotlight spy squar standard statistic steadi stephen stev stewart stol stolen stood struck struggl submit
6.5 success sued suggest suit summ summit surg surgeri surpris surveillanc suspend sutskev suv swiggi synthetic syria
6.5 tail taiwan task tayl techniqu telephon tend territori thai thank therapi theyr though thought threaten timelin tini
6.5 todd togeth tokyo tom tomorrow toni toward toyota tract transl transport travel treasuri trill troubl trust truth
6.5 turkish twic twin typ ukrain understand unionist unless ups urg usag usda ve vega verific vertic veteran via victim
6.5 view villag violenc virtu visa visu volum voter wag wait wal wang waqar warehous warsaw weak weapon wearabl weath
6.5 welcom wheat wif wild window witness wolf word wound written wrong yen yield younis yr yugoslavia zimbabw
7.0 05 1.75m 10.3m 106 10th 11th 120 135m 15.2m 150 160 165m 170m 175m 18.5m 1800 1948 1949 1966 1969 1972 1974 1975
7.0 1976 1977 1979 1980 1981 1982 1983 1986 199 2.5 2.9m 20.5m 2012 2013 21.5m 225m 23.5m 3.4m 3.8m 3.9m 312 32.5m 325
7.0 326 39m 4.25m 4.4m 4.5 4.6m 4.75m 4.7m 4.9m 400 408 5.1m 5.7m 5.8m 504 56m 57m 58m 6.1m 6.2m 6.6m 6.7m 600 600k 600m
7.0 62m 63m 64m 68m 7.2m 7.3m 7.4m 7.6m 7.7m 700k 76m 79 8.25m 8.2m 8.3m 8.6m 800 800k 83 85 86 9.2m 9.3m 900 95m a1 a2
7.0 aaai aamir aberdeen abort abov abroad abu academi accident accompani achiev actu admit adult advance advantag
7.0 afghanistan afternoon agricultur airlin alarm albanian albright algeria algerian ali allegedli alongsid alpha alwai
7.0 amman amnesti amount analyz andi andr andrei ann announce anthoni antonio anwar anyth arbil arch argentin argu
7.0 arizona art assault assess astro atlantic atletico auct austrian automatic autonomi await babi bailei ballot bangkok
7.0 bangladesh barrel barrick basic belarus belong below ben benetton benjamin billi biologic biomedic biopharma
7.0 birmingham blackburn blast bln bloc blood blow boat boj boris borussia bottom bought bounc boundari bours box
7.0 bradford bradi branch bre breakthrough brian brief briefli bright bristol broad broken brook broth buck budapest
7.0 bueno bulgaria bureau burundi bus buyer cabl cairo calcutta calendar camp campbell campus cancell cannot canva
7.0 capabl capaciti capitalist cardiff cargo carl categori cattl cdu ceas cell ceremoni certain channel chapt charl
7.0 charlton chelsea chest choos christi circl cit clai clark classic climb clinic closeli cloth clust cofinec cold
7.0 colin collaps colleagu collin colombia coloni columbia combat comeback commoditi communic competitiv complain compli
7.0 component computation concept concert confidenc confus consecutiv consist consult cool cor cork corn corpor count
7.0 counterpart cover crackdown craig creativ crimin crop crown crud curb cyprus dalla dan dang dangerous dark daught
7.0 dav davis dean dec delegat delhi deploi der desk desktop detain dhaka die differenc difficult digest diplomatic
7.0 disappoint discov dismiss disput dissident distanc divid doetinchem doing domain dominat donald doubt dozen draft
7.0 dream drov dunde duti eas edberg electronic elevat embed emergenci engag enhanc enough entertain environ envoi equal
7.0 equip escap especialli essex estim evalu eventualli evidenc examin except excit exclusiv execut exil exist explod
7.0 explos explosiv faci faciliti failur fair fam favour fc fe felt festiv fetch feyenoord fi fideliti finalist fisc fit
7.0 fitness fixtur flag flex flock flood foot fortuna fox frank frankfurt freez gari gas gaza generalli genetic geneva
7.0 genomic gift gil glasgow goalkeep goldman gon gor gough graf grain greg grew groningen gross grozni guard guild guy
7.0 hall hamburg hamilton hampshir handl hang harvei harvest headquart heali hear heif helen helicopt hero heroin hid
7.0 highest highlight hint historic hitt hog hol hopeful hostag hotel huber hundr hungarian hurdl hurt husband hyundai
7.0 ice id identifi iee ijaz immediat immigr imple implement indic indicat individu infl initi initialli inquiri
7.0 integrat intend intent inter interi interim intervent invas islamist itself jamaica jar jason jersei jet
7.0 johannesburg joseph journ journalist juan juni justic justin karachi karlsruh kennedi kent kg kim kind knight kurd
7.0 kurdistan kyi lack lak lancashir lap lara largeli latin lbw leicest leicestershir len levi lightsp lincoln linear
7.0 linguistic lithuania liverpool ll logic lott luis lyft magazin mainli maintain malik malta manitoba mar marcelo
7.0 marco mari marin markov marseill martinez maskhadov massachusett mat matlab matrix matthew mayb meat medal medvedev
7.0 meri metal metric miami midwest miguel militant miner minimum minor mirr missionari mit mitchell mix mln moderat
7.0 modern moham moin monetari moodi morocco morris mortgag mountain mp mull multi narrow nb negativ negotiat neighbour
7.0 neo nepal neumann newcastl newsdesk nic nicol nois nominat nomine nor norm northampton norwegian noth nova nuro ny
7.0 ob object oblig obrien obtain occur oct ongo opin orient originalli oriol ottawa oust outstand owen oxford pac
7.0 pacific pag palac palm particular particularli patent path patreon patrick pauli pc peak peloton perform pet philip
7.0 philippin philippoussis photograph pinterest pkk planet plastic plead plo pocket pol popul portfolio portsmouth
7.0 portug portugues pour practic pragu prais pray precis preliminari presenc presidenci pretti princ prior priz
7.0 procedur profess profession profil prominent promot prov provinci pts publicli puk purpos pursu queensland quickli
7.0 quiet rag rangoon rapid ray rbi reagan recoveri recycl refer referenc referendum reflect refus regard regim regist
7.0 registr regulat reject relativeli religious remot rep repeat replace residenc resident resolut resourc respons
7.0 responsibl restrict resum retain retriev ric rica rider riot river roberto rock roger roman ronald room roosevelt
7.0 rosati ross rotterdam row roy rubin ruch rupe rural russell rwanda rwandan sach sack sae saf salari salim salt
7.0 sampra sanchez sanct santa sao sarajevo scand schalk scientific scientist scoreboard sea sec seem sel seoul sep
7.0 separat serbia serious servant shanghai sharp sharpli shell shield shown shr silva simon simpl sing sinn siri skill
7.0 skip slaught slight slightli slip slovak slovenia smith sohail solo someth sometim sort sought sox spar spark
7.0 specifi specific specul spik spokeswoman spons spread spring sprint squash stadium stall stanst status steer stich
7.0 storag storm streak structur stuck stuttgart styl subject subsequentli successful successiv sudan sudanes suicid sun
7.0 supervis sur surgic surrei surround survei suspens suu svetlana swallow swing switch syrian tackl tamil tank taxi
7.0 teenag tehran tel ten tens teresa termin terri terrorist thailand theft themselv thin thorp threw throughout tied
7.0 tiger tight tighten toss tough tradition traffic tranch transf translat tre tru truc tsang tun turnov typicalli ulst
7.0 unabl unchang unifi uniti unknown unrest unsuccessfulli unsupervis usa useful usualli val vancouv vascular vect vend
7.0 venezuela verifi vet victoria vienna viol violat virtualli volkswagen vouch walt warm warwickshir waugh wayn weight
7.0 weizman wellington whol whom wid wideli wigan wilson wind wint wireless wish withdraw wond wood worcestershir
7.0 wordnet worst wrap wrot wto yanke yard yass yellow yes yorkshir yugoslav zair zoom zurich
7.5 0.05 0.1 01 02 09 1.2 1.5 1.65m 10.2m 10.4m 10.6m 10.7m 10.8m 100k 101 102m 105 107 108 108m 109 11.2m 11.3m 11.6m
7.5 11.7m 110 111 112 112m 116 12.0 12.2m 12.3m 12.4m 125 12th 13.3m 13.6m 13.7m 130 13th 145m 14th 15th 162 164 17.3m
7.5 176 180 180m 1860 18th 19.5m 1914 1918 1922 1923 1924 1932 1935 1945 195 1950 1951 1952 1954 1956 1958 1959 1960
7.5 1961 1962 1963 1964 1965 1967 1968 1970 1970s 1971 1973 1978 1980s 1985 1990s 2.2 2.35m 2.75m 200k 205 20th 210m
7.5 21st 220 220m 225 24th 25.5m 250 251 260m 263 275m 28.5m 29.5m 290m 2nd 3.35m 3.5 3.75m 300k 301 31.5m 353 37.5m 389
7.5 38th 4.0 4.8m 400k 42.5m 473 496 49m 5.0 5.25m 5.50 5.6 5.9m 5000 521 531 54th 6.0 6.25m 6.8m 650k 66m 67m 7.1m 7.8m
7.5 71m 72m 73m 74m 77m 8.1m 8.4m 8.7m 8.8m 82m 84 850k 87 8720 88 89 9.4m 9.6m 9.7m 900k 91 92 92m 93 9373 94 941 98
7.5 abduct abdul abiliti aboard absenc academic accomplic achieve acr actor adaptiv adjust administrativ adrian advocat
7.5 affirm afghan ag agassi aged aggressiv airwai akron albania albert alberta alexandra algi align alkmaar allan allen
7.5 alloi alon alpin alter alto amend amp anch ancient anderson angola ankara anniversari anton antwerp anywh apart
7.5 apartheid apparentli appearanc arantxa arcadia arkansa armenia arminia armstrong arnhem arrang arrange arsen arthur
7.5 articl artilleri asif aslan aspir assassin assist assum asylum ata atherton athlet attach attornei auckland augment
7.5 aura auth auxerr aviv avocado awar az azerbaijan b1 b2 badli badminton baker balkan bangui banharn banisadr bann
7.5 barbara barbarian barg barlei barnslei barri bart basqu bastia batsman batt bayer bayern beam beaten beauti beef
7.5 beer begun behalf behaviour beirut bell beograd bernard bernardin bhutto bielefeld bilater birdi bishop bistrita
7.5 bitar blackpool blank blend bleu blind boardman bobbi bochum bogota bolton bombai bordeaux bound boxme brasilia
7.5 bratislava brav brawl bread breda bremen brew brighton brisban briton broadcast bromwich bruno brunswijk brush bse
7.5 buffalo bulk bullish bump bund bundesliga burma burmes burnlei burst busang businessman ca calculat calgari calif
7.5 cambridg campes canari canberra cardin caribbean carol cart cast casualti celebr celebriti celica celtic cement
7.5 centrist certainli chad chamb chancell chariti charleroi chart chas chen chesterfield chilean chosen chow christoph
7.5 circuit classifi claus clearli clev click clinch coal coetz coffe cognitiv colchest collaborat collectiv collid
7.5 collinelli cologn color column comet commission commonli compass complaint completeli complex compos compris
7.5 compromis concentrat conclud condemn confess confident confiscat confront congo consensus conserv consolidat
7.5 consortium constituenci constitut constitution consumpt contend context convertibl convinc cooperat coordinat copi
7.5 correl corrupt cors coruna countertack coup coupon coventri cow crawlei criticis criticism croat croatian crush
7.5 cryst cub cunningham custodi damascus danc danish darlington darren davenport davi dawn decre defensiv defin
7.5 definiteli degre del delta dem demonstr demonstrat dennis denounc denv depend deport deportivo deposit depth derbi
7.5 derbyshir derek des descent destroi dial diamond diana dick diet difficulti dimens dinamo disarma disast disciplin
7.5 displai dividend doboj dodg dominant doncast doordash dortmund doug dougla dow down downhill dr drag drap dress
7.5 drink dubai duisburg duncan durham dynamo eagl easili echo economist ecuad eddi edinburgh editori edmonton edouard
7.5 educat effectiv effectiveli egg egyptian eindhoven elaborat electriciti element eliminat elizabeth els elsewh
7.5 embargo emploi employ en endors enemi enjoi enqvist ensur entir entiti entri entropi epidemic eps equalis equivalent
7.5 erik est estonia et etc ethiopia eugen evacuat evaluat everton evolv exact exercis exet expell expens extradit
7.5 extremeli eyl fad fals famous fastest fat favourit fax fdp federalist feet ferguson fernando ferreira ferri fifa
7.5 filt finaliz fiorentina fish fishermen flat fle fled flem flew float florenc fob forest forg forget formalli
7.5 formerli formula forum forza fost fram framework francis franklin fras fred frederick freiburg frustrat fulli fun
7.5 fundament ga gael gajdo gang gasolin gazprom gdp gear genc genius georgia germain gestur gilbert gladishiva
7.5 glamorgan glenn gloria gloucestershir god golden gonzalez gov graafschap gradient graham greatest grenad grimsbi
7.5 guarante gubernatori guest guinea guingamp gunmen h1 haitai halt hamlet handwrit hansa hanwha happi haq harp harri
7.5 harris harrison hartlepool harvard hashimoto hassan hat haul havel hay headinglei healthi heard heavili heerenveen
7.5 hello helsinki henk herbert highli highwai hindu hing hingis hinton hk hockei hollioak honest honorari honour hoop
7.5 howard huddersfield hugh hull humanitarian hurrican hussain hussein ignor iii ill illegalli illinois illness im
7.5 immigrant impli importanc impossibl imprison improve inaugur inbox inch incorporat increasingli indiana ing inhal
7.5 initiativ inject insist inspect instacart instanc instru intelligent interact interpret invad invent inventori inver
7.5 involve inzamam ip ipswich iq irani iraqis iris iron irregulariti islamabad iss italia itar item ivac ivan
7.5 ivanisevic jackson jacqu janeiro jansh javi jay jayasuriya jess jimmi joe johan jok jonathan jordanian jorg journei
7.5 judici jul jupp juventus kabariti kabul kaluwitharana kashmir kawasaki keith kelli kenneth kenni khartoum kilometr
7.5 kit kitchen klaus kms kne knew knock kocinski kohl kph kremlin kuomintang kuwait ladi lago lahd lanc landslid lankan
7.5 larri latt latvia lauck laurent layer lbs leap lebanes leftist legislatur lehman lei leon leverkusen lg liberia
7.5 liberti librari libya lieg lightn lill lindsai linz lion liquiditi lisbon lobbi log loom lord lunch lung luxuri ly
7.5 lynch lyon maccabi machado madison magic mahala makinen malaysian maleeva malivai mandat manila manipulat manuel
7.5 marcus maria markka marlin marshall martina marvin masterkova mathematic maturiti mauritania mayfair mccarthi
7.5 mcgrath mclaren md meal meant mehrten membership menlo metz mezzanin michel michell michigan mickelson middlesbrough
7.5 middlesex mideast midnight militia ministeri minski missil mitsubishi mo modul mohammad moldova molecular monaco
7.5 monica montana montgomeri montpelli moor moral mosqu motion motorcycl motorola mount mps mr mt mubarak mujtaba
7.5 muralitharan murrai nac nairobi namibia nanci nant narrowli nasdaq naval navig nazi ndp nearbi nec necessari neith
7.5 nervous nest newcomb newli newmont nfl nicaragua nicaraguan nick nicola nigerian nijmegen nil nist nixon nobel
7.5 norilsk norman northamptonshir northeast northwest norwich notabl notabli notic nott nottingham nottinghamshir nov
7.5 numerous nun nurs nymex nz occas occupi offenc oldham oliv olsza om oncin one oneill onto ontologi operativ optic
7.5 orchard ordinari organic oscar oslo ounc outbreak outcom outlook outperform overhaul oversea pa pack paedophil pain
7.5 painful paint pakistani pan paradigm parallel paramet parma parnevik participant participat partizan partli passport
7.5 pat patricia patriotic patrol pavel peasant pedro pen perfect perhap permiss perot perri personnel peso peterborough
7.5 petr petra petroleum phas phil phoenix pictur piec pierr pirat pirelli pit plaid plc pleas plung plymouth pm poison
7.5 policemen pollock pont pool porto pos possess possibiliti possibli powerful prai predecess predictiv pref prescrib
7.5 preserv preston princess princip principl prioriti prob probabiliti proceed procur programmabl prospect prostitut
7.5 proterra proud provis provision pump punish pur pursuit python quarterli quebec rabobank rack radius raft raid rail
7.5 railwai raith ramallah ransom rar rashid rath ratio raymond realis realiti receipt recogniz reconstruct reduct reel
7.5 reelect refere refin refund regain regress regular regulariz regularli rehman reign reinforce relai relativ relief
7.5 reliev remark rememb renat renew renn reopen repeatedli repli rescu resistanc resolv resort respect respectiveli
7.5 respond retire revel revolt revolutionari reward rich rifl rkc rob robinson rodnei romanian ronni root rostock
7.5 roughli rover rtr rubb ruben runn rupiah rush ruutel saddam saint salisburi salomon sampl samuel sand santiago santo
7.5 saqlain sarah saskatchewan satisfi scar scarborough scatt schem schmidhub schumach script sean semantic semi
7.5 sensitiviti senti sepp serbian sergei sexu seymour shak shan sharif shed sheep sheet shirt shock sidelin sierra
7.5 sight sigmoid significantli silv sion sip sir sist sittard sky slack slump smash smic smok smuggl snow sofia soft
7.5 solid someon somerset sophisticat southampton southeast southend southwest soybean span spaniard sparta spd spectat
7.5 speculat spir spok spoken springbok spruc ssangbangwool stab stabiliti stabl stanc stanford stash steel stefan stem
7.5 stephani sterl steven stg stirl stok ston strain strasbourg strategist strengthen stress string strok strongli
7.5 stuart sub subsequent subsidiari substanti substitut suburb succeed successfulli summariz sunderland suprem surgeon
7.5 surplus surrend surviv susan suspic sussex sven svm swap swedish sweep swindon synthesis tag taib takeda tango
7.5 tankan tarango tass technic telecom telecommunic temperatur temporari tendulkar terrorism theori thiel thiev
7.5 thompson thomson throw thus tilburg tillstrom tirana tommi ton toshiba touch tourist tower traditionalli traffick
7.5 trafford trail tranm travell trib trick trigg trinidad tripl tripoli tunnel tvm twelv twent twist typic uae uefa
7.5 ukrainian ul ultimateli unbeaten unimat univers unq unsuccessful upon upper upset ur utrecht uup valletta varieti
7.5 vatican venu vermont versus vicario vict vietnam villa violent virginia vitess vladimir vogt volatiliti volendam vow
7.5 vr waalwijk ward warrant wash weah weaken wealth weav weld welfar welsh werd wheel whop widespread willem wisconsin
7.5 wo wolverhampton woodbridg woolm woosnam worldwid wrist xinhua yamaha yann yemen yesterdai youth yuan zairean zenith
7.5 zon
8.0 1.1 1.8 10.5 115 116m 128 129 19th 1st 2.6 240m 270m 350 4.4 5.5 6.5 6.9m 7.5 78m 81m aa ac allocat ampl arctic
8.0 assur aston atmosph axis basket bear berri binari bon borrow bottl boycott brad breath bronz buri calm cameron cann
8.0 cannabis carnegi cedar census civic coin compens composit concret condition conven descript destin diesel dip divorc
8.0 eco ed evolut extrem fabric faro fatten favor felix fever fewer fort frequent garn genoa genom gong grip grov guru
8.0 hart hungri ilo impress ind informatic infus input insur jerri julia keen laboratori lan legisl liam loot lucki
8.0 machineri magna mario med medicar medium micro mistak mutu mx nail nameli neuroscienc offset pars peaceful
8.0 perspectiv pip plot pork portland prevail proc pt quartet rad rebell reed renam restor rev rhythm robin rocki sag
8.0 scholar scout segment seriousli simpli slic slid specialist stack stitch strength stretch strid subpoena sustain sv
8.0 swift swim tactic thatch tip trac triumph un uncertainti urban urgent vacat vanguard vari vast vault vessel
8.0 veterinari vital wak wallabi weigh whal whistl wis
8.5 garden motiv
"""

COMMON = {word: float(weight) for weight, *words in map(str.split, _TABLE.strip().splitlines()) for word in words}
"""Word, stemmed, → its weight: the natural logarithm of how rare it is, to the half."""
