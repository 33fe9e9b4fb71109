import io
import sys
import threading

running, go = threading.Event(), threading.Event()


def run():
    running.set()
    go.wait()
    1 / 0


output = sys.stderr = io.StringIO()
thread = threading.Thread(target=run)
thread.start()
running.wait()
sys.stderr = None
go.set()
thread.join()
lines = output.getvalue().splitlines()
print(sys.stderr, lines[0], lines[-1])
