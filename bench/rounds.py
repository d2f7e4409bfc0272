"""Turns of ours and theirs, interleaved, and the ratio pair by pair."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Pair(NamedTuple):
    """Milliseconds per call, medians, and the median of the pairwise ratios theirs / ours."""

    ours: float
    theirs: float
    ratio: float


def duel(ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int = 7) -> Pair:
    """Both in turn after one warm-up each."""
    ours(), theirs()
    pairs = [(_ms(ours), _ms(theirs)) for _ in range(rounds)]
    return Pair(
        statistics.median(mine for mine, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(other / mine for mine, other in pairs),
    )


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
