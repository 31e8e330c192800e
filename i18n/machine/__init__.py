"""The door to services for machine translation: deep-translator, and DeepL's own library.

What these libraries lack is here, in one place: a deadline, patience, a rhythm, several calls at a time, a memory of
what was answered, marks for what must not be touched, and doubt about whatever comes back.
"""

from i18n.machine.failures import ServiceError
from i18n.machine.memo import Memo
from i18n.machine.pace import Pace
from i18n.machine.service import Languages, Service
from i18n.machine.services import SERVICES, Door, Pair, door, languages, pair
from i18n.machine.suggester import Bill, Machine, Terms

__all__ = [
    "SERVICES",
    "Bill",
    "Door",
    "Languages",
    "Machine",
    "Memo",
    "Pace",
    "Pair",
    "Service",
    "ServiceError",
    "Terms",
    "door",
    "languages",
    "pair",
]
