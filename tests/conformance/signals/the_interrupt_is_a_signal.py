# SIGINT raises KeyboardInterrupt until the program says otherwise.
import signal

print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGPIPE))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print("KeyboardInterrupt", error.args)
before = signal.signal(signal.SIGINT, lambda number, frame: print("mine", number))
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, before)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("again")
for arguments in [(), (2,), (2, None)]:
    try:
        signal.default_int_handler(*arguments)
    except (TypeError, KeyboardInterrupt) as error:
        print(type(error).__name__)
