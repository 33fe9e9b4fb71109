# A switch through a chain of 1 yield from.
from _chain import chain
from _timing import report

report(*chain(1))
