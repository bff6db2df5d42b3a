"""What a page or a terminal cannot show safely: controls, and what turns text."""

from __future__ import annotations

import re

__all__ = ["printable", "visible"]

# Controls, surrogates and noncharacters, which XML forbids, and marks that turn the reading
# direction of what follows.
_UNSHOWN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """Replace each character that a page cannot show safely with U+FFFD, one for one."""
    return _UNSHOWN.sub("\ufffd", text)


def printable(text: str, kept: str = "") -> str:
    """Keep out what cannot be printed, as controls: each is a space, but for those of `kept`."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in kept else " " for char in text)
