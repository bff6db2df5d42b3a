"""One exception tree, for programmers and operators.

Doubtful data is never an exception: it becomes an `Issue` and the rest goes on.

    RashomonError
    ├── UsageError      what was asked for cannot be done as asked
    ├── DataError       a value breaks a promise that its maker gave
    ├── StoreError      the store cannot be opened, read or written
    └── MissingPartError     a model, gazetteer or package that the work needs is absent
"""

__all__ = ["DataError", "MissingPartError", "RashomonError", "StoreError", "UsageError"]


class RashomonError(Exception):
    """The root of every error raised here.

    The message says what was received, what was expected and what to do.
    """


class UsageError(RashomonError):
    """What was asked for cannot be done as asked: a path that is not there, a wrong option."""


class DataError(RashomonError):
    """A value breaks a promise of its type, such as a span that ends before it starts."""


class StoreError(RashomonError):
    """The store cannot be opened, read or written."""


class MissingPartError(RashomonError):
    """A model, gazetteer or package that the work needs is not installed."""
