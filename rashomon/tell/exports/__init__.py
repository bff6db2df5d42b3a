"""Events in the field's formats, a module a format: each turns a dossier into text or bytes."""
