"""Days as reports and tables write them."""

from __future__ import annotations

from datetime import date

__all__ = ["as_day"]


def as_day(iso: str | None) -> date | None:
    """Return the day of an ISO date or date-time; None where the text is neither."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
