"""Find what a report says happened and who took part in it."""

from rashomon.read.happenings.find import find_happenings

__all__ = ["find_happenings"]
