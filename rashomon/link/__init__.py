"""`Reading`s into groups: same text, same name, same event, and stable event ids."""
