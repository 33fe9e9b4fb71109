"""What every case shares: run the timed part until it takes long enough, and print nanoseconds per operation.

The same files run on PyCoro and on CPython; scripts/bench reads the last line, `ns_per_op NUMBER`.
"""

import time


def report(run, operations, least=0.15, most=12):
    """Calls run(), which does so many operations, at least three times; the best time counts."""
    best = None
    total = 0.0
    for turn in range(most):
        start = time.perf_counter()
        run()
        took = time.perf_counter() - start
        total += took
        if best is None or took < best:
            best = took
        if turn >= 2 and total > least * 4:
            break
    print("ns_per_op", best / operations * 1e9)
