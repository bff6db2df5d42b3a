"""`Reading`s into groups: same text, same name, same event, and stable event ids."""

from rashomon.link.copies import Copy
from rashomon.link.groups import Change, link, take_in
from rashomon.link.ids import Former
from rashomon.link.judge import MADE_BY
from rashomon.link.memory import Index, Memory, Notebook, Shelf, Texts
from rashomon.link.names import alike
from rashomon.link.portraits import Portrait
from rashomon.link.postings import Crowd, Posting
from rashomon.link.reprints import find_copies

__all__ = [
    "MADE_BY",
    "Change",
    "Copy",
    "Crowd",
    "Former",
    "Index",
    "Memory",
    "Notebook",
    "Portrait",
    "Posting",
    "Shelf",
    "Texts",
    "alike",
    "find_copies",
    "link",
    "take_in",
]
