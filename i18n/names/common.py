"""Words that are written with a capital and are no proper names, and the words that stand before persons."""

from __future__ import annotations

from functools import lru_cache

from i18n import inflection

_ENGLISH = """
about abroad academic academy according account act action acting add address administration advisory affairs africa
african after age agency agenda agreement agricultural agriculture aid air airlines airport all alliance although
america american among an annual another any archive arab arctic area army art article arts as asia asian assembly
asset association at atomic attention austria authority avenue aviation award bank basic basis bay beach belt between
bilateral board book border both bridge britain british broadcasting budget building bureau business cabinet call
capital car care caspian cathedral catholic cattle center central centre century ceremony chamber championship channel
chapter charter chemical chief child children church circuit citizens city civil civilizations clause climate club
coast code college command commerce commercial commission committee common commonwealth communication communications
community company complex concept concern conference congress conservation constitution construction consul consular
consulate consultative control convention cooperation coordination copyright corporation corridor council countries
country court cross crown cultural culture cup customs data date day days death decade december declaration decree
deep defence defense delegation democratic department desert developing development dialogue digital diplomacy
diplomatic disability disaster district division document dollar dollars double down drama due during duty each earth
east eastern economic economies economy education eight eighth election electric eleven embassy emergency employment
end energy english enterprise entry environment environmental equality euro europe european events every everyone
exchange exhibition experts export exports expo external extraordinary faculty fair family farm fashion february
federal federation fellow festival field fifth film final finance financial fire first fisheries five flag food
football for foreign forest form forms forum foundation four fourth framework free freedom friday friends friendship
from fuel fund games gallery garden gas general global goals gold golden good government grand grant great green group
groups guard guide gulf half hall harbour he health heads heritage high higher highway his historical history holy
home horse hospital hotel hour house how human humanitarian hundred ice immigration important in independence
independent index industrial industry information initiative innovation inspection institute institution integration
intellectual intelligence interior internal international intergovernmental internet inter investment investors
invitation is islamic island islands it january japanese joint journal july june justice key kingdom knowledge labor
labour lake land landlocked language last latin law league legal legislative letter library life light line list local
logistics long low magazine main major management many map march marine maritime market mass may measures media
medical medicine mediterranean meeting member members memorandum memorial metro middle military million mining mission
model modern monday monetary money month monument more moscow mosque most motor mountain movement much municipal
museum music my mr ms mrs nation national nations natural nature naval navy near neutral neutrality nevertheless new
news next night nine no non nobel none normal north northern not note notes november nuclear number october of office
official officials oil old olympiad olympiads olympic on once one only open opening opera order organisation
organization other our over pacific page palace paragraph park parliament parliamentary part parties partners
partnership party past pavilion peace people peoples permanent petroleum phone photo physical pipeline plan planning
plant please plenipotentiary point police policy political population port post power presidential press preventive
price prices prime prize private problem program programme project property prosecutor protection protocol provincial
public published quality queens question questions rail railway railways read really recent red reform refugees
regional region register regulation relations relief religious report republic republican rescue research reserve
residence resident resolution resources responsibility revolution right rights river road roads role room round royal
rule rules rural russian saint sanctuary saturday save saving school science sciences sea season second section
sections sector secretariat security see semi senate send senior september series service services session seven
seventh shipping side sides signed silk since single site six sixth skills small social society solar some south
southern space special specialized sports square stability stadium staff stage standing star state statement station
statistics statute step stock strategic strategy street strong student studies subject sub success sugar summer summit
sun sunday supreme surgery sustainable swift system table tax technical technological technologies technology
telecommunications telephone ten term territory test textile than that the their then there these they third thirteen
this those three thursday tickets time times to today tomorrow tourism tower town trade traditional training transit
transport treasury treaty tree tripartite trust tuesday turnover twelve twenty twin two under union united universal
university until up upper urban us use various veterans version very via vice victory village visit volunteers war
water way we wednesday week welfare west western what when where which white who whole why wild will wind winners
winter with women word work workers working works world write year years yes yesterday you young your youth zone hero
heroes leader welcome class manual pool per brings said given support even been was were san sao são santa los las
mount cape dear sincerely regards honourable honorable her sir madam lord lady colleagues participants distinguished
thanks following earlier later meanwhile however moreover furthermore finally also despite besides speaking noting
addressing closing congratulating answering commenting tonight recently currently
by please accept ladies gentlemen graduate undergraduate living treasure thank thanks unfortunately
armed force forces commander commanders commander-in-chief in-chief ombudsman ombudsmen raw materials impact
guidelines guideline principles authorized authorised multilateral enterprises factory factories plants mill holding
ltd founded located established nobody nothing whereas recalling reaffirming recognizing considering demonstrating
disclosure motherhood childhood judicial judiciary elections constituency voters revival nationwide
app apps user users terms license licence licenses provider subscriber seller buyer customer
"""
_ENGLISH_TITLES = """
president vice-president minister premier ambassador chairman chairwoman chairperson chair speaker mr mrs ms dr prof
professor director director-general secretary secretary-general governor mayor king queen emperor empress prince
princess sheikh emir sultan general colonel major captain envoy representative rector dean academician poet writer
composer singer artist painter actor actress athlete champion coach deputy senator consul counsellor counselor adviser
advisor leader head chief commissioner coordinator excellency pope patriarch judge chancellor manager ceo founder
scientist journalist engineer doctor student teacher editor author translator analyst expert historian archaeologist
architect cosmonaut astronaut pilot son daughter wife husband brother sister father mother mp dr. hakim spokesman
spokesperson spokeswoman resident named
"""
_RUSSIAN = """
герой было был была были будет будут есть улучшен добавлен сан санта санкт сент лос лас основа слово голова снова
готов каков таков покров улов корова дерево азия африка америка европа академия арктика ассамблея банк безопасность
билет бюро ведомство великий великобритания верховный вид визит виза вице вместе внешний внутренний вода военный
возможно восток восточный врач время всемирный всеобщий встреча второй вход вчера выставка газ газета генеральный
генассамблея генсек год город госсовет государственный государство господин госпожа граждане группа да дата дворец
движение двусторонний декларация декрет делегация день департамент дети детский дипломат директор дипломатический
договор документ дом дорога дорожный доктрина европейский единый ежегодный женщина завод закон зал залив замминистра
запад западный заседание заявление здание здравоохранение земля зелёный золотой игры институт инвестиция
информационный информация ислам исламский исполнительный источник итог кабинет кабмин канал каспий каспийский кодекс
комиссия комитет компания комплекс конвенция конгресс консульство консультативный контракт конференция концепция
концерн корпорация королевство космос край красный кремль кризис курс культура лига лидер литература луна
международный межпарламентский межправительственный меморандум министерство мир мировой миссия москва музей море мы
наука нация национальный наш независимость независимый нейтралитет нобелевский новый новости новруз обсе общество
общий объединение объединённый область однако озеро океан окружающий олимпийский олимпиада он она они организация
орден остров отдел отношения ответ открытие палата парк парламент партнёрство партия первый переговоры персидский
песчаный план повестка подразделение политика полномочный полный порт порядок посольство постановление постоянный
почётный правило правительство право православный праздник президиум премия пресс примечание программа
продовольственный проект производство прокуратура промышленность протокол процесс путь рамки рада регион региональный
резолюция река республика республиканский решение россия российский саммит самолёт сборная священный север северный
секретариат семья сессия служба совбез совет соглашение содружество соединённый сообщение сотрудничество союз
специальный спорт сборник среда средний стадион станция статья страна стратегия сторона сцена съезд театр технология
тихий товарооборот торговля торговый трест третий трёхсторонний турнир указ университет управление участие учебный
учреждение федерация федеральный фестиваль финансы фонд форум храм хранитель цель центр центральный церемония церковь
цены чемпионат человек чёрный чрезвычайный шаг шёлковый школа штат штаб экономика экономический экспорт энергетика
эмираты эмират энергия это этап южный юг юстиция язык январь февраль март апрель май июнь июль август сентябрь октябрь
ноябрь декабрь понедельник вторник четверг пятница суббота воскресенье также кроме затем сегодня завтра ранее позже
ныне прежде сначала потом вновь уважаемый дорогой выступая отметив говоря обращаясь напомнив приветствуя поблагодарив
поздравив комментируя отвечая согласно около более свыше среди после перед между через при для под над без ввиду ради
вопреки благодаря что как когда где кто если пока хотя поэтому именно тем всего ещё уже не ни на по из от до за во со
об ко но или так там тут здесь очень почти все вся его её их ему ей им вы вас вам вами ваш ваша ваше ваши вашего
вашей вашему вашим вашими ваших вашу примите просим прошу позвольте разрешите желаю желаем дамы господа мне меня нам нас
нами себя сельскохозяйственный педагогический технический аграрный вылов улов отлов остров ров посев клёв зов кров
засов отзыв призыв
вооружённый вооруженный сила силы главнокомандующий омбудсмен внешнеторговый внешнеэкономический сырьё сырье принцип
принципы воздействие последствия предприятие здоровый мать ребёнок будущее население площадь столица территория
учитывая принимая признавая считая отмечая подтверждая руководствуясь следуя материнство младенчество судебный
избирательный возрождение родина отчизна отечество каждый никто никому любой
условие условия пользователь приложение раздел лицензия правообладатель исполнитель заказчик продавец покупатель стороны
"""
_RUSSIAN_TITLES = """
г-на г-ну г-ном г-жи г-же г-жу г-жой
превосходительство величество высочество святейшество
президент министр премьер премьер-министр вице-премьер посол председатель спикер господин госпожа г-н г-жа доктор
профессор директор гендиректор секретарь генсек губернатор мэр хяким король королева император императрица принц
принцесса шейх эмир султан генерал полковник майор капитан посланник представитель ректор декан академик поэт поэтесса
писатель композитор певец певица художник актёр актриса спортсмен спортсменка чемпион чемпионка тренер заместитель
замминистра депутат сенатор консул советник лидер глава комиссар координатор папа патриарх судья канцлер руководитель
начальник основатель учёный журналист журналистка инженер врач студент студентка учитель учительница редактор автор
переводчик эксперт историк археолог архитектор космонавт лётчик сын дочь жена супруга супруг муж брат сестра отец мать
спецпредставитель спецпосланник поверенный имени товарищ
"""
_TURKMEN = """
adam adamlar atalar bile baýrak güýçli jaý gaýry derňew gözlew san sankt santa gahryman lider adatdan adalat agşam
akademiýa aladasy altyn amerika arap eger aralyk arkalaşyk asyr arkalaşygy assambleýa aziýa azyk açyk aýal bank bahar
bahasy baş beýannama beýik beýleki bileleşik bilim bilelikde bilelikdäki bir birinji birleşen birleşik birža biz
bitarap bitaraplyk bosgun bu bütindünýä býujet binasy çaga çagalar çärýek çeşme çäre dabara daşary daşky demirgazyk
demir deňiz dialog diplomat diplomatik diňe doly dostluk durmuş durnukly duşuşyk dördünji döwlet döwür dürli dünýä
edara eksport emirlik energetika ertir federasiýa festiwal forum fond gatnaşyjy garaşsyz garaşsyzlyk gazna gazet gaz
gepleşik gepleşikler geçen geňeş geňeşme giňişleýin gol goranmak goraýyş goşmaça goşulyşmazlyk goşun guramasy gurama
gurluşyk gyzyl gyş gün günbatar günorta gündogar gülzar halk halkara haryt hat hawa hemmeler hepde her hereket
hormatly howa howpsuzlyk hyzmatdaşlyk häzirki hökümet hökümetara hünär içeri ikinji iki ilat ilki ilçihana
ikitaraplaýyn imperiýa institut internet iş işler işewürlik jarnama jemi jemgyýet jogap kabinet kanun karar kararnama
karz kitap kitaphana kompaniýa komitet konferensiýa konsepsiýa konstitusiýa konsul konsullyk konsultatiw konwensiýa
korporasiýa kuwwaty köpçülikleýin köşk lukman maglumat maksat maksatnama maliýe maslahat maşgala medeni medeniýet
mejlis meýdan merkez merkezi metbugat milletler milli ministrlik ministrler mirasy mugallym mundan myhman mälim möhüm
muzeý muňa nauryz nowruz nebit nebit-gaz neşir okaň okuw oba ol olar olimpiada ombudsman onuň ondan orta oňa otly oýun
palata parahatçylyk parlament parlamentara patyşalyk permanlar petek premýer prezidentlik rada raýat raýatlar
respublika resminama rezolýusiýa sagat saglyk saglygy sammit sapar sebit senagat sekretariat sergi serediň sene sorag
soňra strategiýa sport stadion suw syýahatçylyk syýasat söwda sözi talyp taraf taraplar taryh taslama teatr
tehnologiýa telefon temperatura teswirnama topar toý transport täze türkmen türki tüýs ulag uly umumy uniwersitet
ussat uçar uçuş wagt watan wekilçilik welaýat wekiliýet welosiped yklym ykdysady ykdysadyýet ylalaşyk ylym ynsanperwer
yslam ýangyn ýapon ýaş ýaşlar ýer ýetmiş ýewropa ýigrimi ýokary ýol ýygnak ýygyndy ýyl ýyllyk ýörite ýük ýüpek ýüz
zaman zawod zenan ähtnama ählumumy ösüş özara üçünji üçtaraplaýyn şadyýan şadyýanlyk şäher şahyr şeýle şertnama şol şu
permany permanyna
şunuň ştat ştatlary ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr duşenbe sişenbe
çarşenbe penşenbe şenbe ýekşenbe ilkinji soňky şonuň şonda şeýlelikde şunda munda geljekde häzir düýn şu-gün bize
biziň siziň olaryň özüniň diýip hem we ýöne emma başga günorta-gündogar demirgazyk-günbatar ruhubelent bagtyýarlyk
döwürler döwletler halklar köpri siz sizi size sizde sizden siziň men meni meniň maňa bizi sen seniň ony oňa olary olara
on üç dört bäş alty ýedi sekiz dokuz otuz kyrk elli altmyş segsen togsan müň million haýyş sag gynansak ýuwaş
hanymlar jenaplar hormatlymyz mübärek
ýaragly güýç güýçler serkerdebaşy serkerde adalatçy kärhana kärhanasy sagdyn ene zawody kuwwat galkynyş watandyr ýurt
ýurdumyz ýurdumyzda kazyýet saýlaw ilaty paýtagty meýdany çäkleri bilermen nazara göz hiç kim islendik hususy taryhda
berkarar
eger programma ulanyjy şert şertler rugsatnama rugsatnamalar lisenziýa satyjy alyjy şertleriň
"""
_TURKMEN_TITLES = """
prezident ministr premýer premýer-ministr ilçi başlyk baştutan orunbasar jenap hanym doktor professor direktor
belent mertebeli alyhezret alyjenap
baş-direktor sekretar gubernator korol korolewa häkim şa patyşa imperator şazada şeýh emir soltan general polkownik
maýor kapitan wekil wekili rektor dekan akademik şahyr ýazyjy kompozitor aýdymçy suratkeş aktýor türgen çempion
tälimçi orunbasary deputat senator konsul geňeşçi lideri ýolbaşçy ýolbaşçysy komissar utgaşdyryjy kazy kansler müdir
esaslandyryjy alym žurnalist inžener lukman talyp mugallym redaktor awtor terjimeçi bilermen taryhçy arheolog
arhitektor kosmonawt uçarman aýaly dogany kakasy ejesi adyndaky
"""
PARTICLES = frozenset(
    "al el ul as ad ar bin ibn bint abu van von der den de da di del della dos das du la le les los san ogly oglu oğlu "
    "kyzy gyzy uulu uly kizi аль эль ас ибн бин бинт абу ван фон дер ден де да ди дель ла ле сан оглы кызы улы уулу "
    "ter af zu zum тер".split()
)
"""Little words inside of a name, which may be left out or written in small letters."""
_TEXTS = {"en": _ENGLISH, "ru": _RUSSIAN, "tk": _TURKMEN}
_TITLES = {"en": _ENGLISH_TITLES, "ru": _RUSSIAN_TITLES, "tk": _TURKMEN_TITLES}


def _index(texts: dict[str, str]) -> dict[str, frozenset[str]]:
    """Every word and what an ending may leave of it; of Turkmen, the last letter as it is before a vowel, too."""
    return {
        language: frozenset(one for word in text.split() for one in _roots(inflection.plain(word), language))
        for language, text in texts.items()
    }


_SOFT = str.maketrans("kpt", "gbd")


def _roots(word: str, language: str) -> set[str]:
    if language == "ru":
        cut = word.rstrip("аеиоуыэюяйь")
        return {word, cut if len(cut) > 3 else word}
    if language == "tk" and len(word) > 3 and word[-1] in "kpt":
        return {word, word[:-1] + word[-1].translate(_SOFT)}
    return {word}


_COMMON, _BEFORE = _index(_TEXTS), _index(_TITLES)


@lru_cache(maxsize=8192)
def is_common(word: str, language: str) -> bool:
    """Whether a word with a capital is no proper name, in whatever case it stands."""
    return is_title(word, language) or _known(word, language, _COMMON)


@lru_cache(maxsize=8192)
def is_title(word: str, language: str) -> bool:
    """Whether a person's name may follow: *minister*, *посол*."""
    return _known(word, language, _BEFORE)


def _known(word: str, language: str, index: dict[str, frozenset[str]]) -> bool:
    simple = inflection.plain(word)
    if simple in index[language] or simple.rpartition("-")[2] in index[language]:
        return True
    return any(stem in index[language] for stem in inflection.stems(word, language)[1:])
