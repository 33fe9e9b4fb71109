# expectation: CPython counts references and finalises at once; here that is left to the collector (docs/differences.md).
import sys


class Dropped:
    def __del__(self):
        finished.append(True)


finished = []
value = Dropped()
value = None
print(finished, hasattr(sys, "getrefcount"))
