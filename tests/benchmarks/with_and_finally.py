# with statements and try blocks that nothing leaves by an exception.
from _timing import report

N = 200_000


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return None


def run():
    manager = Manager()
    s = 0
    for i in range(N):
        with manager:
            s += 1
        try:
            s += 1
        finally:
            s += 1
    return s


report(run, 2 * N)
