"""Words are data: YAML by language, one file a subject, read once."""

from rashomon.lexicon.kinds import KINDS, Kind
from rashomon.lexicon.load import Section, languages, section

__all__ = ["KINDS", "Kind", "Section", "languages", "section"]
