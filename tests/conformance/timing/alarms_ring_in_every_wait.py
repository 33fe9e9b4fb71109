import os
import select
import signal
import socket
import subprocess
import threading
import time

start = time.monotonic()


def log(*what):
    print(f"{time.monotonic() - start:.1f}", *what)


class Rang(Exception):
    pass


def ring(number, frame):
    raise Rang


signal.signal(signal.SIGALRM, ring)
read, write = os.pipe()
here, there = socket.socketpair()
server = socket.create_server(("127.0.0.1", 0))
event = threading.Event()
sleeper = threading.Thread(target=event.wait)
sleeper.start()
waits = {
    "sleep": lambda: time.sleep(60),
    "event": lambda: event.wait(),
    "event with a limit": lambda: event.wait(60),
    "join": sleeper.join,
    "read": lambda: os.read(read, 1),
    "recv": lambda: here.recv(1),
    "accept": server.accept,
    "select": lambda: select.select([read], [], []),
    "select with a limit": lambda: select.select([read], [], [], 60),
}
for name, wait in waits.items():
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        wait()
    except Rang:
        log(name)
event.set()
sleeper.join()
log("woken")
signal.setitimer(signal.ITIMER_REAL, 0.3)
try:
    subprocess.run(["sleep", "60"])
except Rang:
    print("child")
start = time.monotonic()

times = 0


def count(number, frame):
    global times
    times += 1


signal.signal(signal.SIGALRM, count)
signal.setitimer(signal.ITIMER_REAL, 0.25, 0.5)
time.sleep(2)
signal.setitimer(signal.ITIMER_REAL, 0)
log(times)
signal.alarm(1)
signal.pause()
log(times)
