"""Imports flow one way, with no exceptions."""

from __future__ import annotations

from pathlib import Path

from importlinter.cli import lint_imports

import rashomon

_ROOT = Path(__file__).parent.parent


def test_imports_flow_one_way() -> None:
    assert lint_imports(str(_ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_public_name_is_there() -> None:
    for name in rashomon.__all__:
        assert getattr(rashomon, name) is not None
