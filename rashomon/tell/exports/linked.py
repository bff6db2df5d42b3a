"""JSON-LD that may stand inside a page: nothing in it ends a script."""

from __future__ import annotations

import json

__all__ = ["to_jsonld", "without_none"]

_ESCAPED = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def to_jsonld(document: object) -> str:
    """Write a JSON-LD document; the text can be put between `<script>` and `</script>`."""
    return json.dumps(document, ensure_ascii=False, indent=1).translate(_ESCAPED) + "\n"


def without_none(**fields: object) -> dict[str, object]:
    """Return the fields that are known: in JSON-LD what is not said is not there."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], ())}
