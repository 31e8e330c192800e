"""deep-translator, with all its calls going through the session of the thread that makes them.

Its classes call ``requests.get`` and ``requests.post`` as they stand in their modules, with neither a timeout nor a way
to give one. So these modules are given something that looks like requests there. For others it still is requests.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

import requests

from i18n.machine.failures import NoAnswerError
from i18n.machine.session import Session

_SESSION: ContextVar[Session | None] = ContextVar("_SESSION", default=None)


class _Requests:
    """What deep-translator takes for the module requests."""

    exceptions = requests.exceptions

    def get(self, url: str, **given: Any) -> Any:
        return self._through().get(url, **given)

    def post(self, url: str, **given: Any) -> Any:
        """A call without a body gets its parameters as one: a text, and a key, do not belong in an address."""
        if not given.get("data") and not given.get("json"):
            given["data"] = given.pop("params", None)
        return self._through().post(url, **given)

    def _through(self) -> Any:
        return _SESSION.get() or requests


@lru_cache(maxsize=1)
def deep_translator() -> Any:
    """The library, loaded when it is first asked for: that takes longer than most commands of habar."""
    import deep_translator
    from deep_translator import google, libre, microsoft, mymemory, yandex

    for module in (google, libre, microsoft, mymemory, yandex):
        module.requests = _Requests()
    return deep_translator


@contextmanager
def through(session: Session) -> Iterator[None]:
    """Calls of the library in this thread go through ``session``. What it makes of an odd answer is no translation.

    :raises BusyError: :raises RefusedError: :raises NoAnswerError: see ``failures``.
    """
    from deep_translator import exceptions

    token = _SESSION.set(session)
    try:
        yield
    except (exceptions.NotValidLength, exceptions.NotValidPayload) as error:
        raise NoAnswerError("the text is too long for it") from error
    except (
        exceptions.BaseError,
        exceptions.RequestError,
        exceptions.ServerException,
        exceptions.MicrosoftAPIerror,
        exceptions.TooManyRequests,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
        StopIteration,
    ) as error:  # the library looks into answers without asking whether they are what it expects
        raise NoAnswerError("its answer is not what was expected") from error
    finally:
        _SESSION.reset(token)
