"""Events to people and programs: the terminal table, the report page, the files."""

from rashomon.tell.files import write, write_file, write_format
from rashomon.tell.formats import ALWAYS, FORMATS, Format, choose
from rashomon.tell.table import table

__all__ = ["ALWAYS", "FORMATS", "Format", "choose", "table", "write", "write_file", "write_format"]
