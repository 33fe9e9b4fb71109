# A handler gets the number and the interrupted frame; what it raises comes out where the program was.
import os
import signal


def handler(number, frame):
    print("handler", number == signal.SIGUSR1, type(number), frame.f_code.co_name)


def program():
    signal.raise_signal(signal.SIGUSR1)
    print("after raise_signal")
    os.kill(os.getpid(), signal.SIGUSR1)
    print("after kill")


print(signal.signal(signal.SIGUSR1, handler))
print(signal.getsignal(signal.SIGUSR1) is handler)
program()


def failing(number, frame):
    raise LookupError(signal.Signals(number).name)


print(signal.signal(signal.SIGUSR1, failing) is handler)
try:
    program()
except LookupError as error:
    print(repr(error), error.__traceback__.tb_next.tb_frame.f_code.co_name)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is failing)
signal.raise_signal(signal.SIGUSR1)
print(signal.getsignal(signal.SIGUSR1), signal.signal(signal.SIGUSR1, signal.SIG_DFL))
