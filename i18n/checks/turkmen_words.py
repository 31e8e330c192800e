"""Beginnings of frequent Turkmen words that no other word has once they are typed without their own letters."""

from __future__ import annotations

_STEMS = (
    "aragatnaş artýar asyryň aziýa açdyla açylar açyldy açylýa açýar aýaly aýdan aýdylm aýdylý aýlary aýraty "
    "aýryld aýtdy aýtmad aýtmat aýynda aýynyň aşgaba aşyryl babyň baglaş bagyň bagyşl barylý barýan barýar baýrak "
    "baýram başga başlad başlan başlar başlaý başlyg başlyk baştut başynd belleý berilý beriş berýär beýan beýik "
    "beýlek beýläk binýad birleş birnäç bişkek boluň bolşy boýunç bähbid bähbit bäsleş bäşden bäşinj bäşisi "
    "bäşýyl bölegi bölüm bölünd bütind býujet daşary daşken daşky daşogu degişl deňagr deňdir deňze deňzi diýdi "
    "diýen diýilý diýip diýlip diýmed durmuş durýar duýdur duşenb duşuş dymyşl däl dördün döredi "
    "döretd döretm dörtde döräpd döwlet döwri döwrün dünýä dürli düzdi düzgün düzüld düzüm düşüni edeliň edilýä "
    "edýär ekeliň eýedig eýedir eýeled eýeler eýeleý eýeçil eýran eýsem garaşs garaşý garlyý garşy gatnaş gazyň "
    "geldiň geliň gelýär gepleş getirý geçdi geçen geçild geçilý geçiri geçirm geçişi geçýär geňeş gidýär giriş "
    "girýär giňelt giňişl golaý goldaý golýaz goraýy gowşur goýber goýuld goýuml goýýar goňşul goňşum goňşuç "
    "goşuld goşuly goşund gruziý guramaçyly gurluş gurşaw gutlaý gynanç gämile gönükd gördül görkez görnüş göteri "
    "göçdi göçüri gün günde gündiz gündür günler günlük gününd gününi gürleý gürleş gürrüň güýje güýji güýjün "
    "güýzde güýzün güýçlü hazarý haçan haýall haýasi haýyrl hemişe heýkel himiýa hoşniý hytaý hyzmatdaşly häkim "
    "häsiýe häzir hödürl hökmün höküme hümmet hünärm iberiň ilçiha ilçile ilçini ilçisi inedör italiý içerki "
    "içinde içine iýena iýul iýulda iýulyn iýun iýunda iýunyn iňlis işewür işine işjeň işleme işleni işler işleýä "
    "jaýda koreýa kärhan kömegi köpden köpdür köpçül küştde laýyk leksiý liniýa malaýz maliýe maslahatlaş maýda "
    "maýynd maýyň medeniýet meselä meýdan meýiln muzeý mähri mälim möhlet möhüm möçber mümkin müňden müňler "
    "müňýyl neşir niýetl noýabr nukdaý nyşany näbell okaýar oktýab okuwça okuwçy olaryň onlaýn onýyll oýunla "
    "patyşa paýlan penşen poçta premýe raýatl rezolý russiý sazlaş saýlan saýtym saýtyn sebäbi sebäpl sentýa "
    "sergeý serişd sessiý seýilg sişenb soňkus soňky soňra synçyl syýasa syýasy söhbet söwda sözler sözünd süýşür "
    "taýyp taýýar teňňel teşrif tomsuň tutulý tutýar tähran täjigi täze täzele tölegl türgen türki türkm ugraýa "
    "ulanýa utgaşd uzakmö uzaýan uçarda uçary wagtyň welaýa wezipä ygtyýa ylalaş ynamyň ynanyş ynanç zeýtun "
    "ziýara ädimme ähmiýe ähtnam ärdoga çagala çagyry çalşyl çarpdy çarşen çekdi çekild çekile çekiň çekmek "
    "çemele çenli çeşme çyglyl çykalg çykan çykar çykdaj çykyş çynarl çägiň çäk çäklen çäkler çärýeg çärýek "
    "çözgüd ödäris öndüre öndüri önümiň ösdür ösüş ösüşi ösýär öwrenm öwrený özara özbegi özünde özüniň öňüni üns "
    "üstünl üçden üçin üçtara üçünji üçüsi üýtged üýtgem üýtget ýadygä ýagdaý ýagdy ýagny ýagyş ýakynl ýangyn "
    "ýanwar ýanynd ýapon ýapyld ýaragl ýarpys ýarym ýarysy ýaryş ýatda ýatlad ýatlat ýazda ýazdy ýazgyl ýazgyn "
    "ýazgys ýazmaç ýazypd ýazyň ýaşaýa ýaşaýj ýaşlar ýaşly ýaşyl ýaşynd ýedili ýedinj ýekşen ýerde ýerind ýerine "
    "ýerler ýerleş ýerli ýetdi ýetip ýetird ýetiri ýewro ýeňdi ýeňill ýigrim ýokary ýolagç ýolbaş ýolumy ýoluň "
    "ýurduň ýurt ýurtda ýurtla ýurtly ýuwaş ýygnak ýygnan ýyl ýylda ýyllar ýyllyg ýyllyk ýylynd ýylyň ýöredi "
    "ýörelg ýörite ýüküň ýürekd ýüzden ýüzlen şahasy şahyry şanhaý şenbe şertna şeýle şolard ştatla şulary şunuň "
    "şweýsa şygar şäher şübhäm ženewa žurnal "
)
_BARE = str.maketrans("äçžňöşüýÄÇŽŇÖŞÜÝ", "acznosuyACZNOSUY")
_WHOLE = frozenset(("gun", "uns", "cak", "dal", "yyl", "ucin"))
"""Too short to be the beginning of a word for certain."""
_BY_BARE = {stem.translate(_BARE): stem for stem in _STEMS.split()}
_LENGTHS = sorted({len(bare) for bare in _BY_BARE}, reverse=True)


def meant(word: str) -> str | None:
    """The beginning that is meant by a word, in small letters, that lacks its Turkmen letters or some of them."""
    for length in _LENGTHS:
        bare = word[:length].translate(_BARE)
        stem = _BY_BARE.get(bare) if len(bare) == length else None
        if stem and (bare not in _WHOLE or len(word) == length):
            return None if word.startswith(stem) else stem
    return None
