"""Where reports, readings, links and events are kept: SQLite, one schema."""

from rashomon.store.memory import LinkMemory
from rashomon.store.store import Store

__all__ = ["LinkMemory", "Store"]
