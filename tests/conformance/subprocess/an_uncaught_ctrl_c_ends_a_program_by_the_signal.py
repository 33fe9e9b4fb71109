import signal
import subprocess
import sys

program = """
import atexit, time

atexit.register(print, "at exit")
print("waiting", flush=True)
try:
    time.sleep(60)
finally:
    print("cleaned up")
"""
with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
    child.stdout.readline()
    child.send_signal(signal.SIGINT)
    print(child.stdout.read().splitlines()[-1], child.stderr.read().splitlines()[-1], child.wait())
for code in ("raise KeyboardInterrupt", "import sys; sys.exit(130)"):
    print(subprocess.run([sys.executable, "-c", code], stderr=subprocess.DEVNULL).returncode)
