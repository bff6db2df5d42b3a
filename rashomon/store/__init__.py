"""Where reports, readings and events are kept: one SQLite file."""

from rashomon.store.store import Store

__all__ = ["Store"]
