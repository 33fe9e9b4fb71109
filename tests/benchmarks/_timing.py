"""What every case shares: run the timed part until it takes long enough, and print nanoseconds per operation.

The same files run on PyCoro and on CPython; scripts/bench reads the last line, `ns_per_op NUMBER`.
"""

import time


def report(run, operations, least=0.6, most=200):
    """Calls run(), which does so many operations, at least three times and for so many seconds; the best time counts.

    The time is long enough for a virtual machine that compiles to have done so."""
    best = None
    total = 0.0
    for turn in range(most):
        start = time.perf_counter()
        run()
        took = time.perf_counter() - start
        total += took
        if best is None or took < best:
            best = took
        if turn >= 2 and total > least:
            break
    print("ns_per_op", best / operations * 1e9)
