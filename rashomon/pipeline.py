"""The whole computation on one page: gather, read, link, weigh, tell.

Read this first. Each stage is a plain call on values; what a stage needs is an argument. Stages
come in three shapes only: one report at a time (gather, read), one group at a time (weigh), and one
fold over all (link).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon import tell
from rashomon.gather import gather, prepare
from rashomon.gazetteer import Gazetteer
from rashomon.link import link
from rashomon.read import Reader
from rashomon.store import Store
from rashomon.values import Dossier, Event, Issue, Reading, Report
from rashomon.weigh import weigh

__all__ = ["Progress", "read", "run", "settle"]

_BATCH = 32  # reports read between two commits: what a killed run has to read again at most

Progress = Callable[[str, int, int], None]
