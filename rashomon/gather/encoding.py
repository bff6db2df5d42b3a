"""Bytes into text, and what had to be mended on the way."""

from __future__ import annotations

import codecs

import ftfy
from ftfy.badness import is_bad

__all__ = ["decode", "is_binary", "is_mojibake", "mend", "without_gaps"]

_HEAD = 8192  # bytes looked at to tell a binary file
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}
_MANY_CONTROLS = 0.05  # share of control bytes above which a file is no text
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# A lone surrogate cannot be stored as UTF-8 and NUL ends a string elsewhere; both are replaced one
# for one, so that no offset moves.
_GAPS = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def is_binary(data: bytes) -> bool:
    """Tell whether bytes are no text: NULs without a UTF-16 mark, or many control bytes."""
    head = data[:_HEAD]
    if head.startswith(tuple(_WIDE)):
        return False
    controls = sum(byte in _CONTROL for byte in head)
    return b"\0" in head or controls > _MANY_CONTROLS * max(1, len(head))


def decode(data: bytes) -> tuple[str, bool]:
    """Decode as UTF-8 or UTF-16 by its mark, else as Windows-1252; also: was it broken?"""
    for mark, name in _WIDE.items():
        if data.startswith(mark):
            return data.decode(name, "replace"), False
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), True
    except UnicodeDecodeError:  # five bytes mean nothing in Windows-1252
        return data.decode("latin-1"), True


def mend(text: str) -> tuple[str, bool]:
    """Repair text that was decoded wrongly before it came here; leave all other text alone."""
    plain = without_gaps(text)
    if is_mojibake(plain):
        plain = ftfy.fix_encoding(plain)
    return plain, plain != text


def is_mojibake(text: str) -> bool:
    """Tell whether text looks decoded with the wrong encoding and can be put right."""
    return bool(is_bad(text)) and ftfy.fix_encoding(text) != text


def without_gaps(text: str) -> str:
    """Replace what cannot be stored (lone surrogates, NUL), one character for one."""
    return text.translate(_GAPS)
