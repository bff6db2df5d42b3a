"""The world into reports: files, folders and web pages; what goes wrong becomes issues."""

from rashomon.gather.passages import prepare
from rashomon.gather.walk import gather

__all__ = ["gather", "prepare"]
