# pthread_sigmask(), sigpending(), sigwait().
import signal

signal.signal(signal.SIGUSR1, lambda number, frame: print("handled", number))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2]))
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR2)
print(sorted(signal.sigpending()))
print(signal.sigwait([signal.SIGUSR2]), signal.sigpending())
print("unblocking")
print(sorted(signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1})))
print(signal.sigpending(), signal.pthread_sigmask(signal.SIG_SETMASK, []), signal.pthread_sigmask(signal.SIG_BLOCK, []))
for arguments in [(9, [10]), (0, [100]), (0, 5)]:
    try:
        signal.pthread_sigmask(*arguments)
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
