"""Ids that follow from what they name."""

from __future__ import annotations

import hashlib
import json
from typing import TypeAlias

__all__ = ["JSONScalar", "identify"]

JSONScalar: TypeAlias = str | int | float | bool | None


def identify(*parts: JSONScalar) -> str:
    """Derive a short stable id: the first 16 hex digits of SHA-256 over a JSON array of `parts`.

    JSON keeps the borders between parts, so ("a", "bc") and ("ab", "c") differ.
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]
