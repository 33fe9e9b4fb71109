import sys
import traceback


def fail():
    1 / 0


def recurse(n):
    if n:
        recurse(n - 1)
    fail()


try:
    recurse(7)
except ZeroDivisionError as error:
    tb = error.__traceback__
for limit in None, 2, -2, 0:
    print(limit, "".join(traceback.format_tb(tb, limit)), sep="\n")
sys.tracebacklimit = 1
print("".join(traceback.format_tb(tb)))
