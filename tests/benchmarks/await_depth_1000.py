# A task's switch through a chain of 1000 awaits. CPython's default recursion limit is just too low for it.
import sys

sys.setrecursionlimit(5000)

from _await_chain import chain
from _timing import report

report(*chain(1000))
