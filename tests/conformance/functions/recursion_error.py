# Recursion that does not end is an exception, and the program goes on after it.
import sys

def down(n):
    return down(n + 1)

try:
    down(0)
except RecursionError as error:
    print(error)

def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n

sys.setrecursionlimit(200)
print(100 < depth(0) <= 200)
class A:
    def __repr__(self):
        return repr(self)
try:
    repr(A())
except RecursionError as error:
    print(type(error).__name__)
