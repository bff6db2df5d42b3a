"""What holds for all tests."""

from hypothesis import settings

# Tests measure no time: a busy machine would fail what is right.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
