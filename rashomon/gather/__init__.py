"""The world into reports: files, folders, web pages and archives, with what went wrong as issues."""

from rashomon.gather.passages import prepare
from rashomon.gather.walk import gather

__all__ = ["gather", "prepare"]
