"""Private persons' names out of a dossier, so that it can be handed on."""

from rashomon.tell.redact.dossier import redact

__all__ = ["redact"]
