# A switch through a chain of 10 yield from.
from _chain import chain
from _timing import report

report(*chain(10))
