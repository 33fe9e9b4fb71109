import sys


def inner():
    1 / 0


def outer():
    inner()


for limit in 10, 2, 1, 0, -1, "no number":
    sys.tracebacklimit = limit
    try:
        outer()
    except ZeroDivisionError as error:
        print("limit", limit, file=sys.stderr)
        sys.excepthook(type(error), error, error.__traceback__)
