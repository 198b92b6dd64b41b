"""CPU time and memory of pieces of work."""
from __future__ import annotations

import math
import resource
import signal
import time
from collections.abc import Callable


def timed(work: Callable[[], object], rounds: int = 1) -> float:
    """CPU seconds, the least of some rounds."""
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


class _Late(Exception):
    """Raised in work that takes too long."""


def limited(work: Callable[[], object], seconds: int) -> float:
    """CPU seconds; minus `seconds` for work that was stopped after so many of them."""
    def stop(*_: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return timed(work)
    except _Late:
        return -seconds
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def peak() -> int:
    """MiB of this process at its largest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
