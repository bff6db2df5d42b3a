"""Events to people and programs: the terminal table, the report page, the files."""
