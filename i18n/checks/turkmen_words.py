"""Beginnings of frequent Turkmen words that no other word has once they are typed without their own letters."""

from __future__ import annotations

from functools import lru_cache

_STEMS = (
    "aragatnaş artýar aziýa açdyla açylar açyldy açylýa açýar aýaly aýdan aýdyl aýlary aýraty aýryld aýtdy aýtmad "
    "aýtmat aýynda aýyny aşgaba aşyryl baglaş bagyşl barýan barýar baýrak baýram başla başlyg başlyk baştut "
    "başynd berýär beýan beýik beýlek beýläk binýad birleş birnäç bişkek bolşy boýun bähbid bähbit bäsle bäşden "
    "bäşinj bäşisi bäşýyl bölegi bölüm bölünd bütind býujet daşary daşken daşky daşogu degişl deňagr deňdir deňze "
    "deňzi diýdi diýen diýil diýip diýlip diýmed durmuş durýar duýdur duşenb duşuş dymyşl däl dördün döredi "
    "döretd döretm dörtde döräpd döwlet döwri döwrün dünýä dürli düzdi düzgün düzüld düzüm düşüni edýär eýedig "
    "eýedir eýele eýeçil eýran eýsem garaşs garşy gatnaş gelýär gepleş geçdi geçen geçil geçiri geçirm geçişi "
    "geçýär geňeş gidýär giriş girýär giňelt giňişl golaý golýaz goraýy gowşur goýber goýuld goýuml goýýar goňşu "
    "goşuld goşuly goşund guramaçyly gurluş gurşaw gämile gönükd gördül görkez görnüş göteri göçdi göçüri gün "
    "günde gündiz gündür günler günlük gününd gününi gürle gürrüň güýje güýji güýjün güýzde güýzün güýçl haçan "
    "haýall haýasi haýyrl hemişe heýkel himiýa hoşni hytaý hyzmatdaşly häkim häsiýe häzir hödürl hökmün höküme "
    "hümmet hünärm ilçiha ilçile ilçini ilçisi inedör italiý içerki içinde içine iýena iýul iýulda iýulyn iýun "
    "iýunda iýunyn iňlis işewür işine işjeň işler jaýda koreýa kärhan kömegi köpden köpdür köpçül "
    "küştde laýyk liniýa malaýz maliýe maslahatlaş maýda maýynd medeniýet meýdan meýiln mähri mälim möhlet möhüm "
    "möçber mümkin müňden müňler müňýyl neşir niýetl noýabr nyşany näbell okaýar oktýab okuwça okuwçy onlaýn "
    "onýyll oýunla patyşa paýlan penşen poçta premýe raýatl russiý sazlaş saýlan saýtym saýtyn sebäbi sebäpl "
    "sentýa serişd seýilg sişenb soňkus soňky soňra synçyl syýasa syýasy söhbet söwda sözler sözünd süýşür taýyp "
    "taýýar teňňel teşrif tutýar tähran täjigi täze täzele tölegl türgen türki türkm ugraýa ulanýa utgaşd "
    "uzakmöhlet uzaýan uçarda uçary welaýa ygtyýa ylalaş ynanyş zeýtun ziýara ädimme ähmiýe ähtnam ärdoga çagala "
    "çagyry çalşyl çarpdy çarşen çekdi çekild çekile çekmek çemele çenli çeşme çyglyl çykalg çykan çykar çykdaj "
    "çykyş çynarl çäk çäklen çäkler çärýeg çärýek çözgüd ödäris öndüre öndüri önümi ösdür ösüş ösüşi ösýär öwren "
    "özara özbegi özünde özüni öňüni üns üstünl üçden üçin üçtara üçünji üçüsi üýtged üýtgem üýtget ýadyg ýagda "
    "ýagdy ýagny ýakynl ýangyn ýanwar ýanynd ýapon ýapyld ýaragl ýarpys ýarym ýarysy ýatda ýatlad ýatlat ýazda "
    "ýazdy ýazgyl ýazgyn ýazgys ýazma ýazypd ýaşaýa ýaşaýj ýaşlar ýaşly ýaşyl ýaşynd ýedili ýedinj ýekşen ýerde "
    "ýerind ýerine ýerle ýerli ýetdi ýetip ýetird ýetiri ýewro ýeňdi ýeňill ýigrim ýokary ýolag ýolba ýolumy "
    "ýurdu ýurt ýurtda ýurtla ýurtly ýygnak ýygnan ýyl ýylda ýyllar ýyllyg ýyllyk ýylynd ýöredi ýörelg ýörite "
    "ýürekd ýüzden ýüzlen şahasy şahyry şanha şenbe şertna şeýle şolard ştatla şulary şweýsa şygar şäher şübhäm "
    "ženewa žurnal "
)
_BARE = str.maketrans("äçžňöşüýÄÇŽŇÖŞÜÝ", "acznosuyACZNOSUY")
_WHOLE = frozenset(("gun", "uns", "cak", "dal", "yyl", "ucin"))
"""Too short to be the beginning of a word for certain."""
_BY_BARE = {stem.translate(_BARE): stem for stem in _STEMS.split()}
_LENGTHS = sorted({len(bare) for bare in _BY_BARE}, reverse=True)


@lru_cache(maxsize=8192)
def meant(word: str) -> str | None:
    """The beginning that is meant by a word, in small letters, that lacks its Turkmen letters or some of them."""
    for length in _LENGTHS:
        bare = word[:length].translate(_BARE)
        stem = _BY_BARE.get(bare) if len(bare) == length else None
        if stem and (bare not in _WHOLE or len(word) == length):
            return stem if any(a != b and a == b.translate(_BARE) for a, b in zip(word, stem, strict=False)) else None
    return None
