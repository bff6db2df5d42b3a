"""Weights of a model of choice: which of several days, or towns, is right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]  # it has no types

__all__ = ["fit_choice"]

Numbers = NDArray[np.float64]


def fit_choice(
    clues: Numbers, right: NDArray[np.bool_], sizes: Sequence[int], penalty: float
) -> Numbers:
    """Find the weights under which what is right is likeliest (conditional logit).

    A row of `clues` is one of several to choose from, and `right` says whether it is right; `sizes`
    are how many rows in turn make a choice, of which one or more are right. Half of `penalty`
    times the squares of the weights is added to the loss.
    """
    starts = np.cumsum([0, *sizes[:-1]])
    of = np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        scores = clues @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        whole, part = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts)
        slope = powers * right / part[of] - powers / whole[of]
        squares = penalty * (weights @ weights) / 2
        return float(np.log(whole / part).sum() + squares), penalty * weights - clues.T @ slope

    found = minimize(loss, np.zeros(clues.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x, dtype=np.float64)
