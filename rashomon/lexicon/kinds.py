"""The event kinds, in ACLED's order of precedence, from `kinds.tsv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files

__all__ = ["KINDS", "Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event: its rank (0 wins over all), ACLED's types, PLOVER's code, its meaning."""

    name: str
    rank: int
    event_type: str
    disorder_type: str
    plover: str
    definition: str

    @property
    def violent(self) -> bool:
        """Tell whether the kind is political violence in ACLED's sense."""
        return self.disorder_type.startswith("Political violence")


def _load() -> dict[str, Kind]:
    text = (files("rashomon.lexicon") / "kinds.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {
        row["kind"]: Kind(
            row["kind"],
            rank,
            row["event_type"],
            row["disorder_type"],
            row["plover"],
            row["definition"],
        )
        for rank, row in enumerate(rows)
    }


KINDS = _load()
