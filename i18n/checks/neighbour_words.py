"""Short, frequent words of the languages that a text can be taken for, by the language that it should be in."""

from __future__ import annotations

LITTLE: dict[str, dict[str, str]] = {
    "en": {
        "de": "in an am was also so der das und von zu mit ist des im für auf nicht ein eine einen einem einer "
        "eines dem sich auch es werden aus dass daß sie nach wird bei um sind noch wie über zum haben nur "
        "oder aber vor zur durch sein wurde wurden kann gegen vom können wenn ihre ihrer seine seiner jeder "
        "alle diese dieser zwischen ihm jede wir beim sowie keine worden hat die den parteien treffen trafen "
        "zusammenarbeit",
        "fr": "a on d l n s le la les des du de et en un une est dans pour que qui sur par avec au aux ce ces cette "
        "pas ne sont été il elle ils ou leur leurs entre ont ses tout toute à où être lors afin nul ainsi "
        "doit peut ministres rencontre rencontrés coopération",
        "es": "a no se me el la los las de del y en un una que por para con es al lo su sus como más fue ha han "
        "este esta entre sobre sin también desde tiene todo toda ser ni nadie derecho ministros partes "
        "cooperación reunieron",
        "it": "a e in i il la lo gli le di del della dei delle degli un una che con non si è al alla da dal dalla "
        "nel nella sono ha hanno come più anche tra fra suo sua questo questa ogni ad essere all dell nell "
        "sul sulla ed ministri parti cooperazione incontrati",
        "pt": "a e no se o os as de do da dos das em um uma que por para com não é ao à na nos nas foi são como "
        "mais seu sua entre ou pelo pela também este esta todo toda ser tem direito ninguém ministros partes "
        "cooperação reuniram",
        "nl": "in is was of over de het een en van op te dat voor met zijn niet aan er om ook als bij door uit naar "
        "heeft hebben worden wordt werd tot deze dit zij hij ieder recht tussen onder hun der zich niemand "
        "zal evenmin elkaar samenwerking partijen ontmoetten bespraken",
        "pl": "a to on i w z na się że nie jest oraz od przez dla po jak za są tym lub których która który każdy ma "
        "prawo jego ani być",
        "ro": "și şi de la în cu pe să nu este din pentru care sau un ale al dreptul orice fi prin nici",
        "sv": "och att det som en på är av för med till har inte ett var hans rätt og til er af",
        "tk": "we bilen üçin boýunça bu hem şeýle barada baradaky hakynda arasynda bolup edip ýyl ýylyň bolan "
        "edildi eden hem-de şu şol hökmünde arkaly hukugy bar öz iki ministrler duşuşdy duşuşdylar ýurduň",
        "tr": "ve ile için bu bir olarak olan da çok daha en gibi kadar sonra her ise üzere tarafından arasında "
        "olduğu etti edildi değil ki hakkı herkes veya bakanlar taraflar araya geldi görüştü işbirliği",
    },
    "tk": {
        "en": "the of and to in that is was were for with on by as from this which are been has had its their would "
        "between also not or after all he she they such than these",
        "tr": "ve ile için olarak olan çok daha gibi kadar sonra ancak ise üzere tarafından arasında arasındaki "
        "yılında yılı yıl olduğu etti edildi değil veya hakkı herkes herkesin bütün kendi onun sahiptir hiç "
        "kimse vardır ilgili konusunda ilişkin bakan bakanı toplantı günü olmak karşı taraflar bakanlar ülke "
        "görüşme görüşmeler iş",
        "az": "və ilə üçün olan olaraq hər kəs hüququ vardır öz heç daha tərəfindən malikdir arasında üzrə haqqında "
        "isə bütün kimi tərəflər nazirlər nazir",
        "uz": "va bilan uchun har boʻlgan huquqi ega inson oʻz ham yoki emas kerak tomonidan boʻyicha haqida qilish "
        "edi mumkin unga bo'lgan o'z bo'yicha ikki tomonlar vazirlar vazir hamkorlik masalalari",
        "gag": "hem hererkin hakkı onun kendi deyni için herkezin",
        "de": "der die das und den von zu mit ist des im für auf nicht ein eine sich auch werden nach wird",
    },
    "ru": {
        "uk": "в на не до про або у за со так по і з та що як від із був була були це його їх між який яка які року "
        "році зустрічі під час щодо й має кожна людина всі її де чи бути сторони міністри міністр зустріч "
        "співпраця співпрацю обговорили питання країни відбулася",
        "be": "на не за да по у і ў з што як ад аб па быў гэта яго іх паміж які якая якія сустрэчы бакі мае кожны "
        "чалавек таксама пры сваё ды міністры міністр супрацоўніцтва супрацоўніцтве абмеркавалі сустрэча "
        "пытанні",
        "bg": "и в на с по за от да не или до при между които му го им а о се че е са като също беше бяха това през "
        "към със във бе всеки човек има бъде си ще който която година ги страните всички никой имат те тази "
        "този нито така трябва нея неговите нас хора министрите министърът срещата среща срещнаха "
        "сътрудничество сътрудничеството обсъдиха тона преди още щяха докато когато където чрез срещу вече според "
        "години милиона лева заяви каза съобщи стана става обяви бъдат имаше няма могат онези него",
        "sr": "и у на за да не или о до од по из са при све нико му а је су се који која које као свако између бити "
        "има њега овај било стране министри сарадњи сарадња састанак",
        "mk": "и на за да не или по од до при му го а во со се е кој која кои како секој има сите негово што нема "
        "никој тие еден ова исто тоа ќе било биде страните министрите соработка средба",
        "kk": "және мен бен үшін бұл туралы бойынша болып деп осы арасындағы екі әр адам тараптар министрлер "
        "ынтымақтастық",
        "ky": "жана менен үчүн бул боюнча болуп деп ар бир адам укуктуу өз ошол эч ким же анын тийиш тараптар "
        "министрлер кызматташуу",
        "tg": "ва ки аз ба дар бо барои ҳар кас ҳуқуқ дорад ин ё шуд нав буд кард тавассути",
        "mn": "нь бөгөөд хүн бүр эрхтэй ба болон энэ тухай улсын ч аль хэнийг хэн байна",
        "uz": "ва билан учун ҳар бўлган ҳуқуқига эга инсон ўз ёки бу бир янги куни йил йили йилда эди бўлди қилди",
        "tk": "ве билен үчин боюнча хем бу бир",
    },
}
