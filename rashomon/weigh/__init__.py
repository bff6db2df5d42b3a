"""A group of claims into an `Event`: origins, low, best and high, contradictions, grade."""
