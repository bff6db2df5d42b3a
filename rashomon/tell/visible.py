"""What cannot be shown safely, and three ways to keep it out.

`visible` replaces it one for one where places in a text must stay (the page, workbooks),
`printable` writes spaces where a line is laid out (terminals, CSV), `seen` leaves it out of prose.
"""

from __future__ import annotations

import re

__all__ = ["printable", "seen", "visible"]

_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_BREAKS = r"\x0b\x0c\x85"  # controls that are white space as well
_HALVES = r"\ud800-\udfff\ufffe\uffff"  # of characters, and what is none: XML forbids both
_TURNS = r"\u202a-\u202e\u2066-\u2069"  # turn the reading direction of what follows
# Soft hyphens, marks of direction and order, blanks without width. The two joiners are not among
# them: Persian and many Indian languages spell with them.
_UNSEEN = r"\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"

_UNSAFE = re.compile(f"[{_CONTROLS}{_BREAKS}{_HALVES}{_TURNS}]")
_NOT_SEEN = re.compile(f"[{_CONTROLS}{_HALVES}{_TURNS}{_UNSEEN}]")


def visible(text: str) -> str:
    """Replace each character that cannot be shown safely with U+FFFD, one for one."""
    return text if text.isprintable() else _UNSAFE.sub("\ufffd", text)


def printable(text: str, kept: str = "") -> str:
    """Keep out what cannot be printed, as controls: each is a space, but for those of `kept`."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in kept else " " for char in text)


def seen(text: str) -> str:
    """Leave out what nobody sees; white space stays as it is."""
    return text if text.isprintable() else _NOT_SEEN.sub("", text)
