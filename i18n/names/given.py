"""Given names, in one spelling: two words with capitals of which one is such a name are a person."""

from __future__ import annotations

from functools import cache, lru_cache

from i18n import inflection
from i18n.names import readings
from i18n.names.sounds import keys, sounds

_NAMES = """
Serdar Gurbanguly Rashid Vepa Ahmet Atadurdy Dunyagozel Hojamyrat Myahri Begench Berdimyrat Myrat Murat Oraz Orazgeldi
Annageldi Amangeldi Aman Annamuhammet Ata Atamyrat Bahar Baymyrat Bayram Bayramgul Batyr Bekmyrat Berdi Charymyrat
Chary Dovlet Dovletgeldi Durdy Durdymuhammet Esen Ejegul Gozel Guljahan Gulshat Gulnara Gurban Gurbanmyrat Guvanch
Guych Hojaberdi Hudayberdi Ilmyrat Jemal Jeren Kakageldi Kakamyrat Kemal Kerim Kurban Maksat Maral Maya Mekan Merdan
Meret Mergen Muhammet Myratgeldi Nazar Nurmuhammet Nurberdi Nury Nyyazmuhammet Ogulgerek Oguljeren Orazmyrat Ovez
Ovezmyrat Palvan Parahat Rahym Rejep Resul Rovshen Saparmyrat Sapar Selbi Shamyrat Shirin Sohbet Suray Tachmyrat Tagan
Toyly Tuvakmammet Yagmyr Yazgeldi Yazmyrat Yhlas Yusup Zohre Ayna Aylar Aygul Ayjemal Altyn Akmyrat Ivan Petr Pavel
Alexander Aleksandr Aleksey Alexei Sergey Andrey Dmitry Nikolay Mikhail Vladimir Viktor Vasily Yury Boris Oleg Igor
Konstantin Maxim Maksim Roman Anton Artem Denis Evgeny Yevgeny Gennady Georgy Grigory Kirill Leonid Lev Valery
Vyacheslav Vitaly Stanislav Yaroslav Fyodor Stepan Semyon Ruslan Timur Rustam Rinat Marat Ilya Ilyas Anna Anastasia
Elena Yelena Ekaterina Maria Irina Olga Natalia Tatiana Svetlana Lyudmila Galina Valentina Nina Vera Nadezhda Lyubov
Larisa Marina Oksana Yulia Ksenia Polina Daria Sofia Alina Diana Alla Tamara Raisa Zoya John James Robert Michael
William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Antony Mark Donald Steven Stephen Paul
Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan
Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Patrick Raymond Jack Dennis Jerry Tyler Aaron Jose Adam
Nathan Henry Peter Zachary Kyle Walter Harold Jeremy Ethan Carl Keith Roger Arthur Lawrence Sean Christian Albert Joe
Austin Jesse Willie Rishi Keir Barack Emmanuel Nicolas Jacques Pierre Jean Louis Michel Claude Henri Philippe
Antoine Marie Jeanne Sophie Isabelle Catherine Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah
Karen Lisa Nancy Margaret Sandra Ashley Kimberly Emily Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura
Helen Sharon Cynthia Kathleen Amy Angela Shirley Emma Pamela Nicole Samantha Katherine Christine Debra Rachel
Janet Carolyn Hillary Ursula Olaf Annalena Hans Heinrich Helmut Johannes Jens Jorg Jurgen Karl Klaus Kurt Martin
Matthias Otto Stefan Wolfgang Werner Giorgia Giorgio Giuseppe Giovanni Mario Luigi Matteo Paolo Pietro Roberto Sergio
Silvio Antonio Carlos Fernando Francisco Javier Jorge Juan Luis Manuel Miguel Pedro Rafael Ricardo Josep Pablo Diego
Alberto Andres Enrique Janos Laszlo Ferenc Istvan Andras Zoltan Gabor Orban Katalin Vaclav Milos Jan Josef Tomas
Zuzana Andrzej Mateusz Ilham Heydar Elmar Jeyhun Mehriban Nikol Ararat Armen Irakli Giorgi Mikheil Salome Levan Zurab
Kassym Jomart Nursultan Alikhan Askar Bakhytzhan Bakytzhan Erlan Serik Mukhtar Kanat Olzhas Shavkat Abdulla Aziz
Bakhtiyor Bakhodir Komil Saida Ulugbek Sardor Jasur Emomali Sirojiddin Kohir Sadyr Akylbek Jeenbek Almazbek Sooronbay
Ebrahim Hassan Hossein Hussein Mohammad Muhammad Mohammed Mahmoud Ali Ahmad Ahmed Abbas Amir Javad Masoud Saeed Mehdi
Reza Abdul Abdullah Abdulaziz Hamad Khalid Khalifa Salman Sultan Tamim Faisal Fahd Omar Osman Ibrahim Ismail Yusuf
Mustafa Hakan Mevlut Recep Tayyip Binali Fuat Cevdet Devlet Mehmet Suleyman Omer Emine Ayse Fatma Zeynep Imran Shehbaz
Nawaz Bilawal Asif Ishaq Narendra Subrahmanyam Rajnath Droupadi Amit Sushma Ashraf Hamid Ban Kofi Tedros Audrey
Filippo Achim Amina Miroslav Kaha Helga Alain Kaja Roberta Ajay Masatsugu Takehiko Masato Shinzo Fumio Yoko Yoshimasa
Shigeru Takeshi Sanae Taro Yoshihide Toshimitsu Hiroshi Hiroyuki Masaki Hanako Kenji Ichiro Akira Naoko Yuriko Keiko
Yoshiko Junichiro Yukio Jeyms Maykl Devid Jorj Charlz Uilyam Mayk Stiven Pol Endryu Entoni Frenk Jek Jo Pyer Zhan Lui
Anri Filipp Mari Viktoria Hose Huan Mayya Gans Genrih Gelmut Yohannes Avgust Ketrin Elizabet Meri Suzan Kristina
Kristin Suze Andzhela Enver Dzhozef Metyu Kristofer Deniel Pyotr Naoto Yasuo Nobuo Kazuo Makoto Satoshi Takashi Tetsuo
Minoru Shinichi Kenichi Koichi Akihito Naruhito Masako
"""
_FOLD = str.maketrans("QJTGqcS", "CZtgkss")


def _folded(sound: str) -> str:
    return sound.translate(_FOLD)


@cache
def _given() -> frozenset[str]:
    return frozenset(
        _folded(sounds(name, "en")) for name in (*_NAMES.split(), *readings.given_names()) if len(name) > 2
    )


_SPELLED = frozenset(name.lower() for name in (*_NAMES.split(), *readings.given_names()) if len(name) > 2)
_SURE = 4
"""So many sounds of a stem tell a name."""


@cache
def _keys() -> frozenset[str]:
    return frozenset(key for name in _NAMES.split() for key in keys(name, "en"))


@lru_cache(maxsize=8192)
def is_given(word: str, language: str, *, as_written: bool = False) -> bool:
    """Whether a word sounds like a given name, in whatever case it stands.

    :param as_written: only where no ending and no short word lets it seem so: Были is no Bill.
    """
    if language == "ja":
        return not keys(word, language).isdisjoint(_keys())
    stems = inflection.stems(word, language)
    if language == "en":
        return not _SPELLED.isdisjoint(stems)
    heard = [_folded(sounds(stem, language)) for stem in (stems[:1] if as_written else stems)]
    return any(sound in _given() and (len(sound) >= _SURE or not (at or as_written)) for at, sound in enumerate(heard))
