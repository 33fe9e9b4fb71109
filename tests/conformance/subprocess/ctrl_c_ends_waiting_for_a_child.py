import signal
import subprocess
import sys

program = """
import os, signal, subprocess, sys

signal.signal(signal.SIGUSR1, lambda *_: os.write(1, b"handled\\n"))
child = subprocess.Popen(["sleep", "60"], stdout=subprocess.PIPE)
print("waiting", flush=True)
try:
    if sys.argv[1] == "wait":
        child.wait()
    else:
        child.communicate(timeout=60 if sys.argv[1] == "timeout" else None)
except KeyboardInterrupt:
    print("interrupted", child.poll())
child.kill()
print(child.wait())
"""
for how in ("wait", "communicate", "timeout"):
    with subprocess.Popen([sys.executable, "-c", program, how], stdout=subprocess.PIPE, text=True) as child:
        print(how, child.stdout.readline().strip())
        child.send_signal(signal.SIGUSR1)
        print(child.stdout.readline().strip())
        child.send_signal(signal.SIGINT)
        print(child.stdout.read().split("\n"))
