"""Trees of Universal Dependencies in the shape that the rules are written for.

The rules know the trees of spaCy's English pipelines (ClearNLP): a preposition stands over its
noun, "be" over what somebody is, a verb of saying over what is said. Most other pipelines put the
word with the meaning on top and hang the small words below. A tree is turned round once, right
after the parse; which labels and words that takes is told by `lexicon/<language>/language.yml`.
"""

from rashomon.read.trees.reshape import reshaped

__all__ = ["reshaped"]
