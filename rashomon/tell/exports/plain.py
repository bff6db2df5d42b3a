"""Text as it can stand in any document: on one line, nothing in it that is not seen."""

from __future__ import annotations

import re

__all__ = ["plain", "shortened"]

# Characters that nobody sees: control characters, marks that turn the direction of writing, halves
# of characters. The two joiners stay: Persian and many Indian languages spell with them.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def plain(text: str | None) -> str:
    """Return a text on one line, each run of space as one, without what is not seen."""
    return " ".join(_UNSEEN.sub("", text or "").split())


def shortened(text: str, longest: int) -> str:
    """Cut a text at a word, with an ellipsis, where it is longer than `longest` characters."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head else head}…"
