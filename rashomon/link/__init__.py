"""`Reading`s into groups: same text, same name, same event, and stable event ids."""

from rashomon.link.copies import Copy, find_copies
from rashomon.link.groups import link
from rashomon.link.names import alike

__all__ = ["Copy", "alike", "find_copies", "link"]
