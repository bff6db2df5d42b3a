"""Pure functions from strings to strings and offsets; nothing here knows of reports or claims."""
