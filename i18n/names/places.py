"""Cities, waters, lands and firms as they are called in four languages: many do not sound alike, and some nearly do.

Forms of one language are divided by ``/``; the first is the usual one.
"""

from __future__ import annotations

from collections.abc import Iterator

CITIES = """
Ashgabat/Ashkhabad|Aşgabat|Ашхабад/Ашгабат|アシガバット/アシガバート/アシガバード/アシュガバート/アシハバード
Turkmenabat/Turkmenabad|Türkmenabat|Туркменабад/Туркменабат|トルクメナバット/トルクメナバード/テュルクメナバト
Turkmenbashi/Turkmenbashy|Türkmenbaşy|Туркменбаши|トルクメンバシ/トルクメンバシュ/テュルクメンバシ
Dashoguz/Dashoguz|Daşoguz|Дашогуз/Дашховуз|ダショグズ/ダシュオグズ/ダシュホヴズ
Balkanabat/Balkanabad|Balkanabat|Балканабад/Балканабат|バルカナバット/バルカナバート/バルカナバード
Avaza/Awaza|Awaza|Аваза|アヴァザ/アワザ
Arkadag|Arkadag|Аркадаг|アルカダグ/アルカダク
Anau/Anew|Änew|Анау/Аннау|アナウ
Tejen/Tedjen|Tejen|Теджен|テジェン
Serhetabat|Serhetabat|Серхетабад|セルヘタバット/セルヘタバート
Kerki|Kerki|Керки|ケルキ
Atamyrat|Atamyrat|Атамурат|アタムラト
Garabogaz|Garabogaz|Гарабогаз|ガラボガズ
Bereket|Bereket|Берекет|ベレケト
Baherden/Baharly|Bäherden/Baharly|Бахарлы/Бахарден|バハルリ
Sarahs/Sarakhs|Sarahs|Серахс|サラフス
Bayramaly|Baýramaly|Байрамали|バイラマリ
Yoloten/Yoleten|Ýolöten|Ёлётен|ヨロテン
Farap|Farap|Фарап|ファラプ
Kushka|Guşgy|Кушка|クシュカ
Koneurgench/Kunya-Urgench|Köneürgenç|Кёнеургенч/Куня-Ургенч|クニャ・ウルゲンチ/クフナ・ウルゲンチ/キョネウルゲンチ
Merv|Merw|Мерв|メルヴ
Nisa|Nusaý|Ниса/Нисса|ニサ
Galkynysh|Galkynyş|Галкыныш|ガルクィヌィシュ/ガルキニシュ
Akhal|Ahal|Ахал|アハル
Balkan|Balkan|Балкан|バルカン
Mary|Mary|Мары|マリ
Lebap|Lebap|Лебап|レバプ
Tokyo|Tokio|Токио|東京
Osaka|Osaka|Осака|大阪
Kyoto|Kioto|Киото|京都
Nagoya|Nagoýa|Нагоя|名古屋
Yokohama|Ýokogama/Ýokohama|Иокогама/Йокогама|横浜
Kobe|Kobe|Кобе|神戸
Hiroshima|Hirosima/Hiroşima|Хиросима|広島
Nagasaki|Nagasaki|Нагасаки|長崎
Sapporo|Sapporo|Саппоро|札幌
Sendai|Sendai/Sendaý|Сендай|仙台
Fukuoka|Fukuoka|Фукуока|福岡
Fukushima|Fukusima/Fukuşima|Фукусима|福島
Okayama|Okaýama|Окаяма|岡山
Okinawa|Okinawa|Окинава|沖縄
Hokkaido|Hokkaýdo/Hokkaido|Хоккайдо|北海道
Nara|Nara|Нара|奈良
Niigata|Niigata|Ниигата|新潟
Kumamoto|Kumamoto|Кумамото|熊本
Kagoshima|Kagosima|Кагосима|鹿児島
Tsukuba|Sukuba|Цукуба|筑波/つくば
Kawasaki|Kawasaki|Кавасаки|川崎
Chiba|Çiba/Tiba|Тиба|千葉
Shizuoka|Sizuoka|Сидзуока|静岡
Astana/Nur-Sultan|Astana|Астана/Нур-Султан|アスタナ/ヌルスルタン
Almaty|Almaty|Алматы/Алма-Ата|アルマトイ/アルマティ
Shymkent|Şymkent|Шымкент|シムケント
Aktau|Aktau|Актау|アクタウ
Turkistan|Türküstan|Туркестан|トルキスタン
Tashkent|Daşkent|Ташкент|タシケント
Samarkand|Samarkant|Самарканд|サマルカンド
Bukhara|Buhara|Бухара|ブハラ
Khiva|Hywa|Хива|ヒヴァ/ヒワ
Urgench|Urgenç|Ургенч|ウルゲンチ
Nukus|Nukus|Нукус|ヌクス
Termez|Termez|Термез|テルメズ
Fergana|Fergana|Фергана|フェルガナ
Dushanbe|Duşenbe|Душанбе|ドゥシャンベ/ドゥシャンベー
Khujand|Hojant|Худжанд|ホジェンド
Bishkek|Bişkek|Бишкек|ビシュケク
Osh|Oş|Ош|オシ/オシュ
Cholpon-Ata|Çolpon-Ata|Чолпон-Ата|チョルポンアタ
Moscow|Moskwa|Москва|モスクワ
Saint Petersburg/St. Petersburg|Sankt-Peterburg|Санкт-Петербург|サンクトペテルブルク/サンクトペテルブルグ
Kazan|Kazan|Казань|カザン
Astrakhan|Astrahan|Астрахань|アストラハン
Makhachkala|Mahaçkala|Махачкала|マハチカラ
Sochi|Soçi|Сочи|ソチ
Vladivostok|Wladiwostok|Владивосток|ウラジオストク
Baku|Baku|Баку|バクー
Nakhchivan|Nahçywan|Нахчыван|ナヒチェヴァン
Shusha|Şuşa|Шуша|シュシャ
Tbilisi|Tbilisi|Тбилиси|トビリシ
Batumi|Batumi|Батуми|バトゥミ
Yerevan|Ýerewan|Ереван|エレバン
Ankara|Ankara|Анкара|アンカラ
Istanbul|Stambul|Стамбул|イスタンブール/イスタンブル
Izmir|Izmir|Измир|イズミル
Antalya|Antalýa|Анталья/Анталия|アンタルヤ/アンタリヤ
Konya|Konýa|Конья|コンヤ
Tehran|Tähran|Тегеран|テヘラン
Mashhad|Maşat/Maşhad|Мешхед|マシュハド
Isfahan|Yspyhan|Исфахан|イスファハン
Gorgan|Gürgen|Горган|ゴルガーン
Kabul|Kabul|Кабул|カブール
Herat|Hyrat|Герат|ヘラート
Kandahar|Kandagar|Кандагар|カンダハール
Islamabad|Yslamabat|Исламабад|イスラマバード
Karachi|Karaçi|Карачи|カラチ
Lahore|Lahor|Лахор|ラホール
Gwadar|Gwadar|Гвадар|グワダル
New Delhi/Delhi|Nýu-Deli/Deli|Нью-Дели/Дели|ニューデリー/デリー
Mumbai|Mumbaý|Мумбаи|ムンバイ
Dhaka|Dakka|Дакка|ダッカ
Beijing/Peking|Pekin|Пекин|北京
Shanghai|Şanhaý|Шанхай|上海
Xi'an/Xian|Sian|Сиань|西安
Urumqi|Urumçi|Урумчи|ウルムチ
Guangzhou|Guançžou|Гуанчжоу|広州
Shenzhen|Şençžen|Шэньчжэнь|深圳
Hong Kong|Gonkong|Гонконг|香港
Seoul|Seul|Сеул|ソウル
Busan|Pusan|Пусан|釜山
Pyongyang|Phenýan|Пхеньян|平壌
Ulaanbaatar/Ulan Bator|Ulan-Bator|Улан-Батор|ウランバートル
Hanoi|Hanoý|Ханой|ハノイ
Bangkok|Bangkok|Бангкок|バンコク
Jakarta|Jakarta|Джакарта|ジャカルタ
Kuala Lumpur|Kuala-Lumpur|Куала-Лумпур|クアラルンプール
Manila|Manila|Манила|マニラ
Canberra|Kanberra|Канберра|キャンベラ
Sydney|Sidneý|Сидней|シドニー
Dubai|Dubaý|Дубай|ドバイ
Abu Dhabi|Abu-Dabi|Абу-Даби|アブダビ
Sharjah|Şarja|Шарджа|シャルジャ
Riyadh|Er-Riýad|Эр-Рияд|リヤド
Jeddah|Jidda|Джидда|ジッダ
Mecca|Mekge|Мекка|メッカ
Medina|Medine|Медина|メディナ
Doha|Doha|Доха|ドーハ
Muscat|Maskat|Маскат|マスカット
Manama|Manama|Манама|マナーマ
Baghdad|Bagdat|Багдад|バグダッド
Damascus|Damask|Дамаск|ダマスカス
Beirut|Beýrut|Бейрут|ベイルート
Amman|Amman|Амман|アンマン
Jerusalem|Iýerusalim|Иерусалим|エルサレム
Tel Aviv|Tel-Awiw|Тель-Авив|テルアビブ
Cairo|Kair|Каир|カイロ
Alexandria|Aleksandriýa|Александрия|アレクサンドリア
Rabat|Rabat|Рабат|ラバト
Algiers|Alžir|Алжир|アルジェ
Tunis|Tunis|Тунис|チュニス
Nairobi|Naýrobi|Найроби|ナイロビ
Addis Ababa|Addis-Abeba|Аддис-Абеба|アディスアベバ
London|London|Лондон|ロンドン
Oxford|Oksford|Оксфорд|オックスフォード
Paris|Pariž|Париж|パリ
Strasbourg|Strasburg|Страсбург|ストラスブール
Berlin|Berlin|Берлин|ベルリン
Munich|Mýunhen|Мюнхен|ミュンヘン
Frankfurt|Frankfurt|Франкфурт|フランクフルト
Hamburg|Gamburg|Гамбург|ハンブルク
Bonn|Bonn|Бонн|ボン
Vienna|Wena|Вена|ウィーン
Geneva|Ženewa|Женева|ジュネーブ
Bern|Bern|Берн|ベルン
Zurich|Sýurih|Цюрих|チューリッヒ
Davos|Dawos|Давос|ダボス
Rome|Rim|Рим|ローマ
Milan|Milan|Милан|ミラノ
Venice|Wenesiýa|Венеция|ヴェネツィア/ベネチア
Naples|Neapol|Неаполь|ナポリ
Turin|Turin|Турин|トリノ
Madrid|Madrid|Мадрид|マドリード
Barcelona|Barselona|Барселона|バルセロナ
Lisbon|Lissabon|Лиссабон|リスボン
Brussels|Brýussel|Брюссель|ブリュッセル
Luxembourg|Lýuksemburg|Люксембург|ルクセンブルク
Amsterdam|Amsterdam|Амстердам|アムステルダム
The Hague/Hague|Gaaga|Гаага|ハーグ
Copenhagen|Kopengagen|Копенгаген|コペンハーゲン
Stockholm|Stokgolm|Стокгольм|ストックホルム
Oslo|Oslo|Осло|オスロ
Helsinki|Helsinki|Хельсинки|ヘルシンキ
Warsaw|Warşawa|Варшава|ワルシャワ
Prague|Praga|Прага|プラハ
Bratislava|Bratislawa|Братислава|ブラチスラヴァ
Budapest|Budapeşt|Будапешт|ブダペスト
Bucharest|Buharest|Бухарест|ブカレスト
Sofia|Sofiýa|София|ソフィア
Belgrade|Belgrad|Белград|ベオグラード
Zagreb|Zagreb|Загреб|ザグレブ
Athens|Afiny|Афины|アテネ
Kyiv/Kiev|Kiýew|Киев|キーウ/キエフ
Minsk|Minsk|Минск|ミンスク
Vilnius|Wilnýus|Вильнюс|ヴィリニュス
Riga|Riga|Рига|リガ
Tallinn|Tallin|Таллин/Таллинн|タリン
Chisinau|Kişinýow|Кишинёв|キシナウ
New York|Nýu-Ýork|Нью-Йорк|ニューヨーク
Washington|Waşington|Вашингтон|ワシントン
Boston|Boston|Бостон|ボストン
Chicago|Çikago|Чикаго|シカゴ
Los Angeles|Los-Anjeles|Лос-Анджелес|ロサンゼルス
San Francisco|San-Fransisko|Сан-Франциско|サンフランシスコ
Houston|Hýuston|Хьюстон|ヒューストン
Ottawa|Ottawa|Оттава|オタワ
Montreal|Monreal|Монреаль|モントリオール
Brasilia|Brazilia|Бразилиа|ブラジリア
Buenos Aires|Buenos-Aýres|Буэнос-Айрес|ブエノスアイレス
Havana|Gawana|Гавана|ハバナ
"""
WATERS = """
Caspian|Hazar|Каспий/Каспийское|カスピ
Aral|Aral|Арал/Аральское|アラル
Amu Darya/Amudarya|Amyderýa|Амударья|アムダリヤ/アムダリア
Syr Darya/Syrdarya|Syrderýa|Сырдарья|シルダリヤ/シルダリア
Murghab/Murgab|Murgap|Мургаб|ムルガブ
Karakum|Garagum|Каракумы/Каракум|カラクム
Kyzylkum|Gyzylgum|Кызылкум/Кызылкумы|キジルクム
Kopetdag|Köpetdag|Копетдаг|コペトダグ
Pamir|Pamir|Памир|パミール
Volga|Wolga|Волга|ヴォルガ/ボルガ
Baikal|Baýkal|Байкал|バイカル
Danube|Dunaý|Дунай|ドナウ
"""
FIRMS = """
Gazprom|Gazprom|Газпром|ガスプロム
Lukoil|Lukoýl|Лукойл|ルクオイル
Rosneft|Rosneft|Роснефть|ロスネフチ
Tatneft|Tatneft|Татнефть|タトネフチ
KazMunayGas|KazMunaýGaz|КазМунайГаз|カズムナイガス
Turkmengaz/Turkmengas|Türkmengaz|Туркменгаз|トルクメンガス
Turkmennebit|Türkmennebit|Туркменнебит/Туркменнефть|トルクメンネビト/トルクメンネフチ
Turkmenhimiya/Turkmenkhimiya|Türkmenhimiýa|Туркменхимия|トルクメンヒミヤ
Itochu|Itoçu/Itoti|Итоти/Иточу|伊藤忠
Sumitomo|Sumitomo|Сумитомо|住友
Mitsubishi|Misubisi/Mitsubishi|Мицубиси|三菱
Mitsui|Misui/Mitsui|Мицуи|三井
Marubeni|Marubeni|Марубени|丸紅
Sojitz|Soýis/Sojitz|Содзиц|双日
Toyota|Toýota|Тойота|トヨタ
Nissan|Nissan|Ниссан|日産
Honda|Honda|Хонда|ホンダ
Komatsu|Komasu/Komatsu|Комацу|コマツ
Toyo|Toýo|Тойо|東洋
Hitachi|Hitaçi/Hitati|Хитачи/Хитати|日立
Toshiba|Tosiba|Тошиба/Тосиба|東芝
Panasonic|Panasonic/Panasonik|Панасоник|パナソニック
Sony|Sony/Soni|Сони|ソニー
Siemens|Siemens/Zimens|Сименс|シーメンス
Airbus|Airbus|Аэробус/Эйрбас|エアバス
Boeing|Boeing|Боинг|ボーイング
Hyundai|Hyundai/Hýunde|Хёндэ/Хендай|現代自動車/ヒュンダイ
Samsung|Samsung|Самсунг|サムスン
Petronas|Petronas|Петронас|ペトロナス
Huawei|Huawei/Huaweý|Хуавей|ファーウェイ
Polimeks|Polimeks|Полимекс|ポリメクス
Microsoft|Microsoft/Maýkrosoft|Майкрософт|マイクロソフト
Google|Google/Gugl|Гугл|グーグル
"""
# CLDR has longer or other names for these.
COUNTRIES = """
United States/America|Amerika/Birleşen Ştatlary|Америка/Соединённые Штаты|アメリカ/米国/合衆国
United Kingdom/Britain|Britaniýa/Birleşen Patyşalyk|Великобритания/Британия/Соединённое Королевство|イギリス/英国
South Korea/Korea|Koreýa|Корея|韓国/朝鮮/コリア
Czechia/Czech Republic|Çehiýa|Чехия/Чешская|チェコ
Türkiye/Turkey|Türkiýe|Турция/Турецкая|トルコ
Georgia|Gruziýa|Грузия|ジョージア/グルジア
United Arab Emirates/Emirates/UAE|Emirlikleri/BAE|Эмираты/ОАЭ|首長国/UAE
Saudi Arabia|Saud Arabystany|Саудовская Аравия|サウジアラビア/サウジ
China|Hytaý|Китай|中国/中華
Netherlands/Holland|Niderlandlar/Gollandiýa|Нидерланды/Голландия|オランダ
Japan|Ýaponiýa|Япония/Японская|日本
Kyrgyzstan/Kyrgyz|Gyrgyzystan|Кыргызстан/Киргизия/Кыргызская|キルギス
Belarus|Belarus|Беларусь/Белоруссия|ベラルーシ
"""
SIGNS = dict(
    row.replace("_", " ").rsplit(" ", 1)
    for row in (
        "Japan 日|China 中|South_Korea 韓|United_States 米|United_Kingdom 英|France 仏|Germany 独|Italy 伊|"
        "Russia 露|India 印|Australia 豪|Canada 加|Spain 西|Netherlands 蘭|Türkiye 土|Brazil 伯|Tokyo 京|Osaka 阪|"
        "Kyoto 京|Kobe 神|Philippines 比|Thailand 泰|Vietnam 越|Mongolia 蒙|Austria 墺"
    ).split("|")
)
"""One sign that stands for a country or a city in Japanese: 日米, 在京."""


def rows(table: str) -> Iterator[dict[str, tuple[str, ...]]]:
    """The forms of every place of a table by their language."""
    for line in table.split("\n"):
        if line:
            forms = (tuple(cell.split("/")) for cell in line.split("|"))
            yield dict(zip(("en", "tk", "ru", "ja"), forms, strict=True))
