"""How a call of a service can fail. Nothing of what a library or a server said in an exception is shown unread."""

from __future__ import annotations


class ServiceError(Exception):
    """A call brought no translation."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        """Why, in a person's words."""


class BusyError(ServiceError):
    """The service cannot answer now; the same call may succeed later."""

    def __init__(self, message: str, wait: float | None = None, *, crowded: bool = False) -> None:
        super().__init__(message)
        self.wait = wait
        """For how many seconds the service asks to be left alone; None where it does not say."""
        self.crowded = crowded
        """Whether it works, and only was asked too often."""


class RefusedError(ServiceError):
    """The service will not answer this call, nor any other one in this run: a wrong key, a spent quota."""


class NoAnswerError(ServiceError):
    """The service answered this text with something that is no translation."""
