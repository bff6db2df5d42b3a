"""Golden output: compared with the file that is committed, re-pinned by REPIN=1."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["pinned"]

_GOLDEN = Path(__file__).parent.parent / "golden"


def pinned(name: str, text: str) -> str:
    """Return what is pinned under `name`; with REPIN=1 in the environment, pin `text` first."""
    path = _GOLDEN / name
    if os.environ.get("REPIN") == "1":
        path.write_text(text, encoding="utf-8", newline="")
    return path.read_bytes().decode()
