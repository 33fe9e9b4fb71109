# A task's switch through a chain of one await.
from _await_chain import chain
from _timing import report

report(*chain(1))
