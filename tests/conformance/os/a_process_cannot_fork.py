# expectation: a .NET process has threads of its own and cannot fork
import os
import pty

print(hasattr(os, "fork"))
try:
    pty.fork()
except NotImplementedError as error:
    print(error)
