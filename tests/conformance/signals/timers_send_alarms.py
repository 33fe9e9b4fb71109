# alarm() and setitimer(): a sleep goes on after a handler that returns and ends with one that raises.
import signal
import time

rung = []
signal.signal(signal.SIGALRM, lambda number, frame: rung.append(number))
print(signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01))
started = time.monotonic()
time.sleep(0.08)
print(time.monotonic() - started >= 0.08)
while len(rung) < 2:
    time.sleep(0.01)
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(0 < left <= 0.01, interval, signal.getitimer(signal.ITIMER_REAL))


class Rung(Exception):
    pass


def ring(number, frame):
    raise Rung


signal.signal(signal.SIGALRM, ring)
for wait in (lambda: time.sleep(30), signal.pause, lambda: [None for _ in iter(int, 1)]):
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    try:
        wait()
    except Rung:
        print("rung", time.monotonic() - started < 20)
print(signal.alarm(100), signal.alarm(0) in (99, 100), signal.alarm(0))
for arguments in [(5, 1), (0, -1), (0, "x")]:
    try:
        signal.setitimer(*arguments)
    except (signal.ItimerError, TypeError) as error:
        print(type(error).__name__, error)
print(signal.ItimerError.__mro__[1])
