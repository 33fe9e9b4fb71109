# A switch through a chain of 100 yield from.
from _chain import chain
from _timing import report

report(*chain(100))
