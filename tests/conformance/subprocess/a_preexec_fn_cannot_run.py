# expectation: a .NET process cannot fork, so no Python function runs in the child before the program
import os
import subprocess

try:
    subprocess.Popen(["true"], preexec_fn=lambda: print("in the child"))
except NotImplementedError as error:
    print(error)
print(subprocess.call(["true"], preexec_fn=os.setsid))
