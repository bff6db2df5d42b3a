"""Places by name: countries, their provinces and districts, towns, some regions and waters."""

from rashomon.gazetteer.additions import add
from rashomon.gazetteer.lookup import Gazetteer, default_path
from rashomon.gazetteer.packages import build
from rashomon.gazetteer.rows import Row

__all__ = ["Gazetteer", "Row", "add", "build", "default_path"]
