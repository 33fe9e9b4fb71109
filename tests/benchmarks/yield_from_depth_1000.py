# A switch through a chain of 1000 yield from. CPython's default recursion limit is just too low for it.
import sys

sys.setrecursionlimit(5000)

from _chain import chain
from _timing import report

report(*chain(1000))
