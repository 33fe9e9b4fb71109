# Signals, Handlers, Sigmasks; what is refused.
import signal

print(repr(signal.SIGINT), signal.Signals(15), repr(signal.SIG_DFL), repr(signal.SIG_SETMASK), signal.NSIG)
print(signal.Signals.__members__.keys())
print(list(signal.Handlers), list(signal.Sigmasks), signal.SIGCLD is signal.SIGCHLD, signal.Signals.SIGIOT.name)
valid = signal.valid_signals()
print(len(valid), signal.SIGKILL in valid, 0 in valid, {type(number).__name__ for number in valid} == {"int", "Signals"})
print([signal.strsignal(number) for number in (1, 2, 9, 15, 19, 31, 32, 34, 64)])


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


attempt("signal.signal(0, signal.SIG_DFL)")
attempt("signal.signal(65, signal.SIG_DFL)")
attempt("signal.signal(signal.SIGKILL, signal.SIG_IGN)")
attempt("signal.signal(signal.SIGUSR1, 5)")
attempt("signal.signal(signal.SIGUSR1, None)")
attempt("signal.signal('x', 0)")
attempt("signal.getsignal(0)")
attempt("signal.raise_signal(100)")
attempt("signal.strsignal(0)")
attempt("signal.siginterrupt(signal.SIGUSR1, True)")
attempt("signal.siginterrupt(0, True)")
attempt("signal.set_wakeup_fd(-1)")
attempt("signal.set_wakeup_fd(1234)")
attempt("signal.set_wakeup_fd('x')")
attempt("signal.getitimer(7)")
