"""A `Report` into a `Reading`: who says what happened, where, when, and to how many."""
