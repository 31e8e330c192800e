"""The only way to a service: one HTTP session, in which every call has a deadline, a size and an honest failure."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import requests
from requests import PreparedRequest, Response

from i18n.machine import deadline
from i18n.machine.failures import BusyError, NoAnswerError, RefusedError

MOST_BYTES = 4 * 1024 * 1024
"""Of an answer. The longest paragraph of a bulletin is a thousandth of it."""
_LATER = frozenset((408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529))
"""Statuses of HTTP after which the same call may succeed."""
_NEVER = frozenset((401, 402, 403, 404, 405, 407, 410, 451, 456))
"""Those that say the same of every text. 456 is DeepL's: the quota is used up."""
_SAID = 200
_LONGEST_WAIT = 7 * 24 * 3600.0
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Session(requests.Session):
    """A session for one thread.

    It goes where it is told and nowhere else: a redirection is a failure, because a page of terms is no translation
    and a text is not sent to a host that nobody named.

    :param seconds: that a whole call may take, from the connection to the last byte.
    :param secret: what must not be shown, whatever a server says: the key.
    """

    def __init__(self, seconds: float, secret: str = "") -> None:
        super().__init__()
        self._seconds, self._secret = seconds, secret
        self.last: Response | None = None
        """The answer to the last call, where it was one."""
        self.headers["User-Agent"] = "habar"
        for scheme in ("https://", "http://"):
            self.mount(scheme, deadline.Adapter())

    def send(self, request: PreparedRequest, **given: Any) -> Response:
        """The answer with a status of success, whole.

        :raises BusyError: there is none now. :raises RefusedError: there will be none. :raises NoAnswerError: not to
            this text.
        """
        given |= {"stream": True, "allow_redirects": False, "timeout": self._seconds}
        self.last = None
        token = deadline.ENDS.set(time.monotonic() + self._seconds)
        try:
            with super().send(request, **given) as response:
                response._content = _body(response)  # as requests does itself, but bounded
        except requests.RequestException as error:
            if isinstance(error, requests.Timeout) or deadline.left() <= 0:
                raise BusyError(f"no answer within {self._seconds:g} seconds") from error
            raise _unreached(error) from error
        finally:
            deadline.ENDS.reset(token)
        self._judge(response)
        self.last = response
        return response

    def _judge(self, response: Response) -> None:
        status = response.status_code
        if status < 300:
            return
        said = _said(response)
        if self._secret:
            said = said.replace(self._secret, "…")
        message = f"it answered with status {status}" + (f": {said}" if said else "")
        if status in _LATER:
            raise BusyError(message, waiting(response.headers), crowded=status == 429)
        if status in _NEVER or status < 400:
            raise RefusedError(message)
        raise NoAnswerError(message)


def waiting(headers: Mapping[str, str]) -> float | None:
    """The seconds of a Retry-After header (RFC 9110, 10.2.3): a number, or a date. None where there is none."""
    value = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,9}", value, re.ASCII):
        return min(float(value), _LONGEST_WAIT)
    try:
        ends = parsedate_to_datetime(value).timestamp()
        now = parsedate_to_datetime(headers["Date"]).timestamp() if "Date" in headers else time.time()
    except (ValueError, OverflowError):
        return None
    return min(max(ends - now, 0.0), _LONGEST_WAIT)


def _body(response: Response) -> bytes:
    parts: list[bytes] = []
    for part in response.iter_content(65_536):
        parts.append(part)
        if sum(map(len, parts)) > MOST_BYTES:
            raise NoAnswerError("the answer is far too long for a translation")
        if deadline.left() <= 0:
            raise requests.Timeout
    return b"".join(parts)


def _unreached(error: requests.RequestException) -> BusyError | RefusedError:
    """What an error of requests comes to. Its own words may hold the address with all that was sent."""
    if isinstance(error, requests.exceptions.SSLError):
        return RefusedError("its certificate is not valid: see whether the address is right")
    if isinstance(error, requests.exceptions.ProxyError):
        return BusyError("the proxy cannot be reached")
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return BusyError("its answer was cut off")
    if isinstance(error, requests.ConnectionError):
        return BusyError("it cannot be reached, or it hung up")
    return RefusedError("its address cannot be used")


def _said(response: Response) -> str:
    """What a server says of its failure, in one line; nothing where that is a page."""
    try:
        found = json.loads(response.content)
    except ValueError:
        return ""
    for _ in range(3):
        if isinstance(found, dict):
            found = next(
                (found[name] for name in ("error", "message", "responseDetails", "detail") if name in found), ""
            )
    return _UNSEEN.sub(" ", found)[:_SAID] if isinstance(found, str) else ""
