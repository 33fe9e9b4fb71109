# set_wakeup_fd(): the number of each signal with a handler arrives in the pipe.
import os
import signal

read, write = os.pipe()
try:
    signal.set_wakeup_fd(write)
except ValueError as error:
    print(str(error).replace(str(write), "N"))
os.set_blocking(write, False)
print(signal.set_wakeup_fd(write))
signal.signal(signal.SIGUSR1, lambda number, frame: print("handler"))
signal.signal(signal.SIGUSR2, lambda number, frame: print("handler"))
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR2)
print(list(os.read(read, 10)), signal.set_wakeup_fd(-1) == write)
