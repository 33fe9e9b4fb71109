# A task's switch through a chain of 100 awaits.
from _await_chain import chain
from _timing import report

report(*chain(100))
