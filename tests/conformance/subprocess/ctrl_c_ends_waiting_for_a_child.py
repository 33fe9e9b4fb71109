import signal
import subprocess
import sys

program = """
import subprocess, sys

child = subprocess.Popen(["sleep", "60"], stdout=subprocess.PIPE)
try:
    print("waiting", flush=True)
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
        child.send_signal(signal.SIGINT)
        print(child.stdout.read().split("\n"))
