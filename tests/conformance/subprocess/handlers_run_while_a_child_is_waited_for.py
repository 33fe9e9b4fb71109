import signal
import subprocess
import sys

program = """
import os, signal, subprocess

child = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
signal.signal(signal.SIGUSR1, lambda *_: child.stdin.close())
os.write(1, b"waiting\\n")
print(child.wait())
"""
with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as child:
    print(child.stdout.readline().strip())
    child.send_signal(signal.SIGUSR1)
    print(child.stdout.read())
