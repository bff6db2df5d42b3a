"""Events to people and programs: the terminal table, the report page, the files."""

from rashomon.tell.files import EXPORTERS, write
from rashomon.tell.table import table

__all__ = ["EXPORTERS", "table", "write"]
