"""Text as it can stand in any document: on one line, nothing in it that is not seen."""

from __future__ import annotations

from rashomon.tell.visible import seen

__all__ = ["plain", "shortened"]


def plain(text: str | None) -> str:
    """Return a text on one line, each run of space as one, without what is not seen."""
    return " ".join(seen(text or "").split())


def shortened(text: str, longest: int) -> str:
    """Cut a text at a word, with an ellipsis, where it is longer than `longest` characters."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head else head}…"
