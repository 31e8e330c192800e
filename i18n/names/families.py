"""Family names that sound near each other and are two: Nakamura and Nakayama, Meredov and Muradov."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from i18n.names import readings, sounds

# Spellings of one name stand with a slash between. Only names that other scripts write in one way, give or take.
_NAMES = """
Lebedev Lebedenko Sokolov Sobolev Soloviov/Soloviev/Solovev Smirnov Smirnitskiy Ivanov Ivanenko Petrov Petrenko
Petrosyan Pavlov Pavlenko Pavlyuk Nikitin Nikiforov Nikolaev/Nikolayev Nikolaenko Morozov Mironov Makarov Markov
Maslov Matveev Fyodorov/Fedorov Fedotov Filatov Filippov Kozlov Kotov Komarov Konovalov Kovalev/Kovalyov Kovalenko
Kovalchuk Kravchenko Kravtsov Kuznetsov Kudryavtsev Kuzmin Kulikov Kiselev/Kiselyov Kirillov Karpov Karpenko Popov
Poliakov/Polyakov Ponomarev Romanov Romanenko Rodionov Rogov Ryabov Stepanov Stepanenko Stepanyan Savelev/Savelyev
Savchenko Semenov/Semyonov Sergeev/Sergeyev Sergienko Sidorov Sidorenko Shevtsov Shevchenko Shevchuk Shestakov Titov
Tikhonov Tarasov Tarasenko Timofeev Timoshenko Vasilev/Vasilyev Vasilenko Vlasov Vorobev/Vorobyov Voronov Volkov
Vinogradov Vinokurov Zaitsev Zakharov Zakharchenko Zhukov Zhuravlev/Zhuravlyov Borisov Borodin Belov Belyaev/Beliaev
Bogdanov Bogomolov Bondarev Bondarenko Baranov Barinov Galkin Gavrilov Gerasimov Golubev Golovin Gorbunov
Grigorev/Grigoryev Grishin Gromov Gromyko Gusev Danilov Denisov Dmitriev Dorofeev Davydov Andreev/Andreyev Antonov
Andropov Artamonov Lavrov Lavrentev Lazarev Loginov Lukashenko Mikhailov Mishustin Medvedev Nazarov Nesterov Novikov
Novak Orlov Osipov Panov Panin Petrukhin Potapov Meredov Muradov Orazov Orazmuradov Gurbanov Gurbanmuradov Gurdov
Berdimuhamedov Berdimuradov Durdylyev Saparov Saparmuradov Annamuradov Annamammedov Annagurbanov Atamuradov
Atageldiyev Amangeldiyev Akmammedov Akmuradov Bayramov Bayrammuradov Babayev Begmuradov Begenchov Charyyev Garlyyev
Geldimuradov Hudayberdiyev Hudayberenov Hommadov Jumamuradov Jumadurdyyev Kakabayev Mammedov Mammetgulyyev Nurmammedov
Nurmuradov Nazargulyyev Orazgulyyev Orazberdiyev Rejepov Rejepmuradov Rozyyev Soyunov Sahatmuradov Tachmuradov
Tagandurdyyev Yazmuradov Yazmammedov Karimov Kasymov/Kasimov/Qosimov Kamilov Rakhimov Rakhmanov/Rahmonov Rashidov
Sharipov Salimov Tokayev Nazarbayev Mirziyoyev Japarov Atambayev Akayev Sariyev Jeenbekov Ibraimov Nurdinov Kurbanov
Khamidov Akhmedov Aliyev Guliyev Kim Lee/Li/Ri Park/Pak Choi/Choe Jung/Jeong/Chung Kang Cho Yoon/Yun Jang/Chang Lim/Im
Han Shin/Sin Kwon Hwang Ahn/An Song Lindqvist/Lindkvist Lindgren Lundgren Lundqvist/Lundkvist Lindberg Lundberg
Nilsson Nielsen Larsson Larsen Hansen Hanson Andersson/Anderson/Andersen Johansson Johnson Jackson Robertson Robinson
Richardson Roberts Williams Williamson Wilson Watson Thomson/Thompson Taylor Turner Tucker Miller Muller/Mueller
Martin Martinez Fernandez Hernandez Gonzalez Gomez Rodriguez Ramirez Schneider Schmidt Schmitt Schroeder/Schroder
Schulz/Schultz Schumacher Hoffmann Hartmann Herrmann
"""
_FOLD = str.maketrans(
    {"S": "s", "C": "t", "Q": "t", "c": "t", "Z": "z", "J": "z", "G": "g", "f": "v", "T": "t", "X": "s"}
)
_JAPANESE = str.maketrans("lb", "rv")
"""What kana have one sound for."""
_VOWEL = re.compile("[aeiou]+")
_FAR = 0.2
"""Names that are nearer than this may be one, in two spellings."""
_SURE = 3


def alike(one: str, first: str, other: str, second: str) -> bool:
    """Whether a word of the language ``first`` can be the name that another one is in ``second``."""
    return sounds.alike(one, first, other, second) and not apart(one, first, other, second)


def unlike(one: str, first: str, other: str, second: str) -> bool:
    """Whether they are surely two names."""
    return sounds.unlike(one, first, other, second) or apart(one, first, other, second)


@lru_cache(maxsize=16384)
def apart(one: str, first: str, other: str, second: str) -> bool:
    """Whether both are known here and are not one name, or have vowels that none takes for each other."""
    if sounds.other_vowels(one, first, other, second):
        return True
    known, there = _known(one, first), _known(other, second)
    return bool(known and there and known.isdisjoint(there)) and sounds.distance(one, first, other, second) >= _FAR


@lru_cache(maxsize=16384)
def _known(word: str, language: str) -> frozenset[str]:
    """The family names that a word may be, in whatever case and for a woman, too."""
    heard = {sounds.sounds(stem, language).translate(_FOLD) for stem in sounds.stems(word, language)}
    if language == "ja":
        heard = {one.translate(_JAPANESE) for one in heard}
        found = {_VOWEL.sub("", one) for one in heard}
        heard = {one for one in found if len(one) >= _SURE} or heard
    index = _index(language == "ja")
    return frozenset().union(*(index.get(form, frozenset()) for one in heard for form in (one, one.rstrip("aeiou"))))


@cache
def _index(japanese: bool) -> dict[str, frozenset[str]]:
    """By how they sound, the names with the first of their spellings."""
    index: dict[str, set[str]] = {}
    rows = [*map(tuple, map(_spellings, _NAMES.split())), *readings.families()]
    for spellings in rows:
        for spelled in spellings:
            heard = sounds.sounds(spelled, "en").translate(_FOLD)
            forms = {heard, heard.rstrip("aeiou")}
            if japanese:
                forms = {one.translate(_JAPANESE) for one in forms}
                forms |= {_VOWEL.sub("", one) for one in forms}
            for form in forms:
                index.setdefault(form, set()).update(spellings)
    return {heard: frozenset(names) for heard, names in index.items()}


def _spellings(row: str) -> list[str]:
    return row.split("/")
