"""JSON-LD that may stand inside a page: nothing in it ends a script."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

__all__ = ["to_jsonld", "without_none"]

_ESCAPED = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def to_jsonld(head: Mapping[str, object], key: str, nodes: Iterable[object]) -> str:
    """Write a JSON-LD document whose nodes stand under `key`, one a line, behind its head.

    The text can be put between `<script>` and `</script>`.
    """
    lines = ",\n".join(_encoded(node).translate(_ESCAPED) for node in nodes)
    opening = _encoded(dict(head)).translate(_ESCAPED).removesuffix("}")
    return f'{opening}, "{key}": [\n{lines}\n]}}\n'


def without_none(**fields: object) -> dict[str, object]:
    """Return the fields that are known: in JSON-LD what is not said is not there."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], ())}
