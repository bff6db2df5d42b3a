"""Addresses that are safe to follow, and names for what has no address."""

from __future__ import annotations

import uuid
from urllib.parse import quote, urlsplit

from rashomon.values import JSONScalar, identify

__all__ = ["followable", "urn"]

_SCHEMES = frozenset({"http", "https"})
_NEVER = frozenset(' "<>\\^`{|}')  # RFC 3987: no address holds them as they are


def followable(url: str | None) -> str | None:
    """Return an address that a reader may follow: http or https with a host; None for any other.

    What no address may hold, and what cannot be printed, is percent-encoded.
    """
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not parts.netloc:
        return None
    return "".join(map(_encoded, parts.geturl()))


def urn(*parts: JSONScalar) -> str:
    """Name something by an IRI that is the same in every run: a UUID of the SHA-256 of `parts`."""
    return uuid.uuid5(uuid.NAMESPACE_OID, identify("rashomon", *parts)).urn


def _encoded(char: str) -> str:
    bad = char in _NEVER or not char.isprintable()
    return quote(char, safe="", errors="replace") if bad else char
